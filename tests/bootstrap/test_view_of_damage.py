"""Damaged data in a folder that cannot be written: shown, and told for what they are."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from desktop_app import wiring
from desktop_app.domain.calendar.clock import Clock
from desktop_app.system import paths
from desktop_app.wiring import Office
from desktop_app.words import shell as words
from tests.bootstrap.backups import bands
from tests.bootstrap.conftest import Start
from tests.bootstrap.test_opening import FORGED, forge

PAGES = ("minutes", "resolutions", "tasks", "members", "history", "meetings")
FALSIFIED = FORGED[0][0]


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
    forge(demo_folder, FALSIFIED)
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
def test_it_is_checked_off_the_windows_thread(start: Start, demo_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, seen = wiring.view_office, list[bool]()

    def view(folder: Path, clock: Clock) -> Office:
        seen.append(threading.current_thread() is threading.main_thread())
        return whole(folder, clock)

    monkeypatch.setattr(wiring, "view_office", view)
    run = start(demo_folder)
    assert run.office_open
    assert seen == [False]
