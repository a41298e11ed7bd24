"""«جلسه‌ها» under keys and pointer: the ledger, excuses, the form of a new meeting, and what is asked on leaving."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox

from desktop_app.domain.acts import Act
from desktop_app.domain.calendar.jalali import from_jalali
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.outcome import Changed
from desktop_app.domain.read_models.listing import FilterKey, ListQuery
from desktop_app.domain.rules.meetings import MeetingKind, MeetingState
from desktop_app.services.context import Context
from desktop_app.storage.store.work import Work
from desktop_app.widgets.dates.month_cell import BESIDE_MARK, SHORT_EDGE
from desktop_app.widgets.fields.text_area import TextArea
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.tokens import ICON_NOTE, TextRole
from desktop_app.window.kit.list_controller import ListController, ListReads
from desktop_app.window.kit.record_list_page import RecordListPage
from desktop_app.window.months import words
from desktop_app.window.months.controller import MeetingsController
from desktop_app.window.months.excuse_form import ExcuseForm
from desktop_app.window.months.format import meetings_spec
from desktop_app.window.months.page import MeetingsPage
from desktop_app.window.months.scheduling_form import SchedulingDialog
from desktop_app.words import history as undo_words
from desktop_app.words import scheduling as scheduling_words
from desktop_app.words import widgets as widget_words
from tests.services.office_steps import MONDAY, Office
from tests.shown import action, child, texts
from tests.sideways import LONG, sideways
from tests.views.minutes_desk import Person, settle
from tests.widgets.typing import press, type_text


@dataclass
class Desk:
    """The page over an office in memory, with a list that only writes down what it is asked."""

    office: Office
    page: MeetingsPage
    controller: MeetingsController
    person: Person
    asked: list[ListQuery] = field(default_factory=list)
    opened: list[int] = field(default_factory=list)
    told: list[Changed] = field(default_factory=list)

    def want(self) -> str:
        """The first line, empty while there is none."""
        band = self.page.ui.wants
        return "" if band.isHidden() else band.title()

    def has_form(self) -> bool:
        """Whether the form of a new meeting is open."""
        return self.page.scheduling is not None

    def form(self) -> SchedulingDialog:
        """The open form of a new meeting."""
        assert self.page.scheduling is not None
        return self.page.scheduling

    def findings(self) -> str:
        """All that the form says of the day."""
        return " ".join(self.form().ui.findings.texts())


def open_desk(office: Office, context: Context | None = None) -> Iterator[Desk]:
    """Show the page."""
    asked: list[ListQuery] = []
    listing = RecordListPage(meetings_spec(), lambda _ids: {})

    def ids(_context: Context, query: ListQuery) -> list[int]:
        asked.append(query)
        return []

    below = ListController(
        listing, office.context, ListReads(ids, lambda _context, _ids: (), Changed.MEETINGS), listing
    )
    page = MeetingsPage(listing, office.clock.today, office.clock.local_time)
    person = Person()
    controller = MeetingsController(page, context or office.context, person, below, page)
    desk = Desk(office, page, controller, person, asked)
    controller.navigated.connect(lambda destination: desk.opened.append(destination.meeting_id))
    controller.changed.connect(desk.told.append)
    page.resize(1200, 800)
    page.show()
    page.activateWindow()
    controller.show()
    settle()
    yield desk
    for form in (page.scheduling, page.excuses):
        if form is not None:
            form.leave()
    page.close()
    page.deleteLater()
    settle()


@pytest.fixture
def desk(office: Office) -> Iterator[Desk]:
    """An office whose second month was held and whose first five were not."""
    office.held()
    yield from open_desk(office)


def shown(desk: Desk) -> list[str]:
    return [desk.page.ui.ledger.cell(month).content().word for month in range(1, 13)]


# ---- the ledger


def test_twelve_months_each_with_word_mark_and_meeting(desk: Desk) -> None:
    assert shown(desk) == [words.STATES["missed"], words.STATES["held"], *[words.STATES["expected"]] * 10]
    second = desk.page.ui.ledger.cell(2)
    assert second.content().note == "۱۱ – جلسهٔ ۱"
    assert second.content().current
    assert "ماه جاری" in second.accessibleName()
    assert desk.page.ui.ledger.cell(1).x() > second.x() > desk.page.ui.ledger.cell(12).x()


def test_arrows_walk_the_months_and_past_the_end_the_year_turns(desk: Desk) -> None:
    ledger = desk.page.ui.ledger
    ledger.cell(2).setFocus()
    press(ledger.cell(2), Qt.Key.Key_Right)
    assert desk.page.window().focusWidget() is ledger.cell(1)
    press(ledger.cell(1), Qt.Key.Key_Right)
    assert desk.page.ui.yearShown.text() == "۱۴۰۱"
    assert desk.page.window().focusWidget() is ledger.cell(12)
    assert not desk.page.ui.earlierYear.isEnabled()
    press(ledger.cell(12), Qt.Key.Key_Left)
    assert desk.page.ui.yearShown.text() == "۱۴۰۲"


def test_a_month_narrows_the_list_and_offers_what_fits(desk: Desk) -> None:
    ui = desk.page.ui
    ui.ledger.cell(1).setFocus()
    press(ui.ledger.cell(1), Qt.Key.Key_Space)
    (filtered,) = desk.asked[-1].filters
    assert (filtered.key, filtered.value) == (FilterKey.MONTH, "1402-01")
    offered = [button.isHidden() for button in (ui.openMonth, ui.scheduleMonth, ui.excuseMonth, ui.takeBackExcuse)]
    assert offered == [True, False, False, True]
    ui.ledger.cell(2).click()
    assert desk.asked[-1].filters[0].value == "1402-02"
    assert not ui.openMonth.isHidden()
    ui.openMonth.click()
    assert desk.opened == [desk.office.where("meetings")[0].id]
    ui.ledger.cell(2).click()
    assert desk.asked[-1].filters == ()
    assert ui.monthBar.isHidden()


def test_clearing_the_filter_in_the_list_leaves_the_month(desk: Desk) -> None:
    desk.page.ui.ledger.cell(1).click()
    desk.page.listing.clear_filters()
    assert desk.page.ui.monthBar.isHidden()
    assert desk.page.ui.ledger.chosen_month() is None


# ---- what needs a person, and excuses


def test_missed_months_without_a_reason_come_first_until_they_are_excused(desk: Desk) -> None:
    assert desk.want() == words.without_reason(["x"] * 5)
    for month in ((1401, 9), (1401, 10), (1401, 11), (1401, 12)):
        desk.controller.excuse(*month)
    assert desk.want() == words.without_reason(["فروردین ۱۴۰۲"])
    desk.page.ui.wants.action_button().click()
    assert shown(desk)[0] == words.STATES["excused"]
    assert desk.want() == ""
    assert desk.told[-1] == Changed.MEETINGS
    desk.page.ui.ledger.cell(1).click()
    assert "اعتراض" in desk.page.ui.monthNote.text()
    desk.page.ui.takeBackExcuse.click()
    assert shown(desk)[0] == words.STATES["missed"]


def excuses(desk: Desk) -> ExcuseForm:
    """The form of the excuse of several months, opened by its button."""
    wants = desk.page.ui.wants
    (button,) = [one for one in wants.findChildren(QAbstractButton) if one.text() == words.EXCUSE_SEVERAL]
    button.click()
    assert desk.page.excuses is not None
    return desk.page.excuses


def give(form: ExcuseForm, reason: str) -> None:
    """Type a reason and send the form by its keys."""
    type_text(child(form, TextArea), reason)
    action(form, "Ctrl+Return").trigger()


def test_several_months_are_excused_also_where_something_more_urgent_stands_above(office: Office) -> None:
    for desk in open_desk(office):
        assert desk.want() == words.nobody_invited("اردیبهشت")
        button = desk.page.excuse_several
        assert button.isVisibleTo(desk.page)
        button.click()
        form = desk.page.excuses
        assert form is not None
        assert len(form.months()) == 5
        form.leave()
        settle()
        action(desk.page, "Ctrl+Shift+M").trigger()
        assert desk.page.excuses is not None


def test_where_the_band_itself_offers_it_there_is_no_second_button(desk: Desk) -> None:
    assert desk.want() == words.without_reason(["x"] * 5)
    assert desk.page.excuse_several.isHidden()


def test_all_months_without_a_reason_are_excused_at_once_and_it_is_taken_back(desk: Desk) -> None:
    asked = desk.want()
    assert asked == words.without_reason(["x"] * 5)
    form = excuses(desk)
    assert len(form.months()) == 5
    assert child(form, QAbstractButton, "saveExcuses").text() == words.excuse_do(5)
    give(form, "کرونا")
    assert not desk.has_form()
    assert desk.page.excuses is None
    assert desk.want() == ""
    desk.controller.undo()
    assert desk.want() == asked
    desk.controller.excuse(1401, 9)
    give(excuses(desk), "کرونا")
    assert desk.want() == "", "the four that are left"


def test_the_operator_chooses_which_months_are_excused(desk: Desk) -> None:
    """Months that were missed for different reasons are excused one reason after the other."""
    form = excuses(desk)
    child(form, QAbstractButton, "noMonth").click()
    assert form.months() == ()
    give(form, "کرونا")
    assert desk.page.excuses is form, "no month is chosen"
    assert words.NO_MONTH_CHOSEN in texts(form)
    for name in ("month_1401_10", "month_1401_11"):
        child(form, QCheckBox, name).click()
    assert words.NO_MONTH_CHOSEN not in texts(form)
    assert child(form, QAbstractButton, "saveExcuses").text() == words.excuse_do(2)
    form.save()
    assert desk.want() == words.without_reason(["x"] * 3)
    acts = [(one.year, one.month, one.reason) for one in desk.office.where("month_acts")]
    assert acts == [(1401, 10, "کرونا"), (1401, 11, "کرونا")]
    desk.controller.undo()
    assert desk.want() == words.without_reason(["x"] * 5)


def test_an_excuse_of_several_months_needs_its_reason_and_is_not_lost_by_one_key(desk: Desk) -> None:
    form = excuses(desk)
    form.save()
    assert widget_words.REASON_MISSING in texts(form)
    assert not desk.office.where("month_acts")
    type_text(child(form, TextArea), "کرونا")
    form.reject()
    assert form.isVisible()
    assert widget_words.LEAVE_AGAIN in texts(form)
    desk.person.answer = "stay"
    assert not desk.controller.may_leave()
    form.reject()
    assert desk.page.excuses is None
    assert not desk.office.where("month_acts")


def test_an_excuse_is_taken_back_and_told_again_while_its_year_shows(desk: Desk) -> None:
    told: list[str] = []
    desk.controller.status_message.connect(lambda text, _tone: told.append(text))
    desk.controller.excuse(1402, 1)
    for state in ("missed", "excused", "missed"):
        (desk.controller.redo if state == "excused" else desk.controller.undo)()
        assert shown(desk)[0] == words.STATES[state]
    what = words.excuse_step("فروردین ۱۴۰۲")
    assert told[-1] == undo_words.taken_back(what)
    desk.controller.redo()
    desk.controller.show_year(1401)
    desk.controller.undo()
    assert told[-1] == undo_words.NOTHING_TO_UNDO
    desk.controller.show_year(1402)
    assert shown(desk)[0] == words.STATES["excused"]


@pytest.mark.parametrize(("month_day", "alarm"), [(5, False), (25, True)])
def test_a_month_without_a_meeting_says_so_and_louder_from_day_20(office: Office, month_day: int, alarm: bool) -> None:
    office.clock.at = office.clock.at.replace(month=11, day=month_day + 21 if month_day == 5 else 16)
    for desk in open_desk(office):
        assert desk.want() in {words.nobody_invited("آذر"), words.nobody_invited("آبان")}
        cell = desk.page.ui.ledger.cell(9 if month_day == 5 else 8)
        assert cell.content().alarm is alarm
        desk.page.ui.wants.action_button().click()
        assert desk.form().plan().day is not None


def test_a_meeting_whose_day_passed_leads_to_it(office: Office) -> None:
    meeting_id = office.convened()
    office.clock.forward(days=2)
    for desk in open_desk(office):
        assert "گذشته" in desk.want()
        desk.page.ui.wants.action_button().click()
        assert desk.opened == [meeting_id]


# ---- a new meeting


def test_without_a_meeting_the_page_says_what_to_do(office: Office) -> None:
    for desk in open_desk(office):
        assert desk.page.ui.stack.currentWidget() is desk.page.ui.empty
        desk.page.focus_list()
        focused = desk.page.window().focusWidget()
        assert focused is not None
        assert focused.accessibleName() == words.NEW_MEETING or words.NEW_MEETING in str(focused.property("text"))
        desk.page.ui.empty.action_requested.emit()
        assert desk.form().plan().kind is MeetingKind.ORDINARY


def press_save(form: SchedulingDialog) -> None:
    """The keys that its button names; Enter in a line is none of them."""
    press(form.ui.placeEdit, Qt.Key.Key_Return)
    settle()
    assert form.isVisible()
    keys = {action.shortcut().toString(): action for action in form.actions()}
    keys["Ctrl+Return"].trigger()


def test_a_long_title_that_waits_makes_the_form_no_wider(desk: Desk) -> None:
    item_id = desk.office.parked(LONG)
    next(one for one in desk.page.actions() if one.shortcut().toString() == "Ctrl+N").trigger()
    settle()
    assert child(desk.form(), QCheckBox, f"take_{item_id}").isVisible()
    assert sideways(desk.page) == []


def test_by_keys_alone_from_the_form_to_the_meeting(desk: Desk) -> None:
    actions = {action.shortcut().toString(): action for action in desk.page.actions()}
    actions["Ctrl+N"].trigger()
    form = desk.form()
    line = form.ui.dayEdit.line()
    type_text(line, "1402/03/08")
    form.ui.startsEdit.clear()
    type_text(form.ui.startsEdit, "9.30")
    press_save(form)
    settle()
    assert not desk.has_form()
    made = desk.office.get("meetings", desk.opened[-1])
    assert (made.state, made.day, made.starts_at) == (MeetingState.SCHEDULED, from_jalali(1402, 3, 8), "09:30")
    assert desk.told[-1] == Changed.MEETINGS


def test_a_clash_is_said_at_once_and_refused_beside_its_field(desk: Desk) -> None:
    desk.page.new_requested.emit(None)
    form = desk.form()
    form.ui.dayEdit.set_text("۱۴۰۲/۰۲/۱۸")
    assert "فوق‌العاده" in desk.findings()
    form.save()
    assert form.ui.kindField.error()
    form.ui.kindEdit.choose("extraordinary")
    assert form.ui.kindField.error() == ""
    assert "فوق‌العاده" not in desk.findings()
    form.save()
    settle()
    assert desk.office.get("meetings", desk.opened[-1]).kind is MeetingKind.EXTRAORDINARY


def test_a_past_day_is_only_warned_of(desk: Desk) -> None:
    desk.page.new_requested.emit((1402, 1))
    form = desk.form()
    assert form.plan().day == from_jalali(1402, 1, 14), "the habit of the last meeting: a second Monday"
    assert "پیش بوده است" in desk.findings()
    form.save()
    settle()
    assert shown(desk)[0] == words.STATES["missed"], "it is scheduled, and not held yet"


def test_what_is_wrong_with_the_hour_stands_at_the_hour(desk: Desk) -> None:
    desk.page.new_requested.emit(None)
    form = desk.form()
    form.ui.kindEdit.choose("extraordinary")
    form.ui.dayEdit.set_text("۱۴۰۲/۰۲/۱۱")
    form.ui.startsEdit.clear()
    type_text(form.ui.startsEdit, "10:00")
    assert "ساعت" in form.ui.startsField.error()
    assert form.ui.startsField.error() not in desk.findings()
    type_text(form.ui.placeEdit, "مرکز")
    assert form.ui.startsField.error(), "another field changes nothing of it"
    form.ui.startsEdit.clear()
    type_text(form.ui.startsEdit, "11:00")
    assert form.ui.startsField.error() == ""
    form.ui.startsEdit.clear()
    type_text(form.ui.startsEdit, "23:00")
    assert "ساعت کاری" in form.ui.startsField.notice_line().text()
    assert "ساعت کاری" not in desk.findings()
    form.leave()


def test_without_a_day_a_draft_is_kept_only_when_it_is_meant(desk: Desk) -> None:
    desk.page.new_requested.emit(None)
    form = desk.form()
    press_save(form)
    assert form.ui.dayField.error() == scheduling_words.NO_DAY
    assert form.focusWidget() is form.ui.dayEdit.line()
    assert form.save_text() == scheduling_words.SAVE_DRAFT
    type_text(form.ui.dayEdit.line(), "1402/03/08")
    assert (form.ui.dayField.error(), form.save_text()) == ("", scheduling_words.SAVE)
    form.ui.dayEdit.set_text("")
    form.save()
    assert len(desk.office.where("meetings")) == 1
    form.save()
    settle()
    assert desk.office.get("meetings", desk.opened[-1]).state is MeetingState.DRAFT


def test_what_the_machine_refuses_stands_in_the_form_too(office: Office) -> None:
    def full(_act: Act) -> AbstractContextManager[Work]:
        raise EnvironmentProblem("storage_full")

    for desk in open_desk(office, replace(office.context, begin=full)):
        desk.page.new_requested.emit(None)
        desk.form().ui.dayEdit.set_text("۱۴۰۲/۰۳/۰۸")
        desk.form().save()
        assert "دیسک پر است" in desk.findings()
        assert desk.page.ui.notice.isHidden(), "the form lies over the page"


def test_what_is_no_day_is_not_handed_over_and_stays(desk: Desk) -> None:
    desk.page.new_requested.emit(None)
    form = desk.form()
    type_text(form.ui.dayEdit.line(), "پنجاهم")
    form.save()
    assert form.ui.dayEdit.has_error()
    assert form.ui.dayEdit.text() == "پنجاهم"
    assert len(desk.office.where("meetings")) == 1


def test_esc_asks_once_while_something_is_typed(desk: Desk) -> None:
    desk.page.new_requested.emit(None)
    form = desk.form()
    press(form, Qt.Key.Key_Escape)
    settle()
    assert not desk.has_form(), "nothing was typed"
    desk.page.new_requested.emit(None)
    form = desk.form()
    type_text(form.ui.placeEdit, "مرکز")
    press(form, Qt.Key.Key_Escape)
    assert desk.form() is form
    assert widget_words.LEAVE_AGAIN in form.ui.findings.texts()
    press(form, Qt.Key.Key_Escape)
    settle()
    assert not desk.has_form()


def test_leaving_the_page_asks_while_a_meeting_is_typed(desk: Desk) -> None:
    assert desk.controller.may_leave()
    desk.page.new_requested.emit(None)
    type_text(desk.form().ui.placeEdit, "مرکز")
    desk.person.answer = "stay"
    assert not desk.controller.may_leave()
    desk.person.answer = "leave"
    assert desk.controller.may_leave()
    assert not desk.has_form()


def test_a_low_window_shows_all_twelve_months_in_one_line(desk: Desk) -> None:
    desk.page.resize(860, 520)
    settle()
    ledger = desk.page.ui.ledger
    cells = [ledger.cell(month) for month in range(1, 13)]
    assert ledger.is_strip()
    assert all(cell.isVisible() and ledger.rect().contains(cell.geometry()) for cell in cells)
    assert len({cell.y() for cell in cells}) == 1
    assert [cell.x() for cell in cells] == sorted((cell.x() for cell in cells), reverse=True)
    assert ledger.height() == 40
    assert "ماه جاری" in cells[1].toolTip()
    cells[5].setFocus()
    press(cells[5], Qt.Key.Key_Left)
    assert desk.page.window().focusWidget() is cells[6]
    press(cells[6], Qt.Key.Key_Space)
    assert desk.page.ui.monthTitle.text().startswith(cells[6].content().name)
    desk.page.ui.foldLedger.click()
    assert ledger.isHidden()
    desk.page.ui.foldLedger.click()
    assert not ledger.isHidden()
    assert desk.page.minimumSizeHint().height() <= 520


def test_no_name_of_a_month_is_cut_in_the_strip(desk: Desk) -> None:
    ledger = desk.page.ui.ledger
    ledger.set_low(True)
    for width in (520, 700, 838, 844, 1000):
        ledger.resize(width, ledger.heightForWidth(width))
        for month in range(1, 13):
            cell = ledger.cell(month)
            name = QFontMetrics(tokens_of(cell).font(TextRole.HEAD)).horizontalAdvance(cell.content().name)
            assert cell.width() >= name + 2 * SHORT_EDGE + tokens_of(cell).px(ICON_NOTE) + BESIDE_MARK
            assert ledger.rect().contains(cell.geometry())


def test_the_list_is_read_again_with_the_ledger(desk: Desk) -> None:
    count = len(desk.asked)
    desk.controller.reload(Changed.MEETINGS)
    assert len(desk.asked) == count + 1
    desk.controller.reload(Changed.TASKS)
    assert len(desk.asked) == count + 1
    assert QApplication.activeModalWidget() is None
    assert desk.office.clock.today() == MONDAY == date(2023, 5, 1)
