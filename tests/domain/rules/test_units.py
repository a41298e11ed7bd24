"""Units as trees, and the order of records among their neighbours."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.read_models.members_sheet import tree
from desktop_app.domain.rules.clauses import move_among
from desktop_app.domain.rules.committee import PartyCode
from desktop_app.domain.rules.members import Unit, UnitKind
from desktop_app.domain.rules.units import (
    below,
    require_idle,
    require_leaf,
    require_name_free,
    require_no_circle,
    require_parent,
    require_sound,
)
from tests.refusing import refused

DAY = date(2023, 5, 1)
TOP = Unit(id=1, party_id=1, name="اداره کل", ordinal=1)
CHILD = Unit(id=2, party_id=1, name="دفتر", ordinal=2, parent_id=1)
LEAF = Unit(id=3, party_id=1, name="گروه", ordinal=3, parent_id=2)


def test_what_a_unit_may_not_be() -> None:
    with refused("unit_without_name", "name"):
        require_sound(replace(TOP, name=" "), PartyCode.PROVINCE)
    with refused("agency_of_center", "kind"):
        require_sound(replace(TOP, kind=UnitKind.AGENCY), PartyCode.CENTER)
    require_sound(replace(TOP, kind=UnitKind.AGENCY), PartyCode.PROVINCE)


def test_one_name_in_every_spelling() -> None:
    fresh = replace(CHILD, id=0, name="اداره‌كل")
    with refused("unit_twice", "name", name="اداره کل"):
        require_name_free(fresh, [TOP])
    require_name_free(fresh, [replace(TOP, archived_on=DAY)])
    require_name_free(TOP, [TOP])


def test_the_unit_above_is_of_the_same_party_and_living() -> None:
    with refused("parent_of_other_party", "parent"):
        require_parent(CHILD, replace(TOP, party_id=2))
    with refused("parent_archived", "parent"):
        require_parent(CHILD, replace(TOP, archived_on=DAY))


@pytest.mark.parametrize(("unit_id", "parent_id"), [(1, 1), (1, 2), (1, 3)])
def test_no_unit_stands_under_itself(unit_id: int, parent_id: int) -> None:
    with refused("unit_under_itself", "parent"):
        require_no_circle(unit_id, parent_id, [TOP, CHILD, LEAF])
    require_no_circle(3, 1, [TOP, CHILD, LEAF])


def test_what_hinders_the_archive() -> None:
    assert below(1, [LEAF, TOP, CHILD]) == (CHILD, LEAF)
    with refused("unit_has_children", count=1):
        require_leaf(TOP, [TOP, CHILD, LEAF])
    require_leaf(TOP, [TOP, replace(CHILD, archived_on=DAY)])
    with refused("unit_has_open_tasks", count=2):
        require_idle(TOP, 2)
    require_idle(TOP, 0)


def test_a_tree_is_told_from_the_top() -> None:
    second = replace(TOP, id=4, name="ب", ordinal=4)
    orphan = replace(LEAF, id=5, name="پ", ordinal=5, parent_id=9)
    lines = tree([TOP, second, LEAF, CHILD, orphan, replace(TOP, id=6, archived_on=DAY)], UnitKind.UNIT)
    assert [(line.unit.id, line.depth) for line in lines] == [(1, 0), (2, 1), (3, 2), (4, 0), (5, 0)]
    assert lines[2].parent == "دفتر"
    assert tree([TOP], UnitKind.AGENCY) == ()


def test_moving_leaves_the_others_in_their_places() -> None:
    assert move_among((1, 2, 3, 4), {1, 3, 4}, 4, -1) == (1, 2, 4, 3)
    assert move_among((1, 2, 3, 4), {1, 3, 4}, 4, -9) == (4, 2, 1, 3)
    assert move_among((1, 2, 3), {1, 3}, 3, 1) == (1, 2, 3), "the end holds it"
    with refused("record_not_in_order"):
        move_among((1, 2), {1}, 2, 1)
