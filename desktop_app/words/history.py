"""Words of the page «تاریخچه» and of taking acts back: one name for it everywhere."""

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
    """A title or the beginning of a text, as it is named in an act."""
    line = " ".join(text.split())
    return f"«{line}»" if len(line) <= _MOST_LETTERS else f"«{line[:_MOST_LETTERS].rstrip()}…»"


def taken_back(what: str) -> str:
    """An act was taken back."""
    return f"پس گرفته شد: {what}"


def done_again(what: str) -> str:
    """An act that was taken back was done again."""
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
    """Whose history it is."""
    return f"تاریخچهٔ {record}"


def narrowed(name: str, values: Sequence[str]) -> str:
    """A filter and what it lets through."""
    return f"{name}: {' یا '.join(values)}"


def searched(text: str) -> str:
    """The words that were looked for."""
    return narrowed(SEARCHED, [quoted(text)])


def from_until(first: str, last: str) -> str:
    """Days from and to."""
    return f"از {first} تا {last}"


def year(number: str) -> str:
    """A Jalali year."""
    return f"سال {number}"


def by_at(actor: str, day: str, time: str) -> str:
    """Who and when."""
    return " · ".join(filled(actor, f"{day}، ساعت {time}"))


def told_of(act: str, record: str) -> str:
    """One entry of an act."""
    return f"{act}: {record}"


def more(count: int) -> str:
    """Changes that a row has no room for."""
    return f"و {persian(count)} تغییر دیگر"


def more_entries(count: int) -> str:
    """Entries of an act that the pane has no room for."""
    return f"و {persian(count)} مورد دیگر؛ «{PRINT}» همه را دارد."


def was(value: str) -> str:
    """What stood in a field before."""
    return f"از: {value}"


def became(value: str) -> str:
    """What stands there after."""
    return f"به: {value}"
