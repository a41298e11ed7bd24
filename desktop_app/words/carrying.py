"""Texts about agenda items that were not reached, and what becomes of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.words.digits import persian

TITLE: Final = "بندهایی که به آن‌ها نرسیدید"
WHY: Final = "برای هر بند یکی را برگزینید؛ کلیدهای ۱ تا ۳ همین کار را می‌کنند. این تصمیم کنار بند چاپ می‌شود."
OPEN_FORM: Final = "تکلیف بندهای نانوشته…"
REASON: Final = "دلیل حذف"
SAVE: Final = "ثبت تکلیف‌ها"
SAVE_AND_FINALISE: Final = "ثبت و نهایی‌سازی"
NOT_CHOSEN: Final = "برای این بند یکی از سه راه را برگزینید."

KINDS: Final[Mapping[str, str]] = {
    "next": "جلسهٔ آینده",
    "parked": "کنار بماند",
    "left": "حذف از دستور",
}
"""The choices of one item, in the order of their keys."""
FATES: Final[Mapping[str, str]] = {
    "next": "موکول به جلسهٔ آینده",
    "parked": "کنارگذاشته",
    "left": "حذف از دستور",
}


def with_key(place: int, label: str) -> str:
    """Return a choice with its key."""
    return f"{persian(place)} · {label}"


def choice_for(title: str) -> str:
    """Return what assistive technology says of the choices of an item."""
    return f"تکلیف بند «{title}»"


def left_over(number: int) -> str:
    """Return which meeting did not reach an item."""
    return f"مانده از جلسهٔ {persian(number)}" if number else "مانده از جلسهٔ پیش"


def decided(count: int) -> str:
    """Action name: it was decided what becomes of items."""
    return f"تعیین تکلیف {persian(count)} بند نانوشته"
