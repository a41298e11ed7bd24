"""Where the data lie: chosen at the first start, remembered by the machine, and never replaced when it is missing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.storage.file import places
from desktop_app.storage.file.places import remember_folder
from desktop_app.storage.file.writable import DriveKind
from desktop_app.system import disk, paths
from desktop_app.system.paths import DataLocation, Origin
from desktop_app.window.founding.page import FoundingPage
from desktop_app.window.shell import place as place_module
from desktop_app.window.shell.place import ChosenDataFolder
from desktop_app.window.shell.single import SingleWindow
from desktop_app.words import shell as words
from desktop_app.words.digits import without_marks
from tests.bootstrap.conftest import Run, Start


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine that has chosen nothing yet."""
    monkeypatch.setenv(paths.SETTINGS_VARIABLE, str(tmp_path / "machine" / "settings.ini"))
    return paths.chosen_folder_file()


@pytest.fixture
def usual(tmp_path: Path) -> DataLocation:
    return DataLocation(tmp_path / "usual", Origin.USUAL)


@pytest.fixture
def chosen(tmp_path: Path) -> Path:
    """A folder of the operator's, on another drive."""
    folder = tmp_path / "دیسک دیگر" / "دبیرخانه"
    folder.mkdir(parents=True)
    return folder


def _picking(place: DataLocation, *folders: Path | None) -> ChosenDataFolder:
    """The place of a run in which these folders are picked, one after another."""
    left = list(folders)
    return ChosenDataFolder(place, pick_folder=lambda _title, _folder: left.pop(0))


def _page(run: Run) -> FoundingPage:
    """The one that shows; those of a folder that was left wait to be deleted."""
    return run.window.findChildren(FoundingPage)[-1]


def _refusal(run: Run) -> str:
    """What the band above the form says."""
    band = _page(run).ui.band
    return " ".join(one.text() for one in band.findChildren(QLabel) if one.isVisible())


# ---- the first start


def test_the_page_of_the_first_start_says_where_the_data_lie(start: Start, usual: DataLocation) -> None:
    run = start(_picking(usual))
    run.at("founding")
    assert str(usual.folder) in _page(run).ui.place.text()
    assert _page(run).ui.changePlace.isVisible()


@pytest.mark.parametrize("origin", [Origin.ASKED, Origin.PORTABLE])
def test_a_folder_that_was_named_from_outside_is_not_offered_for_a_change(
    start: Start, tmp_path: Path, origin: Origin
) -> None:
    run = start(_picking(DataLocation(tmp_path / "named", origin)))
    run.at("founding")
    assert not _page(run).ui.changePlace.isVisible()


def test_another_folder_takes_what_was_typed_and_is_remembered(
    start: Start, usual: DataLocation, chosen: Path, machine: Path
) -> None:
    run = start(_picking(usual, chosen), single=SingleWindow(usual.folder))
    run.at("founding")
    field = next(one for one in _page(run).findChildren(QLineEdit) if one.isVisible() and not one.isReadOnly())
    name = field.objectName()
    field.setFocus()
    run.bot.keyClicks(field, "typed before")
    _page(run).ui.changePlace.click()
    assert run.dialogs.asked == []
    assert paths.is_file(chosen / paths.DATABASE)
    assert str(chosen) in _page(run).ui.place.text()
    assert not _refusal(run)
    again = next(one for one in _page(run).findChildren(QLineEdit, name) if one.isVisible())
    assert "typed before" in again.text()
    assert paths.data_location() == DataLocation(chosen, Origin.REMEMBERED)
    assert not paths.data_location().missing
    # the former one is free, and what was typed there is still there
    assert paths.is_file(usual.folder / paths.DATABASE)
    assert not paths.exists(usual.folder / paths.LOCK_HOLDER)
    assert SingleWindow(chosen).raise_other()
    assert not SingleWindow(usual.folder).raise_other()


def _type(run: Run, text: str) -> str:
    """Type into the first field of the page; its name."""
    field = next(one for one in _page(run).findChildren(QLineEdit) if one.isVisible() and not one.isReadOnly())
    field.setFocus()
    run.bot.keyClicks(field, text)
    return field.objectName()


def _typed(run: Run, name: str) -> str:
    return next(one.text() for one in _page(run).findChildren(QLineEdit, name) if one.isVisible())


