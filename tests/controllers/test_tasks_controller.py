"""«پیگیری» at work over a real data folder, under real keys: what units tell is written down in seconds."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop_app import wiring
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.outcome import Changed
from desktop_app.domain.read_models.follow_up_sheets import TaskSheet
from desktop_app.domain.read_models.history import RecordKey
from desktop_app.domain.read_models.listing import FilterKey, TaskView
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.rules.tasks import News, Task, TaskAction, TaskEntry, TaskState
from desktop_app.services.context import Context
from desktop_app.services.follow_up.notifying import notify
from desktop_app.services.follow_up.task_acts import record_progress
from desktop_app.services.follow_up.task_sheet import task_sheet
from desktop_app.services.registers.papers import record_incoming
from desktop_app.services.registers.register_sheet import report_from_paper
from desktop_app.services.versions.signing import sign_all
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.destinations import (
    Destination,
    OpenHistory,
    OpenMeeting,
    OpenMinutes,
    OpenPapers,
    OpenResolution,
)
from desktop_app.window.kit.list_table import settings_from_text
from desktop_app.window.kit.task_format import history_of, reason_to_notify_again
from desktop_app.window.shell.list_pages import tasks_screen
from desktop_app.window.tasks import edit_session, many
from desktop_app.window.tasks.controller import TasksController
from desktop_app.window.tasks.page import TasksPage
from desktop_app.window.tasks.panel import KEYS
from desktop_app.words import lists as list_words
from desktop_app.words import tasks as words
from desktop_app.words.refusals import sentence
from tests.services.clocks import SettableClock
from tests.services.corrections import NEW, WORDS, corrected
from tests.services.furnishing import furnish
from tests.services.office_steps import MONDAY, Office
from tests.services.registers.test_registers import came
from tests.shown import texts
from tests.views.minutes_desk import Person
from tests.widgets.typing import CONTROL, press, type_text

T = TaskState
SHIFT = Qt.KeyboardModifier.ShiftModifier
MORNING = datetime.fromisoformat("2023-05-01T10:00")
PERSIAN_60 = "\u06f6\u06f0"


class Listener(Person):
    """One who is also told things."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[str, str]] = []

    def tell(self, title: str, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        self.told.append((title, text))


@dataclass
class AtTasks:
    """The page, its controller, the office behind them, and what was told."""

    office: Office
    page: TasksPage
    controller: TasksController
    person: Listener
    changed: list[Changed] = field(default_factory=list)
    gone: list[Destination] = field(default_factory=list)

    @property
    def task(self) -> Task:
        """The task that shows, as it is stored."""
        found: Task = self.office.get("tasks", self.page.chosen_id())
        return found

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = CONTROL) -> None:
        """A key of the page, wherever the keyboard is."""
        press(QApplication.focusWidget() or self.page, key, held=held)

    def acts(self) -> list[str]:
        """Names of the acts at the foot of the detail."""
        QApplication.processEvents()  # new buttons show with the next breath
        bar = self.page.panel.ui.acts
        every = [*(one for one in bar.findChildren(Button) if not one.isHidden()), *bar.menu().actions()]
        return [one.objectName() for one in every if one.objectName().startswith("act_")]

    def said(self) -> str:
        """The message above the list."""
        return self.page.ui.band.accessibleName()


@dataclass(frozen=True)
class Made:
    """A data folder that is copied for each test, and the ids of what is in it."""

    folder: Path
    office: Office


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Two resolutions of two units each, notified on the meeting's day."""
    clock = SettableClock(MORNING)
    folder = tmp_path_factory.mktemp("tasks") / "data"
    opened = wiring.open_office(folder, clock)
    office = furnish(opened.context.write, clock)
    _, version_id = office.written(2)
    office.finalised(version_id)
    for one in office.where("resolutions"):
        notify(office.context, one.id, Notice(day=MONDAY, reason="فوریت"))
    opened.close()
    return Made(folder, office)


@pytest.fixture
def desk(made: Made, tmp_path: Path, qtbot: QtBot) -> Iterator[AtTasks]:
    """Nine days later, the page in front."""
    clock = SettableClock(MORNING)
    shutil.copytree(made.folder, tmp_path / "data")
    opened = wiring.open_office(tmp_path / "data", clock)
    office = replace(made.office, open_work=opened.context.write, clock=clock)
    clock.forward(days=9)
    person, parent = Listener(), QObject()
    page, controller = tasks_screen(opened, person, parent)
    at_desk = AtTasks(office, page, controller, person)
    controller.changed.connect(at_desk.changed.append)
    controller.navigated.connect(at_desk.gone.append)
    qtbot.addWidget(page)
    page.resize(1240, 860)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    controller.show()
    page.focus_list()
    yield at_desk
    opened.close()


