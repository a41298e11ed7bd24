"""Sentences about live rows that another program changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Protocol

from desktop_app.text.found import record
from desktop_app.text.shared.digits import persian

TITLE: Final = "تغییر خارج از برنامه"
SHOW: Final = "دیدن و تأیید…"
CONTEXT: Final = "ردیف‌های برگزیده، چنان که اینجا نشان داده شده‌اند، پذیرفته و در تاریخچه ثبت می‌شوند. آنچه برگزیده نشود در این فهرست می‌ماند."
ACCEPT: Final = "تأیید برگزیده‌ها"
LEAVE: Final = "انصراف"
NONE_CHOSEN: Final = "ردیفی برگزیده نشده است. نخست ردیفی را برگزینید."
ACCEPTED: Final = "تغییرها تأیید شد"
OLD_UNKNOWN: Final = "پیش از این نامعلوم است؛ اکنون چنین است"
INNER: Final = "شناسه‌ها یا پیوندهای درونی این ردیف هم عوض شده است."
HAPPENED: Final = {
    "row_differs": "عوض شده است",
    "row_unknown": "افزوده شده است",
    "row_missing": "برداشته شده است",
}
ASK: Final = "این ردیف را برنامهٔ دیگری عوض کرده است"
GO_ON: Final = "ثبت روی همین حال"
DONT: Final = "انصراف"


class _Field(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def before(self) -> str: ...
    @property
    def after(self) -> str: ...


def band(count: int) -> str:
    """Over the page: how many rows, and what to do."""
    return f"{persian(count)} ردیف را برنامهٔ دیگری عوض کرده است. کار ادامه دارد؛ آن‌ها را ببینید و آنچه درست است تأیید کنید."


def row(kind: str, table: str, row_id: int, name: str) -> str:
    """One row, and what happened to it."""
    return f"{record(table, row_id, name)} – {HAPPENED[kind]}"


def fields(kind: str, shown: Sequence[_Field], *, known: bool, inner: bool) -> Iterator[str]:
    """The old and the new value of each field, a line each; ``known`` where the old ones are."""
    if kind != "row_unknown" and not known:
        yield OLD_UNKNOWN
    for one in shown:
        if kind == "row_differs" and known:
            yield change(one.name, one.before, one.after)
        else:
            yield f"{one.name}: {one.before if kind == 'row_missing' else one.after}"
    if inner:
        yield INNER


def change(field: str, old: str, new: str) -> str:
    """A field with its old and its new value."""
    return f"{field}: پیش از این {old}، اکنون {new}"


def ask(table: str, row_id: int, name: str) -> str:
    """Before an act writes over such a row."""
    return (
        f"{record(table, row_id, name)} بیرون از برنامه عوض شده و هنوز تأیید نشده است. "
        "اگر ادامه دهید، این کار روی همان حال ثبت می‌شود."
    )
