"""Making one backup: the database, then every file that is not stored yet, then the manifest.

Killed anywhere, it leaves a folder without a manifest, which is no backup and goes when the next one is made.
"""

from __future__ import annotations

import os
import shutil
import stat
import threading
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from desktop_app import VERSION, disk, paths, rights
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.backups import Backup, BackupKind
from desktop_app.storage.backup.database_copy import Contents, CopyDatabase, copied, verified
from desktop_app.storage.backup.file_store import store_all, stored_sizes, sync_store
from desktop_app.storage.backup.last_reading import READING
from desktop_app.storage.backup.manifest import (
    BadManifest,
    Manifest,
    Replacement,
    Stored,
    read_manifest,
    write_manifest,
)
from desktop_app.storage.backup.places import FAILURES, folder_name, locked, numbered, refusal_of, require_place
from desktop_app.storage.backup.wrong_files import told_wrong
from desktop_app.storage.file.copying import PART
from desktop_app.storage.file.volumes import largest_file

KEPT_FOLDERS: Final = (paths.PAPERS, paths.FILES, paths.FONTS)
"""Below the data folder: everything that an office keeps besides its database."""
_KB: Final = 1024
_SPARE: Final = 1024 * 1024
"""Bytes for the manifest and for what a file system takes for itself."""


KeptFile = tuple[str, Path, int]
"""Path below the data folder with ``/``, the file, its size."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a backup is made for, and when."""

    kind: BackupKind
    instant: str
    replaced_by: Replacement | None = None
    """What a restore puts in place of what is kept."""


def make_backup(data: Path, place: Path, copy: CopyDatabase, wish: Wish, told: Progress = no_progress) -> Backup:
    """Make one backup of the data folder in a place, each byte that is new there read again; ``told`` hears kilobytes.

    Files that are stored already are known by name and size: whoever reads all of it says what it is, until then it is
    listed as not read. Its records are not held against their hashes here either, which would double what one of an
    office of ten years costs: every start asks them of the data, and whoever verifies or restores the backup asks them
    of its copy. A file that cannot be read is named in its manifest, and stops nothing.

    Raises ``EnvironmentProblem``, and then nothing there counts as a backup that did not before:
    ``backup_place_missing``, ``backup_place_inside``, ``backup_place_in_use``, ``backup_no_room``, ``backup_full``,
    ``backup_file_too_large``, ``backup_failed``, ``database_damaged`` and what else the disk says.
    """
    require_place(place, data)
    with locked(place, wish.instant):
        try:
            return _make(data, place, copy, wish, told)
        except FAILURES as error:
            raise refusal_of(error, place) from error


def files_of(data: Path) -> Iterator[KeptFile]:
    """Every file that the office keeps; raises ``OSError`` for a folder that cannot be read."""
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


# ---- inside