def test_going_back_takes_along_what_was_typed_since(start: Start, usual: DataLocation, chosen: Path) -> None:
    """What was left behind there is no office: nothing is asked, and it stays under another name."""
    run = start(_picking(usual, chosen, usual.folder))
    run.at("founding")
    name = _type(run, "one")
    _page(run).ui.changePlace.click()
    _type(run, "two")
    latest = _typed(run, name)
    assert {"one", "two"} <= {latest[at : at + 3] for at in range(len(latest))}
    _page(run).ui.changePlace.click()
    assert run.dialogs.asked == []
    assert not _refusal(run)
    assert paths.data_location().folder == usual.folder
    assert _typed(run, name) == latest
    (aside,) = usual.folder.glob(f"{paths.UNFOUNDED}-*")
    assert aside.stat().st_size > 0
    assert not paths.exists(usual.folder / f"{paths.DATABASE}.part")


def test_a_folder_with_other_files_gets_one_of_ours_inside(start: Start, usual: DataLocation, chosen: Path) -> None:
    (chosen / "letter.docx").touch()
    run = start(_picking(usual, chosen))
    _page(run).ui.changePlace.click()
    assert paths.data_location().folder == chosen / paths.APP_NAME


def test_an_office_that_lies_there_is_opened_only_when_that_is_wanted(
    start: Start, usual: DataLocation, demo_folder: Path
) -> None:
    run = start(_picking(usual, demo_folder, demo_folder), "cancel", "open")
    _page(run).ui.changePlace.click()
    assert run.window.page() == "founding"
    assert paths.remembered_folder() is None
    _page(run).ui.changePlace.click()
    assert [one.title for one in run.dialogs.asked] == [words.OFFICE_THERE] * 2
    run.at("meetings")
    assert paths.remembered_folder() == demo_folder


