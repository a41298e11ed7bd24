"""Words of the way back: one name for it everywhere, and what is told of it."""

from __future__ import annotations

from typing import Final

UNDO: Final = "پس گرفتن"
UNDO_KEYS: Final = "Ctrl+Z"
REDO: Final = "دوباره انجام دادن"
NOTHING_TO_UNDO: Final = "کاری برای پس گرفتن نیست."
NOTHING_TO_REDO: Final = "کاری برای دوباره انجام دادن نیست."


_MOST_LETTERS: Final = 40
"""So much of a title or a text names an act."""


def quoted(text: str) -> str:
    """A title or the beginning of a text, as it is named in an act."""
    line = " ".join(text.split())
    return f"«{line}»" if len(line) <= _MOST_LETTERS else f"«{line[:_MOST_LETTERS].rstrip()}…»"


def taken_back(what: str) -> str:
    """An act was taken back."""
    return f"پس گرفته شد: {what}"


def done_again(what: str) -> str:
    """An act that was taken back was done again."""
    return f"دوباره انجام شد: {what}"
