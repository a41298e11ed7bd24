"""Sentences about live rows that another program changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.text.history.fields import field_word
from desktop_app.text.recovery import KINDS
from desktop_app.text.shared.digits import persian

TITLE: Final = "تغییر خارج از برنامه"
SHOW: Final = "دیدن و تأیید…"
CONTEXT: Final = (
    "ردیف‌های برگزیده، چنان که اکنون هستند، پذیرفته و در تاریخچه ثبت می‌شوند. آنچه برگزیده نشود در این فهرست می‌ماند."
)
ACCEPT: Final = "تأیید برگزیده‌ها"
LEAVE: Final = "انصراف"
NONE_CHOSEN: Final = "ردیفی برگزیده نشده است. نخست ردیفی را برگزینید."
ACCEPTED: Final = "تغییرها تأیید شد"
UNKNOWN: Final = "نامعلوم"
NOTHING: Final = "خالی"
HAPPENED: Final = {
    "row_differs": "عوض شده است",
    "row_unknown": "افزوده شده است",
    "row_missing": "برداشته شده است",
}
ASK: Final = "این ردیف را برنامهٔ دیگری عوض کرده است"
GO_ON: Final = "ثبت روی همین حال"
DONT: Final = "انصراف"


def band(count: int) -> str:
    """Over the page: how many rows, and what to do."""
    return f"{persian(count)} ردیف را برنامهٔ دیگری عوض کرده است. کار ادامه دارد؛ آن‌ها را ببینید و آنچه درست است تأیید کنید."


def row(kind: str, table: str, row_id: int, name: str) -> str:
    """One row, and what happened to it."""
    called = f"«{name}»" if name else f"شمارهٔ درونی {persian(row_id)}"
    return f"{KINDS[table]} {called} {HAPPENED[kind]}"


def fields(old: Mapping[str, str] | None, new: Mapping[str, str]) -> list[str]:
    """The old and the new value of each field, a line each."""
    names = list(dict.fromkeys([*(old or {}), *new]))
    return [
        change(field_word(name), UNKNOWN if old is None else old.get(name) or NOTHING, new.get(name) or NOTHING)
        for name in names
        if old is not None or new.get(name)
    ]


def change(field: str, old: str, new: str) -> str:
    """A field with its old and its new value."""
    return f"{field}: پیش از این {old}، اکنون {new}"


def ask(table: str, row_id: int) -> str:
    """Before an act writes over such a row."""
    return (
        f"{KINDS[table]} (شمارهٔ درونی {persian(row_id)}) بیرون از برنامه عوض شده و هنوز تأیید نشده است. "
        "اگر ادامه دهید، این کار روی همان حال ثبت می‌شود."
    )
