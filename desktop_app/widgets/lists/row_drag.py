"""Dragging a row to another place among its neighbours: a line shows where it would come, Esc leaves it where it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from desktop_app.widgets.style.look import tokens_of

LINE, REACH = 2, 24
Neighbours = Callable[[QWidget], Sequence[QWidget]]


class DropLine(QWidget):
    """Where the row would come."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A line of the accent."""
        QPainter(self).fillRect(self.rect(), tokens_of(self).colour("accent"))


class RowDrag(QObject):
    """Watches rows in the body of a scrolled area. ``neighbours`` answers, from the top, the rows that one may join.

    `moved` carries the row and how many places down it was brought. The keys of the row stay the other way to move it.
    """

    moved = Signal(object, int)

    def __init__(self, area: QScrollArea, body: QWidget, neighbours: Neighbours) -> None:
        super().__init__(area)
        self._area, self._neighbours = area, neighbours
        self._body = body
        self._line = DropLine(body)
        self._line.hide()
        self._from = QPoint()
        self._held: QWidget | None = None

    def watch(self, row: QWidget) -> None:
        """Let this row be dragged."""
        row.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press, draw, and let go."""
        if isinstance(event, QMouseEvent) and isinstance(watched, QWidget):
            return self._by_pointer(watched, event)
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and not self._line.isHidden():
            self._end()
            return True
        return super().eventFilter(watched, event)

    def _by_pointer(self, row: QWidget, event: QMouseEvent) -> bool:
        at = event.globalPosition().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._held, self._from = row, at
        elif event.type() == QEvent.Type.MouseMove and self._held is row:
            far = (at - self._from).manhattanLength() >= QApplication.startDragDistance()
            if far or not self._line.isHidden():
                self._show(row, at)
                return True
        elif event.type() == QEvent.Type.MouseButtonRelease and self._held is row:
            return self._let_go(row, at)
        return False

    def _let_go(self, row: QWidget, at: QPoint) -> bool:
        """Move the row to where the line is; whether it was dragged at all."""
        dragged, step = not self._line.isHidden(), self._step(row, at)
        self._end()
        if dragged and step:
            self.moved.emit(row, step)
        return dragged

    def _show(self, row: QWidget, at: QPoint) -> None:
        rows = self._neighbours(row)
        if row not in rows:
            return
        self._line.setGeometry(self._line_before(rows, self._gap(rows, at)))
        self._line.show()
        self._line.raise_()
        row.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._area.ensureVisible(0, self._body.mapFromGlobal(at).y(), 0, REACH)

    def _step(self, row: QWidget, at: QPoint) -> int:
        rows = self._neighbours(row)
        if row not in rows:
            return 0
        place, gap = list(rows).index(row), self._gap(rows, at)
        return gap - place if gap <= place else gap - place - 1

    def _line_before(self, rows: Sequence[QWidget], gap: int) -> QRect:
        """Where the line lies that stands for this gap."""
        last = rows[-1]
        top = rows[gap].y() if gap < len(rows) else last.y() + last.height()
        return QRect(last.x(), max(0, top - LINE // 2), last.width(), LINE)

    def _gap(self, rows: Sequence[QWidget], at: QPoint) -> int:
        """Before which of the rows."""
        y = self._body.mapFromGlobal(at).y()
        return sum(one.y() + one.height() / 2 < y for one in rows)

    def _end(self) -> None:
        self._line.hide()
        if self._held is not None:
            self._held.unsetCursor()
        self._held = None
