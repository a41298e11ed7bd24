"""A clock that stands wrong: today before the last recorded act, or more than 45 days after it.

Both instants are UTC, so the answer does not depend on the time zone of the machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.errors import RuleBroken
from desktop_app.services.context import Context

MOST_DAYS_AHEAD = 45


@dataclass(frozen=True, slots=True)
class ClockDoubt:
    """What is odd about today: it lies ``days`` before the last recorded act, or after it."""

    behind: bool
    days: int
    last_day: date
    today: date


def clock_doubt(context: Context) -> ClockDoubt | None:
    """Compare today with the last recorded act; None when nothing is odd or nothing was recorded yet."""
    with context.read() as work:
        last = work.last_recorded_instant()
    if not last:
        return None
    then, now = date.fromisoformat(last[:10]), date.fromisoformat(context.clock.instant()[:10])
    days = (now - then).days
    if days < 0:
        return ClockDoubt(behind=True, days=-days, last_day=then, today=now)
    if days > MOST_DAYS_AHEAD:
        return ClockDoubt(behind=False, days=days, last_day=then, today=now)
    return None


def require_clock(context: Context) -> None:
    """Raise ``RuleBroken`` when the clock is in doubt: for calls that write without anyone to ask."""
    doubt = clock_doubt(context)
    if doubt is None:
        return
    if doubt.behind:
        raise RuleBroken("clock_behind", days=doubt.days, last_day=doubt.last_day, today=doubt.today)
    raise RuleBroken("clock_ahead", days=doubt.days, last_day=doubt.last_day, today=doubt.today)
