"""The line beneath a field: a hint, what was understood, a warning, or why it was refused."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.widgets.fields.writing import paint_wrapped, wrapped_height
from desktop_app.widgets.lists.state_mark import TONE_SHAPES, paint_mark
from desktop_app.widgets.style.look import set_role, tokens_of
from desktop_app.widgets.style.tokens import ICON_NOTE, TextRole, Tone


class NoticeLine(QWidget):
    """One sentence with the mark of its tone; a neutral one has no mark and is quiet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.NEUTRAL
        self._text = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        set_role(self, TextRole.NOTE)

    def text(self) -> str:
        """The sentence that shows."""
        return self._text

    def tone(self) -> Tone:
        """The tone that shows."""
        return self._tone

    def show_notice(self, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        """Say something; nothing keeps its line, so that the page does not jump."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Take the new look on."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            set_role(self, TextRole.NOTE)

    def hasHeightForWidth(self) -> bool:
        """Long sentences wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The lines that the sentence needs."""
        metrics = self.fontMetrics()
        room = max(40, width - self.contentsMargins().right() - self._indent())
        return max(metrics.height(), wrapped_height(self._text, self.font(), room)) + 2

    def sizeHint(self) -> QSize:
        """One line of the sentence."""
        return QSize(min(320, self.natural_width()), self.fontMetrics().height() + 2)

    def natural_width(self) -> int:
        """The room of the whole sentence in one line."""
        return self.fontMetrics().horizontalAdvance(self._text) + self._indent() + 2

    def minimumSizeHint(self) -> QSize:
        """It wraps rather than widens its form."""
        return QSize(40, self.fontMetrics().height() + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The mark at the right, then the sentence."""
        if not self._text:
            return
        tokens = tokens_of(self)
        painter = QPainter(self)
        ink = tokens.colour("quiet") if self._tone == Tone.NEUTRAL else tokens.ink(self._tone)
        room, indent = QRectF(self.contentsRect()), self._indent()
        if self._tone != Tone.NEUTRAL:
            side = tokens.px(ICON_NOTE)
            top = (self.fontMetrics().height() - side) / 2
            box = QRectF(room.right() - side - 1, top, side, side)
            paint_mark(painter, box, TONE_SHAPES[self._tone], ink, tokens.colour("surface"))
        painter.setPen(ink)
        paint_wrapped(painter, room.adjusted(0, 0, -indent, 0), self._text, self.font())

    def _indent(self) -> int:
        return 1 if self._tone == Tone.NEUTRAL else tokens_of(self).px(ICON_NOTE) + 7
