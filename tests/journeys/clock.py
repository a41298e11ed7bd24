"""A clock that stands still until it is moved."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from desktop_app.domain.calendar.clock import FixedClock, zone_here

STORY_DAY: Final = date(2023, 5, 13)
"""23 Ordibehesht 1402, on which the demo story stands as it is told."""


class MovedClock:
    """A :class:`~desktop_app.domain.calendar.clock.Clock` on one day, moved by hand; it never runs by itself."""

    def __init__(self, day: date, hour: str = "10:00") -> None:
        self._now = FixedClock(datetime.combine(day, time.fromisoformat(hour)))

    def move_to(self, hour: str) -> None:
        """Another hour of the same day."""
        self._now = FixedClock(datetime.combine(self._now.at.date(), time.fromisoformat(hour)))

    def move_on(self, minutes: int) -> None:
        """Some minutes later."""
        self._now = FixedClock(self._now.at + timedelta(minutes=minutes))

    def today(self) -> date:
        """The day that was set."""
        return self._now.today()

    def local_time(self) -> str:
        """The hour that was set."""
        return self._now.local_time()

    def instant(self) -> str:
        """The moment that was set, in UTC as a machine that stands here would tell it."""
        return self._now.at.replace(tzinfo=zone_here()).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
