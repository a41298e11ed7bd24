"""Ctrl+Z and Ctrl+Y under both layouts: of typing where the keyboard is in a field, of the page's acts elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.fields.choice_field import ChoiceField
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.fields.text_area import TextArea
from desktop_app.widgets.shell.shortcuts import NativeKeyFilter, actions_in_reach
from desktop_app.window.shell.main_window import MainWindow
from tests.journeys.hands import Keyboard


@dataclass
class AtWindow:
    """The window with one page of fields, and the keyboard before it."""

    window: MainWindow
    keyboard: Keyboard
    line: LineField = field(default_factory=LineField)
    area: TextArea = field(default_factory=TextArea)
    day: JalaliDateEdit = field(default_factory=JalaliDateEdit)
    choice: ChoiceField = field(default_factory=ChoiceField)
    table: QTableWidget = field(default_factory=lambda: QTableWidget(1, 1))
    button: Button = field(default_factory=lambda: Button(text="دکمه"))
    asked: list[str] = field(default_factory=list)

    def stand(self, control: QWidget) -> None:
        """Give a control the keyboard."""
        control.setFocus(Qt.FocusReason.TabFocusReason)
        assert control.hasFocus() or control.focusProxy() is not None

    def typed(self) -> str:
        """What stands where the keyboard is."""
        found = QApplication.focusWidget()
        if isinstance(found, QTextEdit):
            return found.toPlainText()
        line = found.lineEdit() if isinstance(found, QComboBox) else found
        assert isinstance(line, QLineEdit)
        return line.text()


@pytest.fixture(params=["us", "ir"])
def at(request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication) -> Iterator[AtWindow]:
    window = MainWindow()
    qtbot.addWidget(window)
    found = AtWindow(window, Keyboard(persian=request.param == "ir"))
    window.undo_requested.connect(lambda: found.asked.append("undo"))
    window.redo_requested.connect(lambda: found.asked.append("redo"))
    page = QWidget()
    column = QVBoxLayout(page)
    found.table.setItem(0, 0, QTableWidgetItem("خانه"))
    for control in (found.line, found.area, found.day, found.choice, found.table, found.button):
        column.addWidget(control)
    window.add_page("page", page)
    window.show_page("page")
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    keys = NativeKeyFilter(qapp, lambda: actions_in_reach(window), windows=False)
    yield found
    qapp.removeEventFilter(keys)
    keys.deleteLater()


@pytest.mark.parametrize("name", ["line", "area", "day", "choice"])
@pytest.mark.parametrize("again", ["Ctrl+Y", "Ctrl+Shift+Z"])
def test_in_a_field_typing_alone_is_undone_and_done_again(at: AtWindow, name: str, again: str) -> None:
    at.stand(getattr(at, name))
    at.keyboard.write("۱۴۰۲")
    before = at.typed()
    at.keyboard.press("Ctrl+Z")
    assert at.typed() == ""
    at.keyboard.press("Ctrl+Z")
    at.keyboard.press(again)
    assert at.typed() == before != ""
    at.keyboard.press(again)
    assert at.asked == [], "also where nothing is left to undo, the page is not meant"


def test_in_the_cell_of_a_table_that_is_written_typing_alone_is_undone(at: AtWindow) -> None:
    at.stand(at.table)
    at.table.setCurrentCell(0, 0)
    item = at.table.item(0, 0)
    assert item is not None
    at.table.editItem(item)
    at.keyboard.write("نو")
    at.keyboard.press("Ctrl+Z")
    assert at.typed() == "خانه"
    assert at.asked == []


@pytest.mark.parametrize("name", ["button", "table", "window"])
def test_elsewhere_the_page_is_meant(at: AtWindow, name: str) -> None:
    if name == "window":
        focus = QApplication.focusWidget()
        if focus is not None:
            focus.clearFocus()
    else:
        at.stand(getattr(at, name))
    at.keyboard.press("Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z")
    assert at.asked == ["undo", "redo", "redo"]


def test_a_field_that_only_shows_has_nothing_to_undo(at: AtWindow) -> None:
    at.line.setReadOnly(True)
    at.stand(at.line)
    at.keyboard.press("Ctrl+Z", "Ctrl+Y")
    assert at.asked == ["undo", "redo"]
