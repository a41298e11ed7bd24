"""Read model of the members page: seats with their history, units as trees, people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.read_models.paper_sheets import PaperRef
from desktop_app.domain.rules.committee import Party
from desktop_app.domain.rules.members import (
    Nomination,
    NominationRole,
    PartyClock,
    Person,
    Seat,
    Unit,
    UnitKind,
    holds_on,
    not_over_on,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A nomination with the name and post of its person."""

    nomination: Nomination
    name: str
    post: str = ""
    papers: tuple[PaperRef, ...] = ()
    """The letters that named the person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatLine:
    """A seat with its holder today, its alternate, its future holders, and all nominations, newest first."""

    seat: Seat
    holder: Membership | None
    alternate: Membership | None
    expected: tuple[Membership, ...]
    history: tuple[Membership, ...]

    @property
    def vacant(self) -> bool:
        """Whether the seat has no main holder today."""
        return self.holder is None and self.seat.archived_on is None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLine:
    """A unit and its depth in the tree of its party."""

    unit: Unit
    depth: int
    parent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitDetails:
    """Details of the selected unit: its number of open tasks, and its letters, newest first."""

    open_tasks: int = 0
    letters: tuple[PaperRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyMembers:
    """One party: its nomination clock, its seats in order, and the trees of its units and agencies."""

    party: Party
    seats: tuple[SeatLine, ...]
    archived_seats: tuple[SeatLine, ...]
    units: tuple[UnitLine, ...]
    agencies: tuple[UnitLine, ...]
    archived_units: tuple[UnitLine, ...]
    clock: PartyClock | None = None
    reminders: tuple[PaperRef, ...] = ()
    """Letters that reminded it of naming its people, while it has named nobody in time; the newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldSeat:
    """One membership of a person: the seat, the party, and whether it is current or in the future."""

    membership: Membership
    seat: Seat
    party: Party
    running: bool
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """A person with all nominations to seats, newest first."""

    person: Person
    seats: tuple[HeldSeat, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MembersSheet:
    """The complete members page on one day."""

    today: date
    signed_on: date | None
    calendar: WorkCalendar
    parties: tuple[PartyMembers, ...]
    people: tuple[PersonLine, ...]
    archived_people: tuple[PersonLine, ...]
    read_only: bool = False
    """Nothing can be recorded: the data are only looked at."""

    def seat(self, seat_id: int) -> tuple[PartyMembers, SeatLine] | None:
        """Return a seat with its party, also an archived one."""
        for party in self.parties:
            for line in (*party.seats, *party.archived_seats):
                if line.seat.id == seat_id:
                    return party, line
        return None

    def unit(self, unit_id: int) -> tuple[PartyMembers, UnitLine] | None:
        """Return a unit with its party, also an archived one."""
        for party in self.parties:
            for line in (*party.units, *party.agencies, *party.archived_units):
                if line.unit.id == unit_id:
                    return party, line
        return None

    def person(self, person_id: int) -> PersonLine | None:
        """Return a person, also an archived one."""
        every = (*self.people, *self.archived_people)
        return next((line for line in every if line.person.id == person_id), None)

    @property
    def vacancies(self) -> int:
        """Number of seats without a holder today."""
        return sum(line.vacant for party in self.parties for line in party.seats)

    @property
    def without_liaison(self) -> int:
        """Number of units, archived ones excluded, whose liaison is unknown."""
        lines = (line for party in self.parties for line in (*party.units, *party.agencies))
        return sum(not line.unit.liaison.strip() for line in lines)


def newest_first(memberships: Iterable[Membership]) -> tuple[Membership, ...]:
    """Sort by the day on which the membership began or its letter came; a later entry comes first."""

    def place(one: Membership) -> tuple[date, int]:
        nomination = one.nomination
        return nomination.from_day or nomination.letter_day or date.min, nomination.id

    return tuple(sorted(memberships, key=place, reverse=True))


def seat_line(seat: Seat, memberships: Sequence[Membership], today: date) -> SeatLine:
    """Build the line of a seat from all its memberships."""
    ordered = newest_first(memberships)

    def running(role: NominationRole) -> Membership | None:
        return next((one for one in ordered if one.nomination.role is role and holds_on(one.nomination, today)), None)

    expected = tuple(
        one for one in ordered if not_over_on(one.nomination, today) and not holds_on(one.nomination, today)
    )
    return SeatLine(
        seat=seat,
        holder=running(NominationRole.MAIN),
        alternate=running(NominationRole.ALTERNATE),
        expected=expected,
        history=ordered,
    )


def tree(units: Sequence[Unit], kind: UnitKind) -> tuple[UnitLine, ...]:
    """Return the units of a kind, each after its parent; a unit with an archived parent is at the top level."""
    living = [unit for unit in units if unit.archived_on is None and unit.kind is kind]
    by_id = {unit.id: unit for unit in living}
    children: dict[int | None, list[Unit]] = {}
    for unit in living:
        children.setdefault(unit.parent_id if unit.parent_id in by_id else None, []).append(unit)
    found: list[UnitLine] = []

    def walk(parent: Unit | None, depth: int) -> None:
        for unit in children.get(parent.id if parent else None, ()):
            found.append(UnitLine(unit=unit, depth=depth, parent=parent.name if parent else ""))
            walk(unit, depth + 1)

    walk(None, 0)
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class NominationDraft:
    """Values of the nomination form: the nomination, a new person if any, and whether it ends the current holder."""

    nomination: Nomination
    newcomer: Person | None = None
    succeeds: bool = False
