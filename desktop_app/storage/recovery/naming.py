"""Names of records as their rows tell them: of rows that were read alone, and of those that a check doubts in a file.

The file is one that no office has open: a recovered database, or that of a backup.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from typing import Any, Final

from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.read_models.findings import Finding
from desktop_app.storage.schema.base import Record
from desktop_app.storage.store.transaction import Transaction

FOUND_BY: Final = "words of searching"
"""No column: what a lost record was found by."""
_DAY: Final = "day"
_NAMES: Final = ("number", "name", "title", "subject", "text", _DAY, FOUND_BY, "version", "kind")
"""Columns that name a record, the best first."""
_NAME_LENGTH: Final = 80
_THROUGH: Final[Mapping[str, str]] = {
    "minutes_version": "SELECT number FROM meeting JOIN minutes_version AS it ON meeting.id = it.meeting_id",
    "clause": (
        "SELECT coalesce(nullif(resolution.number, ''), it.text) FROM clause AS it"
        " LEFT JOIN resolution ON resolution.id = it.resolution_id"
    ),
    "task": "SELECT number FROM resolution JOIN task AS it ON resolution.id = it.resolution_id",
    "sent_invitation": "SELECT coalesce(nullif(it.number, ''), it.addressee) FROM sent_invitation AS it",
}
"""By what a record is known that bears no name of its own, or one that others bear, too."""


def name_of(row: Mapping[str, Any]) -> str:
    """What names a record, as far as it can be read."""
    for column in _NAMES:
        with suppress(KeyError):
            value = row[column]
            if isinstance(value, str | int) and str(value).strip():
                return _as_written(str(value)) if column == _DAY else str(value)[:_NAME_LENGTH]
    return ""


def _as_written(day: str) -> str:
    """A day as papers write it; what is none stays what it is."""
    try:
        return format_date(date.fromisoformat(day))
    except (ValueError, OverflowError):
        return day[:_NAME_LENGTH]


def names_of(transaction: Transaction, findings: Iterable[Finding]) -> dict[tuple[str, int], str]:
    """By table and id: the number, name or title of each record that has one."""
    found: dict[tuple[str, int], str] = {}
    for kind, number in dict.fromkeys((one.subject, one.id) for one in findings):
        table = Record.metadata.tables.get(kind)
        if table is None or not number or (kind, number) in found:
            continue
        columns = [one for one in _NAMES if one in table.columns]
        for row in transaction.text(_question(kind, columns, number)) if columns or kind in _THROUGH else ():
            name = name_of(dict(zip(columns if kind not in _THROUGH else _NAMES[:1], row, strict=True)))
            if name:
                found[kind, number] = name
    return found


def _question(kind: str, columns: Iterable[str], number: int) -> str:
    through = _THROUGH.get(kind)
    if through is not None:
        return f"{through} WHERE it.id = {int(number)}"
    return f"SELECT {', '.join(columns)} FROM {kind} WHERE rowid = {int(number)}"
