"""One month of the ledger as a button: name, mark, state in words, day and meeting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.widgets.style.cut_text import cut
from desktop_app.widgets.style.look import paint_rounded, ring, tokens_of
from desktop_app.widgets.style.state_mark import Shape, paint_mark
from desktop_app.widgets.style.tokens import ICON_NOTE, RADIUS_ROW, TextRole, Tokens, Tone
from desktop_app.widgets.style.writing import RIGHT

EDGE, ABOVE, BETWEEN = 8, 8, 2
SHORT_EDGE, BESIDE_MARK = 5, 4
_FLAGS = int(RIGHT | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextForceRightToLeft)


@dataclass(frozen=True, slots=True)
class MonthContent:
    """Contents of one month; no shape means no state yet. ``spoken`` is for screen readers."""

    name: str
    word: str = ""
    note: str = ""
    shape: Shape | None = None
    tone: Tone = Tone.NEUTRAL
    current: bool = False
    alarm: bool = False
    spoken: str = ""


class MonthCell(QPushButton):
    """Button of one month."""

    def __init__(self, owner: QWidget, place: int, walk: Callable[[int, QKeyEvent], bool]) -> None:
        super().__init__(owner)
        self._place, self._walk = place, walk
        self._content = MonthContent("")
        self._short = False
        self.setObjectName(f"month_{place + 1}")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setMouseTracking(True)

    def show_content(self, content: MonthContent) -> None:
        """Show another month or state."""
        self._content = content
        self.setText(content.name)
        self.setAccessibleName(content.spoken or content.name)
        self.setToolTip(content.spoken)
        self.update()

    def content(self) -> MonthContent:
        """The contents."""
        return self._content

    def short_width(self) -> int:
        """Return the width of name and mark."""
        tokens = tokens_of(self)
        name = QFontMetrics(tokens.font(TextRole.HEAD)).horizontalAdvance(self._content.name)
        return name + 2 + BESIDE_MARK + tokens.px(ICON_NOTE) + 2 * SHORT_EDGE

    def set_short(self, short: bool) -> None:
        """Show only name and mark, on one line."""
        if short != self._short:
            self._short = short
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows; left is later."""
        if not self._walk(self._place, event):
            super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        """Do nothing, as the bar decides which month is selected."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw background, text, mark and rings."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        if self.isChecked():
            paint_rounded(painter, box, RADIUS_ROW, tokens.colour("selected"), tokens.outline(tokens.colour("edge")))
        elif self.underMouse():
            paint_rounded(painter, box, RADIUS_ROW, tokens.hover())
        self._paint_words(painter, tokens)
        if self._content.current:
            ring(painter, box, RADIUS_ROW, tokens.colour("accent"))
        if self.hasFocus():
            ring(painter, box.adjusted(3.5, 3.5, -3.5, -3.5), RADIUS_ROW - 3, tokens.colour("accent"), 1.5)

    def _paint_words(self, painter: QPainter, tokens: Tokens) -> None:
        content = self._content
        strong = tokens.colour("text" if content.shape is not None else "quiet")
        side = tokens.px(ICON_NOTE)
        edge = SHORT_EDGE if self._short else EDGE
        room = self.width() - 2 * edge
        head = QFontMetrics(tokens.font(TextRole.HEAD)).height()
        top = (self.height() - head) / 2 if self._short else float(ABOVE)
        lines = (
            (TextRole.HEAD, content.name, strong, room - side - BESIDE_MARK),
            (TextRole.NOTE, content.word, tokens.ink(content.tone) if content.shape is not None else strong, room),
            (TextRole.NOTE, content.note, tokens.ink(Tone.WARNING) if content.alarm else tokens.colour("second"), room),
        )
        for place, (role, text, ink, width) in enumerate(lines[:1] if self._short else lines):
            font = tokens.font(role)
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(ink)
            line = QRectF(self.width() - edge - width, top, width, metrics.height())
            painter.drawText(line, _FLAGS, cut(text, metrics, int(width)))
            if place == 0 and content.shape is not None:
                mark = QRectF(edge, top + (metrics.height() - side) / 2, side, side)
                paint_mark(painter, mark, content.shape, tokens.ink(content.tone), tokens.colour("surface"))
            top += metrics.height() + BETWEEN
