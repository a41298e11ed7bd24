"""Bytes to a path so that whatever fails, the file that stood there before is still whole."""

from __future__ import annotations

import errno
import hashlib
import logging
import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Final

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.printing.targets import require_file, require_target

_log = logging.getLogger(__name__)
_FULL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_UNUSABLE_NAME: Final = (errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ, errno.EISDIR)


def write_file(path: Path, content: bytes, *, office: Path | None = None) -> str:
    """Write ``content`` where the operator wants it; see :func:`keep_file`.

    Raises besides ``target_of_office``: what the program keeps in a data folder, above all in that of ``office``.
    """
    require_target(path, office)
    return keep_file(path, content)


def keep_file(path: Path, content: bytes) -> str:
    """Write ``content`` to ``path`` whole or not at all and return its SHA-256 as 64 hexadecimal digits.

    Raises ``EnvironmentProblem`` with ``path``: ``folder_missing``, ``folder_not_writable``, ``disk_full``,
    ``print_target_busy`` (open in another program), ``target_not_file``, ``file_name_unusable`` or
    ``file_not_written``.
    """
    require_file(path)
    target = Path(os.path.realpath(path))  # a link stays a link: what it points to is replaced
    if not _is_folder(target.parent):
        raise EnvironmentProblem("folder_missing", path=str(path), folder=str(target.parent))
    if _is_folder(target):
        raise EnvironmentProblem("file_name_unusable", path=str(path))
    # A short name of its own: a Persian name may already use all the bytes that a name can have
    draft = target.with_name(f".{secrets.token_hex(6)}.part")
    try:
        _write_synced(draft, content, target, path)
        _take_place(draft, target, path)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    _sync_folder(target.parent)
    return hashlib.sha256(content).hexdigest()


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name too long to be asked about
        return False


def _write_synced(draft: Path, content: bytes, target: Path, asked: Path) -> None:
    try:
        with draft.open("xb") as out:
            _keep_readers(draft, target)
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
    except OSError as error:
        if isinstance(error, PermissionError) or error.errno == errno.EROFS:
            raise EnvironmentProblem("folder_not_writable", path=str(asked), folder=str(draft.parent)) from error
        raise _problem(error, asked) from error


def _keep_readers(draft: Path, target: Path) -> None:
    """Whoever could not read the file that stands there shall not read the new one; Windows has a folder's rights."""
    if os.name == "nt":
        return
    with suppress(OSError):  # nothing stands there, or the disk knows no such rights
        draft.chmod(target.stat().st_mode & 0o777)


def _take_place(draft: Path, target: Path, asked: Path) -> None:
    try:
        draft.replace(target)
    except PermissionError as error:
        # The draft could be made in this folder, so it is the target that may not be touched:
        # Windows refuses to replace a file that a reader holds open
        raise EnvironmentProblem("print_target_busy", path=str(asked)) from error
    except OSError as error:
        raise _problem(error, asked) from error


def _problem(error: OSError, asked: Path) -> EnvironmentProblem:
    if error.errno in _FULL:
        return EnvironmentProblem("disk_full", path=str(asked))
    if error.errno in _UNUSABLE_NAME:
        return EnvironmentProblem("file_name_unusable", path=str(asked))
    if error.errno in (errno.ETXTBSY, errno.EBUSY):
        return EnvironmentProblem("print_target_busy", path=str(asked))
    reason = errno.errorcode.get(error.errno or 0, "")
    _log.info("a file was not written: %s %s", reason, error.strerror)  # what the sentence leaves out
    return EnvironmentProblem("file_not_written", path=str(asked), reason=reason)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable; Windows has no such act and some network folders refuse it."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
