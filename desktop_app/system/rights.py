"""Access rights of the program's files and folders: no other account of this machine may read them.

Folders are made 0700 and files 0600 whatever the umask, and those of an older office are brought to that when it is
opened. A file that the operator saves elsewhere keeps the rights that the system gives new files: whom it is for is the
operator's matter. Windows has no such modes: there what is made inherits the rights of its folder, usually those of the
user's profile, so the access lists (DACL) are read as they are on the disk, and groups of more than one account that
may get at it are reported; judging them needs no Windows. Nothing here opens a file that SQLite may hold: closing it
would drop the locks of the process.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from desktop_app.system import paths


class Group(StrEnum):
    """Windows groups that include other accounts of the machine or domain, or everyone."""

    EVERYONE = "everyone"
    AUTHENTICATED_USERS = "authenticated_users"
    USERS = "users"
    INTERACTIVE = "interactive"
    GUESTS = "guests"
    DOMAIN_USERS = "domain_users"


@dataclass(frozen=True, slots=True)
class Entry:
    """One access entry (ACE): the account's security identifier (SID) as text, and the rights it gives or denies."""

    sid: str
    mask: int
    allowed: bool = True


EVERYBODY: Final = "S-1-1-0"
_SIDS: Final = {
    EVERYBODY: Group.EVERYONE,
    "S-1-5-11": Group.AUTHENTICATED_USERS,
    "S-1-5-32-545": Group.USERS,
    "S-1-5-4": Group.INTERACTIVE,
    "S-1-5-32-546": Group.GUESTS,
}
_OF_DOMAIN: Final = re.compile(r"S-1-5-21-\d+-\d+-\d+-513")

_GENERIC: Final = ((0x10000000, 0x1F01FF), (0x80000000, 0x120089), (0x40000000, 0x120116), (0x20000000, 0x1200A0))
"""What the generic rights (all, read, write, execute) mean of a file."""
_GETS_AT: Final = 0x1 | 0x2 | 0x4 | 0x40 | 0x10000 | 0x40000 | 0x80000
"""Reading and writing what is in it, removing it, and giving oneself the right to."""
_ALL: Final = 0x10000000
OPEN: Final = (Entry(EVERYBODY, _ALL),)
"""What no list at all means: nothing is refused to anybody."""


def groups_of(entries: Iterable[Entry]) -> frozenset[Group]:
    """The groups that may read or change an object; a denial counts against the entries after it."""
    listed = tuple(entries)
    named = {group for one in listed if (group := _group_of(one.sid)) is not None}
    return frozenset(group for group in named if _gets_at(listed, group))


# ---- inside


def _group_of(sid: str) -> Group | None:
    return Group.DOMAIN_USERS if _OF_DOMAIN.fullmatch(sid) else _SIDS.get(sid)


def _gets_at(entries: Sequence[Entry], group: Group) -> bool:
    refused = 0
    for one in entries:
        of = _group_of(one.sid)
        mask = one.mask
        for generic, meant in _GENERIC:
            mask |= meant if one.mask & generic else 0
        if not one.allowed and of in (group, Group.EVERYONE):
            refused |= mask
        elif one.allowed and of is group and mask & ~refused & _GETS_AT:
            return True
    return False


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _FILE, _LIST, _SIZES = 1, 4, 2
    """SE_FILE_OBJECT, DACL_SECURITY_INFORMATION, AclSizeInformation."""
    _ALLOWED: Final = (0, 9)
    """ACCESS_ALLOWED_ACE, and the one with a condition, which is not asked."""
    _REFUSED: Final = 1
    _SID_AT: Final = 8

    class _Header(ctypes.Structure):
        """ACE_HEADER with the mask that follows it in file entries."""

        _fields_ = (
            ("kind", ctypes.c_ubyte),
            ("flags", ctypes.c_ubyte),
            ("size", ctypes.c_ushort),
            ("mask", wintypes.DWORD),
        )

    def read_list(path: Path) -> tuple[Entry, ...] | None:
        """Read the access entries in order, inherit-only ones included; None when unreadable."""
        found, descriptor = ctypes.c_void_p(), ctypes.c_void_p()
        asked = (str(path), _FILE, _LIST, None, None, ctypes.byref(found), None, ctypes.byref(descriptor))
        if ctypes.WinDLL("advapi32").GetNamedSecurityInfoW(*asked):
            return None
        try:
            return OPEN if not found.value else tuple(_entries(found))
        finally:
            _free(descriptor)

    def _entries(listed: ctypes.c_void_p) -> Iterable[Entry]:
        security = ctypes.WinDLL("advapi32")
        sizes = (wintypes.DWORD * 3)()
        if not security.GetAclInformation(listed, sizes, ctypes.sizeof(sizes), _SIZES):
            return
        for place in range(sizes[0]):
            at = ctypes.c_void_p()
            if not security.GetAce(listed, place, ctypes.byref(at)) or at.value is None:
                continue
            header = _Header.from_address(at.value)
            if header.kind in _ALLOWED or header.kind == _REFUSED:
                sid = _text_of(ctypes.c_void_p(at.value + _SID_AT))
                yield Entry(sid, header.mask, allowed=header.kind in _ALLOWED)

    def _text_of(sid: ctypes.c_void_p) -> str:
        text = ctypes.c_wchar_p()
        if not ctypes.WinDLL("advapi32").ConvertSidToStringSidW(sid, ctypes.byref(text)):
            return ""
        try:
            return text.value or ""
        finally:
            _free(text)

    def _free(given: ctypes.c_void_p | ctypes.c_wchar_p) -> None:
        kernel = ctypes.WinDLL("kernel32")
        kernel.LocalFree.argtypes = (ctypes.c_void_p,)
        kernel.LocalFree(ctypes.cast(given, ctypes.c_void_p))

