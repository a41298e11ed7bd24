"""One resolution beside its list, and the forms of its acts, under real keys, over an office in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.read_models.follow_up_sheets import OtherResolution, ResolutionSheet
from desktop_app.domain.read_models.listing import ListQuery, ResolutionRow, ResolutionView
from desktop_app.domain.rules.clauses import UpstreamDecision
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.rules.requests import Request, RequestKind
from desktop_app.domain.rules.resolution_actions import ActionAnswer, Extension, ResolutionAction
from desktop_app.domain.rules.resolutions import ResolutionState
from desktop_app.domain.rules.tasks import News, TaskAction
from desktop_app.services.follow_up import resolution_acts as acts
from desktop_app.services.follow_up.notifying import notify
from desktop_app.services.follow_up.resolution_sheet import later_resolutions, resolution_sheet
from desktop_app.services.follow_up.task_acts import move_task, record_progress
from desktop_app.widgets.controls.pill import Pill
from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.resolution_form import ResolutionForm
from desktop_app.window.resolutions.page import ResolutionsPage, needs_attention, resolutions_spec
from desktop_app.words import resolutions as words
from desktop_app.words import states
from desktop_app.words.history import HISTORY, HISTORY_KEYS
from tests.services.office_steps import Office
from tests.services.offices import Offices
from tests.shown import child, texts
from tests.widgets.typing import press, type_text

D = ResolutionAction
NEXT = date(2023, 5, 29)
TODAY = date(2023, 6, 25)
CITE = "«طرح کلان»"


@pytest.fixture(scope="module")
def desk(offices: Offices) -> Iterator[Office]:
    """Two resolutions of a first meeting, one of a second; the first is notified, at work, extended and late."""
    with offices.opened() as (office, _):
        _furnish_late(office)
        yield office


def _furnish_late(office: Office) -> None:
    _, version_id = office.written(2)
    office.finalised(version_id)
    office.clock.at = datetime.fromisoformat("2023-05-29T10:00")
    meeting, second = office.written(1, day=NEXT)
    office.finalised(second)
    first = office.where("resolutions")[0].id
    notify(office.context, first, Notice(day=NEXT, letter_number="۹۱۲/ص", reason="فوری"))
    task = office.where("tasks", resolution_id=first)[0]
    office.clock.forward(days=5)
    record_progress(office.context, task.id, 64, News(day=office.clock.today(), note="در کار است", told_by="تلفنی"))
    office.clock.forward(minutes=1)
    acts.extend(office.context, first, Extension(due=date(2023, 6, 20), reason="سه دستگاه تازه", meeting_id=meeting))
    office.clock.at = datetime.fromisoformat("2023-06-25T10:00")


@pytest.fixture(scope="module")
def late(desk: Office) -> ResolutionSheet:
    return resolution_sheet(desk.context, desk.where("resolutions")[0].id)


@pytest.fixture(scope="module")
def done(offices: Offices) -> ResolutionSheet:
    """One whose units reported everything."""
    with offices.opened() as (office, _):
        return _reported(office)


def _reported(office: Office) -> ResolutionSheet:
    _, version_id = office.written(1)
    office.finalised(version_id)
    (key,) = (one.id for one in office.where("resolutions"))
    notify(office.context, key, Notice(day=office.clock.today(), reason="فوری"))
    news = News(day=office.clock.today())
    for task in office.where("tasks"):
        record_progress(office.context, task.id, 90, news)
        move_task(office.context, task.id, TaskAction.REPORT, news)
        move_task(office.context, task.id, TaskAction.ACCEPT, news)
    return resolution_sheet(office.context, key)


def _fetch(ids: Sequence[int]) -> Mapping[int, ResolutionRow]:
    row = ResolutionRow(
        id=1, number="۱۴۰۲/۱/۱", meeting_id=1, meeting_number=1, minutes_version_id=1, text="تصمیم", axis_code="۱",
        executor="واحد", executor_party_id=None, due=None, state=ResolutionState.NOTIFIED, percent=0, days_late=0,
    )  # fmt: skip
    return {one: replace(row, id=one) for one in ids}


@pytest.fixture
def page(qtbot: QtBot) -> ResolutionsPage:
    made = ResolutionsPage(resolutions_spec(lambda: TODAY, {}), _fetch, lambda: TODAY, lambda _decision: CITE)
    qtbot.addWidget(made)
    made.resize(1216, 844)
    made.show_answer(ListQuery(view=ResolutionView.OPEN, sort="due"), [1, 2, 3], {"open": 3, "all": 3})
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def _form(
    page: ResolutionsPage, action: ResolutionAction, sheet: ResolutionSheet, desk: Office | None = None
) -> ResolutionForm:
    others = later_resolutions(desk.context, sheet.resolution.id) if desk is not None else ()
    page.open_form(action, sheet, others)
    form = page.sheet()
    assert isinstance(form, ResolutionForm)
    return form


def test_the_detail_says_everything_of_a_late_resolution(page: ResolutionsPage, late: ResolutionSheet) -> None:
    page.show_record(replace(late, upstream=UpstreamDecision(title="طرح کلان", body="شورا")))
    ui = page.detail.ui
    pills = [pill.text() for pill in ui.pills.findChildren(Pill) if pill.isVisible()]
    assert pills == [states.LATE, states.RESOLUTION["in_progress"]], "late stands beside the state"
    labels = [one.label for one in ui.course.stations()]
    assert labels == ["تصویب", "مهلت نخست", "تمدید نخست"]
    today = ui.course.today()
    assert today is not None
    assert (today.text, today.tone) == ("امروز، ۵ روز تأخیر", Tone.DANGER)
    titles = [line.title for line in ui.history.lines()]
    assert titles == ["تمدید تا ۱۴۰۲/۰۳/۳۰", "گزارش اقدام: ۶۴\u200f٪", "ابلاغ به ۲ واحد", "تصویب در جلسهٔ اول"]
    assert ui.history.lines()[2].note.startswith("۸ خرداد\u00a0· نامهٔ ۹۱۲/ص\u00a0· دلیل: فوری")
    assert [button.objectName() for button in page.detail.buttons()] == [
        "action_tasks",
        "action_extend",
        "action_defer",
    ]
    page.detail.ui.copyText.click()
    assert words.COPIED in page.ui.band.accessibleName()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[:2] == [f"مصوبهٔ {late.resolution.number}", "تصمیم 1"]
    assert {f"بالادستی: {CITE}", "مهلت: ۱۴۰۲/۰۳/۳۰", "وضعیت: در حال اجرا · معوق"} <= set(copied)


def test_acts_go_by_state_and_the_rest_is_in_the_menu(
    qtbot: QtBot, page: ResolutionsPage, done: ResolutionSheet
) -> None:
    page.show_record(done)
    asked: list[ResolutionAction] = []
    page.resolution_action_requested.connect(asked.append)
    first = page.detail.buttons()[0]
    assert first.text() == words.ACTION_BUTTONS["verify"]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    texts = [action.text() for action in page.detail.menu().actions() if action.text()]
    actions = [words.ACTION_BUTTONS[key] for key in ("extend", "supersede", "revoke")]
    assert texts == [*actions, words.COPY_TEXT, words.PRINT_EXTRACT, f"{HISTORY}\t{HISTORY_KEYS}"]
    page.detail.menu().actions()[1].trigger()
    assert asked == [D.VERIFY, D.SUPERSEDE]
    with qtbot.waitSignal(page.record_act_requested, check_params_cb=lambda way: way == "extract"):
        page.detail.menu().actions()[-2].trigger()
    link = page.detail.findChild(QPushButton, "fact_minutes")
    assert link is not None
    with qtbot.waitSignal(page.record_act_requested, check_params_cb=lambda way: way == "minutes"):
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    page.show_record(None)
    assert page.detail.sheet() is None
    assert not page.detail.ui.more.isVisible()


def test_a_refusal_stands_beside_its_field_and_what_was_typed_stays(
    qtbot: QtBot, page: ResolutionsPage, late: ResolutionSheet
) -> None:
    sent: list[ActionAnswer] = []
    page.answer_sent.connect(lambda _action, answer: sent.append(answer))
    form = _form(page, D.EXTEND, late)
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    type_text(child(form, JalaliDateEdit).line(), "فردای نیامده")
    form.send()
    assert sent == [], "a day that cannot be read is not sent"
    child(form, JalaliDateEdit).set_text("")
    type_text(child(form, JalaliDateEdit).line(), "۱۴۰۲/۰۴/۲۰")
    type_text(form.editor("reason"), "دلیل")
    form.send()
    granted = late.meetings[0].id
    assert sent == [ActionAnswer(reason="دلیل", day=date(2023, 7, 11), meeting_id=granted)]
    page.show_form_refusal("due", "دیرتر بنویسید.")
    field = form.field("due")
    assert field is not None
    assert field.error() == "دیرتر بنویسید."
    assert form.focusWidget() is child(form, JalaliDateEdit).line()
    page.show_form_refusal("", "پوشه پر است.")
    assert "پوشه پر است." in texts(form)
    assert form.answer().reason == "دلیل"
    press(form, Qt.Key.Key_Escape)
    assert form.isVisible(), "one Esc only warns"
    press(form, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.sheet() is None)


def test_an_extension_offers_to_answer_what_was_asked(page: ResolutionsPage, late: ResolutionSheet) -> None:
    asked = Request(
        id=7, committee_id=1, kind=RequestKind.EXTENSION, title="تمدید – واحد ۱", asked_on=TODAY, wanted_due=NEXT
    )
    form = _form(page, D.EXTEND, replace(late, requests=(asked,)))
    assert [box.text() for box in form.request_boxes().values()] == ["تا دوشنبه ۸ خرداد ۱۴۰۲ – تمدید – واحد ۱"]
    assert form.answer().request_ids == (7,)
    form.request_boxes()[7].setChecked(False)
    assert form.answer().request_ids == ()
    form = _form(page, D.EXTEND, replace(late, requests=(asked, replace(asked, id=8))))
    assert form.answer().request_ids == (), "which of several is answered nobody knows yet"
    assert _form(page, D.DEFER, replace(late, requests=(asked,))).request_boxes() == {}
    page.close_sheet()


def test_each_form_has_its_fields(
    page: ResolutionsPage, late: ResolutionSheet, done: ResolutionSheet, desk: Office
) -> None:
    fields = {
        D.VERIFY: (done, {"reason"}),
        D.RETURN: (done, {"reason", "tasks"}),
        D.DEFER: (late, {"reason"}),
        D.REVOKE: (late, {"other", "reason"}),
        D.NOTIFY: (late, {"day", "letter_number", "reason"}),
        D.UNDO: (late, {"reason"}),
    }
    for action, (sheet, names) in fields.items():
        form = _form(page, action, sheet, desk)
        assert set(form._fields) == names, action
    form = _form(page, D.RETURN, done)
    boxes = form.task_boxes()
    next(iter(boxes.values())).setChecked(False)
    assert form.answer().task_ids == tuple(list(boxes)[1:])
    signed = _form(page, D.NOTIFY, replace(late, signed=True))
    assert set(signed._fields) == {"day", "letter_number"}
    page.close_sheet()
    assert page.sheet() is None


def test_what_was_done_is_said_with_the_way_back(qtbot: QtBot, page: ResolutionsPage, done: ResolutionSheet) -> None:
    page.show_action_done(D.VERIFY, done, undoable=True)
    assert page.ui.band.title() == f"مصوبهٔ {done.resolution.number} مختومه شد."
    with qtbot.waitSignal(page.band_action_requested):
        page.ui.band.action_button().click()
    page.show_action_done(D.UNDO, done, undoable=False)
    assert not page.ui.band.action_button().isVisible()


def test_the_first_line_counts_what_waits() -> None:
    counts = {"open": 8, "late": 2, "awaiting": 1, "untold": 3, "this_week": 0, "all": 10}
    assert [(need.text, need.view) for need in needs_attention(counts)] == [
        ("۲ مصوبه معوق است.", "late"),
        ("۳ مصوبه پس از اصلاحیه در انتظار ابلاغ است.", "untold"),
        ("۱ مصوبه در انتظار تأیید شماست.", "awaiting"),
    ]
    assert needs_attention({"all": 3})[0].text == words.ALL_ON_TIME
    assert needs_attention({"all": 0}) == ()


def test_where_nothing_newer_was_adopted_the_form_says_so_at_once(page: ResolutionsPage, late: ResolutionSheet) -> None:
    form = _form(page, D.REVOKE, late)
    field = form.field("other")
    assert field is not None
    assert field.notice_line().text() == words.NO_LATER_RESOLUTION
    form.reject()
    page.open_form(D.SUPERSEDE, late, (OtherResolution(id=9, number="۱۴۰۲/۲/۱", text="تصمیم"),))
    again = page.sheet()
    assert isinstance(again, ResolutionForm)
    newer = again.field("other")
    assert newer is not None
    assert newer.notice_line().text() == words.OTHER_HINT
    again.reject()


@pytest.mark.parametrize(
    ("action", "name", "told"),
    [(D.EXTEND, "meeting", words.NO_LATER_MEETING), (D.REVOKE, "other", words.NO_LATER_RESOLUTION)],
)
def test_where_nothing_can_be_chosen_nobody_is_asked_to_choose(
    page: ResolutionsPage, late: ResolutionSheet, action: D, name: str, told: str
) -> None:
    form = _form(page, action, replace(late, meetings=()))
    field = form.field(name)
    assert field is not None
    assert form.show_refusal(name, "برگزیده نشده است. یکی را برگزینید.")
    assert field.notice_line().text() == told
    assert field.error() == told
    form.reject()
