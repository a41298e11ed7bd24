"""Doubts about an attached file: what keeps it from being looked at or printed. It is kept all the same."""

from __future__ import annotations

from enum import StrEnum


class FileDoubt(StrEnum):
    """What is wrong with the bytes of a file."""

    TORN = "torn"
    """Cut off, or otherwise damaged: not all of it can be drawn."""
    LOCKED = "locked"
    """Nobody opens it without its password."""
    TOO_MUCH = "too_much"
    """It would fill the memory, or never end."""
