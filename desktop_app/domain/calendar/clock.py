"""The one source of «now»: injected everywhere, so that tests, pictures and demo data stand on a fixed day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Protocol

from desktop_app.domain.calendar.zone import zone_here


class Clock(Protocol):
    """Tells the civil day and time of the office and the instant in UTC."""

    def today(self) -> date:
        """The civil day where the office stands."""
        ...

    def local_time(self) -> str:
        """Time of day as ``HH:MM``, local."""
        ...

    def instant(self) -> str:
        """The instant in UTC as ISO text that ends in ``Z``, to the second."""
        ...


def local_moment(instant: str) -> tuple[date, str]:
    """The civil day and the time of day ``HH:MM`` of a stored instant, where this machine stands."""
    here = datetime.fromisoformat(instant).astimezone(zone_here())
    return here.date(), here.strftime("%H:%M")


def first_instant(day: date) -> str:
    """The instant with which a civil day begins where this machine stands, as it is stored."""
    here = datetime.combine(day, time(), tzinfo=zone_here())
    return here.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still, for demo data, tests and pictures."""

    at: datetime

    def today(self) -> date:
        """The fixed day."""
        return self.at.date()

    def local_time(self) -> str:
        """The fixed time of day."""
        return self.at.strftime("%H:%M")

    def instant(self) -> str:
        """The fixed time read as UTC; good enough for an ordering that goes by sequence."""
        return self.at.strftime("%Y-%m-%dT%H:%M:%SZ")


def seconds_between(start: str, end: str) -> int:
    """Whole seconds from one instant text to a later one; 0 when the clock went back or ``start`` is empty."""
    if not start:
        return 0
    return max(0, int((datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds()))
