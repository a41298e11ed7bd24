"""A key as it lies on the keyboard, and the word of what it does."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.widgets.style.look import rounded, tokens_of
from desktop_app.widgets.style.tokens import TextRole

_CAP, _GAP = 20, 6


class KeyHint(QWidget):
    """Decoration beside controls that answer to the key; the same is said in their own tooltips."""

    def __init__(self, parent: QWidget | None = None, *, letter: str = "", word: str = "") -> None:
        super().__init__(parent)
        self._letter, self._word = letter, word
        self.setAccessibleName(f"{letter} {word}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The key and the word at its left."""
        tokens = tokens_of(self)
        metrics = QFontMetrics(tokens.font(TextRole.NOTE))
        return QSize(tokens.px(_CAP) + _GAP + metrics.horizontalAdvance(self._word) + 2, tokens.px(_CAP))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A small box with the letter, then the word."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        side = float(tokens.px(_CAP))
        cap = QRectF(self.width() - side, 0, side, side)
        rounded(painter, cap, 5, tokens.colour("surface"), tokens.colour("hairline"))
        painter.setFont(tokens.font(TextRole.NOTE))
        painter.setPen(tokens.colour("text"))
        painter.drawText(cap.adjusted(0, -2, 0, -2), int(Qt.AlignmentFlag.AlignCenter), self._letter)
        painter.setPen(tokens.colour("second"))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        room = QRectF(0, -1, cap.left() - _GAP, side)
        painter.drawText(room, int(flags) | int(Qt.TextFlag.TextForceRightToLeft), self._word)