# ---- news of progress


def test_a_call_is_written_down_with_the_keyboard_alone(desk: AtTasks) -> None:
    first = desk.task
    desk.key(Qt.Key.Key_G)
    form = desk.page.panel.form.ui
    assert QApplication.focusWidget() is form.percentEdit
    type_text(form.percentEdit, PERSIAN_60)
    form.dayEdit.set_text("1402/02/19")
    type_text(form.toldEdit, "تلفنی، خانم درفشان")
    press(form.toldEdit, Qt.Key.Key_Return)
    stored = desk.office.get("tasks", first.id)
    assert (stored.state, stored.percent) == (T.DOING, 60)
    act = desk.office.where("task_acts", task_id=first.id)[-1]
    assert (act.day, act.told_by, act.actor) == (date(2023, 5, 9), "تلفنی، خانم درفشان", "کارشناس")
    assert desk.changed == [Changed.TASKS | Changed.RESOLUTIONS]
    assert desk.said().startswith(words.SAID["progress"])
    assert not desk.page.panel.form.is_dirty()
    assert desk.page.panel.ui.history.lines()[0].title.startswith("در دست اقدام")


def test_a_report_that_a_letter_told_is_shown_as_documented(desk: AtTasks) -> None:
    context, today = desk.controller.context, desk.controller.context.clock.today()
    record_progress(context, desk.task.id, 30, News(day=today, told_by="تلفن"))
    paper = record_incoming(context, came(desk.office, received_on=today))
    entry = TaskEntry(action=TaskAction.PROGRESS, news=News(day=today, told_by="نامه"), percent=60)
    made = report_from_paper(context, paper.id, desk.task.id, entry)
    desk.controller.reload(made.changed)
    lines = [one.note.split(" · ") for one in history_of(task_sheet(context, desk.task.id))]
    assert [words.DOCUMENTED in one for one in lines] == [True, False, False]
    assert any(words.DOCUMENTED in one for one in texts(desk.page.panel))


def test_what_is_refused_shows_beside_its_field_and_stays(desk: AtTasks) -> None:
    form = desk.page.panel.form
    for percent, day, held in (("140", "1402/02/19", form.ui.percentField), ("60", "1402/03/19", form.ui.dayField)):
        form.ui.percentEdit.set_text(percent)
        form.ui.dayEdit.set_text(day)
        form.save()
        assert held.error(), (percent, day)
        assert form.ui.percentEdit.text() == percent
    form.ui.percentEdit.set_text("abc")
    form.save()
    assert form.ui.percentField.error() == words.BAD_PERCENT
    assert desk.task.state is T.NOTIFIED
    assert desk.changed == []


def test_too_long_a_note_is_refused_and_fifty_thousand_letters_are_taken(desk: AtTasks) -> None:
    form = desk.page.panel.form
    form.ui.noteEdit.set_text("ک" * 50_000)
    form.save()
    assert len(desk.office.where("task_acts", task_id=desk.task.id)[-1].reason) == 50_000
    form.ui.noteEdit.set_text("ک" * 50_001)
    form.save()
    assert form.ui.noteField.error()
    assert len(form.ui.noteEdit.text()) == 50_001


def test_the_last_act_is_taken_back_from_the_band_and_from_the_menu(desk: AtTasks) -> None:
    form = desk.page.panel.form
    for percent in ("30", "60"):
        form.ui.percentEdit.set_text(percent)
        form.save()
    desk.page.band_action_requested.emit()
    assert desk.task.percent == 30
    desk.page.panel.task_action_requested.emit("undo")
    assert (desk.task.state, desk.task.percent) == (T.NOTIFIED, 0)
    assert "act_undo" not in desk.acts()


# ---- the course


def test_a_percentage_that_goes_back_is_asked_about_once(desk: AtTasks) -> None:
    form, first = desk.page.panel.form, desk.task.id
    form.ui.percentEdit.set_text("50")
    form.save()
    for percent in ("45", "40"):
        form.ui.percentEdit.set_text(percent)
        form.save()
        assert words.percent_goes_back(50) in texts(desk.page.panel)
        assert desk.office.get("tasks", first).percent == 50, "nobody asked for less yet"
    form.save()
    assert desk.office.get("tasks", first).percent == 40, "a report may correct"
    assert words.percent_goes_back(50) not in texts(desk.page.panel)


