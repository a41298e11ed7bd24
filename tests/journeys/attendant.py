"""Answers the program's dialogs as a person does: reads them, then presses a button or writes and presses.

Dialogs wait in an event loop of their own, so the answer has to be told before the press that brings one up. One
that nobody foresaw, or that its answer does not close, is left and remembered: the next act of the driver fails.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QLineEdit, QPushButton, QTextEdit, QWidget

from desktop_app.domain.progress import Progress
from desktop_app.widgets.paper.printer import NoPrinter, Printed, PrintJob
from desktop_app.widgets.paper.qt_printer import new_printer, paint_on
from desktop_app.window.kit.files.files_dialog import FilesDialog
from desktop_app.window.minutes.fates import FateSheet
from desktop_app.window.signing.scan_dialog import ScanDialog
from tests import patience
from tests.journeys.hands import Keyboard, NotThere, Pointer

LOOK_MS = 15
MOST_ENTERS = 10
PATIENCE = 15.0
"""Seconds after which a dialog that nobody foresaw is left."""
WORKED_IN: Final = (FateSheet, FilesDialog, ScanDialog)
"""Dialogs in which the journey itself works for as long as it likes."""


@dataclass(frozen=True, slots=True)
class Read:
    """A dialog as it was read."""

    title: str
    text: str


class Attendant(QObject):
    """Watches for dialogs while it lives; ``read`` is what it has seen so far."""

    def __init__(self, keyboard: Keyboard, parent: QObject) -> None:
        super().__init__(parent)
        self.read: list[Read] = []
        self.unforeseen: list[str] = []
        self._keyboard = keyboard
        self._pointer = Pointer()
        self._answers: deque[Callable[[QWidget], None]] = deque()
        self._since: float | None = None
        self._seen: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_MS)

    def will_answer(self, answer: Callable[[QWidget], None]) -> None:
        """The next dialog is answered so."""
        self._answers.append(answer)

    def will_press(self, button: str) -> None:
        """The next dialog is answered by the button with this word."""
        self.will_answer(lambda dialog: self._press(dialog, button))

    def will_write(self, text: str, button: str) -> None:
        """The next dialog is a reason: the text is written, then the button pressed."""

        def answer(dialog: QWidget) -> None:
            self._pointer.click(dialog.findChildren(QTextEdit)[0])
            self._keyboard.write(text)
            self._press(dialog, button)

        self.will_answer(answer)

    def will_leave(self) -> None:
        """The next dialog is left with Esc."""
        self.will_answer(lambda _dialog: self._keyboard.press("Esc"))

    def will_save_as(self, path: Path) -> None:
        """The next dialog asks for a file: the path is written and taken with Enter."""

        def answer(dialog: QWidget) -> None:
            line = dialog.findChild(QLineEdit, "fileNameEdit")
            if not isinstance(line, QLineEdit):
                raise NotThere("the dialog for saving has no line for the name")
            for _press in range(MOST_ENTERS):
                if line.text() != str(path):
                    self._pointer.click(line)
                    self._keyboard.press("Ctrl+A")
                    self._keyboard.write(str(path))
                # an Enter may close the list of names that Qt offers, which it fills whenever it has read the folder,
                # or take the one that is offered first
                self._keyboard.press("Enter")
                if patience.wait(lambda: not dialog.isVisible(), idle=0.2):
                    return
                # a window manager gives the keyboard back when the list closes; offscreen there is none
                dialog.activateWindow()

        self.will_answer(answer)

    def waiting(self) -> int:
        """How many foreseen dialogs have not come."""
        return len(self._answers)

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or not dialog.isVisible() or isinstance(dialog, WORKED_IN):
            self._since, self._seen = None, None
        elif self._answers and dialog is not self._seen and dialog.isActiveWindow():
            self._since, self._seen = None, dialog
            self._answer(dialog)
        elif self._since is None:
            self._since = time.monotonic()
        elif time.monotonic() - self._since > PATIENCE:
            # nobody foresaw it, or its answer did not close it
            self._since = None
            self._leave(dialog, str(words_of(dialog)))

    def _answer(self, dialog: QWidget) -> None:
        self.read.append(words_of(dialog))
        try:
            self._answers.popleft()(dialog)
        except AssertionError as wrong:
            self._leave(dialog, str(wrong))

    def _leave(self, dialog: QWidget, why: str) -> None:
        self.unforeseen.append(why)
        if isinstance(dialog, QDialog):
            dialog.reject()

    def _press(self, dialog: QWidget, word: str) -> None:
        buttons = [one for one in dialog.findChildren(QPushButton) if one.isVisible() and one.text() == word]
        if not buttons:
            raise NotThere(f"no «{word}» in {words_of(dialog)}")
        self._pointer.click(buttons[0])


def words_of(dialog: QWidget) -> Read:
    """Title and text of a dialog as they stand on the screen."""
    if isinstance(dialog, QFileDialog):
        return Read(dialog.windowTitle(), dialog.directory().path())
    labels = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible() and label.text()]
    return Read(dialog.windowTitle(), "\n".join(labels))


class OfficePrinter:
    """A :class:`~desktop_app.widgets.paper.printer.Printer` whose paper is a PDF in a folder; copies as told."""

    def __init__(self, folder: Path) -> None:
        self.copies = 2
        self.plugged_in = True
        self.papers: list[Path] = []
        self._folder = folder

    def print_pages(self, job: PrintJob, progress: Progress) -> Printed | None:
        """Paint every page the way the real printer is painted on."""
        if not self.plugged_in:
            raise NoPrinter
        if not self.copies:
            return None
        paper = self._folder / f"printed-{len(self.papers) + 1}.pdf"
        printer = new_printer(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFileName(str(paper))
        printer.setDocName(job.name)
        paint_on(printer, job, progress)
        self.papers.append(paper)
        return Printed(tuple(range(job.count)), self.copies)
