"""The button under all buttons: Enter presses the one that has the keyboard, as Space does.

Qt gives Enter to the default button of a dialog, whichever button the ring is on, and to none on a page.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from desktop_app.widgets.controls.held_keys import held_keys


class PressButton(QPushButton):
    """Never takes Enter from afar, always when it has the keyboard."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses."""
        if not held_keys(event) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)
