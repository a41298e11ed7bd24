"""The lists of the page as cells, to be pasted into a spreadsheet."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.read_models.members_sheet import MembersSheet, PartyMembers, SeatLine, UnitLine
from desktop_app.domain.text.digits import record_number
from desktop_app.text.office import members as words
from desktop_app.views.members.members_people import person_cells
from desktop_app.views.members.members_signals import PERSON, SEAT, RowKey


def seat_cells(party: PartyMembers, line: SeatLine) -> tuple[str, ...]:
    """One seat."""
    holder = line.holder
    nomination = holder.nomination if holder else None
    return (
        party.party.name,
        line.seat.title,
        words.ROLES[line.seat.role.value],
        holder.name if holder else "",
        line.alternate.name if line.alternate else "",
        record_number(nomination.letter_number) if nomination else "",
        _day(nomination.letter_day) if nomination else "",
        _day(nomination.from_day) if nomination else "",
    )


def unit_cells(party: PartyMembers, line: UnitLine) -> tuple[str, ...]:
    """One unit."""
    unit = line.unit
    kind = words.KINDS[unit.kind.value]
    return party.party.name, kind, unit.name, line.parent, unit.head, unit.liaison, record_number(unit.contact)


def list_cells(sheet: MembersSheet, part: str) -> list[tuple[str, ...]]:
    """A whole part with its heads."""
    rows: list[tuple[str, ...]] = [words.COLUMNS[part]]
    if part == words.SEATS:
        rows += [seat_cells(party, line) for party in sheet.parties for line in party.seats]
    elif part == words.UNITS:
        rows += [unit_cells(party, line) for party in sheet.parties for line in (*party.units, *party.agencies)]
    else:
        rows += [person_cells(line) for line in sheet.people]
    return rows


def row_cells(sheet: MembersSheet, key: RowKey) -> tuple[str, ...]:
    """One row, whatever it is."""
    kind, record_id = key
    if kind == SEAT:
        seat = sheet.seat(record_id)
        return seat_cells(*seat) if seat else ()
    if kind == PERSON:
        person = sheet.person(record_id)
        return person_cells(person) if person else ()
    unit = sheet.unit(record_id)
    return unit_cells(*unit) if unit else ()


def _day(day: date | None) -> str:
    return format_date(day) if day is not None else ""
