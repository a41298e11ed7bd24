"""A database as SQL text with its rows, and back: schema in the order in which it was made, one statement a row.

Python's own ``iterdump`` orders tables by name and loses ``user_version`` and ``application_id``. A table's rows stand
before the first trigger that follows it, since a guard would refuse what has long been frozen.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from desktop_app.domain.read_models.findings import FindingKind
from desktop_app.storage.file.database import DATABASE_NAME

RUN = "run python -m tests.storage.release"
DATA = Path(__file__).resolve().parents[1] / "data"
PRAGMAS = ("encoding", "application_id", "user_version")
STUB = {FindingKind.SNAPSHOT_DIFFERS, FindingKind.HASH_DIFFERS, FindingKind.FILE_MISSING}
"""What the check finds in the kept databases: those of schemas up to the seventh froze a document that is not made of
their records, with no entry that tells its hash; later ones have no store of files beside them. Offices have all."""
COUNTERS = "sqlite_sequence"
"""SQLite makes this table and its rows itself; the rows are put right at the end."""


def kept(version: int) -> Path:
    """The text of a released schema."""
    return DATA / f"schema_{version}.sql"


def restore(version: int, folder: Path) -> Path:
    """A data folder as a program of that schema left it: the database made from its text."""
    path = folder / DATABASE_NAME
    assert kept(version).exists(), f"tests/data/{kept(version).name} is missing: {RUN}"
    make(kept(version).read_text(encoding="utf-8"), path)
    return path


def make(text: str, path: Path) -> None:
    """Make the database that a text tells."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(text)


def text_of(connection: sqlite3.Connection) -> str:
    """The text of a database."""
    return "".join(f"{statement};\n" for statement in _statements(connection))


def _statements(connection: sqlite3.Connection) -> Iterator[str]:
    for name in PRAGMAS:
        (value,) = connection.execute(f"PRAGMA {name}").fetchone()
        yield f"PRAGMA {name}={value!r}"
    yield "BEGIN"
    filled: list[str] = []
    for kind, name, sql in connection.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name <> ? ORDER BY rowid", (COUNTERS,)
    ).fetchall():
        if kind == "trigger":
            yield from _rows(connection, filled)
            filled = []
        yield sql
        if kind == "table":
            filled.append(name)
    yield from _rows(connection, filled)
    yield f"DELETE FROM {COUNTERS}"
    yield from _rows(connection, [COUNTERS])
    yield "COMMIT"


def _rows(connection: sqlite3.Connection, tables: list[str]) -> Iterator[str]:
    for table in tables:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_xinfo({table})")]
        values = " || ', ' || ".join(f"quote({column})" for column in columns)
        names = ", ".join(columns)
        for (row,) in connection.execute(f"SELECT {values} FROM {table} ORDER BY rowid"):
            yield f"INSERT INTO {table} ({names}) VALUES ({row})"
