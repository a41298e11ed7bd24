"""Digits of three alphabets: Latin 0-9, Persian U+06F0-9, Arabic U+0660-9.

The program's own numbers are shown in Persian digits; what an operator typed keeps its digits until
she asks for :func:`unify_digits`. Everything that computes reads through :func:`latin_digits`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from typing import Final

_LATIN: Final = "0123456789"
_PERSIAN: Final = "".join(chr(0x06F0 + digit) for digit in range(10))
_ARABIC: Final = "".join(chr(0x0660 + digit) for digit in range(10))
_TO_LATIN: Final = str.maketrans(_PERSIAN + _ARABIC, _LATIN * 2)
_TO_PERSIAN: Final = str.maketrans(_LATIN + _ARABIC, _PERSIAN * 2)

_PERCENT_SIGN: Final = "\u066a"

_WORD: Final = re.compile(r"\S+")
# a code, an address or a unit such as 7F3A, x@y.ir, A4 or 192.168.1.1 is a Latin word that holds digits
_LATIN_WORD: Final = re.compile(r"[A-Za-z]|^\D*\d{1,3}(?:\.\d{1,3}){3}\D*$")
_FOREIGN_DIGIT: Final = re.compile(f"[{_LATIN}{_ARABIC}]")


@dataclass(frozen=True, slots=True)
class UnifiedDigits:
    """A text with one kind of digits, and how many digits that changed."""

    text: str
    changed: int


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


def unify_digits(text: str) -> UnifiedDigits:
    """Persian digits throughout, except in words that are Latin: codes, addresses, paper sizes.

    Arabic digits become Persian everywhere. Separators (the dot of 12.5, the slash of a date) stay:
    whether a dot is a decimal mark or parts a date is for the writer to say.
    """
    changed = 0

    def one(match: re.Match[str]) -> str:
        nonlocal changed
        word = match.group()
        if _LATIN_WORD.search(word):
            return word
        changed += len(_FOREIGN_DIGIT.findall(word))
        return persian_digits(word)

    return UnifiedDigits(_WORD.sub(one, text), changed)
