"""Rows as SQLite holds them, whatever stands in them: what hashes are taken from when they are verified.

No type of a column is asked: a day that is none, or a text that is no JSON, is a value as any other.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from datetime import date
from typing import Any, Final

from sqlalchemy import Table

from desktop_app.storage.evidence.canonical import UNITS, entry_writer, hash_of, row_text, row_writer
from desktop_app.storage.schema.base import Record, table_of
from desktop_app.storage.schema.kinds import MAPPERS
from desktop_app.storage.schema.minutes import ClauseUnitRecord
from desktop_app.storage.schema.settings import HolidayRecord, OfficeSettingRecord
from desktop_app.storage.store.acts import ActRecord
from desktop_app.storage.store.audit import AuditRecord
from desktop_app.storage.store.transaction import Transaction

HASHED: Final = (
    *(mapper.name for mapper in MAPPERS),
    OfficeSettingRecord.__tablename__,
    HolidayRecord.__tablename__,
)
"""The tables whose rows have hashes."""

Keyed = tuple[int, str]
"""A key and a text or a hash."""


def hashes_of(transaction: Transaction, kind: str) -> Iterator[Keyed]:
    """Every row of one table: its id and its hash; holidays are known by their day."""
    table = Record.metadata.tables[kind]
    names, write = row_writer(table)
    units = _units(transaction) if UNITS in names else None
    key = 0 if kind == HolidayRecord.__tablename__ else names.index("id")
    for row in _cells(transaction, table):
        row_id = row[key] if kind != HolidayRecord.__tablename__ else holiday_id(row[key])
        cells = row if units is None else (*row, units.get(row_id))
        yield row_id, hash_of(row_text(kind, row_id, write(cells)))


def holiday_id(day: str | date) -> int:
    """The number of a day, from the first of the calendar; 0 for a text that is no day."""
    try:
        return (day if isinstance(day, date) else date.fromisoformat(day)).toordinal()
    except (TypeError, ValueError):
        return 0


def stored_entries(transaction: Transaction, after: int = 0) -> Generator[Keyed, None, None]:
    """The entries of the audit table after one, oldest first: key and canonical text."""
    return _keyed(transaction, table_of(AuditRecord), f" WHERE seq > {after} ORDER BY seq")


def stored_acts(transaction: Transaction, after: int = 0) -> Generator[Keyed, None, None]:
    """The acts after one, oldest first: key and canonical text."""
    return _keyed(transaction, table_of(ActRecord), f" WHERE id > {after} ORDER BY id")


def _keyed(transaction: Transaction, table: Table, rest: str) -> Generator[Keyed, None, None]:
    _names, write = entry_writer(table)
    for row in _cells(transaction, table, rest):
        yield row[0], write(row)


def _cells(transaction: Transaction, table: Table, rest: str = "") -> Iterator[tuple[Any, ...]]:
    names = ", ".join(column.name for column in table.columns)
    return transaction.cells(f"SELECT {names} FROM {table.name}{rest}")


def _units(transaction: Transaction) -> dict[int, list[int]]:
    """By clause: its cooperating units in their order."""
    found: dict[int, list[int]] = {}
    rows = transaction.cells(
        f"SELECT clause_id, unit_id FROM {ClauseUnitRecord.__tablename__} ORDER BY clause_id, ordinal, id"
    )
    for clause_id, unit_id in rows:
        found.setdefault(clause_id, []).append(unit_id)
    return found
