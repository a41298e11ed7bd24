"""Falsified data that are only looked at: a folder that cannot be written, and a backup in a window of its own."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from desktop_app import paths, wiring
from desktop_app.bootstrap.backups.window import BackupWindow
from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.storage.backup.listing import list_backups
from desktop_app.text import found as found_words
from desktop_app.text import shell as words
from desktop_app.text.office import backup_doubts
from desktop_app.text.office import backups as backup_words
from desktop_app.text.shared.refusals import sentence
from desktop_app.widgets.style.tokens import Tone
from desktop_app.wiring import Office
from tests.bootstrap.conftest import Run, Start
from tests.bootstrap.test_backups import bands, page, rows
from tests.bootstrap.test_opening import FORGED, forge
from tests.storage.test_backup_evidence import back_up, falsify

PAGES = ("minutes", "resolutions", "tasks", "members", "history", "meetings")


# ---- a folder that cannot be written


@pytest.mark.usefixtures("read_only")
@pytest.mark.parametrize(("sql", "kind"), FORGED)
def test_what_the_check_finds_is_told_over_a_folder_that_cannot_be_written(
    start: Start, demo_folder: Path, sql: str, kind: str
) -> None:
    forge(demo_folder, sql)
    run = start(demo_folder)
    assert run.opening.screens is not None
    assert kind in {one.kind for one in run.opening.screens.office.folder.findings}
    assert run.window.band.title() == words.FOUND_WRONG
    assert words.VIEW_ONLY_FOUND in bands(run), "and that nothing can be written there"
    for one in PAGES:
        run.window.page_chosen.emit(one)
        QApplication.processEvents()


@pytest.mark.usefixtures("read_only")
def test_the_way_to_recovery_and_back_tells_it_once(start: Start, demo_folder: Path) -> None:
    falsify(demo_folder)
    run = start(demo_folder)
    run.window.band.action_button().click()
    run.at("recovery")
    run.until(lambda: not run.opening.workers.busy)
    assert words.VIEW_ONLY_FOUND not in bands(run)
    (view,) = [one for one in run.window.findChildren(QPushButton, "recoveryView") if one.isVisible()]
    view.click()
    run.until(lambda: run.office_open)
    assert run.window.band.title() == words.FOUND_WRONG
    assert bands(run).count(words.VIEW_ONLY_FOUND) == 1


@pytest.mark.usefixtures("read_only")
def test_what_cannot_be_shown_in_it_leads_to_recovery(start: Start, demo_folder: Path) -> None:
    with closing(sqlite3.connect(demo_folder / paths.DATABASE, isolation_level=None)) as raw:
        raw.execute("DROP TABLE guest")
    run = start(demo_folder)
    assert run.dialogs.asked == []
    assert run.window.page() == "recovery"


@pytest.mark.usefixtures("read_only")
def test_a_search_that_would_miss_records_there_is_told(start: Start, demo_folder: Path) -> None:
    falsify(demo_folder, "UPDATE search_text SET spaced = 'x', joined = 'x', squeezed = 'x'")
    run = start(demo_folder)
    assert run.window.band.title() == words.FOUND_WRONG
    assert found_words.found("search_stale", "agenda_item", 0) in run.window.band.detail()


# ---- a window over a backup


def looking_at(run: Run) -> BackupWindow:
    """The window over the newest backup."""
    shown = page(run)
    run.until(lambda: bool(rows(shown)))
    shown.ui.look.click()
    run.until(lambda: bool(run.opening.findChildren(BackupWindow)))
    (found,) = run.opening.findChildren(BackupWindow)
    return found


def test_a_falsified_backup_is_named_where_it_is_looked_at(start: Start, demo_folder: Path) -> None:
    run = start(demo_folder)
    run.at("meetings")
    falsify(demo_folder)
    back_up(demo_folder)
    falsify(demo_folder, "UPDATE person SET name = rtrim(name, 'ی') WHERE id = 1")
    (there,) = list_backups(demo_folder / paths.BACKUPS)
    assert there.doubts == 0, "nobody has verified it"
    looking = looking_at(run)
    band = looking.window.band
    assert (band.title(), band.tone()) == (backup_doubts.LOOKING, Tone.DANGER)
    assert "شناسهٔ" not in band.detail()
    assert backup_doubts.LOOKING_NEXT in band.detail()
    assert band.action_button().text() == backup_words.CLOSE_LOOKING
    assert looking.screens.office.folder.findings
    band.action_button().click()
    assert not looking.folder.exists()


def test_a_sound_backup_is_looked_at_without_a_doubt(start: Start, demo_folder: Path) -> None:
    run = start(demo_folder)
    run.at("meetings")
    back_up(demo_folder)
    looking = looking_at(run)
    assert looking.window.band.title() == backup_words.LOOKING
    assert looking.screens.office.folder.findings == ()
    assert looking.window.band.tone() is Tone.WARNING
    assert "نادرستی" not in looking.window.band.detail()
    looking.window.close()


def test_no_more_than_three_are_named(start: Start, demo_folder: Path) -> None:
    run = start(demo_folder)
    run.at("meetings")
    falsify(demo_folder, "UPDATE person SET name = name || 'ی' WHERE id < 6")
    back_up(demo_folder)
    falsify(demo_folder, "UPDATE person SET name = rtrim(name, 'ی') WHERE id < 6")
    looking = looking_at(run)
    assert "۵ نادرستی" in looking.window.band.detail()
    assert "؛ ۲ نادرستی دیگر هم هست" in looking.window.band.detail()
    looking.window.close()


def test_one_that_cannot_even_be_shown_says_so_and_leaves_nothing(start: Start, demo_folder: Path) -> None:
    run = start(demo_folder)
    run.at("meetings")
    with closing(sqlite3.connect(demo_folder / paths.DATABASE)) as raw:
        (letterhead,) = raw.execute("SELECT letterhead FROM office_setting").fetchone()
    forge(demo_folder, "UPDATE office_setting SET letterhead = '['")
    back_up(demo_folder)
    forge(demo_folder, f"UPDATE office_setting SET letterhead = '{letterhead}'")
    shown = page(run)
    run.until(lambda: bool(rows(shown)))
    shown.ui.look.click()
    run.until(lambda: bool(run.dialogs.told))
    told = sentence(EnvironmentProblem("backup_not_shown", code="office_setting"))
    assert run.dialogs.told == [(backup_words.NOT_DONE, told)]
    assert not run.opening.findChildren(BackupWindow)
    assert not list((demo_folder / paths.BACKUPS).glob("look-*"))


# ---- neither stops the window


def _threads(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Of each view: whether it was opened on the window's thread."""
    whole, seen = wiring.view_office, list[bool]()

    def view(folder: Path, clock: Clock) -> Office:
        seen.append(threading.current_thread() is threading.main_thread())
        return whole(folder, clock)

    monkeypatch.setattr(wiring, "view_office", view)
    return seen


