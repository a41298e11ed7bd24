"""Rules of units: a tree inside each party; provincial agencies belong to the governorate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.committee import PartyCode
from desktop_app.domain.rules.members import Unit, UnitKind
from desktop_app.domain.text.folding import Form, fold


def require_sound(unit: Unit, party: PartyCode) -> None:
    """Raise ``RuleBroken`` for a unit without a name, or an agency outside the governorate's party."""
    if not unit.name.strip():
        raise RuleBroken("unit_without_name", field="name")
    if unit.kind is UnitKind.AGENCY and party is not PartyCode.PROVINCE:
        raise RuleBroken("agency_of_center", field="kind")


def require_name_free(unit: Unit, others: Iterable[Unit]) -> None:
    """Raise ``RuleBroken`` when another unit of the party has the name in any spelling; archived ones do not count."""
    name = fold(unit.name, Form.SQUEEZED)
    for other in others:
        if other.id != unit.id and other.archived_on is None and fold(other.name, Form.SQUEEZED) == name:
            raise RuleBroken("unit_twice", field="name", name=other.name)


def require_parent(unit: Unit, parent: Unit) -> None:
    """Raise ``RuleBroken`` unless the parent is in the unit's party and not archived."""
    if parent.party_id != unit.party_id:
        raise RuleBroken("parent_of_other_party", field="parent", name=parent.name)
    if parent.archived_on is not None:
        raise RuleBroken("parent_archived", field="parent", name=parent.name)


def require_no_circle(unit_id: int, parent_id: int | None, units: Iterable[Unit]) -> None:
    """Raise ``RuleBroken`` when the parent is the unit itself or one of its descendants."""
    above: Mapping[int, int | None] = {unit.id: unit.parent_id for unit in units}
    seen: set[int] = set()
    while parent_id is not None and parent_id not in seen:
        if parent_id == unit_id:
            raise RuleBroken("unit_under_itself", field="parent")
        seen.add(parent_id)
        parent_id = above.get(parent_id)


def below(unit_id: int, units: Sequence[Unit]) -> tuple[Unit, ...]:
    """All descendants of the unit, archived ones included."""
    found: list[Unit] = []
    heads = {unit_id}
    while heads:
        children = [unit for unit in units if unit.parent_id in heads and unit not in found]
        found += children
        heads = {unit.id for unit in children}
    return tuple(found)


def require_leaf(unit: Unit, units: Iterable[Unit]) -> None:
    """Raise ``RuleBroken`` for archiving a unit that has units below it; archived ones do not count."""
    count = sum(1 for one in units if one.parent_id == unit.id and one.archived_on is None)
    if count:
        raise RuleBroken("unit_has_children", unit_id=unit.id, count=count)


def require_idle(unit: Unit, open_tasks: int) -> None:
    """Raise ``RuleBroken`` for archiving a unit with open tasks."""
    if open_tasks:
        raise RuleBroken("unit_has_open_tasks", unit_id=unit.id, count=open_tasks)
