"""The page of backups by itself: it offers no first backup that its button would not make, and keeps the keyboard."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.window.backups.page import BackupsPage
from desktop_app.words import backups as words
from tests.shown import texts


def test_no_first_backup_is_offered_where_none_can_be_made(qtbot: QtBot) -> None:
    page = BackupsPage()
    qtbot.addWidget(page)
    page.show_rows(())
    page.show_all(shown=True)
    page.show()
    assert words.EMPTY_WHY in texts(page)
    page.set_writable(writable=False)
    assert not page.ui.make.isEnabled()
    assert words.EMPTY_WHY not in texts(page)
    assert {words.EMPTY_LOOKED_AT, words.EMPTY_LOOKED_AT_WHY} <= set(texts(page))


def test_the_keyboard_stays_on_the_page_where_a_dialog_had_it_when_the_work_began(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row, navigation, page = QHBoxLayout(window), QPushButton(), BackupsPage()
    row.addWidget(navigation)
    row.addWidget(page)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    page.ui.choose.setFocus()
    dialog = QDialog(window)
    answer = QPushButton(dialog)
    dialog.open()
    dialog.activateWindow()
    answer.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is answer)
    page.show_busy(words.MAKING)
    assert window.focusWidget() is page.ui.cancel
    dialog.close()
    for busy in ("", words.VERIFYING, ""):
        page.show_busy(busy)
    assert window.focusWidget() is page.ui.choose
