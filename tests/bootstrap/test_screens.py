"""Pages over one office: each destination has its page, and an act is read by the page that shows alone."""

from __future__ import annotations

import os
import typing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.outcome import Changed
from desktop_app.domain.read_models.history import RecordKey
from desktop_app.domain.read_models.program_help import Chapter
from desktop_app.services.paper_links import LINKED
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.destinations import (
    Destination,
    GoBack,
    LookAtBackup,
    OpenDemo,
    OpenFirstPage,
    OpenHelp,
    OpenHistory,
    OpenMeeting,
    OpenMinutes,
    OpenPage,
    OpenPaper,
    OpenPapers,
    OpenRegister,
    OpenResolution,
    OpenTask,
    OpenUnitTasks,
    RestoreBackup,
)
from desktop_app.window.kit.page_controller import PageController
from desktop_app.window.shell.list_options import ListOptions
from desktop_app.window.shell.makers import MAKERS
from desktop_app.window.shell.screens import Screens
from desktop_app.words import record_check, recovery
from desktop_app.words import shell as words
from tests.acts import ACTS, every_page
from tests.bootstrap.backups import bands
from tests.bootstrap.conftest import Run, Start
from tests.bootstrap.test_typed_drafts import ground
from tests.statements import Counted, counted

LEADS: dict[Destination, str] = {
    OpenPage("tasks"): "tasks",
    OpenMeeting(1): "meeting",
    OpenMinutes(1): "minutes_editor",
    OpenMinutes(1, resolution_id=1): "minutes_editor",
    OpenPaper(1): "paper",
    OpenResolution(1): "resolutions",
    OpenTask(1): "tasks",
    OpenUnitTasks(1): "tasks",
    OpenRegister(3): "registers",
    OpenPapers(PaperOrder(kind=PaperKind.LETTER)): "papers",
    OpenHistory(RecordKey("meeting", 1)): "history",
    OpenHelp(Chapter.KEYS): "help",
    GoBack(): "history",
    OpenFirstPage(): "meetings",
}


def _screens(run: Run) -> Screens:
    assert run.opening.screens is not None
    return run.opening.screens


def test_each_destination_leads_to_its_page(start: Start, demo_folder: Path) -> None:
    run = start(demo_folder)
    screens = _screens(run)
    for destination, page in LEADS.items():
        screens.go(destination)
        assert run.window.page() == page, destination
    asked: list[object] = []
    screens.demo_requested.disconnect()
    screens.demo_requested.connect(lambda: asked.append(True))
    # a restore and a look at a backup lead to no page: tests/bootstrap/test_backups.py
    left = set(typing.get_args(Destination)) - {type(one) for one in LEADS}
    assert left == {OpenDemo, RestoreBackup, LookAtBackup}
    screens.go(OpenDemo())
    assert asked == [True]


def test_a_page_that_cannot_be_read_says_why_and_leaves_the_one_that_shows(start: Start, demo_folder: Path) -> None:
    run = start(demo_folder)
    screens = run.verified()
    os.truncate(demo_folder / DATABASE_NAME, 2 * 4096)
    for key in MAKERS:
        # what no controller catches is shown as a fault that nobody foresaw
        screens.open(key)
    assert run.window.page() in MAKERS
    assert "فایل داده آسیب دیده است" in run.window.ui.status.text()
    # nothing is written over what is damaged, and the ways back stand above the page
    assert not screens.office.folder.writable
    run.until(lambda: record_check.FOUND in bands(run))
    QApplication.processEvents()
    (told,) = (one for one in run.window.findChildren(MessageBand) if one.title() == record_check.FOUND)
    assert told.action_button().text() == recovery.WAYS


