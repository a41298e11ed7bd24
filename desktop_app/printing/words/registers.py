"""Persian texts of the register of resolutions."""

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
    """Return the title: the register of a year, or of all years."""
    return f"دفتر ثبت مصوبات سال\u00a0{year}" if year else "دفتر ثبت مصوبات"


def as_of(day: str) -> str:
    """Return the day of all states."""
    return f"وضع در {day}"


def count(lines: str, open_: str, late: str, closed: str) -> str:
    """Return a sentence with the numbers of resolutions."""
    return f"{lines}\u00a0مصوبه: {closed}\u00a0پایان‌یافته، {open_}\u00a0باز و از آن‌ها {late}\u00a0معوق"


def first_month_note(month: str) -> str:
    """Return a note on the first month of the records, and on resolutions from before."""
    return f"ثبت در این دبیرخانه از {month} آغاز شده است؛ مصوبه‌های پیش از آن از سابقهٔ پیش از ثبت آورده شده‌اند."


def extended(days: Sequence[str]) -> str:
    """Return the later days of an extended deadline."""
    return f"تمدید تا {'، '.join(days)}"


def review(day: str) -> str:
    """Return the review day of a continuous resolution."""
    return f"بازبینی {day}"


def meeting(number: str) -> str:
    """Return the meeting that adopted a resolution."""
    return f"جلسهٔ\u00a0{number}"


def year(number: str) -> str:
    """Return the bookmark of a year in the register of all years."""
    return f"سال\u00a0{number}"


def meeting_on(number: str, day: str) -> str:
    """Return the bookmark of a meeting with its day."""
    return f"جلسهٔ\u00a0{number}، {day}"


def late(days: str) -> str:
    """Return the days past the deadline."""
    return f"{days}\u00a0روز تأخیر"


def ended_by(number: str) -> str:
    """Return the resolution that ended this one."""
    return f"با مصوبهٔ\u00a0{number}"


def with_percent(state: str, percent: str) -> str:
    """Return a state with its progress."""
    return f"{state} ({percent})"