def test_report_accept_and_return_by_keys(desk: AtTasks) -> None:
    form, first = desk.page.panel.form, desk.task.id
    form.ui.percentEdit.set_text("80")
    form.save()
    desk.key(Qt.Key.Key_R, CONTROL | SHIFT)
    form.ui.toldEdit.set_text("نامهٔ ۳۳۰/د")
    form.save()
    assert desk.office.get("tasks", first).state is T.REPORTED
    assert desk.page.panel.form.isHidden() or not desk.page.panel.form.isVisible()
    assert desk.acts()[:2] == ["act_accept", "act_return"]
    desk.key(Qt.Key.Key_A, CONTROL | SHIFT)
    assert desk.office.get("tasks", first).state is T.ACCEPTED
    assert desk.page.chosen_id() != first, "what is accepted leaves the open ones, and the next one shows"
    desk.page.show_view("done")
    desk.controller.do("return")
    assert desk.office.get("tasks", first).state is T.RETURNED
    assert desk.office.get("tasks", first).percent == 80
    assert desk.office.where("task_acts", task_id=first)[-1].reason == "یکی از اعضا اعتراض کرد"


def test_after_an_act_that_takes_a_task_out_of_the_view_the_keyboard_is_in_the_list(desk: AtTasks) -> None:
    desk.page.show_view(TaskView.NOT_ALIGNED)
    first = desk.page.chosen_id()
    desk.key(Qt.Key.Key_P, CONTROL | SHIFT)
    note = desk.page.panel.form.ui.noteEdit
    type_text(note, "سه نشست")
    press(note, Qt.Key.Key_Return, held=CONTROL)
    assert desk.page.chosen_id() not in {0, first}, "the next one shows, which is another unit's"
    assert QApplication.focusWidget() is desk.page.ui.table


def test_a_plan_is_written_and_an_impossible_day_refused(desk: AtTasks) -> None:
    form = desk.page.panel.form
    desk.key(Qt.Key.Key_P, CONTROL | SHIFT)
    type_text(form.ui.noteEdit, "سه نشست")
    form.ui.dueEdit.set_text("1402/12/01")
    press(form.ui.noteEdit, Qt.Key.Key_Return, held=CONTROL)
    assert form.ui.dueField.error()
    form.ui.dueEdit.set_text("1402/03/10")
    form.save()
    assert (desk.task.plan, desk.task.due) == ("سه نشست", date(2023, 5, 31))
    assert desk.task.state is T.PLANNED


def test_cancelling_asks_for_its_reason(desk: AtTasks) -> None:
    first = desk.task.id
    desk.controller.do("cancel")
    assert len(desk.person.asked) == 1
    assert desk.office.get("tasks", first).state is T.CANCELLED
    assert not desk.page.ui.band.action_button().isVisible(), "a cancelled task does not come back"


# ---- what is typed is not lost


def test_a_draft_waits_for_its_task(desk: AtTasks) -> None:
    form, first = desk.page.panel.form, desk.task.id
    form.ui.noteEdit.set_text("هنوز ثبت نشده")
    desk.page.focus_list()
    press(desk.page.ui.table, Qt.Key.Key_Down)
    assert desk.task.id != first
    assert form.ui.noteEdit.text() == ""
    desk.person.answer = "stay"
    assert not desk.controller.may_leave()
    press(desk.page.ui.table, Qt.Key.Key_Up)
    assert form.ui.noteEdit.text() == "هنوز ثبت نشده"
    desk.person.answer = "save"
    form.ui.percentEdit.setText("۱۰۱")
    assert not desk.controller.may_leave(), "what is refused stays, said at its field"
    assert form.ui.percentField.error()
    form.ui.percentEdit.setText("")
    desk.controller.reload(Changed.MEMBERS)
    assert form.ui.noteEdit.text() == "هنوز ثبت نشده", "a change elsewhere takes nothing away"
    desk.person.answer = "leave"
    assert desk.controller.may_leave()
    assert desk.page.panel.unfinished() == 0


# ---- ways


