"""Clock, the only source of «now», and the time zone of this machine with its rules for all years.

The clock is injected everywhere, so that tests, pictures and demo data have a fixed day.

On Windows the C library applies the rules of today to every year: an hour of a summer before 1402, when Iran still put
its clocks forward, would come out an hour early, and shortly before midnight a day early. There the zone is looked up
by its name and its rules are those of the IANA database. Elsewhere the C library knows them itself.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo
from typing import Final, Protocol

NAMES: Final = {"Iran Standard Time": "Asia/Tehran"}
"""What Windows calls a zone in its registry, in every language; of others the rules of today are taken."""
_KEY: Final = r"SYSTEM\CurrentControlSet\Control\TimeZoneInformation"


def zone_here() -> tzinfo | None:
    """Return the time zone of this machine; None when the C library decides it."""
    return zone_of_windows(os.environ.get("TZ", "") or _registered()) if sys.platform == "win32" else None


def zone_of_windows(name: str) -> tzinfo | None:
    """Return the time zone with this Windows name; None for an unknown name."""
    from zoneinfo import ZoneInfo  # Linux never asks for it

    # a name that is none, a path, or no database at all
    with suppress(KeyError, ValueError, OSError):
        return ZoneInfo(NAMES.get(name, name))
    return None


def _registered() -> str:
    if sys.platform == "win32":
        import winreg

        with suppress(OSError), winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _KEY) as key:
            return str(winreg.QueryValueEx(key, "TimeZoneKeyName")[0]).rstrip("\0")
    return ""


class Clock(Protocol):
    """Source of the civil day and local time of the office, and of the instant in UTC."""

    def today(self) -> date:
        """The civil day at the office."""
        ...

    def local_time(self) -> str:
        """Time of day as ``HH:MM``, local."""
        ...

    def instant(self) -> str:
        """The instant in UTC as ISO text that ends in ``Z``, to the second."""
        ...


def local_moment(instant: str) -> tuple[date, str]:
    """Return the local day and the local time ``HH:MM`` of a stored instant."""
    here = datetime.fromisoformat(instant).astimezone(zone_here())
    return here.date(), here.strftime("%H:%M")


def first_instant(day: date) -> str:
    """Return the stored instant at which a civil day begins on this machine."""
    here = datetime.combine(day, time(), tzinfo=zone_here())
    return here.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock with a fixed time, for demo data, tests and pictures."""

    at: datetime

    def today(self) -> date:
        """The fixed day."""
        return self.at.date()

    def local_time(self) -> str:
        """The fixed time of day."""
        return self.at.strftime("%H:%M")

    def instant(self) -> str:
        """The fixed time read as UTC; correct enough for ordering by sequence."""
        return self.at.strftime("%Y-%m-%dT%H:%M:%SZ")


def seconds_between(start: str, end: str) -> int:
    """Whole seconds from ``start`` to ``end``; 0 when ``end`` is earlier or ``start`` is empty."""
    if not start:
        return 0
    return max(0, int((datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds()))


def iso(day: date | None) -> str:
    """Return the stored text of a day, empty for None."""
    return day.isoformat() if day is not None else ""