@pytest.mark.usefixtures("read_only")
def test_a_folder_that_cannot_be_written_is_checked_off_the_windows_thread(
    start: Start, demo_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = _threads(monkeypatch)
    run = start(demo_folder)
    assert run.office_open
    assert seen == [False]


def test_a_backup_that_is_looked_at_is_checked_off_the_windows_thread(
    start: Start, demo_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(demo_folder)
    run = start(demo_folder)
    run.at("meetings")
    seen = _threads(monkeypatch)
    page(run).ui.look.click()
    run.until(lambda: bool(run.opening.findChildren(BackupWindow)))
    assert seen == [False]


def test_a_window_that_goes_while_a_backup_is_opened_leaves_nothing_behind(
    start: Start, demo_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(demo_folder)
    run = start(demo_folder)
    run.at("meetings")
    whole, begun, go_on = wiring.view_office, threading.Event(), threading.Event()

    def view(folder: Path, clock: Clock) -> Office:
        begun.set()
        go_on.wait(20)
        return whole(folder, clock)

    monkeypatch.setattr(wiring, "view_office", view)

    def close() -> None:
        if begun.is_set():
            threading.Timer(0.2, go_on.set).start()
            run.window.close()
        else:
            QTimer.singleShot(20, close)

    close()
    page(run).ui.look.click()
    run.until(lambda: not run.office_open)
    assert not run.opening.findChildren(BackupWindow)
    assert not list((demo_folder / paths.BACKUPS).glob("look-*"))
