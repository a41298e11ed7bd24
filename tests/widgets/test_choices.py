"""Choosing one or several, found in any spelling."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.widgets.feedback.form_sheet import RowForm
from desktop_app.widgets.fields.choice_field import ChoiceField
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.folded_completer import Option
from desktop_app.widgets.fields.segmented import Segment, SegmentedSwitch
from desktop_app.widgets.lists.chip_list import ChipList
from desktop_app.widgets.style.look import round_shape, tokens_of
from desktop_app.words import widgets as words
from tests.widgets.typing import ALT, CONTROL, PLAIN, press, type_text

OPTIONS = (
    Option("it", "دفتر فناوری اطلاعات", "نوسازی"),
    Option("ict", "ارتباطات و فناوری اطلاعات"),
    Option("kaveh", "کاوه"),
    Option("mi", "می‌شود"),
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("كاوه", "kaveh"), ("میشود", "mi"), ("می شود", "mi"), ("دفتر فناوري اطلاعات", "it"), ("فناوری", None)],
)
def test_a_choice_is_found_in_any_spelling(qtbot: QtBot, typed: str, expected: str | None) -> None:
    choice = ChoiceField(options=OPTIONS)
    field = Field(label="مجری", editor=choice)
    qtbot.addWidget(field)
    told: list[str | None] = []
    choice.value_changed.connect(told.append)
    line = choice.lineEdit()
    assert line is not None
    type_text(line, typed)
    choice.finish()
    assert choice.value() == expected
    assert told == ([expected] if expected else [])
    assert bool(field.error()) == (expected is None)
    assert choice.accessibleName() == "مجری"
    assert line.accessibleName() == "مجری"


@pytest.mark.parametrize("way", ["click", "tab", "shortcut", "code"])
def test_typing_into_a_filled_choice_replaces_what_is_chosen(qtbot: QtBot, way: str) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    box = QVBoxLayout(holder)
    before, choice = QLineEdit(), ChoiceField(options=OPTIONS)
    box.addWidget(before)
    box.addWidget(choice)
    choice.set_value("it")
    with qtbot.waitActive(holder):
        holder.show()
        holder.activateWindow()
    before.setFocus()
    line = choice.lineEdit()
    assert line is not None
    if way == "click":
        QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(line.width() - 20, line.height() // 2))
    elif way == "tab":
        QTest.keyClick(before, Qt.Key.Key_Tab)
    else:
        choice.setFocus(Qt.FocusReason.ShortcutFocusReason if way == "shortcut" else Qt.FocusReason.OtherFocusReason)
    type_text(line, "کاوه")
    assert line.text() == "کاوه"
    choice.finish()
    assert choice.value() == "kaveh"


def test_the_completer_offers_what_contains_the_folded_text(qtbot: QtBot) -> None:
    choice = ChoiceField(options=OPTIONS)
    qtbot.addWidget(choice)
    completer = choice.completer_of_line()
    completer.setCompletionPrefix(completer.splitPath("فناوري")[0])
    assert completer.completionCount() == 2
    completer.setCompletionPrefix(completer.splitPath("نوسازی")[0])
    assert completer.currentCompletion() == "دفتر فناوری اطلاعات"


def test_an_unknown_word_stays_in_the_choice(qtbot: QtBot) -> None:
    choice = ChoiceField(options=OPTIONS)
    qtbot.addWidget(choice)
    choice.set_value("it")
    line = choice.lineEdit()
    assert line is not None
    line.selectAll()
    type_text(line, "ناشناس")
    choice.finish()
    assert choice.currentText() == "ناشناس"
    assert choice.value() is None
    assert choice.has_error()


@pytest.mark.parametrize("offered_anew", [OPTIONS, OPTIONS[1:]])
def test_what_is_marked_is_chosen_although_the_page_offers_its_list_anew(
    qtbot: QtBot, offered_anew: tuple[Option, ...]
) -> None:
    """A page that saves at once reads its record again before the completer has answered to Enter."""
    choice = ChoiceField(options=OPTIONS)
    qtbot.addWidget(choice)
    told: list[str | None] = []
    choice.value_changed.connect(told.append)
    choice.value_changed.connect(lambda _key: choice.set_options(offered_anew))
    choice.show()
    choice.activateWindow()
    choice.setFocus()
    line, last = choice.lineEdit(), OPTIONS[-1]
    assert line is not None
    qtbot.waitUntil(choice.hasFocus)
    type_text(line, last.label[:-1])
    popup = QApplication.activePopupWidget()
    assert popup is not None
    press(popup, Qt.Key.Key_Down)
    press(popup, Qt.Key.Key_Return)
    assert choice.currentText() == last.label
    assert told == [last.key]


def test_chips_are_added_walked_and_taken_away_by_keys(qtbot: QtBot) -> None:
    chips = ChipList(options=OPTIONS)
    qtbot.addWidget(chips)
    chips.resize(400, 80)
    chips.show()
    told: list[tuple[str, ...]] = []
    chips.values_changed.connect(told.append)
    for typed in ("كاوه", "نوسازي"):
        type_text(chips.line(), typed)
        press(chips.line(), Qt.Key.Key_Return, "\r")
    assert chips.values() == ("kaveh", "it")
    assert chips.line().text() == ""
    press(chips.line(), Qt.Key.Key_Backspace)
    last = chips.chips()[-1]
    assert chips.focusWidget() is last
    press(last, Qt.Key.Key_Right)
    assert chips.focusWidget() is chips.chips()[0]
    press(chips.chips()[0], Qt.Key.Key_Delete)
    assert chips.values() == ("it",)
    assert told == [("kaveh",), ("kaveh", "it"), ("it",)]
    assert "برداشتن" in chips.chips()[0].accessibleName()


def test_a_chosen_chip_is_not_offered_again(qtbot: QtBot) -> None:
    chips = ChipList(options=OPTIONS)
    qtbot.addWidget(chips)
    chips.set_values(["kaveh", "gone"])
    assert chips.values() == ("kaveh",)
    assert chips.line().completer().model().rowCount() == len(OPTIONS) - 1


def test_choosing_from_the_list_leaves_the_keyboard_for_the_next_one(qtbot: QtBot) -> None:
    chips = ChipList(options=[Option("1", "دفتر فناوری"), Option("2", "پارک علم")])
    qtbot.addWidget(chips)
    chips.show()
    chips.activateWindow()
    qtbot.waitUntil(chips.isActiveWindow)
    chips.setFocus()
    for wanted in ("دفتر", "پارک"):
        type_text(chips.line(), wanted)
        offered = chips.line().completer().popup()
        assert offered is not None
        qtbot.waitUntil(offered.isVisible)
        press(offered, Qt.Key.Key_Down)
        press(offered, Qt.Key.Key_Return)
        # The list that was there before dies with the next turn of the loop
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
        assert QApplication.focusWidget() is chips.line()
    assert chips.values() == ("1", "2")


def test_a_chip_that_cannot_be_taken_away_does_not_promise_it(qtbot: QtBot) -> None:
    chips = ChipList(options=OPTIONS)
    qtbot.addWidget(chips)
    chips.set_values(["kaveh"])
    chip = chips.chips()[0]
    chip.resize(chip.sizeHint())
    cross = QRect(8, 0, 16, chip.height())

    def inks() -> set[int]:
        picture = chip.grab(cross).toImage()
        return {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}

    assert len(inks()) > 1
    chips.setEnabled(False)
    assert len(inks()) == 1


def test_other_words_on_a_switch_keep_its_choice_and_its_keyboard(qtbot: QtBot) -> None:
    switch = SegmentedSwitch(segments=[Segment("1", "نسخهٔ ۱"), Segment("2", "نسخهٔ ۲")])
    qtbot.addWidget(switch)
    switch.set_value("2")
    kept = switch.findChildren(QRadioButton)
    switch.set_labels({"1": "نسخهٔ اصلی ۱: ۷ از ۸", "2": "نسخهٔ اصلی ۲: ۸ از ۸"})
    assert switch.findChildren(QRadioButton) == kept
    assert switch.value() == "2"
    assert [button.accessibleName() for button in kept] == ["نسخهٔ اصلی ۱: ۷ از ۸", "نسخهٔ اصلی ۲: ۸ از ۸"]
    switch.set_labels({"1": "تنها"})
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert [button.text() for button in switch.findChildren(QRadioButton)] == ["تنها"]


@pytest.fixture
def choice(qtbot: QtBot) -> ChoiceField:
    """A choice with the keyboard."""
    made = ChoiceField(options=OPTIONS)
    qtbot.addWidget(made)
    made.resize(300, 36)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def line_of(choice: ChoiceField) -> QLineEdit:
    line = choice.lineEdit()
    assert line is not None
    return line


def offered(choice: ChoiceField) -> QWidget:
    popup = QApplication.activePopupWidget()
    assert popup is not None, "no list is open"
    assert id(popup) == id(choice.completer_of_line().popup())
    return popup


def test_what_tells_one_from_another_stands_behind_it(qtbot: QtBot) -> None:
    """Of a unit with several tasks the number alone says to nobody which one it is; it is cut where room ends."""

    def row(note: str) -> QImage:
        field = ChoiceField(options=[Option("1", "واحد ۱ – مصوبهٔ ۱۴۰۵/۵/۱", note)])
        qtbot.addWidget(field)
        field.setFixedWidth(360)
        field.show()
        field.showPopup()
        popup = offered(field)
        qtbot.waitUntil(popup.isVisible)
        shown = popup.grab().toImage()
        popup.hide()
        return shown

    bare, told, long = row(""), row("تأمین ارتباط پرسرعت"), row("تأمین ارتباط پرسرعت " * 20)
    right = QRect(bare.width() - 60, 0, 60, bare.height())
    assert bare.copy(right) == told.copy(right) == long.copy(right), "the name stays where it is"
    assert bare != told
    assert bare.width() == told.width()
    edge = QRect(0, 0, 12, bare.height())
    assert bare.copy(edge) == long.copy(edge), "nothing runs over the edge"


def test_enter_takes_the_one_that_is_offered(choice: ChoiceField) -> None:
    told: list[str | None] = []
    said: list[str] = []
    choice.value_changed.connect(told.append)
    choice.noticed.connect(lambda text, _tone: said.append(text))
    type_text(line_of(choice), "کاو")
    press(offered(choice), Qt.Key.Key_Return, "\r")
    assert (choice.value(), told, any(said)) == ("kaveh", ["kaveh"], False)
    assert QApplication.activePopupWidget() is None


def test_enter_takes_what_alone_fits_also_after_esc_closed_the_list(choice: ChoiceField) -> None:
    type_text(line_of(choice), "نوسازي")
    press(offered(choice), Qt.Key.Key_Escape)
    press(line_of(choice), Qt.Key.Key_Return, "\r")
    assert choice.value() == "it"


def test_enter_on_a_text_that_fits_several_says_so(choice: ChoiceField) -> None:
    said: list[str] = []
    choice.noticed.connect(lambda text, _tone: said.append(text))
    type_text(line_of(choice), "فناوری")
    press(offered(choice), Qt.Key.Key_Return, "\r")
    assert choice.value() is None
    assert choice.currentText() == "فناوری"
    assert said[-1] == words.several_in_list("فناوری")


def test_the_enter_that_takes_is_not_also_the_forms(qtbot: QtBot) -> None:
    form = _Form()
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    form.choice.setFocus()
    qtbot.waitUntil(form.choice.hasFocus)
    type_text(line_of(form.choice), "کاو")
    press(offered(form.choice), Qt.Key.Key_Return, "\r")
    assert (form.choice.value(), form.saves) == ("kaveh", 0)
    press(line_of(form.choice), Qt.Key.Key_Return, "\r")
    assert form.saves == 1
    line_of(form.choice).selectAll()
    type_text(line_of(form.choice), "میش")
    press(offered(form.choice), Qt.Key.Key_Return, "\r", CONTROL)
    qtbot.waitUntil(lambda: form.saves == 2)
    assert form.choice.value() == "mi"


class _Form(RowForm):
    def __init__(self) -> None:
        super().__init__()
        self.saves = 0
        self.choice = ChoiceField(options=OPTIONS)
        QVBoxLayout(self).addWidget(self.choice)

    def save(self) -> None:
        self.saves += 1


@pytest.mark.parametrize("at", [6, 150, 290])
def test_a_click_anywhere_opens_the_whole_list_and_typing_narrows_it(choice: ChoiceField, at: int) -> None:
    choice.set_value("kaveh")
    place = QPoint(at, 18)
    aim = choice.childAt(place) or choice
    QTest.mouseClick(aim, Qt.MouseButton.LeftButton, pos=aim.mapFrom(choice, place))
    popup = offered(choice)
    assert isinstance(popup, QListView)
    assert popup.model().rowCount() == len(OPTIONS)
    assert popup.currentIndex().data() == "کاوه"
    line_of(choice).selectAll()
    type_text(popup, "می")
    assert popup.model().rowCount() == 1
    press(popup, Qt.Key.Key_Return, "\r")
    assert choice.value() == "mi"


@pytest.mark.parametrize(
    ("key", "held"), [(Qt.Key.Key_F4, PLAIN), (Qt.Key.Key_Down, ALT), (Qt.Key.Key_Down, PLAIN), (Qt.Key.Key_Up, PLAIN)]
)
def test_keys_open_the_same_list_as_a_click(choice: ChoiceField, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    press(line_of(choice), key, held=held)
    popup = offered(choice)
    press(popup, Qt.Key.Key_Down)
    press(popup, Qt.Key.Key_Return, "\r")
    assert choice.value() == OPTIONS[0].key


def test_the_list_has_rows_of_36_pixels_a_line_around_it_and_round_corners(choice: ChoiceField) -> None:
    press(line_of(choice), Qt.Key.Key_F4)
    popup = offered(choice)
    assert isinstance(popup, QListView)
    assert popup.visualRect(popup.model().index(0, 0)).height() == 36
    assert popup.height() == 36 * len(OPTIONS) + 14
    assert popup.width() >= choice.width()
    corner = choice.mapToGlobal(choice.rect().bottomRight())
    assert (popup.frameGeometry().right(), popup.frameGeometry().top() - corner.y()) == (corner.x(), 5)
    picture, edge = popup.grab().toImage(), tokens_of(popup).colour("edge")
    assert picture.pixelColor(0, popup.height() // 2) == edge
    assert picture.pixelColor(popup.width() // 2, 0) == edge
    shape = round_shape(popup.rect())
    for corner in (QPoint(0, 0), QPoint(popup.width() - 1, popup.height() - 1)):
        assert picture.pixelColor(corner) != edge
        assert not shape.contains(corner)
