"""People, the seats of each party, nominations to them, and units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.rules.states import StateMachine


class SeatRole(StrEnum):
    """What the holder of a seat does in the committee."""

    CHAIR = "chair"
    DEPUTY = "deputy"
    SECRETARY = "secretary"
    REPRESENTATIVE = "representative"
    MEMBER = "member"


class NominationRole(StrEnum):
    """Main holder of a seat, or its alternate (علی‌البدل)."""

    MAIN = "main"
    ALTERNATE = "alternate"


class NominationState(StrEnum):
    """Stored states; «overdue» is computed from the memorandum's clock and never stored."""

    AWAITED = "awaited"
    INTRODUCED = "introduced"
    ACTIVE = "active"
    ENDED = "ended"


NOMINATIONS: StateMachine[NominationState] = StateMachine(
    "nomination",
    {
        NominationState.AWAITED: frozenset({NominationState.INTRODUCED}),
        NominationState.INTRODUCED: frozenset({NominationState.ACTIVE, NominationState.ENDED}),
        NominationState.ACTIVE: frozenset({NominationState.ENDED}),
        NominationState.ENDED: frozenset(),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person of the committee's life; archived, never deleted."""

    id: int = 0
    name: str
    post: str = ""
    archived_on: date | None = None
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A seat (کرسی) of a party; its history stays when its holder changes."""

    id: int = 0
    party_id: int
    role: SeatRole
    title: str
    ordinal: int
    archived_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Nomination:
    """A letter that names a person for a seat (معرفی نماینده)."""

    id: int = 0
    seat_id: int
    person_id: int | None
    role: NominationRole = NominationRole.MAIN
    state: NominationState = NominationState.AWAITED
    letter_number: str = ""
    letter_day: date | None = None
    from_day: date | None = None
    to_day: date | None = None


class UnitKind(StrEnum):
    """A unit of the party itself, or a provincial agency (دستگاه استان) coordinated with the governorate."""

    UNIT = "unit"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit (واحد) of a party, or a provincial body coordinated with the governorate."""

    id: int = 0
    party_id: int
    kind: UnitKind = UnitKind.UNIT
    name: str
    short_name: str = ""
    ordinal: int
    parent_id: int | None = None
    head: str = ""
    liaison: str = ""
    contact: str = ""
    archived_on: date | None = None

    @property
    def brief_name(self) -> str:
        """The short name; the whole one where there is none."""
        return self.short_name or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatHolder:
    """A filled seat on a given day, joined for screens and attendance."""

    seat_id: int
    party_id: int
    role: SeatRole
    title: str
    ordinal: int
    person_id: int
    name: str
    letter_number: str
    letter_day: date | None


def holds_on(nomination: Nomination, day: date) -> bool:
    """Whether the nomination fills its seat on ``day`` (both ends included)."""
    if nomination.person_id is None or nomination.from_day is None:
        return False
    return nomination.from_day <= day and (nomination.to_day is None or day <= nomination.to_day)


def holders_on(
    seats: Sequence[Seat], nominations: Sequence[Nomination], people: Sequence[Person], day: date
) -> tuple[SeatHolder, ...]:
    """Who fills each seat on ``day``: its main nominee, else its alternate; seats nobody fills are left out."""
    by_id = {person.id: person for person in people}
    holding = [one for one in nominations if holds_on(one, day) and one.person_id in by_id]
    found = []
    for seat in seats:
        chosen = _nominee(seat, holding)
        if chosen is not None and (seat.archived_on is None or seat.archived_on > day):
            found.append(_holder(seat, chosen, by_id[chosen.person_id or 0]))
    return tuple(found)


def _nominee(seat: Seat, holding: Sequence[Nomination]) -> Nomination | None:
    here = [one for one in holding if one.seat_id == seat.id]
    return next((one for one in here if one.role is NominationRole.MAIN), here[0] if here else None)


def _holder(seat: Seat, nomination: Nomination, person: Person) -> SeatHolder:
    return SeatHolder(
        seat_id=seat.id,
        party_id=seat.party_id,
        role=seat.role,
        title=seat.title,
        ordinal=seat.ordinal,
        person_id=person.id,
        name=person.name,
        letter_number=nomination.letter_number,
        letter_day=nomination.letter_day,
    )
