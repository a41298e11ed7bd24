"""Identity of the open file: before each write, whether it is still the file that was opened.

A handle is held from before the first connection to after the last: to close it in between would drop the locks of this
process. A name that leads to another file was moved, deleted or swapped. A first page or a size that no write of ours
left was put there by somebody else; then, and elsewhere than on Windows only then, the newest link of the chain is
asked for: where it is the one that this process knows, another program wrote into these very data, and where it is not,
they were overwritten. A link that goes on from ours is none of ours either: right after a restore the file from before
it has such ones.

Folders are made with durable names: a power cut removes none of them with what was written there.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.storage.evidence.notes import EvidenceNotes
from desktop_app.storage.file.copying import PART
from desktop_app.storage.sqlite.connections import file_uri
from desktop_app.system import disk, paths, rights
from desktop_app.system.paths import is_folder


def make_durable_folder(folder: Path) -> None:
    """Create a folder and its missing parents, each durably; raises ``OSError``.

    One that is there is left as it is.
    """
    if is_folder(folder):
        return
    if folder.parent != folder:
        make_durable_folder(folder.parent)
    rights.make_folder(folder)
    disk.sync_folder(folder.parent)


_AT_ONCE: Final = 1024 * 1024
_HEADER: Final = 100
_COUNTER: Final = slice(24, 28)
_IDENTITY: Final = slice(0, 24)
_PAGE: Final = slice(16, 18)
_PAGES: Final = slice(28, 32)
_VALID_FOR: Final = slice(92, 96)
_LARGEST_PAGE: Final = 65536
TOLD_AT_ONCE: Final = os.name != "nt"
"""Whether the system tells at once when a file was written last; Windows may tell it once the file is closed."""
LINK: Final = "SELECT seq, hash FROM chain_link ORDER BY seq DESC LIMIT 1"
OVERWRITTEN: Final = "database_overwritten"
EMPTIED: Final = "database_emptied"
CUT: Final = "database_cut"

Link = tuple[int, str]
"""Number and hash of a link of the chain."""


def _open(path: Path) -> int:
    return os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))


class _FileSnapshot(NamedTuple):
    counter: int
    identity: bytes
    size: int
    changed: int
    """When it was written last, where the system tells that at once."""


class SameFile:
    """The file of an open database, watched from the first connection to the last."""

    def __init__(self, path: Path) -> None:
        self._path = path
        # a plain number: an object that nobody holds any more would be closed, and this process lose its locks
        self._handle = _open(path)
        self._known = self._look()
        self.link: Link = (0, "")
        """The newest link that this process knows to stand in it."""
        self._unsure: set[Link] = set()
        """Links of commits since then of which nobody knows whether they came through."""
        self.problem: EnvironmentProblem | None = None
        """While it is another file, nothing is written; contents that were overwritten never count again."""

    def require_named(self) -> None:
        """Raise ``EnvironmentProblem``: ``database_moved`` if the name no longer leads to the opened file.

        ``database_cut`` where its end is gone: SQLite would refuse to begin, and say no more than that it is damaged.
        """
        if self.problem is not None and self.problem.key in (OVERWRITTEN, EMPTIED, CUT):
            raise self.problem
        try:
            named, held = self._path.stat(), os.fstat(self._handle)
            same = (named.st_dev, named.st_ino) == (held.st_dev, held.st_ino)
        except OSError:
            same = False
        if not same:
            raise self._lost("database_moved")
        if self._is_cut():
            raise self._lost(CUT)
        # one that was put back is the one that was opened
        self.problem = None

    def require_own(self, connection: sqlite3.Connection) -> None:
        """Raise ``EnvironmentProblem`` if the contents were replaced; call it inside a writing transaction.

        ``database_emptied`` where nothing at all is left in it, else ``database_overwritten``.
        """
        look = self._look()
        if look == self._known and TOLD_AT_ONCE:
            return
        if not look.size:
            raise self._lost(EMPTIED)
        try:
            newest = _newest_link(connection)
        except sqlite3.Error as error:
            raise self._lost(OVERWRITTEN) from error
        if not self._is_known(newest):
            raise self._lost(OVERWRITTEN)
        self._known = look

    @contextmanager
    def remember_link_of(self, notes: EvidenceNotes) -> Iterator[None]:
        """While a transaction runs, remember its link: it may have been written even after an error."""
        try:
            yield
        finally:
            if notes.link is not None:
                self._unsure.add(notes.link)

    def written(self, link: Link | None) -> None:
        """Note the state of the file after a transaction of this process."""
        look = self._look()
        step = (look.counter - self._known.counter) & 0xFFFFFFFF
        if step and link is not None:
            self.link = link
            self._unsure.clear()
        if step <= 1:
            self._known = look
        # else somebody else wrote meanwhile, and the next write asks for the link

    def rescue(self, target: Path) -> None:
        """Write the opened file, whose name is gone or leads to another file, under a new name.

        Raises ``EnvironmentProblem``: ``nothing_to_rescue`` where its contents are not ours any more, and
        ``rescue_failed``.
        """
        part = target.with_name(target.name + PART)
        try:
            # all of the office lies in it: for this account alone, as the file that it is a copy of
            disk.remove(part)
            rights.make_file(part)
            with part.open("wb") as out:
                os.lseek(self._handle, 0, os.SEEK_SET)
                while some := os.read(self._handle, _AT_ONCE):
                    out.write(some)
            if not self._is_ours(part):
                raise EnvironmentProblem("nothing_to_rescue")
            disk.sync_file(part)
            disk.replace(part, target)
            disk.sync_name(target)
        except OSError as error:
            raise EnvironmentProblem("rescue_failed", path=str(target)) from error
        finally:
            disk.remove(part)

    def close(self) -> None:
        """Close the file, after the last connection; a second call does nothing."""
        handle, self._handle = self._handle, -1
        if handle >= 0:
            os.close(handle)

    # ---- inside

    def _look(self) -> _FileSnapshot:
        os.lseek(self._handle, 0, os.SEEK_SET)
        header = os.read(self._handle, _HEADER)
        status = os.fstat(self._handle)
        changed = status.st_mtime_ns if TOLD_AT_ONCE else 0
        return _FileSnapshot(int.from_bytes(header[_COUNTER], "big"), header[_IDENTITY], status.st_size, changed)

    def _is_cut(self) -> bool:
        """Whether the end of the file is missing; a running write, which has a journal, does not count."""
        journal = self._path.with_name(f"{self._path.name}-journal")
        # the second look: a write that ended in between has left it whole
        return self._is_short() and not paths.size_of(journal) and self._is_short()

    def _is_short(self) -> bool:
        """Whether the file is shorter than its first page says."""
        os.lseek(self._handle, 0, os.SEEK_SET)
        header, size = os.read(self._handle, _HEADER), os.fstat(self._handle).st_size
        if len(header) < _HEADER:
            # of a file without any contents more is said where they are looked at
            return size > 0
        page = int.from_bytes(header[_PAGE], "big")
        pages = int.from_bytes(header[_PAGES], "big") if header[_COUNTER] == header[_VALID_FOR] else 0
        return pages * (_LARGEST_PAGE if page == 1 else page) > size

    def _is_ours(self, copy: Path) -> bool:
        try:
            with closing(sqlite3.connect(file_uri(copy, "ro"), uri=True, isolation_level=None)) as connection:
                if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
                    return False
                return self._is_known(_newest_link(connection))
        except sqlite3.Error:
            return False

    def _is_known(self, newest: Link) -> bool:
        return newest == self.link or newest in self._unsure

    def _lost(self, key: str) -> EnvironmentProblem:
        self.problem = EnvironmentProblem(key, code=key, path=str(self._path))
        return self.problem


def _newest_link(connection: sqlite3.Connection) -> Link:
    """Return the newest link of the chain; number 0 and an empty hash if there is none."""
    found = connection.execute(LINK).fetchone()
    return (0, "") if found is None else (found[0], found[1])