def test_from_a_task_to_its_resolution_minutes_meeting_and_sibling(desk: AtTasks) -> None:
    shown = desk.task
    resolution = desk.office.get("resolutions", shown.resolution_id)
    for key in ("resolution", "minutes", "meeting"):
        link = desk.page.panel.facts.link(key)
        assert link is not None
        link.click()
    version = desk.office.where("versions", meeting_id=resolution.meeting_id)[-1]
    assert desk.gone == [
        OpenResolution(resolution.id),
        OpenMinutes(version.id),
        OpenMeeting(resolution.meeting_id),
    ]
    (other,) = [one for one in desk.office.where("tasks", resolution_id=resolution.id) if one.id != shown.id]
    desk.page.panel.task_requested.emit(other.id)
    assert desk.page.chosen_id() == other.id


def test_from_a_task_to_the_reminder_of_its_unit_and_to_its_history(desk: AtTasks) -> None:
    asked: list[Destination] = []
    desk.controller.navigated.connect(asked.append)
    for place in (-2, -1):
        desk.page.panel.ui.acts.menu().actions()[place].trigger()
    reminder = OpenPapers(PaperOrder(kind=PaperKind.REMINDER, unit_id=desk.task.unit_id))
    assert asked == [reminder, OpenHistory(RecordKey("task", desk.task.id))]


def test_a_task_outside_the_view_is_shown_all_the_same(desk: AtTasks) -> None:
    desk.page.show_view("done")
    first = desk.office.where("tasks")[0].id
    desk.controller.show(first)
    assert (desk.page.chosen_id(), desk.page.query().view) == (first, "all")
    assert desk.page.panel.ui.stack.currentWidget() is desk.page.panel.ui.one
    assert QApplication.focusWidget() is desk.page.panel.form.ui.percentEdit


def test_a_key_whose_act_is_not_possible_says_so(desk: AtTasks) -> None:
    desk.key(Qt.Key.Key_R, CONTROL | SHIFT)
    assert words.ACTIONS["report"] in desk.said()
    assert desk.changed == []


# ---- the units


def test_the_side_narrows_the_list_and_counts_what_the_view_holds(desk: AtTasks) -> None:
    contents = {content.key: (content.count, content.late) for content in desk.page.units.contents()}
    unit = desk.office.units[0]
    assert contents["all"] == (4, 0)
    assert contents[f"unit:{unit}"] == (2, 0)
    row = desk.page.units.row(f"unit:{unit}")
    row.setFocus()
    press(row, Qt.Key.Key_Return)
    assert desk.page.model.count() == 2
    assert [one.key for one in desk.page.query().filters] == [FilterKey.UNIT]
    assert desk.page.units.value() == f"unit:{unit}"
    assert {content.count for content in desk.page.units.contents()} == {2, 4}, "the other units keep their counts"
    desk.page.units.row("all").click()
    assert desk.page.model.count() == 4


def test_late_units_are_marked(desk: AtTasks) -> None:
    desk.office.clock.forward(days=60)
    desk.controller.show()
    assert {content.key: content.late for content in desk.page.units.contents()}[f"unit:{desk.office.units[2]}"] == 2
    assert "معوق" in desk.page.ui.needs.text()


# ---- several at once


def test_several_reports_are_accepted_and_who_stays_is_told(desk: AtTasks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "AT_ONCE", 1)
    desk.page.panel.form.ui.percentEdit.set_text("30")
    desk.page.panel.form.save()
    desk.changed.clear()
    every = [task.id for task in desk.office.where("tasks")]
    for task_id in every[:2]:
        stored = desk.office.get("tasks", task_id)
        desk.office.put("tasks", replace(stored, state=T.REPORTED, percent=100))
    desk.controller.show()
    desk.page.ui.table.selectAll()
    QApplication.processEvents()
    panel = desk.page.panel
    assert panel.ui.manyTitle.text() == words.many(4)
    (accept,) = [one for one in panel.ui.manyActs.findChildren(Button) if one.objectName() == "act_accept"]
    # one of them is accepted elsewhere in the meantime
    desk.office.put("tasks", replace(desk.office.get("tasks", every[0]), state=T.ACCEPTED))
    accept.click()
    for _ in range(4):
        QApplication.processEvents()
    assert desk.office.get("tasks", every[1]).state is T.ACCEPTED
    assert desk.changed == [Changed.TASKS | Changed.RESOLUTIONS]
    assert desk.said().startswith(words.accepted_many(1))
    ((title, text),) = desk.person.told
    assert words.refused_many(1) in title
    assert text.startswith("واحد 1")
    assert desk.controller.steps.last_done() is None, "what was told before is behind an act on several"


