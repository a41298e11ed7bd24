"""Bytes to a path so that whatever fails, the file that stood there before is still whole."""

from __future__ import annotations

import errno
import hashlib
import logging
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from desktop_app import disk, rights
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.text.digits import persian_digits
from desktop_app.paths import is_file, is_folder
from desktop_app.printing.disk_errors import DiskFailure, failure_of, is_lost_disk, number_of, reason_of
from desktop_app.printing.targets import real_path, require_file, require_target

_log = logging.getLogger(__name__)

Created = Callable[[Path, Path], AbstractContextManager[BinaryIO]]
"""Makes the draft, the first, of a file that will have the name of the second, and opens it."""


def write_file(path: Path, content: bytes, *, office: Path | None = None) -> str:
    """Write ``content`` where the operator wants it, with the rights that the system gives new files.

    Whom a paper that was saved is for is the operator's matter; a file that stands there keeps its readers. Raises as
    :func:`keep_file`, and besides ``target_of_office``: what the program keeps in a data folder, above all in that of
    ``office``.
    """
    require_target(path, office)
    return _write(path, content, _for_readers)


def keep_file(path: Path, content: bytes) -> str:
    """Write ``content`` to ``path`` whole or not at all and return its SHA-256 as 64 hexadecimal digits.

    It is for the program's own: no other account may read it. Raises ``EnvironmentProblem`` with ``path``:
    ``folder_missing``, ``folder_not_writable``, ``disk_full``, ``print_target_busy`` (open in another program),
    ``target_not_file``, ``file_name_unusable`` or ``file_not_written``.
    """
    return _write(path, content, _private)


def keep_beside(path: Path, content: bytes) -> tuple[Path, str]:
    """As :func:`keep_file`, but over no other bytes: then under the same name with a number; the path and the hash."""
    digest = hashlib.sha256(content).hexdigest()
    target, number = path, 1
    while not _takes(target, digest):
        number += 1
        target = path.with_name(f"{path.stem} ({persian_digits(number)}){path.suffix}")
    return target, keep_file(target, content)


# ---- inside


def _takes(target: Path, digest: str) -> bool:
    """Whether nothing lies there, or these very bytes; what is there but no file is refused by whoever writes it."""
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
def _for_readers(draft: Path, target: Path) -> Iterator[BinaryIO]:
    """A new file for whoever may read the one whose place it takes."""
    with draft.open("xb") as out:
        rights.keep_readers(draft, target)
        yield out


@contextmanager
def _private(draft: Path, _target: Path) -> Iterator[BinaryIO]:
    """A new file that no other account may read."""
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
    """The draft could be made in this folder, so it is the target that may not be touched, or its name."""
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
