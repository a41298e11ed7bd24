"""A place of backups that fails: each time a sentence of the place, never one of the data, and the office goes on."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.backups import Backup, BackupKind
from desktop_app.storage.backup import database_copy, file_store
from desktop_app.storage.backup.database_copy import copier_by_new_connection, copier_of_open_database
from desktop_app.storage.backup.listing import list_backups, verify
from desktop_app.storage.backup.making import BackupOrder, make_backup
from desktop_app.storage.backup.office_backups import OfficeBackups, copy_closed
from desktop_app.storage.file.folder import DataFolder
from desktop_app.system import disk, paths, rights
from desktop_app.words.refusals import sentence
from tests.storage.conftest import CLOCK
from tests.storage.sample import Sample
from tests.storage.test_backup import INSTANT
from tests.whole import Share

OF_THE_PLACE = {"backup_place_missing", "backup_place_failed", "backup_failed", "backup_place_unwritable"}
MOMENTS = 50
EACH_DAY = 16


@pytest.fixture
def place(tmp_path: Path) -> Path:
    found = tmp_path / "stick"
    found.mkdir()
    return found


class Moments:
    """Counts what a backup asks of the disk, and does something at one of these moments."""

    def __init__(self, patch: pytest.MonkeyPatch, at: int, act: Callable[[], object]) -> None:
        self.count, self._at, self._act = 0, at, act
        for owner, name in (
            (disk, "sync_file"),
            (disk, "replace"),
            (disk, "opened"),
            (rights, "make_file"),
            (rights, "make_new_folder"),
            (file_store, "copy_and_hash"),
        ):
            patch.setattr(owner, name, self._counted(getattr(owner, name)))

    def passes(self, *_asked: object) -> None:
        """One moment more."""
        self.count += 1
        if self.count == self._at:
            self._act()

    def _counted(self, whole: Callable[..., Any]) -> Callable[..., Any]:
        def call(*asked: Any, **more: Any) -> Any:
            self.passes()
            return whole(*asked, **more)

        return call


def _make(data: DataFolder, place: Path, moments: Moments, *, shared: bool) -> Backup:
    path = data.folder / paths.DATABASE
    copy = copier_of_open_database(data.live_connection(), path) if shared else copier_by_new_connection(path)
    return make_backup(data.folder, place, copy, BackupOrder(BackupKind.AUTOMATIC, INSTANT), moments.passes)


def _pull(place: Path, *, mount_folder_stays: bool) -> None:
    """What is open reads as empty from now on, and nothing of the place has a name any more."""
    for file in place.rglob("*"):
        if file.is_file():
            with suppress(OSError):
                os.truncate(file, 0)
    shutil.rmtree(place)
    if mount_folder_stays:
        place.mkdir()


@pytest.mark.parametrize("shared", [True, False])
@pytest.mark.parametrize("mount_folder_stays", [True, False])
def test_a_stick_that_is_pulled_at_any_moment_is_told_as_the_stick(
    data: DataFolder,
    final: Sample,
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
    shared: bool,
    mount_folder_stays: bool,
    share: Share,
) -> None:
    moments_tried = share(EACH_DAY, MOMENTS)
    monkeypatch.setattr(database_copy, "STEP", 8)
    (data.folder / paths.PAPERS).mkdir()
    for number in range(6):
        (data.folder / paths.PAPERS / f"{number}.pdf").write_bytes(f"%PDF {number}".encode())
    with monkeypatch.context() as patch:
        whole = Moments(patch, 0, lambda: None)
        _make(data, place, whole, shared=shared)
    assert whole.count >= MOMENTS
    told: dict[str, int] = {}
    for number in range(moments_tried):
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        with monkeypatch.context() as patch:
            # before anything lies there, the mark tells an empty mount folder from its medium
            first = 4 if mount_folder_stays else 1
            at = first + number * (whole.count - first) // moments_tried
            moments = Moments(patch, at, lambda: _pull(place, mount_folder_stays=mount_folder_stays))
            with pytest.raises(EnvironmentProblem) as refused:
                _make(data, place, moments, shared=shared)
        told[refused.value.key] = told.get(refused.value.key, 0) + 1
        assert sentence(refused.value)
        if place.exists():
            assert [one for one in list_backups(place) if verify(one).flaw is None] == []
    assert set(told) <= OF_THE_PLACE, told
    assert data.writable
    with data.open_write() as work:
        work.audit("settings", "office_setting", 1)
        work.commit()


@pytest.mark.parametrize("code", ["SQLITE_IOERR_WRITE", "SQLITE_IOERR_READ", "SQLITE_CORRUPT", "SQLITE_CANTOPEN"])
def test_what_sqlite_says_of_the_copy_is_said_of_the_place(
    data: DataFolder, final: Sample, place: Path, code: str
) -> None:
    def copy(_part: Path, _told: object) -> Any:
        error = sqlite3.OperationalError("of the copy")
        error.sqlite_errorname = code
        raise error

    with pytest.raises(EnvironmentProblem) as refused:
        make_backup(data.folder, place, copy, BackupOrder(BackupKind.AUTOMATIC, INSTANT))
    assert refused.value.key in OF_THE_PLACE


def test_a_database_that_is_damaged_itself_is_told_as_that(data: DataFolder, final: Sample, place: Path) -> None:
    database = data.folder / paths.DATABASE
    data.close()
    content = bytearray(database.read_bytes())
    content[4096 * 3 : 4096 * 40] = b"\7" * (4096 * 37)
    database.write_bytes(content)
    with pytest.raises(EnvironmentProblem, match="database_damaged"):
        make_backup(data.folder, place, copier_by_new_connection(database), BackupOrder(BackupKind.AUTOMATIC, INSTANT))


@pytest.mark.parametrize("full", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_told_as_full(
    data: DataFolder, final: Sample, place: Path, monkeypatch: pytest.MonkeyPatch, full: int
) -> None:
    def sync(path: Path) -> None:
        raise OSError(full, os.strerror(full), str(path))

    monkeypatch.setattr(disk, "sync_file", sync)
    with pytest.raises(EnvironmentProblem, match="backup_full"):
        OfficeBackups(data, CLOCK).make(place, BackupKind.BY_HAND)
    assert list_backups(place) == ()


def test_a_mount_folder_without_its_medium_is_not_the_place(data: DataFolder, place: Path) -> None:
    """What lay there would look like a backup and be on the disk of the office."""
    backups = OfficeBackups(data, CLOCK)
    mark = backups.mark(place)
    assert backups.mark(place) == mark, "it is marked once"
    assert backups.is_there(place, mark)
    shutil.rmtree(place)
    assert not backups.is_there(place, mark)
    place.mkdir()
    assert not backups.is_there(place, mark)
    assert backups.mark(place) != mark


def test_a_backup_beside_a_window_that_goes_on_writing_ends_by_a_sentence(
    data: DataFolder, final: Sample, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its own connection begins anew after each commit of the window: three times, and no more."""
    monkeypatch.setattr(database_copy, "STEP", 8)
    acts = 0

    def told(_done: int, _total: int) -> None:
        nonlocal acts
        acts += 1
        with data.open_write() as work:
            work.audit("settings", "office_setting", 1)
            work.commit()

    with pytest.raises(EnvironmentProblem, match="backup_office_busy") as refused:
        copy_closed(data.folder, place, INSTANT, told)
    assert sentence(refused.value)
    assert acts < 20
    assert list_backups(place) == ()
