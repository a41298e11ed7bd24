"""The window under a real keyboard: `python -m tests.journeys.pressed --data D --out O`.

Presses every shortcut by its place on the keyboard and prints, as JSON, what came of each and which keys arrived.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QTextEdit

from desktop_app.window.shell.application import make_application
from desktop_app.words import history as undo_words
from tests.journeys import x_server
from tests.journeys.clock import STORY_DAY, MovedClock
from tests.journeys.driver import Driver
from tests.journeys.hands import NotThere
from tests.journeys.slips import Slips

FIRST_FOREIGN, FIRST_SPECIAL = 0x80, 0x01000000
WORD = "SGHL"
"""The places of «سلام»."""


class KeysSeen(QObject):
    """Writes down every key that the platform delivers."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.keys: set[int] = set()
        app.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.spontaneous():
            self.keys.add(int(event.key()))
        return False

    def foreign(self) -> list[int]:
        """Keys beyond ASCII that are letters."""
        return sorted(key for key in self.keys if FIRST_FOREIGN <= key < FIRST_SPECIAL)


class Presses:
    """Presses one chord after the other and remembers what came of each."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self.fired: dict[str, bool] = {}

    def press(self, chord: str, name: str, until: Callable[[], bool]) -> None:
        """Press, then wait for what the shortcut does."""
        x_server.press(chord)
        try:
            self.driver.wait(until, name, seconds=4)
        except NotThere:
            self.fired[f"{chord} {name}"] = False
        else:
            self.fired[f"{chord} {name}"] = True

    def page(self, chord: str, page: str) -> None:
        """A chord that leads to a page."""
        self.press(chord, page, lambda: self.driver.window.page() == page)


def walk(driver: Driver, out: Path) -> dict[str, object]:
    """All shortcuts of the pages, in an order in which each can be told from the one before."""
    presses = Presses(driver)
    presses.page("Ctrl+2", "minutes")
    presses.page("Ctrl+3", "resolutions")
    presses.page("Ctrl+1", "meetings")
    presses.press("Ctrl+F", "search", lambda: focus_name() == "search")
    x_server.press("Esc")
    driver.wait(lambda: focus_name() == "table", "the table")
    driver.open_row("جلسهٔ ششم")
    driver.click("act_begin")
    presses.press("Ctrl+Z", "undo", lambda: driver.foot() == undo_words.NOTHING_TO_UNDO)
    presses.press("Ctrl+Y", "redo", lambda: driver.foot() == undo_words.NOTHING_TO_REDO)
    presses.page("F6", "minutes_editor")
    written = _write(presses)
    presses.press("F7", "reading", lambda: driver.sees("readingText"))
    presses.press("Esc", "writing", lambda: not driver.sees("readingText"))
    presses.page("Ctrl+P", "paper")
    driver.wait(lambda: driver.find("printButton").isEnabled(), "the paper")
    presses.press("Ctrl+P", "printed", lambda: len(driver.printer.papers) == 1)
    file = out / "saved.pdf"
    driver.attendant.will_save_as(file)
    presses.press("Ctrl+S", "saved", file.exists)
    presses.page("F6", "minutes_editor")
    return {"fired": presses.fired, "written": written}


def _write(presses: Presses) -> str:
    """A clause by letters, Ctrl+Enter, and Ctrl+M; the words that came."""
    driver = presses.driver
    driver.wait(lambda: isinstance(QApplication.focusWidget(), QTextEdit), "the line for a clause")
    for place in WORD:
        x_server.press(place)
    line = QApplication.focusWidget()
    if not isinstance(line, QTextEdit):
        raise NotThere("the line for a new clause has no keyboard")
    driver.wait(lambda: len(line.toPlainText()) == len(WORD), "four letters")
    written = line.toPlainText()
    presses.press("Ctrl+Enter", "clause", lambda: line.toPlainText() == "")
    x_server.press("Up")
    presses.press("Ctrl+M", "resolution", lambda: driver.sees("executor"))
    return written


def focus_name() -> str:
    """The control that has the keyboard."""
    focus = QApplication.focusWidget()
    return focus.objectName() if focus is not None else ""


def main() -> int:
    """Walk, print what was seen; 0 also when a shortcut did nothing, which is the test's to judge."""
    options = argparse.ArgumentParser()
    for name in ("--data", "--out"):
        options.add_argument(name, type=Path, required=True)
    asked = options.parse_args()
    app = make_application()
    seen, slips = KeysSeen(app), Slips()
    driver = Driver(app, asked.data, MovedClock(STORY_DAY), papers=asked.out, pictures=asked.out)
    try:
        driver.start()
        told = walk(driver, asked.out)
        driver.picture("end")
    finally:
        driver.end()
    print(json.dumps({**told, "platform": app.platformName(), "foreign": seen.foreign(), "slips": slips.told}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
