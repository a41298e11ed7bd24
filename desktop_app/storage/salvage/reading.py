"""Reader of a damaged database: each table from both ends, then each key that an index or a counter names."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Table

from desktop_app.storage.file.connections import file_uri

MOST_KEYS: Final = 2_000_000
"""A counter above this is damaged itself."""

Rows = dict[int, tuple[Any, ...]]
"""By rowid: the cells in the order of the columns."""
Stop = Callable[[], object]
"""Called between rows; what it raises ends the reading."""


@contextmanager
def open_damaged(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that only reads, and reads on past a damaged entry of the schema."""
    with closing(sqlite3.connect(file_uri(path, "ro"), uri=True, isolation_level=None)) as connection:
        # bytes that are no UTF-8 become a mark: the hash of such a row does not agree
        connection.text_factory = lambda cell: cell.decode("utf-8", "replace")
        for pragma in ("writable_schema=ON", "cell_size_check=ON", "trusted_schema=OFF", "query_only=ON"):
            with suppress(sqlite3.Error):
                connection.execute(f"PRAGMA {pragma}")
        yield connection


def counters(connection: sqlite3.Connection) -> dict[str, int]:
    """By table: the last key that SQLite gave, as far as it can be read."""
    with suppress(sqlite3.Error):
        found = connection.execute("SELECT name, seq FROM sqlite_sequence").fetchall()
        return {name: last for name, last in found if isinstance(last, int) and 0 <= last <= MOST_KEYS}
    return {}


def read_rows(connection: sqlite3.Connection, table: Table, known: Iterable[int], stop: Stop) -> Rows:
    """Every row that can be read; ``known`` are keys that are asked for one by one besides."""
    found: Rows = {}
    names = ", ".join(column.name for column in table.columns)
    asked = f"SELECT rowid, {names} FROM {table.name}"
    if not _scan(connection, f"{asked} NOT INDEXED ORDER BY rowid", found, stop):
        _scan(connection, f"{asked} NOT INDEXED ORDER BY rowid DESC", found, stop)
        keys = {*known, *_keys_of_indexes(connection, table, stop)}
        for key in sorted(keys - found.keys()):
            _scan(connection, f"{asked} WHERE rowid = {int(key)}", found, stop)
    return found


# ---- inside


def _scan(connection: sqlite3.Connection, asked: str, found: Rows, stop: Stop) -> bool:
    """Read up to the first page that cannot be read; whether the end was reached."""
    try:
        for key, *cells in connection.execute(asked):
            stop()
            # no record has a smaller key: it was read out of zeros
            if key > 0:
                found.setdefault(key, tuple(cells))
    except (sqlite3.Error, OverflowError):
        return False
    return True


def _keys_of_indexes(connection: sqlite3.Connection, table: Table, stop: Stop) -> set[int]:
    """The keys that the indexes of a table hold, each from both ends."""
    found: Rows = {}
    for index in sorted(str(one.name) for one in table.indexes):
        column = next(iter(next(one for one in table.indexes if one.name == index).columns)).name
        for order in ("", " DESC"):
            _scan(
                connection, f"SELECT rowid FROM {table.name} INDEXED BY {index} ORDER BY {column}{order}", found, stop
            )
    return set(found)
