"""Pipes, devices and folders under the names of our files, told before SQLite opens them: it would wait for ever."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

from desktop_app import paths

_BESIDE: Final = ("", "-journal", "-wal", "-shm")
"""Endings of the names that SQLite opens with a file."""


class NoFile(sqlite3.OperationalError):
    """What lies under a name is no file; whoever bears with an unreadable database bears with this one, too."""

    def __init__(self, path: Path) -> None:
        super().__init__("not a file")
        self.sqlite_errorname = "SQLITE_CANTOPEN"
        self.path = path


def require_files(database: Path) -> None:
    """Raise :class:`NoFile` where a database, or what SQLite lays beside one, is there and no file."""
    for ending in _BESIDE:
        path = database.with_name(f"{database.name}{ending}")
        if paths.lies(path) and not paths.is_file(path):
            raise NoFile(path)
