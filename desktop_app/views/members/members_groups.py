"""The cards of each part of the page: per party its seats, or its units as trees; people in one list."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.read_models.members_sheet import MembersSheet, PartyMembers, PersonLine, UnitLine
from desktop_app.domain.rules.committee import PartyCode
from desktop_app.text.office import members as words
from desktop_app.views.members.members_format import clock_told, seat_content, unit_content
from desktop_app.views.members.members_list import ListGroup, ListRow
from desktop_app.views.members.members_people import found_people, person_content
from desktop_app.views.members.members_signals import PERSON, SEAT, UNIT, RowKey
from desktop_app.widgets.controls.pill import Party

_MARKS = {PartyCode.PROVINCE: Party.GOVERNORATE, PartyCode.CENTER: Party.CENTER}


def seat_groups(sheet: MembersSheet, chosen: RowKey | None, *, archived: bool) -> list[ListGroup]:
    """A card a party: its clock and its seats in order."""
    groups = []
    for party in sheet.parties:
        lines = (*party.seats, *(party.archived_seats if archived else ()))
        rows = tuple(
            ListRow((SEAT, line.seat.id), seat_content(line, chosen=chosen == (SEAT, line.seat.id))) for line in lines
        )
        note = words.seats(len(party.seats))
        told = clock_told(party)
        groups.append(
            ListGroup(
                party.party.name,
                rows,
                _MARKS[party.party.code],
                note,
                told,
                empty=words.no_seats(may_add=not sheet.read_only),
            )
        )
    return groups


def unit_groups(sheet: MembersSheet, chosen: RowKey | None, *, archived: bool) -> list[ListGroup]:
    """A card a party: its own units, then the agencies that are coordinated with it."""
    groups = []
    for party in sheet.parties:
        mark = _MARKS[party.party.code]
        own = _units(party.units, chosen)
        groups.append(
            ListGroup(
                party.party.name, own, mark, words.units(len(own)), empty=words.no_units(may_add=not sheet.read_only)
            )
        )
        if party.party.code is PartyCode.PROVINCE:
            rows = _units(party.agencies, chosen)
            note = words.agencies(len(rows))
            groups.append(ListGroup(words.AGENCIES, rows, note=note, empty=words.NO_AGENCIES, own_card=False))
        if archived and party.archived_units:
            groups.append(_archived_units(party, chosen))
    return groups


def _archived_units(party: PartyMembers, chosen: RowKey | None) -> ListGroup:
    return ListGroup(words.ARCHIVED_GROUP, _units(party.archived_units, chosen), own_card=False)


def _units(lines: Sequence[UnitLine], chosen: RowKey | None) -> tuple[ListRow, ...]:
    return tuple(
        ListRow((UNIT, line.unit.id), unit_content(line, chosen=chosen == (UNIT, line.unit.id)), line.depth)
        for line in lines
    )


def people_groups(sheet: MembersSheet, chosen: RowKey | None, query: str, *, archived: bool) -> list[ListGroup]:
    """One card: who answers the search, in the order of a Persian list."""
    found = found_people(sheet.people, query)
    empty = words.nobody_found(query.strip()) if query.strip() else words.NO_PEOPLE
    groups = [ListGroup(words.PARTS[words.PEOPLE], _people(found, chosen), note=words.people(len(found)), empty=empty)]
    gone = found_people(sheet.archived_people, query) if archived else ()
    if gone:
        groups.append(ListGroup(words.ARCHIVED_GROUP, _people(gone, chosen), own_card=False))
    return groups


def _people(lines: Sequence[PersonLine], chosen: RowKey | None) -> tuple[ListRow, ...]:
    return tuple(
        ListRow((PERSON, line.person.id), person_content(line, chosen=chosen == (PERSON, line.person.id)))
        for line in lines
    )
