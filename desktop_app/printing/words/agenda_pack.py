"""The words of the agenda pack."""

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
    """What the pack is called."""
    return f"بستهٔ دستور جلسهٔ شمارهٔ\u00a0{number}" if number else "بستهٔ دستور جلسه"


def minutes(count: str) -> str:
    """The time planned for an item."""
    return f"{count}\u00a0دقیقه"


def item(ordinal: str, title_: str) -> str:
    """The heading of an item."""
    return f"بند\u00a0{ordinal}: {title_}"


def facts(parts: Sequence[str]) -> str:
    """Presenter and time of an item in one line."""
    return " – ".join(parts)


def follow_up(as_of: str, count: str, late: str) -> str:
    """What the table below shows; ``late`` is empty for none."""
    tail = f"؛ مهلت {late}\u00a0مورد گذشته است" if late else ""
    return f"مصوبه‌های باز جلسه‌های پیشین تا {as_of}: {count}\u00a0مورد{tail}."


def previous(number: str, day: str, version: str, state: str, resolutions: str) -> str:
    """The minutes of the meeting before in one sentence."""
    decided = f"{resolutions}\u00a0مصوبه" if resolutions else "بی مصوبه"
    return f"صورت‌جلسهٔ شمارهٔ\u00a0{number} مورخ\u00a0{day}، نسخهٔ\u00a0{version} ({state})، {decided}"


def previous_taken_over(number: str, day: str, resolutions: str) -> str:
    """The same of minutes from before the records, of whose resolutions some may not be recorded."""
    named = f"صورت‌جلسهٔ شمارهٔ\u00a0{number} مورخ\u00a0{day}، از سابقه"
    return f"{named}، {resolutions}\u00a0مصوبه" if resolutions else named


def with_code(sentence: str, code: str) -> str:
    """The same with the code by which the signed paper is known."""
    return f"{sentence}، کد\u00a0{code}"


def sentence(words: str) -> str:
    """The same with its full stop."""
    return f"{words}."


def confirmed(yes: bool) -> str:
    """Whether the minutes of the meeting before are still to be confirmed."""
    return "این صورت‌جلسه تأیید شده است." if yes else "این صورت‌جلسه هنوز در جلسه‌ای تأیید نشده است."


def cited(number: str, citation: str) -> str:
    """A resolution and the decision above the committee that it serves."""
    return f"مصوبهٔ\u00a0{number}: {citation}"
