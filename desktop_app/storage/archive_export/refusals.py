"""Refusals of an export: what the operator is told when it could not be made."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path
from typing import Final

from desktop_app import disk, paths
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.storage.backup.contents import damage_of
from desktop_app.storage.backup.file_store import SourceChanged
from desktop_app.storage.file.copying import CopyDiffers
from desktop_app.storage.file.faults import code_of

FAILURES: Final = (OSError, sqlite3.Error, CopyDiffers, SourceChanged)
"""What making an export may raise, besides a refusal."""

_FORBIDDEN: Final = (errno.EACCES, errno.EPERM, errno.EROFS)
_HELD_ON_WINDOWS: Final = frozenset({32, 33})
"""Another program has the file open; that is no matter of rights."""


def refusal_of(error: Exception, target: Path, data: Path) -> EnvironmentProblem:
    """What is told of an error; one of the copy is one of the target, unless the data themselves are damaged."""
    if isinstance(error, CopyDiffers | sqlite3.Error):
        return _of_copy(error, target, data)
    if isinstance(error, OSError):
        if disk.is_full(error):
            return EnvironmentProblem("archive_full", folder=str(target.parent))
        if not paths.is_folder(target.parent):
            return EnvironmentProblem("archive_no_parent", folder=str(target.parent))
        if _is_forbidden(error, target.parent):
            return EnvironmentProblem("archive_unwritable", folder=str(target.parent))
    why = getattr(error, "strerror", "") or str(error)
    return EnvironmentProblem("archive_failed", folder=str(target.parent), why=why)


def _is_forbidden(error: OSError, place: Path) -> bool:
    """Whether the place may not be written; a file of the office that may not be read is another matter."""
    if getattr(error, "winerror", None) in _HELD_ON_WINDOWS:
        return False
    named = error.filename2 or error.filename
    return error.errno in _FORBIDDEN and isinstance(named, str) and Path(named).is_relative_to(place)


def _of_copy(error: CopyDiffers | sqlite3.Error, target: Path, data: Path) -> EnvironmentProblem:
    code = code_of(error) if isinstance(error, sqlite3.Error) else str(error)
    if code.startswith("SQLITE_FULL"):
        return EnvironmentProblem("archive_full", folder=str(target.parent))
    damage = damage_of(data / paths.DATABASE)
    if damage:
        return EnvironmentProblem("database_damaged", code=damage)
    return EnvironmentProblem("archive_failed", folder=str(target.parent), why=code or type(error).__name__)
