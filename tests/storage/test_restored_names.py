"""The names of folders that a restore makes are durable: a power cut takes none of them with what lies there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop_app.storage.backup.office_backups import copy_closed
from desktop_app.storage.backup.restoring import RestoreContext, restore
from desktop_app.system import disk, paths, rights
from tests.storage.closed_office import closed_office
from tests.storage.conftest import CLOCK
from tests.storage.conftest import Stored as Databases

INSTANT = "2023-03-01T10:00:00Z"


class Names:
    """Folders that are made, and whether what is above them was made durable after that."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._unsure: set[Path] = set()
        make, sync = rights.make_new_folder, disk.sync_folder

        def made(folder: Path) -> None:
            make(folder)
            self._unsure.add(folder)

        def synced(folder: Path) -> None:
            sync(folder)
            self._unsure = {one for one in self._unsure if one.parent != folder}

        monkeypatch.setattr(rights, "make_new_folder", made)
        monkeypatch.setattr(disk, "sync_folder", synced)
        # by the folder above it, as on a system that can
        monkeypatch.setattr(disk, "SYNCS_FOLDERS", True)

    @property
    def unsure(self) -> list[Path]:
        return sorted(one for one in self._unsure if one.exists())


@pytest.fixture
def office(tmp_path: Path, stored: Databases) -> Path:
    folder = closed_office(tmp_path / "دفتر", stored.final)
    (folder / paths.PAPERS / "1401" / "1").mkdir(parents=True)
    (folder / paths.PAPERS / "1401" / "1" / "a.pdf").write_bytes(b"%PDF")
    return folder


@pytest.fixture
def place(tmp_path: Path) -> Path:
    found = tmp_path / "فلش"
    found.mkdir()
    return found


def test_every_folder_of_a_restore_into_a_folder_that_is_not_there(
    office: Path, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = copy_closed(office, place, INSTANT)
    names = Names(monkeypatch)
    new = tmp_path / "a" / "new"
    restore(backup, RestoreContext(new, CLOCK))
    assert (new / paths.PAPERS / "1401" / "1" / "a.pdf").exists()
    assert names.unsure == []


def test_every_folder_of_a_restore_over_an_office(office: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backup = copy_closed(office, place, INSTANT)
    shutil.rmtree(office / paths.PAPERS)
    names = Names(monkeypatch)
    restore(backup, RestoreContext(office, CLOCK))
    assert names.unsure == []