def test_more_than_a_person_means_is_not_looked_at(desk: AtTasks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "MOST", 3)
    desk.page.ui.table.selectAll()
    QApplication.processEvents()
    assert desk.page.panel.ui.manyDone.text() == words.too_many(3)
    desk.controller.do("accept")
    assert desk.changed == []


def test_an_assigned_task_is_notified_in_the_form(desk: AtTasks) -> None:
    (resolution, _) = desk.office.where("resolutions")
    fresh = Task(uid="later", resolution_id=resolution.id, unit_id=desk.office.units[1], role="cooperator")  # type: ignore[arg-type]
    task_id = desk.office.add("tasks", fresh).id
    desk.controller.show(task_id)
    desk.controller.do("notify")
    form = desk.page.panel.form
    form.ui.dayEdit.set_day(MONDAY - timedelta(days=1))
    form.save()
    assert form.ui.dayField.error()
    form.ui.dayEdit.set_day(MONDAY + timedelta(days=3))
    form.ui.toldEdit.set_text("۱۲۰/د")
    form.save()
    assert desk.office.get("tasks", task_id).state is T.NOTIFIED


def _corrected(desk: AtTasks) -> None:
    """The words of the first resolution are corrected after its units were told and one of them began."""
    version_id = desk.office.where("versions")[0].id
    desk.page.panel.form.ui.percentEdit.set_text("30")
    desk.page.panel.form.save()
    day = desk.office.clock.today()
    sign_all(desk.office.context, version_id, day, asked=True)
    corrected(desk.office, version_id, day, text=WORDS)
    desk.changed.clear()


def test_corrected_words_are_told_from_a_task_and_its_work_stays_where_it_was(desk: AtTasks) -> None:
    resolution = desk.office.where("resolutions")[0]
    task = desk.office.where("tasks", resolution_id=resolution.id)[0]
    desk.controller.show(task.id)
    _corrected(desk)
    desk.controller.show(task.id)
    before = desk.task
    assert desk.acts()[0] == "act_notify"
    shown = [one for one in desk.page.panel.ui.acts.findChildren(Button) if not one.isHidden()]
    (button,) = [one for one in shown if one.objectName() == "act_notify"]
    assert button.text() == words.NOTIFY_AGAIN
    button.setFocus()
    press(button, Qt.Key.Key_Space, " ")
    form = desk.page.panel.form
    assert (form.ui.title.text(), form.ui.save.text()) == (words.NOTIFY_AGAIN, words.NOTIFY_AGAIN_SAVE)
    assert reason_to_notify_again(task_sheet(desk.office.context, task.id)) in texts(form)
    assert QApplication.focusWidget() is form.ui.toldEdit
    type_text(form.ui.toldEdit, NEW)
    press(form.ui.toldEdit, Qt.Key.Key_Return)
    assert desk.task == before
    assert (before.state, before.percent) == (T.DOING, 30)
    line = desk.page.panel.ui.history.lines()[0]
    assert line.title == words.NOTIFY_AGAIN
    assert NEW in line.note
    assert "act_notify" not in desk.acts()
    assert "act_undo" not in desk.acts(), "a letter is not unsent"
    assert desk.controller.steps.last_done() is None


def test_corrected_words_are_told_to_the_units_of_several_tasks(desk: AtTasks) -> None:
    _corrected(desk)
    desk.controller.show()
    desk.page.ui.table.selectAll()
    QApplication.processEvents()
    acts = desk.page.panel.ui.manyActs.findChildren(Button)
    (notify_many,) = [one for one in acts if one.objectName() == "act_notify" and not one.isHidden()]
    assert notify_many.text() == words.waits(2, words.NOTIFY_MANY)
    notify_many.click()
    form = desk.page.panel.form
    form.ui.toldEdit.set_text(NEW)
    form.save()
    QApplication.processEvents()
    assert desk.said().startswith(words.notified_many(2))
    assert desk.person.told == []
    told = [len(desk.office.where("resolution_acts", resolution_id=one.id)) for one in desk.office.where("resolutions")]
    assert told == [2, 1]


def test_a_key_that_is_not_possible_says_so_also_while_corrected_words_wait(desk: AtTasks) -> None:
    _corrected(desk)
    task = desk.office.where("tasks")[0]
    desk.office.put("tasks", replace(task, state=T.ACCEPTED, percent=100))
    desk.controller.show(task.id)
    desk.key(Qt.Key.Key_G)
    assert words.ACTIONS["progress"] in desk.said()
    assert "هنوز" not in desk.said(), "it was told already"


