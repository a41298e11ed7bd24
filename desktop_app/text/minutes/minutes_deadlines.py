"""Sentences about the deadline of a resolution."""

from __future__ import annotations

from typing import Final

from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.states import RELATIVE_UNITS


def relative_deadline(count: int, unit: str, base: str) -> str:
    """A deadline that counts from an event."""
    after = "پس از ابلاغ" if base == "notification" else "پس از جلسه"
    return f"{persian(count)} {RELATIVE_UNITS[unit]} {after}"


NEXT_MEETING: Final = "تا جلسهٔ آینده"
CONTINUOUS: Final = "مستمر"


def with_day(words: str, day: str) -> str:
    """A deadline with the day on which it falls."""
    return f"{words} ({day})" if day else words


CLOSED_DAY: Final = "تعطیل"


def closed(day: str) -> str:
    """A deadline that falls on a closed day."""
    return f"{day}، {CLOSED_DAY}"


CLOSED_OFFER: Final = "به جای روز تعطیل:"


def same_day(day: str) -> str:
    """The closed day itself, kept as it was agreed."""
    return f"همان {day}"


def in_working_days(day: str, count: str) -> str:
    """A count of working days from the meeting, offered with its day."""
    return f"{day} ({count} روز کاری)"


def falls_on(day: str) -> str:
    """On which day a counted deadline falls."""
    return f"برابر با {day}"


UNKNOWN_NEXT_MEETING: Final = "روز جلسهٔ آینده هنوز نوشته نشده است؛ در «پایان‌بندی» بنویسید."
UNKNOWN_NEXT_MEETING_FROZEN: Final = "روز جلسهٔ آینده در این صورت‌جلسه نوشته نشده است."
AFTER_NOTIFICATION: Final = "روز آن با ابلاغ مصوبه معلوم می‌شود."
COUNT_NOT_NUMBER: Final = "تعداد را با رقم بنویسید، مانند ۱۰."
DEADLINE_COUNT: Final = "تعداد روز مهلت"
DEADLINE_UNIT: Final = "واحد شمارش مهلت"
DEADLINE_BASE: Final = "آغاز شمارش مهلت"
REVIEW_DAY: Final = "روز بازبینی"
REVIEW_HINT: Final = "روز بازبینی، مثلاً پایان ماه"
DAY_HINT: Final = "مثلاً ۱۴۰۲/۳/۸ یا +۳هفته"
