"""Steps on the page of backups by the keyboard alone: reached, a place chosen in it, its list walked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QTableWidget, QWidget

from desktop_app.window.backups.page import BackupsPage
from desktop_app.words import backups as words
from tests import patience
from tests.journeys.driver import Driver, word_on
from tests.journeys.hands import Keyboard, NotThere, front

MOST_STOPS: Final = 60
PLACE: Final = 0
MADE_FOR: Final = 2
"""Columns of the list."""


def stops_at(press: Callable[[str], object], name: str) -> None:
    """Tab until the keyboard is at the control with this word or name."""
    for _step in range(MOST_STOPS):
        stop = QApplication.focusWidget()
        if stop is not None and name in (stop.objectName(), stop.accessibleName(), word_on(stop)):
            return
        press("Tab")
    raise NotThere(f"Tab does not lead to {name!r} in {front()}")


def press_there(driver: Driver, name: str) -> None:
    """Tab to a button and press it with the space bar."""
    stops_at(driver.press, name)
    driver.press("Space")


def will_press(driver: Driver, word: str) -> None:
    """The next dialog is answered by Tab and the space bar."""

    def answer(_dialog: QWidget) -> None:
        keyboard = driver.keyboard

        def press(chord: str) -> None:
            keyboard.press(chord)
            QApplication.processEvents()

        stops_at(press, word)
        keyboard.press("Space")

    driver.attendant.will_answer(answer)


def will_choose(driver: Driver, folder: Path) -> None:
    """The next dialog asks for a folder: it is written where the keyboard is, and taken with Enter."""

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, QFileDialog)
        keyboard: Keyboard = driver.keyboard
        for _press in range(10):
            line = dialog.focusWidget()
            assert isinstance(line, QLineEdit)
            if line.text() != str(folder):
                keyboard.press("Ctrl+A")
                keyboard.write(str(folder))
            keyboard.press("Enter")
            if patience.wait(lambda: not dialog.isVisible(), idle=0.2):
                return
            dialog.activateWindow()

    driver.attendant.will_answer(answer)


def come_to_backups(driver: Driver) -> BackupsPage:
    """The page with its lists read and open."""
    page = come_to_one_button(driver)
    if not page.ui.all.isVisible():
        press_there(driver, "fold")
    return page


def come_to_one_button(driver: Driver) -> BackupsPage:
    """The page as it opens."""
    driver.press("Ctrl+Shift+K")
    driver.wait(lambda: driver.window.page() == "backups", "the page of backups")
    page = driver.find_kind(BackupsPage)
    driver.wait(lambda: bool(page.ui.state.text()) and not busy(driver), "its lists")
    return page


def stand_on(driver: Driver, page: BackupsPage, column: int, word: str) -> None:
    """With the arrows to the first row that has this word in a column."""
    table = page.ui.table
    row = next(row for row in range(table.rowCount()) if _cell(table, row, column) == word)
    stops_at(driver.press, "table")
    assert QApplication.focusWidget() is table
    driver.press("Home", *["Down"] * row)
    assert table.currentRow() == row


def back_up_elsewhere(driver: Driver, place: Path) -> None:
    """A backup in this second place; then every byte of it is read again."""
    page = come_to_backups(driver)
    will_choose(driver, place)
    # the test has no second disk; who has none keeps the place after being told
    will_press(driver, words.KEEP_PLACE)
    press_there(driver, "choose")
    driver.wait(lambda: page.ui.table.rowCount() == 2 and not busy(driver), "a backup in both places")
    driver.settle()
    assert driver.reads(words.MADE)
    stand_on(driver, page, PLACE, words.ELSEWHERE)
    driver.press("Ctrl+T")
    driver.wait(lambda: driver.reads(words.FOUND_SOUND), "that it is whole")


def busy(driver: Driver) -> bool:
    """Whether something runs."""
    return driver.opening is not None and driver.opening.workers.busy


def _cell(table: QTableWidget, row: int, column: int) -> str:
    item = table.item(row, column)
    return item.text() if item is not None else ""
