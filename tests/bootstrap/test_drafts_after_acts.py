"""An act takes what was typed for it along: nothing is written afterwards, and the foot does not call it unsaved."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from desktop_app.domain.outcome import Changed
from desktop_app.domain.rules.resolution_actions import ResolutionAction
from desktop_app.services.minutes.clauses import remove_clause
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.widgets.feedback.form_sheet import RowForm
from desktop_app.widgets.fields.drafted import Field
from desktop_app.window.kit import draft_keeper
from desktop_app.window.kit.destinations import OpenMeeting, OpenPaper, OpenResolution
from desktop_app.window.meeting.attendance import AttendancePane
from desktop_app.window.meeting.seat_row import SeatRow
from desktop_app.window.signing.paper_ending import NoticeStep
from desktop_app.window.tasks.page import TasksPage
from desktop_app.words import shell as words
from tests import patience
from tests.bootstrap.conftest import Run, Start
from tests.bootstrap.test_typed_drafts import SHORT_MS, foot, ground, kept
from tests.conftest import DEMO_DAY
from tests.planted import accept
from tests.writing_places import Ground, come_to

TURNS = 4
"""Of the keeper's clock, which would have kept a draft by then: that nothing comes can only be waited for."""
FINAL, CONVENED, OPEN_RESOLUTION = 6, 6, 9


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft_keeper, "KEEP_MS", SHORT_MS)


def untouched(start: Start, folder: Path, later: int = 0) -> tuple[Run, Ground]:
    """The program over the demo data as they are: a convened meeting, and minutes that may be notified early."""
    run = start(folder, day=DEMO_DAY + timedelta(days=later))
    run.window.activateWindow()
    run.until(lambda: QApplication.activeWindow() is run.window)
    assert run.opening.screens is not None
    return run, Ground(run.window, run.opening.screens, CONVENED, 0, FINAL)


def acts(folder: Path) -> int:
    """How many acts are recorded."""
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as raw:
        return int(raw.execute("SELECT count(*) FROM audit").fetchone()[0])


def not_yet_notified(folder: Path) -> None:
    """The resolution of the final minutes as it was before its notification, which the demo data hold already."""
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as raw, raw:
        guards = raw.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE '%\\_act' ESCAPE '\\'"
        )
        for (name,) in guards.fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        (last,) = raw.execute("SELECT max(id) FROM resolution").fetchone()
        raw.execute("DELETE FROM resolution_act WHERE resolution_id = ?", (last,))
        raw.execute("DELETE FROM task_act WHERE task_id IN (SELECT id FROM task WHERE resolution_id = ?)", (last,))
    accept(folder)


def press(at: Ground, name: str) -> None:
    """Press the visible button of a name."""
    at.one(QAbstractButton, name).click()


def type_in(field: Field, text: str) -> None:
    """Type into a field as the operator does."""
    field.activateWindow()
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    QApplication.processEvents()
    QTest.keyClicks(field, text)


def _open_notice(at: Ground) -> None:
    at.screens.go(OpenPaper(at.version))
    step = at.window.findChildren(NoticeStep)[0]
    step.open_form()
    type_in(step.form.reason, "abc")
    type_in(step.form.letter, "912")


def _notice(at: Ground) -> None:
    _open_notice(at)
    press(at, "noticeSend")


def _typed(kind: str, button: str, **others: str) -> Callable[[Ground], None]:
    def act(at: Ground) -> None:
        field = come_to(at, kind)
        for name, text in others.items():
            type_in(at.field(name), text)
        type_in(field, "abc")
        press(at, button)

    return act


def _postponing(at: Ground) -> None:
    _meeting_act(at, "postpone")
    type_in(at.field("reasonEdit"), "abc")
    press(at, "savePostpone")


def _meeting_act(at: Ground, act: str) -> None:
    at.screens.go(OpenMeeting(at.meeting))
    at.screens.screen("meeting").page.signals.act_requested.emit(act)  # type: ignore[attr-defined]


def _sending(at: Ground) -> None:
    at.screens.go(OpenMeeting(at.meeting))
    at.screens.screen("meeting").page.signals.sending_requested.emit(())  # type: ignore[attr-defined]
    type_in(at.field("noteEdit"), "abc")
    press(at, "saveSending")


def _hour(at: Ground) -> None:
    _meeting_act(at, "begin")
    edit = at.field("timeEdit")
    edit.selectAll()
    type_in(edit, "1512")
    press(at, "saveTime")


def _seat(at: Ground) -> None:
    at.screens.go(OpenMeeting(at.meeting))
    at.screens.screen("meeting").page.go_to_attendance()  # type: ignore[attr-defined]
    QApplication.processEvents()
    pane = at.one(AttendancePane)
    row = next(row for row in pane.findChildren(SeatRow) if row.isVisible())
    row.open_substitute()
    form = row.form()
    assert form is not None
    type_in(form.ui.nameEdit, "abc")
    type_in(form.ui.letterNumberEdit, "1")
    form.ui.letterDayEdit.set_day(DEMO_DAY)
    form.ui.save.click()


