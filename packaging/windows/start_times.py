"""Meter of the start of a window, with the parts of the bundle: `start-times.exe bare | window | data [FOLDER]`.

It says `painted` once a window has painted itself and all its controls and ends at once: a bare window of Qt, the
program's own first window, or the first page with the office's data in it.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable

kind = sys.argv[1]
if kind != "bare":
    from desktop_app.window.shell import load_qt

    # as shell.main does, before anything else brings Qt
    gc.disable()
    load_qt()

from PySide6.QtCore import QEvent, QObject, Qt, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget  # noqa: E402

Wanted = Callable[[QWidget], bool]


def any_widget(_widget: QWidget) -> bool:
    """The first window of all."""
    return True


def page_of_data(widget: QWidget) -> bool:
    """A page over the open office."""
    from desktop_app.widgets.shell.page import Page

    return isinstance(widget, Page)


class FirstPaint(QObject):
    """Ends the program once what is wanted has painted itself."""

    def __init__(self, wanted: Wanted) -> None:
        super().__init__(QApplication.instance())
        self._wanted = wanted
        self._found = False

    def eventFilter(self, target: QObject, event: QEvent) -> bool:
        """Qt's: look at every event of the application."""
        if event.type() == QEvent.Type.UpdateRequest and isinstance(target, QWidget):
            # the whole window paints itself inside this call; what the program has left for after its first paint
            # would come before any call that waits its turn
            done = target.event(event)
            if self._found:
                self._painted()
            return done
        if (
            not self._found
            and event.type() == QEvent.Type.Paint
            and isinstance(target, QWidget)
            and target.window().isVisible()
            and self._wanted(target)
        ):
            self._found = True
            # where the system asks for the painting: a call that waits its turn comes after all of it
            QTimer.singleShot(0, self._painted)
        return False

    def _painted(self) -> None:
        print("painted", flush=True)
        os._exit(0)


def watch(wanted: Wanted) -> None:
    """From now on every event is looked at, which takes time of its own: not before there is something to see."""
    QApplication.instance().installEventFilter(FirstPaint(wanted))


def watch_window() -> None:
    """Watch from the moment that the event loop runs."""
    run = QApplication.exec

    def watched(*_arguments: object) -> int:
        watch(any_widget)
        return run()

    QApplication.exec = watched


def bare() -> None:
    """A window with one word."""
    application = QApplication([])
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window = QMainWindow()
    window.setCentralWidget(QLabel("جلسه"))
    window.resize(1280, 800)
    window.show()
    QApplication.exec()


if kind == "data":
    from desktop_app.window.shell.application import run

    run(["--data", sys.argv[2]], lambda _opening: watch(page_of_data))
else:
    watch_window()
    if kind == "bare":
        bare()
    else:
        from desktop_app.window.shell.application import run

        run(["--data", sys.argv[2]])
