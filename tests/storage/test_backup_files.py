"""Files that are missing, damaged or unreadable in the office are named in its backups, and never brought back over."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any

import pytest

from desktop_app import paths
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.backups import Backup, BackupKind, Flaw, Verdict
from desktop_app.domain.read_models.findings import FindingKind
from desktop_app.storage.backup.database_copy import own_copy
from desktop_app.storage.backup.finding import newest_restorable
from desktop_app.storage.backup.judging import judge
from desktop_app.storage.backup.listing import backup_at, list_backups, verify
from desktop_app.storage.backup.making import Wish, make_backup
from desktop_app.storage.backup.manifest import read_manifest
from desktop_app.storage.backup.office_backups import OfficeBackups, copy_closed
from desktop_app.storage.backup.restoring import RestoreContext, restore
from desktop_app.storage.backup.thinning import BATCH, RECENT
from desktop_app.storage.file.folder import open_folder
from desktop_app.text.office import backup_doubts
from desktop_app.text.office.restore_plan import plan_lines
from tests.storage.closed_office import closed_office
from tests.storage.conftest import CLOCK, work_context
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
    return make_backup(office, place, own_copy(office / paths.DATABASE), Wish(BackupKind.AUTOMATIC, INSTANT))


def unreadable(monkeypatch: pytest.MonkeyPatch, file: Path, error: int = 5) -> None:
    """Opening it fails, as where a sector is bad or a right is missing."""
    whole = Path.open

    def opened(path: Path, *asked: Any, **more: Any) -> Any:
        if path == file and (not asked or asked[0] == "rb"):
            raise OSError(error, os.strerror(error), str(path))
        return whole(path, *asked, **more)

    monkeypatch.setattr(Path, "open", opened)


def told(found: Backup) -> list[tuple[FindingKind, int, str]]:
    return [(one.kind, one.id, one.detail) for one in found.first_wrong_files]


def test_a_file_that_does_not_hash_to_its_name_is_named(office: Path, place: Path) -> None:
    (office / kept_at(SCAN)).write_bytes(SCAN[:-1])
    found = copy_closed(office, place, INSTANT)
    assert (found.verdict, found.doubts, found.wrong_files) == (Verdict.DOUBTFUL, 0, 1)
    assert told(found) == [(FindingKind.FILE_ALTERED, 1, NAME)]
    assert NAME in backup_doubts.verdict(found)
    assert NAME in backup_doubts.verified(found)
    assert any(NAME in line for line in plan_lines(judge(found, office), str, []))


def test_a_file_that_is_missing_is_named(office: Path, place: Path) -> None:
    (office / kept_at(SCAN)).unlink()
    found = verify(automatic(office, place))
    assert (found.verdict, found.wrong_files) == (Verdict.DOUBTFUL, 1)
    assert told(found) == [(FindingKind.FILE_MISSING, 1, NAME)]


def test_a_file_that_no_row_tells_of_and_is_not_what_it_is_called_is_named_too(office: Path, place: Path) -> None:
    strange = hashlib.sha256(b"strange").hexdigest()
    (office / "files" / strange[:2]).mkdir()
    (office / "files" / strange[:2] / strange).write_bytes(b"otherwise")
    (office / "files" / "Thumbs.db").write_bytes(b"of another program")
    found = verify(automatic(office, place))
    assert told(found) == [(FindingKind.FILE_ALTERED, 0, strange)]


def test_whoever_wants_it_restores_it_and_a_sound_file_stays(office: Path, place: Path) -> None:
    scan = office / kept_at(SCAN)
    scan.write_bytes(SCAN[:-1])
    backup = automatic(office, place)
    scan.write_bytes(SCAN)
    assert judge(backup, office).files_back == 0
    with pytest.raises(EnvironmentProblem, match="backup_doubtful"):
        restore(backup, RestoreContext(office, CLOCK))
    done = restore(backup, RestoreContext(office, CLOCK, with_doubts=True))
    assert scan.read_bytes() == SCAN
    assert (done.files_back, done.set_aside) == (0, ())


def test_where_no_sound_file_lies_the_damaged_one_comes_back(office: Path, place: Path, tmp_path: Path) -> None:
    (office / kept_at(SCAN)).write_bytes(SCAN[:-1])
    backup = automatic(office, place)
    new = tmp_path / "new"
    restore(backup, RestoreContext(new, CLOCK, with_doubts=True))
    assert (new / kept_at(SCAN)).read_bytes() == SCAN[:-1]


@pytest.mark.parametrize("name", [kept_at(SCAN), PAPER])
@pytest.mark.parametrize("error", [5, 13])
def test_one_file_that_cannot_be_read_stops_no_backup_and_is_named(
    office: Path, place: Path, monkeypatch: pytest.MonkeyPatch, name: str, error: int
) -> None:
    unreadable(monkeypatch, office / name, error)
    made = automatic(office, place)
    named = [(FindingKind.FILE_UNREAD, 1, NAME) if name != PAPER else (FindingKind.FILE_UNREAD, 0, PAPER)]
    assert told(made) == named, "before anybody reads it whole"
    monkeypatch.undo()
    manifest = read_manifest(made.folder)
    assert manifest.unread == (name,)
    assert sorted(manifest.files) == sorted({kept_at(SCAN), PAPER} - {name})
    found = verify(made)
    assert (found.verdict, told(found)) == (Verdict.DOUBTFUL, named)
    assert automatic(office, place).wrong_files == 0, "the next one has it"


def test_a_file_that_goes_while_it_is_stored_is_simply_not_there(
    office: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unreadable(monkeypatch, office / PAPER, 2)
    made = automatic(office, place)
    assert (read_manifest(made.folder).unread, made.wrong_files) == ((), 0)


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


def test_a_manifest_without_anything_unread_is_as_it_was(office: Path, place: Path) -> None:
    """So that it is what earlier versions wrote, and read."""
    backup = automatic(office, place)
    assert "unread" not in json.loads((backup.folder / paths.MANIFEST).read_bytes())


def test_recovery_takes_the_newest_whose_records_are_right_though_a_file_is_missing(office: Path) -> None:
    place = office / paths.BACKUPS
    automatic(office, place)
    (office / kept_at(SCAN)).unlink()
    newer = automatic(office, place)
    plan = newest_restorable(office, None, lambda _one: None, lambda _count: None).plan
    assert plan is not None
    assert (plan.backup.folder, plan.backup.verdict) == (newer.folder, Verdict.DOUBTFUL)
    named = backup_at(place)
    assert named is not None
    assert named.folder == newer.folder


def test_older_ones_go_behind_one_that_lacks_a_file_but_not_those_that_have_it(office: Path, place: Path) -> None:
    first = automatic(office, place)
    (office / kept_at(SCAN)).unlink()
    for _ in range(RECENT + BATCH):
        automatic(office, place)
    data = open_folder(office, work_context())
    found = OfficeBackups(data, CLOCK).thin(place)
    data.close()
    assert found is not None
    assert (found.verdict, found.wrong_files) == (Verdict.DOUBTFUL, 1)
    left = list_backups(place)
    assert len(left) == RECENT + 1
    assert left[-1].folder == first.folder
    assert verify(left[-1]).verdict is Verdict.VERIFIED
    assert left[-1].flaw is not Flaw.FILE_MISSING
