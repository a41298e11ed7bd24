"""The clock of the demo loader: it stands on the day that the story is telling."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

TEHRAN = timedelta(hours=3, minutes=30)
"""Ahead of UTC all year round since 1401/07."""


class StoryClock:
    """A :class:`~desktop_app.domain.calendar.clock.Clock` that is set to each act of the story in turn.

    Every reading of the instant moves it on by a second, so that acts of one day keep their order; once the story
    has begun it never goes back.
    """

    def __init__(self, day: date) -> None:
        self._at = datetime.combine(day, time(8, 0))
        self._begun = False

    def stand_at(self, day: date, hour: str = "08:00") -> None:
        """Set the clock to a day and a time of day ``HH:MM``, or leave it where it is when that has passed."""
        wanted = datetime.combine(day, time.fromisoformat(hour))
        self._at = max(self._at, wanted) if self._begun else wanted
        self._begun = True

    def today(self) -> date:
        """The day the story is on."""
        return self._at.date()

    def local_time(self) -> str:
        """The time of day the story is on."""
        return self._at.strftime("%H:%M")

    def instant(self) -> str:
        """The story's moment in UTC; the story happens in Iran, whatever zone the machine is in."""
        self._at += timedelta(seconds=1)
        return (self._at - TEHRAN).strftime("%Y-%m-%dT%H:%M:%SZ")
