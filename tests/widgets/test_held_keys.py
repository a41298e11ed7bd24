"""Keys that are held with another one, on Linux and with the mask of modifiers that Windows has."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.widgets.controls.button import PressButton
from desktop_app.widgets.controls.held_keys import held_keys
from desktop_app.widgets.dates.month_ledger import MonthLedgerBar
from desktop_app.widgets.fields.folded_completer import Option, suggest
from desktop_app.widgets.fields.segmented import Segment, SegmentedSwitch
from desktop_app.widgets.fields.writing_area import WritingArea
from desktop_app.window.minutes.clause_card import ClauseArea
from desktop_app.window.minutes.refused import ContributionArea
from tests.widgets.typing import ALT, CONTROL, PLAIN, SHIFT, press, take_mask_of_windows, type_text

META, KEYPAD = Qt.KeyboardModifier.MetaModifier, Qt.KeyboardModifier.KeypadModifier
SWITCH = Qt.KeyboardModifier.GroupSwitchModifier
ENTER, UP = Qt.Key.Key_Return, Qt.Key.Key_Up


@pytest.fixture(autouse=True, params=["own mask", "mask of Windows"])
def mask(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test is passed with both."""
    if request.param == "mask of Windows":
        take_mask_of_windows(monkeypatch)


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[list[QWidget]]:
    """Widgets that a test makes."""
    made: list[QWidget] = []
    yield made
    for widget in made:
        widget.close()
        widget.deleteLater()


@pytest.mark.parametrize(
    ("held", "told"),
    [
        (PLAIN, set()),
        (KEYPAD, set()),
        (SHIFT | KEYPAD, {SHIFT}),
        (CONTROL | ALT, {CONTROL, ALT}),
        (META | SHIFT, {META, SHIFT}),
        (SWITCH, {SWITCH}),
    ],
)
def test_held_keys_are_told_as_a_set(held: Qt.KeyboardModifier, told: set[Qt.KeyboardModifier]) -> None:
    assert held_keys(QKeyEvent(QEvent.Type.KeyPress, ENTER, held)) == told


@pytest.mark.parametrize(("held", "pressed"), [(PLAIN, 1), (KEYPAD, 1), (CONTROL, 0), (ALT, 0), (SHIFT, 0), (META, 0)])
def test_enter_alone_presses_a_button(shown: list[QWidget], held: Qt.KeyboardModifier, pressed: int) -> None:
    button = PressButton("دکمه")
    shown.append(button)
    heard: list[None] = []
    button.clicked.connect(lambda _on: heard.append(None))
    press(button, ENTER, "\r", held)
    assert len(heard) == pressed


@pytest.mark.parametrize(("held", "left"), [(PLAIN, 1), (KEYPAD, 1), (CONTROL, 0), (ALT, 0), (SHIFT, 0)])
def test_enter_alone_leaves_a_piece_of_writing(shown: list[QWidget], held: Qt.KeyboardModifier, left: int) -> None:
    area = WritingArea()
    shown.append(area)
    heard: list[None] = []
    area.entered.connect(lambda: heard.append(None))
    press(area, ENTER, "\r", held)
    assert len(heard) == left


@pytest.mark.parametrize("make", [ClauseArea, ContributionArea])
def test_alt_with_an_arrow_moves_a_piece_and_control_shift_delete_takes_it(
    shown: list[QWidget], make: type[ClauseArea] | type[ContributionArea]
) -> None:
    area = make()
    shown.append(area)
    heard: list[object] = []
    area.move_wanted.connect(heard.append)
    area.removal_wanted.connect(lambda: heard.append("gone"))
    for held in (PLAIN, CONTROL | ALT, SHIFT):
        press(area, UP, held=held)
        press(area, Qt.Key.Key_Delete, held=held)
    assert heard == []
    press(area, UP, held=ALT | KEYPAD)
    press(area, Qt.Key.Key_Delete, held=CONTROL)
    assert heard == [-1], "that is the next word"
    press(area, Qt.Key.Key_Delete, held=CONTROL | SHIFT)
    assert heard == [-1, "gone"]


@pytest.mark.parametrize(
    ("held", "chosen"), [(PLAIN, "b"), (SHIFT, "b"), (CONTROL, "a"), (ALT, "a"), (CONTROL | ALT, "a")]
)
def test_a_letter_with_control_or_alt_chooses_nothing(
    shown: list[QWidget], held: Qt.KeyboardModifier, chosen: str
) -> None:
    switch = SegmentedSwitch(segments=[Segment("a", "حاضر", "ح"), Segment("b", "غایب", "غ")])
    shown.append(switch)
    switch.set_value("a")
    press(switch, Qt.Key(0), "غ", held)
    assert switch.value() == chosen


def test_a_month_is_not_walked_from_with_control(shown: list[QWidget]) -> None:
    bar = MonthLedgerBar()
    shown.append(bar)
    down = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Left, CONTROL)
    assert not bar.walk(3, down)
    assert bar.walk(3, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Left, KEYPAD))


def test_enter_with_control_is_the_forms_and_takes_no_offer(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    suggest(line, [Option("1", "شخص یکم")])
    line.show()
    line.setFocus()
    type_text(line, "شخص")
    completer = line.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    assert popup.isVisible()
    press(line, ENTER, "\r", CONTROL)
    assert line.text() == "شخص"
    popup.show()
    press(line, ENTER, "\r", KEYPAD)
    assert line.text() == "شخص یکم"
