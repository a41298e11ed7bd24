"""A backup is made beside the work, verified before it counts, and told for what it is wherever it lies."""

from __future__ import annotations

import errno
import json
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.backups import Backup, BackupDamage, BackupKind, Verdict
from desktop_app.domain.rules.files import StoredFile
from desktop_app.storage.backup import database_copy
from desktop_app.storage.backup.database_copy import HistoryPosition, copier_by_new_connection, copier_of_open_database
from desktop_app.storage.backup.file_store import stored_path
from desktop_app.storage.backup.listing import list_backups, verify
from desktop_app.storage.backup.making import BackupOrder, make_backup
from desktop_app.storage.backup.manifest import read_manifest
from desktop_app.storage.backup.places import numbered_backups
from desktop_app.storage.file.copying import PART
from desktop_app.storage.file.folder import DataFolder
from desktop_app.storage.file.lock import FolderLock
from desktop_app.storage.sqlite.faults import raise_refusal
from desktop_app.system import disk, paths, rights
from tests.storage.damage import misfile
from tests.storage.sample import SCAN, Sample, kept_at
from tests.systems import not_on_windows

INSTANT = "2023-03-01T10:00:00Z"


def made(data: DataFolder, place: Path, kind: BackupKind = BackupKind.BY_HAND) -> Backup:
    copy = copier_of_open_database(data.live_connection(), data.folder / paths.DATABASE)
    return make_backup(data.folder, place, copy, BackupOrder(kind, INSTANT))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    found = tmp_path / "فلش"
    found.mkdir()
    return found


@pytest.fixture
def papers(folder: Path) -> Path:
    """Two papers of the same bytes, and a font."""
    (folder / paths.PAPERS / "۱۴۰۱").mkdir(parents=True)
    for name in ("a.pdf", "۱۴۰۱/ب.pdf"):
        (folder / paths.PAPERS / name).write_bytes(b"%PDF paper")
    (folder / paths.FONTS).mkdir()
    (folder / paths.FONTS / "f.ttf").write_bytes(b"font")
    return folder / paths.PAPERS


@not_on_windows("modes are of the other systems")
def test_a_backup_is_for_its_own_account(data: DataFolder, final: Sample, place: Path) -> None:
    assert final.person
    backup = made(data, place)
    modes = {one.name: one.stat().st_mode & 0o777 for one in backup.folder.rglob("*") if one.is_file()}
    assert paths.MANIFEST in modes
    assert set(modes.values()) == {0o600}, modes


def test_a_backup_holds_database_and_files_once(data: DataFolder, final: Sample, papers: Path, place: Path) -> None:
    backup = made(data, place)
    assert backup.verdict is Verdict.UNREAD
    manifest = read_manifest(backup.folder)
    assert sorted(manifest.files) == [kept_at(SCAN), "fonts/f.ttf", "papers/a.pdf", "papers/۱۴۰۱/ب.pdf"]
    assert len({one.sha256 for one in manifest.files.values()}) == 3
    assert sorted(one.name for one in backup.folder.iterdir()) == [paths.DATABASE, paths.MANIFEST]
    stored = [one for one in (place / "files").rglob("*") if one.is_file()]
    assert sorted(one.name for one in stored) == sorted({one.sha256 for one in manifest.files.values()})
    assert str(place) not in (backup.folder / paths.MANIFEST).read_text(encoding="utf-8")
    (listed,) = list_backups(place, backup.committee)
    assert listed.verdict is Verdict.UNREAD
    read = verify(listed, backup.committee)
    assert read == replace(backup, verdict=Verdict.VERIFIED)


