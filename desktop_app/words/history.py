"""Texts of the page «تاریخچه» and of undo and redo."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop_app.words.digits import filled, persian

UNDO: Final = "پس گرفتن"
UNDO_KEYS: Final = "Ctrl+Z"
REDO: Final = "دوباره انجام دادن"
NOTHING_TO_UNDO: Final = "کاری برای پس گرفتن نیست."
NOTHING_TO_REDO: Final = "کاری برای دوباره انجام دادن نیست."


_MOST_LETTERS: Final = 40
"""So much of a title or a text names an act."""


def quoted(text: str) -> str:
    """Return a title or the beginning of a text in quotation marks."""
    line = " ".join(text.split())
    return f"«{line}»" if len(line) <= _MOST_LETTERS else f"«{line[:_MOST_LETTERS].rstrip()}…»"


def taken_back(what: str) -> str:
    """Return that an act was undone."""
    return f"پس گرفته شد: {what}"


def done_again(what: str) -> str:
    """Return that an act was redone."""
    return f"دوباره انجام شد: {what}"


HISTORY: Final = "تاریخچه"
HISTORY_KEYS: Final = "Ctrl+H"
WHAT: Final = "کار"
WHEN: Final = "زمان"
WHO: Final = "کاربر"
ACT: Final = "کار"
KIND: Final = "نوع پرونده"
RECORD: Final = "پرونده"
CHANGES: Final = "تغییرها"
SPAN: Final = "بازه"
TODAY: Final = "امروز"
YESTERDAY: Final = "دیروز"
LAST_WEEK: Final = "هفت روز گذشته"
EMPTY: Final = "هنوز چیزی ثبت نشده است"
EMPTY_WHY: Final = "هر کاری که در برنامه ثبت شود، با نام کاربر و زمانش در اینجا می‌ماند."
PRINT: Final = "چاپ تاریخچه"
WHOLE_OFFICE: Final = "تاریخچهٔ همهٔ دفتر"
OPEN_RECORD: Final = "رفتن به پرونده"
NO_PAGE: Final = "این پرونده صفحه‌ای از آنِ خود ندارد."
LINE_BREAK: Final = "؛ "
SEARCHED: Final = "جست‌وجو"
DETAIL: Final = "کار برگزیده"
NO_DETAIL: Final = "کاری برگزیده نشده است."
NO_FIELDS: Final = "این کار مقداری را تغییر نداده است."


def history_of(record: str) -> str:
    """Return the title of a record's history."""
    return f"تاریخچهٔ {record}"


def narrowed(name: str, values: Sequence[str]) -> str:
    """Return a filter with its value."""
    return f"{name}: {' یا '.join(values)}"


def searched(text: str) -> str:
    """Return the searched words."""
    return narrowed(SEARCHED, [quoted(text)])


def from_until(first: str, last: str) -> str:
    """Return a period of days."""
    return f"از {first} تا {last}"


def year(number: str) -> str:
    """Return the name of a Jalali year."""
    return f"سال {number}"


def by_at(actor: str, day: str, time: str) -> str:
    """Return who acted and when."""
    return " · ".join(filled(actor, f"{day}، ساعت {time}"))


def told_of(act: str, record: str) -> str:
    """Return the text of one entry of an act."""
    return f"{act}: {record}"


def more(count: int) -> str:
    """Return how many more changes there are."""
    return f"و {persian(count)} تغییر دیگر"


def more_entries(count: int) -> str:
    """Return how many more entries the act has."""
    return f"و {persian(count)} مورد دیگر؛ «{PRINT}» همه را دارد."


def was(value: str) -> str:
    """Return the old value of a field."""
    return f"از: {value}"


def became(value: str) -> str:
    """Return the new value of a field."""
    return f"به: {value}"
