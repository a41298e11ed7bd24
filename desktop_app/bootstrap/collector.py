"""Main-thread collector: Python's collection of reference cycles, kept on the thread of the window.

Left to itself it runs in whichever thread happens to allocate, so that a job in the pool could destroy what a closed
page had left behind. A QObject that is destroyed off its own thread cannot stop its timers; the next one that fires
reaches freed memory and the program dies. So the collector is switched off, and asked for on the window's own thread.

A collection of the oldest generation looks through everything that was made since the start, and no key is answered
meanwhile: 80 ms once every page is made, and 190 beside other work. It waits until the operator works in another
program, or until it has been due ten times over.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

EVERY_MS: Final = 1000
"""Milliseconds between two looks at what has been allocated."""
_MIDDLE: Final = 1
_OLDEST: Final = 2
_LATEST: Final = 10
"""So many times over the oldest generation is due before it is collected while the window is worked in."""


class MainThreadCollector(QObject):
    """From its making on, cycles are collected on the thread it was made on, while that waits for events."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(EVERY_MS)

    @staticmethod
    def _look() -> None:
        worked_in = QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive
        overdue = gc.get_count()[_OLDEST] > _LATEST * gc.get_threshold()[_OLDEST]
        collect_due(_MIDDLE if worked_in and not overdue else _OLDEST)


def collect_due(most: int = _OLDEST) -> None:
    """Collect the oldest generation that Python itself would collect by now, and none above ``most``."""
    counted, allowed = gc.get_count(), gc.get_threshold()
    due = [age for age in range(most + 1) if counted[age] > allowed[age]]
    if due:
        gc.collect(max(due))
