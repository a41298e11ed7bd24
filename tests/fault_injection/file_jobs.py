"""Jobs that make files: attaching one, making a backup, restoring one; broken off as those of the database are."""

from __future__ import annotations

import hashlib
import json
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Final
from unittest.mock import patch

from desktop_app.domain.read_models.backups import Backup, BackupDamage, BackupKind
from desktop_app.domain.read_models.backups import Verdict as Found
from desktop_app.domain.read_models.findings import FindingKind
from desktop_app.domain.rules.files import FileOwner, RecordRef
from desktop_app.domain.rules.members import Person
from desktop_app.services.files.owners import NewFile, attach
from desktop_app.storage.backup.database_copy import copier_by_new_connection
from desktop_app.storage.backup.listing import list_backups, verify
from desktop_app.storage.backup.making import BackupOrder, make_backup
from desktop_app.storage.backup.manifest import read_manifest
from desktop_app.storage.backup.restoring import RestoreContext, restore
from desktop_app.storage.file.folder import open_folder
from desktop_app.system import disk, paths
from tests.fault_injection.export_jobs import EXPORTING
from tests.fault_injection.job import Job, Verdict, say, sound_file
from tests.services.clocks import SettableClock
from tests.services.furnishing import furnish
from tests.services.office_steps import context_of
from tests.storage.conftest import CLOCK, work_context
from tests.storage.test_restore import records

ENDED: Final = 4
"""Acts that a recorded run does."""
SIZE: Final = 20_000
INSTANT: Final = "2023-03-01T10:00:00Z"
STATES: Final = "states.json"
"""Beside the data folder: hashes of what stood there before a restore and of what it brings."""
ABSENT: Final = ""
_MEETING: Final = RecordRef(FileOwner.MEETING, 1)


def content(number: int) -> bytes:
    """The bytes of the file of this number."""
    return random.Random(number).randbytes(SIZE)


def hash_of(content: bytes) -> str:
    """By which a file is stored."""
    return hashlib.sha256(content).hexdigest()


# ---- attaching


def planned(folder: Path) -> None:
    """An office with a meeting."""
    data = open_folder(folder, work_context())
    assert furnish(data.open_write, SettableClock()).planned() == _MEETING.id
    data.close()


def attach_files(folder: Path, most: int = 0) -> None:
    """A file in each act, numbered on from what is there."""
    data = open_folder(folder, work_context())
    first = len(_attached(folder)) + 1
    say("ready")
    for number in range(first, first + most) if most else count(first):
        new = NewFile(data.files.take_bytes(content(number)), f"{number}.bin")
        attach(context_of(data.open_write, CLOCK), _MEETING, (new,), unnamed="پیوست")
        say(f"A {number}")
    data.close()


def attach_some_files(folder: Path) -> None:
    """As many as are worth recording."""
    attach_files(folder, ENDED)


def attach_without_names(folder: Path) -> None:
    """Wrongly, with names that are never made durable: the control."""
    with patch.object(disk, "sync_name", lambda _path: None):
        attach_files(folder, ENDED)


def judge_attached(folder: Path, last: int) -> Verdict:
    """Every file up to the last one is there, and the check finds nothing."""
    data = open_folder(folder, work_context())
    found = [str(one) for one in data.check()]
    data.close()
    asked = ask_attached(folder, last)
    return Verdict(asked.lost, (*asked.wrong, *found))


def ask_attached(folder: Path, last: int) -> Verdict:
    """Every file up to the last one is there; none is half, and no row is without its file."""
    wrong = [*sound_file(folder), *half_files(folder / paths.FILES)]
    named = _attached(folder)
    for name, sha256 in named.items():
        file = folder / paths.FILES / sha256[:2] / sha256
        if not file.is_file() or file.read_bytes() != content(int(name.partition(".")[0])):
            wrong.append(f"a row without its file: {name}")
    lost = tuple(str(number) for number in range(1, last + 1) if f"{number}.bin" not in named)
    return Verdict(lost, tuple(wrong))


