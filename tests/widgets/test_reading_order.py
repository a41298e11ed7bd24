"""Tab goes the way a page is read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.widgets.accessibility.keyboard_focus import keep_focus_inside
from desktop_app.widgets.accessibility.reading_order import tab_stops
from desktop_app.window.shell.main_window import MainWindow


def _page() -> tuple[QWidget, dict[str, QPushButton]]:
    """A page with two columns, made in another order than it is read in; «late» joins the first column last."""
    page = QWidget()
    made = {name: QPushButton(name) for name in ("left", "head", "right", "loose", "late", "hidden")}
    right, scrolled = QVBoxLayout(), QWidget()
    right.addWidget(made["right"])
    QVBoxLayout(scrolled).addWidget(made["left"])
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(scrolled)
    columns = QHBoxLayout()
    columns.addLayout(right)
    columns.addWidget(area)
    column = QVBoxLayout(page)
    column.addWidget(made["head"])
    column.addLayout(columns)
    made["loose"].setParent(page)
    right.addWidget(made["late"])
    right.addWidget(made["hidden"])
    made["hidden"].hide()
    return page, made


def test_stops_are_as_laid_out_and_only_what_shows(qtbot: QtBot) -> None:
    page, made = _page()
    qtbot.addWidget(page)
    page.show()
    made["late"].setEnabled(False)
    assert [one.text() for one in tab_stops(page) if isinstance(one, QPushButton)] == ["head", "right", "left", "loose"]
    made["late"].setEnabled(True)
    assert made["late"] in tab_stops(page)


def _shown(qtbot: QtBot, page: QWidget) -> MainWindow:
    window = MainWindow()
    qtbot.addWidget(window)
    window.add_page("page", page)
    window.show_page("page")
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_the_window_walks_its_page_by_tab_and_back(qtbot: QtBot) -> None:
    page, made = _page()
    window = _shown(qtbot, page)
    made["head"].setFocus()
    seen = []
    for _ in range(6):
        focus = window.focusWidget()
        seen.append(focus.text() if isinstance(focus, QPushButton) else "?")
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        QCoreApplication.processEvents()
    assert seen == ["head", "right", "late", "left", "loose", "head"]
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Backtab)
    assert window.focusWidget() is made["head"]


def test_what_is_hidden_with_the_keyboard_hands_it_to_its_neighbour(qtbot: QtBot) -> None:
    page, made = _page()
    window = _shown(qtbot, page)
    made["right"].setFocus()
    made["right"].hide()
    assert window.focusWidget() is made["late"]
    made["late"].setEnabled(False)
    assert window.focusWidget() is made["left"]


def _stack() -> tuple[QStackedWidget, tuple[QPushButton, QPushButton], QWidget]:
    """A stack of a page with two buttons and of one with nothing to press."""
    stack, full, bare = QStackedWidget(), QWidget(), QWidget()
    buttons = QPushButton("one"), QPushButton("two")
    column = QVBoxLayout(full)
    for one in buttons:
        column.addWidget(one)
    stack.addWidget(full)
    stack.addWidget(bare)
    return stack, buttons, bare


@pytest.mark.parametrize("shut", [False, True], ids=["as it was", "shut meanwhile"])
def test_a_stack_keeps_the_keyboard_while_it_shows_nothing_to_press(qtbot: QtBot, shut: bool) -> None:
    page = QWidget()
    stack, (one, two), bare = _stack()
    column = QVBoxLayout(page)
    column.addWidget(QPushButton("before"))
    column.addWidget(stack)
    _shown(qtbot, page)
    one.setFocus()
    with keep_focus_inside(stack):
        stack.setCurrentWidget(bare)
    assert stack.isAncestorOf(QApplication.focusWidget() or page)
    one.setEnabled(not shut)
    with keep_focus_inside(stack):
        stack.setCurrentIndex(0)
    assert QApplication.focusWidget() is (two if shut else one)


def test_a_stack_takes_no_keyboard_from_elsewhere(qtbot: QtBot) -> None:
    page = QWidget()
    stack, (one, _two), bare = _stack()
    before = QPushButton("before")
    column = QVBoxLayout(page)
    column.addWidget(before)
    column.addWidget(stack)
    _shown(qtbot, page)
    one.setFocus()
    before.setFocus()
    with keep_focus_inside(stack):
        stack.setCurrentWidget(bare)
    assert QApplication.focusWidget() is before
