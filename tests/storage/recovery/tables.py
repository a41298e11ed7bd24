"""Tables of a database, whole, to be held against those of its recovery."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from desktop_app.storage.file.database import DATABASE_NAME

DERIVED = frozenset({"sqlite_sequence", "search_text", "resolution_facts"})
"""What is made anew from the others."""


def tables_of(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of an office, by the name of the table."""
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as raw:
        names = [row[0] for row in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
        return {name: raw.execute(f"SELECT * FROM {name} ORDER BY rowid").fetchall() for name in names}
