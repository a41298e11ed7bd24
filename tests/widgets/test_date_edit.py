"""The date field: typed, stepped, picked, refused; never changed silently."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.domain.calendar.jalali import from_jalali
from desktop_app.widgets.dates.date_popup import MonthModel, column_of
from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.style.tokens import Tone
from tests.gallery_pages.dates import TODAY, source
from tests.widgets.typing import ALT, CONTROL, press, type_text


@pytest.fixture
def edit(qtbot: QtBot) -> JalaliDateEdit:
    made = JalaliDateEdit(source=source())
    qtbot.addWidget(made)
    made.show()
    made.line().setFocus()
    return made


@pytest.mark.parametrize(
    "typed",
    ["1402/3/8", "۱۴۰۲/۰۳/۰۸", "1402-03-08", "14020308", "١٤٠٢/٣/٨", "1402.3.8", "۸ خرداد ۱۴۰۲", "دوشنبه ۸ خرداد"],
)
def test_every_way_of_writing_means_the_day_and_is_written_in_one_form(edit: JalaliDateEdit, typed: str) -> None:
    type_text(edit.line(), typed)
    press(edit.line(), Qt.Key.Key_Return, "\r")
    assert edit.day() == from_jalali(1402, 3, 8)
    assert edit.text() == "۱۴۰۲/۰۳/۰۸"
    assert edit.line().weekday() == "دوشنبه"
    assert "روز کاری" in edit.notice_line().text()
    assert "۱۶ روز دیگر" in edit.notice_line().text()


def test_a_day_that_does_not_exist_stays_as_typed_and_says_why(edit: JalaliDateEdit) -> None:
    type_text(edit.line(), "1402/12/30")
    assert edit.notice_line().tone() == Tone.DANGER
    press(edit.line(), Qt.Key.Key_Return, "\r")
    assert edit.text() == "1402/12/30"
    assert edit.day() is None
    assert edit.has_error()
    assert "بیست‌ونه" in edit.notice_line().text()
    assert edit.property("tone") == "danger"
    assert edit.line().accessibleDescription() == edit.notice_line().text()


def test_what_a_form_says_of_the_day_stays_when_the_field_is_left(qtbot: QtBot) -> None:
    edit = JalaliDateEdit(source=source())
    field = Field(label="تاریخ", editor=edit)
    qtbot.addWidget(field)
    field.show()
    type_text(edit.line(), "1402/3/8")
    edit.finish()
    field.set_notice("این روز کمی زود است.", Tone.WARNING)
    edit.finish()
    assert edit.notice_line().text() == "این روز کمی زود است."
    assert edit.line().accessibleDescription() == "این روز کمی زود است."
    press(edit.line(), Qt.Key.Key_Backspace)
    assert edit.notice_line().text() != "این روز کمی زود است."


def test_a_half_typed_date_is_not_scolded_before_it_is_left(edit: JalaliDateEdit) -> None:
    type_text(edit.line(), "1402/")
    assert edit.notice_line().tone() == Tone.NEUTRAL
    edit.finish()
    assert edit.notice_line().tone() == Tone.DANGER


def test_a_closed_day_is_amber_and_names_the_next_working_day(edit: JalaliDateEdit) -> None:
    type_text(edit.line(), "1402/3/14")
    assert edit.reading.closed
    assert edit.notice_line().tone() == Tone.WARNING
    assert "سه‌شنبه ۱۶ خرداد" in edit.notice_line().text()


def test_empty_is_allowed_and_shows_the_hint(edit: JalaliDateEdit) -> None:
    edit.set_hint("راهنما")
    type_text(edit.line(), "1402/3/8")
    edit.line().clear()
    assert edit.day() is None
    assert not edit.has_error()
    assert edit.notice_line().text() == "راهنما"


def test_plus_and_minus_step_a_written_date_only(edit: JalaliDateEdit) -> None:
    edit.set_day(from_jalali(1402, 3, 31))
    press(edit.line(), Qt.Key.Key_Plus, "+")
    assert edit.day() == from_jalali(1402, 4, 1)
    press(edit.line(), Qt.Key.Key_Minus, "-")
    assert edit.day() == from_jalali(1402, 3, 31)
    edit.line().clear()
    type_text(edit.line(), "+3هفته")
    assert edit.day() == TODAY + timedelta(weeks=3)
    edit.line().clear()
    type_text(edit.line(), "1402-3-8")
    assert edit.day() == from_jalali(1402, 3, 8)


def test_t_is_today_when_empty_or_whole_but_a_letter_otherwise(edit: JalaliDateEdit) -> None:
    type_text(edit.line(), "t")
    assert edit.day() == TODAY
    edit.line().setText("14")
    type_text(edit.line(), "t")
    assert edit.text() == "14t"


def test_the_day_is_told_once_for_each_change(edit: JalaliDateEdit, qtbot: QtBot) -> None:
    told: list[date | None] = []
    edit.day_changed.connect(told.append)
    edit.set_day(from_jalali(1402, 3, 1))
    assert told == []
    type_text(edit.line(), "x")
    edit.set_text("1402/3/8")
    edit.finish()
    assert told == [None, from_jalali(1402, 3, 8)]


@pytest.mark.parametrize(("key", "held"), [(Qt.Key.Key_F4, None), (Qt.Key.Key_Down, ALT)])
def test_f4_and_alt_down_open_the_calendar(edit: JalaliDateEdit, key: Qt.Key, held: Qt.KeyboardModifier | None) -> None:
    press(edit.line(), key, held=held or Qt.KeyboardModifier.NoModifier)
    assert edit.popup.isVisible()
    edit.popup.close()


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ([Qt.Key.Key_Left], (1402, 3, 9)),
        ([Qt.Key.Key_Right], (1402, 3, 7)),
        ([Qt.Key.Key_Down], (1402, 3, 15)),
        ([Qt.Key.Key_Up, Qt.Key.Key_Up], (1402, 2, 25)),
        ([Qt.Key.Key_PageDown], (1402, 4, 8)),
        ([Qt.Key.Key_PageUp], (1402, 2, 8)),
        ([Qt.Key.Key_Home], (1402, 3, 1)),
        ([Qt.Key.Key_End], (1402, 3, 31)),
    ],
)
def test_the_keys_of_the_calendar_and_enter_takes(
    edit: JalaliDateEdit, keys: list[Qt.Key], expected: tuple[int, int, int]
) -> None:
    edit.set_day(from_jalali(1402, 3, 8))
    edit.open_popup()
    for key in keys:
        press(edit.popup.grid(), key)
    assert edit.day() == from_jalali(1402, 3, 8), "walking alone must not change the field"
    press(edit.popup.grid(), Qt.Key.Key_Return)
    assert not edit.popup.isVisible()
    assert edit.day() == from_jalali(*expected)


def test_ctrl_page_down_is_a_year(edit: JalaliDateEdit) -> None:
    edit.set_day(from_jalali(1403, 12, 30))
    edit.open_popup()
    press(edit.popup.grid(), Qt.Key.Key_PageDown, held=CONTROL)
    assert edit.popup.grid().day() == from_jalali(1404, 12, 29)
    edit.popup.close()


def test_esc_leaves_the_field_as_it_was(edit: JalaliDateEdit) -> None:
    type_text(edit.line(), "1402/12/30")
    edit.open_popup()
    press(edit.popup.grid(), Qt.Key.Key_PageDown)
    press(edit.popup.grid(), Qt.Key.Key_Escape)
    assert not edit.popup.isVisible()
    assert edit.text() == "1402/12/30"


def test_quick_buttons_take_their_day(edit: JalaliDateEdit) -> None:
    names = [button.text() for button in edit.popup.quick_buttons()]
    assert names == ["امروز", "پایان هفته", "پایان ماه", "+۳ هفته"]
    expected = [TODAY, from_jalali(1402, 2, 27), from_jalali(1402, 2, 31), TODAY + timedelta(weeks=3)]
    for place, day in enumerate(expected):
        edit.open_popup()
        edit.popup.quick_buttons()[place].click()
        assert edit.day() == day, names[place]


def test_the_month_begins_on_saturday_at_the_right(qtmodeltester: ModelTester) -> None:
    model = MonthModel()
    model.show_month(source().month(from_jalali(1402, 3, 8)))
    qtmodeltester.check(model)
    assert column_of(from_jalali(1402, 3, 1)) == 2  # a Monday
    assert model.index(0, 1).data() is None
    assert model.index(0, 2).data() == "۱"
    index = model.index_of(from_jalali(1402, 3, 14))
    assert "رحلت" in index.data(int(Qt.ItemDataRole.ToolTipRole))
    assert "یکشنبه ۱۴ خرداد ۱۴۰۲" in index.data(int(Qt.ItemDataRole.AccessibleTextRole))
    assert not model.flags(model.index(0, 1)) & Qt.ItemFlag.ItemIsSelectable


def test_a_day_of_the_weekend_says_so_to_the_eye_and_the_ear() -> None:
    model = MonthModel()
    model.show_month(source().month(from_jalali(1402, 3, 8)))

    def told(day: int) -> tuple[object, str]:
        index = model.index_of(from_jalali(1402, 3, day))
        return index.data(int(Qt.ItemDataRole.ToolTipRole)), str(index.data(int(Qt.ItemDataRole.AccessibleTextRole)))

    for closed, official in ((12, "تعطیل هفتگی"), (14, "تعطیل رسمی")):
        tip, spoken = told(closed)
        assert official in str(tip)
        assert spoken.endswith(official)
    tip, spoken = told(8)
    assert tip is None
    assert "تعطیل" not in spoken


def test_every_month_of_a_century_lies_right(qtbot: QtBot) -> None:
    model = MonthModel()
    day = from_jalali(1380, 1, 1)
    for _ in range(1200):
        sheet = source_month(day)
        model.show_month(sheet)
        first, last = sheet.days[0].day, sheet.days[-1].day
        assert model.index_of(first).column() == (first.weekday() + 2) % 7
        assert model.cell(model.index_of(last)) == sheet.days[-1]
        day = last + timedelta(days=1)


_SOURCE = source()
source_month = _SOURCE.month


def test_a_form_may_refuse_a_valid_day_until_it_is_changed(qtbot: QtBot) -> None:
    edit = JalaliDateEdit(source=source())
    field = Field(label="مهلت", editor=edit, hint="راهنما")
    qtbot.addWidget(field)
    edit.set_day(from_jalali(1402, 3, 8))
    field.set_error("این مهلت پیش از جلسه است.")
    assert field.error() == "این مهلت پیش از جلسه است."
    assert edit.property("tone") == "danger"
    edit.set_text("1402/3/9")
    assert field.error() == ""
    field.set_error("باز هم نه.")
    field.clear_notice()
    assert "سه‌شنبه ۹ خرداد" in field.notice_line().text()
    assert edit.line().accessibleName() == "مهلت"


def test_a_day_that_its_form_refused_says_why_until_another_is_written(qtbot: QtBot) -> None:
    edit = JalaliDateEdit(source=source())
    qtbot.addWidget(edit)
    edit.set_text("1402/2/11")
    edit.refuse("پیش از روز جلسه است.")
    edit.finish()
    assert edit.notice_line().text() == "پیش از روز جلسه است."
    assert edit.property("tone") == "danger", "leaving the field does not make it green again"
    edit.set_text("1402/3/8")
    assert edit.refusal() == ""
    assert edit.property("tone") == "done"
    edit.refuse("نه.")
    edit.refuse("")
    assert edit.property("tone") == "done"


def test_a_good_day_is_framed_only_where_the_keyboard_is(qtbot: QtBot) -> None:
    """Two frames of nearly one colour would not say which field has it; the line beneath says that the day is good."""

    def framed(edit: JalaliDateEdit, *, keyboard: bool) -> QImage:
        qtbot.addWidget(edit)
        edit.resize(300, 80)
        edit.show()
        edit.activateWindow()
        qtbot.waitUntil(edit.isActiveWindow)
        if keyboard:
            edit.line().setFocus()
            edit.line().deselect()
        else:
            edit.line().clearFocus()
        # from the frame inwards, where no letter stands
        return edit.line().grab().toImage().copy(0, 0, 6, edit.line().height())

    for keyboard in (False, True):
        good, empty = JalaliDateEdit(source=source()), JalaliDateEdit(source=source())
        good.set_day(from_jalali(1402, 3, 8))
        assert good.property("tone") == "done"
        assert framed(good, keyboard=keyboard) == framed(empty, keyboard=keyboard)
