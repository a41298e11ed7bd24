"""Copy of the database for a backup: page by page, then read, hashed and compared with its source.

In the window the copy goes through the writer's own connection, a few pages at a time: each commit made meanwhile goes
into it, and nobody waits longer than for one step (``scans.md`` 4 of the design: 12 ms against 489). Another process
has only a connection of its own: SQLite begins such a copy anew after each commit; after three times it is given up.

The contents of a database are whose it is, and how far its records go.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.progress import Progress
from desktop_app.storage.backup.file_store import hash_file
from desktop_app.storage.backup.manifest import HashAndSize
from desktop_app.storage.file.copying import CopyDiffers
from desktop_app.storage.file.database import LiveConnection
from desktop_app.storage.sqlite.connections import Role, connect, file_uri
from desktop_app.system import disk, rights

_DAMAGED: Final = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR_SHORT_READ", "SQLITE_IOERR_CORRUPTFS")


@dataclass(frozen=True, slots=True)
class HistoryPosition:
    """How far the records of a committee go; two are equal if no act was recorded in between."""

    committee: str
    last_entry: int
    last_act: int
    chain_head: str


@dataclass(frozen=True, slots=True)
class DatabaseContents:
    """Contents of a database: owner, schema, committee and its last entries."""

    owner: int
    """``application_id``."""
    schema: int
    committee_name: str
    reached: HistoryPosition


def contents_of(connection: sqlite3.Connection) -> DatabaseContents:
    """Return the contents of the database of a connection."""
    tables = _tables(connection)
    name = _first(connection, "SELECT name FROM committee ORDER BY id LIMIT 1") if "committee" in tables else ""
    return DatabaseContents(
        owner=int(_first(connection, "PRAGMA application_id") or 0),
        schema=int(_first(connection, "PRAGMA user_version") or 0),
        committee_name=str(name or ""),
        reached=history_position(connection),
    )


def history_position(connection: sqlite3.Connection) -> HistoryPosition:
    """Return how far the records of a database go; zeros and empty texts if it is not of an office."""
    tables = frozenset(_tables(connection))

    def found(table: str, sql: str) -> Any:  # noqa: ANN401 - whatever the cell holds
        return _first(connection, sql) if table in tables else None

    return HistoryPosition(
        committee=str(found("committee", "SELECT uid FROM committee ORDER BY id LIMIT 1") or ""),
        last_entry=int(found("audit", "SELECT max(seq) FROM audit") or 0),
        last_act=int(found("act", "SELECT max(id) FROM act") or 0),
        chain_head=str(found("chain_link", "SELECT hash FROM chain_link ORDER BY seq DESC LIMIT 1") or ""),
    )


def history_position_of_file(path: Path) -> HistoryPosition:
    """Return how far the records of a live database go, read by its own connection; raises ``sqlite3.Error``."""
    with closing(connect(path, Role.READER)) as reader:
        reader.execute("BEGIN")
        return history_position(reader)


def require_sound(file: Path) -> DatabaseContents:
    """Return the contents of a closed database if pages and references are sound; else raise :class:`CopyDiffers`."""
    try:
        with closing(open_for_reading(file)) as opened:
            found = opened.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if found != "ok":
                raise CopyDiffers(found)
            return contents_of(opened)
    except sqlite3.Error as error:
        raise CopyDiffers(getattr(error, "sqlite_errorname", "") or str(error)) from error


def damage_of(file: Path) -> str:
    """Return what SQLite's own check reports of a database; empty if it is sound or busy."""
    try:
        with closing(open_for_reading(file)) as opened:
            found = str(opened.execute("PRAGMA integrity_check(1)").fetchone()[0])
            return "" if found == "ok" else found
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorname", "")
        return code if code.startswith(_DAMAGED) else ""


def open_for_reading(file: Path) -> sqlite3.Connection:
    """Open a database for reading that nobody else has open."""
    return sqlite3.connect(file_uri(file, "ro"), uri=True, isolation_level=None)


