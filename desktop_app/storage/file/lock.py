"""One process at a time: a lock file of its own, held by ``BEGIN EXCLUSIVE`` for the holder's life.

The operating system frees it when the process ends in whatever way. The holder's name lies in a second file beside
it, because the lock file itself must never be opened by anything but SQLite while it is held.
"""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import platform
import sqlite3
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from desktop_app import disk, paths, rights
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.storage.file.connections import file_uri
from desktop_app.storage.file.faults import raise_told

LOCK_NAME: Final = paths.LOCK
HOLDER_NAME: Final = paths.LOCK_HOLDER
_PATIENCE: Final = 0.1


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds the lock: process, machine, account, and since when (UTC)."""

    pid: int
    host: str
    user: str
    since: str

    @property
    def name(self) -> str:
        """Account and machine, as a sentence names the holder."""
        return f"{self.user}@{self.host}"


class FolderLock:
    """The lock of a data folder, held from :meth:`take` to :meth:`release` or the end of the process."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._connection: sqlite3.Connection | None = None

    def take(self, since: str) -> None:
        """Hold the lock, or raise ``EnvironmentProblem("data_in_use", holder=…, pid=…, since=…)``."""
        connection: sqlite3.Connection | None = None
        with contextlib.suppress(OSError):  # SQLite says it in words of its own
            rights.make_file(self._folder / LOCK_NAME)
        try:
            connection = sqlite3.connect(
                file_uri(self._folder / LOCK_NAME, "rwc"),
                uri=True,
                isolation_level=None,
                timeout=_PATIENCE,
                check_same_thread=False,
            )
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            if connection is not None:
                connection.close()
            if getattr(error, "sqlite_errorname", "").startswith("SQLITE_BUSY"):
                raise self._in_use() from error
            raise_told(error)
        self._connection = connection
        self._write_holder(since)

    def release(self) -> None:
        """Free the lock; harmless when it is not held."""
        if self._connection is None:
            return
        with contextlib.suppress(OSError):
            disk.remove(self._folder / HOLDER_NAME)
        self._connection.close()
        self._connection = None

    def _in_use(self) -> EnvironmentProblem:
        holder = read_holder(self._folder)
        if holder is None:
            return EnvironmentProblem("data_in_use", holder="", pid=0, since="", folder=str(self._folder))
        return EnvironmentProblem(
            "data_in_use", holder=holder.name, pid=holder.pid, since=holder.since, folder=str(self._folder)
        )

    def _write_holder(self, since: str) -> None:
        """The name is for people; a disk too full for it does not undo the lock."""
        holder = Holder(os.getpid(), platform.node(), _account(), since)
        with contextlib.suppress(OSError):
            rights.make_file(self._folder / HOLDER_NAME)
            (self._folder / HOLDER_NAME).write_text(json.dumps(asdict(holder), ensure_ascii=False), encoding="utf-8")


def read_holder(folder: Path) -> Holder | None:
    """Who wrote the holder's file last; None when there is none or it cannot be read."""
    try:
        data = json.loads((folder / HOLDER_NAME).read_text(encoding="utf-8"))
        return Holder(int(data["pid"]), str(data["host"]), str(data["user"]), str(data["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        # no variable names it, and it is in no list of accounts; on Windows Python has none to read
        return "?"
