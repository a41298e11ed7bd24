"""Reading of a damaged database row by row: whatever raises is passed over, and what is there twice is kept twice.

A table is read forwards, then backwards, up to the first page that cannot be read, and each row that is known from
elsewhere (its hash, an index, SQLite's counter of keys) is then asked for by itself. An index also tells some columns
of a row whose own page is lost.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from sqlalchemy import LargeBinary, Table

from desktop_app.storage.file.connections import file_uri

MOST_KEYS: Final = 2_000_000
"""A counter beyond this is damaged itself; no more keys are asked for one by one."""

Cells = tuple[Any, ...]
Candidates = dict[int, list[Cells]]
"""By rowid: every row that was found under it, its columns in the order of the table."""
Hints = dict[int, dict[str, Any]]
"""By rowid: the columns that indexes hold of it."""
Stop = Callable[[], object]
"""Asked now and then; what it raises ends the reading."""


@dataclass(slots=True)
class DamagedFile:
    """What was read of a damaged database."""

    rows: dict[str, Candidates] = field(default_factory=dict)
    hints: dict[str, Hints] = field(default_factory=dict)
    """By table: what its indexes say of rows that could not be read."""
    counters: dict[str, int] = field(default_factory=dict)
    """By table: the last key that SQLite gave."""


@contextmanager
def open_damaged(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that reads as much as there is, and writes nothing."""
    with closing(sqlite3.connect(file_uri(path, "ro"), uri=True, isolation_level=None)) as connection:
        # texts that are no UTF-8 are judged by us, a schema with a broken entry is read without it
        connection.text_factory = bytes
        for pragma in ("writable_schema=ON", "cell_size_check=ON", "trusted_schema=OFF", "query_only=ON"):
            with suppress(sqlite3.Error):
                connection.execute(f"PRAGMA {pragma}")
        yield connection


def counters(connection: sqlite3.Connection) -> dict[str, int]:
    """SQLite's own counters of keys, as far as they can be read."""
    found: dict[str, int] = {}
    with suppress(sqlite3.Error):
        for name, last in connection.execute("SELECT name, seq FROM sqlite_sequence"):
            if isinstance(name, bytes) and isinstance(last, int) and 0 <= last <= MOST_KEYS:
                found[name.decode("utf-8", "replace")] = last
    return found


def searched_texts(connection: sqlite3.Connection) -> Iterator[tuple[str, int, str]]:
    """By what a record is found: its table, its id, its words in the form of searching."""
    with suppress(sqlite3.Error):
        for kind, row_id, text in connection.execute("SELECT kind, record_id, spaced FROM search_text NOT INDEXED"):
            if isinstance(kind, bytes) and isinstance(row_id, int) and isinstance(text, bytes):
                yield kind.decode("utf-8", "replace"), row_id, text.decode("utf-8", "replace")


def read_table(
    connection: sqlite3.Connection, table: Table, known: Iterable[int], stop: Stop
) -> tuple[Candidates, Hints]:
    """Every row of a table that can be read; ``known`` are keys that are asked for whatever the table itself says."""
    found: Candidates = {}
    hints: Hints = {}
    columns = ", ".join(column.name for column in table.columns)
    whole = _scan(connection, table, columns, "ASC", found, stop)
    if not whole:
        _scan(connection, table, columns, "DESC", found, stop)
    for index in _indexes(connection, table):
        _note_index(connection, table, index, hints)
    asked = set(known) | hints.keys()
    for key in sorted(asked - found.keys()):
        stop()
        with suppress(sqlite3.Error):
            row = connection.execute(f"SELECT rowid, {columns} FROM {table.name} WHERE rowid = ?", (key,)).fetchone()
            if row is not None:
                _note(found, table, row)
    hints = {key: known for key, known in hints.items() if key not in found}
    for key, columns_known in hints.items():
        if all(column.nullable or column.name in columns_known for column in table.columns):
            # its hash will tell whether the columns that no index holds are empty indeed
            found[key] = [tuple(columns_known.get(column.name) for column in table.columns)]
    return found, hints


def texts_of(table: Table, row: Sequence[Any]) -> Cells:
    """The cells with their texts decoded; bytes that are no text keep a mark that no program wrote."""
    return tuple(
        cell.decode("utf-8", "replace")
        if isinstance(cell, bytes) and not isinstance(column.type, LargeBinary)
        else cell
        for column, cell in zip(table.columns, row, strict=True)
    )


# ---- inside


def _scan(
    connection: sqlite3.Connection, table: Table, columns: str, order: str, found: Candidates, stop: Stop
) -> bool:
    """From one end up to what cannot be read; whether the other end was reached."""
    asked = f"SELECT rowid, {columns} FROM {table.name} NOT INDEXED ORDER BY rowid {order}"
    try:
        for row in connection.execute(asked):
            stop()
            _note(found, table, row)
    except sqlite3.Error:
        return False
    return True


def _note(found: Candidates, table: Table, row: Sequence[Any]) -> None:
    key, cells = row[0], texts_of(table, row[1:])
    # no record has a smaller key: it is read of zeros
    if isinstance(key, int) and key > 0 and cells not in (there := found.setdefault(key, [])):
        there.append(cells)


def _indexes(connection: sqlite3.Connection, table: Table) -> list[str]:
    with suppress(sqlite3.Error):
        rows = connection.execute(f"PRAGMA index_list({table.name})").fetchall()
        return [row[1].decode("utf-8", "replace") for row in rows if isinstance(row[1], bytes)]
    return []


def _note_index(connection: sqlite3.Connection, table: Table, index: str, hints: Hints) -> None:
    """What an index holds of each row, from both ends."""
    with suppress(sqlite3.Error, TypeError):
        columns = [row[2].decode() for row in connection.execute(f'PRAGMA index_info("{index}")')]
        names = ", ".join(columns)
        # an index of some rows alone is asked with its own condition
        ((sql,),) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (index,)).fetchall() or ((b"",),)
        _start, where, condition = (sql or b"").decode().partition(" WHERE ")
        for order in ("ASC", "DESC"):
            asked = (
                f'SELECT rowid, {names} FROM {table.name} INDEXED BY "{index}"{where}{condition}'
                f" ORDER BY {columns[0]} {order}"
            )
            with suppress(sqlite3.Error):
                for key, *cells in connection.execute(asked):
                    known = hints.setdefault(key, {"id": key} if "id" in table.columns else {})
                    known |= zip(columns, (_text(cell) for cell in cells), strict=True)


def _text(cell: object) -> object:
    return cell.decode("utf-8", "replace") if isinstance(cell, bytes) else cell
