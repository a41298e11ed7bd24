"""Making of one backup: copy, verify, store the files that are new, write the manifest, rename the folder.

Killed anywhere, it leaves a folder whose name ends in ``.part``, which is no backup and goes when the next one is made.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from desktop_app import VERSION
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.backups import Backup, BackupKind
from desktop_app.storage.backup.database_copy import CopyDatabase, DatabaseContents, copy_and_verify
from desktop_app.storage.backup.file_store import kilobyte_counter, store_all, stored_sizes, sync_store
from desktop_app.storage.backup.manifest import BadManifest, HashAndSize, Manifest, read_manifest, write_manifest
from desktop_app.storage.backup.places import (
    FAILURES,
    drop_incomplete_backups,
    folder_name,
    lock_folder,
    numbered_backups,
    refusal_of,
    require_backup_folder,
)
from desktop_app.storage.file.copying import PART
from desktop_app.system import disk, paths, rights

KEPT_FOLDERS: Final = (paths.PAPERS, paths.FILES, paths.FONTS)
"""Below the data folder: everything that an office keeps besides its database."""
_SPARE: Final = 1024 * 1024
"""Bytes for the manifest and for what a file system takes for itself."""


@dataclass(frozen=True, slots=True)
class BackupOrder:
    """Kind and time of a new backup."""

    kind: BackupKind
    instant: str


def make_backup(
    data: Path, place: Path, copy: CopyDatabase, wish: BackupOrder, progress: Progress = no_progress
) -> Backup:
    """Make one backup of the data folder in a backup folder; progress is reported in kilobytes.

    Every byte that is new there is read again; files that are stored already are known by name and size. A file that
    cannot be read is named in the manifest, and stops nothing.

    Raises ``EnvironmentProblem``, and then nothing there counts as a backup that did not before:
    ``backup_place_missing``, ``backup_place_inside``, ``backup_place_in_use``, ``backup_place_failed``,
    ``backup_no_room``, ``backup_full``, ``backup_file_too_large``, ``backup_failed``, ``backup_office_busy``,
    ``database_damaged`` and what else the disk says.
    """
    require_backup_folder(place, data)
    with lock_folder(place, wish.instant):
        try:
            return _make(data, place, copy, wish, progress)
        except FAILURES as error:
            raise refusal_of(error, place, data) from error


# ---- inside


def _make(data: Path, place: Path, copy: CopyDatabase, wish: BackupOrder, progress: Progress) -> Backup:
    drop_incomplete_backups(place)
    before = numbered_backups(place)
    known = _known_files(before)
    number = before[-1][0] + 1 if before else 1
    stored, missing = _files(data, known, place)
    database_size = paths.size_of(data / paths.DATABASE)
    whole = database_size + sum(paths.size_of(file) for file in missing.values())
    _require_room(place, whole)
    count, copied = kilobyte_counter(whole, progress), 0

    def pages(done: int, total: int) -> None:
        nonlocal copied
        before, copied = copied, database_size * done // max(total, 1)
        count(copied - before)

    folder = place / folder_name(number, wish.instant)
    part = folder.with_name(folder.name + PART)
    rights.make_new_folder(part)
    with ExitStack() as undo:
        undo.callback(disk.drop_tree, part)
        held, database = copy_and_verify(copy, part / paths.DATABASE, pages)
        # asked anew: a file lies there before its row does, and rows were written while the database was copied
        stored, missing = _files(data, known, place)
        new = store_all(place, missing, count)
        made = {name: one for name, one in new.items() if one is not None}
        sync_store(place, {one.sha256 for one in made.values()})
        manifest = _manifest(number, wish, held, database, {**stored, **made})
        manifest = replace(manifest, unread=tuple(name for name, one in new.items() if one is None))
        write_manifest(part, manifest)
        disk.sync_folder(part)
        disk.replace(part, folder)
        undo.pop_all()
    disk.sync_folder(place)
    # on Windows a file that is flushed under its new path makes the name of its folder durable
    disk.sync_name(folder / paths.MANIFEST)
    if not paths.is_file(folder / paths.MANIFEST):
        # no sync says that the medium is gone
        raise EnvironmentProblem("backup_place_missing", folder=str(place))
    return manifest.backup_in(folder)


def files_of(data: Path) -> Iterator[tuple[str, Path, int]]:
    """Yield every file that the office keeps: its path below the data folder with ``/``, the file, its size.

    Links are not followed. Raises ``OSError`` for a folder that cannot be read.
    """
    for name in KEPT_FOLDERS:
        for folder, folders, names in os.walk(data / name, onerror=_raise_unless_gone):
            folders.sort()
            for one in sorted(names):
                file = Path(folder, one)
                try:
                    found = file.lstat()
                except OSError as error:
                    _raise_unless_gone(error)
                    continue
                if stat.S_ISREG(found.st_mode) and not one.endswith(PART):
                    yield file.relative_to(data).as_posix(), file, found.st_size


def _raise_unless_gone(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise error


def _known_files(before: list[tuple[int, Path]]) -> Mapping[str, HashAndSize]:
    """Return the files of the newest backup: a file with an equal name and size is not read again."""
    for _number, folder in reversed(before):
        with suppress(OSError, BadManifest):
            return read_manifest(folder).files
    return {}


def _files(data: Path, known: Mapping[str, HashAndSize], place: Path) -> tuple[dict[str, HashAndSize], dict[str, Path]]:
    """Return the files of the office by name: those that the store already has, and the new ones."""
    there = stored_sizes(place)
    stored, missing = {}, {}
    for name, file, size in files_of(data):
        one = known.get(name)
        if one is not None and one.size == size == there.get(one.sha256):
            stored[name] = one
        else:
            missing[name] = file
    return stored, missing


def _require_room(place: Path, needed: int) -> None:
    with suppress(OSError):
        free = shutil.disk_usage(place).free
        if free < needed + _SPARE:
            raise EnvironmentProblem("backup_no_room", folder=str(place), needed=needed + _SPARE, free=free)


def _manifest(
    number: int, wish: BackupOrder, held: DatabaseContents, database: HashAndSize, files: Mapping[str, HashAndSize]
) -> Manifest:
    return Manifest(
        number=number,
        kind=wish.kind,
        made_at=wish.instant,
        program=VERSION,
        committee=held.reached.committee,
        committee_name=held.committee_name,
        schema=held.schema,
        last_entry=held.reached.last_entry,
        chain_head=held.reached.chain_head,
        database=database,
        files=files,
    )
