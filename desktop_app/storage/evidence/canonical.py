"""Canonical texts of rows and of links of the chain, format 1: the permanent input of all hashes.

A row is one JSON object: ``kind`` (its table), ``id``, and ``row``, its columns by name. Left out are columns that are
empty (NULL), that hold the default which a later revision gave them, so that a new column changes no old hash, and the
sort keys, which follow from the others. A day is ISO text, a truth 0 or 1, bytes their SHA-256; a clause holds the ids
of its cooperating units in their order.

A link is one JSON object: ``format``, ``previous`` (the hash before it), ``entries`` and ``acts`` (the rows of the
audit table and of the acts that the commit appended, oldest first), and ``rows``: kind, id, format and hash of each row
that it wrote, the hash empty where the row is gone.

JSON is UTF-8 with sorted keys and without blanks (RFC 8785; no number has a fraction). A hash is SHA-256 in 64
hexadecimal digits.

Verifying reads rows as SQLite holds them and asks no type of a column: a day that is none, or a text that is no JSON,
is a value as any other.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from json.encoder import encode_basestring
from typing import Any, Final

from sqlalchemy import DefaultClause, Table

from desktop_app.storage.schema.base import Record, table_of
from desktop_app.storage.schema.minutes import ClauseUnitRecord
from desktop_app.storage.store.audit import ActRecord, AuditRecord
from desktop_app.storage.store.kinds import MAPPERS
from desktop_app.storage.store.settings import HolidayRecord, OfficeSettingRecord
from desktop_app.storage.store.transaction import Transaction

FORMAT: Final = 1
DERIVED: Final = frozenset({"name_key", "title_key"})
"""Columns that follow from others."""
UNITS: Final = "cooperating"
"""What a clause has beside its columns."""

RowHash = tuple[str, int, int, str]
"""Kind, id, format, hash."""
Writer = Callable[[Sequence[Any]], str]
"""Makes the text of one row from its cells."""


def row_hash(table: Table, row_id: int, values: Mapping[str, Any]) -> str:
    """Return the hash of one row from its columns."""
    names, write = row_writer(table)
    return hash_of(row_text(table.name, row_id, write([values.get(name) for name in names])))


def row_text(kind: str, row_id: int, columns: str) -> str:
    """Return the canonical text of a row."""
    return f'{{"id":{row_id},"kind":"{kind}","row":{columns}}}'


@cache
def row_writer(table: Table) -> tuple[tuple[str, ...], Writer]:
    """Return the columns to read of a row, and a function that writes its hashed columns as a JSON object."""
    names = [column.name for column in table.columns] + ([UNITS] if table.name == "clause" else [])
    return tuple(names), _writer(names, besides=DERIVED | {"id"}, added=_defaults_of_added_columns(table))


@cache
def entry_writer(table: Table) -> tuple[tuple[str, ...], Writer]:
    """Like :func:`row_writer`, for entries and acts: their keys are part of the text."""
    names = tuple(column.name for column in table.columns)
    return names, _writer(names, besides=frozenset(), added=_defaults_of_added_columns(table))


def rows_text(rows: Iterable[RowHash]) -> str:
    """Return the canonical text of row hashes."""
    return ",".join(f'["{kind}",{row_id},{form},"{digest}"]' for kind, row_id, form, digest in rows)


def link_hash(previous: str, entries: Iterable[str], acts: Iterable[str], rows: str) -> str:
    """Return the hash of one link of the chain from the texts of its entries, acts and row hashes."""
    parts = f'"acts":[{",".join(acts)}],"entries":[{",".join(entries)}],"format":{FORMAT}'
    return hash_of(f'{{{parts},"previous":"{previous}","rows":[{rows}]}}')


def hash_of(text: str) -> str:
    """Return SHA-256 as 64 hexadecimal digits."""
    # a damaged file may hold what is no text at all: it has a hash, too, and a wrong one
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _writer(names: Sequence[str], *, besides: frozenset[str], added: Mapping[str, Any]) -> Writer:
    """Return a function that joins cells in the order of their names; made once for each table, for speed."""
    kept = [(names.index(name), f'"{name}":', added.get(name, _NEVER)) for name in sorted(names) if name not in besides]

    def write(cells: Sequence[Any]) -> str:
        parts = [
            # nearly all cells are texts and numbers, and a check writes very many
            key + (encode_basestring(cell) if type(cell) is str else str(cell) if type(cell) is int else _json(cell))
            for place, key, default in kept
            if (cell := cells[place]) is not None and cell != default
        ]
        return "{" + ",".join(parts) + "}"

    return write


_NEVER: Final = object()
"""Equal to no value."""


def _json(value: Any) -> str:  # noqa: ANN401 - a value of whatever column
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, date):
        return f'"{value.isoformat()}"'
    if isinstance(value, bytes):
        return f'"{hashlib.sha256(value).hexdigest()}"'
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _defaults_of_added_columns(table: Table) -> dict[str, Any]:
    """Return, for each column that a later revision added, the value in rows from before it."""
    defaults = {column.name: column.server_default for column in table.columns}
    return {name: _literal(str(one.arg)) for name, one in defaults.items() if isinstance(one, DefaultClause)}


def _literal(sql: str) -> str | int:
    return sql[1:-1].replace("''", "'") if sql.startswith("'") else int(sql)


HASHED: Final = (
    *(mapper.name for mapper in MAPPERS),
    OfficeSettingRecord.__tablename__,
    HolidayRecord.__tablename__,
)
"""The tables whose rows have hashes."""

Keyed = tuple[int, str]
"""A key and a text or a hash."""


@dataclass(frozen=True, slots=True)
class IdRange:
    """A range of ids: greater than ``after``, up to ``upto``; None means no bound."""

    after: int | None = None
    upto: int | None = None

    def where(self, column: str) -> str:
        """Return the range as an SQL condition; empty without bounds."""
        bounds = ((">", self.after), ("<=", self.upto))
        told = " AND ".join(f"{column} {sign} {bound}" for sign, bound in bounds if bound is not None)
        return f" WHERE {told}" if told else ""


ALL: Final[IdRange] = IdRange()
NO_LIMIT: Final = -1


def hashes_of(transaction: Transaction, kind: str, span: IdRange = ALL) -> Iterator[Keyed]:
    """Yield id and hash of the rows of one table in a range of ids; of holidays always all."""
    table = Record.metadata.tables[kind]
    names, write = row_writer(table)
    units = _units(transaction, span) if UNITS in names else None
    key = 0 if kind == HolidayRecord.__tablename__ else names.index("id")
    for row in _cells(transaction, table, span.where("id")):
        row_id = row[key] if kind != HolidayRecord.__tablename__ else holiday_id(row[key])
        cells = row if units is None else (*row, units.get(row_id))
        yield row_id, hash_of(row_text(kind, row_id, write(cells)))


def holiday_id(day: str | date) -> int:
    """Return the ordinal number of a day; 0 for a text that is no date."""
    try:
        return (day if isinstance(day, date) else date.fromisoformat(day)).toordinal()
    except (TypeError, ValueError):
        return 0


def stored_entries(
    transaction: Transaction, after: int = 0, upto: int | None = None, most: int = NO_LIMIT
) -> Generator[Keyed, None, None]:
    """Yield key and canonical text of entries of the audit table, oldest first, at most ``most``."""
    return _keyed(transaction, table_of(AuditRecord), "seq", IdRange(after, upto), most)


def stored_acts(
    transaction: Transaction, after: int = 0, upto: int | None = None, most: int = NO_LIMIT
) -> Generator[Keyed, None, None]:
    """Yield key and canonical text of acts, oldest first, at most ``most``."""
    return _keyed(transaction, table_of(ActRecord), "id", IdRange(after, upto), most)


def _keyed(transaction: Transaction, table: Table, key: str, span: IdRange, most: int) -> Generator[Keyed, None, None]:
    _names, write = entry_writer(table)
    for row in _cells(transaction, table, f"{span.where(key)} ORDER BY {key} LIMIT {most}"):
        yield row[0], write(row)


def _cells(transaction: Transaction, table: Table, rest: str = "") -> Iterator[tuple[Any, ...]]:
    names = ", ".join(column.name for column in table.columns)
    return transaction.cells(f"SELECT {names} FROM {table.name}{rest}")


def _units(transaction: Transaction, span: IdRange) -> dict[int, list[int]]:
    """Return the cooperating units of each clause, in order."""
    found: dict[int, list[int]] = {}
    rows = transaction.cells(
        f"SELECT clause_id, unit_id FROM {ClauseUnitRecord.__tablename__}{span.where('clause_id')}"
        " ORDER BY clause_id, ordinal, id"
    )
    for clause_id, unit_id in rows:
        found.setdefault(clause_id, []).append(unit_id)
    return found
