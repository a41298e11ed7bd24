"""The agenda by keys and by menu: adding, editing, moving, parking, and the clock of the running item."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView

from desktop_app.domain.rules.meetings import AgendaItem, AgendaKind, AgendaState
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.lists.item_row import DropLine, ItemRow
from desktop_app.window.meeting import words
from desktop_app.window.meeting.item_form import MeetingItemForm
from desktop_app.words.meeting_course import removed
from desktop_app.words.widgets import LEAVE_AGAIN
from tests.services.office_steps import Office
from tests.shown import child, texts
from tests.views.meeting_desk import MeetingAtDesk, at_desk
from tests.views.minutes_desk import settle
from tests.widgets.typing import ALT, CONTROL, press, type_text

RUNNING, DONE, WAITING = AgendaState.RUNNING, AgendaState.DONE, AgendaState.WAITING


@pytest.fixture
def desk(office: Office) -> Iterator[MeetingAtDesk]:
    """A session that began at 10:05, with one item parked."""
    office.parked()
    yield from at_desk(office, office.in_session())


def item(desk: MeetingAtDesk, place: int) -> AgendaItem:
    found = desk.office.get("agenda", desk.items[place])
    assert isinstance(found, AgendaItem)
    return found


def row(desk: MeetingAtDesk, place: int) -> ItemRow:
    found = desk.page.agenda.rows.row(desk.items[place])
    assert found is not None
    return found


def form(desk: MeetingAtDesk) -> MeetingItemForm:
    found = desk.page.agenda.form()
    assert found is not None
    return found


def titles(desk: MeetingAtDesk) -> list[str]:
    return [desk.office.get("agenda", one).title for one in desk.items]


def choose(desk: MeetingAtDesk, item_id: int, name: str) -> None:
    """Choose from the menu of an item."""
    for action in desk.page.agenda.menu_of(item_id).actions():
        if action.objectName() == name:
            action.trigger()
            return
    raise AssertionError(f"no {name}")


# ---- adding and editing


def test_insert_adds_an_item_at_the_end(desk: MeetingAtDesk) -> None:
    desk.key(Qt.Key.Key_Insert)
    settle()
    ui = form(desk).ui
    assert ui.titleEdit.hasFocus()
    type_text(ui.titleEdit, "بند تازه")
    type_text(ui.minutesEdit, "۲۵")
    press(ui.minutesEdit, Qt.Key.Key_Return, "\r")
    assert titles(desk)[-1] == "بند تازه"
    assert item(desk, 3).planned_minutes == 25
    assert desk.page.agenda.form() is None
    assert row(desk, 3).hasFocus()
    assert desk.page.agenda.ui.total.text() == "۶۰ دقیقه"


def test_an_item_without_a_title_is_refused_beside_the_field(desk: MeetingAtDesk) -> None:
    desk.page.agenda.add_item()
    type_text(form(desk).ui.presenterEdit, "دبیر")
    form(desk).ui.save.click()
    assert form(desk).ui.titleField.error()
    assert form(desk).ui.presenterEdit.text() == "دبیر"
    assert len(desk.items) == 3


@pytest.mark.parametrize("typed", ["ده", "۱۰٫۵", "-۵", "۶۰۱"])
def test_minutes_that_are_no_whole_number_are_refused_and_stay(desk: MeetingAtDesk, typed: str) -> None:
    desk.page.agenda.add_item()
    type_text(form(desk).ui.titleEdit, "بند")
    type_text(form(desk).ui.minutesEdit, typed)
    form(desk).ui.save.click()
    assert form(desk).ui.minutesField.error() == words.BAD_MINUTES
    assert form(desk).ui.minutesEdit.text() == typed
    assert len(desk.items) == 3


def test_an_item_is_edited_in_its_place(desk: MeetingAtDesk) -> None:
    row(desk, 1).setFocus()
    press(row(desk, 1), Qt.Key.Key_Return, "\r")
    assert row(desk, 1).isHidden()
    form(desk).ui.titleEdit.selectAll()
    type_text(form(desk).ui.titleEdit, "عنوان دیگر")
    form(desk).ui.kindEdit.set_value(AgendaKind.NEXT_MEETING.value)
    form(desk).ui.save.click()
    assert titles(desk) == ["گزارش پیگیری", "عنوان دیگر", "ارتباط روستاها"]
    assert item(desk, 1).kind is AgendaKind.NEXT_MEETING
    assert not row(desk, 1).isHidden()
    assert row(desk, 1).hasFocus()


def test_escape_leaves_an_item_as_it_was(desk: MeetingAtDesk) -> None:
    row(desk, 1).setFocus()
    press(row(desk, 1), Qt.Key.Key_F2)
    type_text(form(desk).ui.titleEdit, "چیزی")
    press(form(desk).ui.titleEdit, Qt.Key.Key_Escape)
    assert form(desk).ui.titleEdit.text().endswith("چیزی")
    assert form(desk).ui.titleField.notice_line().text() == LEAVE_AGAIN
    press(form(desk).ui.titleEdit, Qt.Key.Key_Escape)
    assert titles(desk)[1] == "خودارزیابی"
    assert row(desk, 1).hasFocus()


def test_a_background_of_several_lines_is_written_and_saved_by_control_enter(desk: MeetingAtDesk) -> None:
    choose(desk, desk.items[1], "edit")
    area = form(desk).ui.backgroundEdit
    area.setFocus()
    type_text(area, "سابقهٔ یك")
    press(area, Qt.Key.Key_Return, "\r")
    type_text(area, "سابقهٔ دو")
    assert item(desk, 1).background == "", "Enter goes on to the next line"
    press(area, Qt.Key.Key_Return, "\r", CONTROL)
    assert item(desk, 1).background == "سابقهٔ یک\nسابقهٔ دو"
    assert desk.page.agenda.form() is None
    choose(desk, desk.items[1], "edit")
    assert form(desk).ui.backgroundEdit.text() == "سابقهٔ یک\nسابقهٔ دو"
    assert not form(desk).is_dirty()


def test_tab_goes_through_the_form_from_the_title_to_the_background_and_out_of_it(desk: MeetingAtDesk) -> None:
    choose(desk, desk.items[1], "edit")
    ui = form(desk).ui
    for editor in (ui.titleEdit, ui.presenterEdit, ui.minutesEdit, ui.kindEdit, ui.backgroundEdit, ui.save, ui.leave):
        assert editor.hasFocus()
        QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert ui.backgroundEdit.text() == ""


def test_the_form_is_scrolled_into_sight_with_its_buttons(desk: MeetingAtDesk) -> None:
    desk.page.resize(1216, 740)
    settle()
    choose(desk, desk.items[2], "edit")
    settle()
    seen = desk.page.agenda.ui.scroll.viewport().rect()
    for editor in (form(desk).ui.titleEdit, form(desk).ui.save):
        place = editor.mapTo(desk.page.agenda.ui.scroll.viewport(), editor.rect().center())
        assert seen.contains(place), editor.objectName()


@pytest.mark.parametrize(("width", "hint"), [(1216, "Ctrl+Enter"), (900, "")])
def test_a_narrow_form_gives_up_the_keys_on_its_buttons(desk: MeetingAtDesk, width: int, hint: str) -> None:
    desk.page.resize(width, 844)
    settle()
    choose(desk, desk.items[2], "edit")
    settle()
    assert form(desk).ui.save.property("hint") == hint
    assert form(desk).minimumSizeHint().width() <= desk.page.agenda.ui.body.width()


def test_a_background_is_not_lost_by_one_key(desk: MeetingAtDesk) -> None:
    choose(desk, desk.items[1], "edit")
    area, field = form(desk).ui.backgroundEdit, form(desk).ui.backgroundField
    area.setFocus()
    type_text(area, "سابقه")
    assert desk.page.unfinished() == 1
    press(area, Qt.Key.Key_Escape)
    assert field.notice_line().text() == LEAVE_AGAIN
    type_text(area, "‌ها")
    assert field.notice_line().text() != LEAVE_AGAIN
    press(form(desk).ui.titleEdit, Qt.Key.Key_Escape)
    assert area.text() == "سابقه‌ها"
    press(area, Qt.Key.Key_Escape)
    assert desk.page.agenda.form() is None
    assert item(desk, 1).background == ""


def test_a_warning_that_went_away_with_typing_elsewhere_comes_again_before_a_background_is_lost(
    desk: MeetingAtDesk,
) -> None:
    choose(desk, desk.items[1], "edit")
    area, title = form(desk).ui.backgroundEdit, form(desk).ui.titleEdit
    type_text(area, "سابقه")
    press(area, Qt.Key.Key_Escape)
    type_text(title, "‌ها")
    assert form(desk).ui.backgroundField.notice_line().text() != LEAVE_AGAIN
    title.setFocus()
    press(title, Qt.Key.Key_Escape)
    assert area.text() == "سابقه"
    assert form(desk).ui.titleField.notice_line().text() == LEAVE_AGAIN
    press(title, Qt.Key.Key_Escape)
    assert desk.page.agenda.form() is None


def test_the_button_leaves_a_background_at_once(desk: MeetingAtDesk) -> None:
    choose(desk, desk.items[1], "edit")
    type_text(form(desk).ui.backgroundEdit, "سابقه")
    form(desk).ui.leave.click()
    assert desk.page.agenda.form() is None


def test_a_refused_background_is_told_beside_its_field_and_stays(desk: MeetingAtDesk) -> None:
    choose(desk, desk.items[1], "edit")
    ui = form(desk).ui
    type_text(ui.backgroundEdit, "☃")
    ui.save.click()
    assert "☃" in ui.backgroundField.error()
    assert ui.backgroundEdit.hasFocus()
    assert ui.backgroundEdit.text() == "☃"
    type_text(ui.backgroundEdit, "سابقه")
    assert ui.backgroundField.error() == ""


def test_opening_another_form_saves_a_background_too(desk: MeetingAtDesk) -> None:
    choose(desk, desk.items[1], "edit")
    type_text(form(desk).ui.backgroundEdit, "سابقه")
    choose(desk, desk.items[2], "edit")
    assert item(desk, 1).background == "سابقه"


def test_opening_another_form_saves_the_one_that_was_typed_in(desk: MeetingAtDesk) -> None:
    choose(desk, desk.items[1], "edit")
    form(desk).ui.titleEdit.selectAll()
    type_text(form(desk).ui.titleEdit, "عنوان دیگر")
    choose(desk, desk.items[2], "edit")
    assert titles(desk)[1] == "عنوان دیگر"
    assert form(desk).item_id() == desk.items[2]


def test_a_refused_form_is_not_given_up_for_another_one(desk: MeetingAtDesk) -> None:
    desk.page.agenda.add_item()
    type_text(form(desk).ui.presenterEdit, "دبیر")
    choose(desk, desk.items[2], "edit")
    assert form(desk).item_id() == 0
    assert form(desk).ui.presenterEdit.text() == "دبیر"


def test_a_form_keeps_its_place_while_the_page_is_shown_again(desk: MeetingAtDesk) -> None:
    choose(desk, desk.items[0], "edit")
    type_text(form(desk).ui.presenterEdit, "دبیر")
    desk.row(0).focus_switch()
    desk.letters("ح")
    rows = desk.page.agenda.ui.rows
    places = [rows.indexOf(form(desk)), *(rows.indexOf(row(desk, place)) for place in (1, 2))]
    assert places == [1, 2, 3]
    assert form(desk).ui.presenterEdit.text() == "دبیر"


# ---- order


def _drag(desk: MeetingAtDesk, place: int, onto: int, *, leave: bool = False) -> None:
    """Draw a row by its title over another one, a little past its middle; with Esc instead of letting go."""
    held, other = row(desk, place), row(desk, onto)
    at = QPoint(held.width() // 2, held.height() // 2)
    down = 6 if onto > place else -6
    QTest.mousePress(held, Qt.MouseButton.LeftButton, pos=at)
    for part in (0.5, 1.0):
        goal = held.mapFrom(desk.page, other.mapTo(desk.page, QPoint(at.x(), other.height() // 2 + down)))
        QTest.mouseMove(held, at + (goal - at) * part)
    assert not child(desk.page.agenda, DropLine).isHidden()
    if leave:
        press(held, Qt.Key.Key_Escape)
    QTest.mouseRelease(held, Qt.MouseButton.LeftButton, pos=goal)
    settle()


def test_an_item_is_dragged_to_another_place_and_esc_leaves_it(desk: MeetingAtDesk) -> None:
    first, second, third = desk.items[:3]
    before = len(desk.told)
    _drag(desk, 0, 2)
    assert desk.items[:3] == [second, third, first]
    assert len(desk.told) == before + 1, "one act"
    assert desk.focused() is desk.page.agenda.rows.row(first)
    _drag(desk, 2, 0)
    assert desk.items[:3] == [first, second, third]
    _drag(desk, 0, 1, leave=True)
    assert desk.items[:3] == [first, second, third]
    choose(desk, second, "edit")
    QTest.mousePress(row(desk, 0), Qt.MouseButton.LeftButton)
    QTest.mouseMove(row(desk, 0), QPoint(20, 120))
    assert child(desk.page.agenda, DropLine).isHidden(), "not while a form stands between"
    QTest.mouseRelease(row(desk, 0), Qt.MouseButton.LeftButton, pos=QPoint(20, 120))


def test_alt_and_arrows_move_an_item_and_the_keyboard_goes_with_it(desk: MeetingAtDesk) -> None:
    moved = desk.items[0]
    desk.page.agenda.rows.focus(moved)
    desk.key(Qt.Key.Key_Down, held=ALT)
    assert titles(desk) == ["خودارزیابی", "گزارش پیگیری", "ارتباط روستاها"]
    assert desk.focused() is desk.page.agenda.rows.row(moved)
    desk.key(Qt.Key.Key_Up, held=ALT)
    assert titles(desk)[0] == "گزارش پیگیری"
    assert row(desk, 0).content().note.startswith("بند اول")


def test_arrows_walk_through_the_agenda_into_the_parked_items(desk: MeetingAtDesk) -> None:
    desk.page.agenda.focus_first()
    for _ in range(3):
        desk.key(Qt.Key.Key_Down)
    focused = desk.focused()
    assert isinstance(focused, ItemRow)
    assert focused.content().title == "رونمایی طرح"
    desk.key(Qt.Key.Key_Down)
    assert desk.focused() is focused


def test_tab_stops_at_one_row_of_the_list(desk: MeetingAtDesk) -> None:
    desk.page.agenda.rows.focus(desk.items[1])
    tabs = [
        place
        for place in range(3)
        if row(desk, place).focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    ]
    assert tabs == [1]


def test_an_item_is_parked_and_taken_up_again(desk: MeetingAtDesk) -> None:
    parked = desk.items[2]
    choose(desk, parked, "park")
    assert titles(desk) == ["گزارش پیگیری", "خودارزیابی"]
    assert desk.page.agenda.ui.parkedCount.text() == "۲"
    assert desk.focused() is desk.page.agenda.rows.row(parked)
    choose(desk, parked, "take_up")
    assert titles(desk)[-1] == "ارتباط روستاها"


def test_an_item_is_taken_off_unasked_and_hands_the_keyboard_to_its_neighbour(office: Office) -> None:
    for desk in at_desk(office, office.planned()):
        first, middle, last = desk.items
        rows, standing = desk.page.agenda.rows, {one: item(desk, at) for at, one in enumerate(desk.items)}
        for gone, near in ((middle, last), (last, first), (first, 0)):
            rows.focus(gone)
            desk.key(Qt.Key.Key_Delete)
            settle()
            assert gone not in desk.items
            assert desk.page.agenda.ui.empty.isAncestorOf(desk.focused()) if not near else rows.focused() == near
            assert desk.saved[-1] == removed(standing[gone].title)
        assert not desk.person.asked
        for back in (first, last, middle):
            desk.controller.undo()
            settle()
            assert rows.focused() == back
        assert {one: item(desk, at) for at, one in enumerate(desk.items)} == standing


def test_an_item_that_holds_text_stays_and_the_page_says_why(office: Office) -> None:
    meeting_id, _ = office.written()
    for desk in at_desk(office, meeting_id):
        choose(desk, desk.items[1], "remove")
        assert "خودارزیابی" in desk.notice()
        assert len(desk.items) == 3
        desk.key(Qt.Key.Key_Escape)
        assert desk.notice() == ""


# ---- in the room


def test_space_starts_an_item_and_finishes_it(desk: MeetingAtDesk) -> None:
    desk.page.agenda.rows.focus(desk.items[1])
    desk.key(Qt.Key.Key_Space, " ")
    assert item(desk, 1).state is RUNNING
    assert row(desk, 1).content().clock == "۰۰:۰۰ از ۱۵:۰۰"
    desk.office.clock.forward(minutes=7, seconds=40)
    desk.controller.reload(desk.told[-1])
    assert row(desk, 1).content().clock == "۰۷:۴۰ از ۱۵:۰۰"
    assert row(desk, 1).content().progress == pytest.approx(460 / 900)
    desk.key(Qt.Key.Key_Space, " ")
    assert (item(desk, 1).state, item(desk, 1).spent_seconds) == (DONE, 460)
    assert row(desk, 1).content().end == "۸ از ۱۵ دقیقه"


def test_the_clock_goes_on_between_two_readings(desk: MeetingAtDesk) -> None:
    choose(desk, desk.items[1], "toggle")
    desk.page.agenda.rows.tick(65)
    assert row(desk, 1).content().clock == "۰۱:۰۵ از ۱۵:۰۰"


def test_an_item_without_a_plan_only_counts(desk: MeetingAtDesk) -> None:
    choose(desk, desk.items[0], "toggle")
    desk.page.agenda.rows.tick(65)
    assert row(desk, 0).content().clock == "۰۱:۰۵"
    assert row(desk, 0).content().progress == 0


def test_starting_another_item_finishes_the_running_one(desk: MeetingAtDesk) -> None:
    choose(desk, desk.items[0], "toggle")
    choose(desk, desk.items[1], "toggle")
    assert [item(desk, place).state for place in range(3)] == [DONE, RUNNING, WAITING]


def test_a_press_on_the_mark_starts_and_elsewhere_only_chooses(desk: MeetingAtDesk) -> None:
    def click(x: float, y: float) -> None:
        for kind in (QMouseEvent.Type.MouseButtonPress, QMouseEvent.Type.MouseButtonRelease):
            at = QPointF(x, y)
            button = Qt.MouseButton.LeftButton
            held = Qt.KeyboardModifier.NoModifier
            where = QPointF(row(desk, 1).mapToGlobal(at.toPoint()))
            QApplication.sendEvent(row(desk, 1), QMouseEvent(kind, at, where, button, button, held))

    click(60, 12)
    assert item(desk, 1).state is WAITING
    assert row(desk, 1).hasFocus()
    click(row(desk, 1).width() - 20, 18)
    assert item(desk, 1).state is RUNNING


def test_outside_the_session_space_does_nothing(office: Office) -> None:
    for desk in at_desk(office, office.convened()):
        desk.page.agenda.focus_first()
        desk.key(Qt.Key.Key_Space, " ")
        assert item(desk, 0).state is WAITING
        assert row(desk, 0).content().act == ""


# ---- empty and fixed


def test_an_empty_agenda_says_what_to_do(office: Office) -> None:
    meeting_id = office.planned()
    for desk in at_desk(office, meeting_id):
        for one in desk.items:
            choose(desk, one, "remove")
        empty = desk.page.agenda.ui.empty
        assert not empty.isHidden()
        assert words.EMPTY_AGENDA in texts(empty)
        child(empty, Button).click()
        assert form(desk).item_id() == 0
        assert empty.isHidden()


def test_the_agenda_of_final_minutes_is_only_read(office: Office) -> None:
    meeting_id, version_id = office.written()
    office.finalised(version_id)
    office.parked()
    for desk in at_desk(office, meeting_id):
        assert desk.page.agenda.menu_of(desk.items[0]).actions() == []
        row(desk, 0).setFocus()
        press(row(desk, 0), Qt.Key.Key_F2)
        assert desk.page.agenda.form() is None
        assert desk.page.agenda.ui.add.isHidden()
        assert desk.page.agenda.ui.parkedHeading.isHidden()
        desk.page.agenda.add_item()
        assert desk.page.agenda.form() is None


def test_an_item_is_linked_to_an_open_resolution_of_an_earlier_meeting(office: Office) -> None:
    _, version_id = office.written(1)
    number = office.finalised(version_id).numbers[0]
    for desk in at_desk(office, office.planned(date(2023, 6, 12))):
        row(desk, 1).edit_requested.emit()
        choice = form(desk).ui.resolutionEdit
        line = choice.lineEdit()
        assert line is not None
        type_text(line, "ناشناخته")
        form(desk).save()
        assert form(desk).ui.resolutionField.error()
        line.clear()
        type_text(line, choice.itemText(0))
        press(line, Qt.Key.Key_Return)
        settle()
        assert item(desk, 1).resolution_id == office.where("resolutions")[0].id
        assert words.about(number) in row(desk, 1).content().note
        assert words.open_and_late(1, 0) in row(desk, 0).content().note


def test_without_earlier_resolutions_the_form_does_not_ask(desk: MeetingAtDesk) -> None:
    row(desk, 1).edit_requested.emit()
    assert form(desk).ui.resolutionField.isHidden()


def test_the_presenter_is_suggested_from_who_sits_here_and_the_text_stays_free(desk: MeetingAtDesk) -> None:
    desk.key(Qt.Key.Key_Insert)
    settle()
    ui, name = form(desk).ui, desk.seat(2).name
    type_text(ui.titleEdit, "گزارش")
    ui.presenterEdit.setFocus()
    type_text(ui.presenterEdit, name[2:])
    offered = QApplication.activePopupWidget()
    assert isinstance(offered, QListView)
    assert [offered.model().index(row, 0).data() for row in range(offered.model().rowCount())] == [name]
    press(offered, Qt.Key.Key_Down)
    press(offered, Qt.Key.Key_Return, "\r")
    assert ui.presenterEdit.text() == name
    assert form(desk).is_dirty()
    press(ui.presenterEdit, Qt.Key.Key_Return, "\r")
    assert item(desk, 3).presenter == name
    row(desk, 3).edit_requested.emit()
    settle()
    again = form(desk).ui.presenterEdit
    assert not form(desk).is_dirty()
    again.selectAll()
    type_text(again, "کارشناس بیرونی")
    press(again, Qt.Key.Key_Return, "\r")
    assert item(desk, 3).presenter == "کارشناس بیرونی"
