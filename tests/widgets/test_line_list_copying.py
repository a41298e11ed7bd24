"""Copying from a list of lines: the chosen rows, or all of them, each a line of text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.widgets.lists.cell_content import CellContent
from desktop_app.widgets.lists.line_list import LineList

CTRL = Qt.KeyboardModifier.ControlModifier


def test_all_rows_are_copied_by_their_keys(qtbot: QtBot) -> None:
    shown = LineList()
    qtbot.addWidget(shown)
    shown.set_copyable()
    shown.show_lines([CellContent("تاریخ خوانده نشد.", "سطر ۷"), CellContent("واحد شناخته نشد.", "سطر ۹")])
    shown.show()
    shown.choose(0)
    QTest.keyClick(shown, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "تاریخ خوانده نشد. سطر ۷"
    QTest.keyClick(shown, Qt.Key.Key_A, CTRL)
    QTest.keyClick(shown, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "تاریخ خوانده نشد. سطر ۷\nواحد شناخته نشد. سطر ۹"
