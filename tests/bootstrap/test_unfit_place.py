"""A place that is unfit for the data, whoever named it: an office there is looked at, and a new one goes elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from desktop_app.storage.file import writable
from desktop_app.storage.file.writable import DriveKind
from desktop_app.system import paths
from desktop_app.system.paths import DataLocation, Origin
from desktop_app.window.shell.place import ChosenDataFolder
from desktop_app.words import recovery as recovery_words
from desktop_app.words import shell
from desktop_app.words.digits import without_marks
from tests.bootstrap.conftest import Start
from tests.shown import child, texts


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that has chosen nothing yet."""
    monkeypatch.setenv(paths.SETTINGS_VARIABLE, str(tmp_path / "machine" / "settings.ini"))


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder on a disk of the machine."""
    folder = tmp_path / "local"
    folder.mkdir()
    return folder


@pytest.fixture
def on_network(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every other folder lies on a network."""

    def kind_of(folder: Path) -> DriveKind:
        return DriveKind.FIXED if folder.is_relative_to(elsewhere.resolve()) else DriveKind.NETWORK

    monkeypatch.setattr(writable, "drive_kind", kind_of)


ORIGINS = [Origin.ASKED, Origin.PORTABLE, Origin.REMEMBERED, Origin.USUAL]


@pytest.mark.usefixtures("on_network")
@pytest.mark.parametrize("origin", ORIGINS)
def test_an_office_on_a_network_is_shown_for_reading(start: Start, demo_folder: Path, origin: Origin) -> None:
    before = (demo_folder / paths.DATABASE).read_bytes()
    run = start(ChosenDataFolder(DataLocation(demo_folder, origin)))
    run.at("meetings")
    assert run.opening.screens is not None
    assert not run.opening.screens.office.folder.writable
    assert run.window.band.title() == shell.VIEW_ONLY
    assert run.window.band.detail() == shell.VIEW_ONLY_BECAUSE["place_on_network"]
    assert run.dialogs.asked == []
    run.window.close()
    assert (demo_folder / paths.DATABASE).read_bytes() == before
    assert not paths.exists(demo_folder / paths.LOCK_HOLDER)


@pytest.mark.usefixtures("on_network")
@pytest.mark.parametrize("origin", [Origin.ASKED, Origin.PORTABLE])
def test_no_office_is_begun_on_a_network_that_was_named(start: Start, tmp_path: Path, origin: Origin) -> None:
    run = start(ChosenDataFolder(DataLocation(tmp_path / "share", origin)))
    (question,) = run.dialogs.asked
    assert question.title == shell.CANNOT_OPEN
    assert "روی شبکه" in question.text
    assert not paths.exists(tmp_path / "share")
    run.until(lambda: not run.window.isVisible())


@pytest.mark.usefixtures("on_network")
def test_where_the_usual_folder_lies_on_a_network_another_is_chosen(
    start: Start, tmp_path: Path, elsewhere: Path
) -> None:
    place = ChosenDataFolder(
        DataLocation(tmp_path / "usual", Origin.USUAL), pick_folder=lambda _title, _folder: elsewhere
    )
    run = start(place, "other", "new")
    run.at("founding")
    assert [one.title for one in run.dialogs.asked] == [shell.CANNOT_OPEN, shell.NEW_OFFICE]
    assert "روی شبکه" in without_marks(run.dialogs.asked[0].text)
    assert paths.remembered_folder() == elsewhere
    assert not paths.exists(tmp_path / "usual")


@pytest.mark.usefixtures("on_network")
def test_or_the_program_ends(start: Start, tmp_path: Path) -> None:
    run = start(ChosenDataFolder(DataLocation(tmp_path / "usual", Origin.USUAL)), "close")
    (question,) = run.dialogs.asked
    assert [choice.key for choice in question.choices] == ["other", "close"]
    assert not run.office_open
    run.until(lambda: not run.window.isVisible())


def test_an_office_whose_address_is_too_long_is_shown_for_reading(
    start: Start, demo_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writable, "LONGEST", len(str(demo_folder)) - 1)
    run = start(ChosenDataFolder(DataLocation(demo_folder, Origin.REMEMBERED)))
    run.at("meetings")
    assert run.window.band.detail() == shell.VIEW_ONLY_BECAUSE["place_too_deep"]
    assert not paths.exists(demo_folder / paths.LOCK_HOLDER)


@pytest.mark.parametrize("content", [b"", b"GIF89a" * 900], ids=["empty", "of another program"])
def test_where_the_file_is_gone_or_not_ours_a_folder_for_a_new_office_is_offered_and_not_only_told(
    start: Start, demo_folder: Path, tmp_path: Path, content: bytes
) -> None:
    (demo_folder / paths.FILES).mkdir(exist_ok=True)
    (demo_folder / paths.FILES / "kept").touch()
    (demo_folder / paths.DATABASE).write_bytes(content)
    left = [None, tmp_path / "new"]
    place = ChosenDataFolder(
        DataLocation(demo_folder, Origin.REMEMBERED), pick_folder=lambda _title, _folder: left.pop(0)
    )
    (tmp_path / "new").mkdir()
    run = start(place)
    other = child(run.window, QPushButton, "recoveryOtherFolder")
    assert other.isVisible()
    assert recovery_words.OTHER_FOLDER_WHY in "\n".join(texts(run.window))
    other.click()
    assert run.window.page() == "recovery", "nothing was chosen"
    other.click()
    assert not run.dialogs.told
    run.at("founding")
    assert (tmp_path / "new" / paths.DATABASE).exists()
    assert (demo_folder / paths.DATABASE).read_bytes() == content, "the old folder stays as it is"
