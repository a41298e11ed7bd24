"""A disk without room is told as that, with how much is to be freed: at the start and at a save."""

from __future__ import annotations

import errno
import sqlite3
from collections import namedtuple
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.storage.file.folder import DataFolder, open_folder
from desktop_app.storage.file.writable import missing_megabytes
from desktop_app.words.refusals import sentence
from tests.storage.conftest import work_context

Usage = namedtuple("Usage", "total used free")
MEGABYTE = 1024 * 1024


@pytest.fixture
def little_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seventy megabytes are left."""
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: Usage(0, 0, 70 * MEGABYTE))


@pytest.mark.usefixtures("little_room", "fixed_disk")
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_at_the_start_is_not_told_as_missing_rights(
    folder: Path, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, *_rest: object) -> None:
        raise OSError(code, "No space left on device")

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(EnvironmentProblem, match="full_at_start") as caught:
        open_folder(folder, work_context())
    assert "۱۳۰ مگابایت" in sentence(caught.value)
    assert "اجازه" not in sentence(caught.value)


@pytest.mark.usefixtures("fixed_disk")
def test_missing_rights_at_the_start_stay_missing_rights(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path, *_rest: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(EnvironmentProblem, match="folder_not_writable"):
        open_folder(folder, work_context())


@pytest.mark.usefixtures("little_room")
def test_a_full_disk_at_a_save_says_how_much_to_free(data: DataFolder) -> None:
    def save() -> None:
        with data.open_drafts():
            full = sqlite3.OperationalError("database or disk is full")
            full.sqlite_errorname = "SQLITE_FULL"
            raise EnvironmentProblem("storage_full", code="SQLITE_FULL") from OperationalError("", None, full)

    with pytest.raises(EnvironmentProblem, match="storage_full") as caught:
        save()
    said = sentence(caught.value)
    assert "۱۳۰ مگابایت" in said
    assert "دوباره ذخیره کنید" in said


def test_where_the_disk_itself_has_room_no_number_is_invented(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: Usage(0, 0, 900 * MEGABYTE))
    assert missing_megabytes(tmp_path / "not" / "made" / "yet") == 0
    assert "مگابایت" not in sentence(EnvironmentProblem("storage_full", megabytes=0))
