"""Power cuts: what a disk may hold after one, made from a recording, and judged as the next start would.

Writes to a file that were not synced survive as none, all, the first few, some of them, or with the last one torn in
its sectors of 512 bytes. A name that was removed or given anew is sure only after its folder was synced; that of a new
file also when it was itself synced. A folder that moves takes all that lies in it along, or nothing. Windows has no
sync of a folder: where a recording is without ``folders``, a name that was given anew is sure after its file was
synced, for NTFS writes down what becomes of names in their order.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from desktop_app.domain.errors import EnvironmentProblem
from tests.fault_injection.job import FOLDER, Judge, Verdict
from tests.fault_injection.recording import Operation, Recording, acknowledged

SECTOR: Final = 512
WAYS: Final = ("none", "all", "first", "some", "torn")
FULL_EACH: Final = 20
"""Each so many states is opened by the whole program; the others are asked for the same records by SQLite alone."""


@dataclass(slots=True)
class _File:
    """What of a file is on the disk, and what is still on its way: offset and data; no data: its length."""

    content: bytearray
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Naming:
    """A change of names on its way: the file gets ``name``, and ``gone`` loses it."""

    name: str
    gone: str
    file: int | None
    moved: str = ""
    """The new name of a folder that moved with the file in it: one change of names for all of them."""

    @property
    def folder(self) -> str:
        """The folder whose sync makes it sure."""
        return _parent(self.moved or self.name or self.gone)


@dataclass(frozen=True, slots=True)
class Cut:
    """One power cut: before which operation, how the writes survived, what was left."""

    at: int
    way: str
    acknowledged: int
    verdict: Verdict


class Disk:
    """A disk through which a recording goes, operation by operation."""

    def __init__(self, recording: Recording) -> None:
        self._folders = recording.folders
        self._files: list[_File] = []
        self._sure: dict[str, int] = {}
        """What names are on the disk."""
        self._naming: list[_Naming] = []
        self._now: dict[str, int] = {}
        """The names as the process sees them."""
        self._by_inode: dict[int, int] = {}
        self._made: set[str] = set()
        for path in sorted(recording.before.rglob("*")):
            if path.is_file():
                name = path.relative_to(recording.before).as_posix()
                self._files.append(_File(bytearray(path.read_bytes())))
                self._sure[name] = self._now[name] = len(self._files) - 1
            else:
                self._made.add(path.relative_to(recording.before).as_posix())

    def take(self, done: Operation) -> None:
        """One operation of the process."""
        match done.kind:
            case "O":
                self._opened(done)
            case "W":
                self._of(done).pending.append((done.offset, done.data))
            case "T":
                self._of(done).pending.append((done.offset, None))
            case "S":
                self._synced(self._by_inode[done.inode])
            case "D":
                self._folder_synced(done.name)
            case "U":
                self._named(_Naming("", done.name, self._now.pop(done.name, None)))
            case "R" | "L":
                self._renamed(done)
            case "M":
                self._made.add(done.name)
            case "X":
                self._made.discard(done.name)

    def _opened(self, done: Operation) -> None:
        if done.made or done.name not in self._now:
            self._files.append(_File(bytearray()))
            self._now[done.name] = len(self._files) - 1
            self._named(_Naming(done.name, "", self._now[done.name]))
        self._by_inode[done.inode] = self._now[done.name]

    def _of(self, done: Operation) -> _File:
        return self._files[self._by_inode[done.inode]]

    def _named(self, naming: _Naming) -> None:
        self._naming.append(naming)

    def _renamed(self, done: Operation) -> None:
        file = self._now.get(done.name)
        if file is None:
            self._move_folder(done.name, done.other)
            return
        if done.kind == "R":
            del self._now[done.name]
        self._now[done.other] = file
        self._named(_Naming(done.other, done.name if done.kind == "R" else "", file))

    def _move_folder(self, old: str, new: str) -> None:
        """A folder with all that lies in it; whether the move survives or not, no empty one keeps the other name."""
        self._made = {one for one in self._made if one != old and not one.startswith(f"{old}/")}
        for name in [one for one in self._now if one.startswith(f"{old}/")]:
            file = self._now.pop(name)
            moved = new + name[len(old) :]
            self._now[moved] = file
            self._named(_Naming(moved, name, file, new))

    def _synced(self, file: int) -> None:
        one = self._files[file]
        one.content = _after(one.content, one.pending)
        one.pending.clear()
        mine = [one for one in self._naming if one.file == file and one.name and not (one.gone and self._folders)]
        along = {one.moved for one in mine if one.moved}
        self._settle([one for one in self._naming if one in mine or one.moved in along])

    def _folder_synced(self, folder: str) -> None:
        if self._folders:
            self._settle([one for one in self._naming if one.folder == folder])

    def _settle(self, settled: list[_Naming]) -> None:
        for naming in settled:
            _apply(self._sure, naming)
        self._naming = [one for one in self._naming if one not in settled]

    def survives(self, place: Path, way: str, chance: random.Random) -> None:
        """Put what is on the disk after a power cut now into an empty place."""
        names = dict(self._sure)
        for naming in _surviving(self._naming, way, chance):
            _apply(names, naming)
        for folder in sorted(self._made):
            (place / folder).mkdir(parents=True, exist_ok=True)
        for name, file in names.items():
            one = self._files[file]
            content = _after(one.content, _surviving_writes(one, way, chance)) if one.pending else one.content
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).write_bytes(content)


def _apply(names: dict[str, int], naming: _Naming) -> None:
    if naming.gone:
        names.pop(naming.gone, None)
    if naming.name and naming.file is not None:
        names[naming.name] = naming.file


def _parent(name: str) -> str:
    return name.rpartition("/")[0]


def _after(content: bytearray, writes: list[tuple[int, bytes | None]]) -> bytearray:
    made = copy(content)
    for offset, data in writes:
        end = offset + len(data or b"")
        if len(made) < end:
            made.extend(bytes(end - len(made)))
        if data is None:
            del made[offset:]
        else:
            made[offset:end] = data
    return made


def _surviving(pending: list[_Naming], way: str, chance: random.Random) -> list[_Naming]:
    """Names survive one by one, whatever becomes of the writes; those of a folder that moved together."""
    if chance.random() < 0.5:
        return pending if way == "all" else []
    moved = {name: chance.random() < 0.5 for name in dict.fromkeys(one.moved for one in pending if one.moved)}
    return [one for one in pending if (moved[one.moved] if one.moved else chance.random() < 0.5)]


def _surviving_writes(file: _File, way: str, chance: random.Random) -> list[tuple[int, bytes | None]]:
    pending = file.pending
    match way:
        case "none":
            return []
        case "all":
            return pending
        case "first":
            return pending[: chance.randint(0, len(pending))]
        case "some":
            return [one for one in pending if chance.random() < 0.5]
        case _:
            return _torn(pending, chance)


def _torn(pending: list[tuple[int, bytes | None]], chance: random.Random) -> list[tuple[int, bytes | None]]:
    """Some writes, one of them in some of its sectors."""
    whole = [one for one in pending if chance.random() < 0.7]
    offset, data = chance.choice(pending)
    if data is None:
        return whole
    sectors = [
        (offset + start, data[start : start + SECTOR]) for start in range(0, len(data), SECTOR) if chance.random() < 0.5
    ]
    return [*whole, *sectors]


def cuts(recording: Recording, number: int, place: Path, chance: random.Random) -> Iterator[Cut]:
    """So many power cuts at random places of a recording, in their order."""
    operations = recording.operations
    begun = next(at for at, one in enumerate(operations) if one.kind == "A")
    # the last one falls after everything
    moments = [*sorted(chance.randrange(begun, len(operations)) for _ in range(number - 1)), len(operations)]
    disk, done = Disk(recording), 0
    for count, moment in enumerate(moments):
        for one in operations[done:moment]:
            disk.take(one)
        done = max(done, moment)
        way = chance.choice(WAYS)
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        disk.survives(place, way, chance)
        last = acknowledged(operations[:moment])
        judge = recording.job.judge if count % FULL_EACH == 0 else recording.job.ask
        yield Cut(moment, way, last, _verdict(judge, place / FOLDER, last))


def _verdict(judge: Judge, folder: Path, last: int) -> Verdict:
    """A judge that cannot even look is a verdict, too."""
    try:
        return judge(folder, last)
    except (EnvironmentProblem, sqlite3.Error, OSError, AssertionError) as error:
        return Verdict(wrong=(f"{type(error).__name__}: {error}",), state="unreadable")
