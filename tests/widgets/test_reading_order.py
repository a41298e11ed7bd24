"""Tab goes the way a page is read."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.views.shell.main_window import MainWindow
from desktop_app.widgets.accessibility.reading_order import stops


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
    assert [one.text() for one in stops(page) if isinstance(one, QPushButton)] == ["head", "right", "left", "loose"]
    made["late"].setEnabled(True)
    assert made["late"] in stops(page)


def test_the_window_walks_its_page_by_tab_and_back(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    page, made = _page()
    window.add_page("page", page)
    window.show_page("page")
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
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
    window = MainWindow()
    qtbot.addWidget(window)
    page, made = _page()
    window.add_page("page", page)
    window.show_page("page")
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made["right"].setFocus()
    made["right"].hide()
    assert window.focusWidget() is made["late"]
    made["late"].setEnabled(False)
    assert window.focusWidget() is made["left"]
