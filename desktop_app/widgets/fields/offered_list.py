"""The list that opens at a field to choose from: rows of a field's height in a sheet with a line around it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.text.shared import widgets as words
from desktop_app.widgets.style.cut_text import cut
from desktop_app.widgets.style.look import round_window, rounded, sheet, tokens_of
from desktop_app.widgets.style.screen_room import screen_room
from desktop_app.widgets.style.style_options import FORCE_RTL, RIGHT
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_TIGHT, HEIGHT_CONTROL, ICON_ROW, RADIUS_FIELD, TextRole

Index = QModelIndex | QPersistentModelIndex
MOST_ROWS: Final = 8
EDGE: Final = 7
"""The line around the list, and the air inside it."""
SIDE: Final = 10
"""Between the end of a row and its word."""
LEAST_NOTE: Final = 56
"""Less room holds no word of what tells a row from others."""
_PLACED: Final = (QEvent.Type.Show, QEvent.Type.Resize, QEvent.Type.Move)


class _RowPainter(QStyledItemDelegate):
    """Icon and word at the right, what tells it from others behind; the marked row on the ground of a chosen one."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as a field, as wide as its word."""
        tokens = tokens_of(self._view)
        word = QFontMetrics(tokens.font()).horizontalAdvance(str(index.data()))
        icon = tokens.px(ICON_ROW) + GAP if _icon(index) is not None else 0
        return QSize(word + icon + 2 * SIDE + 2, tokens.px(HEIGHT_CONTROL))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        tokens = tokens_of(self._view)
        box = QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            line = tokens.outline(tokens.colour("accent"))
            rounded(painter, QRectF(box), RADIUS_FIELD - 2, tokens.colour("selected"), line)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            rounded(painter, QRectF(box), RADIUS_FIELD - 2, tokens.hover())
        room = box.adjusted(SIDE, 0, -SIDE, 0)
        icon = _icon(index)
        if icon is not None:
            side = tokens.px(ICON_ROW)
            icon.paint(painter, QRect(room.right() - side, room.center().y() - side // 2, side, side))
            room.setRight(room.right() - side - GAP)
        painter.save()
        painter.setFont(tokens.font())
        painter.setPen(tokens.colour("text"))
        metrics = QFontMetrics(tokens.font())
        word = cut(str(index.data()), metrics, room.width())
        painter.drawText(room, RIGHT | FORCE_RTL, word)
        room.setRight(room.right() - metrics.horizontalAdvance(word) - GAP_CARD)
        note = str(index.data(int(Qt.ItemDataRole.ToolTipRole)) or "")
        if room.width() >= LEAST_NOTE and note != index.data():
            painter.setFont(tokens.font(TextRole.NOTE))
            painter.setPen(tokens.colour("second"))
            painter.drawText(room, RIGHT | FORCE_RTL, cut(note, QFontMetrics(painter.font()), room.width()))
        painter.restore()


class OfferedList(QListView):
    """A completer shows it; it stands below its field, or above it where the screen ends, and as wide as its words."""

    def __init__(self) -> None:
        super().__init__()
        self._anchor: QWidget | None = None
        self._placing = False
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setAccessibleName(words.OFFERED)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setViewportMargins(EDGE, EDGE, EDGE, EDGE)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def belong_to(self, anchor: QWidget) -> None:
        """Take the look on, beside a field; a completer that takes its list dresses it anew."""
        self._anchor = anchor
        self.setItemDelegate(_RowPainter(self))

    def event(self, event: QEvent) -> bool:
        """A completer places its list by the line alone, at every letter; the sheet is drawn around the rows."""
        if event.type() == QEvent.Type.Paint:
            sheet(QPainter(self), self.rect(), tokens_of(self))
            return True
        done = super().event(event)
        if event.type() in _PLACED and not self._placing:
            self._placing = True
            self._place()
            self._placing = False
        return done

    def _place(self) -> None:
        anchor, model = self._anchor, self.model()
        if anchor is None or not anchor.isVisible() or model is None:
            return
        screen = screen_room(anchor)
        rows = model.rowCount()
        tall = tokens_of(self).px(HEIGHT_CONTROL) * min(rows, MOST_ROWS) + 2 * EDGE
        bar = self.verticalScrollBar().sizeHint().width() if rows > MOST_ROWS else 0
        wide = max(anchor.width(), min(self.sizeHintForColumn(0) + 2 * EDGE + bar, anchor.window().width() - 2 * GAP))
        corner = anchor.mapToGlobal(QPoint(anchor.width(), anchor.height() + GAP_TIGHT))
        top = corner.y()
        if top + tall > screen.bottom():
            top = anchor.mapToGlobal(QPoint(0, -GAP_TIGHT)).y() - tall
        left = max(screen.left(), min(corner.x() - wide, screen.right() + 1 - wide))
        self.setGeometry(left, max(screen.top(), top), wide, tall)
        round_window(self)


def _icon(index: Index) -> QIcon | None:
    icon = index.data(int(Qt.ItemDataRole.DecorationRole))
    return icon if isinstance(icon, QIcon) and not icon.isNull() else None
