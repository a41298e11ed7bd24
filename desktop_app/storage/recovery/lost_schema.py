"""Schema of a file that lost a page of it: without it SQLite finds no table, though every row may be there.

Its wording is known: a new file of the same schema has it. Where tables and indexes begin is told by what is left of
the damaged one's own schema, also on pages that nothing leads to any more. What that does not tell of begins where it
does in the new file, if everything else does, too: a table keeps its place from the day on which it was made. In a file
that was upgraded tables lie elsewhere, and one of which its schema tells no more is lost.

Pages of tables and indexes: https://www.sqlite.org/fileformat2.html, 1.3 and 1.6.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
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
_MAGIC: Final = b"SQLite format 3\0"
_HEADER: Final = 100
_PAGE_SIZE, _COUNTER, _PAGES = slice(16, 18), slice(24, 28), slice(28, 32)
_FREE, _VALID_FOR = slice(32, 40), slice(92, 96)
_SIZES: Final = frozenset(1 << power for power in range(9, 16))
"""Bytes that a page may have; the largest, 65,536, has a sign of its own and is not looked for."""
_LEAF: Final = {"table": 0x0D, "index": 0x0A}
_INNER: Final = {"table": 0x05, "index": 0x02}
"""What a page of a tree begins with: of one that holds rows, and of one that leads to others."""
_KINDS: Final = {first: (kind,) for firsts in (_LEAF, _INNER) for kind, first in firsts.items()}
_COLUMNS: Final = "type, name, tbl_name, rootpage, sql"
_MADE: Final = f"SELECT {_COLUMNS} FROM sqlite_schema WHERE rootpage > 0"
_MARK: Final = b"CREATE "
"""Stands on nearly each leaf of the schema."""
_CUT: Final = 4
"""A file that is so many times as long as what is left of it is not believed in."""

_Row = tuple[str, str, str, int, str | None]
"""Kind, name, table, first page and wording of a table or an index."""


@dataclass(frozen=True, slots=True)
class _Made:
    """A new file of the same schema."""

    header: bytes
    rows: Sequence[_Row]


def has_schema(path: Path, context: WorkContext) -> bool:
    """Whether SQLite takes the schema of a file, and it tells of every table and index as this program makes it.

    Each begins with a page on which a tree may begin, and no two with the same one.
    """
    with suppress(sqlite3.Error, TypeError, AttributeError), open_damaged(path) as connection:
        # a cell that is no text ends it, for one
        connection.text_factory = str
        own: list[_Row] = connection.execute(_MADE).fetchall()
        for name in {table for _kind, _name, table, _page, _sql in own}:
            # of a place that is out of bounds SQLite reads the row all the same, and makes no table of it
            connection.execute(f'SELECT 1 FROM "{name}" LIMIT 0')
        if fingerprint(connection.execute) == SCHEMA_TEXT or _words(own).issuperset(_words(_made(path, context).rows)):
            return _File(path).begin_with(own)
    return False


def give_schema(scratch: Path, context: WorkContext) -> None:
    """Write the schema of a new file into a copy of the damaged one; its triggers are nothing to a reader.

    Raises ``EnvironmentProblem`` and ``OSError`` as the disk says.
    """
    made = _made(scratch, context)
    file = _File(scratch, made.header)
    try:
        own, left = _own_rows(scratch), file.rows_left()
        file.write(_placed(made.rows, own, left, file))
    except sqlite3.Error as error:
        raise_told(error)


# ---- inside


def _made(path: Path, _context: WorkContext) -> _Made:
    fresh = path.with_name(path.name + _FRESH)
    try:
        disk.remove(fresh)
        upgrade(fresh)
        with closing(sqlite3.connect(fresh)) as connection, fresh.open("rb") as file:
            return _Made(file.read(_HEADER), connection.execute(_MADE).fetchall())
    finally:
        for name in (fresh.name, f"{fresh.name}-journal"):
            with suppress(OSError):
                disk.remove(fresh.with_name(name))


def _own_rows(path: Path) -> list[_Row]:
    """What the schema of the file tells, as far as it can be read from both ends."""
    found: list[_Row] = []
    with suppress(sqlite3.Error), open_damaged(path) as connection:
        for order in ("ASC", "DESC"):
            found += _read(connection, f"sqlite_schema ORDER BY rowid {order}")
    return found


def _read(connection: sqlite3.Connection, source: str) -> Iterator[_Row]:
    with suppress(sqlite3.Error):
        for *texts, page, sql in connection.execute(f"SELECT type, name, tbl_name, rootpage, sql FROM {source}"):
            if isinstance(page, int) and page > 1:
                kind, name, table = (_text(one) or "" for one in texts)
                yield kind, name, table, page, _text(sql)


def _text(cell: object) -> str | None:
    return cell.decode("utf-8", "replace") if isinstance(cell, bytes) else None


def _words(rows: Iterable[_Row]) -> set[tuple[object, ...]]:
    """What is told of tables and indexes, but for where they begin."""
    return {(kind, name, table, sql) for kind, name, table, _page, sql in rows}


def _placed(made: Sequence[_Row], own: Iterable[_Row], left: Iterable[_Row], file: _File) -> list[_Row]:
    """The rows of a new file where they begin in the damaged one; without those of which that is not known.

    What is ``left`` on pages to which nothing leads may be of a table that was made anew since.
    """
    told, others = _places(made, own, file), _places(made, left, file)
    moved = any(row[3] not in places for row in made if (places := (told or others).get(row[:2])))
    placed: list[_Row] = []
    for kind, name, table, page, sql in made:
        places = told.get((kind, name)) or (others.get((kind, name), []) if moved else [page])
        if places and file.begins(kind, places[0]):
            placed.append((kind, name, table, places[0], sql))
    return placed


def _places(made: Sequence[_Row], told: Iterable[_Row], file: _File) -> dict[tuple[str, str], list[int]]:
    """By kind and name: where a table or an index may begin.

    A row that was told of is known by its wording or by its name: one of them may be damaged. Where its place is that
    of another table, or another page leads to it, it is that which was damaged.
    """
    worded = {sql: row[:2] for row in made if (sql := row[4])}
    usual = {row[:2]: row[3] for row in made}
    places: dict[tuple[str, str], list[int]] = {own: [] for own in usual}
    for kind, name, _table, page, sql in told:
        own = worded.get(sql or "", (kind, name))
        if own in places and file.begins(own[0], page):
            places[own].append(page)
    claimed = Counter(page for found in places.values() for page in set(found))
    for own, found in places.items():
        doubted = (page for page in found if claimed[page] > 1 or page in file.children)
        for page in [page for page in doubted if page != usual[own]]:
            found.remove(page)
    return {own: found for own, found in places.items() if found}


class _File:
    """A copy of a damaged file, page by page."""

    def __init__(self, path: Path, header: bytes = b"") -> None:
        """``header`` is that of a new file."""
        with path.open("rb") as file:
            own = file.read(_HEADER)
        size = int.from_bytes(own[_PAGE_SIZE], "big")
        self._path, self._header = path, header
        self._size = size if size in _SIZES and own.startswith(_MAGIC) else int.from_bytes(header[_PAGE_SIZE], "big")
        self._pages = -(-paths.size_of(path) // self._size) if self._size else 0
        """Pages that are left, the last of them perhaps in part."""
        self._told = int.from_bytes(own[_PAGES], "big")
        """How many there are, as the file says."""
        self._kinds: dict[int, Collection[str]] = {}
        """By page: the kinds of trees that may begin with it."""
        self.children: set[int] = set()
        """Pages to which others lead, but for free ones: those of a dropped table lead into others."""
        free = self._free(own)
        for page, content in self._contents():
            # of a page that begins with neither nothing is known: it is lost, for one
            self._kinds[page] = _KINDS.get(content[0], _LEAF)
            if content[0] in _INNER.values() and page not in free:
                self.children.update(_children(content))
        self._end = max(self._pages, *map(self._once, (self._told, *self.children)))
        """Pages that the file had: what is added comes behind them, or what is left would lead to it."""

    def begins(self, kind: str, page: int) -> bool:
        """Whether a tree of this kind may begin with a page."""
        return kind in self._kinds.get(page, ())

    def begin_with(self, rows: Sequence[_Row]) -> bool:
        """Whether all these trees may begin where they are said to, in so many pages as the file says."""
        places = {page for _kind, _name, _table, page, _sql in rows}
        fit = all(self.begins(kind, page) for kind, _name, _table, page, _sql in rows)
        return fit and len(places) == len(rows) and places.isdisjoint(self.children) and self._told >= self._pages

    def rows_left(self) -> list[_Row]:
        """What every page tells that looks like one of a schema; the first page holds only these afterwards."""
        leaves = [page for page, content in self._contents() if content[0] == _LEAF["table"] and _MARK in content]
        names = [f"page_{page}" for page in leaves]
        self.write(
            [
                ("table", name, name, page, f"CREATE TABLE {name} ({_COLUMNS})")
                for name, page in zip(names, leaves, strict=True)
            ]
        )
        with open_damaged(self._path) as connection:
            return [row for name in names for row in _read(connection, name)]

    def write(self, rows: Iterable[_Row]) -> None:
        """Give the file a new first page, with these rows as its schema, and no other page of it free."""
        self._clear()
        with closing(sqlite3.connect(file_uri(self._path, "rw"), uri=True, isolation_level=None)) as connection:
            # the copy is thrown away after a failure
            for statement in ("PRAGMA journal_mode=OFF", "PRAGMA writable_schema=ON", "BEGIN"):
                connection.execute(statement)
            connection.executemany("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", rows)
            connection.execute("COMMIT")

    def _contents(self) -> Iterator[tuple[int, bytes]]:
        """Each page but the first, with its number."""
        with self._path.open("rb") as file:
            file.seek(self._size)
            for page in range(2, self._pages + 1):
                yield page, file.read(self._size)

    def _free(self, header: bytes) -> set[int]:
        """The pages that the file says are free, as far as its list of them can be followed."""
        free: set[int] = set()
        page = int.from_bytes(header[_FREE][:4], "big")
        with self._path.open("rb") as file:
            while 1 < page <= self._pages and page not in free:
                free.add(page)
                file.seek((page - 1) * self._size)
                content = file.read(self._size)
                count = min(int.from_bytes(content[4:8], "big"), self._size // 4 - 2)
                free.update(int.from_bytes(content[at : at + 4], "big") for at in range(8, 8 + 4 * count, 4))
                page = int.from_bytes(content[:4], "big")
        return free

    def _once(self, page: int) -> int:
        """The number of a page that the file had once, or of its last one where that is no such number."""
        return page if self._pages < page <= _CUT * self._pages else self._pages

    def _clear(self) -> None:
        page = bytearray(self._size)
        page[:_HEADER] = self._header
        page[_PAGE_SIZE] = self._size.to_bytes(2, "big")
        page[_PAGES] = self._end.to_bytes(4, "big")
        page[_FREE] = bytes(8)
        page[_VALID_FOR] = page[_COUNTER]
        # a leaf without rows: none is free, none is there, and the content begins at the end
        page[_HEADER : _HEADER + 7] = bytes([_LEAF["table"], 0, 0, 0, 0]) + self._size.to_bytes(2, "big")
        with self._path.open("r+b") as file:
            # what an earlier call added goes, and all behind what is left is empty
            file.truncate(self._pages * self._size)
            file.truncate(self._end * self._size)
            file.write(page)


def _children(content: bytes) -> Iterator[int]:
    """The pages to which an inner page leads."""
    count = int.from_bytes(content[3:5], "big")
    for place in range(12, min(12 + 2 * count, len(content)), 2):
        cell = int.from_bytes(content[place : place + 2], "big")
        yield int.from_bytes(content[cell : cell + 4], "big")
    yield int.from_bytes(content[8:12], "big")
