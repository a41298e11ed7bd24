"""View state of the members page: part, selected row, archived rows, search; its header and its cards.

Cards are seats per party, units as trees, and people in one list. The lists can be copied as cells into a spreadsheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.read_models.members_sheet import (
    MembersSheet,
    PartyMembers,
    PersonLine,
    SeatLine,
    UnitDetails,
    UnitLine,
)
from desktop_app.domain.rules.committee import PartyCode
from desktop_app.domain.rules.members import PartyClock
from desktop_app.domain.text.digits import record_number
from desktop_app.domain.text.spreadsheet_cells import tab_separated
from desktop_app.forms.members_page import Ui_MembersPage
from desktop_app.widgets.controls.pill import Party
from desktop_app.widgets.fields.segmented import Segment
from desktop_app.widgets.shell.action_bar import PageAction
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.state_mark import Shape
from desktop_app.widgets.style.tokens import Ink, TextRole, Tone
from desktop_app.window.kit.members_details import Detail, changes_nothing, read_only, seat_detail, unit_detail
from desktop_app.window.kit.members_fields import UNIT_TEXTS
from desktop_app.window.kit.members_format import (
    PERSON,
    SEAT,
    UNIT,
    RowKey,
    alert_of,
    clock_sentence,
    context_of,
    seat_content,
    unit_content,
)
from desktop_app.window.kit.members_people import person_cells, person_content, person_detail, search_people
from desktop_app.window.members import words as letter_words
from desktop_app.window.members.list import ListGroup, ListRow
from desktop_app.words import members as words


def seat_cells(party: PartyMembers, line: SeatLine) -> tuple[str, ...]:
    """Return the spreadsheet cells of one seat."""
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
    """Return the spreadsheet cells of one unit."""
    unit = line.unit
    kind = words.KINDS[unit.kind.value]
    return (party.party.name, kind, unit.name, line.parent, *(one.text(unit) for one in UNIT_TEXTS))


def column_heads(part: str) -> tuple[str, ...]:
    """The heads of the copied columns of a part."""
    texts = tuple(one.label for one in UNIT_TEXTS) if part == words.UNITS else ()
    return (*words.COLUMNS[part], *texts)


def list_cells(sheet: MembersSheet, part: str) -> list[tuple[str, ...]]:
    """Return the spreadsheet cells of a whole part with column titles."""
    rows: list[tuple[str, ...]] = [column_heads(part)]
    if part == words.SEATS:
        rows += [seat_cells(party, line) for party in sheet.parties for line in party.seats]
    elif part == words.UNITS:
        rows += [unit_cells(party, line) for party in sheet.parties for line in (*party.units, *party.agencies)]
    else:
        rows += [person_cells(line) for line in sheet.people]
    return rows


def row_cells(sheet: MembersSheet, key: RowKey) -> tuple[str, ...]:
    """Return the spreadsheet cells of a row of any kind."""
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


_MARKS = {PartyCode.PROVINCE: Party.GOVERNORATE, PartyCode.CENTER: Party.CENTER}


def seat_groups(sheet: MembersSheet, chosen: RowKey | None, *, archived: bool) -> list[ListGroup]:
    """Return a card per party: its nomination deadline and its seats."""
    groups = []
    for party in sheet.parties:
        lines = (*party.seats, *(party.archived_seats if archived else ()))
        rows = tuple(
            ListRow((SEAT, line.seat.id), seat_content(line, chosen=chosen == (SEAT, line.seat.id))) for line in lines
        )
        note = words.seats(len(party.seats))
        told = clock_sentence(party)
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
    """Return a card per party: its own units, then its coordinated agencies."""
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
    """Return one card with the people that match the search, in Persian alphabetical order."""
    found = search_people(sheet.people, query)
    empty = words.nobody_found(query.strip()) if query.strip() else words.NO_PEOPLE
    groups = [ListGroup(words.PARTS[words.PEOPLE], _people(found, chosen), note=words.people(len(found)), empty=empty)]
    gone = search_people(sheet.archived_people, query) if archived else ()
    if gone:
        groups.append(ListGroup(words.ARCHIVED_GROUP, _people(gone, chosen), own_card=False))
    return groups


def _people(lines: Sequence[PersonLine], chosen: RowKey | None) -> tuple[ListRow, ...]:
    return tuple(
        ListRow((PERSON, line.person.id), person_content(line, chosen=chosen == (PERSON, line.person.id)))
        for line in lines
    )


KIND_OF = {words.SEATS: SEAT, words.UNITS: UNIT, words.PEOPLE: PERSON}


@dataclass(slots=True)
class Shown:
    """State of the members page; each part keeps its selected row."""

    sheet: MembersSheet
    part: str = words.SEATS
    archived: bool = False
    query: str = ""
    chosen: dict[str, RowKey] = field(default_factory=dict)
    in_hand: dict[int, UnitDetails] = field(default_factory=dict)

    @property
    def key(self) -> RowKey | None:
        """The key of the selected row."""
        return self.chosen.get(self.part)

    def choose(self, key: RowKey) -> None:
        """Select a row and the part it belongs to."""
        self.part = next(part for part, kind in KIND_OF.items() if kind == key[0])
        self.chosen[self.part] = key

    def groups(self, order: Sequence[RowKey]) -> list[ListGroup]:
        """Return the cards of the part; if the selected row is gone, select its neighbour.

        ``order`` are the rows as they stood until now.
        """
        found = self._groups()
        keys = [row.key for group in found for row in group.rows]
        if self.key in keys:
            return found
        before = self.chosen.pop(self.part, None)
        if keys:
            place = order.index(before) if before in order else 0
            self.chosen[self.part] = keys[min(place, len(keys) - 1)]
        return self._groups()

    def detail(self) -> Detail | None:
        """Return the details of the selected record."""
        found = _detail_of(self.sheet, self.key, self.in_hand.get(self.key[1], UnitDetails())) if self.key else None
        return read_only(found) if found is not None and self.sheet.read_only else found

    def allows(self, act: str) -> bool:
        """Whether an action is offered; read-only data offer no changes."""
        return not self.sheet.read_only or changes_nothing(act)

    def cells(self, *, whole: bool, focused: RowKey | None = None) -> str:
        """Return the spreadsheet cells of the part, or of one row."""
        if whole:
            return tab_separated(list_cells(self.sheet, self.part))
        key = focused or self.key
        return tab_separated([row_cells(self.sheet, key)]) if key else ""

    def _groups(self) -> list[ListGroup]:
        if self.part == words.SEATS:
            return seat_groups(self.sheet, self.key, archived=self.archived)
        if self.part == words.UNITS:
            return unit_groups(self.sheet, self.key, archived=self.archived)
        return people_groups(self.sheet, self.key, self.query, archived=self.archived)


def _detail_of(sheet: MembersSheet, key: RowKey, in_hand: UnitDetails) -> Detail | None:
    """Return the details of a record; None if it no longer exists."""
    kind, record_id = key
    if kind == SEAT:
        seat = sheet.seat(record_id)
        return seat_detail(sheet, *seat) if seat else None
    if kind == PERSON:
        person = sheet.person(record_id)
        return person_detail(sheet, person) if person else None
    unit = sheet.unit(record_id)
    return unit_detail(sheet, *unit, in_hand) if unit else None


LATE = "late_"
"""Before the id of a party whose representative is awaited too long: the letter that reminds it."""


def late_clock(party: PartyMembers) -> PartyClock | None:
    """Return the deadline of a party that has not nominated anybody within three weeks."""
    clock = party.clock
    return clock if clock is not None and clock.is_overdue else None


def set_fixed_texts(ui: Ui_MembersPage) -> None:
    """Set fixed texts and styles of the page."""
    ui.title.set_role(TextRole.PAGE_TITLE)
    ui.title.setText(words.MEMBERS)
    ui.context.set_role(TextRole.SECOND)
    ui.context.set_ink(Ink.SECOND)
    ui.parts.set_segments([Segment(key, name) for key, name in words.PARTS.items()])
    ui.parts.setAccessibleName(words.PART_SWITCH)
    ui.parts.set_value(words.SEATS)
    ui.archived.setAccessibleName(words.SHOW_ARCHIVED)
    ui.search.setPlaceholderText(words.SEARCH_PEOPLE)
    ui.search.setAccessibleName(words.SEARCH_PEOPLE)
    ui.search.set_hint("Ctrl+F")


def show_head(ui: Ui_MembersPage, shown: Shown) -> None:
    """Show what needs a decision, then the counts and the actions of the part."""
    alert = alert_of(shown.sheet, shown.part)
    ui.alert.show_state(alert, Tone.WARNING, Shape.SQUARE_BAR)
    ui.alert.setVisible(bool(alert))
    ui.context.setText(context_of(shown.sheet, shown.part))
    ui.search.setVisible(shown.part == words.PEOPLE)
    for part in (ui.context, ui.parts, ui.archived):
        part.show()
    ui.parts.set_value(shown.part)
    copy = PageAction("copy", words.COPY_LIST, "clipboard-copy")
    if shown.sheet.read_only:
        ui.actions.show_acts((), (copy,))
        return
    letters = tuple(
        PageAction(f"{LATE}{one.party.id}", letter_words.remind(one.party.brief_name), "mail")
        for one in shown.sheet.parties
        if late_clock(one) is not None
    )
    add = PageAction("add", words.ADD[shown.part], "plus", ButtonKind.FILLED, "Ins")
    ui.actions.show_acts((add,), (copy, *letters))


def show_empty(ui: Ui_MembersPage, *, founding: bool) -> None:
    """Show the page without a committee; `founding` offers to create one."""
    why, action = (words.NO_COMMITTEE_WHY, words.FOUND) if founding else ("", "")
    ui.empty.set_content(words.NO_COMMITTEE, why, icon="users", action=action)
    ui.actions.show_acts(())
    for part in (ui.alert, ui.context, ui.parts, ui.archived, ui.search):
        part.hide()
