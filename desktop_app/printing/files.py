"""Safe writing of files: after a failure the previous file is unchanged; checks of targets, and failures.

The target of a paper is a file or a new name, never what the program itself keeps in a data folder.

Failures are known by the numbers of Linux and Windows. Windows has numbers of its own next to those of C. Most of them
become EINVAL, some ENOENT or EACCES, so they are asked first. Its names for errors of the network begin with WSA.
"""

from __future__ import annotations

import errno
import hashlib
import logging
import os
import secrets
import stat
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from enum import Enum, auto
from pathlib import Path, PureWindowsPath
from typing import BinaryIO, Final

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.rules.files import is_device
from desktop_app.domain.text.digits import persian_digits
from desktop_app.system import disk, paths, rights
from desktop_app.system.paths import is_file, is_folder


def require_target(path: Path, office: Path | None = None) -> None:
    """Raise ``EnvironmentProblem`` for a path that the operator may not write to.

    Keys: ``target_not_file`` and ``target_of_office``. Any folder with a database in it is a data folder; of the one
    that is open, ``office``, hard links are known from afar, too.
    """
    require_file(path)
    target = real_path(path)
    folders = [folder for folder in target.parents if paths.exists(folder / paths.DATABASE)]
    if office is not None:
        with suppress(EnvironmentProblem):  # what cannot be followed holds no file of ours
            folders.append(real_path(office))
    named = target.name.casefold().startswith(paths.RECORDS)  # in whatever folder
    if named or any(_is_kept(target, folder) or _is_linked(target, folder) for folder in folders):
        raise EnvironmentProblem("target_of_office", path=str(path))


def require_file(path: Path, *, windows: bool = os.name == "nt") -> None:
    """Raise ``target_not_file`` for a pipe, a device and the like, which would be replaced for all programs."""
    if windows and is_device_of_windows(path):
        raise EnvironmentProblem("target_not_file", path=str(path))
    try:
        mode = real_path(path).lstat().st_mode
    except OSError:  # nothing is there, or it has a name that writing refuses in its own words
        return
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise EnvironmentProblem("target_not_file", path=str(path))


def real_path(path: Path) -> Path:
    """Return a path with its links followed; raises ``file_name_unusable`` if the system cannot follow it."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError) as error:
        raise EnvironmentProblem("file_name_unusable", path=str(path)) from error


def is_device_of_windows(path: Path) -> bool:
    """Whether Windows treats the path as a device in any folder and with any extension: ``NUL.pdf``."""
    named = PureWindowsPath(path)
    if str(named).startswith("\\\\.\\"):
        return True
    return any(is_device(part) for part in named.parts if part != named.anchor)


def _is_kept(target: Path, folder: Path) -> bool:
    """Whether the program keeps a file under this name, now or later; new names in the papers folder are free."""
    if not target.is_relative_to(folder):
        return False
    first = target.relative_to(folder).parts[0].casefold() if target != folder else ""
    if first == paths.PAPERS:
        return paths.exists(target)
    return first in paths.FOLDERS or first.startswith(paths.SETTINGS)


def _is_linked(target: Path, folder: Path) -> bool:
    """Whether the target is a second name (hard link) of a kept file."""
    if not _has_names(target):
        return False
    for kept in _kept(folder):
        with suppress(OSError):
            if target.samefile(kept):
                return True
    return False


def _has_names(target: Path) -> bool:
    try:
        return target.stat().st_nlink > 1
    except OSError:
        return False


def _kept(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from (file for file in folder.iterdir() if file.name.startswith((*paths.RECORDS, paths.SETTINGS)))
    for name in paths.FOLDERS:
        for place, _inner, files in os.walk(folder / name):
            yield from (Path(place) / file for file in files)


class DiskFailure(Enum):
    """Kind of a disk failure, by its error number."""

    FULL = auto()
    NAME = auto()
    BUSY = auto()
    OTHER = auto()


_NAME: Final = frozenset({errno.ENAMETOOLONG, errno.EILSEQ, errno.EISDIR})
_BUSY: Final = frozenset({errno.ETXTBSY, errno.EBUSY})
_WINDOWS_KINDS: Final = {
    # held, locked or mapped by another program
    **dict.fromkeys((32, 33, 1224), DiskFailure.BUSY),
    # a name that is too long, or has a sign that no name can have
    **dict.fromkeys((111, 123, 161, 206, 267), DiskFailure.NAME),
}
_WINDOWS_REASONS: Final = {
    **dict.fromkeys((51, 53, 54, 55, 59, 64, 67, 121, 1203, 1222, 1231, 1232, 1236, 2250), "ENETUNREACH"),
    # not in the drive, unplugged, unreadable
    **dict.fromkeys((21, 1167), "ENODEV"),
    **dict.fromkeys((23, 1117), "EIO"),
}


def failure_of(error: OSError) -> DiskFailure:
    """Return the kind of a failure by its error number."""
    windows = _number_of_windows(error)
    if windows in _WINDOWS_KINDS:
        return _WINDOWS_KINDS[windows]
    if disk.is_full(error):
        return DiskFailure.FULL
    kinds = ((_NAME, DiskFailure.NAME), (_BUSY, DiskFailure.BUSY))
    return next((kind for numbers, kind in kinds if error.errno in numbers), DiskFailure.OTHER)


def reason_of(error: OSError) -> str:
    """Return the POSIX name of an error, which selects the sentence to show."""
    named = _WINDOWS_REASONS.get(_number_of_windows(error))
    return named or errno.errorcode.get(error.errno or 0, "").removeprefix("WSA")


def number_of(error: OSError) -> str:
    """Return the system's own error number, for the log."""
    windows = _number_of_windows(error)
    named = f"{errno.errorcode.get(error.errno or 0, error.errno)} {error.strerror}"
    return f"{named} (Windows {windows})" if windows else named