def test_the_manifest_tells_the_head_of_the_chain_as_the_copy_has_it(
    data: DataFolder, final: Sample, place: Path
) -> None:
    """A chain that is cut or changed afterwards is told from it."""
    backup = made(data, place)
    manifest = read_manifest(backup.folder)
    for database in (data.folder / paths.DATABASE, backup.database):
        with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
            head, last = connection.execute(
                "SELECT hash, last_entry FROM chain_link WHERE seq = (SELECT max(seq) FROM chain_link)"
            ).fetchone()
            (newest,) = connection.execute("SELECT max(seq) FROM audit").fetchone()
        assert (manifest.chain_head, manifest.last_entry) == (head, last)
        assert last == newest


def test_the_next_backup_reads_only_what_is_new(data: DataFolder, final: Sample, papers: Path, place: Path) -> None:
    made(data, place)
    (papers / "new.pdf").write_bytes(b"%PDF new")
    told: list[int] = []
    copy = copier_of_open_database(data.live_connection(), data.folder / paths.DATABASE)
    second = make_backup(
        data.folder, place, copy, BackupOrder(BackupKind.AUTOMATIC, INSTANT), lambda done, total: told.append(total)
    )
    assert second.number == 2
    assert second.files == 5
    assert set(told) == {paths.size_of(data.folder / paths.DATABASE) // 1024}


def test_a_file_that_is_attached_while_the_database_is_copied_is_in_the_backup(
    data: DataFolder, final: Sample, place: Path
) -> None:
    """Its row may be: then a restore would bring a row without its file, and no later backup would be due."""
    whole = copier_of_open_database(data.live_connection(), data.folder / paths.DATABASE)
    taken: list[StoredFile] = []

    def copy(part: Path, progress: Progress) -> tuple[HistoryPosition, HistoryPosition]:
        taken.append(data.files.take_bytes(b"brought meanwhile"))
        return whole(part, progress)

    backup = make_backup(data.folder, place, copy, BackupOrder(BackupKind.AUTOMATIC, INSTANT))
    assert taken[0].sha256 in {one.sha256 for one in read_manifest(backup.folder).files.values()}
    found = verify(backup)
    assert (found.verdict, found.lost) == (Verdict.VERIFIED, ())


def test_a_folder_of_files_that_cannot_be_read_makes_no_backup_without_it(
    data: DataFolder, final: Sample, papers: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = os.scandir

    def refuse(folder: str) -> Iterator[os.DirEntry[str]]:
        if Path(folder) == papers / "۱۴۰۱":
            raise PermissionError(13, "Permission denied", str(folder))
        return listed(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(EnvironmentProblem) as caught:
        made(data, place)
    monkeypatch.undo()
    assert caught.value.key == "backup_failed"
    assert list_backups(place) == ()


@pytest.mark.parametrize("met", ["lock", "lock of SQLite", "folder", "another program"])
def test_a_place_that_cannot_be_written_is_told_as_itself(
    data: DataFolder, place: Path, monkeypatch: pytest.MonkeyPatch, met: str
) -> None:
    """A stick with its switch on «lock»: nothing is wrong with the data."""
    if met.startswith("lock"):
        code = "SQLITE_CANTOPEN" if met == "lock" else "SQLITE_READONLY"

        def take(_lock: FolderLock, _since: str) -> None:
            error = sqlite3.OperationalError("unable to open database file")
            error.sqlite_errorname = code
            raise_refusal(error)

        monkeypatch.setattr(FolderLock, "take", take)
    else:

        def forbid(folder: Path) -> None:
            error = OSError(errno.EROFS if met == "folder" else errno.EACCES, "Read-only file system", str(folder))
            if met == "another program":
                error.winerror = 32  # type: ignore[attr-defined, unused-ignore]
            raise error

        monkeypatch.setattr(rights, "make_new_folder", forbid)
        monkeypatch.setattr(rights, "make_folder", forbid)
    with pytest.raises(EnvironmentProblem) as caught:
        made(data, place)
    monkeypatch.undo()
    wanted = "backup_failed" if met == "another program" else "backup_place_unwritable"
    assert (caught.value.key, caught.value.facts["folder"]) == (wanted, str(place))
    assert list_backups(place) == ()


@pytest.mark.parametrize("what", ["database", "file", "manifest"])
def test_one_bit_is_told(data: DataFolder, final: Sample, papers: Path, place: Path, what: str) -> None:
    backup = made(data, place)
    (stored,) = {one.sha256 for name, one in read_manifest(backup.folder).files.items() if name.startswith("fonts")}
    file = {
        "database": backup.folder / paths.DATABASE,
        "file": stored_path(place, stored),
        "manifest": backup.folder / paths.MANIFEST,
    }[what]
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    found = verify(list_backups(place)[0])
    if what == "file":
        assert (found.verdict, found.lost) == (Verdict.VERIFIED, ("fonts/f.ttf",))
        return
    assert found.verdict is Verdict.DAMAGED
    assert found.flaw is {"database": BackupDamage.DATABASE_CHANGED, "manifest": BackupDamage.MANIFEST}[what]


@pytest.mark.parametrize(
    ("field", "other"), [("made_at", "2033-03-01T10:00:00Z"), ("committee_name", "کمیتهٔ دیگر"), ("files", {})]
)
def test_a_manifest_that_was_edited_is_told(
    data: DataFolder, final: Sample, papers: Path, place: Path, field: str, other: object
) -> None:
    """It says what is to be verified: a file that it does not name any more would be missed by nobody."""
    manifest = made(data, place).folder / paths.MANIFEST
    told = json.loads(manifest.read_bytes())
    assert told[field] != other
    manifest.write_text(json.dumps(told | {field: other}), encoding="utf-8")
    (listed,) = list_backups(place)
    assert (listed.verdict, listed.flaw) == (Verdict.DAMAGED, BackupDamage.MANIFEST)


def test_a_file_that_the_disk_gives_back_otherwise_makes_no_backup(
    data: DataFolder, final: Sample, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync = disk.sync_file

    def failing(file: Path) -> None:
        sync(file)
        if file.parent.name == paths.FILES:
            file.write_bytes(b"?" + file.read_bytes()[1:])

    monkeypatch.setattr(disk, "sync_file", failing)
    with pytest.raises(EnvironmentProblem, match="backup_failed"):
        made(data, place)
    assert numbered_backups(place) == []
    assert not [one for one in (place / paths.FILES).rglob("*") if one.is_file()]


@pytest.mark.parametrize("failing", [paths.DATABASE, f"{paths.MANIFEST}{PART}"])
def test_what_the_disk_does_not_keep_makes_no_backup(
    data: DataFolder, final: Sample, place: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    sync = disk.sync_file

    def refuse(file: Path) -> None:
        if file.name == failing:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        sync(file)

    monkeypatch.setattr(disk, "sync_file", refuse)
    with pytest.raises(EnvironmentProblem, match="backup_failed"):
        made(data, place)
    assert numbered_backups(place) == []


def test_an_unsound_database_makes_no_backup(data: DataFolder, final: Sample, place: Path) -> None:
    """Its rows can all be read and counted, so that SQLite's own check alone tells."""
    database = data.folder / paths.DATABASE
    data.close()
    misfile(database, "person")
    with pytest.raises(EnvironmentProblem, match="database_damaged"):
        make_backup(data.folder, place, copier_by_new_connection(database), BackupOrder(BackupKind.BY_HAND, INSTANT))
    assert numbered_backups(place) == []


def test_a_live_row_that_another_program_changed_is_backed_up_as_it_is(
    data: DataFolder, final: Sample, place: Path
) -> None:
    database = data.folder / paths.DATABASE
    data.close()
    with closing(sqlite3.connect(database, isolation_level=None)) as foreign:
        foreign.execute("UPDATE agenda_item SET meeting_id = 99")
    backup = make_backup(
        data.folder, place, copier_by_new_connection(database), BackupOrder(BackupKind.BY_HAND, INSTANT)
    )
    found = verify(backup)
    assert (found.verdict, found.lost) == (Verdict.VERIFIED, ())


def test_as_much_room_as_is_asked_for_is_enough(
    data: DataFolder, final: Sample, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(place)
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: usage._replace(free=0))
    with pytest.raises(EnvironmentProblem) as said:
        made(data, place)
    assert said.value.key == "backup_no_room"
    needed = int(str(said.value.facts["needed"]))
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: usage._replace(free=needed))
    assert verify(made(data, place)).verdict is Verdict.VERIFIED


def test_without_a_manifest_there_is_no_backup(data: DataFolder, final: Sample, place: Path) -> None:
    first = made(data, place)
    second = made(data, place)
    (second.folder / paths.MANIFEST).unlink()
    assert [one.flaw for one in list_backups(place)] == [None, BackupDamage.NO_MANIFEST]
    found = verify(first)
    assert (found.verdict, found.lost) == (Verdict.VERIFIED, ())
    third = made(data, place)
    assert third.number == 3


def test_a_file_that_is_gone_is_named(data: DataFolder, final: Sample, papers: Path, place: Path) -> None:
    backup = made(data, place)
    shutil.rmtree(place / "files")
    (found,) = list_backups(place)
    assert found.verdict is Verdict.UNREAD
    assert set(found.lost) == set(read_manifest(backup.folder).files)


def test_another_committee_is_told(data: DataFolder, final: Sample, place: Path) -> None:
    backup = made(data, place)
    assert list_backups(place, "another")[0].verdict is Verdict.OTHER_COMMITTEE
    assert verify(backup, "another").verdict is Verdict.OTHER_COMMITTEE


def test_a_stick_that_is_not_there_is_not_made(data: DataFolder, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match="backup_place_missing"):
        made(data, tmp_path / "not plugged in")
    with pytest.raises(EnvironmentProblem, match="backup_place_inside"):
        made(data, data.folder)


@pytest.mark.parametrize("name", ["", "papers", "papers/backups", "files/aa", "backups/more"])
def test_a_place_below_the_data_is_refused(data: DataFolder, name: str) -> None:
    """Each backup would hold those before it."""
    (data.folder / name).mkdir(parents=True, exist_ok=True)
    with pytest.raises(EnvironmentProblem, match="backup_place_inside"):
        made(data, data.folder / name)


def test_what_is_recorded_meanwhile_goes_into_the_copy(
    data: DataFolder, final: Sample, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An act in the midst of the copying, by the same connection, neither waits nor makes it begin anew."""
    monkeypatch.setattr(database_copy, "STEP", 8)
    steps: list[int] = []

    def act(done: int, total: int) -> None:
        steps.append(done)
        if len(steps) == 1:
            with data.open_write() as work:
                work.audit("settings", "office_setting", 1)
                work.commit()

    before = made(data, place).last_entry
    copy = copier_of_open_database(data.live_connection(), data.folder / paths.DATABASE)
    backup = make_backup(data.folder, place, copy, BackupOrder(BackupKind.AUTOMATIC, INSTANT), act)
    assert backup.last_entry == before + 1
    assert steps == sorted(steps)
    found = verify(backup)
    assert (found.verdict, found.lost) == (Verdict.VERIFIED, ())


def test_given_up_it_leaves_nothing_that_counts(data: DataFolder, final: Sample, papers: Path, place: Path) -> None:
    def give_up(done: int, _total: int) -> None:
        raise KeyboardInterrupt

    copy = copier_of_open_database(data.live_connection(), data.folder / paths.DATABASE)
    with pytest.raises(KeyboardInterrupt):
        make_backup(data.folder, place, copy, BackupOrder(BackupKind.AUTOMATIC, INSTANT), give_up)
    assert list_backups(place) == ()
    assert made(data, place).verdict is Verdict.UNREAD
    assert len(list_backups(place)) == 1