@pytest.mark.parametrize("kind", [DriveKind.NETWORK, DriveKind.REMOVABLE])
@pytest.mark.whole
def test_a_network_is_refused_and_what_can_be_pulled_out_is_asked_about(
    start: Start, usual: DataLocation, chosen: Path, kind: DriveKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    def judge(folder: Path) -> places.ChosenFolder:
        return places.judge_folder(folder, kind_of=lambda _folder: kind)

    monkeypatch.setattr(place_module, "judge_folder", judge)
    run = start(_picking(usual, chosen))
    _page(run).ui.changePlace.click()
    assert ("روی شبکه" in _refusal(run)) is (kind is DriveKind.NETWORK)
    assert [one.title for one in run.dialogs.asked] == ([] if kind is DriveKind.NETWORK else [words.DOUBTFUL])
    assert list(chosen.iterdir()) == []
    assert paths.remembered_folder() is None


def test_a_copy_that_fails_leaves_all_as_it_was(
    start: Start, usual: DataLocation, chosen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(disk, "sync_file", full)
    run = start(_picking(usual, chosen))
    _page(run).ui.changePlace.click()
    run.at("founding")
    assert "برده نشد" in _refusal(run)
    assert str(usual.folder) in _page(run).ui.place.text()
    assert list(chosen.iterdir()) == []
    assert paths.remembered_folder() is None


@pytest.mark.whole
def test_a_copy_that_fails_leaves_the_older_one_in_its_place(
    start: Start, usual: DataLocation, chosen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = start(_picking(usual, chosen, usual.folder))
    _page(run).ui.changePlace.click()
    older = (usual.folder / paths.DATABASE).read_bytes()

    def full(*_args: object) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(disk, "sync_file", full)
    _page(run).ui.changePlace.click()
    assert "برده نشد" in _refusal(run)
    assert (usual.folder / paths.DATABASE).read_bytes() == older
    assert list(usual.folder.glob(f"{paths.UNFOUNDED}-*")) == []
    assert str(chosen) in _page(run).ui.place.text()


def test_a_place_that_cannot_be_remembered_is_told(
    start: Start, usual: DataLocation, chosen: Path, machine: Path
) -> None:
    machine.parent.touch()
    run = start(_picking(usual, chosen))
    _page(run).ui.changePlace.click()
    ((title, text),) = run.dialogs.told
    assert title == words.NOT_REMEMBERED
    assert str(chosen) in text


# ---- later starts


def test_a_missing_drive_is_told_and_nothing_is_made(start: Start, tmp_path: Path) -> None:
    gone = tmp_path / "E" / "دبیرخانه"
    run = start(_picking(DataLocation(gone, Origin.REMEMBERED)), "close")
    (asked,) = run.dialogs.asked
    assert asked.title == words.MISSING
    assert str(gone) in asked.text
    run.until(lambda: not run.window.isVisible())
    assert not gone.parent.exists()


def test_a_drive_that_is_plugged_in_meanwhile_is_opened(start: Start, demo_folder: Path, tmp_path: Path) -> None:
    gone = tmp_path / "E"

    def plug_in(run: Run) -> None:
        run.dialogs.when_asked = lambda: shutil.copytree(demo_folder, gone) if len(run.dialogs.asked) == 2 else None

    run = start(_picking(DataLocation(gone, Origin.REMEMBERED)), "again", "again", watch=plug_in)
    run.at("meetings")
    assert len(run.dialogs.asked) == 2


def test_the_data_that_were_moved_are_found_by_their_folder(start: Start, demo_folder: Path, tmp_path: Path) -> None:
    gone = DataLocation(tmp_path / "E", Origin.REMEMBERED)
    run = start(_picking(gone, demo_folder), "other")
    run.at("meetings")
    assert paths.remembered_folder() == demo_folder


def test_an_empty_office_instead_of_a_missing_one_is_begun_only_when_that_is_wanted(
    start: Start, chosen: Path, tmp_path: Path
) -> None:
    gone = DataLocation(tmp_path / "E", Origin.REMEMBERED)
    run = start(_picking(gone, chosen, None, chosen), "other", "cancel", "other", "other", "new")
    run.at("founding")
    titles = [words.MISSING, words.NEW_OFFICE, words.MISSING, words.MISSING, words.NEW_OFFICE]
    assert [one.title for one in run.dialogs.asked] == titles
    assert paths.remembered_folder() == chosen


@pytest.mark.parametrize("content", [b"", b"relative", b"a folder" * 900])
def test_a_choice_that_is_lost_is_told_as_such(start: Start, machine: Path, demo_folder: Path, content: bytes) -> None:
    """Nothing was in the file itself, and to look there again would find nothing."""
    machine.parent.mkdir()
    machine.write_bytes(content)
    place = paths.data_location()
    assert (place.missing, place.lost) == (True, True)
    run = start(_picking(place, None, demo_folder), "other", "other")
    run.at("meetings")
    assert [one.text for one in run.dialogs.asked] == [words.lost(str(machine))] * 2
    assert [choice.key for choice in run.dialogs.asked[0].choices] == ["other", "close"]
    assert paths.data_location() == DataLocation(demo_folder, Origin.REMEMBERED)


def test_a_choice_that_is_lost_ends_the_program_when_that_is_wanted(start: Start, machine: Path) -> None:
    machine.parent.mkdir()
    machine.touch()
    run = start(_picking(paths.data_location()), "close")
    run.until(lambda: not run.window.isVisible())
    assert [file.name for file in machine.parent.iterdir()] == [machine.name]


# ---- what is remembered


def test_nothing_is_remembered_until_something_is_chosen(tmp_path: Path) -> None:
    assert paths.remembered_folder() is None
    remember_folder(tmp_path / "داده‌ها ")
    assert paths.remembered_folder() == tmp_path / "داده‌ها "


@pytest.mark.parametrize("content", [b"", b"relative", b"\xef\xbb\xbf"])
def test_a_lost_choice_begins_no_new_office(machine: Path, content: bytes) -> None:
    machine.parent.mkdir()
    machine.write_bytes(content)
    assert paths.data_location().missing
    assert paths.data_location().lost


def test_the_file_may_be_written_by_hand(machine: Path, tmp_path: Path) -> None:
    machine.parent.mkdir()
    machine.write_bytes(b"\xef\xbb\xbf" + str(tmp_path).encode() + b"\r\n")
    assert paths.data_location() == DataLocation(tmp_path, Origin.REMEMBERED)


def test_the_command_line_makes_no_office_where_the_chosen_one_is_missing(
    tmp_path: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    from desktop_app.cli import main

    remember_folder(tmp_path / "gone")
    assert main(["check"]) != 0
    assert main(["demo"]) != 0
    assert "data_place_missing" in capsys.readouterr().err
    assert not (tmp_path / "gone").exists()


def test_the_command_line_says_that_the_choice_is_lost(
    machine: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    from desktop_app.cli import main

    machine.parent.mkdir()
    machine.touch()
    assert main(["check"]) != 0
    told = capsys.readouterr().err
    assert "data_place_lost" in told
    assert str(machine) in without_marks(told)
    assert [file.name for file in machine.parent.iterdir()] == [machine.name]