def _raise_unless_gone(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise error


def _make(data: Path, place: Path, copy: CopyDatabase, wish: Wish, told: Progress) -> Backup:
    before = numbered(place)
    known = _known_files(before)
    _drop_half_made(before)
    number = before[-1][0] + 1 if before else 1
    there = stored_sizes(place)
    found = _Found.in_(data, known, there)
    steps = _Steps(told, paths.size_of(data / paths.DATABASE), sum(found.sizes))
    _require_fits(place, (steps.database, *found.sizes))
    _require_room(place, steps.whole)
    folder = place / folder_name(number, wish.instant)
    rights.make_new_folder(folder)
    with ExitStack() as undo:
        # given up or failed, it leaves nothing that would be listed as half made
        undo.callback(disk.drop_tree, folder)
        part = folder / (paths.DATABASE + PART)
        between = copied(copy, part, steps.pages)
        # asked anew: a file lies there before its row does, and rows were written while the database was copied
        found = _Found.in_(data, known, there)
        steps.files_are(sum(found.sizes))
        with ThreadPoolExecutor(1, thread_name_prefix="backup") as pool:
            # the one waits for the disk to write, the other for what it has read
            reading = pool.submit(verified, between, part, folder / paths.DATABASE)
            new = store_all(place, found.missing, steps.more)
            held, database = reading.result()
        stored = {name: one for name, one in new.items() if one is not None}
        sync_store(place, {one.sha256 for one in stored.values()})
        manifest = _manifest(number, wish, held, database, {**found.stored, **stored})
        manifest = replace(manifest, unread=tuple(name for name, one in new.items() if one is None))
        write_manifest(folder, manifest)
        undo.pop_all()
    disk.sync_folder(place)
    # what an earlier backup had stored, and the place had no more
    anew = {one.sha256 for name, one in stored.items() if known.get(name) == one}
    return replace(told_wrong(manifest.backup_in(folder), manifest), mended=len(anew))


def _known_files(before: list[tuple[int, Path]]) -> Mapping[str, Stored]:
    """The files of the newest backup: what has the same name and size there is not read again."""
    for _number, folder in reversed(before):
        with suppress(OSError, BadManifest):
            return read_manifest(folder).files
    return {}


@dataclass(frozen=True, slots=True)
class _Found:
    """The files of the office by name: those that the newest backup has and the place still holds, and the others."""

    stored: Mapping[str, Stored]
    missing: Mapping[str, Path]
    sizes: tuple[int, ...]
    """Of the missing ones."""

    @classmethod
    def in_(cls, data: Path, known: Mapping[str, Stored], there: Mapping[str, int]) -> _Found:
        """What lies there now, beside the sizes of what the place holds; bytes are neither read nor compared."""
        stored, missing, sizes = {}, {}, []
        for name, file, size in files_of(data):
            one = known.get(name)
            if one is not None and one.size == size == there.get(one.sha256):
                stored[name] = one
            else:
                missing[name] = file
                sizes.append(size)
        return cls(stored, missing, tuple(sizes))


def _drop_half_made(before: list[tuple[int, Path]]) -> None:
    """Remove what a kill left: a folder without a manifest in which nothing else lies."""
    ours = {paths.DATABASE, paths.DATABASE + PART, paths.MANIFEST + PART, READING, READING + PART}
    for _number, folder in before:
        with suppress(OSError):
            names = {one.name for one in folder.iterdir()}
            if names <= ours:
                disk.remove_tree(folder)


def _require_fits(place: Path, sizes: Iterable[int]) -> None:
    """Nothing is begun that would fail after its first four gigabytes."""
    largest = largest_file(place)
    if largest is not None and max(sizes) > largest:
        raise EnvironmentProblem("backup_file_too_large", folder=str(place))


def _require_room(place: Path, needed: int) -> None:
    with suppress(OSError):
        free = shutil.disk_usage(place).free
        if free < needed + _SPARE:
            raise EnvironmentProblem("backup_no_room", folder=str(place), needed=needed + _SPARE, free=free)


def _manifest(number: int, wish: Wish, held: Contents, database: Stored, files: Mapping[str, Stored]) -> Manifest:
    return Manifest(
        number=number,
        kind=wish.kind,
        made_at=wish.instant,
        program=VERSION,
        committee=held.committee,
        committee_name=held.committee_name,
        schema=held.schema,
        last_entry=held.last_entry,
        last_act=held.last_act,
        chain_head=held.chain_head,
        database=database,
        counts=held.counts,
        files=files,
        replaced_by=wish.replaced_by,
    )


class _Steps:
    """Progress in kilobytes over the database and the files that have to be stored."""

    def __init__(self, told: Progress, database: int, files: int) -> None:
        self._told, self.database = told, database
        self.whole = database + files
        self._files = 0
        self._lock = threading.Lock()

    def files_are(self, size: int) -> None:
        """As many bytes of files as there are by now."""
        self.whole = self.database + size

    def pages(self, done: int, total: int) -> None:
        """Of the database."""
        self._tell(self.database * done // max(total, 1))

    def more(self, count: int) -> None:
        """Bytes of a file."""
        with self._lock:
            self._files += count
        self._tell(self.database + self._files)

    def _tell(self, done: int) -> None:
        self._told(min(done, self.whole) // _KB, max(self.whole // _KB, 1))
