"""Event filter for the first paint of the window, after which slow modules are loaded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

UNSEEN_AFTER: Final = 1000
"""Milliseconds after which a window that nobody paints (started minimised) is taken as seen."""


class AfterFirstPaint(QObject):
    """Calls ``then`` once, in the event loop turn after ``window`` has painted.

    A zero timer set before the loop begins is no such moment: it runs before the first paint. Nor is a request for an
    update: Qt makes one as soon as the window is shown, whether or not the screen has taken it up.
    """

    def __init__(self, window: QWidget, then: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self._then = then
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._seen)
        window.installEventFilter(self)
        self._soon.start(UNSEEN_AFTER)

    def eventFilter(self, target: QObject, event: QEvent) -> bool:
        """Watch for the first paint event and let it pass."""
        if target is self._window and event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            self._soon.start(0)
        return False

    def _seen(self) -> None:
        # it stays a child of the window: deleting it inside its own timer's call crashed once in the tests
        self._window.removeEventFilter(self)
        self._then()
