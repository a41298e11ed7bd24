"""The dialog «گزارش خطا»: shown later, one at a time, copyable, from any thread."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.faults.dialog import FaultDialog
from desktop_app.faults.presenter import FaultPresenter
from desktop_app.faults.report import Report
from desktop_app.words import faults as text

REPORT = Report("2026-11-24T10:00:00Z", "window", "builtins.ValueError", "Dabirkhaneh 0.1.0, Python 3.11")


@pytest.fixture
def presenter(qtbot: QtBot) -> FaultPresenter:
    return FaultPresenter()


def _current(presenter: FaultPresenter) -> FaultDialog:
    assert presenter.dialog is not None
    return presenter.dialog


def _button(dialog: FaultDialog, words: str) -> QPushButton:
    return next(button for button in dialog.findChildren(QPushButton) if button.text() == words)


def test_it_opens_after_the_event_in_which_the_fault_happened(qtbot: QtBot, presenter: FaultPresenter) -> None:
    presenter(REPORT)
    assert presenter.dialog is None
    qtbot.waitUntil(lambda: presenter.dialog is not None)
    assert _current(presenter).windowTitle() == text.TITLE
    _current(presenter).accept()


def test_a_fault_of_a_thread_is_shown_on_the_main_thread(qtbot: QtBot, presenter: FaultPresenter) -> None:
    thread = threading.Thread(target=presenter, args=(REPORT,))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: presenter.dialog is not None)
    assert _current(presenter).thread() is presenter.thread()
    _current(presenter).accept()


def test_the_second_fault_waits_until_the_first_is_closed(qtbot: QtBot, presenter: FaultPresenter) -> None:
    presenter(REPORT)
    presenter(Report(REPORT.when, REPORT.where, "builtins.KeyError", REPORT.machine))
    qtbot.waitUntil(lambda: presenter.dialog is not None)
    first = _current(presenter)
    assert "ValueError" in first.findChildren(QPlainTextEdit)[0].toPlainText()
    first.accept()
    second = _current(presenter)
    assert second is not first
    assert "KeyError" in second.findChildren(QPlainTextEdit)[0].toPlainText()
    second.accept()
    assert presenter.dialog is None


def test_the_report_is_copied_whole(qtbot: QtBot) -> None:
    dialog = FaultDialog(REPORT, Path("داده") / "log" / "dabirkhaneh.log")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.mouseClick(_button(dialog, text.COPY), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == REPORT.text
    assert _button(dialog, text.COPIED).isVisible(), "the button says that it has copied"


def test_enter_goes_back_to_the_work(qtbot: QtBot) -> None:
    dialog = FaultDialog(REPORT)
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.accepted, timeout=1000):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
