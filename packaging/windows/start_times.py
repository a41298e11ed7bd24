"""Measures the start of a window with the parts of the bundle: `start-times.exe bare | window | data [FOLDER]`.

It says `painted` once a window has painted itself and all its controls and ends at once: a bare window of Qt, the
program's own first window, or the first page with the office's data in it.
"""

import os
import sys

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget


def of_data(widget):
    from desktop_app.widgets.shell.page import Page

    return isinstance(widget, Page)


class FirstPaint(QObject):
    def __init__(self, wanted):
        super().__init__()
        self._wanted = wanted
        self._found = False

    def eventFilter(self, target, event):
        if (
            not self._found
            and event.type() == QEvent.Type.Paint
            and isinstance(target, QWidget)
            and target.window().isVisible()
            and self._wanted(target)
        ):
            self._found = True
            # a call that waits its turn comes after the whole painting, in which the loop does not turn
            QTimer.singleShot(0, self.painted)
        return False

    def painted(self):
        print("painted", flush=True)
        os._exit(0)


def watch(wanted):
    run = QApplication.exec

    def watched(*_arguments):
        first = FirstPaint(wanted)
        QApplication.instance().installEventFilter(first)
        return run()

    QApplication.exec = watched


def bare():
    application = QApplication([])
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window = QMainWindow()
    window.setCentralWidget(QLabel("جلسه"))
    window.resize(1280, 800)
    window.show()
    QApplication.exec()


kind = sys.argv[1]
watch(of_data if kind == "data" else lambda _widget: True)
if kind == "bare":
    bare()
else:
    from desktop_app.__main__ import main

    main(["--data", sys.argv[2]])
