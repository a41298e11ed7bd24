"""Digits of three alphabets: Latin 0-9, Persian U+06F0-9, Arabic U+0660-9.

The program's own numbers are shown in Persian digits; what an operator typed keeps its digits. Everything that computes
reads through :func:`latin_digits`.
"""

from __future__ import annotations

from datetime import time
from typing import Final

_LATIN: Final = "0123456789"
_PERSIAN: Final = "".join(chr(0x06F0 + digit) for digit in range(10))
_ARABIC: Final = "".join(chr(0x0660 + digit) for digit in range(10))
_TO_LATIN: Final = str.maketrans(_PERSIAN + _ARABIC, _LATIN * 2)
_TO_PERSIAN: Final = str.maketrans(_LATIN + _ARABIC, _PERSIAN * 2)

_PERCENT_SIGN: Final = "\u066a"


def latin_digits(text: str) -> str:
    """The text with Persian and Arabic digits as 0-9; the length stays."""
    return text.translate(_TO_LATIN)


def persian_digits(value: str | int) -> str:
    """The text or whole number with Persian digits; nothing else changes (no grouping, no sign moved)."""
    return str(value).translate(_TO_PERSIAN)


def persian_percent(value: int) -> str:
    """A percentage; its sign follows the number."""
    return persian_digits(value) + _PERCENT_SIGN


def persian_time(moment: time | str) -> str:
    """A time of day, or the stored text ``HH:MM``, in Persian digits with two-digit hour and minute."""
    text = moment if isinstance(moment, str) else moment.strftime("%H:%M")
    return persian_digits(text)
