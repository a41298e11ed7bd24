"""A folder in which an office was never becomes a new one because its database is gone or empty."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.backups import BackupKind
from desktop_app.storage.backup.database_copy import copier_by_new_connection
from desktop_app.storage.backup.making import BackupOrder, make_backup
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import open_folder, view_folder
from desktop_app.system import paths
from tests.storage.conftest import work_context


def _lay(folder: Path, name: str) -> None:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"kept")


@pytest.mark.parametrize("trace", ["papers/1402/minutes.pdf", "files/aa/aa", "fonts/a.ttf", "backups/1/manifest.json"])
@pytest.mark.parametrize("left", [None, b"", b"\0", b"\0" * 4096])
def test_a_database_that_is_gone_or_empty_is_told(tmp_path: Path, trace: str, left: bytes | None) -> None:
    _lay(tmp_path, trace)
    if left is not None:
        (tmp_path / DATABASE_NAME).write_bytes(left)
    with pytest.raises(EnvironmentProblem, match=r"database_(vanished|beginning_damaged|damaged)"):
        open_folder(tmp_path, work_context())
    assert (tmp_path / DATABASE_NAME).exists() == (left is not None)
    if left is not None:
        assert (tmp_path / DATABASE_NAME).read_bytes() == left


def test_a_log_beside_the_lock_tells_that_there_was_a_database(tmp_path: Path) -> None:
    data = open_folder(tmp_path, work_context())
    data.close()
    _lay(tmp_path, "log/faults.log")
    (tmp_path / DATABASE_NAME).unlink()
    with pytest.raises(EnvironmentProblem, match="database_vanished") as caught:
        open_folder(tmp_path, work_context())
    assert caught.value.facts["kept"] == paths.LOG


def test_a_place_of_backups_is_told_as_that_and_is_not_touched(demo_folder: Path, tmp_path: Path) -> None:
    wish = BackupOrder(BackupKind.BY_HAND, work_context().clock.instant())
    place = tmp_path / "usb"
    place.mkdir()
    make_backup(demo_folder, place, copier_by_new_connection(demo_folder / DATABASE_NAME), wish)
    before = sorted(place.rglob("*"))
    for opener in (open_folder, view_folder):
        with pytest.raises(EnvironmentProblem, match="backup_place_is_no_data"):
            opener(place, work_context())
    assert sorted(place.rglob("*")) == before


def test_an_office_that_vanished_beside_a_copy_of_a_backup_is_an_office(demo_folder: Path) -> None:
    wish = BackupOrder(BackupKind.BY_HAND, work_context().clock.instant())
    made = make_backup(
        demo_folder, demo_folder / paths.BACKUPS, copier_by_new_connection(demo_folder / DATABASE_NAME), wish
    )
    shutil.copytree(made.folder, demo_folder / "backup")
    (demo_folder / DATABASE_NAME).unlink()
    with pytest.raises(EnvironmentProblem, match="database_vanished"):
        open_folder(demo_folder, work_context())


def test_a_file_is_no_data_folder(tmp_path: Path) -> None:
    file = tmp_path / "m.xlsx"
    file.write_bytes(b"PK")
    with pytest.raises(EnvironmentProblem, match="not_a_folder"):
        open_folder(file, work_context())


def test_a_journal_without_its_file_is_a_trace(tmp_path: Path) -> None:
    _lay(tmp_path, f"{DATABASE_NAME}-journal")
    with pytest.raises(EnvironmentProblem, match="database_vanished"):
        open_folder(tmp_path, work_context())
    assert (tmp_path / f"{DATABASE_NAME}-journal").read_bytes() == b"kept"


@pytest.mark.parametrize("trace", ["", "log/faults.log", "settings.ini", "papers/empty.pdf"])
def test_a_first_start_begins_an_office_also_after_one_that_failed(tmp_path: Path, trace: str) -> None:
    if trace:
        _lay(tmp_path, trace)
    if trace.startswith("papers"):
        (tmp_path / trace).write_bytes(b"")
    data = open_folder(tmp_path, work_context())
    assert data.check() == ()
    data.close()
