"""Notices over the page of backups: they go with the data of which they speak, and come with damage that it meets."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from desktop_app.storage.backup.listing import list_backups
from desktop_app.system import paths
from desktop_app.words import backups as words
from desktop_app.words import recovery
from tests.bootstrap.backups import back_up, bands, no_sample, page, rows
from tests.bootstrap.conftest import Run, Start


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine of the test's own."""
    monkeypatch.setenv(paths.SETTINGS_VARIABLE, str(tmp_path / "machine" / "settings.ini"))


def restore(run: Run, folder: Path) -> None:
    """The newest backup."""
    shown = page(run)
    run.until(lambda: bool(rows(shown)) and not run.opening.workers.busy)
    copies = len(list_backups(folder / paths.BACKUPS))
    run.dialogs.answers.append("restore")
    shown.ui.restore.click()
    run.until(lambda: len(list_backups(folder / paths.BACKUPS)) > copies and run.office_open)
    run.until(lambda: run.window.page() == "meetings" and not run.opening.workers.busy)


def test_what_is_told_of_one_restore_goes_with_the_next(start: Start, demo_folder: Path) -> None:
    back_up(no_sample(demo_folder))
    run = start(demo_folder)
    run.at("meetings")
    for _time in range(2):
        restore(run, demo_folder)
        assert bands(run).count(words.RESTORED) == 1


@pytest.mark.parametrize("made", [True, False])
def test_damage_that_the_page_of_backups_meets_shows_the_ways_back(start: Start, demo_folder: Path, made: bool) -> None:
    """The file is cut under the open window; the first to read it is a new backup, or the list of them."""
    back_up(no_sample(demo_folder))
    run = start(demo_folder)
    run.at("meetings")
    shown = page(run)
    last = shown.ui.state.text()
    run.window.page_chosen.emit("meetings")
    database = demo_folder / paths.DATABASE
    with database.open("r+b") as file:
        file.truncate(database.stat().st_size // 2)
    page(run)
    if made:
        shown.ui.make.click()
    run.until(lambda: recovery.WAYS in [button.text() for button in run.window.findChildren(QPushButton)])
    run.until(lambda: not run.opening.workers.busy)
    assert shown.ui.state.text() == last, "what lies in the place is none the worse"
