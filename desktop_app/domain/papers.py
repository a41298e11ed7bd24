"""Classes of paper: how guarded and how urgent a document is; the same keys stand in the frozen documents."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from desktop_app.domain.errors import RuleBroken

MOST_ORIGINALS: Final = 99
MOST_COPIES: Final = 999


class Classification(StrEnum):
    """How guarded a paper is (طبقه‌بندی)."""

    NORMAL = "normal"
    CONFIDENTIAL = "confidential"
    SECRET = "secret"


def highest(classes: Iterable[str]) -> Classification:
    """The most guarded of some classes, the usual one where there are none; an empty text is no class."""
    order = list(Classification)
    return max((Classification(one) for one in classes if one), key=order.index, default=Classification.NORMAL)


def above(own: str | None, base: str) -> str:
    """A class of a part where it is higher than that of the whole, else an empty text."""
    found = highest([own or "", base])
    return found.value if found != base else ""


def guarded(*classes: str | None) -> str:
    """The highest of some classes where that is more than the usual one, else an empty text."""
    return above(highest(one or "" for one in classes), Classification.NORMAL)


class Urgency(StrEnum):
    """How urgent a paper is (ارجحیت)."""

    NORMAL = "normal"
    URGENT = "urgent"
    IMMEDIATE = "immediate"


def require_originals(count: int) -> None:
    """Raise ``RuleBroken`` unless the paper is made in at least one original, and in no more than anybody signs."""
    if count < 1:
        raise RuleBroken("originals_too_few", field="originals")
    if count > MOST_ORIGINALS:
        raise RuleBroken("originals_too_many", field="originals", most=MOST_ORIGINALS)


def require_copies(count: int) -> None:
    """Raise ``RuleBroken`` for a number of printed copies that is none."""
    if count < 1:
        raise RuleBroken("copies_too_few", field="copies")
    if count > MOST_COPIES:
        raise RuleBroken("copies_too_many", field="copies", most=MOST_COPIES)
