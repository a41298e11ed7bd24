"""No paper ever takes the place of what the office's records lie in, nor of what is no file at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.printing.files import keep_file, require_file, write_file
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.lock import HOLDER_NAME, LOCK_NAME
from desktop_app.system import paths
from desktop_app.words.refusals import sentence
from tests.places import link
from tests.systems import not_on_windows

OWN = (
    *(DATABASE_NAME + end for end in ("", "-journal", "-wal", "-shm", ".bak")),
    *(LOCK_NAME, HOLDER_NAME, f"{LOCK_NAME}-journal", "settings.ini", "settings.ini.lock"),
    *("log/dabirkhaneh.log", "fonts/0a1b.font", "papers/صورت‌جلسهٔ ۳.pdf", "files/0a/0a1b"),
    *("backups/000001-20230301T100000Z/manifest.json", "backups/files/0a/0a1b"),
    *("before-upgrade/schema-6-20230301T100000Z/dabirkhaneh.db", "set-aside/damaged-20230301T100000Z/report.txt"),
)
NEW = b"%PDF"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with everything that the program keeps in one."""
    folder = tmp_path / "داده"
    for name in OWN:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(name.encode())
    return folder


def _refused(target: Path, office: Path | None, key: str) -> None:
    before = {file: file.read_bytes() for file in target.parent.iterdir() if file.is_file()}
    with pytest.raises(EnvironmentProblem, match=key) as caught:
        write_file(target, NEW, office=office)
    assert target.name in sentence(caught.value)
    assert {file: file.read_bytes() for file in target.parent.iterdir() if file.is_file()} == before


@pytest.mark.parametrize("known", [True, False], ids=["of this office", "of another"])
@pytest.mark.parametrize("name", OWN)
def test_what_the_program_keeps_in_a_data_folder_is_never_written_over(data: Path, name: str, known: bool) -> None:
    _refused(data / name, data if known else None, "target_of_office")


@pytest.mark.parametrize("name", OWN)
def test_nor_through_a_link_to_it(data: Path, tmp_path: Path, name: str) -> None:
    soft, hard = tmp_path / "soft.pdf", tmp_path / "hard.pdf"
    os.link(data / name, hard)
    _refused(hard, data, "target_of_office")
    hard.unlink()
    link(soft, data / name)
    _refused(soft, None, "target_of_office")
    link(tmp_path / "door", data)
    _refused(tmp_path / "door" / name, None, "target_of_office")


def test_of_every_folder_that_the_program_makes_something_is_tried() -> None:
    assert set(paths.FOLDERS) <= {name.split("/")[0] for name in OWN}


@pytest.mark.parametrize("name", [name for name in paths.FOLDERS if name != paths.PAPERS])
def test_nor_may_a_paper_be_put_beside_it(data: Path, name: str) -> None:
    _refused(data / name / "رونوشت.pdf", None, "target_of_office")


@pytest.mark.parametrize("name", [f"{DATABASE_NAME}-wal", LOCK_NAME, "DabirKhaneh.DB", "fonts/a.pdf", "Log/a.pdf"])
def test_nor_may_a_paper_take_a_name_that_the_program_will_need(data: Path, name: str) -> None:
    for file in sorted(data.rglob("*")):
        if file.is_file() and file.name != DATABASE_NAME:
            file.unlink()
    (data / "Log").mkdir(exist_ok=True)
    _refused(data / name, None, "target_of_office")
    # as it is written: Windows knows the database by another case, too
    assert name not in {file.relative_to(data).as_posix() for file in data.rglob("*")}


def test_the_database_has_its_name_before_there_is_one(tmp_path: Path) -> None:
    _refused(tmp_path / DATABASE_NAME, None, "target_of_office")
    assert not list(tmp_path.iterdir())


def test_a_file_of_the_operator_in_the_data_folder_is_hers(data: Path) -> None:
    write_file(data / "گزارش.pdf", NEW, office=data)
    write_file(data / "papers" / "رونوشت.pdf", NEW, office=data)
    write_file(data / "papers" / ".." / "گزارش.pdf", NEW + NEW, office=data)
    assert (data / "گزارش.pdf").read_bytes() == NEW + NEW