# ---- inside


def _tables(connection: sqlite3.Connection) -> list[str]:
    return [
        row[0]
        for row in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
        )
    ]


def _first(connection: sqlite3.Connection, sql: str) -> Any:  # noqa: ANN401 - whatever the cell holds
    row = connection.execute(sql).fetchone()
    return row[0] if row else None


STEP: Final = 256
"""So many pages are copied at a time, a megabyte."""
SYNC_AT: Final = 1024
"""After so many pages they are made durable: all of them at the end would keep a commit of the window waiting."""
WAY: Final = 0.25
"""Seconds for which a long act has the connection before the copy asks again."""
WAIT: Final = 0.02
"""Seconds until a step is tried again that met a transaction of the window."""
RESTARTS: Final = 3

CopyDatabase = Callable[[Path, Progress], tuple[HistoryPosition, HistoryPosition]]
"""Copies the database into a new file; how far the source went before and after."""


def copier_of_open_database(writer: LiveConnection, path: Path) -> CopyDatabase:
    """Return a function that copies through the connection by which the window writes, while it writes."""

    def copy(part: Path, progress: Progress) -> tuple[HistoryPosition, HistoryPosition]:
        """Copy the database a few pages at a time."""
        before = history_position_of_file(path)
        durable = 0

        def step(_status: int, left: int, total: int) -> None:
            nonlocal durable
            progress(total - left, total)
            if total - left - durable >= SYNC_AT:
                durable = total - left
                disk.sync_file(part)
            writer.turn.wait_until_free(WAY)

        _copy(writer.raw, part, step, WAIT)
        return before, history_position_of_file(path)

    return copy


def copier_by_new_connection(path: Path) -> CopyDatabase:
    """Return a function that copies by a new connection; it raises ``backup_office_busy`` if others keep writing."""

    def copy(part: Path, progress: Progress) -> tuple[HistoryPosition, HistoryPosition]:
        """Copy a few pages at a time; start again after each commit of another process."""
        before, last, restarts = history_position_of_file(path), -1, 0

        def step(status: int, left: int, total: int) -> None:
            nonlocal last, restarts
            # a step that only waited copies nothing either
            restarts += status == sqlite3.SQLITE_OK and 0 <= last <= left
            if restarts > RESTARTS:
                raise EnvironmentProblem("backup_office_busy", folder=str(path.parent))
            last = left
            progress(total - left, total)

        with closing(connect(path, Role.READER)) as source:
            _copy(source, part, step, WAIT)
        return before, history_position_of_file(path)

    return copy


def copy_and_verify(copy: CopyDatabase, part: Path, progress: Progress) -> tuple[DatabaseContents, HashAndSize]:
    """Copy into the new file ``part``, make it durable, read it again; return its contents and its hash.

    Raises :class:`CopyDiffers`, ``sqlite3.Error`` and ``OSError``.
    """
    disk.remove(part)
    rights.make_file(part)
    before, after = copy(part, progress)
    disk.sync_file(part)
    with ThreadPoolExecutor(1, thread_name_prefix="backup") as pool:
        hashing = pool.submit(hash_file, part)
        held, stored = require_sound(part), hashing.result()
    if (
        held.reached.committee != before.committee
        or not before.last_entry <= held.reached.last_entry <= after.last_entry
    ):
        raise CopyDiffers("audit")
    if before == after != held.reached:
        raise CopyDiffers("chain_link")
    return held, stored


# ---- inside


def _copy(source: sqlite3.Connection, part: Path, step: Callable[[int, int, int], None], wait: float) -> None:
    with closing(sqlite3.connect(file_uri(part, "rwc"), uri=True, isolation_level=None)) as target:
        # a new file that counts for nothing until it has its name needs no journal
        target.execute("PRAGMA journal_mode=OFF")
        target.execute("PRAGMA synchronous=OFF")
        source.backup(target, pages=STEP, progress=step, sleep=wait)
