"""Disk: open, replace, remove and flush files and folders, with retries on Windows; detect a full disk.

A virus scanner or an indexer opens a file for a moment as soon as it was written. Windows then refuses to replace or
remove it and the folder in which it lies, although nothing is wrong. All such acts of the program go through here.
"""

from __future__ import annotations

import errno
import os
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from io import BufferedReader
from pathlib import Path
from typing import Final

from desktop_app.system import paths

HELD: Final = frozenset({5, 32, 33})
"""ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION."""
HELD_FOLDER: Final = HELD | {145}
"""ERROR_DIR_NOT_EMPTY besides: what was removed keeps its name in the folder until the last program lets it go."""
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FULL_OF_WINDOWS: Final = frozenset({39, 112})
"""ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL."""
PAUSES: Final = (0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.32, 0.32, 0.32)
"""Seconds between the tries, 1.6 in all: whoever holds a file longer means it."""

SYNCS_FOLDERS: Final = os.name != "nt"
"""Whether a folder can be made durable by itself; Windows has no such act."""

Sleep = Callable[[float], object]


def opened(path: Path) -> BufferedReader:
    """Open a file for reading; raises ``OSError``, also for anything but a regular file."""
    if paths.exists(path) and not paths.is_file(path):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    return path.open("rb")


def replace(source: Path, target: Path, sleep: Sleep = time.sleep) -> None:
    """Replace ``target`` by ``source``; raises ``OSError``."""
    _insist(lambda: source.replace(target), sleep)


def remove(path: Path, sleep: Sleep = time.sleep) -> None:
    """Remove a file if it exists; raises ``OSError``."""
    _insist(lambda: path.unlink(missing_ok=True), sleep)


def remove_folder(folder: Path, sleep: Sleep = time.sleep) -> None:
    """Remove an empty folder; raises ``OSError``, also when it is not empty."""
    _insist(folder.rmdir, sleep, HELD_FOLDER)


def remove_tree(folder: Path, sleep: Sleep = time.sleep) -> None:
    """Remove a folder with all its contents, if it exists.

    Where something is kept all else goes, and the ``OSError`` of what is kept is raised.
    """
    _insist(lambda: _remove_what_may_go(folder), sleep, HELD_FOLDER)


def drop_tree(folder: Path, sleep: Sleep = time.sleep) -> None:
    """Remove as much of an unneeded folder as possible; never raises."""
    with suppress(OSError):
        remove_tree(folder, sleep)


def sync_file(path: Path) -> None:
    """Flush a written file to the disk."""
    # Windows flushes only through a handle that may write
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Flush a folder's new names to the disk; nothing on Windows, ignored where refused."""
    if not SYNCS_FOLDERS:
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sync_name(path: Path) -> None:
    """Flush the new name of a file to the disk: by its folder, on Windows by the file.

    NTFS writes down what becomes of names in their order, and flushing a file writes all of it up to that file's own.
    """
    if SYNCS_FOLDERS:
        sync_folder(path.parent)
        return
    with suppress(OSError):
        sync_file(path)


def is_full(error: OSError) -> bool:
    """Whether the error means a full disk, an exceeded quota, or a file above the size limit."""
    return error.errno in _FULL or getattr(error, "winerror", None) in _FULL_OF_WINDOWS


def _remove_what_may_go(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    with suppress(FileNotFoundError):
        # only what stayed is met here, and says why
        shutil.rmtree(folder)


def _insist(act: Callable[[], object], sleep: Sleep, held: frozenset[int] = HELD) -> None:
    for pause in PAUSES:
        try:
            act()
        except OSError as error:
            if getattr(error, "winerror", None) not in held:
                raise
            sleep(pause)
        else:
            return
    act()