else:

    def read_list(_path: Path) -> tuple[Entry, ...] | None:
        """Other systems have modes."""
        return None


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
    """Make a folder and its missing parents; an existing one keeps its rights. Raises ``OSError``."""
    if paths.is_folder(folder):
        return
    if folder.parent != folder:
        make_folder(folder.parent)
    with suppress(FileExistsError):
        make_new_folder(folder)
    if not paths.is_folder(folder):
        raise NotADirectoryError(20, "not a folder", str(folder))


def make_new_folder(folder: Path) -> None:
    """Make a folder; raises ``FileExistsError`` when it exists, else ``OSError``."""
    folder.mkdir(mode=FOLDER)
    _set(folder, FOLDER)


def make_file(file: Path) -> None:
    """Make an empty file unless it exists, before another writer makes it with default rights.

    One that is there is not opened. Raises ``OSError`` as it comes.
    """
    with suppress(FileExistsError):
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE))
        _set(file, FILE)


def copy_permissions(draft: Path, target: Path) -> None:
    """Give the new file the permissions of the one it replaces; nothing on Windows."""
    if os.name == "nt":
        return
    with suppress(OSError):  # nothing stands there, or the disk knows no such rights
        draft.chmod(target.stat().st_mode & 0o777)


def is_program_file(name: str) -> bool:
    """Whether a name in a data folder belongs to the program."""
    return name in paths.FOLDERS or name.startswith((*NAMES, *_HIDDEN))


def restrict_access(folder: Path) -> tuple[str, ...]:
    """Remove other accounts' rights from the program's files in a data folder; return who can still read.

    That is :data:`BY_MODES`, a :class:`~desktop_app.system.rights.Group` of Windows, or :data:`UNKNOWN`.

    The folder itself is closed where nothing of the operator's lies in it. What belongs to another account is left as
    it is, and links are not followed. A closed folder is not looked through: nobody gets at what is in it. Access lists
    of Windows are only read: whoever gave others a right meant it.
    """
    return readable_by(folder) if sys.platform == "win32" else (BY_MODES,) if _tighten_modes(folder) else ()


def readable_by(folder: Path, read: ReadList = read_list) -> tuple[str, ...]:
    """Return which others can access a data folder or the program's files in it, by access lists.

    A file keeps the list that it had elsewhere when it is moved, and is reached by its name whatever its folder says.
    """
    own = read(folder)
    if own is None:
        return () if in_profile(folder) else (UNKNOWN,)
    lists = [own, *(read(path) for path in _lying_in(folder) if is_program_file(path.name))]
    found = frozenset[Group]().union(*(groups_of(one) for one in lists if one is not None))
    return tuple(group for group in Group if group in found)


def in_profile(folder: Path) -> bool:
    """Whether a folder is inside the user's profile, whose rights it inherits."""
    home = os.path.normcase(paths.resolved(Path.home()))
    return Path(os.path.normcase(paths.resolved(folder))).is_relative_to(home)


# ---- inside


def _set(path: Path, mode: int) -> None:
    """Set the mode again, since the umask may have removed bits that the owner needs."""
    if os.name != "nt":
        # a stick that knows no rights refuses: what others may read is told where the data are opened
        with suppress(PermissionError):
            path.chmod(mode)


def _lying_in(folder: Path) -> list[Path]:
    """Return the contents of a folder; empty when unreadable."""
    with suppress(OSError):
        return list(folder.iterdir())
    return []


def _is_folder(path: Path) -> bool:
    """Whether the path is a folder and not a link."""
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except OSError:
        return False


def _tighten_modes(folder: Path) -> bool:
    exposed = False
    strangers = False
    for path in _lying_in(folder):
        if is_program_file(path.name):
            exposed |= _tighten_tree(path) if _is_folder(path) else _tighten_one(path, FILE)
        else:
            strangers = True
    if strangers or os.path.ismount(folder):
        return exposed
    return _tighten_one(paths.resolved(folder), FOLDER) and exposed


def _tighten_tree(folder: Path) -> bool:
    """Restrict a program folder from the inside out, so that an interrupted run is repeated."""
    if not _may_others(folder):
        return False
    for path in _lying_in(folder):
        if _is_folder(path):
            _tighten_tree(path)
        else:
            _tighten_one(path, FILE)
    return _tighten_one(folder, FOLDER)


def _tighten_one(path: Path, mode: int) -> bool:
    """Restrict one file; return whether others can still read or write it."""
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
