"""Subjects of letters that say none themselves, as they stand in the register of outgoing papers."""

from __future__ import annotations

from typing import Final

LETTER: Final = "نامه"


def invitation(kind: str) -> str:
    """What an invitation to a meeting without a number is about."""
    return f"دعوت به جلسهٔ {kind}"
