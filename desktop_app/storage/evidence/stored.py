"""Rows as SQLite holds them, whatever stands in them: what hashes are taken from when they are verified.

No type of a column is asked: a day that is none, or a text that is no JSON, is a value as any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import Table

from desktop_app.storage.schema.base import Record, table_of
from desktop_app.storage.schema.kinds import MAPPERS
from desktop_app.storage.schema.minutes import ClauseUnitRecord
from desktop_app.storage.schema.settings import HolidayRecord, OfficeSettingRecord
from desktop_app.storage.store.acts import ActRecord
from desktop_app.storage.store.audit import AuditRecord
from desktop_app.storage.store.transaction import Transaction

Values = dict[str, Any]

_UNITS: Final = "cooperating"
HASHED: Final = (
    *(mapper.name for mapper in MAPPERS),
    OfficeSettingRecord.__tablename__,
    HolidayRecord.__tablename__,
)
"""The tables whose rows have hashes."""


def every_row(transaction: Transaction) -> Iterator[tuple[str, int, Values]]:
    """Every row that has a hash: kind, id and its columns."""
    for kind in HASHED:
        for row_id, values in rows_of(transaction, kind):
            yield kind, row_id, values


def rows_of(transaction: Transaction, kind: str) -> Iterator[tuple[int, Values]]:
    """Every row of one table by its id; holidays are known by their day."""
    units = _units(transaction) if kind == "clause" else {}
    for values in _values(transaction, Record.metadata.tables[kind]):
        if kind == HolidayRecord.__tablename__:
            yield holiday_id(values["day"]), values
            continue
        if values["id"] in units:
            values[_UNITS] = units[values["id"]]
        yield values["id"], values


def holiday_id(day: str | date) -> int:
    """The number of a day, from the first of the calendar; 0 for a text that is no day."""
    try:
        return (day if isinstance(day, date) else date.fromisoformat(day)).toordinal()
    except (TypeError, ValueError):
        return 0


def stored_entries(transaction: Transaction, after: int) -> Iterator[Values]:
    """The entries of the audit table after one, oldest first."""
    return _values(transaction, table_of(AuditRecord), f" WHERE seq > {after} ORDER BY seq")


def stored_acts(transaction: Transaction, after: int) -> Iterator[Values]:
    """The acts after one, oldest first."""
    return _values(transaction, table_of(ActRecord), f" WHERE id > {after} ORDER BY id")


def _values(transaction: Transaction, table: Table, rest: str = "") -> Iterator[Values]:
    names = [column.name for column in table.columns]
    for row in transaction.text(f"SELECT {', '.join(names)} FROM {table.name}{rest}"):
        yield dict(zip(names, row, strict=True))


def _units(transaction: Transaction) -> dict[int, list[int]]:
    """By clause: its cooperating units in their order."""
    found: dict[int, list[int]] = {}
    rows: Sequence[Any] = transaction.text(
        f"SELECT clause_id, unit_id FROM {ClauseUnitRecord.__tablename__} ORDER BY clause_id, ordinal, id"
    )
    for clause_id, unit_id in rows:
        found.setdefault(clause_id, []).append(unit_id)
    return found
