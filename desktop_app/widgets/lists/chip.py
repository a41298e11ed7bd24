"""A chosen thing in a soft box with an x; pressing or Delete takes it away."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_app.text.shared import widgets as words
from desktop_app.widgets.fields.writing import RIGHT
from desktop_app.widgets.style.look import icons_of, ring, rounded, tokens_of
from desktop_app.widgets.style.tokens import TextRole, Tokens


class Chip(QPushButton):
    """`name` (quiet) and `text` (strong) as in «طرف: استانداری»; `accent` for filters that are at work."""

    removed = Signal()
    walked = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, text: str = "", name: str = "", accent: bool = False) -> None:
        super().__init__(parent)
        self._name, self._accent = name, accent
        self.setText(text)
        self.setAutoDefault(False)
        self.setAccessibleName(words.remove_chip(f"{name}: {text}" if name else text))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.removed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace take it away, arrows walk to its neighbours."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.walked.emit(1 if event.key() == Qt.Key.Key_Left else -1)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Words, x, and air."""
        tokens = tokens_of(self)
        metrics = QFontMetrics(tokens.font(TextRole.LABEL))
        width = metrics.horizontalAdvance(self._head()) + metrics.horizontalAdvance(self.text())
        return QSize(width + tokens.px(14) + 30, max(tokens.px(28), metrics.height() + 6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """From the right: name, value, x."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        self._paint_ground(painter, tokens)
        font = tokens.font(TextRole.LABEL)
        metrics = QFontMetrics(font)
        ink = tokens.colour("quiet" if not self.isEnabled() else "accent" if self._accent else "text")
        painter.setFont(font)
        right = self.width() - 12
        flags = int(RIGHT | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextForceRightToLeft)
        head = metrics.horizontalAdvance(self._head())
        if head:
            painter.setPen(tokens.colour("second"))
            painter.drawText(QRectF(right - head - 2, -1, head + 2, self.height()), flags, self._head())
            right -= head
        painter.setPen(ink)
        painter.drawText(QRectF(0, -1, right, self.height()), flags, self.text())
        if not self.isEnabled():
            # Nothing can be taken away: no x promises it
            return
        side = tokens.px(14)
        icons_of(self).paint(painter, QRectF(8, (self.height() - side) / 2, side, side), "x", ink)

    def _paint_ground(self, painter: QPainter, tokens: Tokens) -> None:
        box = QRectF(self.rect())
        radius = box.height() / 2 if self._accent else 6
        fill = tokens.colour("selected" if self._accent else "sunken")
        edge = tokens.colour("accent") if self._accent else tokens.outline(tokens.colour("edge"))
        rounded(painter, box, radius, fill, edge)
        if self.underMouse():
            rounded(painter, box, radius, tokens.hover())
        if self.hasFocus():
            ring(painter, box, radius, tokens.colour("accent"))

    def _head(self) -> str:
        return f"{self._name}: " if self._name else ""
