"""Dragging a card to another place in a grid that is read from the right; a line shows where it would come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop_app.widgets.lists.row_drag import LINE, RowDrag

_BESIDE: Final = 4


class CardDrag(RowDrag):
    """As with rows, but the cards stand beside one another in several lines; any card may join any other."""

    def __init__(self, area: QScrollArea, body: QWidget, cards: Callable[[], Sequence[QWidget]]) -> None:
        super().__init__(area, body, lambda _card: cards())

    def _line_before(self, rows: Sequence[QWidget], gap: int) -> QRect:
        last = rows[-1]
        beside, x = (
            (rows[gap], rows[gap].geometry().right() + _BESIDE) if gap < len(rows) else (last, last.x() - _BESIDE)
        )
        return QRect(min(x, self._body.width() - LINE), beside.y(), LINE, beside.height())

    def _gap(self, rows: Sequence[QWidget], at: QPoint) -> int:
        """Before which of the cards: those of earlier lines, and in its line those further right, come first."""
        here = self._body.mapFromGlobal(at)
        return sum(_before(one, here) for one in rows)


def _before(card: QWidget, at: QPoint) -> bool:
    box = card.geometry()
    if at.y() > box.bottom():
        return True
    return box.top() <= at.y() and box.center().x() > at.x()
