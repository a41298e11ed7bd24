"""Persian texts of the history."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

ROW: Final = "ردیف"
WHEN: Final = "زمان"
WHO: Final = "کاربر"
ACT: Final = "کار"
RECORD: Final = "پرونده"
CHANGES: Final = "تغییرها"
NOTHING: Final = "چیزی ثبت نشده است."
OFFICE: Final = "همهٔ دفتر"


def title(record: str, year: str) -> str:
    """Return the title: the record, and the year."""
    of = f"تاریخچهٔ {record or OFFICE}"
    return f"{of}، سال\u00a0{year}" if year else of


def filter_line(asked: Sequence[str]) -> str:
    """Return a line on the filters of the acts."""
    return "محدود به " + "؛ ".join(asked)


def as_of(day: str, count: str) -> str:
    """Return the time of reading and the number of acts."""
    return f"{count}\u00a0کار تا {day}، تازه‌ترین در بالا"


def moment(day: str, time: str) -> str:
    """Return day and time of an act."""
    return f"{day}، {time}"
