"""Notices over the page of backups: they go with the data of which they speak, and come with damage that it meets."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from desktop_app import paths
from desktop_app.bootstrap.machine import machine_settings
from desktop_app.controllers.backups.backups_memory import BackupsMemory
from desktop_app.storage.backup import office_backups
from desktop_app.storage.backup.listing import list_backups
from desktop_app.text import recovery
from desktop_app.text.office import backups as words
from tests.bootstrap.conftest import Run, Start
from tests.bootstrap.test_backups import bands, keep, no_sample, page, rows
from tests.bootstrap.test_data_of_other_office import act
from tests.storage.test_backup_evidence import back_up


def restore(run: Run, folder: Path) -> None:
    """The newest backup."""
    shown = page(run)
    run.until(lambda: bool(rows(shown)) and not run.opening.workers.busy)
    copies = len(list_backups(folder / paths.BACKUPS))
    run.dialogs.answers.append("restore")
    shown.ui.restore.click()
    run.until(lambda: len(list_backups(folder / paths.BACKUPS)) > copies and run.office_open)
    run.until(lambda: run.window.page() == "meetings" and not run.opening.workers.busy)


def test_what_a_restore_put_right_is_told_no_more(start: Start, demo_folder: Path) -> None:
    folder = no_sample(demo_folder)
    older = folder.with_name("older.db")
    shutil.copyfile(folder / paths.DATABASE, older)
    act(folder, 3)
    back_up(folder)
    shutil.copyfile(older, folder / paths.DATABASE)
    run = start(folder)
    run.at("meetings")
    assert recovery.NEWER_BESIDE in bands(run)
    restore(run, folder)
    assert recovery.NEWER_BESIDE not in bands(run)
    assert bands(run).count(words.RESTORED) == 1
    # that of the first restore speaks of data that are others by now
    restore(run, folder)
    assert bands(run).count(words.RESTORED) == 1


@pytest.mark.parametrize("made", [True, False])
def test_damage_that_the_page_of_backups_meets_shows_the_ways_back(
    start: Start, demo_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: bool
) -> None:
    """The file is cut under the open window; the first to read it is a new backup, or the list of them."""
    folder, stick = no_sample(demo_folder), tmp_path / "usb"
    stick.mkdir()
    monkeypatch.setenv(paths.SETTINGS_VARIABLE, str(tmp_path / "machine.ini"))
    BackupsMemory(machine_settings(), folder).choose(stick)
    run = start(folder)
    run.at("meetings")
    shown = page(run)
    shown.ui.makeSecond.click()
    run.until(lambda: len(rows(shown)) == 1 and not run.opening.workers.busy)
    last = shown.ui.second.text()
    run.window.page_chosen.emit("meetings")
    database = folder / paths.DATABASE
    with database.open("r+b") as file:
        file.truncate(database.stat().st_size // 2)
    if made:
        shown = page(run)
        shown.ui.make.click()
    else:
        page(run)
    run.until(lambda: recovery.WAYS in [button.text() for button in run.window.findChildren(QPushButton)])
    run.until(lambda: not run.opening.workers.busy)
    assert shown.ui.second.text() == last, "what lies on the stick is none the worse"


def test_the_reminder_goes_with_its_reason_wherever_that_is_seen_first(
    start: Start, demo_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder where the stick would be lies on the disk of the data, until the stick is plugged in."""
    folder, stick = no_sample(demo_folder), tmp_path / "usb"
    stick.mkdir()
    monkeypatch.setenv(paths.SETTINGS_VARIABLE, str(tmp_path / "machine.ini"))
    beside = [True]
    monkeypatch.setattr(office_backups, "same_disk", lambda *_: beside[0])
    BackupsMemory(machine_settings(), folder).choose(stick)
    run = start(folder, watch=keep)
    run.at("meetings")
    run.until(lambda: words.REMIND_SAME_DISK in bands(run) and not run.opening.workers.busy)
    page(run)
    run.until(lambda: not run.opening.workers.busy)
    assert words.REMIND_SAME_DISK in bands(run)
    beside[0] = False
    run.window.page_chosen.emit("meetings")
    page(run)
    run.until(lambda: words.REMIND_SAME_DISK not in bands(run))
