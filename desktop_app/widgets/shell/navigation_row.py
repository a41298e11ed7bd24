"""One row of the navigation."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_app.widgets.style.look import icons_of, paint_rounded, ring, tokens_of
from desktop_app.widgets.style.state_mark import Shape, paint_mark
from desktop_app.widgets.style.tokens import (
    HEIGHT_CONTROL,
    ICON_BUTTON,
    ICON_NOTE,
    RADIUS_ROW,
    TextRole,
    Tokens,
    Tone,
)
from desktop_app.words import widgets as words
from desktop_app.words.digits import left_to_right

_RIGHT = int(
    Qt.AlignmentFlag.AlignRight
    | Qt.AlignmentFlag.AlignAbsolute
    | Qt.AlignmentFlag.AlignVCenter
    | Qt.TextFlag.TextForceRightToLeft
)


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


EDGE = 14


class NavigationRow(QPushButton):
    """Icon, word, and a count of waiting or late work; when folded, the word is a tooltip."""

    walked = Signal(int)

    def __init__(self, parent: QWidget, label: str, icon: str, keys: str, *, show_keys: bool = False) -> None:
        super().__init__(parent)
        self._label, self._icon, self._keys = label, icon, keys
        self._waiting = self._late = 0
        self._show_keys, self._folded = show_keys, False
        self.setText(label)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_folded(False)
        self.set_count(0)

    def nextCheckState(self) -> None:
        """Do nothing: the row is marked only after the page was really opened."""

    def set_count(self, waiting: int, late: int = 0) -> None:
        """Show the count of late work, or of waiting work if none is late."""
        self._waiting, self._late = waiting, late
        self.setAccessibleName(words.navigation_row(self._label, waiting, late))
        self.update()

    def set_folded(self, folded: bool) -> None:
        """Show only the icon, or icon and word."""
        self._folded = folded
        tip = words.with_keys(self._label, self._keys) if self._keys else self._label
        self.setToolTip(tip if folded else "")
        self.update()

    def sizeHint(self) -> QSize:
        """Return the width of the column."""
        tokens = tokens_of(self)
        return QSize(tokens.px(40), tokens.px(HEIGHT_CONTROL))

    def minimumSizeHint(self) -> QSize:
        """Return the size of the icon."""
        return QSize(tokens_of(self).px(36), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Up and Down, open with Enter and Space."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.walked.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row; the current one has a background and a bar at the right."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        box = QRectF(self.rect())
        chosen = self.isChecked()
        if chosen:
            paint_rounded(painter, box.adjusted(0, 0, -4, 0), RADIUS_ROW, tokens.colour("selected"))
            bar = QRectF(self.width() - 3, 10, 3, self.height() - 20)
            paint_rounded(painter, bar, 1.5, tokens.colour("accent"))
        elif self.underMouse():
            paint_rounded(painter, box.adjusted(0, 0, -4, 0), RADIUS_ROW, tokens.hover())
        if self.hasFocus():
            ring(painter, box.adjusted(0, 0, -4, 0), RADIUS_ROW, tokens.colour("accent"))
        ink = tokens.colour("accent" if chosen else "second")
        icon = self._icon_box(tokens)
        icons_of(self).paint(painter, icon, self._icon, ink)
        if self._folded:
            self._paint_folded_count(painter, tokens, icon)
            return
        font = tokens.font(TextRole.BODY)
        font.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(tokens.colour("accent" if chosen else "text"))
        painter.drawText(QRectF(0, -1, icon.left() - 12, self.height()), _RIGHT, self._label)
        self._paint_count(painter, tokens)

    def _paint_count(self, painter: QPainter, tokens: Tokens) -> None:
        number = self._late or self._waiting
        at = QRectF(EDGE - 2, -1, self.width() / 2, self.height())
        if self._show_keys and not number:
            painter.setFont(tokens.font(TextRole.HINT))
            painter.setPen(tokens.colour("quiet"))
            painter.drawText(at, _LEFT, left_to_right(self._keys))
        if not number:
            return
        ink = tokens.ink(Tone.DANGER) if self._late else tokens.colour("second")
        font = tokens.font(TextRole.HEAD if self._late else TextRole.LABEL)
        text = words.number(number)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(at, _LEFT, text)
        if self._late:
            side = tokens.px(ICON_NOTE)
            left = at.left() + QFontMetrics(font).horizontalAdvance(text) + 6
            box = QRectF(left, (self.height() - side) / 2, side, side)
            paint_mark(painter, box, Shape.TRIANGLE, ink, tokens.colour("side"))

    def _icon_box(self, tokens: Tokens) -> QRectF:
        side = tokens.px(ICON_BUTTON)
        left = (self.width() - side) / 2 if self._folded else self.width() - side - EDGE
        return QRectF(left, (self.height() - side) / 2, side, side)

    def _paint_folded_count(self, painter: QPainter, tokens: Tokens, icon: QRectF) -> None:
        if self._late:
            side = tokens.px(12)
            box = QRectF(icon.left() - side * 0.7, icon.top() - side * 0.4, side, side)
            paint_mark(painter, box, Shape.TRIANGLE, tokens.ink(Tone.DANGER), tokens.colour("side"))
        elif self._waiting:
            paint_rounded(painter, QRectF(icon.left() - 5, icon.top() - 3, 6, 6), 3, tokens.colour("quiet"))
