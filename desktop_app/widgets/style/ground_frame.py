"""Grounds and lines of a page's regions: drawn from the tokens, so that they follow the look."""

from __future__ import annotations

from PySide6.QtCore import Property, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from desktop_app.widgets.style.look import tokens_of


class GroundFrame(QFrame):
    """A region with its own ground (`page`, `surface`, `sunken` or `side`) and hairlines at its sides."""

    def __init__(self, parent: QWidget | None = None, *, ground: str = "surface", sides: bool = True) -> None:
        super().__init__(parent)
        self._ground = ground
        self._sides = sides

    def set_sides(self, sides: bool) -> None:
        """Draw the hairlines at its sides, or leave them out."""
        self._sides = sides
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill it; a hairline at the right and left edge."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.colour(self._ground))
        if self._sides:
            line = tokens.colour("hairline")
            painter.fillRect(0, 0, 1, self.height(), line)
            painter.fillRect(self.width() - 1, 0, 1, self.height(), line)

    def _get_ground(self) -> str:
        return self._ground

    def _set_ground(self, ground: str) -> None:
        self._ground = ground
        self.update()

    ground = Property(str, _get_ground, _set_ground)


class Rule(QFrame):
    """A hairline across a page or a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One pixel high."""
        return QSize(1, 1)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return QSize(1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        QPainter(self).fillRect(self.rect(), tokens_of(self).colour("hairline"))
