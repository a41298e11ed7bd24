"""A backup that is looked at: a process of its own over an unpacked copy, which is open for reading only."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtGui import QKeySequence

from desktop_app.cli.calls import read as read_call
from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.services.follow_up.resolution_sheet import resolution_sheet
from desktop_app.services.follow_up.task_sheet import task_sheet
from desktop_app.system import paths
from desktop_app.window.backups.page import BackupsPage
from desktop_app.window.kit.record_list_page import RecordListPage
from desktop_app.window.letters.page import RECORD_INCOMING, RECORD_OUTGOING, RegistersPage
from desktop_app.window.months.page import MeetingsPage
from desktop_app.window.shell import looking
from desktop_app.window.shell.application import viewed_backup_time
from desktop_app.window.shell.looking import LOOK, command
from desktop_app.window.shell.screens import Screens
from desktop_app.words import backups as words
from desktop_app.words import shell as shell_words
from tests.bootstrap.backups import back_up, bands, page, rows, snapshot
from tests.bootstrap.conftest import Run, Start
from tests.bootstrap.test_typed_drafts import foot
from tests.shown import child

MADE = "۱۴۰۲/۰۲/۲۳، ۱۵:۳۰"


def _only_looks(run: Run) -> None:
    run.opening.look = MADE


def _screens(run: Run) -> Screens:
    assert run.opening.screens is not None
    return run.opening.screens


# ---- from the page of backups


def _looked(start: Start, folder: Path) -> tuple[Run, Path]:
    """A run from whose page the newest backup is being looked at, and the unpacked folder."""
    back_up(folder)
    run = start(folder)
    run.at("meetings")
    shown = page(run)
    run.until(lambda: bool(rows(shown)))
    shown.ui.look.click()
    run.until(lambda: bool(run.opening.findChildren(QProcess)))
    (unpacked,) = (folder / paths.BACKUPS).glob("look-*")
    return run, unpacked


def test_it_is_a_process_of_its_own_that_ends_with_the_window_and_leaves_nothing(
    start: Start, demo_folder: Path
) -> None:
    run, unpacked = _looked(start, demo_folder)
    (process,) = run.opening.findChildren(QProcess)
    run.until(lambda: process.state() is QProcess.ProcessState.Running)
    assert process.arguments()[-4:-1] == ["--data", str(unpacked), LOOK]
    assert (unpacked / paths.DATABASE).is_file()
    run.window.close()
    assert not unpacked.exists()


def test_closing_it_leaves_the_office_at_work_and_nothing_behind(
    start: Start, demo_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "command", lambda *_asked: [sys.executable, "-c", ""])
    run, unpacked = _looked(start, demo_folder)
    run.until(lambda: not unpacked.exists())
    assert not run.opening.backups.findChildren(QProcess) or run.office_open
    assert _screens(run).office.folder.writable


def test_what_a_kill_left_goes_at_the_next_start(start: Start, demo_folder: Path) -> None:
    left = demo_folder / paths.BACKUPS / "look-1234"
    left.mkdir(parents=True)
    run = start(demo_folder, watch=lambda run: setattr(run.opening.backups, "automatically", True))
    run.at("meetings")
    run.until(lambda: not left.exists())


def test_its_call_says_which_backup_it_is() -> None:
    called = command(Path("folder"), MADE)
    assert viewed_backup_time(called) == MADE
    asked = read_call(called[called.index("--data") :])
    assert (asked.data.name, asked.look, asked.answer) == ("folder", MADE, None), "the command line leaves it alone"
    assert viewed_backup_time(["--data", "folder"]) == ""


# ---- the window over it


def test_it_is_open_for_reading_only_and_says_so(start: Start, demo_folder: Path) -> None:
    before = snapshot(demo_folder)
    run = start(demo_folder, watch=_only_looks)
    run.at("meetings")
    screens = _screens(run)
    assert not screens.office.folder.writable
    assert words.looking_at(MADE) in bands(run)
    assert MADE in run.window.windowTitle()
    (meetings,) = [one for one in run.window.findChildren(RecordListPage) if one.spec.key == "meetings"]
    assert meetings.model.count() == 6
    _offers_nothing_that_writes(run, screens)
    screens.open("backups")
    assert not child(run.window, BackupsPage).ui.make.isEnabled()
    assert not child(run.window, BackupsPage).ui.choose.isEnabled()
    run.window.close()
    assert snapshot(demo_folder) == before


def _offers_nothing_that_writes(run: Run, screens: Screens) -> None:
    """On every page that has acts of its own."""
    meetings = child(run.window, MeetingsPage)
    assert not meetings.ui.newMeeting.isVisible()
    adding = [one for one in meetings.actions() if one.shortcut() == QKeySequence("Ctrl+N")]
    assert [one.isEnabled() for one in adding] == [False]
    screens.open("registers")
    registers = child(run.window, RegistersPage)
    assert not registers.ui.actions.button(RECORD_INCOMING)
    assert not registers.ui.actions.button(RECORD_OUTGOING)
    with screens.office.context.read() as work:
        (resolution, *_) = work.resolutions.where()
        (task, *_) = work.tasks.where()
    assert not resolution_sheet(screens.office.context, resolution.id).actions
    assert not task_sheet(screens.office.context, task.id).actions


def test_its_foot_never_says_that_changes_are_saved(start: Start, demo_folder: Path) -> None:
    run = start(demo_folder, watch=_only_looks)
    run.at("meetings")
    for key in ("settings", "members", "meetings", "minutes"):
        _screens(run).open(key)
        assert foot(run) == shell_words.VIEW_ONLY, key


@pytest.mark.usefixtures("read_only")
def test_nor_does_that_of_data_which_cannot_be_written(start: Start, demo_folder: Path) -> None:
    run = start(demo_folder)
    run.at("meetings")
    for key in ("settings", "members", "meetings"):
        _screens(run).open(key)
        assert foot(run) == shell_words.VIEW_ONLY, key


def test_nor_that_of_data_in_which_damage_is_met_at_work(start: Start, demo_folder: Path) -> None:
    run = start(demo_folder)
    run.at("meetings")
    screens = run.verified()
    screens.office.folder.note_found((Finding(kind=FindingKind.ROW_DIFFERS, subject="clause", id=5),))
    run.until(lambda: foot(run) == shell_words.VIEW_ONLY)
    for key in ("settings", "members", "meetings"):
        screens.open(key)
        assert foot(run) == shell_words.VIEW_ONLY, key
