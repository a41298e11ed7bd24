"""Persian texts of the register of letters and of the delivery slip."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

ROW: Final = "ردیف"
DAY: Final = "تاریخ"
WAY_IN: Final = "وارده"
WAY_OUT: Final = "صادره"
PARTY: Final = "فرستنده یا گیرنده"
SUBJECT: Final = "موضوع"
NUMBER: Final = "شماره و تاریخ نامه"
RECEIVED: Final = "روش ارسال و تحویل‌گیرنده"
NOTHING: Final = "نامه‌ای ثبت نشده است."
EMPTY_LIST: Final = "فهرست خالی است."
ADDRESSEE: Final = "گیرنده"
LETTER_NUMBER: Final = "شمارهٔ نامه"
RECEIVED_BY: Final = "تحویل‌گیرنده"
SIGNATURE: Final = "تاریخ و امضا"
SLIP: Final = "برگهٔ تحویل نامه"
TITLES: Final = {
    "all": "دفتر صادره و وارده",
    "incoming": "دفتر وارده",
    "outgoing": "دفتر صادره",
}
WAYS: Final = {
    "": "",
    "automation": "اتوماسیون اداری",
    "by_hand": "دستی",
    "post": "پست",
    "fax": "دورنگار",
    "email": "رایانامه",
    "messenger": "پیام‌رسان",
    "other": "",
}
CLASSES: Final = {"normal": "", "confidential": "محرمانه", "secret": "خیلی محرمانه"}


def title(registers: str, year: str) -> str:
    """Return the title: which registers, and which year."""
    return f"{registers}، سال\u00a0{year}" if year else registers


def filter_line(asked: Sequence[str]) -> str:
    """Return a line on the filters of the rows."""
    return "محدود به " + "؛ ".join(asked)


def as_of(day: str, count: str) -> str:
    """Return the time of reading and the number of rows."""
    return f"{count}\u00a0نامه تا {day}"


def list_row(number: str) -> str:
    """The bookmark of a row of a printed list."""
    return f"ردیف\u00a0{number}"


def list_as_of(day: str, count: str) -> str:
    """The number of rows of a printed list, and the day it was read."""
    return f"{count}\u00a0ردیف تا {day}"


def register_row(row: str, year: str) -> str:
    """Return the number of a row with its year."""
    return f"{year}/{row}"


def received(name: str, day: str) -> str:
    """Return the recipient of a letter and the day."""
    return f"{name}، {day}" if day else name


def struck(reason: str) -> str:
    """Return the reason why a row is struck."""
    return f"خط خورد: {reason}"
