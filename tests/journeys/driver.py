"""The real window, built as the program builds it, on a data folder, with hands on keyboard and mouse."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTableView, QTextEdit, QWidget

from desktop_app.widgets.accessibility.keyboard_focus import FocusKeeper
from desktop_app.widgets.shell.shortcuts import NativeKeyFilter, actions_in_reach
from desktop_app.window.shell.main_window import MainWindow
from desktop_app.window.shell.opening import Opening
from desktop_app.window.shell.single import SingleWindow
from tests import patience
from tests.journeys.attendant import Attendant, OfficePrinter
from tests.journeys.clock import MovedClock
from tests.journeys.hands import Keyboard, NotThere, Pointer, front

W = TypeVar("W", bound=QWidget)
SIZE = (1440, 900)


class Driver:
    """One run of the program. ``pictures`` is where named steps are photographed, if anywhere."""

    def __init__(
        self, app: QApplication, folder: Path, clock: MovedClock, *, papers: Path, pictures: Path | None = None
    ) -> None:
        self.app = app
        self.folder = folder
        self.clock = clock
        self.printer = OfficePrinter(papers)
        self.keyboard = Keyboard()
        self.pointer = Pointer()
        self.window = MainWindow()
        self.attendant = Attendant(self.keyboard, self.window)
        self.pictures = pictures
        self.taken = 0
        self._keys = NativeKeyFilter(app, lambda: actions_in_reach(self.window), windows=sys.platform == "win32")
        self._kept = FocusKeeper(app)
        self._single = SingleWindow(folder)
        self.opening: Opening | None = None

    # ---- the run

    def start(self, *, demo: bool = False, size: tuple[int, int] = SIZE) -> None:
        """Show the window, open the folder, and wait for the first page."""
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        self.wait(lambda: QApplication.activeWindow() is self.window, "the window in front")
        self.opening = Opening(
            self.window, self.folder, demo=demo, printer=self.printer, clock=self.clock, single=self._single
        )
        self.opening.begin()
        self.wait(lambda: self.window.page() in {"meetings", "founding"}, "the first page")

    def close(self) -> bool:
        """Close the window by its frame; whether it closed."""
        closed = self.window.close()
        self.settle()
        self.check()
        return closed

    def end(self) -> None:
        """Close whatever is left, for the next run in this process."""
        self.window.set_may_close(lambda: True)
        self.window.close()
        self._single.close()
        self._single.deleteLater()
        self.app.removeEventFilter(self._keys)
        self._keys.deleteLater()
        self._kept.deleteLater()
        self.opening = None
        # with the window its attendant goes, so what is still to be said has to be heard before
        unanswered = list(self.attendant.unforeseen)
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if unanswered:
            raise NotThere(f"dialogs were not answered: {unanswered}")

    # ---- keyboard and pointer

    def press(self, *chords: str) -> None:
        """Press chords where the keyboard is."""
        for chord in chords:
            self.keyboard.press(chord)
            self.settle()

    def write(self, text: str) -> None:
        """Write where the keyboard is."""
        self.keyboard.write(text)
        self.settle()

    def click(self, target: QWidget | str, at: QPoint | None = None) -> None:
        """Press a control, by itself or by a name."""
        widget = self.find(target) if isinstance(target, str) else target
        self.pointer.click(widget, at)
        self.settle()

    def fill(self, target: QWidget | str, text: str, leave: str = "Tab") -> None:
        """Click into a field, replace what stands there, and leave it."""
        field = self.find(target) if isinstance(target, str) else target
        # of a line with a hint below it, into the line: how tall the hint is depends on the letters
        self.click(field.focusProxy() or field)
        self.keyboard.press("Ctrl+A")
        self.keyboard.press("Delete")
        self.keyboard.write(text)
        if leave:
            self.keyboard.press(leave)
        self.settle()

    def open_row(self, words: str) -> None:
        """In the list on screen, walk with the arrows to the row that holds these words and press Enter."""
        table, place = self._row(words)
        steps = place - table.currentIndex().row()
        self.press(*["Down" if steps > 0 else "Up"] * abs(steps))
        if table.currentIndex().row() != place:
            raise NotThere("the arrows do not lead to that row")
        self.press("Enter")

    def open_row_by_pointer(self, words: str) -> None:
        """In the list on screen, press the row that holds these words twice."""
        table, place = self._row(words)
        at = table.visualRect(table.model().index(place, 1)).center()
        self.pointer.click(table.viewport(), at)
        self.pointer.double_click(table.viewport(), at)
        self.settle()

    def _row(self, words: str) -> tuple[QTableView, int]:
        table = self.find_kind(QTableView)
        wanted = [place for place in range(table.model().rowCount()) if words in row_text(table, place)]
        if len(wanted) != 1:
            raise NotThere(f"{len(wanted)} rows with {words}")
        return table, wanted[0]

    # ---- eyes

    def find(self, name: str, within: QWidget | None = None) -> QWidget:
        """The one visible control with this object name, accessible name or word on it."""
        found = [one for one in self.visible(within) if name in (one.objectName(), one.accessibleName(), word_on(one))]
        inner = [one for one in found if not any(one is not other and one.isAncestorOf(other) for other in found)]
        if len(inner) != 1:
            raise NotThere(f"{len(inner)} visible controls are called {name!r}")
        return inner[0]

    def find_kind(self, kind: type[W], name: str = "") -> W:
        """The one visible control of a kind, by object name where there are several."""
        found = [one for one in self.visible() if isinstance(one, kind) and name in ("", one.objectName())]
        if len(found) != 1:
            raise NotThere(f"{len(found)} visible {kind.__name__} {name!r}")
        return found[0]

    def sees(self, name: str) -> bool:
        """Whether a control of this name is on screen."""
        return any(name in (one.objectName(), one.accessibleName(), word_on(one)) for one in self.visible())

    def reads(self, words: str) -> bool:
        """Whether these words stand somewhere on the window."""
        return words in self.text()

    def text(self) -> str:
        """Every word on the window that stands on a label or a button or is said by a control."""
        said = []
        for one in self.visible(self.window):
            said += [word_on(one), one.accessibleName(), one.accessibleDescription()]
        # to the eye a space that holds a line together is a space
        return "\n".join(part for part in said if part).replace("\u00a0", " ")

    def foot(self) -> str:
        """What the foot of the window says of what is saved."""
        return self.find("status").accessibleName()

    def tells_saved(self) -> bool:
        """Whether the foot says that the last act is stored, and when."""
        return self.foot().startswith("ذخیره شد ")

    def writings(self) -> list[str]:
        """What stands in the fields of the window, written by whomever."""
        fields = [one for one in self.visible(self.window) if isinstance(one, QLineEdit | QTextEdit)]
        return [one.text() if isinstance(one, QLineEdit) else one.toPlainText() for one in fields]

    def visible(self, within: QWidget | None = None) -> Iterator[QWidget]:
        """Every control that can be seen in the window in front, or inside another one."""
        # nothing can be seen inside what is not
        for one in (within or front()).children():
            if isinstance(one, QWidget) and one.isVisible():
                yield one
                yield from self.visible(one)

    # ---- patience

    def settle(self) -> None:
        """Let everything happen that has been set off, then look for dialogs that nobody foresaw."""
        for _turn in range(3):
            self.app.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            active = QApplication.activeWindow()
            if (active is None or not active.isVisible()) and self.window.isVisible():
                # a window manager gives the keyboard back when a dialog or an offer closes; offscreen there is none
                (QApplication.activeModalWidget() or self.window).activateWindow()
        self.check()

    def wait(self, until: Callable[[], bool], what: str, seconds: float = patience.IDLE_SECONDS) -> None:
        """Handle events until something is so; ``seconds`` are those in which no job of the window runs."""
        begun = time.monotonic()

        def so() -> bool:
            self.check()
            return until()

        if not patience.wait(so, lambda: patience.any_working(self.window), idle=seconds):
            raise NotThere(f"waited {time.monotonic() - begun:.0f} s for {what}; on screen:\n{self.text()}")

    def wait_for_words(self, words: str) -> None:
        """Until these words stand on the window."""
        self.wait(lambda: self.reads(words), f"«{words}»")

    def check(self) -> None:
        """A dialog that nobody foresaw is a failure."""
        if self.attendant.unforeseen:
            raise NotThere(f"a dialog was not answered: {self.attendant.unforeseen.pop()}")

    def picture(self, name: str) -> Path | None:
        """Photograph the window at a step."""
        if self.pictures is None:
            return None
        self.settle()
        self.taken += 1
        file = self.pictures / f"{self.taken:02}-{name}.png"
        self.window.grab().save(str(file))
        return file


def word_on(widget: QWidget) -> str:
    """What is written on a label or a button."""
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def row_text(table: QTableView, place: int) -> str:
    """All cells of a row."""
    model = table.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    cells = [model.index(place, column) for column in range(model.columnCount())]
    return "\n".join(f"{cell.data(role) or ''} {cell.data() or ''}" for cell in cells)
