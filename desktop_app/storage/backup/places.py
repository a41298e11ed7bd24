"""Backup folder: numbered backups, its lock and mark, its failures, and backups that are ahead of the data.

Backups are ahead when an older file, or that of another office, replaced the data.
"""

from __future__ import annotations

import errno
import json
import re
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.domain.text.json_text import read_object
from desktop_app.storage.backup.database_copy import damage_of, history_position_of_file
from desktop_app.storage.backup.file_store import SourceChanged
from desktop_app.storage.backup.manifest import BadManifest, read_backup
from desktop_app.storage.file.copying import PART, CopyDiffers
from desktop_app.storage.file.folder import DataFolder
from desktop_app.storage.file.lock import FolderLock
from desktop_app.storage.file.same_file import make_durable_folder
from desktop_app.storage.sqlite.faults import code_of, sqlite_refusal
from desktop_app.system import disk, paths, rights

_NAME: Final = re.compile(r"(\d{6,})-(\d{8}T\d{6}Z)")
_OURS: Final = frozenset({paths.DATABASE, paths.MANIFEST, paths.MANIFEST + PART})
FAILURES: Final = (OSError, sqlite3.Error, CopyDiffers, SourceChanged, BadManifest)
"""What making a backup may raise, besides a refusal."""
MARK: Final = "place.json"
"""A small file by which a medium is known again, whatever its letter or its mount folder."""
_LARGEST: Final = 4096
_FORBIDDEN: Final = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_HELD_ON_WINDOWS: Final = frozenset({32, 33})
"""Codes of a file that another program holds: nothing is wrong with the rights, and it goes by."""
_OF_THE_LOCK: Final = {
    "data_in_use": "backup_place_in_use",
    "storage_full": "backup_full",
    "database_read_only": "backup_place_unwritable",
    "database_unreachable": "backup_place_unwritable",
}
_OF_THE_MOMENT: Final = ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_PROTOCOL", "SQLITE_NOMEM")
_UNWRITABLE: Final = frozenset({"SQLITE_READONLY", "SQLITE_READONLY_DIRECTORY", "SQLITE_PERM"})


def folder_name(number: int, instant: str) -> str:
    """Return the folder name of a backup."""
    return f"{number:06}-{re.sub('[^0-9TZ]', '', instant)}"


def numbered_backups(place: Path) -> list[tuple[int, Path]]:
    """Return every folder of a backup, complete or not, oldest first; empty if the backup folder is missing."""
    try:
        found = [(match, one) for one in place.iterdir() if (match := _NAME.fullmatch(one.name))]
    except OSError:
        return []
    return sorted((int(match[1]), one) for match, one in found if paths.is_folder(one))


def drop_backup(folder: Path) -> None:
    """Remove the folder of a backup, complete or not; keep it if it holds foreign files."""
    with suppress(OSError):
        if {one.name for one in folder.iterdir()} <= _OURS:
            part = folder if folder.name.endswith(PART) else folder.with_name(folder.name + PART)
            if part != folder:
                # killed from here on it is half made, and goes with the next backup
                disk.replace(folder, part)
                disk.sync_folder(folder.parent)
            disk.remove_tree(part)


def drop_incomplete_backups(place: Path) -> None:
    """Remove what killed backups left; the backup folder must be locked."""
    with suppress(OSError):
        for folder in place.iterdir():
            if folder.name.endswith(PART) and _NAME.fullmatch(folder.name.removesuffix(PART)):
                drop_backup(folder)


def backup_number(folder: Path) -> int:
    """Return the number in the folder name of a backup; 0 if the folder was renamed."""
    match = _NAME.fullmatch(folder.name)
    return int(match[1]) if match else 0


@contextmanager
def lock_folder(place: Path, instant: str) -> Iterator[None]:
    """Lock a backup folder: nobody else makes, thins out or removes backups there meanwhile.

    Raises ``backup_place_in_use``, ``backup_place_unwritable``, ``backup_place_missing``, ``backup_place_failed`` and
    ``backup_full``.
    """
    lock = FolderLock(place)
    try:
        lock.take(instant)
    except EnvironmentProblem as problem:
        # what the lock says of a data folder, said of a place
        key = _OF_THE_LOCK.get(problem.key, "backup_place_failed") if paths.is_folder(place) else "backup_place_missing"
        why = str(problem.facts.get("code", problem.key))
        raise EnvironmentProblem(key, folder=str(place), why=why) from problem
    try:
        yield
    finally:
        lock.release()


