"""Keeper of the keyboard: where a control goes or is shut with what it lies in, Qt gives the keyboard to nobody.

From nowhere Tab begins at the top of the window, no key of the page acts, and whoever hears the screen hears nothing.
"""

from __future__ import annotations

from weakref import ref

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.widgets.accessibility.reading_order import enter_near


class KeptKeyboard(QObject):
    """One for all windows of the application. Whoever shut the control may know a better place, and is let first."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._held: list[ref[QWidget]] = []
        """What had the keyboard last, and what that lies in."""
        self._hold(app.focusWidget())
        app.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            QTimer.singleShot(0, self, self._find)
        else:
            self._hold(now)

    def _hold(self, held: QWidget | None) -> None:
        self._held.clear()
        while held is not None:
            self._held.append(ref(held))
            held = held.parentWidget()

    def _find(self) -> None:
        window = QApplication.activeWindow()
        if window is None or QApplication.focusWidget() is not None:
            return
        # what is deleted is not asked anything
        left = {window, *window.findChildren(QWidget)}
        line = [one for one in (held() for held in self._held) if one is not None and one in left]
        enter_near(line)
