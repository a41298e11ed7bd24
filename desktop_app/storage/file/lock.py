"""Lock of a data folder: one process at a time, by a lock file under ``BEGIN EXCLUSIVE`` and a folder lock.

The operating system frees both when the process ends in whatever way. The holder's name lies in a second file,
because the lock file itself must never be opened by anything but SQLite while it is held.
"""

from __future__ import annotations

import contextlib
import errno
import getpass
import json
import os
import platform
import sqlite3
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.text.json_text import read_json
from desktop_app.storage.sqlite.connections import file_uri
from desktop_app.storage.sqlite.faults import code_of, raise_refusal
from desktop_app.system import disk, paths, rights

LOCK_NAME: Final = paths.LOCK
HOLDER_NAME: Final = paths.LOCK_HOLDER
_PATIENCE: Final = 0.1
_DAMAGED: Final = ("SQLITE_NOTADB", "SQLITE_CORRUPT", "SQLITE_IOERR_SHORT_READ")
_HELD: Final = frozenset({errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES})


@dataclass(frozen=True, slots=True)
class Holder:
    """The holder of the lock: process, machine, account, and since when (UTC)."""

    pid: int
    host: str
    user: str
    since: str

    @property
    def name(self) -> str:
        """Account and machine as shown in a sentence."""
        return f"{self.user}@{self.host}"


class FolderLock:
    """The lock of a data folder, held from :meth:`take` to :meth:`release` or the end of the process."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._connection: sqlite3.Connection | None = None
        self._guard: int | None = None

    def take(self, since: str) -> None:
        """Take the lock; raises ``EnvironmentProblem("data_in_use", holder=…, pid=…, since=…)``."""
        with contextlib.ExitStack() as undo:
            self._guard = self._hold_folder()
            undo.callback(self._free_folder)
            self._connection = self._connect()
            undo.pop_all()
        self._write_holder(since)

    def _connect(self, *, again: bool = True) -> sqlite3.Connection:
        path = self._folder / LOCK_NAME
        connection: sqlite3.Connection | None = None
        with contextlib.suppress(OSError):  # SQLite says it in words of its own
            rights.make_file(self._folder / LOCK_NAME)
        try:
            connection = sqlite3.connect(
                file_uri(path, "rwc"),
                uri=True,
                isolation_level=None,
                timeout=_PATIENCE,
                check_same_thread=False,
            )
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            if connection is not None:
                connection.close()
            code = code_of(error)
            if code.startswith("SQLITE_BUSY"):
                raise self._in_use() from error
            if not code.startswith(_DAMAGED):
                raise_refusal(error)
            if not again:
                raise EnvironmentProblem("lock_unreadable", path=str(path)) from error
            # nothing is kept in it: a damaged one says nothing of the records
            with contextlib.suppress(OSError):
                disk.remove(path)
            return self._connect(again=False)
        return connection

    def _hold_folder(self) -> int | None:
        """Lock the folder itself too, so that deleting the lock file lets no second process in.

        Windows deletes no file that is open, and some disks lock no folder; there the lock file stands alone.
        """
        handle: int | None = None
        if sys.platform != "win32":
            import fcntl

            try:
                handle = os.open(self._folder, os.O_RDONLY)
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                if handle is not None:
                    os.close(handle)
                if handle is not None and error.errno in _HELD:
                    raise self._in_use() from error
                return None
        return handle

    def _free_folder(self) -> None:
        if self._guard is not None:
            os.close(self._guard)
            self._guard = None

    def release(self) -> None:
        """Free the lock; does nothing if it is not held."""
        if self._connection is None:
            return
        file = self._folder / HOLDER_NAME
        with contextlib.suppress(OSError):
            if _may_be_replaced(file):
                disk.remove(file)
        self._connection.close()
        self._connection = None
        self._free_folder()

    def _in_use(self) -> EnvironmentProblem:
        holder = read_holder(self._folder)
        if holder is None:
            return EnvironmentProblem("data_in_use", holder="", pid=0, since="", folder=str(self._folder))
        return EnvironmentProblem(
            "data_in_use", holder=holder.name, pid=holder.pid, since=holder.since, folder=str(self._folder)
        )

    def _write_holder(self, since: str) -> None:
        """Write the holder's name for people to read; a failure does not matter to the lock."""
        holder = Holder(os.getpid(), platform.node(), _account(), since)
        file = self._folder / HOLDER_NAME
        with contextlib.suppress(OSError):
            if not _may_be_replaced(file):
                # a pipe would be waited for, and what a link names would be written over
                return
            rights.make_file(file)
            file.write_text(json.dumps(asdict(holder), ensure_ascii=False), encoding="utf-8")


def read_holder(folder: Path) -> Holder | None:
    """Return the last holder from the holder's file; None if it is missing or unreadable."""
    file = folder / HOLDER_NAME
    if not paths.is_file(file):
        return None
    try:
        data = read_json(file.read_text(encoding="utf-8"))
        return Holder(int(data["pid"]), str(data["host"]), str(data["user"]), str(data["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _may_be_replaced(file: Path) -> bool:
    """Whether the path is free or a plain file; the program never creates a pipe, folder or link there."""
    return not file.is_symlink() and (paths.is_file(file) or not paths.exists(file))


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        # no variable names it, and it is in no list of accounts; on Windows Python has none to read
        return "?"
