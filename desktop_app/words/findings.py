"""Texts of the findings of a data check."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Protocol

from desktop_app.words import finding_details
from desktop_app.words.attached_files import files_named
from desktop_app.words.digits import filled, persian
from desktop_app.words.finding_details import FINDINGS, kind_of, numbered
from desktop_app.words.recovery import KINDS


class Finding(Protocol):
    """Interface of a finding, for its text."""

    @property
    def kind(self) -> str:
        """The key of the fault."""

    @property
    def subject(self) -> str:
        """The kind of record, or another subject."""

    @property
    def id(self) -> int:
        """The id of the record, 0 for none."""


def once_each(said: Iterable[str]) -> list[tuple[str, int]]:
    """Return each different sentence once, with its count if above one."""
    often = Counter(said)
    return [(one if count == 1 else f"{one}، {persian(count)} بار", count) for one, count in often.items()]


def first_said(said: Sequence[str], most: int) -> str:
    """Return the text of the first finding, and how many more there are."""
    named = once_each(said)[:most]
    return f"{'؛ '.join(one for one, _count in named)}{and_more(len(said) - sum(count for _one, count in named))}"


def found(kind: str, subject: str, number: int, name: str = "") -> str:
    """Return the text of a finding for the operator; by number only if no name is readable."""
    named = name or (numbered(subject, number) if subject in KINDS and number else "")
    return f"{FINDINGS[kind]} ({named})" if named else FINDINGS[kind]


_FILE: Final = "file"
_PLACE: Final = re.compile(r"\b([a-z_]+) (\d+)")


def found_at(kind: str, subject: str, number: int, detail: str, name: str = "") -> str:
    """Return the line of a finding in the answer of ``check``."""
    if subject == _FILE and _PLACE.search(detail):
        return f"{FINDINGS[kind]} · {files_named(detail)}"
    told = finding_details.detail_text(kind, subject, detail)
    told = _PLACE.sub(lambda one: numbered(one[1], int(one[2])) if one[1] in KINDS else one[0], told)
    told = persian(told) if told.isdecimal() else told
    return " · ".join(filled(FINDINGS[kind], record(subject, number, name), told))


def record(subject: str, number: int, name: str) -> str:
    """Return a record by kind and name, or by number if it has no name."""
    if name:
        # the name of a person or a unit does not say what it is the name of
        return name if name.startswith(KINDS[subject].split()[0]) else f"{KINDS[subject]}: {name}"
    return numbered(subject, number) if number else kind_of(subject)


def trouble(sentence: str, count: int) -> str:
    """Return what is wrong, and how many other findings there are."""
    return f"{sentence}{and_more(count - 1)}."


def and_more(count: int) -> str:
    """Return that there are more findings."""
    return f"؛ {persian(count)} نادرستی دیگر هم هست" if count else ""


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
    """Return the message of the page: how many rows another program changed, and what to do."""
    return f"{persian(count)} ردیف را برنامهٔ دیگری عوض کرده است. کار ادامه دارد؛ آن‌ها را ببینید و آنچه درست است تأیید کنید."


def row(kind: str, table: str, row_id: int, name: str) -> str:
    """Return a changed row and what happened to it."""
    return f"{record(table, row_id, name)} – {HAPPENED[kind]}"


def fields(kind: str, shown: Sequence[_Field], *, known: bool, inner: bool) -> Iterator[str]:
    """Return the old and new value of each field, a line each; ``known`` if the old ones are."""
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
    """Return a field with its old and new value."""
    return f"{field}: پیش از این {old}، اکنون {new}"


def ask(table: str, row_id: int, name: str) -> str:
    """Return the warning before an act changes a record that another program changed."""
    return (
        f"{record(table, row_id, name)} بیرون از برنامه عوض شده و هنوز تأیید نشده است. "
        "اگر ادامه دهید، این کار روی همان حال ثبت می‌شود."
    )