def _attached(folder: Path) -> dict[str, str]:
    with closing(sqlite3.connect(folder / paths.DATABASE)) as connection:
        return dict(
            connection.execute("SELECT name, sha256 FROM file_link JOIN file ON file.id = file_link.file_id").fetchall()
        )


def half_files(store: Path) -> Iterator[str]:
    """Files of a store that are not what their names say."""
    for file in store.glob("??/*"):
        if hash_of(file.read_bytes()) != file.name:
            yield f"half a file under its final name: {file.name}"


# ---- making a backup


def back_up(folder: Path, most: int = 0) -> None:
    """A person and a paper more in each backup, numbered on from the backups that are there."""
    first = sum(one.flaw is not BackupDamage.NO_MANIFEST for one in list_backups(folder / paths.BACKUPS)) + 1
    (folder / paths.PAPERS).mkdir(exist_ok=True)
    say("ready")
    for number in range(first, first + most) if most else count(first):
        _work_on(folder, number)
        _back_up(folder)
        say(f"A {number}")


def back_up_some(folder: Path) -> None:
    """As many as are worth recording."""
    back_up(folder, ENDED)


def ask_backups(folder: Path, last: int) -> Verdict:
    """Every backup up to the last one is whole, with its person and its paper; none is half and listed as one."""
    place = folder / paths.BACKUPS
    held: set[int] = set()
    for backup in list_backups(place):
        found = verify(backup)
        if found.verdict is Found.VERIFIED and not found.lost:
            held.add(_held(backup))
    lost = tuple(str(number) for number in range(1, last + 1) if number not in held)
    return Verdict(lost, (*sound_file(folder), *wrong_in(place)))


def judge_backups(folder: Path, last: int) -> Verdict:
    """The same, and the check of the office finds nothing."""
    data = open_folder(folder, work_context())
    found = [str(one) for one in data.check()]
    data.close()
    asked = ask_backups(folder, last)
    return Verdict(asked.lost, (*asked.wrong, *found))


def wrong_in(place: Path) -> Iterator[str]:
    """Whatever lies in a place of backups under a final name and is not whole; files may be wrong, as in the office."""
    for backup in list_backups(place):
        found = verify(backup)
        if found.lost or (found.verdict is not Found.VERIFIED and found.flaw is not BackupDamage.NO_MANIFEST):
            yield f"{backup.folder.name}: {found.flaw} {found.detail} {found.lost}"
    yield from half_files(place / paths.FILES)


def _work_on(folder: Path, number: int) -> None:
    """What the backup of this number is known by; a run that was killed may have done some of it."""
    (folder / paths.PAPERS / f"{number}.pdf").write_bytes(content(number))
    data = open_folder(folder, work_context())
    with data.open_write() as work:
        if not any(one.name == str(number) for one in work.people.where()):
            person = work.people.add(Person(name=str(number)))
            work.audit("added", "person", person.id)
            work.commit()
    data.close()


def _back_up(folder: Path) -> Backup:
    wish = BackupOrder(BackupKind.BY_HAND, INSTANT)
    return make_backup(folder, folder / paths.BACKUPS, copier_by_new_connection(folder / paths.DATABASE), wish)


def _held(backup: Backup) -> int:
    """The number that a backup is known by, if its paper is there too; else 0."""
    with closing(sqlite3.connect(backup.database)) as connection:
        (number,) = connection.execute("SELECT max(CAST(name AS INTEGER)) FROM person").fetchone()
    paper = read_manifest(backup.folder).files.get(f"{paths.PAPERS}/{number}.pdf")
    return number if paper is not None and paper.sha256 == hash_of(content(number)) else 0


# ---- restoring


