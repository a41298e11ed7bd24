"""A form in the place of a row: Enter saves it from whichever field, Esc leaves it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_app.widgets.drafted import Drafted


class RowForm(QWidget, Drafted):
    """What such forms share; each says what saving means."""

    left = Signal()

    def save(self) -> None:
        """Hand over what was typed.

        :raises NotImplementedError: the form does not say how.
        """
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc, from whichever field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
