"""Filled seats of a party as a row of pips: one look tells how many are there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.widgets.style.look import rounded, tokens_of
from desktop_app.widgets.style.tokens import Tone

WIDTH, HEIGHT, BETWEEN = 17, 9, 3
MOST = 12
"""More seats than this are told by the words beside the pips alone."""


class SeatPips(QWidget):
    """`show_seats(present, filled)`; decoration: the words beside it say the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._present = self._filled = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_seats(self, present: int, filled: int) -> None:
        """So many of so many are there."""
        self._present, self._filled = present, filled if filled <= MOST else 0
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One pip a seat."""
        tokens = tokens_of(self)
        return QSize(self._filled * tokens.px(WIDTH + BETWEEN), tokens.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """From the right: the present ones filled, the others empty."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        wide, tall, step = tokens.px(WIDTH), tokens.px(HEIGHT), tokens.px(WIDTH + BETWEEN)
        for place in range(self._filled):
            box = QRectF(self.width() - (place + 1) * step + tokens.px(BETWEEN), 0, wide, tall)
            if place < self._present:
                rounded(painter, box, tall / 2, tokens.ink(Tone.DONE))
            else:
                rounded(painter, box, tall / 2, None, tokens.colour("edge"))
