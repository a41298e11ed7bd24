"""Database of one data folder: checks of owner and schema, the engines for writing and reading.

The copy makes way for writers. A folder with traces of an office whose database is missing, empty or damaged never
becomes a new office.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.storage.file.same_file import SameFile
from desktop_app.storage.sqlite.connections import Role, connect, engine_for, open_transaction
from desktop_app.storage.sqlite.faults import code_of, sqlite_refusal
from desktop_app.storage.store import schema
from desktop_app.system import paths
from desktop_app.system.paths import exists, size_of


class TurnTaking:
    """Turn-taking of writers and a long copy: the copy asks between two steps and waits while anyone wants to write.

    The lock within SQLite alone is not fair: a copy that frees it and takes it again at once keeps others waiting for
    several steps.
    """

    def __init__(self) -> None:
        self._wanted = 0
        self._changed = threading.Condition()

    @contextmanager
    def wanted(self) -> Iterator[None]:
        """Count one more writer while the ``with`` lasts."""
        with self._changed:
            self._wanted += 1
        try:
            yield
        finally:
            with self._changed:
                self._wanted -= 1
                self._changed.notify_all()

    def wait_until_free(self, seconds: float) -> bool:
        """Wait until nobody wants to write, at most ``seconds``; return whether that is so."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._wanted, seconds)


@dataclass(frozen=True, slots=True)
class LiveConnection:
    """The connection of the writer, only for copying its pages, and its turn-taking."""

    raw: sqlite3.Connection
    turn: TurnTaking


_OF_AN_OFFICE: Final = tuple(name for name in paths.FOLDERS if name != paths.LOG)


def require_no_office(folder: Path) -> None:
    """Raise ``EnvironmentProblem("database_vanished")`` if this folder held the records of an office before.

    A place of backups, which has files as well, is told as that: ``backup_place_is_no_data``.

    A log alone tells of a start that failed before there was any database; with the lock file beside it, of one that
    opened it.
    """
    kept = _office_files(folder)
    if exists(folder / paths.LOCK) and _holds_files(folder / paths.LOG):
        kept.append(paths.LOG)
    journal = folder / f"{paths.DATABASE}-journal"
    if size_of(journal):
        kept.append(journal.name)
    if {*kept} <= {paths.FILES} and _holds_backups(folder):
        raise EnvironmentProblem("backup_place_is_no_data", folder=str(folder))
    if kept:
        raise EnvironmentProblem("database_vanished", folder=str(folder), kept=kept[0])


def holds_office(folder: Path) -> bool:
    """Whether files of an office are next to an unidentified database; a log does not count."""
    return bool(_office_files(folder))


def _office_files(folder: Path) -> list[str]:
    return [name for name in _OF_AN_OFFICE if _holds_files(folder / name)]


def _holds_backups(folder: Path) -> bool:
    """Whether the folder itself contains backups; an office keeps them in a subfolder."""
    try:
        inside = [one for one in folder.iterdir() if paths.is_folder(one)]
    except OSError:
        return False
    return any(exists(one / paths.MANIFEST) and exists(one / paths.DATABASE) for one in inside)


def _holds_files(folder: Path) -> bool:
    """Whether a folder contains, at any depth, a file that is not empty."""
    return any(size_of(Path(place, name)) for place, _folders, names in os.walk(folder) for name in names)


DATABASE_NAME: Final = paths.DATABASE


_OURS: Final = (
    "SELECT count(*) = 2 FROM sqlite_schema WHERE type = 'table' AND name IN ('minutes_version', 'resolution')"
)
"""Whether the tables are those of an office, whatever the stamp of its program says: one bit of that may be damaged."""


