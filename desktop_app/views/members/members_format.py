"""Display data of seats, units and people: words, marks and tones of rows, clocks and histories."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.calendar.jalali import format_date, format_long
from desktop_app.domain.read_models.members_sheet import (
    Membership,
    MembersSheet,
    PartyMembers,
    PersonLine,
    SeatLine,
    UnitLine,
)
from desktop_app.domain.read_models.register_sheet import PaperRef
from desktop_app.domain.rules.members import NominationRole, NominationState, SeatRole, UnitKind, holds_on
from desktop_app.domain.text.digits import record_number
from desktop_app.text.office import members as words
from desktop_app.text.registers.registers import register_row
from desktop_app.text.shared.parts import filled
from desktop_app.widgets.lists.item_drawing import ItemContent
from desktop_app.widgets.lists.state_mark import Shape
from desktop_app.widgets.style.tokens import Tone


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with its mark."""

    text: str
    shape: Shape
    tone: Tone


def joined(*parts: str) -> str:
    """The parts that say something, with dots between."""
    return words.DOT.join(filled(*parts))


# ---- the clock


def clock_told(party: PartyMembers) -> Told:
    """The three weeks of one party, and the letter that reminded it last."""
    clock = party.clock
    if clock is None:
        return Told(words.CLOCK_UNKNOWN, Shape.DASHED_RING, Tone.NEUTRAL)
    due = format_long(clock.due)
    if clock.introduced_on is not None:
        day = format_long(clock.introduced_on)
        if clock.in_time:
            return Told(words.named_in_time(day, due), Shape.DISC_CHECK, Tone.DONE)
        if clock.followed:
            return Told(words.named_after_others(day), Shape.DISC_CHECK, Tone.NEUTRAL)
        return Told(words.named_late(day, due, clock.days_late), Shape.TRIANGLE, Tone.DANGER)
    if clock.days_late:
        late = words.not_named_late(due, clock.days_late)
        return Told(joined(late, *map(_reminded, party.reminders[:1])), Shape.TRIANGLE, Tone.DANGER)
    return Told(words.not_named_yet(due, clock.days_left), Shape.RING_DOT, Tone.PROGRESS)


def _reminded(letter: PaperRef) -> str:
    return words.reminded(format_long(letter.day), register_row(letter.row, letter.year))


# ---- rows


def seat_content(line: SeatLine, *, chosen: bool) -> ItemContent:
    """Who sits on the seat; a vacant one says so first."""
    seat, holder = line.seat, line.holder
    role = words.ROLES[seat.role.value]
    named = seat.role is SeatRole.MEMBER or seat.title.startswith(role)
    coming = [words.expected(one.name, _long(one.nomination.from_day)) for one in line.expected]
    note = joined(
        seat.title if named else f"{seat.title} ({role})",
        words.alternate(line.alternate.name) if line.alternate else "",
        *coming,
        letter_of(holder) if holder else "",
    )
    if seat.archived_on is not None:
        title = joined(seat.title, words.ARCHIVED)
        return ItemContent(title, note, icon="archive", quiet=True, chosen=chosen, spoken=joined(title, note))
    if holder is None:
        return ItemContent(
            words.VACANT,
            note,
            shape=Shape.SQUARE_BAR,
            tone=Tone.WARNING,
            chosen=chosen,
            spoken=joined(words.VACANT, note),
        )
    since = words.since(_long(holder.nomination.from_day))
    return ItemContent(holder.name, note, since, icon="user", chosen=chosen, spoken=joined(holder.name, note, since))


def unit_content(line: UnitLine, *, chosen: bool) -> ItemContent:
    """A unit with head and liaison; one that nobody speaks for is marked."""
    unit = line.unit
    note = joined(
        words.head(unit.head) if unit.head else "",
        words.liaison(unit.liaison) if unit.liaison else "",
        record_number(unit.contact),
    )
    spoken = joined(unit.name, line.parent, note)
    if unit.archived_on is not None:
        title = joined(unit.name, words.ARCHIVED)
        return ItemContent(title, note, icon="archive", quiet=True, chosen=chosen, spoken=spoken)
    if not unit.liaison.strip():
        return ItemContent(
            unit.name,
            note,
            words.NO_LIAISON,
            Shape.SQUARE_BAR,
            Tone.WARNING,
            chosen=chosen,
            spoken=joined(spoken, words.NO_LIAISON),
        )
    icon = "landmark" if unit.kind is UnitKind.AGENCY else "building-2"
    return ItemContent(unit.name, note, icon=icon, chosen=chosen, spoken=spoken)


def seats_of(line: PersonLine) -> tuple[str, ...]:
    """The seats that a person holds today."""
    return tuple(words.seat_of(one.seat.title, one.party.name) for one in line.seats if one.running)


# ---- histories


def letter_of(membership: Membership) -> str:
    """The letter of a nomination."""
    one = membership.nomination
    if not one.letter_number and one.letter_day is None:
        return ""
    return words.letter(record_number(one.letter_number), format_date(one.letter_day) if one.letter_day else "")


def span_of(membership: Membership) -> str:
    """From when to when."""
    one = membership.nomination
    return words.span(_long(one.from_day), _long(one.to_day))


def state_of(membership: Membership, today: date) -> Told:
    """What a nomination is today: a member, introduced, to come, or over."""
    one = membership.nomination
    role = words.ALTERNATE if one.role is NominationRole.ALTERNATE else ""
    if holds_on(one, today):
        return Told(role or words.STATES["active"], Shape.DISC_CHECK, Tone.DONE)
    if one.from_day is not None and one.from_day > today:
        return Told(joined(role, words.expected_state(_long(one.from_day))), Shape.RING_DOT, Tone.PROGRESS)
    if one.state is NominationState.INTRODUCED:
        return Told(joined(role, words.STATES["introduced"]), Shape.RING_DOT, Tone.PROGRESS)
    return Told(joined(role, words.STATES["ended"]), Shape.PLAIN_RING, Tone.NEUTRAL)


def _long(day: date | None) -> str:
    return format_long(day) if day is not None else ""


# ---- the head of the page


def alert_of(sheet: MembersSheet, part: str) -> str:
    """What needs a person in a part; empty where nothing does."""
    if part == words.SEATS and sheet.vacancies:
        return words.vacancies(sheet.vacancies)
    if part == words.UNITS and sheet.without_liaison:
        return words.without_liaison(sheet.without_liaison)
    return ""


def context_of(sheet: MembersSheet, part: str) -> str:
    """The counts of a part."""
    if part == words.SEATS:
        return words.seats(sum(len(party.seats) for party in sheet.parties))
    if part == words.UNITS:
        return words.units(sum(len(party.units) + len(party.agencies) for party in sheet.parties))
    return words.people(len(sheet.people))
