"""The words of the register of resolutions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

ROW: Final = "ردیف"
NUMBER: Final = "شماره"
DAY: Final = "تاریخ تصویب"
TEXT: Final = "شرح مصوبه"
AXIS: Final = "محور"
EXECUTOR: Final = "مجری"
OWNER: Final = "مسئول پیگیری"
DEADLINE: Final = "مهلت و تمدید"
STATE: Final = "وضعیت و تاریخ پایان"
CONTINUOUS: Final = "مستمر"
NOTHING: Final = "مصوبه‌ای ثبت نشده است."


def title(year: str) -> str:
    """The register of a year, or of all of them."""
    return f"دفتر ثبت مصوبات سال\u00a0{year}" if year else "دفتر ثبت مصوبات"


def as_of(day: str) -> str:
    """The day of all states."""
    return f"وضع در {day}"


def count(lines: str, open_: str, late: str, closed: str) -> str:
    """What the register holds."""
    return f"{lines}\u00a0مصوبه: {closed}\u00a0پایان‌یافته، {open_}\u00a0باز و از آن‌ها {late}\u00a0معوق"


def begins(month: str) -> str:
    """The first month of the records, where some of what stands here was before them."""
    return f"ثبت در این دبیرخانه از {month} آغاز شده است؛ مصوبه‌های پیش از آن از سابقهٔ پیش از ثبت آورده شده‌اند."


def extended(days: Sequence[str]) -> str:
    """Later days by extension."""
    return f"تمدید تا {'، '.join(days)}"


def review(day: str) -> str:
    """The review day of a continuous resolution."""
    return f"بازبینی {day}"


def meeting(number: str) -> str:
    """The meeting that adopted it."""
    return f"جلسهٔ\u00a0{number}"


def year(number: str) -> str:
    """A year of the register of all, among the bookmarks."""
    return f"سال\u00a0{number}"


def meeting_on(number: str, day: str) -> str:
    """A meeting with its day, among the bookmarks."""
    return f"جلسهٔ\u00a0{number}، {day}"


def late(days: str) -> str:
    """Days past the deadline."""
    return f"{days}\u00a0روز تأخیر"


def by(number: str) -> str:
    """The resolution by which it ended."""
    return f"با مصوبهٔ\u00a0{number}"


def with_percent(state: str, percent: str) -> str:
    """State with progress."""
    return f"{state} ({percent})"
