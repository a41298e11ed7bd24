"""The rules of units: a tree inside each party, provincial agencies beside the governorate's own units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.committee import PartyCode
from desktop_app.domain.rules.members import Unit, UnitKind
from desktop_app.domain.text.folding import Form, fold


def require_sound(unit: Unit, party: PartyCode) -> None:
    """A unit has a name, and agencies of the province belong to the governorate's side."""
    if not unit.name.strip():
        raise RuleBroken("unit_without_name", field="name")
    if unit.kind is UnitKind.AGENCY and party is not PartyCode.PROVINCE:
        raise RuleBroken("agency_of_center", field="kind")


def require_name_free(unit: Unit, others: Iterable[Unit]) -> None:
    """No two living units of one party have the same name, however it is spelt."""
    name = fold(unit.name, Form.SQUEEZED)
    for other in others:
        if other.id != unit.id and other.archived_on is None and fold(other.name, Form.SQUEEZED) == name:
            raise RuleBroken("unit_twice", field="name", name=other.name)


def require_parent(unit: Unit, parent: Unit) -> None:
    """The unit above is of the same party and living."""
    if parent.party_id != unit.party_id:
        raise RuleBroken("parent_of_other_party", field="parent", name=parent.name)
    if parent.archived_on is not None:
        raise RuleBroken("parent_archived", field="parent", name=parent.name)


def require_no_circle(unit_id: int, parent_id: int | None, units: Iterable[Unit]) -> None:
    """A unit does not stand under itself or under one of those below it."""
    above: Mapping[int, int | None] = {unit.id: unit.parent_id for unit in units}
    seen: set[int] = set()
    while parent_id is not None and parent_id not in seen:
        if parent_id == unit_id:
            raise RuleBroken("unit_under_itself", field="parent")
        seen.add(parent_id)
        parent_id = above.get(parent_id)


def below(unit_id: int, units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Every unit under this one, at any depth, archived ones included."""
    found: list[Unit] = []
    heads = {unit_id}
    while heads:
        children = [unit for unit in units if unit.parent_id in heads and unit not in found]
        found += children
        heads = {unit.id for unit in children}
    return tuple(found)


def require_leaf(unit: Unit, units: Iterable[Unit]) -> None:
    """A unit with living units under it is not archived."""
    count = sum(1 for one in units if one.parent_id == unit.id and one.archived_on is None)
    if count:
        raise RuleBroken("unit_has_children", unit_id=unit.id, count=count)


def require_idle(unit: Unit, open_tasks: int) -> None:
    """A unit with open tasks is not archived."""
    if open_tasks:
        raise RuleBroken("unit_has_open_tasks", unit_id=unit.id, count=open_tasks)