def is_lost_disk(error: OSError) -> bool:
    """Whether Windows reports a failure of the network or the disk, whatever its C error number is."""
    return _number_of_windows(error) in _WINDOWS_REASONS


def _number_of_windows(error: OSError) -> int:
    found = getattr(error, "winerror", None)
    return found if isinstance(found, int) else 0


_log = logging.getLogger(__name__)

Created = Callable[[Path, Path], AbstractContextManager[BinaryIO]]
"""Makes the draft, the first, of a file that will have the name of the second, and opens it."""


def write_file(path: Path, content: bytes, *, office: Path | None = None) -> str:
    """Write ``content`` to a path chosen by the operator, with the usual rights of new files.

    Whom a paper that was saved is for is the operator's matter; a file that stands there keeps its readers. Raises as
    :func:`keep_file`, and besides ``target_of_office``: what the program keeps in a data folder, above all in that of
    ``office``.
    """
    require_target(path, office)
    return _write(path, content, _create_for_readers)


def keep_file(path: Path, content: bytes) -> str:
    """Write ``content`` to ``path`` completely or not at all; return SHA-256 as 64 hexadecimal digits.

    It is for the program's own: no other account may read it. Raises ``EnvironmentProblem`` with ``path``:
    ``folder_missing``, ``folder_not_writable``, ``disk_full``, ``print_target_busy`` (open in another program),
    ``target_not_file``, ``file_name_unusable`` or ``file_not_written``.
    """
    return _write(path, content, _create_private)


def keep_beside(path: Path, content: bytes) -> tuple[Path, str]:
    """Like :func:`keep_file`; if other bytes exist there, add a number to the name. Return path and hash."""
    digest = hashlib.sha256(content).hexdigest()
    target, number = path, 1
    while not _is_free_or_equal(target, digest):
        number += 1
        target = path.with_name(f"{path.stem} ({persian_digits(number)}){path.suffix}")
    return target, keep_file(target, content)


# ---- inside


def _is_free_or_equal(target: Path, digest: str) -> bool:
    """Whether the path is free or holds exactly these bytes."""
    try:
        with disk.opened(target) as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == digest
    except (OSError, ValueError):
        return not is_file(target)


def _write(path: Path, content: bytes, created: Created) -> str:
    require_file(path)
    target = real_path(path)  # a link stays a link: what it points to is replaced
    if not is_folder(target.parent):
        raise EnvironmentProblem("folder_missing", path=str(path), folder=str(target.parent))
    if is_folder(target):
        raise EnvironmentProblem("file_name_unusable", path=str(path))
    # A short name of its own: a Persian name may already use all the bytes that a name can have
    draft = target.with_name(f".{secrets.token_hex(6)}.part")
    try:
        _write_synced(content, created(draft, target), draft.parent, path)
        _take_place(draft, target, path)
    finally:
        with suppress(OSError):
            disk.remove(draft)
    disk.sync_name(target)
    return hashlib.sha256(content).hexdigest()


@contextmanager
def _create_for_readers(draft: Path, target: Path) -> Iterator[BinaryIO]:
    """Create a file with the readers of the file that it replaces."""
    with draft.open("xb") as out:
        rights.copy_permissions(draft, target)
        yield out


@contextmanager
def _create_private(draft: Path, _target: Path) -> Iterator[BinaryIO]:
    """Create a file that no other account may read."""
    rights.make_file(draft)
    with draft.open("wb") as out:
        yield out


def _write_synced(content: bytes, created: AbstractContextManager[BinaryIO], folder: Path, asked: Path) -> None:
    try:
        with created as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
    except OSError as error:
        forbidden = isinstance(error, PermissionError) or error.errno == errno.EROFS
        if forbidden and not is_lost_disk(error):
            raise EnvironmentProblem("folder_not_writable", path=str(asked), folder=str(folder)) from error
        raise _problem(error, failure_of(error), asked) from error


def _take_place(draft: Path, target: Path, asked: Path) -> None:
    try:
        disk.replace(draft, target)
    except OSError as error:
        raise _problem(error, _failure_of_place(error, target), asked) from error


def _failure_of_place(error: OSError, target: Path) -> DiskFailure:
    """Return the kind of a failure whose cause is the target file or its name, not its folder."""
    failure = failure_of(error)
    if failure is not DiskFailure.OTHER or is_lost_disk(error):
        return failure
    if isinstance(error, PermissionError):
        # Windows refuses to replace a file that a reader holds open
        return DiskFailure.BUSY
    # for a path that is too long Windows says that there is none
    named = error.errno in (errno.EINVAL, errno.ENOENT) and is_folder(target.parent)
    return DiskFailure.NAME if named else failure


def _problem(error: OSError, failure: DiskFailure, asked: Path) -> EnvironmentProblem:
    if failure is DiskFailure.FULL:
        return EnvironmentProblem("disk_full", path=str(asked))
    if failure is DiskFailure.NAME:
        return EnvironmentProblem("file_name_unusable", path=str(asked))
    if failure is DiskFailure.BUSY:
        return EnvironmentProblem("print_target_busy", path=str(asked))
    _log.info("a file was not written: %s", number_of(error))  # what the sentence leaves out
    return EnvironmentProblem("file_not_written", path=str(asked), reason=reason_of(error))
