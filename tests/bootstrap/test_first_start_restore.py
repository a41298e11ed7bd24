"""The first start on another machine: the office is brought back from a backup in the place of a new one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from desktop_app.system.paths import DataLocation, Origin
from desktop_app.window.founding.page import FoundingPage
from desktop_app.window.shell import guided_recovery
from desktop_app.window.shell.pages import FOUNDING
from desktop_app.window.shell.place import ChosenDataFolder
from desktop_app.words import recovery as words
from tests.bootstrap.backups import records
from tests.bootstrap.conftest import Run, Start
from tests.bootstrap.test_guided_recovery import backed_up, button_of, press, restored, searched


@pytest.fixture
def stick(demo_folder: Path, tmp_path: Path) -> Path:
    """A USB stick with a backup of the demo's office."""
    place = tmp_path / "stick"
    place.mkdir()
    backed_up(demo_folder, place)
    return place


@pytest.fixture
def places(stick: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """The folders that the operator names, one after the other; the last one again and again."""
    named: list[Path | None] = [stick]
    monkeypatch.setattr(guided_recovery, "ask_folder", lambda *_: named.pop(0) if len(named) > 1 else named[0])
    return named


@pytest.fixture
def fresh(start: Start, places: list[Path | None], tmp_path: Path) -> Run:
    """The window of a new machine."""
    run = start(ChosenDataFolder(DataLocation(tmp_path / "usual", Origin.USUAL)))
    run.at(FOUNDING)
    run.window.activateWindow()
    run.until(lambda: QApplication.activeWindow() is run.window)
    return run


def _founding(run: Run) -> FoundingPage:
    page = run.window.shown()
    assert isinstance(page, FoundingPage)
    return page


def test_an_office_comes_back_from_a_stick_on_a_new_machine(
    fresh: Run, places: list[Path | None], demo_folder: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    places.insert(0, empty)
    _founding(fresh).ui.restore.click()
    assert words.BACKUP_NONE_THERE in searched(fresh)
    assert words.FIRST_START in searched(fresh)
    shown = {one.objectName() for one in fresh.window.findChildren(QPushButton) if one.isVisible()}
    assert not {"recoveryRows", "recoveryView"} & shown, "nothing is damaged"
    press(fresh, "recoveryElsewhere")
    assert str(places[0]) in searched(fresh)
    assert button_of(fresh, "recoveryRestore").hasFocus()
    assert words.cost(0, 0, known=False) in searched(fresh), "nobody can count what the other machine recorded since"
    assert words.cost(0, 0, known=True) not in searched(fresh)
    restored(fresh)
    fresh.at("meetings")
    assert records(tmp_path / "usual") == records(demo_folder)


def test_who_thinks_better_of_it_comes_back_to_the_first_start(fresh: Run, tmp_path: Path) -> None:
    before = records(tmp_path / "usual")
    _founding(fresh).ui.restore.click()
    searched(fresh)
    button = button_of(fresh, "recoveryClose")
    assert button.text() == words.TO_FIRST_START
    button.click()
    fresh.at(FOUNDING)
    assert fresh.window.isVisible()
    assert records(tmp_path / "usual") == before


def test_a_name_that_was_typed_is_still_there(fresh: Run) -> None:
    field = next(one for one in _founding(fresh).findChildren(QLineEdit) if one.isVisible())
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Committee of the trial")
    _founding(fresh).ui.restore.click()
    searched(fresh)
    press(fresh, "recoveryClose")
    fresh.at(FOUNDING)
    assert "Committee of the trial" in {one.text() for one in _founding(fresh).findChildren(QLineEdit)}


def test_without_a_folder_nothing_happens(fresh: Run, places: list[Path | None]) -> None:
    places.insert(0, None)
    _founding(fresh).ui.restore.click()
    assert fresh.window.page() == FOUNDING
    assert fresh.office_open


def test_a_folder_that_was_asked_for_offers_no_other_office(start: Start, tmp_path: Path) -> None:
    run = start(tmp_path / "asked")
    run.at(FOUNDING)
    assert not _founding(run).ui.restore.isVisible()
