"""Progress line: how far long work is, as a thin bar; where that is not known, a part of it that moves."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QElapsedTimer, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from desktop_app.widgets.style.look import tokens_of

_HEIGHT: Final = 6
_ROUND_MS: Final = 1600
_PART: Final = 0.3


class ProgressLine(QProgressBar):
    """A progress bar without a text, from the side on which reading begins."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.setFixedHeight(_HEIGHT)
        self._since = QElapsedTimer()
        self._since.start()
        self._clock = QTimer(self, interval=40)
        self._clock.timeout.connect(self._move)
        self._clock.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The whole, and over it what is done."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        tokens, whole = tokens_of(self), QRectF(self.rect())
        painter.setBrush(tokens.colour("hairline"))
        painter.drawRoundedRect(whole, _HEIGHT / 2, _HEIGHT / 2)
        begin, length = self._done()
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            begin = 1 - begin - length
        painter.setBrush(tokens.colour("accent"))
        painter.setClipRect(whole)
        done = QRectF(whole.width() * begin, 0, whole.width() * length, whole.height())
        painter.drawRoundedRect(done, _HEIGHT / 2, _HEIGHT / 2)

    # ---- inside

    def _done(self) -> tuple[float, float]:
        """Begin and length of what is done, as parts of the whole."""
        if self.maximum() > self.minimum():
            return 0.0, max(self.value() - self.minimum(), 0) / (self.maximum() - self.minimum())
        return (self._since.elapsed() % _ROUND_MS) / _ROUND_MS * (1 + _PART) - _PART, _PART

    def _move(self) -> None:
        if self.maximum() == self.minimum() and self.isVisible():
            self.update()
