"""``archive``: counts on the answer, what is not complete on standard error, and refusals by their keys."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop_app import wiring
from desktop_app.storage.archive_export.papers import LETTERS, MINUTES, ExportedPapers
from desktop_app.system import paths
from desktop_app.words import archive_export as words
from desktop_app.words.digits import persian
from tests.cli.caller import Caller
from tests.storage.archive_export.exports import CLOCK, everything
from tests.storage.past_office import take_over


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that stands on the day of the demo."""
    monkeypatch.setattr(wiring, "SystemClock", lambda: CLOCK)


@pytest.fixture
def data(demo_data: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(demo_data, tmp_path / "دفتر"))


def test_it_says_what_it_made_and_what_is_not_complete(call: Caller, data: Path, tmp_path: Path) -> None:
    """Ends with 1 where a file is missing; what is there is kept."""
    next((data / paths.FILES).glob("*/*")).unlink()
    before, target = everything(data), tmp_path / "نسخه"
    told = call("archive", "--data", data, "-o", target)
    assert told.code == 1
    assert str(target) in told.out
    files = [name for name in everything(target) if name.split("/")[0] in (LETTERS, MINUTES, paths.FILES)]
    assert f"{persian(len(files))} فایل" in told.out
    assert words.FAULTS["missing"] in told.err
    assert told.err.rstrip().endswith("[archive_incomplete]")
    assert everything(data) == before
    assert call("archive", "--data", data, "--output", target).key() == "archive_taken"


def test_an_office_without_a_fault_ends_with_0(call: Caller, tmp_path: Path) -> None:
    take_over(tmp_path / "data")
    told = call("archive", "--data", tmp_path / "data", "-o", tmp_path / "x")
    assert (told.code, told.err) == (0, "")


def test_its_refusals_leave_nothing(call: Caller, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert call("archive", "--data", data).code == 2
    assert call("archive", "--data", data, "-o", data / "x").key() == "archive_inside"
    assert call("archive", "--data", tmp_path / "nothing", "-o", tmp_path / "x").key() == "database_missing"

    def pressed(*_asked: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(ExportedPapers, "write", pressed)
    assert call("archive", "--data", data, "-o", tmp_path / "x").key() == "interrupted"
    assert [one.name for one in tmp_path.iterdir()] == [data.name]
