"""Keeps left-to-right values (paths, addresses, commands) in their own order inside a Persian sentence."""

from __future__ import annotations

from typing import Final

_LEFT_TO_RIGHT_ISOLATE: Final = "\u2066"
_POP_ISOLATE: Final = "\u2069"


def left_to_right(value: object) -> str:
    """``value`` wrapped so that its slashes and dots stay where they are; not for file numbers like ۱۲/م/۱۴۰۳."""
    return f"{_LEFT_TO_RIGHT_ISOLATE}{value}{_POP_ISOLATE}"
