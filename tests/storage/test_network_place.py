"""No way of opening writes to a place on the network: neither locks nor journals are safe there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.backups import BackupKind
from desktop_app.storage.backup.database_copy import copier_by_new_connection
from desktop_app.storage.backup.making import BackupOrder, make_backup
from desktop_app.storage.backup.restoring import RestoreContext, restore
from desktop_app.storage.file import writable
from desktop_app.storage.file.folder import open_folder, view_folder
from desktop_app.storage.file.writable import DriveKind
from desktop_app.system import paths
from tests.places import link
from tests.storage.conftest import CLOCK, work_context


@pytest.fixture
def share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the network."""
    folder = tmp_path / "share"
    folder.mkdir()

    def kind_of(asked: Path) -> DriveKind:
        return DriveKind.NETWORK if asked.is_relative_to(folder.resolve()) else DriveKind.FIXED

    monkeypatch.setattr(writable, "drive_kind", kind_of)
    return folder


def test_a_new_office_is_not_begun_there(share: Path) -> None:
    with pytest.raises(EnvironmentProblem, match="place_on_network") as refused:
        open_folder(share / "data", work_context())
    assert refused.value.facts["folder"] == str(share / "data")
    assert list(share.iterdir()) == []


def test_nor_behind_a_link(share: Path, tmp_path: Path) -> None:
    link(tmp_path / "door", share)
    with pytest.raises(EnvironmentProblem, match="place_on_network"):
        open_folder(tmp_path / "door" / "data", work_context())
    assert list(share.iterdir()) == []


def test_an_office_that_lies_there_is_looked_at_and_not_written(share: Path, empty_folder: Path) -> None:
    moved = Path(shutil.copytree(empty_folder, share / "data"))
    before = {file: file.read_bytes() for file in moved.rglob("*") if file.is_file()}
    with pytest.raises(EnvironmentProblem, match="place_on_network"):
        open_folder(moved, work_context())
    viewed = view_folder(moved, work_context())
    assert not viewed.writable
    assert viewed.check() == ()
    viewed.close()
    assert {file: file.read_bytes() for file in moved.rglob("*") if file.is_file()} == before


def test_no_backup_is_brought_back_there(share: Path, demo_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "backups").mkdir()
    wish = BackupOrder(BackupKind.BY_HAND, CLOCK.instant())
    backup = make_backup(
        demo_folder, tmp_path / "backups", copier_by_new_connection(demo_folder / paths.DATABASE), wish
    )
    with pytest.raises(EnvironmentProblem, match="place_on_network"):
        restore(backup, RestoreContext(share / "data", CLOCK))
    assert list(share.iterdir()) == []
