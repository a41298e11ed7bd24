"""Meetings: states and checks, agenda, and attendance of seats and guests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.calendar.jalali import format_words
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.states import StateMachine


class MeetingKind(StrEnum):
    """Ordinary monthly meeting or extraordinary one."""

    ORDINARY = "ordinary"
    EXTRAORDINARY = "extraordinary"


class MeetingState(StrEnum):
    """The states of a meeting; the last three are exceptions to the main course."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    CONVENED = "convened"
    IN_SESSION = "in_session"
    HELD = "held"
    CLOSED = "closed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    INQUORATE = "inquorate"


_M = MeetingState
MEETINGS: StateMachine[MeetingState] = StateMachine(
    "meeting",
    {
        _M.DRAFT: frozenset({_M.SCHEDULED, _M.CANCELLED}),
        _M.SCHEDULED: frozenset({_M.CONVENED, _M.POSTPONED, _M.CANCELLED}),
        _M.CONVENED: frozenset({_M.IN_SESSION, _M.POSTPONED, _M.CANCELLED}),
        _M.IN_SESSION: frozenset({_M.HELD, _M.INQUORATE}),
        # how a session ended may be put right while its minutes are not final
        _M.HELD: frozenset({_M.CLOSED, _M.INQUORATE}),
        _M.INQUORATE: frozenset({_M.CLOSED, _M.HELD}),
        _M.POSTPONED: frozenset({_M.SCHEDULED, _M.CANCELLED}),
        _M.CANCELLED: frozenset(),
        _M.CLOSED: frozenset(),
    },
    reasoned=frozenset({_M.POSTPONED, _M.CANCELLED}),
    reasoned_moves=frozenset({(_M.HELD, _M.INQUORATE), (_M.INQUORATE, _M.HELD)}),
)
OVER = frozenset({_M.HELD, _M.INQUORATE, _M.CLOSED})
"""States in which the meeting has taken place and its minutes may be finalised."""
BEGUN = OVER | {_M.IN_SESSION}
"""States of a meeting whose session has begun: its minutes have something to tell."""

ATTENDANCE_OPEN = frozenset({_M.CONVENED, _M.IN_SESSION, _M.HELD, _M.INQUORATE})
"""States in which attendance may be marked: excuses come before the day, corrections after it."""
BEFORE_INVITING = frozenset({_M.DRAFT, _M.SCHEDULED, _M.POSTPONED})
"""States in which nobody is invited to the meeting's day."""
GUESTS_OPEN = ATTENDANCE_OPEN | {_M.SCHEDULED, _M.POSTPONED}
"""States in which the list of guests may change: they are invited with the members."""
FREE_DAY = frozenset({_M.DRAFT, _M.SCHEDULED, _M.POSTPONED, _M.IN_SESSION, _M.HELD, _M.INQUORATE})
"""States in which the day may change; once members are invited the meeting is postponed instead."""
SHUT = frozenset({_M.CANCELLED, _M.CLOSED})
"""States in which nothing of a meeting changes any more."""


class AgendaKind(StrEnum):
    """The purpose of an agenda item."""

    FOLLOW_UP = "follow_up"
    PREVIOUS_MINUTES = "previous_minutes"
    TOPIC = "topic"
    NEXT_MEETING = "next_meeting"


class AgendaState(StrEnum):
    """Progress of an agenda item in the session."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    PARKED = "parked"


class DispositionKind(StrEnum):
    """What becomes of an agenda item that was not reached: to the next meeting, parked, or left out."""

    NEXT = "next"
    PARKED = "parked"
    LEFT = "left"


class AttendanceState(StrEnum):
    """How a seat attended; ``UNMARKED`` until the operator marks it."""

    UNMARKED = "unmarked"
    PRESENT = "present"
    VIDEO = "video"
    SUBSTITUTE = "substitute"
    EXCUSED = "excused"
    ABSENT = "absent"


ATTENDED = frozenset({AttendanceState.PRESENT, AttendanceState.VIDEO, AttendanceState.SUBSTITUTE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting (جلسه); its number is given when convened and never reused."""

    id: int = 0
    committee_id: int
    number: int | None = None
    kind: MeetingKind = MeetingKind.ORDINARY
    state: MeetingState = MeetingState.DRAFT
    day: date | None = None
    starts_at: str = ""
    began_at: str = ""
    ended_at: str = ""
    place: str = ""
    chair: str = ""
    secretary: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One item of the agenda (بند دستور); a parked item waits without a meeting."""

    id: int = 0
    committee_id: int
    meeting_id: int | None
    ordinal: int
    title: str
    kind: AgendaKind = AgendaKind.TOPIC
    state: AgendaState = AgendaState.WAITING
    presenter: str = ""
    background: str = ""
    """What the room reads of it beforehand, a paragraph a line; it is printed in the agenda pack alone."""
    planned_minutes: int = 0
    spent_seconds: int = 0
    started_at: str = ""
    """Instant since which the item runs; empty unless ``RUNNING``, so that its clock outlives a restart."""
    resolution_id: int | None = None
    carried_from_id: int | None = None
    """The item of an earlier meeting that was not reached there, and goes on here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One seat in one version of the minutes, with the printed words."""

    id: int = 0
    minutes_version_id: int
    seat_id: int
    party_id: int
    ordinal: int
    name: str
    post: str
    state: AttendanceState = AttendanceState.UNMARKED
    substitute_name: str = ""
    letter_number: str = ""
    letter_day: date | None = None
    arrived_at: str = ""
    left_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """A guest (مدعو): listed apart, without a vote and a signature."""

    id: int = 0
    minutes_version_id: int
    ordinal: int
    name: str
    post: str = ""
    arrived_at: str = ""
    left_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingAct:
    """A change of a meeting's state: from, to, day, actor, reason. Never changed or removed."""

    id: int = 0
    meeting_id: int
    source: MeetingState
    target: MeetingState
    day: date
    at: str
    actor: str
    reason: str = ""


