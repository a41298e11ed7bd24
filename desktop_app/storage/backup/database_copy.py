"""Copy of the database for a backup, and what it holds: read from the source and from the copy, and compared.

Beside a window that is at work the copy is made through the writer's own connection, a few pages at a time, so that
each commit made meanwhile goes into it and nobody waits longer than for one step. Through a connection of its own it
would begin anew after each commit, or keep the writer waiting to its end.
"""

from __future__ import annotations

import math
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self

from desktop_app import disk, rights
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.storage.backup.file_store import hashed
from desktop_app.storage.backup.manifest import Stored
from desktop_app.storage.file.connections import Role, connect, file_uri
from desktop_app.storage.file.copying import CopyDiffers, copy_pages
from desktop_app.storage.file.live_connection import LiveConnection

STEP: Final = 256
"""So many pages are copied at a time, a megabyte: a millisecond or two, all that an act of the window waits for."""
SYNC_AT: Final = 1024
"""So many pages, four megabytes, are made durable together, or more where the disk needs no time for them."""
BACKLOG: Final = 0.05
"""Seconds that the disk may need for what is not durable yet: a commit of the window may have to wait for all of it."""
SHARE: Final = 0.25
"""From this part of it on, what is written is made durable."""
WAY: Final = 0.25
"""Seconds for which a long act has the connection before the copy asks again."""
WAIT: Final = 0.02
"""Seconds until a step is tried again that met a transaction of the window."""

CopyDatabase = Callable[[Path, Progress], "tuple[Contents, Reached]"]
"""Copies the database into a new file; what the source held before, and how far it went after."""


@dataclass(frozen=True, slots=True)
class Reached:
    """How far the records of a committee go: equal where no act was recorded between."""

    committee: str
    last_entry: int
    last_act: int
    chain_head: str


@dataclass(frozen=True, slots=True)
class Contents:
    """Whose database it is, of which schema, how far it goes, and how many rows each table has."""

    owner: int
    schema: int
    committee: str
    committee_name: str
    last_entry: int
    last_act: int
    chain_head: str
    counts: Mapping[str, int]

    @property
    def reached(self) -> Reached:
        """How far it goes."""
        return Reached(self.committee, self.last_entry, self.last_act, self.chain_head)


def shared_copy(writer: LiveConnection, path: Path) -> CopyDatabase:
    """Copy through the connection by which the window writes, while it writes."""

    def copy(part: Path, told: Progress) -> tuple[Contents, Reached]:
        """Some pages at a time; each commit made meanwhile goes into it."""
        before = contents_of_file(path)
        with _Syncing(part) as syncing:

            def step(_status: int, left: int, total: int) -> None:
                told(total - left, total)
                syncing.reached(total - left)
                writer.turn.make_way(WAY)

            with closing(sqlite3.connect(file_uri(part, "rwc"), uri=True, isolation_level=None)) as target:
                target.execute("PRAGMA journal_mode=OFF")
                target.execute("PRAGMA synchronous=OFF")
                writer.raw.backup(target, pages=STEP, progress=step, sleep=WAIT)
        return before, reached_of_file(path)

    return copy


class _Syncing:
    """Makes a file durable bit by bit while it grows: all at the end would keep the commits of the window waiting.

    The copy goes on meanwhile, and waits only where the disk would need longer than ``BACKLOG`` for what is written.
    """

    def __init__(self, part: Path) -> None:
        self._part = part
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="backup")
        self._under_way: Future[float] | None = None
        self._asked = self._durable = 0
        self._pace = math.inf
        """Seconds that the disk took for a page, the last time."""

    def __enter__(self) -> Self:
        return self

    def reached(self, pages: int) -> None:
        """So many pages are written; raises what the disk said of those before."""
        # another process that writes makes the copy begin anew, with fewer pages than before
        behind = abs(pages - self._durable)
        if self._under_way is not None and (self._under_way.done() or behind * self._pace > BACKLOG):
            self._settle()
            behind = abs(pages - self._durable)
        if self._under_way is None and behind >= SYNC_AT and behind * self._pace >= BACKLOG * SHARE:
            self._asked = pages
            self._under_way = self._pool.submit(_timed_sync, self._part)

    def __exit__(self, kind: type[BaseException] | None, *_told: object) -> None:
        self._pool.shutdown()
        if kind is None:
            self._settle()

    def _settle(self) -> None:
        if self._under_way is not None:
            taken = self._under_way.result()
            self._pace = taken / max(abs(self._asked - self._durable), 1)
            self._durable, self._under_way = self._asked, None


def _timed_sync(file: Path) -> float:
    """Seconds in which a file was made durable."""
    begun = time.monotonic()
    disk.sync_file(file)
    return time.monotonic() - begun


def own_copy(path: Path, role: Role = Role.READER) -> CopyDatabase:
    """Copy through a connection of its own, as one picture; who writes waits until it is made."""

    def copy(part: Path, told: Progress) -> tuple[Contents, Reached]:
        with closing(connect(path, role)) as source:
            source.execute("BEGIN")
            try:
                held = contents_of(source)
                copy_pages(source, part, told)
            finally:
                source.execute("ROLLBACK")
        return held, held.reached

    return copy


