"""Schema of a file that lost a page of it: without it SQLite finds no table, though every row may be there.

Its wording is known: a new file of the same schema has it. Where tables and indexes begin is told by what is left of
the damaged one's own schema, also on pages that nothing leads to any more. What that does not tell of begins where it
does in the new file: a table keeps its place from the day on which it was made, so that is right in a file which was
made by this schema. In one that was upgraded it may lie elsewhere, and is lost if it does.

Pages of tables and indexes: https://www.sqlite.org/fileformat2.html, 1.3 and 1.6.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from desktop_app import disk, paths
from desktop_app.storage.file.connections import file_uri
from desktop_app.storage.file.faults import raise_told
from desktop_app.storage.file.folder import WorkContext
from desktop_app.storage.file.upgrade import upgrade
from desktop_app.storage.recovery.reading import open_damaged
from desktop_app.storage.schema.schema import SCHEMA_TEXT, fingerprint

_FRESH: Final = ".new"
_HEADER: Final = 100
_PAGE_SIZE, _COUNTER, _PAGES = slice(16, 18), slice(24, 28), slice(28, 32)
_FREE, _VALID_FOR = slice(32, 40), slice(92, 96)
_LEAF: Final = {"table": 0x0D, "index": 0x0A}
_INNER: Final = {"table": 0x05, "index": 0x02}
"""What a page of a tree begins with: of one that holds rows, and of one that leads to others."""
_KINDS: Final = {first: (kind,) for firsts in (_LEAF, _INNER) for kind, first in firsts.items()}
_COLUMNS: Final = "type, name, tbl_name, rootpage, sql"
_MADE: Final = f"SELECT {_COLUMNS} FROM sqlite_schema WHERE rootpage > 0"
_MARK: Final = b"CREATE T"
"""Stands on each leaf of the schema."""

_Row = tuple[str, str, str, int, str | None]
"""Kind, name, table, first page and wording of a table or an index."""
_Place = tuple[str, str, int]
"""Kind, name and first page."""
_Begins = Mapping[int, Collection[str]]
"""By page: the kinds of trees that may begin with it."""


def has_schema(path: Path) -> bool:
    """Whether the schema of a file reads as this program makes it."""
    try:
        with open_damaged(path) as connection:
            connection.text_factory = str
            return fingerprint(connection.execute) == SCHEMA_TEXT
    except (sqlite3.Error, TypeError, AttributeError):
        # a cell that is no text, for one
        return False


def give_schema(scratch: Path, context: WorkContext) -> None:
    """Write the schema of a new file into a copy of the damaged one; its triggers are nothing to a reader.

    Raises ``EnvironmentProblem`` and ``OSError`` as the disk says.
    """
    fresh = scratch.with_name(scratch.name + _FRESH)
    try:
        disk.remove(fresh)
        upgrade(fresh, context.clock)
        with closing(sqlite3.connect(fresh)) as made:
            rows: list[_Row] = made.execute(_MADE).fetchall()
        file = _File(scratch, fresh.read_bytes())
    finally:
        for name in (fresh.name, f"{fresh.name}-journal"):
            with suppress(OSError):
                disk.remove(fresh.with_name(name))
    try:
        file.write(_placed(rows, [*_own_places(scratch), *file.places_left()], file.begins()))
    except sqlite3.Error as error:
        raise_told(error)


# ---- inside


def _own_places(path: Path) -> Iterator[_Place]:
    """What the schema of the file tells, as far as it can be read from both ends."""
    with suppress(sqlite3.Error), open_damaged(path) as connection:
        for order in ("ASC", "DESC"):
            yield from _told(connection, f"sqlite_schema ORDER BY rowid {order}")


def _told(connection: sqlite3.Connection, source: str) -> Iterator[_Place]:
    with suppress(sqlite3.Error):
        for kind, name, page in connection.execute(f"SELECT type, name, rootpage FROM {source}"):
            if isinstance(kind, bytes) and isinstance(name, bytes) and isinstance(page, int):
                yield kind.decode("utf-8", "replace"), name.decode("utf-8", "replace"), page


def _placed(rows: Iterable[_Row], told: Iterable[_Place], begins: _Begins) -> list[_Row]:
    """These rows where they begin in the damaged file; without those of which that is not known."""
    places: dict[tuple[str, str], int] = {}
    for kind, name, page in told:
        if kind in begins.get(page, ()):
            places.setdefault((kind, name), page)
    taken = frozenset(places.values())
    placed: list[_Row] = []
    for kind, name, table, page, sql in rows:
        place = places.get((kind, name), 0 if page in taken else page)
        if kind in begins.get(place, ()):
            placed.append((kind, name, table, place, sql))
    return placed


class _File:
    """A copy of a damaged file, page by page."""

    def __init__(self, path: Path, fresh: bytes) -> None:
        """``fresh`` is a new file of the same schema."""
        self._path, self._fresh = path, fresh
        self._size = int.from_bytes(fresh[_PAGE_SIZE], "big")
        self._pages = paths.size_of(path) // self._size

    def begins(self) -> _Begins:
        """Which kinds of trees may begin with each page: none where another page leads to it."""
        found: dict[int, Collection[str]] = {}
        children: set[int] = set()
        with self._path.open("rb") as file:
            file.seek(self._size)
            for page in range(2, self._pages + 1):
                content = file.read(self._size)
                # of a page that begins with neither nothing is known: it is lost, for one
                found[page] = _KINDS.get(content[0], _LEAF)
                if content[0] in _INNER.values():
                    children.update(_children(content))
        return {page: kinds for page, kinds in found.items() if page not in children}

    def places_left(self) -> list[_Place]:
        """What every page tells that looks like one of a schema; the first page holds only these afterwards."""
        with self._path.open("rb") as file:
            file.seek(self._size)
            leaves = [
                page
                for page in range(2, self._pages + 1)
                if (content := file.read(self._size))[0] == _LEAF["table"] and _MARK in content
            ]
        names = {page: f"page_{page}" for page in leaves}
        self.write([("table", name, name, page, f"CREATE TABLE {name} ({_COLUMNS})") for page, name in names.items()])
        with open_damaged(self._path) as connection:
            return [place for name in names.values() for place in _told(connection, name)]

    def write(self, rows: Iterable[_Row]) -> None:
        """Give the file a new first page, with these rows as its schema, and no other page of it free."""
        self._clear()
        with closing(sqlite3.connect(file_uri(self._path, "rw"), uri=True, isolation_level=None)) as connection:
            # the copy is thrown away after a failure, and a journal beside it would have the rights of others
            for statement in ("PRAGMA journal_mode=OFF", "PRAGMA writable_schema=ON", "BEGIN"):
                connection.execute(statement)
            connection.executemany("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", rows)
            connection.execute("COMMIT")

    def _clear(self) -> None:
        page = bytearray(self._size)
        page[:_HEADER] = self._fresh[:_HEADER]
        page[_PAGES] = self._pages.to_bytes(4, "big")
        page[_FREE] = bytes(8)
        page[_VALID_FOR] = page[_COUNTER]
        # a leaf without rows: none is free, none is there, and the content begins at the end
        page[_HEADER : _HEADER + 7] = bytes([_LEAF["table"], 0, 0, 0, 0]) + self._size.to_bytes(2, "big")
        with self._path.open("r+b") as file:
            file.truncate(self._pages * self._size)
            file.write(page)


def _children(content: bytes) -> Iterator[int]:
    """The pages to which an inner page leads."""
    count = int.from_bytes(content[3:5], "big")
    for place in range(12, min(12 + 2 * count, len(content)), 2):
        cell = int.from_bytes(content[place : place + 2], "big")
        yield int.from_bytes(content[cell : cell + 4], "big")
    yield int.from_bytes(content[8:12], "big")
