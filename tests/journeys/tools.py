"""Programs of the system that journeys need; a missing one is a failure that names its package."""

from __future__ import annotations

import shutil
from typing import Final

PACKAGES: Final = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "setxkbmap": "x11-xkb-utils",
    "xdotool": "xdotool",
}


class ToolMissing(AssertionError):
    """A program of the system is not here; the message names its package."""


def tool(name: str) -> str:
    """Where a program is, or a failure that says what to install."""
    found = shutil.which(name)
    if found is None:
        raise ToolMissing(f"{name} is not installed: apt-get install {PACKAGES[name]}")
    return found
