"""Deadlines (مهلت) of resolutions: a day, a count from an event, the next meeting, or continuous.

For a deadline on a closed day the next working day or an equal count in working days is offered. The count is offered
only where it stays near the day that was meant: ten days may have been meant as ten working days, but forty working
days end weeks later.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.errors import RuleBroken


class DeadlineKind(StrEnum):
    """The kind of a deadline."""

    NONE = "none"
    DAY = "day"
    RELATIVE = "relative"
    NEXT_MEETING = "next_meeting"
    CONTINUOUS = "continuous"


class RelativeUnit(StrEnum):
    """The unit in which a relative deadline counts."""

    DAYS = "days"
    WORKING_DAYS = "working_days"


class RelativeBase(StrEnum):
    """The event from which a relative deadline counts."""

    MEETING = "meeting"
    NOTIFICATION = "notification"


MOST_DAYS = 3650
"""The longest relative deadline, about ten years; a larger count is a slip of the hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A deadline as agreed; ``day`` is the due day, or the review day of a continuous deadline."""

    kind: DeadlineKind = DeadlineKind.NONE
    day: date | None = None
    count: int = 0
    unit: RelativeUnit = RelativeUnit.DAYS
    base: RelativeBase = RelativeBase.MEETING


def require_sound(deadline: Deadline, meeting_day: date) -> None:
    """Raise ``RuleBroken`` for a deadline before the meeting or one that lacks its day or count."""
    if deadline.kind in {DeadlineKind.DAY, DeadlineKind.CONTINUOUS}:
        if deadline.day is None:
            raise RuleBroken("deadline_without_day", field="deadline")
        if deadline.day < meeting_day:
            raise RuleBroken("deadline_before_meeting", field="deadline", meeting_day=meeting_day)
    if deadline.kind is DeadlineKind.RELATIVE and deadline.count <= 0:
        raise RuleBroken("deadline_without_count", field="deadline")
    require_near(deadline)


def require_near(deadline: Deadline) -> None:
    """Raise ``RuleBroken`` for an absurd count, whatever the kind of the deadline is."""
    if deadline.count > MOST_DAYS:
        raise RuleBroken("deadline_too_far", field="deadline", most=MOST_DAYS)


def agreed(deadline: Deadline) -> tuple[object, ...]:
    """The agreed values of a deadline, without values left from another kind."""
    kind = deadline.kind
    if kind in {DeadlineKind.DAY, DeadlineKind.CONTINUOUS}:
        return kind, deadline.day
    if kind is DeadlineKind.RELATIVE:
        return kind, deadline.count, deadline.unit, deadline.base
    return (kind,)


def due_day(
    deadline: Deadline,
    *,
    meeting_day: date,
    notified_on: date | None,
    next_meeting: date | None,
    calendar: WorkCalendar,
) -> date | None:
    """The day on which the deadline falls, or None until its event has happened."""
    if deadline.kind in {DeadlineKind.DAY, DeadlineKind.CONTINUOUS}:
        return deadline.day
    if deadline.kind is DeadlineKind.NEXT_MEETING:
        return next_meeting
    if deadline.kind is DeadlineKind.NONE:
        return None
    start = meeting_day if deadline.base is RelativeBase.MEETING else notified_on
    if start is None:
        return None
    if deadline.unit is RelativeUnit.WORKING_DAYS:
        return calendar.add_working_days(start, deadline.count)
    return start + timedelta(days=deadline.count)


def next_after(day: date, days: Sequence[date]) -> date | None:
    """The first of the ordered ``days`` after ``day``, or None."""
    place = bisect_right(days, day)
    return days[place] if place < len(days) else None


def due_in_force(kind: DeadlineKind, recorded: date | None, next_meeting: date | None) -> date | None:
    """The deadline day in force: the recorded one, else the next meeting for a deadline «by the next meeting»."""
    return next_meeting if kind is DeadlineKind.NEXT_MEETING and recorded is None else recorded


def days_late(due: date | None, today: date, *, open_: bool) -> int:
    """Days past the deadline of an open resolution; 0 when in time, closed, or without a day."""
    if due is None or not open_:
        return 0
    return max(0, (today - due).days)


NEAR: Final = timedelta(days=7)
"""A count in working days that ends later than this after the closed day is not offered."""


@dataclass(frozen=True, slots=True)
class DeadlineOffer:
    """An alternative deadline, its day, and its number of working days (0 for a plain day)."""

    deadline: Deadline
    day: date
    working_days: int = 0


def offers_instead(due: date, meeting_day: date, calendar: WorkCalendar) -> tuple[DeadlineOffer, ...]:
    """Return alternatives for a closed day; none for a working day or a day before the meeting."""
    if calendar.is_working(due) or due <= meeting_day:
        return ()
    following = calendar.next_working_day(due)
    plain = DeadlineOffer(Deadline(kind=DeadlineKind.DAY, day=following), following)
    count = (due - meeting_day).days
    counted = calendar.add_working_days(meeting_day, count)
    if counted == following or counted - due > NEAR:
        return (plain,)
    relative = Deadline(kind=DeadlineKind.RELATIVE, count=count, unit=RelativeUnit.WORKING_DAYS)
    return (plain, DeadlineOffer(relative, counted, count))
