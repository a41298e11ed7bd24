"""A radio button that looks like a row or a tab: heard and walked as one of a few, reached anywhere on it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QRadioButton, QWidget


class WholeRadio(QRadioButton):
    """What such buttons share; each paints itself. Tab stops at the chosen one of its group."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.toggled.connect(self._take_stop)

    def hitButton(self, position: QPoint) -> bool:
        """The whole content answers to the pointer."""
        return self.rect().contains(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _take_stop(self, chosen: bool) -> None:
        """Qt takes the stop from the others only where the keyboard comes to one of them."""
        group = self.group()
        if not chosen or group is None:
            return
        tab = Qt.FocusPolicy.TabFocus
        for one in group.buttons():
            policy = one.focusPolicy()
            one.setFocusPolicy(policy | tab if one is self else policy & ~tab)
