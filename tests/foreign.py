"""Any other program's hand on a database: plain SQLite, none of our settings, no foreign keys, no authorizer."""

from __future__ import annotations

import sqlite3
from pathlib import Path


def connect(database: Path | str, *, uri: bool = False) -> sqlite3.Connection:
    """A connection that begins no transactions by itself; beside an open window it can write on Windows too.

    There nobody can delete a journal that another connection holds open, which is how SQLite ends a write otherwise.
    """
    connection = sqlite3.connect(database, uri=uri, isolation_level=None)
    connection.execute("PRAGMA journal_mode=TRUNCATE")
    return connection
