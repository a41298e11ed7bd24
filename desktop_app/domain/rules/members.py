"""People, units, the seats of each party, and the rules of nominations to them.

A letter lies in its days, a seat has one holder, a person one seat; a party has three weeks to name its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.committee import nomination_days_late, nomination_due
from desktop_app.domain.rules.states import StateMachine


class SeatRole(StrEnum):
    """The role of a seat in the committee."""

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
    """Stored states of a nomination; «overdue» is computed from the memorandum's clock."""

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
    """A unit (واحد) of a party, or a provincial agency coordinated with the governorate."""

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
        """The short name, or the full name when there is none."""
        return self.short_name or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatHolder:
    """The holder of a seat on a given day, with the facts of the seat and the person."""

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
    """Whether the nomination fills its seat on ``day``; the first and last days count."""
    if nomination.person_id is None or nomination.from_day is None:
        return False
    return nomination.from_day <= day and (nomination.to_day is None or day <= nomination.to_day)


def holders_on(
    seats: Sequence[Seat], nominations: Sequence[Nomination], people: Sequence[Person], day: date
) -> tuple[SeatHolder, ...]:
    """The holder of each seat on ``day``: the main nominee, else the alternate; vacant seats are left out."""
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


def require_sound(nomination: Nomination, signed_on: date | None, today: date) -> None:
    """Raise ``RuleBroken`` for a nomination without a person or with impossible days."""
    if nomination.person_id is None:
        raise RuleBroken("nominee_missing", field="person")
    _require_letter(nomination.letter_day, signed_on, today)
    if signed_on is not None and nomination.from_day is not None and nomination.from_day < signed_on:
        raise RuleBroken("membership_before_signing", field="from_day", day=format_date(signed_on))
    _require_span(nomination)


def _require_letter(letter_day: date | None, signed_on: date | None, today: date) -> None:
    if letter_day is None:
        raise RuleBroken("letter_without_day", field="letter_day")
    if letter_day > today:
        raise RuleBroken("letter_day_ahead", field="letter_day")
    if signed_on is not None and letter_day < signed_on:
        raise RuleBroken("nomination_before_signing", field="letter_day", day=format_date(signed_on))


def _require_span(nomination: Nomination) -> None:
    if nomination.to_day is None:
        return
    begun = nomination.from_day or nomination.letter_day
    if begun is not None and nomination.to_day < begun:
        raise RuleBroken("membership_ends_before_it_begins", field="to_day", day=format_date(begun))


def overlap(one: Nomination, other: Nomination) -> bool:
    """Whether two memberships share a day; one that has not begun shares none."""
    if one.from_day is None or other.from_day is None:
        return False
    return (other.to_day is None or one.from_day <= other.to_day) and (
        one.to_day is None or other.from_day <= one.to_day
    )


def clash_in_seat(nomination: Nomination, others: Iterable[Nomination]) -> Nomination | None:
    """Another membership of the seat and role with a common day, or None."""
    return next(
        (
            one
            for one in others
            if one.id != nomination.id
            and one.seat_id == nomination.seat_id
            and one.role is nomination.role
            and overlap(one, nomination)
        ),
        None,
    )


def clash_of_person(nomination: Nomination, others: Iterable[Nomination]) -> Nomination | None:
    """Another membership of the person with a common day, in any seat or role, or None."""
    return next(
        (
            one
            for one in others
            if one.id != nomination.id and one.person_id == nomination.person_id and overlap(one, nomination)
        ),
        None,
    )


def predecessor_of(nomination: Nomination, others: Iterable[Nomination]) -> Nomination | None:
    """The membership that a successor ends: of the seat and role, begun earlier, not over yet."""
    clashing = clash_in_seat(nomination, others)
    if clashing is None or clashing.from_day is None or nomination.from_day is None:
        return None
    return clashing if clashing.from_day < nomination.from_day else None


def ended_before(predecessor: Nomination, from_day: date) -> Nomination:
    """Return the predecessor, ended on the day before the successor begins."""
    return with_last_day(predecessor, from_day - timedelta(days=1))


def as_membership(nomination: Nomination, from_day: date) -> Nomination:
    """Return the nomination as a membership (عضو) from a day on."""
    state = NOMINATIONS.require(nomination.state, NominationState.ACTIVE)
    if nomination.letter_day is not None and from_day < nomination.letter_day:
        raise RuleBroken("membership_before_letter", field="from_day", day=format_date(nomination.letter_day))
    return replace(nomination, state=state, from_day=from_day)


def with_last_day(nomination: Nomination, last_day: date) -> Nomination:
    """Return the nomination with its last day; one that never began is withdrawn on that day."""
    state = NOMINATIONS.require(nomination.state, NominationState.ENDED)
    found = replace(nomination, state=state, to_day=last_day)
    _require_span(found)
    return found


def state_by_days(nomination: Nomination) -> NominationState:
    """The state of a new nomination: member when it has a first day, else introduced."""
    return NominationState.INTRODUCED if nomination.from_day is None else NominationState.ACTIVE


def not_over_on(nomination: Nomination, day: date) -> bool:
    """Whether the nomination is not over on ``day``: waiting, running, or beginning later."""
    if nomination.state is NominationState.AWAITED:
        return False
    if nomination.state is NominationState.INTRODUCED:
        return True
    return nomination.to_day is None or nomination.to_day >= day


# ---- the three weeks of the memorandum


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyClock:
    """The nomination clock of one party: the deadline, the day of nomination, and the days late.

    ``days_late`` are those of the first letter, or of today while nobody is named; ``days_left`` count to the
    deadline while nobody is named.
    """

    due: date
    introduced_on: date | None
    days_late: int
    days_left: int
    followed: bool = False
    """Somebody was named before the records: the first letter that is known says nothing of the three weeks."""

    @property
    def in_time(self) -> bool:
        """Whether the party named somebody within three weeks."""
        return self.introduced_on is not None and not self.days_late and not self.followed

    @property
    def is_overdue(self) -> bool:
        """Whether the three weeks are over and nobody is named."""
        return self.introduced_on is None and bool(self.days_late)


def party_clock(
    signed_on: date | None, nominations: Sequence[Nomination], today: date, *, met_before: bool = False
) -> PartyClock | None:
    """Compute the clock from the nominations of one party; None until the signing day is known.

    A committee that ``met_before`` its records had representatives then: a letter after the three weeks may be that of
    a successor, and is never called late.
    """
    if signed_on is None:
        return None
    letters = [
        one.letter_day for one in nominations if one.role is NominationRole.MAIN and one.letter_day and one.person_id
    ]
    first = min(letters, default=None)
    due = nomination_due(signed_on)
    followed = met_before and first is not None and first > due
    return PartyClock(
        due=due,
        introduced_on=first,
        followed=followed,
        days_late=0 if followed else nomination_days_late(signed_on, first, today),
        days_left=max(0, (due - today).days) if first is None else 0,
    )
