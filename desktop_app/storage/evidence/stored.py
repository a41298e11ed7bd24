"""Rows as SQLite holds them, whatever stands in them: what hashes are taken from when they are verified.

No type of a column is asked: a day that is none, or a text that is no JSON, is a value as any other.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Span:
    """The ids after one, up to another; open where there is none."""

    after: int | None = None
    upto: int | None = None

    def where(self, column: str) -> str:
        """As a condition, empty for all there is."""
        bounds = ((">", self.after), ("<=", self.upto))
        told = " AND ".join(f"{column} {sign} {bound}" for sign, bound in bounds if bound is not None)
        return f" WHERE {told}" if told else ""


ALL: Final = Span()
NO_LIMIT: Final = -1


def hashes_of(transaction: Transaction, kind: str, span: Span = ALL) -> Iterator[Keyed]:
    """The rows of one table within a span of ids: each id and hash; holidays are known by their day, and all asked."""
    table = Record.metadata.tables[kind]
    names, write = row_writer(table)
    units = _units(transaction, span) if UNITS in names else None
    key = 0 if kind == HolidayRecord.__tablename__ else names.index("id")
    for row in _cells(transaction, table, span.where("id")):
        row_id = row[key] if kind != HolidayRecord.__tablename__ else holiday_id(row[key])
        cells = row if units is None else (*row, units.get(row_id))
        yield row_id, hash_of(row_text(kind, row_id, write(cells)))


def holiday_id(day: str | date) -> int:
    """The number of a day, from the first of the calendar; 0 for a text that is no day."""
    try:
        return (day if isinstance(day, date) else date.fromisoformat(day)).toordinal()
    except (TypeError, ValueError):
        return 0


def stored_entries(
    transaction: Transaction, after: int = 0, upto: int | None = None, most: int = NO_LIMIT
) -> Generator[Keyed, None, None]:
    """The entries of the audit table after one, up to another, oldest first, so many: key and canonical text."""
    return _keyed(transaction, table_of(AuditRecord), "seq", Span(after, upto), most)


def stored_acts(
    transaction: Transaction, after: int = 0, upto: int | None = None, most: int = NO_LIMIT
) -> Generator[Keyed, None, None]:
    """The acts in the same way."""
    return _keyed(transaction, table_of(ActRecord), "id", Span(after, upto), most)


def _keyed(transaction: Transaction, table: Table, key: str, span: Span, most: int) -> Generator[Keyed, None, None]:
    _names, write = entry_writer(table)
    for row in _cells(transaction, table, f"{span.where(key)} ORDER BY {key} LIMIT {most}"):
        yield row[0], write(row)


def _cells(transaction: Transaction, table: Table, rest: str = "") -> Iterator[tuple[Any, ...]]:
    names = ", ".join(column.name for column in table.columns)
    return transaction.cells(f"SELECT {names} FROM {table.name}{rest}")


def _units(transaction: Transaction, span: Span) -> dict[int, list[int]]:
    """By clause: its cooperating units in their order."""
    found: dict[int, list[int]] = {}
    rows = transaction.cells(
        f"SELECT clause_id, unit_id FROM {ClauseUnitRecord.__tablename__}{span.where('clause_id')}"
        " ORDER BY clause_id, ordinal, id"
    )
    for clause_id, unit_id in rows:
        found.setdefault(clause_id, []).append(unit_id)
    return found