def test_alt_left_goes_back_step_by_step_to_where_one_came_from(start: Start, demo_folder: Path) -> None:
    run = start(demo_folder)
    run.window.activateWindow()
    run.until(lambda: QApplication.activeWindow() is run.window)
    screens = _screens(run)
    way = (
        OpenPage("tasks"),
        OpenResolution(2),
        OpenMinutes(1, 1),
        OpenMinutes(1, 1),
        OpenPaper(1),
        OpenPage("members"),
    )
    for destination in way:
        screens.go(destination)
    shown = []
    for _step in range(6):
        QTest.keyClick(run.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        shown.append(run.window.page())
    assert shown == ["paper", "minutes_editor", "resolutions", "tasks", "meetings", "meetings"]
    screens.go(OpenPage("papers"))
    screens.go_back()
    assert run.window.page() == "meetings"


def test_where_a_page_may_not_be_left_one_stays(
    start: Start, demo_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = start(demo_folder)
    screens = _screens(run)
    screens.open("tasks")
    monkeypatch.setattr(screens.screen("tasks").controller, "may_leave", lambda: False)
    screens.go_back()
    screens.go(OpenMeeting(1))
    assert run.window.page() == "tasks"
    monkeypatch.setattr(screens.screen("tasks").controller, "may_leave", lambda: True)
    screens.go_back()
    assert run.window.page() == "meetings"


def test_every_page_keeps_the_contract(start: Start, demo_folder: Path) -> None:
    screens = _screens(start(demo_folder))
    for key in MAKERS:
        assert isinstance(screens.screen(key).controller, PageController), key


def test_what_a_page_tells_reaches_the_one_that_shows_and_no_hidden_one(
    start: Start, demo_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = start(demo_folder)
    screens = _screens(run)
    every_page(screens)
    screens.open("tasks")
    read: list[str] = []
    outdated: list[str] = []
    for key in ("meetings", "resolutions", "tasks", "members"):
        controller = screens.screen(key).controller
        monkeypatch.setattr(controller, "reload", lambda _changed, key=key: read.append(key))
        monkeypatch.setattr(controller, "outdate", lambda _changed, key=key: outdated.append(key))
    screens.screen("members").controller.changed.emit(Changed.MEMBERS)
    assert (read, sorted(outdated)) == (["tasks"], ["meetings", "resolutions"]), "who acted has read before it told"
    read.clear()
    screens.screen("tasks").controller.changed.emit(Changed.TASKS)
    assert read == []
    screens.announce(Changed.TASKS)
    assert read == ["tasks"], "what no page did, such as the turn of a day"


def test_the_foot_says_saved_after_an_act_of_the_page_that_shows_alone(start: Start, demo_folder: Path) -> None:
    run = start(demo_folder)
    screens = _screens(run)
    every_page(screens)
    screens.open("tasks")
    told = "ذخیره نشد: دیسک پر است"
    screens.foot.say(told, Tone.DANGER)
    screens.announce(~Changed.NOTHING)
    screens.screen("members").controller.changed.emit(Changed.MEMBERS)
    assert run.window.ui.status.text() == told, "neither the turn of the day nor what a hidden page did is about this"
    screens.screen("tasks").controller.changed.emit(Changed.TASKS)
    assert run.window.ui.status.text() == words.SAVED


def test_back_on_the_page_of_papers_stands_what_was_chosen_there(
    start: Start, demo_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screens = _screens(start(demo_folder))
    screens.go(OpenPapers(PaperOrder(kind=PaperKind.LETTER)))
    screens.open("members")
    asked: list[Destination] = []
    monkeypatch.setattr(screens.screen("papers").controller, "visit", asked.append)
    screens.go_back()
    assert asked == [OpenPage("papers")]


def test_what_may_be_chosen_is_read_once_until_an_act(start: Start, demo_folder: Path) -> None:
    screens = _screens(start(demo_folder))
    options = ListOptions(screens.office, screens)
    with counted() as first:
        options.units()
        options.units()
    with counted() as again:
        options.units()
    assert first.transactions == 1
    assert again.statements == []
    screens.announce(Changed.MEMBERS)
    with counted() as after:
        options.units()
    assert after.transactions == 1


def test_counts_beside_the_lists_follow_once_for_several_acts(
    start: Start, demo_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = start(demo_folder)
    counts: list[str] = []
    monkeypatch.setattr(run.window, "show_count", lambda key, *_counts: counts.append(key))
    for changed in (Changed.TASKS, Changed.MINUTES, Changed.TASKS):
        _screens(run).announce(changed)
    assert counts == []
    QApplication.processEvents()
    assert sorted(counts) == ["minutes", "resolutions", "tasks"]
    counts.clear()
    _screens(run).announce(Changed.MINUTES)
    QApplication.processEvents()
    assert counts == ["minutes"], "no other list is counted"
    counts.clear()
    _screens(run).announce(LINKED)
    QApplication.processEvents()
    assert sorted(counts) == ["registers", "resolutions", "tasks"], "what the committee has not answered, too"


def test_acts_keep_their_budgets_with_all_pages_opened(start: Start, begun_folder: Path) -> None:
    run, at = ground(start, begun_folder)
    run.verified()
    every_page(at.screens)
    for act in ACTS:
        act.come(at)
        QApplication.processEvents()
        with counted() as found:
            act.do(at)
            QApplication.processEvents()
        assert len(found.statements) <= act.statements, f"{act.name}:\n{_most(found)}"
        assert found.transactions <= act.transactions, act.name
        wrote = any(statement.startswith("INSERT INTO audit") for statement in found.statements)
        assert wrote is act.writes, act.name


def _most(found: Counted) -> str:
    return "\n".join(sorted(statement[:120] for statement in found.statements))


def test_what_is_asked_for_in_the_window_is_asked_of_the_folder_that_is_open(start: Start, demo_folder: Path) -> None:
    run = start(demo_folder)
    run.at("meetings")
    left = _screens(run)
    asked: list[str] = []
    left.made.connect(lambda page: asked.append(type(page).__name__))
    for _again in range(2):
        run.opening.close_office()
        run.opening.begin()
    run.window.history_requested.emit()
    run.at("history")
    run.window.help_requested.emit()
    run.at("help")
    assert asked == []
    assert _screens(run) is not left
