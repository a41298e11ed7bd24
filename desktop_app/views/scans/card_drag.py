"""Dragging a card to another place in a grid that is read from the right; a line shows where it would come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from desktop_app.widgets.lists.row_drag import LINE, REACH, DropLine

_BESIDE: Final = 4


class CardDrag(QObject):
    """Watches cards in the body of a scrolled area; `moved` carries the card and how many places on it was brought."""

    moved = Signal(object, int)

    def __init__(self, area: QScrollArea, body: QWidget, cards: Callable[[], Sequence[QWidget]]) -> None:
        super().__init__(area)
        self._area, self._body, self._cards = area, body, cards
        self._line = DropLine(body)
        self._line.hide()
        self._from = QPoint()
        self._held: QWidget | None = None

    def watch(self, card: QWidget) -> None:
        """Let this card be dragged."""
        card.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press, draw, and let go; Esc leaves the card where it is."""
        if isinstance(event, QMouseEvent) and isinstance(watched, QWidget):
            return self._by_pointer(watched, event)
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and not self._line.isHidden():
            self._end()
            return True
        return super().eventFilter(watched, event)

    def _by_pointer(self, card: QWidget, event: QMouseEvent) -> bool:
        at = event.globalPosition().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._held, self._from = card, at
        elif event.type() == QEvent.Type.MouseMove and self._held is card:
            far = (at - self._from).manhattanLength() >= QApplication.startDragDistance()
            if far or not self._line.isHidden():
                self._show(card, at)
                return True
        elif event.type() == QEvent.Type.MouseButtonRelease and self._held is card:
            dragged, step = not self._line.isHidden(), self._step(card, at)
            self._end()
            if dragged and step:
                self.moved.emit(card, step)
            return dragged
        return False

    def _show(self, card: QWidget, at: QPoint) -> None:
        cards = self._cards()
        if card not in cards:
            return
        gap = self._gap(cards, at)
        if gap < len(cards):
            beside, x = cards[gap], cards[gap].geometry().right() + _BESIDE
        else:
            beside, x = cards[-1], cards[-1].x() - _BESIDE
        self._line.setGeometry(min(x, self._body.width() - LINE), beside.y(), LINE, beside.height())
        self._line.show()
        self._line.raise_()
        card.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._area.ensureVisible(0, self._body.mapFromGlobal(at).y(), 0, REACH)

    def _step(self, card: QWidget, at: QPoint) -> int:
        cards = list(self._cards())
        if card not in cards:
            return 0
        place, gap = cards.index(card), self._gap(cards, at)
        return gap - place if gap <= place else gap - place - 1

    def _gap(self, cards: Sequence[QWidget], at: QPoint) -> int:
        """Before which of the cards: those of earlier lines, and in its line those further right, come first."""
        here = self._body.mapFromGlobal(at)
        return sum(_before(one, here) for one in cards)

    def _end(self) -> None:
        self._line.hide()
        if self._held is not None:
            self._held.unsetCursor()
        self._held = None


def _before(card: QWidget, at: QPoint) -> bool:
    box = card.geometry()
    if at.y() > box.bottom():
        return True
    return box.top() <= at.y() and box.center().x() > at.x()
