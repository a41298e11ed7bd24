"""A folder for the data is judged before anything is written there, and never loses what it holds."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app.domain.calendar.clock import FixedClock
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.storage.backup.file_store import stored_path
from desktop_app.storage.backup.office_backups import LOOK
from desktop_app.storage.backup.places import folder_name
from desktop_app.storage.backup.restoring import STAGING, RestoreContext
from desktop_app.storage.file import places, writable
from desktop_app.storage.file.copying import PART
from desktop_app.storage.file.database import require_no_office
from desktop_app.storage.file.file_store import FileStore
from desktop_app.storage.file.folder import open_folder, view_folder
from desktop_app.storage.file.journal import DAMAGED, ROLLBACK, new_folder
from desktop_app.storage.file.lock import FolderLock
from desktop_app.storage.file.writable import LONGEST_OF_WINDOWS, DriveKind
from desktop_app.system import paths
from desktop_app.words.refusals import sentence
from tests.storage.conftest import work_context
from tests.systems import not_on_windows


def test_windows_is_asked_what_a_drive_is() -> None:
    from pathlib import PureWindowsPath

    kinds = {"C:\\": 3, "E:\\": 2, "N:\\": 4}
    found = {
        name: writable.kind_of_windows(PureWindowsPath(name), lambda root: kinds[root])
        for name in ("C:\\داده", "E:\\داده", "N:\\داده", "\\\\server\\share\\داده", "\\\\?\\UNC\\server\\share\\a")
    }
    assert [kind.value for kind in found.values()] == ["fixed", "removable", "network", "network", "network"]


def test_linux_says_what_is_mounted_above() -> None:
    mounts = [("/", "ext4"), ("/mnt/office", "cifs"), ("/media/u/STICK", "vfat")]
    found = [
        writable.kind_of_linux(Path(name), iter(mounts))
        for name in ("/home/u", "/mnt/office/a", "/mnt/officer", "/media/u/STICK/a")
    ]
    assert [kind.value for kind in found] == ["fixed", "network", "fixed", "removable"]


def test_the_folder_of_a_cloud_is_known(tmp_path: Path) -> None:
    def judged(folder: Path, **variables: str) -> bool:
        folder.mkdir(parents=True, exist_ok=True)
        return places.judge_folder(folder, kind_of=lambda _folder: DriveKind.FIXED, variable=variables.get).cloud

    assert judged(tmp_path / "OneDrive - Office" / "a")
    assert judged(tmp_path / "b", OneDriveCommercial=str(tmp_path))
    assert not judged(tmp_path / "b")


@pytest.mark.parametrize("name", ["My Drive", "Shared drives", "Box", "Box Sync", "Google Drive (office)"])
def test_the_name_of_a_cloud_is_known(tmp_path: Path, name: str) -> None:
    (tmp_path / name / "a").mkdir(parents=True)
    assert places.judge_folder(tmp_path / name / "a", kind_of=lambda _folder: DriveKind.FIXED).cloud


def test_a_box_of_another_kind_is_no_cloud(tmp_path: Path) -> None:
    (tmp_path / "Boxes").mkdir()
    assert not places.judge_folder(tmp_path / "Boxes", kind_of=lambda _folder: DriveKind.FIXED).cloud


@pytest.mark.parametrize("name", [paths.PLACE_FILE, f"{paths.PLACE_FILE}.part"])
def test_the_file_that_remembers_the_place_is_no_stranger(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert places.judge_folder(tmp_path, kind_of=lambda _folder: DriveKind.FIXED).folder == tmp_path


@pytest.mark.parametrize("name", paths.FOLDERS)
def test_a_data_folder_whose_database_is_gone_is_itself_chosen(tmp_path: Path, name: str) -> None:
    """A new folder inside it would become a new office beside the files of the old one, and nobody would be told."""
    (tmp_path / name / "ab").mkdir(parents=True)
    (tmp_path / name / "ab" / "0a1b").write_bytes(b"kept")
    assert places.judge_folder(tmp_path, kind_of=lambda _folder: DriveKind.FIXED).folder == tmp_path


@pytest.mark.parametrize("name", [name for name in paths.FOLDERS if name != paths.LOG])
def test_a_data_folder_whose_database_is_gone_never_becomes_a_new_office(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "0a1b").write_bytes(b"kept")
    with pytest.raises(EnvironmentProblem, match="database_vanished"):
        require_no_office(places.judge_folder(tmp_path, kind_of=lambda _folder: DriveKind.FIXED).folder)


@pytest.mark.parametrize("name", [".restore-0a1b2c3d", ".rollback-0a1b2c3d4e5f", f"{paths.UNFOUNDED}-20230301T100000Z"])
def test_what_a_kill_left_in_a_data_folder_is_no_stranger(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    assert places.judge_folder(tmp_path, kind_of=lambda _folder: DriveKind.FIXED).folder == tmp_path


def test_beside_files_of_the_operator_the_data_get_a_folder_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "گزارش.docx").touch()
    judged = places.judge_folder(tmp_path, kind_of=lambda _folder: DriveKind.FIXED)
    assert judged.folder == tmp_path / paths.APP_NAME


@pytest.mark.parametrize("content", [b"no database", b"SQLite format 3\0 and then nothing of it"])
def test_what_cannot_be_read_counts_as_an_office(tmp_path: Path, content: bytes) -> None:
    """It is never moved aside: the opening says what is wrong with it."""
    (tmp_path / paths.DATABASE).write_bytes(content)
    assert places.judge_folder(tmp_path, kind_of=lambda _folder: DriveKind.FIXED).holds_office
    assert (tmp_path / paths.DATABASE).read_bytes() == content


def test_an_office_is_never_replaced(demo_folder: Path, empty_folder: Path) -> None:
    before = (demo_folder / paths.DATABASE).read_bytes()
    with pytest.raises(EnvironmentProblem) as refused:
        places.copy_unfounded_database(empty_folder, demo_folder, "2023-03-01T10:00:00Z")
    assert refused.value.key == "place_not_taken"
    assert (demo_folder / paths.DATABASE).read_bytes() == before
    assert not paths.exists(demo_folder / paths.LOCK_HOLDER)


@pytest.mark.parametrize("database", [False, True], ids=["gone", "empty"])
def test_the_first_start_is_not_taken_into_an_office_whose_database_is_gone(
    tmp_path: Path, empty_folder: Path, database: bool
) -> None:
    target = tmp_path / "target"
    (target / paths.FILES / "0a").mkdir(parents=True)
    (target / paths.FILES / "0a" / "0a1b").write_bytes(b"kept")
    if database:
        (target / paths.DATABASE).touch()
    before = sorted(target.rglob("*"))
    with pytest.raises(EnvironmentProblem, match="database_vanished"):
        places.copy_unfounded_database(empty_folder, target, "2023-03-01T10:00:00Z")
    assert sorted(target.rglob("*")) == before


def test_a_folder_in_which_someone_works_is_not_touched(tmp_path: Path, empty_folder: Path) -> None:
    target = Path(shutil.copytree(empty_folder, tmp_path / "target"))
    lock = FolderLock(target)
    lock.take("2023-03-01T10:00:00Z")
    with pytest.raises(EnvironmentProblem) as refused:
        places.copy_unfounded_database(empty_folder, target, "2023-03-01T10:00:00Z")
    lock.release()
    assert refused.value.key == "data_in_use"
    assert list(target.glob(f"{paths.DATABASE}.*")) == []


def test_two_that_are_moved_aside_in_one_second_are_both_kept(tmp_path: Path, empty_folder: Path) -> None:
    target = Path(shutil.copytree(empty_folder, tmp_path / "target"))
    for _time in range(2):
        assert not places.judge_folder(target, kind_of=lambda _folder: DriveKind.FIXED).holds_office
        places.copy_unfounded_database(empty_folder, target, "2023-03-01T10:00:00Z")
    assert len(list(target.glob(f"{paths.UNFOUNDED}-20230301T100000Z*"))) == 2


def test_the_folder_of_the_program_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem) as refused:
        places.judge_folder(tmp_path, program=tmp_path, kind_of=lambda _folder: DriveKind.FIXED)
    assert refused.value.key == "place_in_program"
    with pytest.raises(EnvironmentProblem) as refused:
        places.judge_folder(tmp_path / "none", program=tmp_path / "program", kind_of=lambda _folder: DriveKind.FIXED)
    assert refused.value.key == "place_unusable"


@not_on_windows("a link of that system leads to a folder that is there")
def test_a_link_that_leads_to_itself_is_no_folder(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with pytest.raises(EnvironmentProblem) as refused:
        places.judge_folder(loop, program=tmp_path / "p", kind_of=lambda _folder: DriveKind.FIXED)
    assert refused.value.key == "place_unusable"


INSTANT = "2023-03-01T10:00:00Z"


def _longest_names(data: Path) -> list[Path]:
    """Of each kind of file that the program keeps, the longest name; a restore puts the older one aside."""
    sha256, store, place = "f" * 64, FileStore(data / paths.FILES), data / paths.BACKUPS
    aside = f"{RestoreContext(data, FixedClock(datetime(2023, 3, 1, 10, tzinfo=UTC))).suffix}-99"
    copied = f"{paths.DATABASE}{PART}-journal"
    looked_at = place / f"{LOOK}0123abcd"
    files = [store.path_of(sha256), data / paths.FONTS / f"{sha256}.font", data / paths.DATABASE]
    return [
        *(file.with_name(file.name + aside) for file in files),
        data / f"{STAGING}0123abcd" / copied,
        stored_path(place, sha256),
        place / folder_name(999999, INSTANT) / copied,
        FileStore(looked_at / paths.FILES).path_of(sha256),
        looked_at / f"{STAGING}0123abcd" / copied,
        data / paths.BEFORE_UPGRADE / "schema-100-20230301T100000Z-99" / copied,
        *(new_folder(data, kind, INSTANT) / f"{paths.DATABASE}-journal" for kind in (DAMAGED, ROLLBACK)),
    ]


def test_below_the_longest_folder_the_longest_name_just_fits(tmp_path: Path) -> None:
    """A path of Windows has 259 letters at most."""
    longest = max(len(str(file.relative_to(tmp_path))) for file in _longest_names(tmp_path))
    assert LONGEST_OF_WINDOWS + 1 + longest == 259


def test_a_folder_below_which_our_files_would_not_fit_is_refused(tmp_path: Path) -> None:
    def judged(longest: int) -> None:
        places.judge_folder(tmp_path, program=tmp_path / "p", kind_of=lambda _folder: DriveKind.FIXED, longest=longest)

    judged(len(str(tmp_path)))
    with pytest.raises(EnvironmentProblem) as refused:
        judged(len(str(tmp_path)) - 1)
    assert refused.value.key == "place_too_deep"
    assert sentence(refused.value).endswith("برگزینید.")


def test_such_a_folder_is_refused_whoever_names_it(
    tmp_path: Path, empty_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writable, "LONGEST", len(str(tmp_path / "data")) - 1)
    with pytest.raises(EnvironmentProblem, match="place_too_deep") as refused:
        open_folder(tmp_path / "data", work_context())
    assert sentence(refused.value).endswith("برگزینید.")
    assert list(tmp_path.iterdir()) == []
    shutil.copytree(empty_folder, tmp_path / "data")
    with pytest.raises(EnvironmentProblem, match="place_too_deep"):
        open_folder(tmp_path / "data", work_context())
    view_folder(tmp_path / "data", work_context()).close()
