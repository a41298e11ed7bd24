"""Any other program's hand on a database: plain SQLite, none of our settings, no foreign keys, no authorizer."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.schema.guards import guards


def connect(database: Path | str, *, uri: bool = False) -> sqlite3.Connection:
    """A connection that begins no transactions by itself; beside an open window it can write on Windows too.

    There nobody can delete a journal that another connection holds open, which is how SQLite ends a write otherwise.
    """
    connection = sqlite3.connect(database, uri=uri, isolation_level=None)
    connection.execute("PRAGMA journal_mode=TRUNCATE")
    return connection


def forge(folder: Path, *statements: str) -> None:
    """Change what the guards of a database hold: they are taken down before and put back after."""
    with closing(connect(folder / DATABASE_NAME)) as raw:
        raw.execute("PRAGMA ignore_check_constraints = ON")
        for name in guards():
            raw.execute(f"DROP TRIGGER {name}")
        for one in statements:
            raw.execute(one)
        for body in guards().values():
            raw.execute(body)
