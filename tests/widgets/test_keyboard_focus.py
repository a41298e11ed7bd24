"""The keyboard after a control has gone, or was shut, with what it lies in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.widgets.accessibility.keyboard_focus import FocusKeeper
from desktop_app.widgets.feedback.sheet_dialog import SheetDialog
from desktop_app.window.shell.main_window import MainWindow


@pytest.fixture(autouse=True)
def kept(qapp: QApplication) -> Iterator[None]:
    """As the program has it."""
    keeper = FocusKeeper(qapp)
    yield
    keeper.deleteLater()


def _shown(qtbot: QtBot, page: QWidget) -> MainWindow:
    window = MainWindow()
    qtbot.addWidget(window)
    window.add_page("page", page)
    window.show_page("page")
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def _boxed() -> tuple[QWidget, QWidget, dict[str, QPushButton]]:
    """A page with a box of two buttons between two others."""
    page, box = QWidget(), QWidget()
    made = {name: QPushButton(name) for name in ("before", "first", "second", "after")}
    inside = QVBoxLayout(box)
    inside.addWidget(made["first"])
    inside.addWidget(made["second"])
    column = QVBoxLayout(page)
    for one in (made["before"], box, made["after"]):
        column.addWidget(one)
    return page, box, made


def _delete(one: QWidget) -> None:
    one.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _shut(one: QWidget) -> None:
    one.setEnabled(False)


# of what is removed nobody knows any more where it was
@pytest.mark.parametrize(("gone", "near"), [(_shut, "after"), (_delete, "before")])
def test_what_is_shut_or_removed_around_the_keyboard_leaves_it_on_the_page(
    qtbot: QtBot, gone: Callable[..., None], near: str
) -> None:
    page, box, made = _boxed()
    _shown(qtbot, page)
    made["second"].setFocus()
    gone(box)
    assert QApplication.focusWidget() is None, "of itself Qt gives it to nobody"
    QCoreApplication.processEvents()
    assert QApplication.focusWidget() is made[near]


def test_who_shuts_the_keyboard_out_may_say_where_it_goes(qtbot: QtBot) -> None:
    page, box, made = _boxed()
    _shown(qtbot, page)
    made["second"].setFocus()
    box.setEnabled(False)
    made["before"].setFocus()
    QCoreApplication.processEvents()
    assert QApplication.focusWidget() is made["before"]


def test_in_a_dialog_over_the_window_it_stays_in_the_dialog(qtbot: QtBot) -> None:
    page, _box, made = _boxed()
    window = _shown(qtbot, page)
    made["before"].setFocus()
    dialog = SheetDialog(window, title="نمونه")
    qtbot.addWidget(dialog)
    inner, box, inside = _boxed()
    dialog.body.addWidget(inner)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    inside["first"].setFocus()
    box.setEnabled(False)
    QCoreApplication.processEvents()
    assert QApplication.focusWidget() is inside["after"]


def test_a_window_that_is_not_in_front_takes_nothing(qtbot: QtBot) -> None:
    page, box, made = _boxed()
    _shown(qtbot, page)
    made["second"].setFocus()
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    box.setEnabled(False)
    QCoreApplication.processEvents()
    assert QApplication.focusWidget() is None


def test_where_nothing_can_be_pressed_any_more_what_lies_round_it_has_the_keyboard(qtbot: QtBot) -> None:
    page, _box, made = _boxed()
    _shown(qtbot, page)
    made["first"].setFocus()
    for one in made.values():
        one.setEnabled(False)
    QCoreApplication.processEvents()
    assert QApplication.focusWidget() is page
