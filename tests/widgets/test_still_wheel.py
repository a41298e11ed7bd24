"""The wheel over a control: it changes nothing there, whether the control has the keyboard or not."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QRadioButton, QSlider, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.widgets.dates.date_source import no_calendar
from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.feedback.sheet_dialog import SheetDialog
from desktop_app.widgets.fields.choice_field import ChoiceField
from desktop_app.widgets.fields.folded_completer import Option
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.fields.segmented import Segment, SegmentedSwitch
from desktop_app.widgets.paper.page_pair import PagePair
from desktop_app.window.meeting.page import MeetingPage

PROGRAM = Path(__file__).resolve().parents[2] / "desktop_app"
KINDS = "QComboBox|QFontComboBox|Q(?:Double)?SpinBox|Q(?:Date|Time|DateTime)Edit|QSlider|QDial|QTabBar|QTabWidget"
MADE = {
    "widgets/paper/page_pair.py": "QSlider",
    "forms/meeting_page.py": "QTabBar",
    "widgets/fields/choice_field.py": "QComboBox",
}
"""Where the program makes a control whose value Qt changes by the wheel; each is tried here."""


def _values(widget: QWidget) -> list[object]:
    found: list[object] = []
    for one in (widget, *widget.findChildren(QWidget)):
        if isinstance(one, QComboBox | QTabBar):
            found.append(one.currentIndex())
        elif isinstance(one, QSlider):
            found.append(one.value())
        elif isinstance(one, QLineEdit):
            found.append(one.text())
        elif isinstance(one, QRadioButton):
            found.append(one.isChecked())
    return found


def _turn(over: QWidget) -> None:
    at = QPointF(over.rect().center())
    for step in (-120, 120, 120, -120, -120):
        event = QWheelEvent(
            at,
            QPointF(over.mapToGlobal(at.toPoint())),
            QPoint(),
            QPoint(0, step),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(over, event)


def test_the_wheel_changes_no_kind_of_control(qtbot: QtBot) -> None:
    options = [Option("a", "یک"), Option("b", "دو"), Option("c", "سه")]
    choice, day, hour = ChoiceField(options=options), JalaliDateEdit(source=no_calendar()), LineField()
    switch = SegmentedSwitch(segments=[Segment(one.key, one.label) for one in options], name="نوع")
    choice.set_value("b")
    day.set_day(date(2023, 5, 29))
    hour.set_text("09:30")
    switch.set_value("b")
    pair, page = PagePair(), MeetingPage(lambda: date(2023, 5, 29), lambda: "10:00")
    page.ui.tabs.setCurrentIndex(1)
    dialog = SheetDialog(title="برگه")
    inside = ChoiceField(options=options)
    inside.set_value("b")
    dialog.body.addWidget(inside)
    for one in (choice, day, hour, switch, pair, page, dialog):
        qtbot.addWidget(one)
        one.show()
        one.activateWindow()
        controls = (one, *one.findChildren(QWidget))
        kept = [each for each in controls if isinstance(each, QComboBox | QSlider | QTabBar | QLineEdit | QRadioButton)]
        before = _values(one)
        assert before, one
        for control in kept:
            _turn(control)
            control.setFocus()
            _turn(control)
        assert _values(one) == before, one


def test_no_other_control_of_the_program_takes_the_wheel() -> None:
    made = {}
    for file in PROGRAM.rglob("*.py"):
        for name in re.findall(rf"(?:^class \w+\(|= )({KINDS})\b(?!\.)", file.read_text("utf-8"), re.MULTILINE):
            made[file.relative_to(PROGRAM).as_posix()] = name
    assert made == MADE


def test_a_turn_over_a_choice_leaves_the_keyboard_where_it_is(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    line, choice = LineField(page), ChoiceField(page, options=[Option("a", "اول"), Option("b", "دوم")])
    choice.move(0, 60)
    page.resize(600, 200)
    page.show()
    page.activateWindow()
    QApplication.processEvents()
    line.setFocus()
    before = QApplication.focusWidget()
    assert before is not None
    for over in (choice, *choice.findChildren(QLineEdit)):
        at = over.mapTo(page, over.rect().center())
        # as the window gets it: an event that a program sends gives nobody the keyboard
        QTest.wheelEvent(page.windowHandle(), QPointF(at), QPoint(0, 120))
        assert QApplication.focusWidget() is before
