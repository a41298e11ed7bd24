"""Status line of the window (saved state, newest backup, today), and a progress bar.

Where progress is not known, a part of the bar moves.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QElapsedTimer, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from desktop_app.widgets.accessibility.screen_reader import announce_name
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.state_mark import TONE_SHAPES, StateMark
from desktop_app.widgets.style.tokens import GAP, GAP_SECTION, HEIGHT_STATUS, ICON_NOTE, Ink, TextRole, Tone

_HEIGHT: Final = 6
_ROUND_MS: Final = 1600
_PART: Final = 0.3


class ProgressLine(QProgressBar):
    """Progress bar without text, from right to left."""

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
        """Draw the bar and its completed part."""
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
        """Return start and length of the completed part, as fractions."""
        if self.maximum() > self.minimum():
            return 0.0, max(self.value() - self.minimum(), 0) / (self.maximum() - self.minimum())
        return (self._since.elapsed() % _ROUND_MS) / _ROUND_MS * (1 + _PART) - _PART, _PART

    def _move(self) -> None:
        if self.maximum() == self.minimum() and self.isVisible():
            self.update()


class StatusLine(QFrame):
    """Status line; screen readers announce the saved state."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = StateMark(side=ICON_NOTE)
        self._text = TextLabel(role=TextRole.NOTE, ink=Ink.SECOND, elide=True)
        self._backup = TextLabel(role=TextRole.NOTE, ink=Ink.SECOND)
        self._today = TextLabel(role=TextRole.NOTE, ink=Ink.SECOND, end=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP_SECTION, 1, GAP_SECTION, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self._mark)
        layout.addWidget(self._text, 1)
        layout.addSpacing(GAP_SECTION)
        layout.addWidget(self._backup)
        layout.addSpacing(GAP_SECTION)
        layout.addWidget(self._today)
        self._measure()

    def set_saved(self, text: str, tone: Tone = Tone.DONE) -> None:
        """Show whether everything typed is saved."""
        self._mark.show_mark(TONE_SHAPES[tone], tone)
        self._mark.setVisible(bool(text))
        self._text.setText(text)
        self.setAccessibleName(text)
        announce_name(self)

    def set_backup(self, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        """Set the age of the newest backup; empty if backups are off."""
        self._backup.setText(text)
        self._backup.set_ink(Ink.SECOND if tone is Tone.NEUTRAL else tone)

    def set_today(self, text: str) -> None:
        """Set today's date, and in a meeting the time."""
        self._today.setText(text)

    def text(self) -> str:
        """The text at the right."""
        return self._text.text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the background and the line above it."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.colour("side"))
        painter.fillRect(0, 0, self.width(), 1, tokens.colour("hairline"))

    def _measure(self) -> None:
        self.setFixedHeight(tokens_of(self).px(HEIGHT_STATUS))
