"""Digits of three alphabets: Latin 0-9, Persian U+06F0-9, Arabic U+0660-9.

The program's own numbers are shown in Persian digits, and so are numbers of records, which are stored as typed
(:func:`record_number`). Free text keeps its digits until the operator asks for others (:func:`uniform_digits`).
Everything that computes reads through :func:`latin_digits`.
"""

from __future__ import annotations

import re
from datetime import time
from typing import Final

_LATIN: Final = "0123456789"
_PERSIAN: Final = "".join(chr(0x06F0 + digit) for digit in range(10))
_ARABIC: Final = "".join(chr(0x0660 + digit) for digit in range(10))
_TO_LATIN: Final = str.maketrans(_PERSIAN + _ARABIC, _LATIN * 2)
_TO_PERSIAN: Final = str.maketrans(_LATIN + _ARABIC, _PERSIAN * 2)

_PERCENT_SIGN: Final = "\u066a"

_SIGNS: Final = f"[!-~{_ARABIC}{_PERSIAN}]+"
_WORD: Final = re.compile(_SIGNS)
_BETWEEN_PERSIAN_LETTERS: Final = re.compile(f"{_SIGNS}(?: +{_SIGNS})*")
_LATIN_LETTER: Final = re.compile("[A-Za-z]")
_OTHER_NUMBER: Final = re.compile(f"[{_LATIN}{_ARABIC}]+(?:[/.:,-][{_LATIN}{_ARABIC}]+)*")
_ADDRESS_OR_VERSION: Final = re.compile(r"(?<![0-9])[0-9]{1,3}(?:\.[0-9]{1,3}){2,}(?![0-9])")


def latin_digits(text: str) -> str:
    """Return the text with Persian and Arabic digits as 0-9; the length stays."""
    return text.translate(_TO_LATIN)


def persian_digits(value: str | int) -> str:
    """Return a text or whole number with Persian digits; nothing else changes."""
    return str(value).translate(_TO_PERSIAN)


def persian_percent(value: int) -> str:
    """Format a percentage in Persian digits; the sign follows the number."""
    return persian_digits(value) + _PERCENT_SIGN


def persian_time(moment: time | str) -> str:
    """Format a time or a stored ``HH:MM`` in Persian digits, two each for hour and minute."""
    text = moment if isinstance(moment, str) else moment.strftime("%H:%M")
    return persian_digits(text)


def record_number(typed: str) -> str:
    """Return a record number for display: «۱۲/م/۱۴۰۳» for ``12/م/1403``.

    A Latin run keeps its digits: from its first word with a Latin letter to the next Persian letter.
    """
    return _BETWEEN_PERSIAN_LETTERS.sub(lambda run: _turned(run.group(), keep_versions=False), typed)


def uniform_digits(text: str) -> str:
    """Return free text with Persian digits; Latin runs, addresses and versions such as 1.2.3 are kept."""
    return _BETWEEN_PERSIAN_LETTERS.sub(lambda run: _turned(run.group(), keep_versions=True), text)


def other_numbers(text: str) -> int:
    """Number of the numbers that :func:`uniform_digits` would change; a date or a time is one."""
    uniform = uniform_digits(text)
    return sum(number.group() != uniform[number.start() : number.end()] for number in _OTHER_NUMBER.finditer(text))


def _turned(run: str, *, keep_versions: bool) -> str:
    latin = next((word.start() for word in _WORD.finditer(run) if _LATIN_LETTER.search(word.group())), len(run))

    def turned(word: re.Match[str]) -> str:
        kept = keep_versions and _ADDRESS_OR_VERSION.search(word.group())
        return word.group() if kept else persian_digits(word.group())

    return _WORD.sub(turned, run[:latin]) + run[latin:]
