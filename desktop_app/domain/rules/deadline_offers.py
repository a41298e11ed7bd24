"""Alternatives to a deadline on a closed day: the next working day, or the same count in working days.

The count is offered only where it stays near the day that was meant: ten days may have been meant as ten working
days, but forty working days end weeks later.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.rules.deadlines import Deadline, DeadlineKind, RelativeUnit

NEAR: Final = timedelta(days=7)
"""A count in working days that ends later than this after the closed day is not offered."""


@dataclass(frozen=True, slots=True)
class DeadlineOffer:
    """A deadline to take instead, the day it falls on, and how many working days it counts (0 for a plain day)."""

    deadline: Deadline
    day: date
    working_days: int = 0


def offers_instead(due: date, meeting_day: date, calendar: WorkCalendar) -> tuple[DeadlineOffer, ...]:
    """Offers for a day that is closed; none for a working day or one before the meeting."""
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
