"""Temporary folders: private to the account, removed with the process, or by the next start after a crash.

A folder is held as long as its process lives, and the system lets go of it with the process: on Windows by an open file
in it, which nobody can remove, elsewhere by a lock of the folder itself. Whoever removes what was left behind takes
hold of it first; on a disk that locks no folder nothing is removed.
"""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final

from desktop_app.system import disk, paths

PREFIX: Final = "dabirkhaneh-temporary-"
_HELD: Final = "held"
"""On Windows, the name of the open file."""


class TemporaryFolder:
    """A private temporary folder, until :meth:`remove` or the end of a ``with`` block."""

    def __init__(self) -> None:
        """Make the folder; raises ``OSError``."""
        self.path = Path(tempfile.mkdtemp(prefix=PREFIX))
        self._hold = _hold(self.path)

    def __enter__(self) -> Path:
        return self.path

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.remove()

    def remove(self) -> None:
        """Remove the folder; files that another program holds open are left for a later start."""
        if self._hold is not None:
            os.close(self._hold)
            self._hold = None
        _remove_tree(self.path)


def place() -> Path:
    """The parent folder of temporary folders."""
    return Path(tempfile.gettempdir())


def remove_leftovers() -> None:
    """Remove the folders of crashed processes; other accounts' folders are left."""
    for folder in place().glob(f"{PREFIX}*"):
        with suppress(OSError):
            _remove_unheld(folder)


# ---- inside

if sys.platform == "win32":

    def _hold(folder: Path) -> int | None:
        return os.open(folder / _HELD, os.O_CREAT | os.O_EXCL | os.O_WRONLY)

    def _remove_unheld(folder: Path) -> None:
        # of a process that lives it is refused at once: that it will be held longer is what it is for
        disk.remove(folder / _HELD, lambda _pause: None)
        _remove_tree(folder)

else:
    import fcntl

    def _hold(folder: Path) -> int | None:
        handle = os.open(folder, os.O_RDONLY)
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        if not paths.is_folder(folder):
            # a start that began just now took it for left behind
            os.close(handle)
            raise FileNotFoundError(2, "removed meanwhile", str(folder))
        return handle

    def _remove_unheld(folder: Path) -> None:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        try:
            if os.fstat(handle).st_uid == os.geteuid():
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                _remove_tree(folder)
        finally:
            os.close(handle)


def _remove_tree(folder: Path) -> None:
    with suppress(OSError):
        for one in folder.rglob("*"):
            if not one.is_symlink():
                with suppress(OSError):
                    # Windows removes nothing that is read-only
                    one.chmod(stat.S_IRWXU)
    disk.drop_tree(folder)