def require_backup_folder(place: Path, data: Path) -> None:
    """Create the backup folder if needed; raises ``backup_place_missing`` and ``backup_place_inside``."""
    # whatever lies below the folders that are backed up would be backed up with them
    if place != data / paths.BACKUPS and paths.resolved(place).is_relative_to(paths.resolved(data)):
        raise EnvironmentProblem("backup_place_inside", folder=str(place))
    try:
        if place == data / paths.BACKUPS:
            make_durable_folder(place)
        elif not paths.is_folder(place):
            # a stick that is not plugged in is no reason to write below the place where it would be
            raise EnvironmentProblem("backup_place_missing", folder=str(place))
    except OSError as error:
        raise EnvironmentProblem("backup_place_missing", folder=str(place)) from error


def folder_mark(place: Path) -> str:
    """Return the uid of a backup folder; empty if it has no mark, such as the mount folder of an absent disk."""
    file = place / MARK
    if not paths.is_file(file) or paths.size_of(file) > _LARGEST:
        return ""
    try:
        return str(read_object(file.read_text(encoding="utf-8")).get("place", ""))
    except (OSError, ValueError):
        return ""


def mark_folder(place: Path) -> str:
    """Return the uid of a chosen backup folder; mark it if it has none. Raises ``OSError``."""
    found = folder_mark(place)
    if found:
        return found
    made = str(uuid.uuid4())
    part = place / (MARK + PART)
    rights.make_file(part)
    part.write_text(json.dumps({"place": made}) + "\n", encoding="utf-8", newline="\n")
    disk.sync_file(part)
    disk.replace(part, place / MARK)
    disk.sync_name(place / MARK)
    return made


def refusal_of(error: Exception, place: Path, data: Path | None) -> EnvironmentProblem:
    """Return the refusal for a backup or a restore that failed.

    An error of the copy is one of the place, unless the ``data`` that were to be copied are found damaged themselves.
    """
    if isinstance(error, CopyDiffers | sqlite3.Error):
        return _of_copy(error, place, data)
    of_disk = _disk_refusal(error, place) if isinstance(error, OSError) else None
    if of_disk is not None:
        return of_disk
    return EnvironmentProblem("backup_failed", folder=str(place), why=getattr(error, "strerror", "") or str(error))


def _of_copy(error: CopyDiffers | sqlite3.Error, place: Path, data: Path | None) -> EnvironmentProblem:
    code = code_of(error) if isinstance(error, sqlite3.Error) else str(error)
    if not paths.is_folder(place):
        return EnvironmentProblem("backup_place_missing", folder=str(place))
    if code.startswith("SQLITE_FULL"):
        return EnvironmentProblem("backup_full", folder=str(place))
    if code in _UNWRITABLE:
        return EnvironmentProblem("backup_place_unwritable", folder=str(place))
    if code.startswith(_OF_THE_MOMENT):
        problem = sqlite_refusal(error) if isinstance(error, sqlite3.Error) else None
        return problem if isinstance(problem, EnvironmentProblem) else EnvironmentProblem("data_locked", code=code)
    damage = damage_of(data / paths.DATABASE) if data is not None else ""
    if damage:
        return EnvironmentProblem("database_damaged", code=damage)
    return EnvironmentProblem("backup_place_failed", folder=str(place), why=code)


def _disk_refusal(error: OSError, place: Path) -> EnvironmentProblem | None:
    """Return the refusal for a known failure of a disk; None for any other."""
    if error.errno == errno.EFBIG:
        return EnvironmentProblem("backup_file_too_large", folder=str(place))
    if disk.is_full(error):
        return EnvironmentProblem("backup_full", folder=str(place))
    if not paths.is_folder(place):
        return EnvironmentProblem("backup_place_missing", folder=str(place))
    return EnvironmentProblem("backup_place_unwritable", folder=str(place)) if _is_forbidden(error, place) else None


def _is_forbidden(error: OSError, place: Path) -> bool:
    """Whether the backup folder is not writable; an unreadable file of the office is a different fault."""
    if error.errno not in _FORBIDDEN or getattr(error, "winerror", None) in _HELD_ON_WINDOWS:
        return False
    named = error.filename2 or error.filename
    return isinstance(named, str) and Path(named).is_relative_to(place)


def find_newer_backup(data: DataFolder) -> tuple[Finding, ...]:
    """Return a finding if the newest backup in the data folder is ahead of the data or of another committee.

    A restore moves the number of the last entry past every backup that it knows, so that none is ahead after it.
    """
    every = [read_backup(folder, number)[0] for number, folder in numbered_backups(data.folder / paths.BACKUPS)]
    backups = [one for one in every if one.committee]
    if not backups:
        return ()
    reached = history_position_of_file(data.folder / paths.DATABASE)
    own = [one for one in backups if one.committee == reached.committee]
    newest = max(own or backups, key=lambda one: one.order)
    if own and newest.last_entry <= reached.last_entry:
        return ()
    return (Finding(kind=FindingKind.BACKUP_AHEAD, subject="backup", detail=newest.committee_name),)
