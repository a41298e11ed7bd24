"""View state of the page of members: part, chosen row, archived ones shown or not, and search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop_app.domain.read_models.members_sheet import MembersSheet, UnitInHand
from desktop_app.domain.text.spreadsheet_cells import tab_separated
from desktop_app.text.office import members as words
from desktop_app.views.members.members_cells import list_cells, row_cells
from desktop_app.views.members.members_details import Detail, read_only, reads, seat_detail, unit_detail
from desktop_app.views.members.members_groups import people_groups, seat_groups, unit_groups
from desktop_app.views.members.members_list import ListGroup
from desktop_app.views.members.members_people import person_detail
from desktop_app.views.members.members_signals import PERSON, SEAT, UNIT, RowKey

KIND_OF = {words.SEATS: SEAT, words.UNITS: UNIT, words.PEOPLE: PERSON}


@dataclass(slots=True)
class Shown:
    """The page's own state; each part keeps its chosen row."""

    sheet: MembersSheet
    part: str = words.SEATS
    archived: bool = False
    query: str = ""
    chosen: dict[str, RowKey] = field(default_factory=dict)
    in_hand: dict[int, UnitInHand] = field(default_factory=dict)

    @property
    def key(self) -> RowKey | None:
        """The chosen row of the part that shows."""
        return self.chosen.get(self.part)

    def choose(self, key: RowKey) -> None:
        """Choose a row, in the part that it belongs to."""
        self.part = next(part for part, kind in KIND_OF.items() if kind == key[0])
        self.chosen[self.part] = key

    def groups(self, order: Sequence[RowKey]) -> list[ListGroup]:
        """The cards of the part; a chosen row that is gone gives way to the one that stands in its place.

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
        """What is beside the list."""
        found = _detail_of(self.sheet, self.key, self.in_hand.get(self.key[1], UnitInHand())) if self.key else None
        return read_only(found) if found is not None and self.sheet.read_only else found

    def allows(self, act: str) -> bool:
        """Whether an act is offered: of data that are only looked at nothing that would be refused."""
        return not self.sheet.read_only or reads(act)

    def cells(self, *, whole: bool, focused: RowKey | None = None) -> str:
        """The part, or one row of it, as a spreadsheet takes it."""
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


def _detail_of(sheet: MembersSheet, key: RowKey, in_hand: UnitInHand) -> Detail | None:
    """The detail of a record; None when it is there no more."""
    kind, record_id = key
    if kind == SEAT:
        seat = sheet.seat(record_id)
        return seat_detail(sheet, *seat) if seat else None
    if kind == PERSON:
        person = sheet.person(record_id)
        return person_detail(sheet, person) if person else None
    unit = sheet.unit(record_id)
    return unit_detail(sheet, *unit, in_hand) if unit else None
