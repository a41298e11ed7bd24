"""Main-thread collector: Python's collection of reference cycles, kept on the thread of the window.

Left to itself it runs in whichever thread happens to allocate, so that a job in the pool could destroy what a closed
page had left behind. A QObject that is destroyed off its own thread cannot stop its timers; the next one that fires
reaches freed memory and the program dies. So the collector is switched off, and asked for on the window's own thread.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

EVERY_MS: Final = 1000
"""Milliseconds between two looks at what has been allocated."""


class MainThreadCollector(QObject):
    """From its making on, cycles are collected on the thread it was made on, while that waits for events."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(collect_due)
        self._timer.start(EVERY_MS)


def collect_due() -> None:
    """Collect the oldest generation that Python itself would collect by now; nothing when little was made."""
    counted, allowed = gc.get_count(), gc.get_threshold()
    due = [age for age in range(3) if counted[age] > allowed[age]]
    if due:
        gc.collect(max(due))
