"""A clock that stands wrong: today before a recorded act, or more than 45 days after all that were recorded before.

What was recorded under a wrong clock does not make it right: each start asks again until the operator confirms the
clock, which is an entry of the history. Instants are UTC: the time zone of the machine changes no answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.services.context import Context

MOST_DAYS_AHEAD = 45


@dataclass(frozen=True, slots=True)
class ClockDoubt:
    """What is odd about today: it lies ``days`` before a recorded act, or so many days lie after ``last_day``."""

    behind: bool
    days: int
    last_day: date
    today: date


def clock_doubt(context: Context) -> ClockDoubt | None:
    """Compare today with what was recorded since the clock was confirmed; None when nothing is odd."""
    with context.read() as work:
        days = [date.fromisoformat(one) for one in work.recorded_days()]
    if not days:
        return None
    today, latest = date.fromisoformat(context.clock.instant()[:10]), max(days)
    if today < latest:
        return ClockDoubt(behind=True, days=(latest - today).days, last_day=latest, today=today)
    found, before = None, days[0]
    for day in (*days, today):
        if (day - before).days > MOST_DAYS_AHEAD:
            found = ClockDoubt(behind=False, days=(day - before).days, last_day=before, today=today)
        before = max(before, day)
    return found


def require_clock(context: Context) -> None:
    """Raise ``RuleBroken`` when the clock is in doubt: for calls that write without anyone to ask."""
    doubt = clock_doubt(context)
    if doubt is None:
        return
    key = "clock_behind" if doubt.behind else "clock_ahead"
    raise RuleBroken(key, days=doubt.days, last_day=doubt.last_day, today=doubt.today)


def confirm_clock(context: Context) -> Outcome:
    """Record that the operator says the clock is right."""
    with context.write() as work:
        work.audit("clock_confirmed", "office", 0)
        return work.record(Outcome(changed=Changed.NOTHING))
