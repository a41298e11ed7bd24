"""Classification (طبقه‌بندی) and urgency (ارجحیت) of papers; frozen documents store these keys."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from desktop_app.domain.errors import RuleBroken

MOST_ORIGINALS: Final = 99
MOST_COPIES: Final = 999


class Classification(StrEnum):
    """How confidential a paper is (طبقه‌بندی)."""

    NORMAL = "normal"
    CONFIDENTIAL = "confidential"
    SECRET = "secret"


def highest(classes: Iterable[str]) -> Classification:
    """Return the highest of some classes, or the usual class when there are none; empty texts are ignored."""
    order = list(Classification)
    return max((Classification(one) for one in classes if one), key=order.index, default=Classification.NORMAL)


def class_if_higher(own: str | None, base: str) -> str:
    """Return ``own`` when it is a higher class than ``base``, else an empty text."""
    found = highest([own or "", base])
    return found.value if found != base else ""


def class_above_usual(*classes: str | None) -> str:
    """Return the highest of some classes when it is above the usual one, else an empty text."""
    return class_if_higher(highest(one or "" for one in classes), Classification.NORMAL)


class Urgency(StrEnum):
    """How urgent a paper is (ارجحیت)."""

    NORMAL = "normal"
    URGENT = "urgent"
    IMMEDIATE = "immediate"


def require_originals(count: int) -> None:
    """Raise ``RuleBroken`` unless the number of originals is from one to the maximum."""
    if count < 1:
        raise RuleBroken("originals_too_few", field="originals")
    if count > MOST_ORIGINALS:
        raise RuleBroken("originals_too_many", field="originals", most=MOST_ORIGINALS)


def require_copies(count: int) -> None:
    """Raise ``RuleBroken`` unless the number of printed copies is valid."""
    if count < 1:
        raise RuleBroken("copies_too_few", field="copies")
    if count > MOST_COPIES:
        raise RuleBroken("copies_too_many", field="copies", most=MOST_COPIES)
