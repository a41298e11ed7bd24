"""Files that are missing, damaged or unreadable in the office are named in its backups, and never brought back over."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.backups import Backup, BackupKind, Verdict
from desktop_app.storage.backup.database_copy import copier_by_new_connection
from desktop_app.storage.backup.file_store import stored_path
from desktop_app.storage.backup.listing import list_backups, verify
from desktop_app.storage.backup.making import BackupOrder, make_backup
from desktop_app.storage.backup.manifest import read_manifest
from desktop_app.storage.backup.restore_plan import newest_restorable, plan_restore
from desktop_app.storage.backup.restoring import RestoreContext, restore
from desktop_app.system import paths
from desktop_app.words.restore_plan import restored_lines
from tests.storage.closed_office import closed_office
from tests.storage.conftest import CLOCK
from tests.storage.conftest import Stored as Databases
from tests.storage.sample import SCAN, kept_at

INSTANT = "2023-03-01T10:00:00Z"
PAPER = "papers/a.pdf"
NAME = "صورت‌جلسه.pdf"
"""Of the attached file on its record."""


@pytest.fixture
def office(tmp_path: Path, stored: Databases) -> Path:
    folder = closed_office(tmp_path / "دفتر", stored.final)
    (folder / PAPER).parent.mkdir()
    (folder / PAPER).write_bytes(b"%PDF paper")
    return folder


@pytest.fixture
def place(tmp_path: Path) -> Path:
    found = tmp_path / "فلش"
    found.mkdir()
    return found


def automatic(office: Path, place: Path) -> Backup:
    return make_backup(
        office, place, copier_by_new_connection(office / paths.DATABASE), BackupOrder(BackupKind.AUTOMATIC, INSTANT)
    )


def unreadable(monkeypatch: pytest.MonkeyPatch, file: Path, error: int = 5) -> None:
    """Opening it fails, as where a sector is bad or a right is missing."""
    whole = Path.open

    def opened(path: Path, *asked: Any, **more: Any) -> Any:
        if path == file and (not asked or asked[0] == "rb"):
            raise OSError(error, os.strerror(error), str(path))
        return whole(path, *asked, **more)

    monkeypatch.setattr(Path, "open", opened)


def test_a_sound_file_stays_where_the_backup_holds_a_damaged_one(office: Path, place: Path) -> None:
    scan = office / kept_at(SCAN)
    scan.write_bytes(SCAN[:-1])
    backup = automatic(office, place)
    scan.write_bytes(SCAN)
    assert plan_restore(backup, office).files_back == 0
    done = restore(backup, RestoreContext(office, CLOCK))
    assert scan.read_bytes() == SCAN
    assert (done.files_back, done.set_aside) == (0, ())


def test_where_no_sound_file_lies_the_damaged_one_comes_back(office: Path, place: Path, tmp_path: Path) -> None:
    (office / kept_at(SCAN)).write_bytes(SCAN[:-1])
    backup = automatic(office, place)
    new = tmp_path / "new"
    restore(backup, RestoreContext(new, CLOCK))
    assert (new / kept_at(SCAN)).read_bytes() == SCAN[:-1]


@pytest.mark.parametrize("name", [kept_at(SCAN), PAPER])
@pytest.mark.parametrize("error", [5, 13])
def test_one_file_that_cannot_be_read_stops_no_backup_and_is_named(
    office: Path, place: Path, monkeypatch: pytest.MonkeyPatch, name: str, error: int
) -> None:
    unreadable(monkeypatch, office / name, error)
    made = automatic(office, place)
    assert made.unread == (name,)
    monkeypatch.undo()
    manifest = read_manifest(made.folder)
    assert manifest.unread == (name,)
    assert sorted(manifest.files) == sorted({kept_at(SCAN), PAPER} - {name})
    found = verify(made)
    assert (found.verdict, found.unread) == (Verdict.VERIFIED, (name,))
    assert automatic(office, place).unread == (), "the next one has it"


def test_a_file_that_goes_while_it_is_stored_is_simply_not_there(
    office: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unreadable(monkeypatch, office / PAPER, 2)
    made = automatic(office, place)
    assert made.unread == ()
    assert PAPER not in read_manifest(made.folder).files


def test_a_place_that_cannot_be_written_is_still_refused(
    office: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Path.open

    def opened(path: Path, *asked: Any, **more: Any) -> Any:
        if path.is_relative_to(place / "files") and asked[:1] == ("wb",):
            raise OSError(5, "Input/output error", str(path))
        return whole(path, *asked, **more)

    monkeypatch.setattr(Path, "open", opened)
    with pytest.raises(EnvironmentProblem, match="backup_failed"):
        automatic(office, place)
    assert list_backups(place) == ()


@pytest.mark.parametrize("fate", ["lost", "changed"])
def test_one_attached_file_that_the_place_lost_keeps_no_record_from_coming_back(
    office: Path, place: Path, tmp_path: Path, fate: str
) -> None:
    backup = automatic(office, place)
    stored = stored_path(place, read_manifest(backup.folder).files[kept_at(SCAN)].sha256)
    if fate == "lost":
        stored.unlink()
    else:
        stored.write_bytes(SCAN[:-1] + b"?")
    found = verify(list_backups(place)[0])
    assert (found.verdict, found.lost) == (Verdict.VERIFIED, (kept_at(SCAN),))
    new = tmp_path / "new"
    done = restore(found, RestoreContext(new, CLOCK))
    assert done.plan.files_lost == (NAME,), "by its name, not by where its bytes would lie"
    assert not (new / kept_at(SCAN)).exists()
    assert (new / PAPER).read_bytes() == b"%PDF paper"
    assert any(NAME in line for line in restored_lines(done, str))
    assert not plan_restore(found, office).files_lost, "it lies in the office still"
    if fate == "lost":
        assert verify(automatic(office, place)).lost == (), "the next one stores it again"


def test_of_two_backups_that_go_as_far_the_whole_one_is_offered(office: Path, place: Path) -> None:
    own = automatic(office, office / paths.BACKUPS)
    stored_path(own.folder.parent, read_manifest(own.folder).files[kept_at(SCAN)].sha256).unlink()
    found = newest_restorable(office, place)
    assert found.plan is not None
    assert found.plan.backup.lost == (kept_at(SCAN),)
    whole = automatic(office, place)
    found = newest_restorable(office, place)
    assert found.plan is not None
    assert found.plan.backup.folder == whole.folder
