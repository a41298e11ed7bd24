"""``archive``: counts on the answer, what is not complete on standard error, and refusals by their keys."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop_app import paths, wiring
from desktop_app.storage.archive_export.drawn_papers import LETTERS, MINUTES
from desktop_app.storage.file.copying import PART
from desktop_app.text.archive_export import archive_export as words
from desktop_app.text.shared.digits import persian
from tests.cli.caller import Caller
from tests.storage.archive_export.exports import CLOCK, everything, stored_rows


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that stands on the day of the demo."""
    monkeypatch.setattr(wiring, "SystemClock", lambda: CLOCK)


@pytest.fixture
def data(demo_data: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(demo_data, tmp_path / "دفتر"))


def test_it_says_what_it_made_and_where(call: Caller, data: Path, tmp_path: Path) -> None:
    before = everything(data)
    target = tmp_path / "بایگانی"
    told = call("archive", "--data", data, "-o", target)
    assert told.code == 0
    assert str(target) in told.out
    drawn = sum(len(list((target / folder).iterdir())) for folder in (LETTERS, MINUTES))
    assert f"{persian(len(stored_rows(data)['file']) + drawn)} فایل" in told.out
    assert (target / "index.html").is_file()
    assert everything(data) == before
    assert call("archive", "--data", data, "--output", target).key() == "archive_taken"


def test_what_is_not_complete_ends_with_1_and_is_named(call: Caller, data: Path, tmp_path: Path) -> None:
    lost = next((data / paths.FILES).glob("*/*"))
    lost.unlink()
    told = call("archive", "--data", data, "-o", tmp_path / "x")
    assert told.code == 1
    assert words.FAULTS["missing"] in told.err
    assert told.err.rstrip().endswith("[archive_incomplete]")
    assert (tmp_path / "x" / "manifest.json").is_file(), "what is there is kept all the same"


def test_its_refusals_leave_nothing(call: Caller, data: Path, tmp_path: Path) -> None:
    for target, key in (
        (data / "بایگانی", "archive_inside"),
        (tmp_path / "no" / "place", "archive_no_parent"),
        (Path(tmp_path.anchor), "archive_root"),
    ):
        assert call("archive", "--data", data, "-o", target).key() == key
    assert not list(tmp_path.rglob(f"*{PART}"))


def test_without_an_office_there_is_nothing_to_export(call: Caller, tmp_path: Path) -> None:
    assert call("archive", "--data", tmp_path / "nothing", "-o", tmp_path / "x").key() == "database_missing"


def test_it_wants_a_folder(call: Caller, data: Path) -> None:
    assert call("archive", "--data", data).code == 2


def test_a_key_of_the_keyboard_breaks_it_off_and_nothing_is_left(
    call: Caller, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.storage.archive_export import exporting

    def pressed(*_asked: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(exporting, "write_page", pressed)
    assert call("archive", "--data", data, "-o", tmp_path / "x").key() == "interrupted"
    assert [one.name for one in tmp_path.iterdir()] == [data.name]