def _resolution(at: Ground) -> None:
    at.screens.go(OpenResolution(OPEN_RESOLUTION))
    at.screens.screen("resolutions").controller.begin(ResolutionAction.DEFER)  # type: ignore[attr-defined]
    type_in(at.field("edit_reason"), "abc")
    press(at, "sendAction")


def _task(at: Ground) -> None:
    field = come_to(at, "task")
    type_in(field, "abc")
    at.one(TasksPage).panel.form.ui.save.click()


def _row_form(kind: str, **others: str) -> Callable[[Ground], None]:
    def act(at: Ground) -> None:
        field = come_to(at, kind)
        for name, text in others.items():
            type_in(at.field(name), text)
        type_in(field, "abc")
        at.one(RowForm).save()

    return act


def _settings(at: Ground) -> None:
    type_in(come_to(at, "settings"), "abc")
    assert at.screens.screen("settings").controller.save()  # type: ignore[attr-defined]


WRITTEN: Mapping[str, Callable[[Ground], None]] = {
    "agenda item": _row_form("agenda item"),
    "background of an item": _row_form("background of an item", titleEdit="x"),
    "guest": _row_form("guest", postEdit="x"),
    "seat": _seat,
    "scheduling": _typed("scheduling", "saveMeeting"),
    "member": _row_form("member"),
    "unit": _row_form("unit"),
    "resolution act": _resolution,
    "task": _task,
    "upstream decision": _typed("upstream decision", "saveSheet", bodyEdit="x", sessionEdit="1", clauseEdit="2"),
    "settings": _settings,
}
BEFORE: Mapping[str, Callable[[Ground], None]] = {
    "notice": _notice,
    "postponing": _postponing,
    "sending": _sending,
    "hour": _hour,
}


def _takes_along(run: Run, folder: Path, kind: str, act: Callable[[], object]) -> None:
    """An act records what was typed, and no draft of it is kept when the keeper has had its turns."""
    before = acts(folder)
    act()
    assert acts(folder) > before, f"{kind}: nothing was recorded"
    patience.let_pass(TURNS * SHORT_MS)
    assert kept(folder) == {}, kind
    assert foot(run) not in (words.UNSAVED, words.SAVING), kind
    assert "هنوز ثبت نشده" not in foot(run), kind


def test_what_an_act_recorded_is_not_kept_after_it_and_not_called_unsaved(start: Start, begun_folder: Path) -> None:
    """Each kind leaves nothing behind, so one window records them one after the other."""
    run, at = ground(start, begun_folder)
    for kind, act in WRITTEN.items():
        _takes_along(run, begun_folder, kind, partial(act, at))


@pytest.mark.parametrize("kind", BEFORE)
def test_what_an_act_before_the_minutes_recorded_is_not_kept_after_it(
    start: Start, demo_folder: Path, kind: str
) -> None:
    if kind == "notice":
        not_yet_notified(demo_folder)
    run, at = untouched(start, demo_folder, 7 if kind == "hour" else 0)
    _takes_along(run, demo_folder, kind, partial(BEFORE[kind], at))


def test_a_notice_that_is_left_is_given_up_with_its_draft(start: Start, demo_folder: Path) -> None:
    not_yet_notified(demo_folder)
    run, at = untouched(start, demo_folder)
    _open_notice(at)
    run.until(lambda: bool(kept(demo_folder)))
    press(at, "noticeLeave")
    run.until(lambda: not kept(demo_folder))
    run.until(lambda: foot(run) == words.SAVED)


def test_saving_one_record_keeps_the_draft_of_another_that_was_put_aside(start: Start, begun_folder: Path) -> None:
    run, at = ground(start, begun_folder)
    type_in(come_to(at, "task"), "aside")
    run.until(lambda: "aside" in kept(begun_folder).values())
    page = at.one(TasksPage)
    other = page.model.id_at(1)
    assert other is not None
    page.choose(other)
    type_in(page.panel.form.ui.noteEdit, "now")
    before = acts(begun_folder)
    page.panel.form.ui.save.click()
    assert acts(begun_folder) > before
    patience.let_pass(TURNS * SHORT_MS)
    assert list(kept(begun_folder).values()) == ["aside"]
    assert "هنوز ثبت نشده" in foot(run)


def test_a_clause_that_is_removed_takes_its_draft_along(start: Start, begun_folder: Path) -> None:
    run, at = ground(start, begun_folder)
    area = come_to(at, "clause")
    type_in(area, "abc")
    run.until(lambda: bool(kept(begun_folder)))
    run.until(lambda: "هنوز ثبت نشده" in foot(run))
    office = at.screens.office
    with office.context.write() as work:
        (clause,) = work.clauses.where(minutes_version_id=at.version)
    remove_clause(office.context, clause.id)
    at.screens.announce(~Changed.NOTHING)
    run.until(lambda: not kept(begun_folder))
