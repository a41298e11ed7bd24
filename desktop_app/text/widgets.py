"""Sentences of the program's own controls."""

from __future__ import annotations

from typing import Final

PARTY_LETTERS: Final = {"governorate": "ا", "center": "م"}
PARTY_NAMES: Final = {"governorate": "استانداری", "center": "مرکز ملی"}

# The standard Persian layout: what each Latin key types, so that a single letter works in either layout
_LATIN_ROW: Final = "qwertyuiop[]asdfghjkl;'zxcvbnm,"
_PERSIAN_ROW: Final = "ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو"
_SAME_KEY: Final = dict(zip(_LATIN_ROW, _PERSIAN_ROW, strict=True))


def persian_letter(typed: str) -> str:
    """The Persian letter of the key that was pressed, also under a Latin layout."""
    return _SAME_KEY.get(typed.lower(), typed)


def with_letter(label: str, letter: str) -> str:
    """Tooltip of a part of a switch: its word and the letter that chooses it."""
    return f"{label} (کلید «{letter}»)"