def test_space_opens_the_detail_and_esc_comes_back(desk: AtTasks) -> None:
    desk.page.ui.split.set_open(False)
    QTest.keyClick(desk.page.ui.table, Qt.Key.Key_Space)
    assert desk.page.ui.split.is_open()
    assert QApplication.focusWidget() is desk.page.panel.form.ui.percentEdit
    QTest.keyClick(desk.page.panel.form.ui.percentEdit, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is desk.page.ui.table


def test_every_key_is_its_own(desk: AtTasks) -> None:
    keys = [key for action in desk.page.actions() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    assert len(KEYS) == len(set(KEYS.values()))


# ---- in groups


def test_tasks_stand_in_groups_with_exact_heads_and_the_keyboard_goes_from_task_to_task(desk: AtTasks) -> None:
    page, table = desk.page, desk.page.ui.table
    groups = next(menu for menu in page.order.menu().findChildren(QMenu) if menu.title() == list_words.GROUPS)
    by_unit = next(one for one in groups.actions() if one.text() == words.UNIT)
    by_unit.trigger()
    heads = page.model.heads()
    assert sum(head.rows for head in heads.values()) == page.model.count() == 4
    assert len(heads) == len({task.unit_id for task in desk.office.where("tasks")})
    assert page.ui.order.text() == list_words.grouped_order(words.UNIT, words.DUE)
    units = {unit.name for unit in desk.office.where("units")}
    assert {head.text.partition(":")[0] for head in heads.values()} <= units
    assert table.rowSpan(0, 0) == 1
    assert table.columnSpan(0, 0) == page.model.columnCount()
    assert table.currentIndex().row() == 1, "no head is stood on"
    walked = [page.chosen_id()]
    for _ in range(3):
        press(table, Qt.Key.Key_Down)
        walked.append(page.chosen_id())
    assert len(set(walked)) == 4
    assert 0 not in walked
    table.selectAll()
    assert len(page.chosen_ids()) == 4
    assert len(page.table.chosen_text().splitlines()) == 4
    kept = settings_from_text(page.memory().to_text())
    assert kept is not None
    assert kept.query is not None
    assert kept.query.group == "unit"
    page.query_requested.emit(replace(page.query(), group="due"))
    assert [head.text for head in page.model.heads().values()] == [
        list_words.group_head(words.DUE_GROUPS["later"], words.counted(4))
    ]
    page.query_requested.emit(replace(page.query(), group=""))
    assert not page.model.heads()
    assert table.columnSpan(0, 0) == 1


def test_after_the_last_report_was_accepted_the_keyboard_stays_on_the_page(desk: AtTasks) -> None:
    page = desk.page
    page.panel.form.ui.percentEdit.set_text("80")
    page.panel.form.save()
    desk.key(Qt.Key.Key_R, CONTROL | SHIFT)
    page.panel.form.ui.toldEdit.set_text("نامهٔ ۳۳۰/د")
    page.panel.form.save()
    page.show_view("reported")
    assert page.model.count() == 1
    page.beside.enter()
    desk.acts()
    (accept,) = [one for one in page.panel.ui.acts.findChildren(Button) if one.objectName() == "act_accept"]
    accept.setFocus()
    accept.click()
    assert page.model.count() == 0
    focus = page.window().focusWidget()
    assert focus is not None
    assert page.ui.empty.isAncestorOf(focus)


def test_a_task_that_cannot_be_read_leaves_no_other_beside_its_row(
    desk: AtTasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = desk.task
    desk.key(Qt.Key.Key_G)
    type_text(desk.page.panel.form.ui.toldEdit, "تلفنی")

    def refusing(context: Context, task_id: int) -> TaskSheet:
        if task_id != first.id:
            raise EnvironmentProblem("data_locked")
        return task_sheet(context, task_id)

    monkeypatch.setattr(edit_session, "task_sheet", refusing)
    other = next(one.id for one in desk.office.where("tasks") if one.id != first.id)
    assert desk.page.choose(other)
    assert desk.said().startswith(sentence(EnvironmentProblem("data_locked")))
    assert desk.page.panel.ui.stack.currentWidget() is desk.page.panel.ui.nothing
    assert (desk.controller.sheet, desk.controller.history_key(), desk.page.panel.files.record) == (None, None, None)
    desk.controller.do("report")
    assert desk.office.get("tasks", first.id) == first
    assert desk.page.choose(first.id)
    assert desk.page.panel.form.ui.toldEdit.text() == "تلفنی", "what was typed for the one before waits for it"
