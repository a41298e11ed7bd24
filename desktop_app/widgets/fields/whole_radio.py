"""A radio button that looks like a row or a tab: heard and walked as one of a few, reached anywhere on it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QRadioButton


class WholeRadio(QRadioButton):
    """What such buttons share; each paints itself."""

    def hitButton(self, position: QPoint) -> bool:
        """The whole content answers to the pointer."""
        return self.rect().contains(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
