"""«مصوبات» over a real data folder: the chosen row is read, acts are done, refusals stand beside their fields."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app import wiring
from desktop_app.domain.acts import Act
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.domain.outcome import Changed
from desktop_app.domain.read_models.follow_up_sheets import ResolutionSheet
from desktop_app.domain.read_models.listing import ResolutionView
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.rules.resolution_actions import ActionAnswer, ResolutionAction
from desktop_app.domain.rules.resolutions import ResolutionActKind, ResolutionState
from desktop_app.domain.rules.tasks import News, TaskAction, TaskState
from desktop_app.services.follow_up.notifying import notify
from desktop_app.services.follow_up.resolution_acts import supersede
from desktop_app.services.follow_up.resolution_sheet import resolution_sheet
from desktop_app.services.follow_up.task_acts import move_task, record_progress
from desktop_app.services.versions.signing import sign_all
from desktop_app.storage.store.work import Work
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.notice import NoticeLine
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.window.kit.destinations import (
    Destination,
    OpenMeeting,
    OpenMinutes,
    OpenPapers,
    OpenResolution,
    OpenTask,
)
from desktop_app.window.kit.resolution_form import ResolutionForm
from desktop_app.window.kit.resolution_format import history_of, name_of
from desktop_app.window.resolutions.controller import ResolutionsController
from desktop_app.window.resolutions.page import ResolutionsPage
from desktop_app.window.shell.list_pages import resolutions_screen
from desktop_app.words import history as undo_words
from desktop_app.words import resolutions as words
from desktop_app.words.refusals import sentence
from tests.services.clocks import SettableClock
from tests.services.corrections import NEW, WORDS, corrected
from tests.services.follow_up.test_notifying import printed
from tests.services.furnishing import furnish
from tests.services.office_steps import Office
from tests.shown import child, texts
from tests.views.minutes_desk import Person
from tests.widgets.typing import press, type_text

D, K = ResolutionAction, ResolutionActKind
MOVED = Changed.RESOLUTIONS | Changed.TASKS
NEXT = date(2023, 5, 29)
REPORTED, AT_WORK, NEWER = 0, 1, 2
"""Resolutions by their place: one whose units reported everything, one at work, and one of the next meeting."""


@dataclass
class Desk:
    """The page, its controller, the office behind them, and what was told."""

    office: Office
    page: ResolutionsPage
    controller: ResolutionsController
    ids: list[int]
    locked: bool = False
    told: list[Changed] = field(default_factory=list)
    gone: list[Destination] = field(default_factory=list)

    def sheet(self, place: int) -> ResolutionSheet:
        """A resolution as it is stored."""
        return resolution_sheet(self.office.context, self.ids[place])

    def shown(self) -> int:
        """The resolution beside the list, 0 for none."""
        sheet = self.page.detail.sheet()
        return sheet.resolution.id if sheet is not None else 0

    def choose(self, place: int) -> None:
        """Stand on a resolution."""
        assert self.page.choose(self.ids[place])

    def answer(self, action: ResolutionAction, answer: ActionAnswer) -> None:
        """Send the open form."""
        self.page.answer_sent.emit(action, answer)


@dataclass(frozen=True)
class Made:
    """A data folder that is copied for each test, and the ids of what is in it."""

    folder: Path
    office: Office


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    clock = SettableClock(datetime.fromisoformat("2023-05-01T10:00"))
    folder = tmp_path_factory.mktemp("resolutions") / "data"
    opened = wiring.open_office(folder, clock)
    office = furnish(opened.context.write, clock)
    _, version_id = office.written(2)
    office.finalised(version_id)
    clock.at = datetime.fromisoformat("2023-05-29T10:00")
    _, second = office.written(1, day=NEXT)
    office.finalised(second)
    reported, at_work, _newer = office.where("resolutions")
    for one in (reported, at_work):
        notify(office.context, one.id, Notice(day=NEXT, reason="فوری"))
    news = News(day=NEXT)
    for task in office.where("tasks", resolution_id=reported.id):
        record_progress(office.context, task.id, 90, news)
        move_task(office.context, task.id, TaskAction.REPORT, news)
        move_task(office.context, task.id, TaskAction.ACCEPT, news)
    opened.close()
    return Made(folder, office)


@pytest.fixture
def desk(made: Made, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """The page in front, on the resolution whose units reported everything."""
    clock = SettableClock(datetime.fromisoformat("2023-05-29T11:00"))
    shutil.copytree(made.folder, tmp_path / "data")
    opened = wiring.open_office(tmp_path / "data", clock)
    office = replace(made.office, open_work=opened.context.write, clock=clock)

    def begin(act: Act) -> AbstractContextManager[Work]:
        if found.locked:
            raise EnvironmentProblem("data_locked")
        return opened.context.begin(act)

    parent = QObject()
    lockable = replace(opened, context=replace(opened.context, begin=begin))
    page, controller = resolutions_screen(lockable, Person(), parent)
    found = Desk(office, page, controller, [one.id for one in office.where("resolutions")])
    controller.changed.connect(found.told.append)
    controller.navigated.connect(found.gone.append)
    qtbot.addWidget(page)
    page.resize(1216, 844)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    controller.show()
    found.choose(REPORTED)
    yield found
    opened.close()


def test_the_chosen_row_is_read_and_none_is_said(desk: Desk) -> None:
    desk.choose(AT_WORK)
    assert desk.shown() == desk.ids[AT_WORK]
    desk.page.row_chosen.emit(0)
    assert desk.shown() == 0
    desk.controller.begin(D.VERIFY)
    assert desk.page.sheet() is None, "without a resolution there is nothing to do"


def test_one_asked_for_is_shown_where_it_is_or_among_all(desk: Desk) -> None:
    ended = desk.ids[REPORTED]
    supersede(desk.office.context, ended, desk.ids[NEWER], "نو")
    desk.controller.visit(OpenResolution(desk.ids[AT_WORK]))
    assert (desk.shown(), desk.page.query().view) == (desk.ids[AT_WORK], ResolutionView.OPEN)
    desk.controller.visit(OpenResolution(ended))
    query = desk.page.query()
    assert (desk.shown(), query.view, query.sort) == (ended, ResolutionView.ALL, "due")
    assert QApplication.focusWidget() in desk.page.detail.buttons()


@pytest.mark.parametrize(
    ("action", "place", "reason", "kind"),
    [
        (D.VERIFY, REPORTED, "خوب", K.VERIFIED),
        (D.DEFER, AT_WORK, "بماند", K.DEFERRED),
        (D.RETURN, REPORTED, "ناقص", K.RETURNED),
        (D.SUPERSEDE, AT_WORK, "نو", K.SUPERSEDED),
        (D.REVOKE, AT_WORK, "نو", K.REVOKED),
        (D.EXTEND, AT_WORK, "فرصت", None),
        (D.NOTIFY, NEWER, "فوری", K.NOTIFIED),
    ],
)
def test_an_act_is_asked_done_told_and_said(
    desk: Desk, action: ResolutionAction, place: int, reason: str, kind: ResolutionActKind | None
) -> None:
    desk.choose(place)
    before = desk.sheet(place)
    desk.page.resolution_action_requested.emit(action)
    form = desk.page.sheet()
    assert isinstance(form, ResolutionForm)
    assert form.action is action
    day = date(2023, 7, 1) if action is D.EXTEND else NEXT
    task, meeting, other = before.tasks[0].id, desk.sheet(NEWER).meeting_id, desk.ids[NEWER]
    desk.answer(action, ActionAnswer(reason=reason, day=day, meeting_id=meeting, other_id=other, task_ids=(task,)))
    after = desk.sheet(place)
    newest = next(one for one in after.history if one.act is kind)
    linked = action in {D.SUPERSEDE, D.REVOKE}
    assert (newest.reason, newest.other_id) == (reason, other if linked else None)
    assert after.due == (day if action is D.EXTEND else before.due)
    returned = [one.id for one in after.tasks if one.state is TaskState.RETURNED]
    assert returned == ([task] if action is D.RETURN else [])
    assert desk.told == [MOVED | Changed.MINUTES if action is D.NOTIFY else MOVED]
    assert desk.page.sheet() is None
    assert desk.page.ui.band.title() == words.done(name_of(before), action.value)
    assert desk.page.ui.band.action_button().isVisible() is (action is not D.NOTIFY), (
        "a letter that was sent stays sent"
    )


def test_the_number_of_the_letter_that_was_printed_is_offered(desk: Desk) -> None:
    sign_all(desk.office.context, desk.sheet(NEWER).minutes_version_id, NEXT, asked=True)
    printed(desk.office, number="۱۲/د")
    desk.controller.reload(Changed.RESOLUTIONS)
    desk.choose(NEWER)
    desk.page.resolution_action_requested.emit(D.NOTIFY)
    form = desk.page.sheet()
    assert isinstance(form, ResolutionForm)
    letter = form.editor("letter_number")
    assert isinstance(letter, LineField)
    assert letter.text() == "۱۲/د"
    assert not form.is_dirty(), "what is offered is not typed"
    form.leave()


def test_a_refusal_leaves_the_form_open(desk: Desk) -> None:
    desk.choose(AT_WORK)
    desk.page.resolution_action_requested.emit(D.DEFER)
    desk.answer(D.DEFER, ActionAnswer())
    form = desk.page.sheet()
    assert isinstance(form, ResolutionForm)
    reason = form.field("reason")
    assert reason is not None
    broken = RuleBroken("reason_missing", field="reason", machine="resolution", target=K.DEFERRED)
    assert reason.error() == sentence(broken)
    desk.locked = True
    desk.answer(D.DEFER, ActionAnswer(reason="x"))
    notices = [one.text() for one in form.findChildren(NoticeLine)]
    assert sentence(EnvironmentProblem("data_locked")) in notices
    assert desk.page.sheet() is form
    assert desk.told == []
    form.leave()


def test_the_band_takes_the_last_act_back(desk: Desk) -> None:
    verified = desk.sheet(REPORTED)
    desk.page.resolution_action_requested.emit(D.VERIFY)
    desk.answer(D.VERIFY, ActionAnswer())
    assert desk.sheet(REPORTED).course.state is ResolutionState.VERIFIED
    desk.choose(AT_WORK)
    desk.office.clock.forward(minutes=1)
    desk.page.band_action_requested.emit()
    state = desk.sheet(REPORTED).course.state
    assert state is ResolutionState.REPORTED_DONE, "of the resolution that was acted on, not of the chosen one"
    what = words.action_title(D.VERIFY.value, name_of(verified))
    assert desk.page.ui.band.title() == undo_words.taken_back(what)
    assert not desk.page.ui.band.action_button().isVisible()
    assert desk.shown() == desk.ids[REPORTED], "what was taken back is seen"


def test_its_ways_lead_to_the_wording_and_to_the_task_that_is_open(desk: Desk) -> None:
    desk.choose(AT_WORK)
    sheet = desk.sheet(AT_WORK)
    key = sheet.resolution.id
    for way in ("minutes", "meeting", "extract"):
        desk.page.record_act_requested.emit(way)
    executor, other = sheet.tasks
    desk.office.put("tasks", replace(desk.office.get("tasks", executor.id), state=TaskState.ACCEPTED))
    desk.page.row_chosen.emit(key)
    desk.page.resolution_action_requested.emit(D.TASKS)
    order = PaperOrder(kind=PaperKind.EXTRACT, meeting_id=sheet.meeting_id, resolution_id=key)
    assert desk.gone == [
        OpenMinutes(sheet.minutes_version_id, key),
        OpenMeeting(sheet.meeting_id),
        OpenPapers(order),
        OpenTask(other.id),
    ]
    supersede(desk.office.context, key, desk.ids[NEWER], "نو")
    desk.page.row_chosen.emit(key)
    desk.page.record_act_requested.emit("successor")
    assert desk.shown() == desk.ids[NEWER], "the resolution that took its place"


def test_what_changed_elsewhere_is_read_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Mock(wraps=desk.page.show_answer)
    monkeypatch.setattr(desk.page, "show_answer", shown)
    supersede(desk.office.context, desk.ids[REPORTED], desk.ids[NEWER], "نو")
    desk.controller.reload(Changed.TASKS)
    assert shown.call_count == 1
    assert desk.shown() == desk.ids[AT_WORK], "what is closed leaves the open ones, and the next one shows"
    desk.controller.reload(Changed.SETTINGS)
    assert shown.call_count == 2, "days are read by the calendar, axes have codes"
    desk.controller.reload(Changed.NOTHING)
    assert shown.call_count == 2


def test_a_resolution_that_cannot_be_read_leaves_no_other_beside_its_row(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.choose(REPORTED)
    assert desk.shown() == desk.ids[REPORTED]
    monkeypatch.setattr(desk.controller, "read_record", Mock(side_effect=EnvironmentProblem("data_locked")))
    desk.controller.reload(Changed.RESOLUTIONS)
    assert desk.shown() == desk.ids[REPORTED], "what shows stays while it cannot be read again"
    desk.choose(AT_WORK)
    assert desk.shown() == 0
    assert (desk.controller.history_key(), desk.page.detail.files.record) == (None, None)
    desk.controller.begin(ResolutionAction.EXTEND)
    assert desk.page.sheet() is None


def test_corrected_words_are_notified_again_in_the_form_that_says_why(desk: Desk) -> None:
    version_id = desk.office.where("versions")[0].id
    sign_all(desk.office.context, version_id, NEXT, asked=True)
    corrected(desk.office, version_id, NEXT, text=WORDS)
    desk.controller.reload(Changed.RESOLUTIONS)
    desk.choose(REPORTED)
    buttons = desk.page.detail.buttons()
    assert [one.objectName() for one in buttons] == ["action_verify", "action_return", "action_notify"]
    button = buttons[-1]
    assert button.text() == words.NOTIFY_AGAIN
    button.setFocus()
    press(button, Qt.Key.Key_Space, " ")
    form = desk.page.sheet()
    assert isinstance(form, ResolutionForm)
    said = texts(form)
    assert words.action_title("notify", name_of(desk.sheet(REPORTED)), again=True) in said
    assert words.corrected_since(2, "۸ خرداد ۱۴۰۲", "") in said
    letter = form.editor("letter_number")
    type_text(letter, NEW)
    press(child(form, Button, "sendAction"), Qt.Key.Key_Space, " ")
    assert desk.page.sheet() is None
    sheet = desk.sheet(REPORTED)
    assert (sheet.course.state, sheet.corrected) == (ResolutionState.REPORTED_DONE, None)
    lines = [line.title for line in history_of(sheet)]
    assert lines[0] == "ابلاغ اصلاحی به ۲ واحد"
    assert not desk.page.ui.band.action_button().isVisible(), "a letter that was sent stays sent"


def test_a_unit_that_a_correction_brought_is_told_from_its_resolution_too(desk: Desk) -> None:
    version_id = desk.office.where("versions")[0].id
    sign_all(desk.office.context, version_id, NEXT, asked=True)
    units = desk.office.units
    corrected(desk.office, version_id, NEXT, cooperating=(units[2], units[3]))
    desk.controller.reload(Changed.RESOLUTIONS)
    desk.choose(REPORTED)
    desk.page.resolution_action_requested.emit(D.NOTIFY)
    form = desk.page.sheet()
    assert isinstance(form, ResolutionForm)
    assert words.NOTIFY_NEW_UNIT in texts(form)
    desk.answer(D.NOTIFY, ActionAnswer(day=NEXT))
    assert D.NOTIFY not in desk.sheet(REPORTED).actions
