"""Switches, bands, empty pages and dialogs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.feedback.dialogs import Choice, Question, QuestionDialog, ReasonDialog, ReasonQuestion
from desktop_app.widgets.feedback.empty_page import EmptyPage
from desktop_app.widgets.fields.segmented import Segment, SegmentedSwitch
from desktop_app.widgets.style.state_mark import StateMark
from desktop_app.widgets.style.tokens import GAP_SECTION, Tone
from desktop_app.words.widgets import LEAVE_AGAIN
from tests.shown import child, label
from tests.widgets.typing import press, type_text

ATTENDANCE = (
    Segment("present", "حاضر", "ح", Tone.DONE),
    Segment("substitute", "به‌جای", "ج", Tone.PROGRESS),
    Segment("excused", "موجه", "م"),
    Segment("absent", "غایب", "غ", Tone.DANGER),
)


@pytest.fixture
def switch(qtbot: QtBot) -> SegmentedSwitch:
    made = SegmentedSwitch(segments=ATTENDANCE, name="حضور بهمن سروستانه")
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


def test_a_switch_begins_with_nothing_chosen_and_code_is_silent(switch: SegmentedSwitch) -> None:
    told: list[str] = []
    switch.chosen.connect(told.append)
    assert switch.value() is None
    switch.set_value("excused")
    assert switch.value() == "excused"
    switch.set_value(None)
    assert switch.value() is None
    assert told == []


@pytest.mark.parametrize(("typed", "key"), [("ح", "present"), ("غ", "absent"), ("p", "present"), ("l", "excused")])
def test_single_letters_choose_under_both_layouts(switch: SegmentedSwitch, typed: str, key: str) -> None:
    told: list[str] = []
    switch.chosen.connect(told.append)
    focused = switch.focusWidget()
    assert focused is not None
    type_text(focused, typed)
    assert switch.value() == key
    assert told == [key]


def test_arrows_walk_to_the_left_and_tell(switch: SegmentedSwitch) -> None:
    told: list[str] = []
    switch.chosen.connect(told.append)
    switch.choose("present")
    for _ in range(2):
        focused = switch.focusWidget()
        assert focused is not None
        press(focused, Qt.Key.Key_Left)
    assert told == ["present", "substitute", "excused"]
    focused = switch.focusWidget()
    assert focused is not None
    press(focused, Qt.Key.Key_End)
    assert switch.value() == "absent"


def test_each_part_says_which_question_it_answers(switch: SegmentedSwitch, qtbot: QtBot) -> None:
    buttons = switch.findChildren(QWidget)
    assert all(button.accessibleName() for button in buttons)
    switch.activateWindow()
    qtbot.waitUntil(switch.isActiveWindow)
    buttons[1].setFocus()
    assert buttons[1].accessibleDescription() == "حضور بهمن سروستانه"


def test_a_band_speaks_and_its_button_asks(qtbot: QtBot) -> None:
    band = MessageBand()
    qtbot.addWidget(band)
    assert band.isHidden()
    band.show_message("فایل چاپ ساخته نشد", "صورت‌جلسه نهایی ماند.", Tone.DANGER, "چاپ دوباره")
    assert band.accessibleName() == "فایل چاپ ساخته نشد صورت‌جلسه نهایی ماند."
    with qtbot.waitSignal(band.action_requested):
        band.action_button().click()
    band.show_message("جلسه رسمی است", tone=Tone.DONE)
    assert not band.action_button().isVisibleTo(band)


@pytest.mark.parametrize("inline", [False, True])
@pytest.mark.parametrize("detail", ["", "تغییرها ثبت شد.", "سطرهای بسیار " * 30])
def test_the_mark_of_a_band_stands_beside_its_first_line(qtbot: QtBot, detail: str, inline: bool) -> None:
    band = MessageBand()
    qtbot.addWidget(band)
    band.set_inline(inline)
    band.show_message("ذخیره شد", detail, Tone.DONE, "نمایش پوشه")
    band.resize(700, band.heightForWidth(700))
    QCoreApplication.processEvents()
    mark, title = child(band, StateMark), label(band, "ذخیره شد")
    # its one line is drawn in its middle
    middle = title.mapTo(band, title.rect().center()).y()
    assert abs(mark.mapTo(band, mark.rect().center()).y() - middle) <= 2


def test_an_empty_page_leaves_out_what_it_was_not_given(qtbot: QtBot) -> None:
    page = EmptyPage()
    qtbot.addWidget(page)
    page.set_content("چیزی نیست", action="جلسهٔ تازه")
    filled, quiet = page.findChildren(Button)
    assert filled.isVisibleTo(page)
    assert not quiet.isVisibleTo(page)
    with qtbot.waitSignal(page.action_requested):
        filled.click()
    page.show()
    page.setFocus()
    assert page.focusWidget() is filled


def test_the_words_of_an_empty_page_keep_off_its_edges(qtbot: QtBot) -> None:
    page = EmptyPage()
    qtbot.addWidget(page)
    page.set_content("چیزی نیست", "سطری از فهرست برگزینید تا متن، سیر مهلت و تاریخچهٔ آن دیده شود. " * 3)
    page.resize(300, 300)
    page.show()
    for said in page.findChildren(TextLabel):
        assert page.rect().adjusted(GAP_SECTION, 0, -GAP_SECTION, 0).contains(said.geometry())


# ---- dialogs


def test_a_question_answers_with_its_key_and_none_on_esc(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    question = Question("نهایی شود؟", "متن قفل می‌شود.", (Choice("yes", "نهایی‌سازی"), Choice("no", "انصراف")))
    dialog = QuestionDialog(question, window)
    dialog.open()
    first, second = (one for one in dialog.findChildren(Button) if one.text())
    assert (first.text(), second.text()) == ("نهایی‌سازی", "انصراف")
    assert first.property("kind") == "filled"
    assert first.mapTo(dialog, first.rect().topLeft()).x() > second.mapTo(dialog, second.rect().topLeft()).x()
    first.click()
    assert dialog.answer() == "yes"
    again = QuestionDialog(question, window)
    again.open()
    press(again, Qt.Key.Key_Escape)
    assert again.answer() is None
    assert not again.isVisible()


def test_a_reason_is_asked_for_until_it_is_written(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    dialog = ReasonDialog(ReasonQuestion("ابطال", "صورت‌جلسهٔ ۵", "دلیل", "ابطال", dangerous=True), window)
    dialog.open()
    accept = next(one for one in dialog.findChildren(Button) if one.text() == "ابطال")
    before = dialog.height()
    accept.click()
    assert dialog.isVisible()
    assert dialog.field().error()
    QCoreApplication.processEvents()
    assert dialog.height() > before, "the refusal must not be hidden below the fold"
    type_text(dialog.editor(), "  تصميم كميته  ")
    accept.click()
    assert not dialog.isVisible()
    assert dialog.text() == "تصمیم کمیته"


def test_a_reason_is_not_lost_by_one_key_and_asked_about_again_after_more_was_typed(qtbot: QtBot) -> None:
    dialog = ReasonDialog(ReasonQuestion("ابطال", "صورت‌جلسهٔ ۵", "دلیل", "ابطال"))
    qtbot.addWidget(dialog)
    dialog.open()
    for typed in ("تاریخ نادرست", " و محل نادرست"):
        type_text(dialog.editor(), typed)
        press(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        assert LEAVE_AGAIN in dialog.field().notice_line().accessibleName()
        assert dialog.text().endswith(typed.strip())
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_button_that_gives_a_reason_up_asks_nothing(qtbot: QtBot) -> None:
    dialog = ReasonDialog(ReasonQuestion("ابطال", "صورت‌جلسهٔ ۵", "دلیل", "ابطال"))
    qtbot.addWidget(dialog)
    dialog.open()
    type_text(dialog.editor(), "تاریخ نادرست")
    next(one for one in dialog.findChildren(Button) if one.text() == "انصراف").click()
    assert not dialog.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_button_with_the_ring_is_the_one_that_is_pressed(qtbot: QtBot, key: Qt.Key) -> None:
    question = Question("پایان یابد؟", "ثبت می‌شود.", (Choice("yes", "پایان"), Choice("no", "انصراف")))
    dialog = QuestionDialog(question)
    qtbot.addWidget(dialog)
    dialog.open()
    second = next(one for one in dialog.findChildren(Button) if one.text() == "انصراف")
    second.setFocus()
    QTest.keyClick(second, key)
    assert dialog.answer() == "no"
