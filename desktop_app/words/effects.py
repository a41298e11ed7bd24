"""Texts about the effects of clauses on resolutions of earlier meetings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

TITLE: Final = "اثر بر مصوبهٔ دیگر"
WHY: Final = "این اثر با نهایی شدن صورت‌جلسه انجام می‌شود و زیر بند چاپ می‌شود."
NOTHING_OPEN: Final = "در جلسه‌های پیشین مصوبهٔ بازی نیست که بندی بر آن اثر بگذارد."
RESOLUTION: Final = "مصوبه"
KIND: Final = "اثر"
DAY: Final = "مهلت تازه"
UNREPORTED: Final = "پذیرش بی‌گزارش"
ACCEPT_UNREPORTED: Final = "کمیته کار این واحدها را بی‌گزارش می‌پذیرد"
RESULT: Final = "نتیجه"
NO_RESOLUTION: Final = "مصوبه‌ای را که این بند بر آن اثر می‌گذارد برگزینید."
NO_DUE: Final = "این مصوبه اکنون مهلتی ندارد."
REMOVE: Final = "برداشتن"
OPEN_FORM: Final = "اثر بر مصوبهٔ دیگر…"

KINDS: Final[Mapping[str, str]] = {
    "extend": "تمدید مهلت",
    "accept": "پذیرش انجام",
    "return": "برگشت برای تکمیل",
    "supersede": "جایگزینی",
    "revoke": "لغو",
    "defer": "موکول به جلسهٔ آینده",
}
_NAMED: Final[Mapping[str, str]] = {
    "extend": "تمدید مهلت مصوبهٔ {number}",
    "accept": "پذیرش انجام مصوبهٔ {number}",
    "return": "برگشت مصوبهٔ {number} برای تکمیل",
    "supersede": "جایگزینی مصوبهٔ {number} با این مصوبه",
    "revoke": "لغو مصوبهٔ {number}",
    "defer": "موکول شدن مصوبهٔ {number} به جلسهٔ آینده",
}


def effect(kind: str, number: str, day: str) -> str:
    """Return what a clause does to a resolution; ``day`` is the new deadline of an extension, empty if not chosen."""
    named = _NAMED[kind].format(number=number)
    return f"{named} تا {day}" if day else named


def labelled(text: str) -> str:
    """Return an effect as a line under its clause."""
    return f"اثر: {text}"


def preview(text: str, wording: str, now: str) -> str:
    """Return an effect with the wording of its resolution and the deadline that holds now."""
    return f"{text}. متن آن: «{wording}». {now}"


def now_due(day: str) -> str:
    """Return the deadline in force."""
    return f"مهلت کنونی {day} است."


def offer(text: str) -> str:
    """Return the label of the button that opens the form for a suggested effect."""
    return f"{text}…"


def unreported(units: Sequence[str]) -> str:
    """Return which units have not reported."""
    return f"هنوز گزارش نداده: {'، '.join(units)}" if units else ""


def added(text: str) -> str:
    """Action name: an effect was added."""
    return f"افزودن اثر «{text}»"


def removed(text: str) -> str:
    """Action name: an effect was removed."""
    return f"برداشتن اثر «{text}»"


AHEAD: Final = "با نهایی شدن انجام می‌شود:"
BACK: Final = "از آنچه نسخهٔ امضاشده کرده بود پس گرفته می‌شود:"


def listed(head: str, texts: Sequence[str]) -> Sequence[str]:
    """Return effects as lines under their head; nothing without effects."""
    return (head, *(f"• {text}" for text in texts)) if texts else ()
