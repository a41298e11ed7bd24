"""Choosing one or several, found in any spelling."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.widgets.chip_list import ChipList
from desktop_app.widgets.choice_field import ChoiceField, Option
from desktop_app.widgets.field import Field
from desktop_app.widgets.segmented import Segment, SegmentedSwitch
from tests.widgets.typing import press, type_text

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
    kept = switch._buttons
    switch.set_labels({"1": "نسخهٔ ۱: ۷ از ۸", "2": "نسخهٔ ۲: ۸ از ۸"})
    assert switch._buttons is kept
    assert switch.value() == "2"
    assert [button.accessibleName() for button in kept] == ["نسخهٔ ۱: ۷ از ۸", "نسخهٔ ۲: ۸ از ۸"]
    switch.set_labels({"1": "تنها"})
    assert [button.text() for button in switch._buttons] == ["تنها"]
