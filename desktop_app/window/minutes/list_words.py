"""Words of the list of minutes: its views, its filters, what waits, and its cells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.words.digits import persian

VIEWS: Final[Mapping[str, str]] = {
    "all": "همه",
    "in_hand": "در دست نوشتن",
    "awaits_pen": "در انتظار امضا",
    "signed": "امضاشده",
    "ended": "باطل و اصلاح‌شده",
}
VIEW_EMPTY: Final[Mapping[str, str]] = {
    "in_hand": "هیچ صورت‌جلسه‌ای در دست نوشتن نیست",
    "awaits_pen": "هیچ صورت‌جلسه‌ای در انتظار امضا نیست",
    "signed": "هنوز هیچ صورت‌جلسه‌ای امضا نشده است",
    "ended": "هیچ صورت‌جلسه‌ای باطل یا اصلاح نشده است",
}
NOTHING_WAITS: Final = "هیچ صورت‌جلسه‌ای در دست نوشتن یا در انتظار امضا نیست."
WHAT: Final = "نسخهٔ صورت‌جلسه"
"""What the rows are, as they are counted."""
YEAR: Final = "سال"
STATE: Final = "وضعیت"
KIND: Final = "نوع جلسه"
INQUORATE: Final = "عدم حصول حد نصاب"
PAPER: Final = "چاپ و امضا"

TAKEN_OVER: Final = "از سابقه"
"""In the place of a version: minutes from before the records."""


def awaiting_pen(count: int) -> str:
    """«۲ صورت‌جلسه در انتظار امضا است.»"""
    return f"{persian(count)} صورت‌جلسه در انتظار امضا است."


def in_hand(count: int) -> str:
    """«۱ صورت‌جلسه در دست نوشتن است.»"""
    return f"{persian(count)} صورت‌جلسه در دست نوشتن است."
