"""Fields: label, hint and refusal are one thing; what is typed is kept as the domain keeps it, aloud."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.widgets.controls.notice import NoticeLine
from desktop_app.widgets.dates.time_edit import TimeEdit
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import FigureField, LineField
from desktop_app.widgets.fields.text_area import TextArea
from desktop_app.widgets.fields.writing_area import WritingField
from desktop_app.widgets.shell.shortcuts import add_page_action, paste_keys
from desktop_app.widgets.style.tokens import Tone
from tests.widgets.typing import CONTROL, PASTING, Chord, press, type_text


def test_a_field_speaks_its_label_and_its_refusal(qtbot: QtBot) -> None:
    line = QLineEdit()
    field = Field(label="عنوان", editor=line, hint="کوتاه")
    qtbot.addWidget(field)
    assert (line.accessibleName(), line.accessibleDescription()) == ("عنوان", "کوتاه")
    field.set_error("عنوان را بنویسید.")
    assert line.accessibleDescription() == "عنوان را بنویسید."
    assert field.error() == "عنوان را بنویسید."
    assert line.property("tone") == "danger"
    field.clear_notice()
    assert (field.error(), line.property("tone")) == ("", "")
    assert field.notice_line().text() == "کوتاه"


def test_a_field_laid_out_by_a_form_is_put_together(qtbot: QtBot) -> None:
    field = Field()
    qtbot.addWidget(field)
    layout = QVBoxLayout(field)
    line = LineField(field)
    layout.addWidget(line)
    field.setProperty("label_text", "نام")
    field.setProperty("hint_text", "نام و نام خانوادگی")
    field.show()
    assert line.accessibleName() == "نام"
    assert field.notice_line().text() == "نام و نام خانوادگی"
    assert field.focusProxy() is line


@pytest.mark.parametrize("latin", [True, False])
def test_a_line_keeps_its_edge_whatever_it_begins_with(qtbot: QtBot, latin: bool) -> None:
    line = LineField(latin=latin)
    qtbot.addWidget(line)
    line.resize(400, 36)
    line.show()
    for text in ("Wi-Fi برای همه", "12", "سلام"):
        line.setText(text)
        line.grab()  # the line finds its place when it is painted
        ends = set()
        for place in (0, len(text)):
            line.setCursorPosition(place)
            ends.add(line.cursorRect().center().x())
        assert (max(ends) > 300) != latin, text
        assert (min(ends) < 100) == latin, text


def test_arabic_letters_turn_persian_as_they_are_typed_and_it_is_said(qtbot: QtBot) -> None:
    line = LineField()
    qtbot.addWidget(line)
    said: list[tuple[str, str]] = []
    line.noticed.connect(lambda sentence, tone: said.append((sentence, tone)))
    type_text(line, "علي")
    assert line.text() == "علی"
    assert "ي" in said[-1][0]
    type_text(line, "‌ک")
    assert line.text() == "علی‌ک"
    assert said[-1] == ("", Tone.NEUTRAL.value)


def test_cleaning_keeps_the_caret_and_can_be_undone(qtbot: QtBot) -> None:
    line = LineField()
    qtbot.addWidget(line)
    type_text(line, "ab")
    line.setCursorPosition(1)
    type_text(line, "ك")
    assert (line.text(), line.cursorPosition()) == ("aکb", 2)
    line.undo()
    assert line.text() == "ab"
    line.redo()
    assert line.text() == "aکb"


def test_what_comes_by_the_mouse_is_cleaned_too_and_undo_passes_over_it(qtbot: QtBot) -> None:
    line = LineField()
    qtbot.addWidget(line)
    type_text(line, "ab")
    QApplication.clipboard().setText("ك\nك")
    line.paste()
    assert line.text() == "abک ک"
    for _ in range(2):
        line.undo()
    assert line.text() in ("ab", "")


def test_a_line_refuses_what_is_too_long_and_keeps_what_was(qtbot: QtBot) -> None:
    line = LineField(limit=5)
    qtbot.addWidget(line)
    field = Field(label="کوتاه", editor=line)
    qtbot.addWidget(field)
    type_text(line, "12345")
    QApplication.clipboard().setText("67")
    line.paste()
    assert line.text() == "12345"
    assert "۷" in field.error()
    assert "۵" in field.error()
    press(line, Qt.Key.Key_Backspace)
    assert line.text() == "1234"
    assert field.error() == ""


def paste(area: TextArea, text: str, html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    area.insertFromMimeData(data)


def test_an_area_pastes_plain_and_clean_and_says_what_it_took_away(qtbot: QtBot) -> None:
    area = TextArea()
    field = Field(label="متن", editor=area)
    qtbot.addWidget(field)
    paste(area, "علي\u200f\u0007 کتاب", "<b>علي</b>")
    assert area.text() == "علی کتاب"
    assert "<b" not in area.toHtml().lower().split("<body", 1)[1]
    assert field.notice_line().tone() == Tone.WARNING
    assert "۱ نشانهٔ جهت" in field.notice_line().text()
    type_text(area, "ا")
    assert field.notice_line().text() == ""


@pytest.mark.parametrize("chord", PASTING)
@pytest.mark.parametrize("kind", [TextArea, LineField])
def test_a_text_is_pasted_into_a_field_within_a_page_that_pastes_files(
    qtbot: QtBot, kind: type[TextArea | LineField], chord: Chord
) -> None:
    page, field, asked = QWidget(), kind(), []
    qtbot.addWidget(page)
    field.setParent(page)
    add_page_action(page, "چسباندن", paste_keys(), lambda: asked.append(True))
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    QApplication.clipboard().setText("متن")
    field.setFocus()
    QTest.keyClick(field, *chord)
    assert (field.text(), asked) == ("متن", [])
    page.setFocus()
    QTest.keyClick(page, *chord)
    assert asked == [True]


def test_an_area_is_right_to_left_from_a_latin_letter(qtbot: QtBot) -> None:
    area = TextArea()
    qtbot.addWidget(area)
    area.resize(400, 120)
    area.show()
    for text in ("Wi-Fi برای همه", "12", "متن"):
        area.set_text(text)
        block = area.document().firstBlock()
        assert block.layout().lineAt(0).naturalTextRect().right() > 350, text
        assert block.layout().textOption().textDirection() == Qt.LayoutDirection.RightToLeft


def test_an_area_counts_and_refuses_the_one_too_many(qtbot: QtBot) -> None:
    area = TextArea()
    field = Field(label="متن", editor=area)
    qtbot.addWidget(field)
    paste(area, "آ" * 50_000)
    assert len(area.text()) == 50_000
    type_text(area, "ب")
    assert len(area.text()) == 50_000
    assert "۵۰٬۰۰۱" in field.error()
    area.selectAll()
    type_text(area, "ب")
    assert area.text() == "ب"


def test_an_area_undoes_typing_and_pasting(qtbot: QtBot) -> None:
    area = TextArea()
    qtbot.addWidget(area)
    type_text(area, "یک")
    paste(area, " دو")
    area.undo()
    assert area.text() in ("یک", "")
    area.redo()
    assert area.text() == "یک دو"


def test_an_area_takes_zwnj_and_input_methods_and_leaves_ctrl_enter(qtbot: QtBot) -> None:
    area = TextArea()
    qtbot.addWidget(area)
    type_text(area, "می\u200cشود")
    event = QInputMethodEvent()
    event.setCommitString(" كتاب")
    QApplication.sendEvent(area, event)
    assert area.text() == "می\u200cشود کتاب"
    press(area, Qt.Key.Key_Return, "\r", CONTROL)
    assert "\n" not in area.text()
    press(area, Qt.Key.Key_Return, "\r")
    assert area.text().endswith("\n")


def test_an_area_that_had_no_height_yet_shows_the_beginning_of_its_text(qtbot: QtBot) -> None:
    area = TextArea()
    qtbot.addWidget(area)
    area.setMinimumHeight(0)
    area.set_text("سطر\n" * 12)
    area.resize(300, 2)
    area.show()
    area.resize(300, 106)
    assert area.verticalScrollBar().value() == 0
    area.verticalScrollBar().setValue(30)
    area.resize(300, 112)
    assert area.verticalScrollBar().value() == 30, "where the reader scrolled it stays"


def test_an_area_that_grows_is_as_tall_as_its_text(qtbot: QtBot) -> None:
    area = TextArea(grows=True)
    qtbot.addWidget(area)
    area.set_lines(2)
    area.resize(300, 80)
    area.show()
    before = area.height()
    area.set_text("سطر\n" * 12)
    assert area.height() > before * 2
    area.set_text("")
    assert area.height() == before


@pytest.mark.parametrize("typed", ["10:5", "۱۰:۵", "10.05", "1005", "۱۰:۰۵", "١٠:٠٥"])
def test_times_are_read_alike(qtbot: QtBot, typed: str) -> None:
    edit = TimeEdit()
    qtbot.addWidget(edit)
    told: list[str | None] = []
    edit.time_changed.connect(told.append)
    type_text(edit, typed)
    press(edit, Qt.Key.Key_Return, "\r")
    assert edit.time() == "10:05"
    assert edit.text() == "۱۰:۰۵"
    assert told[-1] == "10:05"


def test_a_wrong_time_stays_and_says_so_when_left(qtbot: QtBot) -> None:
    edit = TimeEdit()
    field = Field(label="ساعت", editor=edit)
    qtbot.addWidget(field)
    type_text(edit, "25:7")
    assert field.error() == ""
    edit.finish()
    assert edit.text() == "۲۵:۷"
    assert edit.time() is None
    assert edit.has_error()
    assert "۲۵:۷" in field.error()
    edit.clear()
    type_text(edit, "9")
    assert (field.error(), edit.time()) == ("", "09:00")


def test_t_is_now(qtbot: QtBot) -> None:
    edit = TimeEdit(now=lambda: "10:26")
    qtbot.addWidget(edit)
    type_text(edit, "t")
    assert (edit.time(), edit.text()) == ("10:26", "۱۰:۲۶")


def test_latin_digits_in_a_time_are_persian_while_they_are_typed(qtbot: QtBot) -> None:
    edit = TimeEdit()
    qtbot.addWidget(edit)
    for typed, seen in (("9", "۹"), ("3", "۹۳"), ("0", "۹۳۰")):
        type_text(edit, typed)
        assert edit.text() == seen
    assert edit.time() == "09:30"
    edit.undo()
    assert edit.text() == ""
    QGuiApplication.clipboard().setText("10:15")
    edit.paste()
    assert (edit.text(), edit.time()) == ("۱۰:۱۵", "10:15")
    press(edit, Qt.Key.Key_Return, "\r")
    assert edit.text() == "۱۰:۱۵"


def test_latin_digits_in_a_number_are_persian_while_they_are_typed(qtbot: QtBot) -> None:
    line = FigureField()
    field = Field(label="درصد", editor=line)
    qtbot.addWidget(field)
    for typed, seen in (("4", "۴"), ("5", "۴۵"), ("%", "۴۵%"), ("٣", "۴۵%۳")):
        type_text(line, typed)
        assert line.text() == seen
    assert field.notice_line().text() == ""
    line.clear()
    QGuiApplication.clipboard().setText("120")
    line.paste()
    assert line.text() == "۱۲۰"


@pytest.fixture
def row_of_fields(qtbot: QtBot) -> QWidget:
    """A form with a narrow field beside a wide one."""
    form = QWidget()
    column = QVBoxLayout(form)
    row = QHBoxLayout()
    narrow = Field(label="درصد پیشرفت", editor=FigureField())
    narrow.setMaximumWidth(96)
    row.addWidget(narrow)
    row.addWidget(Field(label="روز", editor=LineField()), 1)
    column.addLayout(row)
    column.addWidget(Field(label="شرح", editor=LineField()))
    column.addStretch(1)
    qtbot.addWidget(form)
    form.resize(340, 300)
    form.show()
    return form


REFUSAL = "درصد پیشرفت عددی از ۰ تا ۱۰۰ است. آن را مانند ۴۵ بنویسید."


def shown_notices(form: QWidget) -> list[NoticeLine]:
    return [line for line in form.findChildren(NoticeLine) if line.isVisible() and line.text() == REFUSAL]


def test_a_refusal_of_a_narrow_field_spans_the_row_of_the_form(row_of_fields: QWidget) -> None:
    field = row_of_fields.findChildren(Field)[0]
    field.refuse(REFUSAL)
    QApplication.processEvents()
    (line,) = shown_notices(row_of_fields)
    assert field.error() == REFUSAL
    editor = field.editor()
    assert editor is not None
    assert editor.accessibleDescription() == REFUSAL
    assert line.width() > 300
    assert line.height() <= 2 * line.fontMetrics().lineSpacing() + 4
    below = row_of_fields.findChildren(Field)[2]
    assert field.mapTo(row_of_fields, field.rect().bottomLeft()).y() < line.y() < below.y()
    field.clear_notice()
    assert shown_notices(row_of_fields) == []


def test_the_refusal_of_a_field_at_the_end_of_its_row_stands_at_that_end(qtbot: QtBot) -> None:
    form = QWidget()
    column, row = QVBoxLayout(form), QHBoxLayout()
    form.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    first, last = Field(label="روز", editor=LineField()), Field(label="ساعت", editor=LineField())
    last.setMaximumWidth(96)
    for field in (first, last):
        row.addWidget(field)
    column.addLayout(row)
    column.addStretch(1)
    qtbot.addWidget(form)
    form.resize(700, 300)
    form.show()
    last.set_error(REFUSAL)
    QApplication.processEvents()
    (line,) = shown_notices(form)
    room = line.contentsRect().translated(line.pos())
    assert room.left() == last.x()
    assert room.right() < first.geometry().right() - 200, "it would seem to be about the day"
    assert line.height() <= line.fontMetrics().lineSpacing() + 4, "and in one line where there is room"
    # where there is none, it takes the whole row
    form.resize(260, 300)
    QApplication.processEvents()
    assert line.contentsRect() == line.rect()


def test_the_refusal_goes_with_its_field_and_comes_back_to_it_where_there_is_room(row_of_fields: QWidget) -> None:
    field = row_of_fields.findChildren(Field)[0]
    field.set_error(REFUSAL)
    QApplication.processEvents()
    field.hide()
    assert shown_notices(row_of_fields) == []
    field.show()
    assert len(shown_notices(row_of_fields)) == 1
    field.setMaximumWidth(1000)
    field.setMinimumWidth(700)
    row_of_fields.resize(1400, 300)
    QApplication.processEvents()
    assert shown_notices(row_of_fields) == [field.notice_line()]


def test_a_short_notice_stays_beneath_its_field(row_of_fields: QWidget) -> None:
    field = row_of_fields.findChildren(Field)[0]
    field.set_error("تا ۱۰۰")
    assert field.notice_line().isVisible()
    assert len(row_of_fields.findChildren(NoticeLine)) == 3


def test_line_breaks_alone_are_nothing_to_save(qtbot: QtBot) -> None:
    box, area = QWidget(), WritingField()
    beside = QLineEdit(box)
    column = QVBoxLayout(box)
    column.addWidget(area)
    column.addWidget(beside)
    qtbot.addWidget(box)
    box.show()
    qtbot.waitExposed(box)
    box.activateWindow()
    area.setFocus()
    qtbot.waitUntil(area.hasFocus)
    settled: list[str] = []
    area.settled.connect(settled.append)
    for _ in range(3):
        QTest.keyClick(area, Qt.Key.Key_Return)
    assert (area.toPlainText(), area.is_dirty()) == ("\n\n\n", False)
    area.settle()
    beside.setFocus()
    assert (area.toPlainText(), settled) == ("", [])
    area.setFocus()
    type_text(area, "دستور")
    area.settle()
    assert (settled, area.is_dirty()) == (["دستور"], True)
