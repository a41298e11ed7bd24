"""Copy of the database for a backup: page by page, then read, hashed and compared with what it was copied from.

In the window the copy goes through the writer's own connection, a few pages at a time: each commit made meanwhile goes
into it, and nobody waits longer than for one step (``scans.md`` 4 of the design: 12 ms against 489). Another process
has only a connection of its own: SQLite begins such a copy anew after each commit; after three times it is given up.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Final

from desktop_app import disk, rights
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.progress import Progress
from desktop_app.storage.backup.contents import Contents, Reached, reached_of_file, require_sound
from desktop_app.storage.backup.file_store import hashed
from desktop_app.storage.backup.manifest import Stored
from desktop_app.storage.file.connections import Role, connect, file_uri
from desktop_app.storage.file.copying import CopyDiffers
from desktop_app.storage.file.live_connection import LiveConnection

STEP: Final = 256
"""So many pages are copied at a time, a megabyte."""
SYNC_AT: Final = 1024
"""After so many pages they are made durable: all of them at the end would keep a commit of the window waiting."""
WAY: Final = 0.25
"""Seconds for which a long act has the connection before the copy asks again."""
WAIT: Final = 0.02
"""Seconds until a step is tried again that met a transaction of the window."""
RESTARTS: Final = 3

CopyDatabase = Callable[[Path, Progress], tuple[Reached, Reached]]
"""Copies the database into a new file; how far the source went before and after."""


def shared_copy(writer: LiveConnection, path: Path) -> CopyDatabase:
    """Copy through the connection by which the window writes, while it writes."""

    def copy(part: Path, told: Progress) -> tuple[Reached, Reached]:
        """Some pages at a time."""
        before = reached_of_file(path)
        durable = 0

        def step(_status: int, left: int, total: int) -> None:
            nonlocal durable
            told(total - left, total)
            if total - left - durable >= SYNC_AT:
                durable = total - left
                disk.sync_file(part)
            writer.turn.make_way(WAY)

        _copy(writer.raw, part, step, WAIT)
        return before, reached_of_file(path)

    return copy


def own_copy(path: Path) -> CopyDatabase:
    """Copy through a connection of its own; raises ``backup_office_busy`` where others go on writing."""

    def copy(part: Path, told: Progress) -> tuple[Reached, Reached]:
        """Some pages at a time, anew after each commit of another process."""
        before, last, restarts = reached_of_file(path), -1, 0

        def step(status: int, left: int, total: int) -> None:
            nonlocal last, restarts
            # a step that only waited copies nothing either
            restarts += status == sqlite3.SQLITE_OK and 0 <= last <= left
            if restarts > RESTARTS:
                raise EnvironmentProblem("backup_office_busy", folder=str(path.parent))
            last = left
            told(total - left, total)

        with closing(connect(path, Role.READER)) as source:
            _copy(source, part, step, WAIT)
        return before, reached_of_file(path)

    return copy


def copied_and_verified(copy: CopyDatabase, part: Path, told: Progress) -> tuple[Contents, Stored]:
    """Copy into the new file ``part``, make it durable, and read all of it; what it holds, with its hash.

    Raises :class:`CopyDiffers`, ``sqlite3.Error`` and ``OSError``.
    """
    disk.remove(part)
    rights.make_file(part)
    before, after = copy(part, told)
    disk.sync_file(part)
    with ThreadPoolExecutor(1, thread_name_prefix="backup") as pool:
        hashing = pool.submit(hashed, part)
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