def require_can_convene(meeting: Meeting, agenda: Sequence[AgendaItem], unseated: Sequence[str]) -> None:
    """Raise ``RuleBroken`` unless day, hour, place, an agenda item and a filled seat of each party are there.

    ``unseated`` names the parties that nobody represents on the day. Raises ``RuleBroken``.
    """
    if meeting.day is None:
        raise RuleBroken("meeting_without_day", field="day")
    if not meeting.starts_at:
        raise RuleBroken("meeting_without_hour", field="starts_at")
    if not meeting.place.strip():
        raise RuleBroken("meeting_without_place", field="place")
    if not agenda:
        raise RuleBroken("agenda_empty", field="agenda")
    if unseated:
        raise RuleBroken("party_without_seat", party=unseated[0])


def require_open(meeting: Meeting) -> None:
    """Raise ``RuleBroken`` when the meeting is cancelled or its file closed."""
    if meeting.state in SHUT:
        raise RuleBroken("meeting_shut", state=meeting.state)


def require_can_begin(meeting: Meeting, today: date) -> None:
    """Raise ``RuleBroken`` when the session would begin before the meeting's day."""
    if meeting.day is None:
        raise RuleBroken("meeting_without_day", field="day")
    if today < meeting.day:
        # no field: who was invited to a day is told of another one by postponing
        raise RuleBroken("session_before_its_day", day=format_words(meeting.day))


def is_past(meeting: Meeting, today: date) -> bool:
    """Whether the meeting's day is over, so that its hours are typed."""
    return meeting.day is not None and meeting.day < today


def require_times(meeting: Meeting) -> None:
    """Raise ``RuleBroken`` unless the end is after the beginning."""
    if meeting.ended_at and not meeting.began_at:
        raise RuleBroken("session_without_begin", field="began_at")
    if meeting.ended_at and meeting.ended_at < meeting.began_at:
        raise RuleBroken("session_ends_before_begin", field="ended_at", began_at=meeting.began_at)


def next_number(numbers: Iterable[int | None], before: int = 0) -> int:
    """The number of the next convened meeting; numbers run through the committee's life.

    ``before`` is the last number from before the records began here.
    """
    return max([before, *(number for number in numbers if number is not None)]) + 1


def unmarked(attendance: Sequence[Attendance]) -> tuple[Attendance, ...]:
    """The attendance rows without a mark."""
    return tuple(row for row in attendance if row.state is AttendanceState.UNMARKED)


def require_attendance_complete(attendance: Sequence[Attendance]) -> None:
    """Raise ``RuleBroken`` unless every seat is marked and every substitute has a name."""
    missing = unmarked(attendance)
    if missing:
        raise RuleBroken("attendance_incomplete", field="attendance", count=len(missing), name=missing[0].name)
    for row in attendance:
        if row.state is AttendanceState.SUBSTITUTE and not row.substitute_name.strip():
            raise RuleBroken("substitute_without_name", field="attendance", name=row.name)


def reorder(items: Sequence[AgendaItem], item_id: int, step: int) -> tuple[int, ...]:
    """Return the item ids after moving one item by ``step``, not past either end."""
    ids = [item.id for item in items]
    if item_id not in ids:
        raise RuleBroken("agenda_item_unknown", item_id=item_id)
    place = ids.index(item_id)
    ids.insert(max(0, min(len(ids) - 1, place + step)), ids.pop(place))
    return tuple(ids)
