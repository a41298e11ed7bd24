"""Subjects of letters that say none themselves, as they stand in the register of outgoing papers."""

from __future__ import annotations

from typing import Final

LETTER: Final = "نامه"


def invitation(number: str) -> str:
    """What an invitation is about; ``number`` is that of its meeting, empty where it has none."""
    return f"دعوت به جلسهٔ {number}" if number else "دعوت به جلسه"
