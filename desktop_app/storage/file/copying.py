"""Copy of a database by SQLite's own backup: page by page, verified, durable before it gets its name.

It goes through a connection to the database itself, so that whatever that connection sees is what is copied, and a
change of another one cannot make it begin anew. What fails comes as ``sqlite3.Error`` or ``OSError``; then nothing is
left under the name.
"""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Final

from desktop_app.domain.progress import Progress, no_progress
from desktop_app.storage.sqlite.connections import file_uri
from desktop_app.system import disk, rights

PAGES: Final = 256
"""So many pages are copied in one step, a megabyte; between two steps others may read."""
PART: Final = ".part"
OF_THE_COPY: Final = ("SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC", "SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")
"""How codes begin that say where a copy could not be written, and nothing of what is copied."""


class CopyDiffers(Exception):
    """The copy differs from its source; the message says in what."""


def copy_database(source: sqlite3.Connection, target: Path, progress: Progress = no_progress) -> None:
    """Copy the database of ``source`` into the new file ``target``, completely or not at all.

    ``source`` must not be inside a transaction. Raises besides :class:`CopyDiffers`.
    """
    part = target.with_name(target.name + PART)
    disk.remove(part)
    with ExitStack() as undo:
        undo.callback(disk.remove, part)
        # a reader's transaction: until it ends nobody can write, and what is compared is what was copied
        source.execute("BEGIN")
        try:
            wanted = _contents(source)
            copy_pages(source, part, progress)
        finally:
            source.execute("ROLLBACK")
        verify_copy(part, wanted)
        disk.sync_file(part)
        disk.replace(part, target)
        undo.pop_all()
    disk.sync_name(target)


def copy_pages(source: sqlite3.Connection, part: Path, progress: Progress) -> None:
    """Copy all pages, as the transaction of ``source`` sees them, into a new file."""
    rights.make_file(part)
    with closing(sqlite3.connect(file_uri(part, "rwc"), uri=True, isolation_level=None)) as copy:
        # a new file that counts for nothing until it has its name needs no journal
        copy.execute("PRAGMA journal_mode=OFF")
        copy.execute("PRAGMA synchronous=OFF")
        source.backup(copy, pages=PAGES, progress=lambda _status, left, total: progress(total - left, total), sleep=0)


def verify_copy(part: Path, wanted: dict[str, object]) -> None:
    """Raise :class:`CopyDiffers` unless the copy is sound and has the wanted contents."""
    with closing(sqlite3.connect(file_uri(part, "ro"), uri=True, isolation_level=None)) as copy:
        found = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if found != "ok":
            raise CopyDiffers(found)
        contents = _contents(copy)
    differing = [name for name in wanted if contents.get(name) != wanted[name]]
    if differing or contents.keys() != wanted.keys():
        raise CopyDiffers(", ".join(differing) or "tables")


def _contents(connection: sqlite3.Connection) -> dict[str, object]:
    """Return owner, schema and committee of a database, and the number of rows of each table."""
    tables = [
        row[0]
        for row in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
        )
    ]
    counted: dict[str, object] = {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone() for name in tables
    }
    for pragma in ("application_id", "user_version"):
        counted[f"PRAGMA {pragma}"] = connection.execute(f"PRAGMA {pragma}").fetchone()
    if "committee" in counted:
        counted["committee"] = connection.execute("SELECT uid FROM committee ORDER BY id").fetchall()
    return counted
