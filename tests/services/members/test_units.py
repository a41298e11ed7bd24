"""Units as acts: added, changed, placed, ordered, archived and back."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.outcome import Changed
from desktop_app.domain.rules.members import Unit, UnitKind
from desktop_app.services.members.members_sheet import members_sheet, unit_details
from desktop_app.services.members.units import add_unit, archive_unit, move_unit, restore_unit, save_unit
from tests.refusing import refused
from tests.services.office_steps import Office


def child(office: Office, parent: int = 0, name: str = "ادارهٔ زیرساخت") -> int:
    unit = Unit(party_id=office.parties[0], name=name, ordinal=0, parent_id=office.units[parent])
    return add_unit(office.context, unit).id


def test_a_unit_is_added_below_another_and_takes_its_kind(office: Office) -> None:
    made = child(office)
    assert office.get("units", made).ordinal == 3
    save_unit(office.context, replace(office.get("units", office.units[0]), kind=UnitKind.AGENCY, head="سعید"))
    assert office.get("units", made).kind is UnitKind.AGENCY
    agencies = members_sheet(office.context).parties[0].agencies
    assert [(line.unit.id, line.depth) for line in agencies] == [(office.units[0], 0), (made, 1)]


def test_what_a_unit_may_not_be(office: Office) -> None:
    stored = office.get("units", office.units[2])
    with refused("unit_without_name", "name"):
        save_unit(office.context, replace(stored, name=""))
    with refused("unit_twice", "name"):
        save_unit(office.context, replace(stored, name="واحد‌4"))
    with refused("agency_of_center", "kind"):
        save_unit(office.context, replace(stored, kind=UnitKind.AGENCY))
    with refused("parent_of_other_party", "parent"):
        save_unit(office.context, replace(stored, parent_id=office.units[0]))
    with refused("glyph_missing", "liaison"):
        save_unit(office.context, replace(stored, liaison="☎"))
    with refused("unit_under_itself", "parent"):
        save_unit(office.context, replace(office.get("units", office.units[0]), parent_id=child(office)))
    save_unit(office.context, replace(stored, liaison="نگار"), seen=stored)
    with refused("changed_elsewhere"):
        save_unit(office.context, stored, seen=stored)


def test_units_move_among_those_beside_them(office: Office) -> None:
    first, second = child(office), child(office, name="ادارهٔ دیگر")
    move_unit(office.context, second, -1)
    lines = members_sheet(office.context).parties[0].units
    assert [line.unit.id for line in lines] == [office.units[0], second, first, office.units[1]]
    assert move_unit(office.context, second, -1).changed is Changed.NOTHING
    save_unit(office.context, replace(office.get("units", second), parent_id=None))
    found = members_sheet(office.context).unit(second)
    assert found is not None
    assert found[1].depth == 0


def test_a_unit_in_use_is_not_archived(office: Office) -> None:
    _meeting, version_id = office.written()
    office.finalised(version_id)
    assert unit_details(office.context, office.units[0]).open_tasks == 2
    with refused("unit_has_open_tasks", count=2, unit_id=office.units[0]):
        archive_unit(office.context, office.units[0])
    made = child(office, parent=1)
    with refused("unit_has_children", count=1):
        archive_unit(office.context, office.units[1])
    archive_unit(office.context, made)
    archive_unit(office.context, office.units[1])
    with refused("parent_archived", "parent"):
        restore_unit(office.context, made)
    restore_unit(office.context, office.units[1])
    restore_unit(office.context, made)
    assert office.get("units", made).archived_on is None