def copied(copy: CopyDatabase, part: Path, told: Progress = no_progress) -> tuple[Contents, Reached]:
    """Copy into a new file, which is not durable yet; what the source held before, and how far it went after."""
    disk.remove(part)
    rights.make_file(part)
    return copy(part, told)


def verified(between: tuple[Contents, Reached], part: Path, target: Path) -> tuple[Contents, Stored]:
    """Read what was copied, hash it and make it durable, before ``part`` becomes ``target``.

    Raises :class:`CopyDiffers`, and ``OSError`` of the disk.
    """
    before, after = between
    with ThreadPoolExecutor(2, thread_name_prefix="backup") as pool:
        # two read all of it while the disk writes the rest, and none of them needs the interpreter meanwhile
        durable = pool.submit(disk.sync_file, part)
        hashing = pool.submit(hashed, part)
        held = require_sound(part)
        stored = hashing.result()
        durable.result()
    if not before.last_entry <= held.last_entry <= after.last_entry:
        raise CopyDiffers("audit")
    if before.reached == after:
        _compare(before, held)
    disk.replace(part, target)
    disk.sync_name(target)
    return held, stored


def require_sound(file: Path) -> Contents:
    """What a closed database holds, once its pages and references are found sound; else :class:`CopyDiffers`."""
    try:
        with closing(sqlite3.connect(file_uri(file, "ro"), uri=True, isolation_level=None)) as opened:
            found = opened.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if found != "ok":
                raise CopyDiffers(found)
            broken = opened.execute("PRAGMA foreign_key_check").fetchone()
            if broken is not None:
                raise CopyDiffers(f"foreign key: {broken[0]}")
            return contents_of(opened)
    except sqlite3.Error as error:
        raise CopyDiffers(getattr(error, "sqlite_errorname", "") or str(error)) from error


def contents_of_file(path: Path) -> Contents:
    """What the live database holds, by a reader of its own."""
    with _reading(path) as reader:
        return contents_of(reader)


def reached_of_file(path: Path) -> Reached:
    """How far the live database goes, by a reader of its own."""
    with _reading(path) as reader:
        return reached_of(reader)


def contents_of(connection: sqlite3.Connection) -> Contents:
    """What the database of a connection holds; to count its rows every table is read."""
    tables = _tables(connection)
    reached = reached_of(connection)
    name = _row(connection, "SELECT name FROM committee ORDER BY id LIMIT 1") if "committee" in tables else ()
    return Contents(
        owner=int(_first(connection, "PRAGMA application_id") or 0),
        schema=int(_first(connection, "PRAGMA user_version") or 0),
        committee=reached.committee,
        committee_name=str(name[0]) if name else "",
        last_entry=reached.last_entry,
        last_act=reached.last_act,
        chain_head=reached.chain_head,
        counts={name: int(_first(connection, f'SELECT count(*) FROM "{name}"')) for name in tables},
    )


def reached_of(connection: sqlite3.Connection) -> Reached:
    """How far the database of a connection goes; schemas from before acts or the chain have none."""
    tables = frozenset(_tables(connection))

    def found(table: str, sql: str) -> Any:  # noqa: ANN401 - whatever the cell holds
        return _first(connection, sql) if table in tables else None

    return Reached(
        committee=str(found("committee", "SELECT uid FROM committee ORDER BY id LIMIT 1") or ""),
        last_entry=int(found("audit", "SELECT max(seq) FROM audit") or 0),
        last_act=int(found("act", "SELECT max(id) FROM act") or 0),
        chain_head=str(found("chain_link", "SELECT hash FROM chain_link ORDER BY seq DESC LIMIT 1") or ""),
    )


# ---- inside


@contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    """One picture of it."""
    with closing(connect(path, Role.READER)) as reader:
        reader.execute("BEGIN")
        try:
            yield reader
        finally:
            reader.execute("ROLLBACK")


def _tables(connection: sqlite3.Connection) -> list[str]:
    return [
        row[0]
        for row in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
        )
    ]


def _compare(source: Contents, copy: Contents) -> None:
    # typed drafts are no acts, and the index of the search is derived: both may change between two acts
    differing = [
        name
        for name in source.counts.keys() | copy.counts.keys()
        if source.counts.get(name) != copy.counts.get(name) and not name.startswith(("draft", "search", "typed_"))
    ]
    whole = (source.owner, source.schema, source.committee) == (copy.owner, copy.schema, copy.committee)
    if differing or not whole or source.reached != copy.reached:
        raise CopyDiffers(", ".join(sorted(differing)) or "owner")


def _row(connection: sqlite3.Connection, sql: str) -> tuple[Any, ...]:
    return connection.execute(sql).fetchone() or ()


def _first(connection: sqlite3.Connection, sql: str) -> Any:  # noqa: ANN401 - whatever the cell holds
    row = _row(connection, sql)
    return row[0] if row else None