def backed_up(folder: Path) -> None:
    """An office that went on after its backup, in which one file was lost and another one changed since."""
    planned(folder)
    attach_some_files(folder)
    (folder / paths.PAPERS).mkdir()
    _work_on(folder, 1)
    made = _back_up(folder)
    files = {name: stored.sha256 for name, stored in read_manifest(made.folder).files.items()}
    states = {"new": _rows(folder)}
    _work_on(folder, 2)
    first, second, *_ = sorted(one for one in files if one.startswith(paths.FILES))
    (folder / first).unlink()
    (folder / second).write_bytes(b"changed")
    (folder / paths.PAPERS / "1.pdf").write_bytes(b"signed once more")
    states["old"] = _rows(folder)
    before = {name: _hash_at(folder / name) for name in files}
    told = {"states": states, "before": before, "after": files}
    (folder.parent / STATES).write_text(json.dumps(told), encoding="utf-8")


def restore_it(folder: Path) -> None:
    """Restore the backup."""
    (backup,) = list_backups(folder / paths.BACKUPS)
    say("ready")
    restore(backup, RestoreContext(folder, CLOCK))
    say("A 1")


def ask_restored(folder: Path, last: int) -> Verdict:
    """The old office or the new one; each file as before or as in the backup, and none of what stood there is gone."""
    told = json.loads((folder.parent / STATES).read_text(encoding="utf-8"))
    wrong = [*sound_file(folder), *wrong_in(folder / paths.BACKUPS)]
    rows = _rows(folder)
    state = next((name for name, known in told["states"].items() if known == rows), "torn")
    if state == "torn":
        wrong.append("neither old nor new")
    for name, brought in told["after"].items():
        wrong += _wrong_file(folder / name, told["before"][name], brought, state)
    if state == "new" and _rows_kept(folder) != told["states"]["old"]:
        wrong.append("the office of before is in no backup")
    return Verdict(("the restore",) if last and state != "new" else (), tuple(wrong), state)


def judge_restored(folder: Path, last: int) -> Verdict:
    """The same, and the check finds nothing, but in the old office the two files that were damaged before."""
    asked = ask_restored(folder, last)
    data = open_folder(folder, work_context())
    damaged = (FindingKind.FILE_MISSING, FindingKind.FILE_ALTERED) if asked.state == "old" else ()
    found = [str(one) for one in data.check() if one.kind not in damaged]
    data.close()
    return Verdict(asked.lost, (*asked.wrong, *found), asked.state)


def _wrong_file(file: Path, before: str, brought: str, state: str) -> Iterator[str]:
    found = _hash_at(file)
    aside = {_hash_at(one) for one in file.parent.glob(f"{file.name}.before-restore-*")}
    if found not in (before, brought, ABSENT):
        yield f"half a file under its final name: {file.name}"
    if before not in (found, ABSENT) and before not in aside:
        yield f"what stood there is gone: {file.name}"
    if state == "new" and found != brought:
        yield f"the office is new and this file is not: {file.name}"


def _rows_kept(folder: Path) -> str:
    """The rows of the office as it was before the restore."""
    kept = (one for one in list_backups(folder / paths.BACKUPS) if one.kind is BackupKind.BEFORE_RESTORE)
    return next((_rows(one.folder) for one in kept if verify(one).verdict is Found.VERIFIED), "")


def _rows(folder: Path) -> str:
    return hash_of(repr(records(folder)).encode())


def _hash_at(file: Path) -> str:
    return hash_of(file.read_bytes()) if file.is_file() else ABSENT


_HERE: Final = "tests.fault_injection.file_jobs"
ATTACHING: Final = Job(
    "files attached",
    planned,
    f"{_HERE}:attach_files",
    judge_attached,
    ask_attached,
    ended=f"{_HERE}:attach_some_files",
)
UNNAMED: Final = Job(
    "files attached without their names", planned, f"{_HERE}:attach_without_names", judge_attached, ask_attached
)
BACKING_UP: Final = Job(
    "backups",
    planned,
    f"{_HERE}:back_up",
    judge_backups,
    ask_backups,
    ended=f"{_HERE}:back_up_some",
    latest=0.6,
    series=10,
)
RESTORING: Final = Job(
    "restore",
    backed_up,
    f"{_HERE}:restore_it",
    judge_restored,
    ask_restored,
    latest=0.6,
    series=1,
    states=frozenset({"old", "new"}),
)
FILE_JOBS: Final = (ATTACHING, BACKING_UP, RESTORING, EXPORTING)
