"""The database of one data folder: is it ours, is it new enough, and its two engines."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine

from desktop_app import paths
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.storage.file.connections import Role, connect, engine_for, open_transaction
from desktop_app.storage.file.faults import code_of, told
from desktop_app.storage.file.live_connection import Turn
from desktop_app.storage.file.same_file import SameFile
from desktop_app.storage.file.traces import holds_office
from desktop_app.storage.schema import schema

DATABASE_NAME: Final = paths.DATABASE


_OURS: Final = (
    "SELECT count(*) = 2 FROM sqlite_schema WHERE type = 'table' AND name IN ('minutes_version', 'resolution')"
)
"""Whether the tables are those of an office, whatever the stamp of its program says: one bit of that may be damaged."""


def stamp(path: Path, role: Role) -> int:
    """The schema version of a database of ours; 0 for one that was never filled.

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
    code, refusal = code_of(error), told(error)
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
    """The engines of one open database: a writer unless it is only read, and the readers."""

    def __init__(self, path: Path, *, writable: bool) -> None:
        self.path = path
        self.same = _opened(path) if writable else None
        """Tells whether the file is still the one that was opened; of a database that is only read nobody asks."""
        self.readers: Engine = engine_for(path, Role.READER)
        self.turn = Turn()
        self.settling = threading.Lock()
        """Where nothing is written, readers that meet a commit which broke off have it rolled back one after the other:
        the first takes the lock of the folder for it, which would refuse the others of this very process."""
        self._writer: Engine | None = engine_for(path, Role.WRITER) if writable else None

    @property
    def writer(self) -> Engine:
        """The engine that writes, or ``EnvironmentProblem("opened_for_reading")``."""
        if self._writer is None:
            raise EnvironmentProblem("opened_for_reading", path=str(self.path))
        return self._writer

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction of the engine that writes; a copy of its pages makes way for it."""
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
    """Refuse tables of this schema under another number, and other tables under the number of this schema."""

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
