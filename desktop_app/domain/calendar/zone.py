"""Time zone of this machine with the rules of all its years.

On Windows the C library applies the rules of today to every year: an hour of a summer before 1402, when Iran still put
its clocks forward, would be told an hour early, and shortly before midnight a day early. There the zone is found by its
name and its rules are those of the IANA database. Elsewhere the C library knows them itself.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from datetime import tzinfo
from typing import Final

NAMES: Final = {"Iran Standard Time": "Asia/Tehran"}
"""What Windows calls a zone in its registry, in every language; of others the rules of today are taken."""
_KEY: Final = r"SYSTEM\CurrentControlSet\Control\TimeZoneInformation"


def zone_here() -> tzinfo | None:
    """The zone of this machine; None leaves it to the C library."""
    return zone_of_windows(os.environ.get("TZ", "") or _registered()) if sys.platform == "win32" else None


def zone_of_windows(name: str) -> tzinfo | None:
    """The zone that Windows, or the variable TZ, calls so; None for one that is not known."""
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
