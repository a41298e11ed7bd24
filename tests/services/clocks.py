"""A clock that a test sets forward."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

MORNING = datetime.fromisoformat("2023-05-01T10:00")
"""11 Ordibehesht 1402, a Monday: the meeting day of the office of the tests."""


@dataclass
class SettableClock:
    """A clock that stands still until a test sets it forward."""

    at: datetime = MORNING

    def today(self) -> date:
        """The civil day that was set."""
        return self.at.date()

    def local_time(self) -> str:
        """The time of day that was set."""
        return self.at.strftime("%H:%M")

    def instant(self) -> str:
        """The moment that was set, read as UTC."""
        return self.at.strftime("%Y-%m-%dT%H:%M:%SZ")

    def forward(self, **step: int) -> None:
        """Set it forward by so many days, hours …"""
        self.at += timedelta(**step)
