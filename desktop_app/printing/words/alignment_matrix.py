"""Persian texts of the alignment matrix."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

TITLE: Final = "ماتریس هم‌راستایی"
RESOLUTION: Final = "مصوبه"
RECORDED: Final = "ثبت"
EMPTY: Final = "خالی"
UNPLANNED: Final = "بدون برنامه"
EMPTY_LEGEND: Final = "واحد مرتبط است و هنوز برنامه‌ای نداده است"
LATE_LEGEND: Final = "معوق"
BLANK_LEGEND: Final = "خانهٔ سفید: واحد با این مصوبه کاری ندارد"
EXECUTOR: Final = "مجری"
FULL_NAMES: Final = "نام کامل واحدها"
CUT: Final = "…"
NOTHING: Final = "هیچ مصوبهٔ بازی وظیفه‌ای برای واحدها ندارد."


def subtitle(committee: str, *, every: bool) -> str:
    """Return the subtitle: which committee and which resolutions."""
    return f"{committee}، همهٔ مصوبات" if every else f"{committee}، مصوبات باز"


def as_of(day: str) -> str:
    """Return the day of all cells."""
    return f"وضع در {day}"


def recorded(aligned: str, wanted: str) -> str:
    """Return how many of the related cells are filled."""
    return f"{aligned}\u00a0از\u00a0{wanted}"


def recorded_sentence(aligned: str, wanted: str) -> str:
    """Return a sentence with the number of filled cells in the whole matrix."""
    return f"برنامهٔ {aligned}\u00a0خانه از {wanted}\u00a0خانهٔ مرتبط ثبت شده است."


def units_of(party: str) -> str:
    """Return the heading above a party's columns."""
    return f"واحدهای {party}"


def part(number: str, total: str) -> str:
    """Return the number of the part of a matrix that one sheet cannot hold."""
    return f"بخش\u00a0{number}\u00a0از\u00a0{total}"


def late(days: str) -> str:
    """Return the days past the deadline."""
    return f"{days}\u00a0روز تأخیر"


def with_percent(state: str, percent: str) -> str:
    """Return a state with its progress."""
    return f"{state} {percent}"


def numbered(number: str, name: str) -> str:
    """Return the full name of a unit whose heading was shortened."""
    return f"{number}. {name}"


def bookmark(number: str, text: str) -> str:
    """Return the bookmark of a resolution."""
    return f"{number}: {text}"


def facts(parts: Sequence[str]) -> str:
    """Return short facts of a resolution in one line."""
    return "، ".join(parts)


def due(day: str) -> str:
    """Return a deadline."""
    return f"مهلت {day}"


def axis(code: str) -> str:
    """Return the axis of a resolution."""
    return f"محور\u00a0{code}"