def test_folders_of_the_same_names_elsewhere_are_not_ours(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    for _time in range(2):
        write_file(tmp_path / "papers" / "a.pdf", NEW)


def test_the_program_itself_keeps_its_papers_and_fonts(data: Path) -> None:
    keep_file(data / "papers" / "صورت‌جلسهٔ ۳.pdf", NEW)
    assert (data / "papers" / "صورت‌جلسهٔ ۳.pdf").read_bytes() == NEW


@not_on_windows("no folder holds a FIFO")
@pytest.mark.parametrize("write", [write_file, keep_file])
def test_what_is_no_file_stays_what_it_is(tmp_path: Path, write: object) -> None:
    assert callable(write)
    pipe, soft, loop = tmp_path / "pipe.pdf", tmp_path / "link.pdf", tmp_path / "loop.pdf"
    os.mkfifo(pipe)
    link(soft, pipe)
    link(loop, loop)
    for target in (pipe, soft, loop):
        with pytest.raises(EnvironmentProblem, match="target_not_file") as caught:
            write(target, NEW)
        assert target.name in sentence(caught.value)
    assert pipe.is_fifo()
    assert {file.name for file in tmp_path.iterdir()} == {"pipe.pdf", "link.pdf", "loop.pdf"}


def test_a_link_to_nothing_yet_makes_what_it_points_to(tmp_path: Path) -> None:
    soft = tmp_path / "link.pdf"
    link(soft, tmp_path / "made.pdf")
    write_file(soft, NEW)
    assert (tmp_path / "made.pdf").read_bytes() == NEW
    assert soft.is_symlink()


DEVICES = [
    "con", "NUL.pdf", "nul.tar.pdf", "Aux .pdf", "prn:a.pdf", "COM1.pdf", "lpt².docx", "CONOUT$", "C:/x/con/a.pdf",
    r"\\.\pipe\x", "//./COM1", r"\\.\C:\a.pdf",
]  # fmt: skip


@pytest.mark.parametrize("name", DEVICES)
def test_a_device_of_windows_is_no_file(name: str) -> None:
    with pytest.raises(EnvironmentProblem, match="target_not_file") as caught:
        require_file(Path(name), windows=True)
    assert str(Path(name)) in sentence(caught.value)


@pytest.mark.parametrize(
    "name",
    ["contract.pdf", "آ.nul.pdf", "com0.pdf", "com10.pdf", "C:/a/b.pdf", r"\\?\C:\a.pdf", r"\\server\share\a.pdf"],
)
def test_names_like_those_of_devices_are_names_of_files(name: str) -> None:
    require_file(Path(name), windows=True)


@not_on_windows("the name is a device in every folder")
def test_the_same_name_elsewhere_is_a_file(tmp_path: Path) -> None:
    write_file(tmp_path / "NUL.pdf", NEW)
    assert (tmp_path / "NUL.pdf").read_bytes() == NEW


@pytest.mark.parametrize("error", [OSError(9, "no handle"), PermissionError(13, "a pipe"), ValueError("a null byte")])
def test_a_path_that_the_system_cannot_follow_is_refused_in_persian(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    """Windows raises so for a device, for a pipe, and for a folder that is none."""

    def fail(_path: object) -> str:
        raise error

    monkeypatch.setattr(os.path, "realpath", fail)
    for write in (write_file, keep_file):
        with pytest.raises(EnvironmentProblem, match="file_name_unusable") as caught:
            write(tmp_path / "a.pdf", NEW)
        assert "a.pdf" in sentence(caught.value)


def test_a_data_folder_that_the_system_cannot_follow_holds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    follow = os.path.realpath

    def fail(path: Path) -> str:
        if path.name == "data":
            raise OSError(9, "no handle")
        return follow(path)

    monkeypatch.setattr(os.path, "realpath", fail)
    write_file(tmp_path / "a.pdf", NEW, office=tmp_path / "data")
    assert (tmp_path / "a.pdf").read_bytes() == NEW
