"""Backups are thinned out by their order, never by the clock alone, and only behind a newer one that was verified."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.read_models.backups import Backup, BackupKind, Verdict
from desktop_app.storage.backup import making, office_backups
from desktop_app.storage.backup.database_copy import copier_by_new_connection
from desktop_app.storage.backup.listing import backup_at, list_backups, verify
from desktop_app.storage.backup.making import BackupOrder, make_backup
from desktop_app.storage.backup.manifest import HashAndSize, read_manifest, write_manifest
from desktop_app.storage.backup.office_backups import OfficeBackups
from desktop_app.storage.backup.places import folder_name
from desktop_app.storage.backup.thinning import (
    BEFORE_RESTORE_DAYS,
    DAILY,
    MONTHLY,
    RECENT,
    WEEKLY,
    superfluous,
    thin_out,
)
from desktop_app.storage.file.folder import DataFolder
from desktop_app.storage.file.lock import FolderLock
from desktop_app.system import paths
from tests.foreign import connect
from tests.storage.conftest import CLOCK
from tests.storage.sample import SCAN, Sample, kept_at
from tests.storage.test_backup import INSTANT, made

BEGIN = datetime(2023, 3, 1, 10, 0, tzinfo=UTC)


def _backups(instants: list[datetime], kind: BackupKind = BackupKind.AUTOMATIC) -> list[Backup]:
    """One more entry in each; the number is the last entry."""
    return [
        Backup(Path(str(number)), number, kind, made_at=at.strftime("%Y-%m-%dT%H:%M:%SZ"), last_entry=number)
        for number, at in enumerate(instants, start=1)
    ]


def _gone(backups: list[Backup], bad: frozenset[int] = frozenset(), today: date | None = None) -> set[int]:
    return {one.number for one in superfluous(backups, today, lambda one, _records: one.number not in bad)}


def test_recent_ones_stay_then_one_a_day_a_week_a_month() -> None:
    every = _backups([BEGIN + timedelta(hours=6 * n) for n in range(4 * 400)])
    gone = _gone(every)
    left = [one for one in every if one.number not in gone]
    assert {one.number for one in every[-RECENT:]} <= {one.number for one in left}
    assert len(left) <= RECENT + DAILY + WEEKLY + MONTHLY
    assert len({one.made_at[:7] for one in left}) >= 13, "each month of the year keeps one"
    assert _gone(left) == set(), "thinning again changes nothing"


def test_a_clock_that_ran_ahead_makes_no_old_backup_the_newest() -> None:
    ahead = BEGIN + timedelta(days=30000)
    backups = _backups([ahead, *(BEGIN + timedelta(hours=n) for n in range(40))])
    assert not _gone(backups) & {one.number for one in backups[-RECENT:]}


def test_what_was_made_by_hand_stays() -> None:
    assert _gone(_backups([BEGIN] * 40, BackupKind.BY_HAND)) == set()


def test_the_newest_from_before_a_restore_stays_for_thirty_days() -> None:
    before = replace(_backups([BEGIN])[0], kind=BackupKind.BEFORE_RESTORE)
    later = [replace(one, last_entry=one.last_entry + 1) for one in _backups([BEGIN + timedelta(minutes=1)] * 40)]
    later = [replace(one, folder=Path(f"later {one.number}"), number=one.number + 1) for one in later]
    day = local_moment(before.made_at)[0]
    assert before.number not in _gone([before, *later], today=day + timedelta(days=BEFORE_RESTORE_DAYS))
    assert before.number in _gone([before, *later], today=day + timedelta(days=BEFORE_RESTORE_DAYS + 1))


def test_a_damaged_newest_lets_none_go() -> None:
    """Five sound ones stay behind thirteen damaged ones, whatever these are called."""
    every = _backups([BEGIN + timedelta(minutes=20 * n) for n in range(18)])
    bad = frozenset(range(6, 19))
    assert _gone(every, bad) == set()
    assert _gone(every) == set(range(1, 7))


def test_thirteen_damaged_backups_on_the_disk_push_no_sound_one_out(
    data: DataFolder, final: Sample, tmp_path: Path
) -> None:
    place = tmp_path / "place"
    place.mkdir()
    committee = made(data, place, BackupKind.AUTOMATIC).committee
    _repeat(place, list_backups(place)[0], 17)
    newest_first = list_backups(place)
    for one in newest_first[:13]:
        content = bytearray(one.database.read_bytes())
        content[len(content) // 2] ^= 1
        one.database.write_bytes(content)
    assert thin_out(place, committee, INSTANT) == ()
    assert [one.number for one in list_backups(place)] == list(range(18, 0, -1))
    assert [verify(one).verdict for one in newest_first[13:]] == [Verdict.VERIFIED] * 5


def test_damaged_ones_among_the_recent_keep_no_place_of_a_sound_one(
    data: DataFolder, final: Sample, tmp_path: Path
) -> None:
    place = tmp_path / "place"
    place.mkdir()
    first = made(data, place, BackupKind.AUTOMATIC)
    _repeat(place, first, 17)
    newest, *later = list_backups(place)[:RECENT]
    for one in later:
        content = bytearray(one.database.read_bytes())
        content[len(content) // 2] ^= 1
        one.database.write_bytes(content)
    assert thin_out(place, first.committee, INSTANT) == ()
    for one in later:
        shutil.copyfile(newest.database, one.database)
    known: dict[tuple[Path, bool], bool] = {}
    assert len(thin_out(place, first.committee, INSTANT, known)) == 18 - RECENT
    assert set(known.values()) == {True}
    assert len(known) == RECENT + 1, "all recent ones were read, and of the newest the records"


def test_backups_of_damaged_data_push_no_sound_one_out(data: DataFolder, final: Sample, tmp_path: Path) -> None:
    """Each is a true copy of what is wrong: its bytes hold, its records do not."""
    place = tmp_path / "place"
    place.mkdir()
    first = made(data, place, BackupKind.AUTOMATIC)
    _repeat(place, first, 4)
    sound = [one.folder for one in list_backups(place)]
    data.close()
    with closing(connect(data.folder / paths.DATABASE)) as foreign:
        foreign.execute("DROP TRIGGER guard_meeting_delete")
    copy = copier_by_new_connection(data.folder / paths.DATABASE)
    for _ in range(RECENT + 1):
        make_backup(data.folder, place, copy, BackupOrder(BackupKind.AUTOMATIC, INSTANT))
    assert thin_out(place, first.committee, INSTANT) == ()
    assert all(one.exists() for one in sound)


def test_nothing_of_others_ever_goes(data: DataFolder, final: Sample, tmp_path: Path) -> None:
    """A stick has other things on it: films that are still coming, photographs in a folder «files», a note."""
    place = tmp_path / "place"
    place.mkdir()
    first = made(data, place, BackupKind.AUTOMATIC)
    others = [
        place / "film.mkv.part" / "film.mkv",
        place / "files" / "photo.jpg",
        place / "files" / "2022" / "photo.jpg",
        place / "files" / "ab" / "ab.txt",
        place / "files" / "film.part",
        place / "000009-99990101T000000Z.part" / "note.txt",
        first.folder / "note.txt",
    ]
    for one in others:
        one.parent.mkdir(parents=True, exist_ok=True)
        one.write_text("theirs", encoding="utf-8")
    for _ in range(RECENT + 2):
        newest = made(data, place, BackupKind.AUTOMATIC)
    assert thin_out(place, newest.committee, INSTANT)
    made(data, place, BackupKind.AUTOMATIC)
    assert sorted(one for one in place.rglob("*") if one.is_file() and one.read_bytes() == b"theirs") == sorted(others)


def _repeat(place: Path, first: Backup, count: int) -> None:
    """Further backups with the same bytes, as a year of work leaves them."""
    manifest = read_manifest(first.folder)
    for number in range(2, count + 2):
        folder = place / folder_name(number, INSTANT)
        shutil.copytree(first.folder, folder)
        (folder / paths.MANIFEST).unlink()
        write_manifest(folder, replace(manifest, number=number))


def test_the_recent_ones_stay_and_can_be_restored(data: DataFolder, final: Sample, tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.mkdir()
    first = made(data, place, BackupKind.AUTOMATIC)
    _repeat(place, first, 30)
    assert len(thin_out(place, first.committee, INSTANT)) == 31 - RECENT
    left = list_backups(place)
    assert [one.number for one in left] == list(range(31, 31 - RECENT, -1))
    found = verify(left[-1])
    assert (found.verdict, found.lost) == (Verdict.VERIFIED, ())


def test_files_go_with_the_last_backup_that_names_them(data: DataFolder, final: Sample, tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.mkdir()
    (data.folder / "papers").mkdir()
    paper = data.folder / "papers" / "old.pdf"
    paper.write_bytes(b"old")
    first = made(data, place, BackupKind.AUTOMATIC)
    old = read_manifest(first.folder).files["papers/old.pdf"]
    paper.unlink()
    (data.folder / "papers" / "new.pdf").write_bytes(b"new")
    for _ in range(RECENT):
        newest = made(data, place, BackupKind.AUTOMATIC)
    assert thin_out(place, newest.committee, INSTANT) == (first.folder,)
    stored = {one.name for one in (place / "files").rglob("*") if one.is_file()}
    assert stored == {read_manifest(newest.folder).files[name].sha256 for name in ("papers/new.pdf", kept_at(SCAN))}
    assert old != HashAndSize("", 0)
    assert old.sha256 not in stored


def test_a_backup_that_a_person_named_keeps_its_files(data: DataFolder, final: Sample, tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.mkdir()
    (data.folder / "papers").mkdir()
    (data.folder / "papers" / "old.pdf").write_bytes(b"old")
    kept = made(data, place, BackupKind.AUTOMATIC).folder.rename(place / "پیش از بازرسی")
    (data.folder / "papers" / "old.pdf").unlink()
    for _ in range(RECENT + 1):
        newest = made(data, place, BackupKind.AUTOMATIC)
    assert len(thin_out(place, newest.committee, INSTANT)) == 1
    named = backup_at(kept)
    assert named is not None
    found = verify(named)
    assert (found.verdict, found.lost) == (Verdict.VERIFIED, ())


def test_a_damaged_manifest_keeps_every_file(data: DataFolder, final: Sample, tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.mkdir()
    (data.folder / "papers").mkdir()
    (data.folder / "papers" / "old.pdf").write_bytes(b"old")
    first = made(data, place, BackupKind.AUTOMATIC)
    (data.folder / "papers" / "old.pdf").unlink()
    (first.folder / paths.MANIFEST).write_text("{}", encoding="utf-8")
    for _ in range(RECENT + 1):
        newest = made(data, place, BackupKind.AUTOMATIC)
    assert len(thin_out(place, newest.committee, INSTANT)) == 1
    assert first.folder.exists()
    assert {one.read_bytes() for one in (place / "files").rglob("*") if one.is_file()} == {b"old", SCAN}


def test_a_backup_that_was_made_is_told_as_made_though_its_place_is_in_use_by_then(
    data: DataFolder, final: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the operator would hear that there is none, and make another."""
    whole, lock = making.make_backup, FolderLock(data.folder / paths.BACKUPS)

    def made_then_locked(*asked: Any) -> Backup:
        backup = whole(*asked)
        lock.take(INSTANT)
        return backup

    monkeypatch.setattr(office_backups, "make_backup", made_then_locked)
    backups = OfficeBackups(data, CLOCK)
    try:
        backup = backups.make(backups.own, BackupKind.BY_HAND)
    finally:
        lock.release()
    assert [one.folder for one in list_backups(backups.own)] == [backup.folder]
