"""Contents of a database: whose it is, and how far it goes."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from desktop_app.storage.file.connections import Role, connect, file_uri
from desktop_app.storage.file.copying import CopyDiffers

_DAMAGED: Final = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR_SHORT_READ", "SQLITE_IOERR_CORRUPTFS")


@dataclass(frozen=True, slots=True)
class Reached:
    """How far the records of a committee go: equal where no act was recorded between."""

    committee: str
    last_entry: int
    last_act: int
    chain_head: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What a database holds."""

    owner: int
    """``application_id``."""
    schema: int
    committee_name: str
    reached: Reached


def contents_of(connection: sqlite3.Connection) -> Contents:
    """What the database of a connection holds."""
    tables = _tables(connection)
    name = _first(connection, "SELECT name FROM committee ORDER BY id LIMIT 1") if "committee" in tables else ""
    return Contents(
        owner=int(_first(connection, "PRAGMA application_id") or 0),
        schema=int(_first(connection, "PRAGMA user_version") or 0),
        committee_name=str(name or ""),
        reached=reached_of(connection),
    )


def reached_of(connection: sqlite3.Connection) -> Reached:
    """How far the database of a connection goes; nowhere where it is not an office's."""
    tables = frozenset(_tables(connection))

    def found(table: str, sql: str) -> Any:  # noqa: ANN401 - whatever the cell holds
        return _first(connection, sql) if table in tables else None

    return Reached(
        committee=str(found("committee", "SELECT uid FROM committee ORDER BY id LIMIT 1") or ""),
        last_entry=int(found("audit", "SELECT max(seq) FROM audit") or 0),
        last_act=int(found("act", "SELECT max(id) FROM act") or 0),
        chain_head=str(found("chain_link", "SELECT hash FROM chain_link ORDER BY seq DESC LIMIT 1") or ""),
    )


def reached_of_file(path: Path) -> Reached:
    """How far a live database goes, by a reader of its own; raises ``sqlite3.Error``."""
    with closing(connect(path, Role.READER)) as reader:
        reader.execute("BEGIN")
        return reached_of(reader)


def require_sound(file: Path) -> Contents:
    """What a closed database holds, once its pages and references are found sound; else :class:`CopyDiffers`."""
    try:
        with closing(open_closed(file)) as opened:
            found = opened.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if found != "ok":
                raise CopyDiffers(found)
            return contents_of(opened)
    except sqlite3.Error as error:
        raise CopyDiffers(getattr(error, "sqlite_errorname", "") or str(error)) from error


def damage_of(file: Path) -> str:
    """What SQLite's own check says of a database; empty where it is sound, or busy and says nothing."""
    try:
        with closing(open_closed(file)) as opened:
            found = str(opened.execute("PRAGMA integrity_check(1)").fetchone()[0])
            return "" if found == "ok" else found
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorname", "")
        return code if code.startswith(_DAMAGED) else ""


def open_closed(file: Path) -> sqlite3.Connection:
    """A connection to a database that nobody else has open, for reading."""
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
