"""Rights of what the program keeps: folders and files that no other account of this machine may read.

Folders are made 0700 and files 0600 whatever the umask, and those of an older office are brought to that when it is
opened. A file that the operator saves elsewhere keeps the rights that the system gives new files: whom it is for is
the operator's matter. Windows has no such modes: there what is made inherits the rights of its folder, usually those of
the user's profile, so the access lists are read and what others may get at is told. Nothing here opens a file that
SQLite may hold: closing it would drop the locks of the process.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from desktop_app import access_list, paths
from desktop_app.access_list import Entry, Group

FOLDER: Final = 0o700
FILE: Final = 0o600
OTHERS: Final = 0o077
"""Rights of all accounts but the owner's."""

NAMES: Final = (*paths.RECORDS, paths.SETTINGS, paths.PLACE_FILE)
"""How the names of the files in a data folder begin that the program makes."""
_HIDDEN: Final = (".rollback-", ".restore-")

BY_MODES: Final = "modes"
"""Others may read: the modes say so, and could not be changed."""
UNKNOWN: Final = "unknown"
"""Whether others may read cannot be found out, and the data lie outside of the user's profile."""

ReadList = Callable[[Path], Sequence[Entry] | None]
"""The access list of a folder or file; None where it cannot be read."""


def make_folder(folder: Path) -> None:
    """Make it, and what is missing above it; one that is there keeps its rights. Raises ``OSError`` as it comes."""
    if paths.is_folder(folder):
        return
    if folder.parent != folder:
        make_folder(folder.parent)
    with suppress(FileExistsError):
        make_new_folder(folder)
    if not paths.is_folder(folder):
        raise NotADirectoryError(20, "not a folder", str(folder))


def make_new_folder(folder: Path) -> None:
    """Make one that is not there; raises ``FileExistsError`` and ``OSError`` as they come."""
    folder.mkdir(mode=FOLDER)
    _set(folder, FOLDER)


def make_file(file: Path) -> None:
    """Make it empty where nothing lies, before another writer makes it with the rights that the umask gives.

    One that is there is not opened. Raises ``OSError`` as it comes.
    """
    with suppress(FileExistsError):
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE))
        _set(file, FILE)


def keep_readers(draft: Path, target: Path) -> None:
    """Whoever could not read the file that stands there shall not read the new one; Windows has a folder's rights."""
    if os.name == "nt":
        return
    with suppress(OSError):  # nothing stands there, or the disk knows no such rights
        draft.chmod(target.stat().st_mode & 0o777)


def is_ours(name: str) -> bool:
    """Whether what has this name in a data folder is the program's own."""
    return name in paths.FOLDERS or name.startswith((*NAMES, *_HIDDEN))


def tighten(folder: Path) -> tuple[str, ...]:
    """Take the rights of others from all of the program's that lies in a data folder; who may still read, if anybody.

    That is :data:`BY_MODES`, a :class:`~desktop_app.access_list.Group` of Windows, or :data:`UNKNOWN`.

    The folder itself is closed where nothing of the operator's lies in it. What belongs to another account is left as
    it is, and links are not followed. A closed folder is not looked through: nobody gets at what is in it. Access lists
    of Windows are only read: whoever gave others a right meant it.
    """
    return open_to(folder) if sys.platform == "win32" else (BY_MODES,) if _tighten_modes(folder) else ()


def open_to(folder: Path, read: ReadList = access_list.read_list) -> tuple[str, ...]:
    """Who but the user may get at a data folder or what of the program's lies in it, by their access lists.

    A file keeps the list that it had elsewhere when it is moved, and is reached by its name whatever its folder says.
    """
    own = read(folder)
    if own is None:
        return () if in_profile(folder) else (UNKNOWN,)
    lists = [own, *(read(path) for path in _lying_in(folder) if is_ours(path.name))]
    found = frozenset[Group]().union(*(access_list.groups_of(one) for one in lists if one is not None))
    return tuple(group for group in Group if group in found)


def in_profile(folder: Path) -> bool:
    """Whether a folder lies in the user's profile, whose rights it then inherits."""
    home = os.path.normcase(paths.followed(Path.home()))
    return Path(os.path.normcase(paths.followed(folder))).is_relative_to(home)


# ---- inside


def _set(path: Path, mode: int) -> None:
    """The mode was asked for when it was made; the umask may have taken from it what the owner needs."""
    if os.name != "nt":
        # a stick that knows no rights refuses: what others may read is told where the data are opened
        with suppress(PermissionError):
            path.chmod(mode)


def _lying_in(folder: Path) -> list[Path]:
    """What lies in a folder; nothing in one that cannot be read."""
    with suppress(OSError):
        return list(folder.iterdir())
    return []


def _is_folder(path: Path) -> bool:
    """Whether it is a folder itself, and no link to one."""
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except OSError:
        return False


def _tighten_modes(folder: Path) -> bool:
    exposed = False
    strangers = False
    for path in _lying_in(folder):
        if is_ours(path.name):
            exposed |= _tighten_tree(path) if _is_folder(path) else _tighten_one(path, FILE)
        else:
            strangers = True
    if strangers or os.path.ismount(folder):
        return exposed
    return _tighten_one(paths.followed(folder), FOLDER) and exposed


def _tighten_tree(folder: Path) -> bool:
    """A folder of the program's, from the inside out: broken off half-way it is still open, and done again."""
    if not _may_others(folder):
        return False
    for path in _lying_in(folder):
        if _is_folder(path):
            _tighten_tree(path)
        else:
            _tighten_one(path, FILE)
    return _tighten_one(folder, FOLDER)


def _tighten_one(path: Path, mode: int) -> bool:
    """Whether others may still read or write it."""
    try:
        found = path.lstat()
        if stat.S_ISLNK(found.st_mode) or not found.st_mode & OTHERS:
            return False
        # a file that may not be written stays so
        if sys.platform != "win32" and found.st_uid == os.geteuid():
            path.chmod(stat.S_IMODE(found.st_mode) & mode if stat.S_ISREG(found.st_mode) else mode)
    except OSError:
        """A disk that knows no rights, or that is only read: what stands there is told."""
    return _may_others(path)


def _may_others(path: Path) -> bool:
    try:
        return bool(path.lstat().st_mode & OTHERS)
    except OSError:
        return False
