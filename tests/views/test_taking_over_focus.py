"""The keyboard on the page of past records after a file was read: where the next thing to do is, never nowhere."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.window.taking_over.page import TakingOverPage


def test_a_file_with_nothing_new_leaves_the_keyboard_where_another_is_chosen(qtbot: QtBot) -> None:
    window, page = QWidget(), TakingOverPage()
    column = QVBoxLayout(window)
    column.addWidget(page)
    column.addWidget(QPushButton("ناوبری"))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    page.focus_list()
    page.show_running("خواندن فایل…")
    page.show_found("هیچ ردیف تازه", [], "")
    assert QApplication.focusWidget() is page.ui.openFile