def schema_version(path: Path, role: Role) -> int:
    """Return the schema version of a database of this program; 0 for one that was never filled.

    Raises ``EnvironmentProblem``: ``database_not_ours``, ``database_newer``, ``schema_other_shape``,
    ``database_damaged``, ``database_beginning_damaged`` …
    """
    try:
        with closing(connect(path, role)) as connection:
            owner = connection.execute("PRAGMA application_id").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            objects = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
            ours = connection.execute(_OURS).fetchone()[0]
            if ours:
                _require_shape(connection, version, path)
    except sqlite3.Error as error:
        raise _refusal(path, error) from error
    if owner == 0 and version == 0 and objects == 0:
        return 0
    if owner != schema.APPLICATION_ID and ours:
        raise EnvironmentProblem("database_beginning_damaged", path=str(path))
    if owner != schema.APPLICATION_ID:
        raise EnvironmentProblem("database_not_ours", path=str(path))
    if version > schema.SCHEMA_VERSION:
        raise EnvironmentProblem("database_newer", path=str(path), found=version, known=schema.SCHEMA_VERSION)
    return int(version)


def _refusal(path: Path, error: sqlite3.Error) -> Exception:
    code, refusal = code_of(error), sqlite_refusal(error)
    if code == "SQLITE_NOTADB" and not holds_office(path.parent):
        return EnvironmentProblem("database_not_ours", path=str(path), code=code)
    if code in ("SQLITE_NOTADB", "SQLITE_ERROR"):
        # with the first page the name of the program that wrote it is lost, and what lies beside the file tells it;
        # or it has a format that this SQLite does not know, where every office has the one that it made
        return EnvironmentProblem("database_beginning_damaged", path=str(path))
    if refusal is error and not code:
        # a name in the schema that is no UTF-8; the message holds it
        return EnvironmentProblem("database_damaged", code=type(error).__name__)
    return refusal


class Database:
    """Engines of one open database: one for writing, if it is opened for it, and one for reading."""

    def __init__(self, path: Path, *, writable: bool) -> None:
        self.path = path
        self.same = _opened(path) if writable else None
        """Tells whether the file is still the one that was opened; of a database that is only read nobody asks."""
        self.readers: Engine = engine_for(path, Role.READER)
        self.turn = TurnTaking()
        self.settling = threading.Lock()
        """Where nothing is written, readers that meet a commit which broke off have it rolled back one after the other:
        the first takes the lock of the folder for it, which would refuse the others of this very process."""
        self._writer: Engine | None = engine_for(path, Role.WRITER) if writable else None

    @property
    def writer(self) -> Engine:
        """The engine that writes; raises ``EnvironmentProblem("opened_for_reading")``."""
        if self._writer is None:
            raise EnvironmentProblem("opened_for_reading", path=str(self.path))
        return self._writer

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Begin a transaction of the engine that writes; a running copy waits for it."""
        with self.turn.wanted(), open_transaction(self.writer) as connection:
            yield connection

    @property
    def writable(self) -> bool:
        """Whether this process may write."""
        return self._writer is not None

    def close(self) -> None:
        """Close every connection."""
        self.readers.dispose()
        if self._writer is not None:
            self._writer.dispose()
        if self.same is not None:
            self.same.close()


def _require_shape(connection: sqlite3.Connection, version: int, path: Path) -> None:
    """Refuse a schema whose tables do not match its version number."""

    def run(sql: str) -> list[Any]:
        return connection.execute(sql).fetchall()

    if version == schema.SCHEMA_VERSION:
        other = [one for one in schema.differences_from_expected(run) if one.of_shape]
        if other:
            raise EnvironmentProblem("schema_other_shape", path=str(path), code=f"{other[0].what} {other[0].name}")
    elif schema.fingerprint(run) == schema.SCHEMA_TEXT:
        # a bit of the number is damaged: an upgrade would change the tables a second time
        raise EnvironmentProblem("database_beginning_damaged", path=str(path))


def _opened(path: Path) -> SameFile:
    try:
        return SameFile(path)
    except OSError as error:
        raise EnvironmentProblem("database_unreachable", code=str(error.strerror or error)) from error
