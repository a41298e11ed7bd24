"""Part folder of an export: all is written into ``NAME.….part``, which is renamed to ``NAME`` when it is whole."""

from __future__ import annotations

import errno
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

from desktop_app import disk, paths, rights
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.storage.backup.contents import damage_of
from desktop_app.storage.file.copying import PART, CopyDiffers
from desktop_app.storage.file.faults import code_of

FAILURES: Final = (OSError, sqlite3.Error, CopyDiffers)
"""What making an export may raise, besides a refusal."""
_FORBIDDEN: Final = (errno.EACCES, errno.EPERM, errno.EROFS)


def require_target(target: Path, data: Path, longest: int | None) -> None:
    """Raise ``EnvironmentProblem`` unless a new folder can be made there.

    ``longest`` counts letters of a folder below which all of ours fits. Keys: ``archive_taken``, ``archive_inside``,
    ``archive_no_parent``, ``archive_too_deep``.
    """
    folder = str(target)
    if paths.lies(target):
        raise EnvironmentProblem("archive_taken", folder=folder)
    if paths.followed(target).is_relative_to(paths.followed(data)):
        raise EnvironmentProblem("archive_inside", folder=folder)
    if not paths.is_folder(target.parent):
        raise EnvironmentProblem("archive_no_parent", folder=str(target.parent))
    most = None if longest is None else longest - len(_part_of(target).name) + len(target.name)
    if most is not None and len(folder) > most:
        raise EnvironmentProblem("archive_too_deep", folder=folder, longest=most)


@contextmanager
def part_folder(target: Path) -> Iterator[Path]:
    """The folder to write into; it becomes ``target`` when the ``with`` ends well, else it is removed.

    Raises ``OSError`` as it comes. What is in it must be durable by then, but for the names in its folders.
    """
    part = _part_of(target)
    rights.make_new_folder(part)
    with ExitStack() as undo:
        undo.callback(disk.drop_tree, part)
        yield part
        for folder in (*filter(paths.is_folder, part.iterdir()), part):
            disk.sync_folder(folder)
        disk.replace(part, target)
        undo.pop_all()
    disk.sync_folder(target.parent)
    # Windows makes the new name durable with any file in it
    disk.sync_name(target / paths.MANIFEST)


def refusal_of(error: Exception, target: Path, data: Path) -> EnvironmentProblem:
    """The refusal for an error of an export, by its cause: the disk, its rights, the database, or what else it says."""
    place = target.parent
    folder, why = str(place), getattr(error, "strerror", "") or str(error)
    if isinstance(error, OSError):
        if disk.is_full(error):
            return EnvironmentProblem("archive_full", folder=folder)
        if not paths.is_folder(place):
            return EnvironmentProblem("archive_no_parent", folder=folder)
        if error.errno in _FORBIDDEN:
            # a file of the office that may not be read is in the list of what is wrong
            return EnvironmentProblem("archive_unwritable", folder=folder)
    else:
        why = code_of(error) if isinstance(error, sqlite3.Error) else why
        if why.startswith("SQLITE_FULL"):
            return EnvironmentProblem("archive_full", folder=folder)
        damage = damage_of(data / paths.DATABASE)
        if damage:
            return EnvironmentProblem("database_damaged", code=damage)
    return EnvironmentProblem("archive_failed", folder=folder, why=why or type(error).__name__)


# ---- inside


def _part_of(target: Path) -> Path:
    """A name of its own for each export: what a kill left is in nobody's way."""
    return target.with_name(f"{target.name}.{secrets.token_hex(2)}{PART}")
