"""File store of a backup folder: each file once, under its hash, ``files/ab/<sha256>``, for all backups in it.

A file that has its name there was written beside it, made durable, read again and found equal to its source. What is
there already is not written again while it holds the same.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final

from desktop_app.domain.progress import Progress
from desktop_app.storage.backup.manifest import HashAndSize
from desktop_app.storage.file.copying import PART
from desktop_app.system import disk, paths, rights

STORE: Final = "files"
CHUNK: Final = 1024 * 1024
_KB: Final = 1024
_SHA: Final = re.compile(r"[0-9a-f]{64}")
_HALF_WRITTEN: Final = re.compile(rf"\d+-\d+{re.escape(PART)}")
SYNC_EVERY: Final = 8 * CHUNK
"""Bytes of a file that are made durable together."""
AT_ONCE: Final = 2
"""So many files are written at a time: while one waits for its fsync the other is read and hashed."""

Count = Callable[[int], object]
"""Told how many bytes more are done; what it raises ends the work."""


class SourceChanged(Exception):
    """A file changed while it was read, or the disk returns other bytes than were written."""


class SourceUnreadable(OSError):
    """The file to copy cannot be read; the disk of the copy is not the cause."""


def ignore_count(_more: int) -> None:
    """Do nothing: nobody follows the progress."""


def kilobyte_counter(size: int, progress: Progress) -> Count:
    """Return a function that counts bytes up to ``size`` and reports kilobytes to a progress callback."""
    done, lock = 0, threading.Lock()

    def more(count: int) -> None:
        nonlocal done
        with lock:
            done += count
        progress(min(done, size) // _KB, max(size // _KB, 1))

    return more


def stored_path(place: Path, sha256: str) -> Path:
    """Return the path of the bytes with this hash in a backup folder."""
    return place / STORE / sha256[:2] / sha256


def stored_sizes(place: Path) -> dict[str, int]:
    """Return the size of every file in the store by its hash; only the folders are listed, no file is read."""
    found: dict[str, int] = {}
    for folder in _entries(place / STORE):
        for one in _entries(folder.path) if len(folder.name) == 2 else ():
            with suppress(OSError):
                told = one.stat()
                if _SHA.fullmatch(one.name) and one.name.startswith(folder.name) and stat.S_ISREG(told.st_mode):
                    found[one.name] = told.st_size
    return found


def store_all(place: Path, files: Mapping[str, Path], count: Count = ignore_count) -> dict[str, HashAndSize | None]:
    """Copy files into the store, two at a time; return hash and size by the given names.

    None for one that cannot be read; one that is gone by then is left out. What fails otherwise, or what ``count``
    raises, ends it after the files that are under way.
    """
    _make_folder(place / STORE)
    with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="backup") as pool:
        begun = {name: pool.submit(store, place, file, count) for name, file in files.items()}
        try:
            return {name: stored for name, job in begun.items() for stored in _unless_gone(job)}
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def store(place: Path, source: Path, count: Count = ignore_count) -> HashAndSize:
    """Copy a file into the store; it gets its final name after it is durable and verified."""
    folder = place / STORE
    _make_folder(folder)
    part = folder / f"{os.getpid()}-{threading.get_ident()}{PART}"
    try:
        stored = copy_and_hash(source, part, count)
        file = stored_path(place, stored.sha256)
        if not _has_equal_bytes(file, part):
            disk.sync_file(part)
            if not same_bytes(source, part):
                raise SourceChanged(source.name)
            _make_folder(file.parent)
            disk.replace(part, file)
    finally:
        with suppress(OSError):
            disk.remove(part)
    return stored


def copy_and_hash(source: Path, target: Path, count: Count = ignore_count) -> HashAndSize:
    """Copy a file; return the hash and size of the copied bytes."""
    rights.make_file(target)
    digest, size = hashlib.sha256(), 0
    with _opened(source) as file, target.open("wb") as copy:
        while chunk := _read(file):
            digest.update(chunk)
            copy.write(chunk)
            size += len(chunk)
            if size % SYNC_EVERY == 0:
                # all of a large file at its end would keep the commits of the window waiting for the disk
                copy.flush()
                disk.sync_file(target)
            count(len(chunk))
    return HashAndSize(digest.hexdigest(), size)


def same_bytes(one: Path, other: Path) -> bool:
    """Whether two files have the same bytes; then the known hash of one is the hash of the other."""
    with _opened(one) as first, disk.opened(other) as second:
        while chunk := _read(first):
            if chunk != second.read(CHUNK):
                return False
        return not second.read(1)


def hash_file(file: Path, count: Count = ignore_count) -> HashAndSize:
    """Return the hash and size of a file."""
    digest, size = hashlib.sha256(), 0
    with disk.opened(file) as opened:
        while chunk := opened.read(CHUNK):
            digest.update(chunk)
            size += len(chunk)
            count(len(chunk))
    return HashAndSize(digest.hexdigest(), size)


def sync_store(place: Path, hashes: set[str]) -> None:
    """Make the names of stored files durable, by one sync for each folder."""
    one_of_each = {one[:2]: one for one in sorted(hashes)}
    for one in one_of_each.values() if disk.SYNCS_FOLDERS else hashes:
        disk.sync_name(stored_path(place, one))
    if hashes:
        disk.sync_folder(place / STORE)


def _make_folder(folder: Path) -> None:
    """Create a folder of the store; never the backup folder itself, whose disk may be unplugged."""
    with suppress(FileExistsError):
        rights.make_new_folder(folder)


def _unless_gone(job: Future[HashAndSize]) -> Iterator[HashAndSize | None]:
    try:
        yield job.result()
    except SourceUnreadable as error:
        if error.errno != errno.ENOENT:
            yield None


def _opened(source: Path) -> BinaryIO:
    try:
        return disk.opened(source)
    except OSError as error:
        raise SourceUnreadable(error.errno, error.strerror, str(source)) from error


def _read(source: BinaryIO) -> bytes:
    try:
        return source.read(CHUNK)
    except OSError as error:
        raise SourceUnreadable(error.errno, error.strerror, source.name) from error


def _has_equal_bytes(file: Path, part: Path) -> bool:
    """Whether ``file`` exists with the same bytes as ``part``; an unreadable file is written again."""
    with suppress(OSError):
        return paths.is_file(file) and same_bytes(part, file)
    return False


def _entries(folder: Path | str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError:
        return []


def stored_files(place: Path) -> Iterator[Path]:
    """Yield every file that the program put into the store, and half-written files of killed backups."""
    for sha256 in stored_sizes(place):
        yield stored_path(place, sha256)
    for one in _entries(place / STORE):
        if _HALF_WRITTEN.fullmatch(one.name):
            yield Path(one.path)
