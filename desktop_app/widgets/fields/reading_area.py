"""Text longer than its room: the keyboard stands on the whole of it to scroll, and a ring shows that it does."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop_app.widgets.style.look import ring, tokens_of
from desktop_app.widgets.style.tokens import RADIUS_CARD


class _Ring(QWidget):
    """Lies over the text and moves with nothing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line of the focus."""
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ring(QPainter(self), box, RADIUS_CARD, tokens_of(self).colour("accent"))


class ReadingArea(QScrollArea):
    """A scroll area whose inside may have nothing else that takes the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._ring = _Ring(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show it."""
        super().focusInEvent(event)
        self._ring.raise_()
        self._ring.show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard is elsewhere."""
        super().focusOutEvent(event)
        self._ring.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As large as the area with its bar."""
        super().resizeEvent(event)
        self._ring.setGeometry(self.rect())
