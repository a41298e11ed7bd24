"""Persian texts of the agenda pack."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

AGENDA: Final = "دستور جلسه"
NO_AGENDA: Final = "برای این جلسه هنوز بندی در دستور نیست."
PREVIOUS: Final = "صورت‌جلسهٔ پیشین"
CITED: Final = "مستندات بالادستی مصوبه‌های باز"
CITATION: Final = "مستند بالادستی"
CHAIR: Final = "رئیس جلسه"
SECRETARY: Final = "دبیر جلسه"
KIND: Final = "نوع و دورهٔ جلسه"
TIME: Final = "زمان پیش‌بینی‌شده"
TIME_SHORT: Final = "زمان"
PRESENTER: Final = "ارائه‌دهنده"
ABOUT: Final = "مصوبهٔ مرتبط"
LAST_REPORT: Final = "آخرین گزارش"
ROW: Final = "بند"
TITLE: Final = "عنوان"
NO_FOLLOW_UP_YET: Final = "هنوز مصوبه‌ای برای پیگیری نیست."
NO_FOLLOW_UP: Final = "مصوبهٔ بازی از جلسه‌های پیشین نمانده است."
NOTES: Final = "یادداشت"

STATES: Final = {
    "draft": "پیش‌نویس",
    "review": "آمادهٔ قرائت",
    "final": "نهایی",
    "signed": "امضاشده",
    "archived": "بایگانی‌شده",
    "withdrawn": "باطل",
    "amended": "دارای اصلاحیه",
    "dropped": "کنارگذاشته",
}
"""Where the minutes of the meeting before stand."""


def title(number: str) -> str:
    """Return the title of the pack."""
    return f"بستهٔ دستور جلسهٔ شمارهٔ\u00a0{number}" if number else "بستهٔ دستور جلسه"


def planned_minutes(count: str) -> str:
    """Return the planned time of an item, in minutes."""
    return f"{count}\u00a0دقیقه"


def item(ordinal: str, title_: str) -> str:
    """Return the heading of an item."""
    return f"بند\u00a0{ordinal}: {title_}"


def facts(parts: Sequence[str]) -> str:
    """Return presenter and time of an item in one line."""
    return " – ".join(parts)


def follow_up(as_of: str, count: str, late: str) -> str:
    """Return the sentence above the follow-up table; ``late`` is empty if none is late."""
    tail = f"؛ مهلت {late}\u00a0مورد گذشته است" if late else ""
    return f"مصوبه‌های باز جلسه‌های پیشین تا {as_of}: {count}\u00a0مورد{tail}."


def previous(number: str, day: str, version: str, state: str, resolutions: str) -> str:
    """Return a sentence on the minutes of the previous meeting."""
    decided = f"{resolutions}\u00a0مصوبه" if resolutions else "بی مصوبه"
    return f"صورت‌جلسهٔ شمارهٔ\u00a0{number} مورخ\u00a0{day}، نسخهٔ\u00a0{version} ({state})، {decided}"


def previous_taken_over(number: str, day: str, resolutions: str) -> str:
    """Return a sentence on previous minutes from before the records, which may be incomplete."""
    named = f"صورت‌جلسهٔ شمارهٔ\u00a0{number} مورخ\u00a0{day}، از سابقه"
    return f"{named}، {resolutions}\u00a0مصوبه" if resolutions else named


def with_code(sentence: str, code: str) -> str:
    """Return the sentence with the code of the signed paper."""
    return f"{sentence}، کد\u00a0{code}"


def sentence(words: str) -> str:
    """Return the words with a full stop."""
    return f"{words}."


def confirmation(yes: bool) -> str:
    """Return whether the previous minutes are confirmed, as a sentence."""
    return "این صورت‌جلسه تأیید شده است." if yes else "این صورت‌جلسه هنوز در جلسه‌ای تأیید نشده است."


def cited(number: str, citation: str) -> str:
    """Return a resolution and the upstream decision that it serves."""
    return f"مصوبهٔ\u00a0{number}: {citation}"
