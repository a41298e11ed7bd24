"""Item delegate of the table of holidays: drawing and editing of its cells."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.style.look import rounded, tokens_of
from desktop_app.widgets.style.tokens import HEIGHT_CONTROL, RADIUS_ROW

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """The chosen row on the soft accent with a bar at its right edge; names are typed in a field that cleans them."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        """The line of a name."""
        return LineField(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as a field, so that a cell does not jump when it is edited."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width() + 16, tokens_of(option.widget).px(HEIGHT_CONTROL))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, hairline, then the cell itself on nothing."""
        tokens = tokens_of(option.widget)
        self.initStyleOption(option, index)
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tokens.colour("selected"))
            if index.column() == 0:
                bar = QRectF(rect.right() - 2, rect.top() + 8, 3, rect.height() - 16)
                rounded(painter, bar, 1.5, tokens.colour("accent"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, tokens.colour("hairline"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            ring_box = QRectF(rect).adjusted(1, 1, -1, -2)
            rounded(painter, ring_box, RADIUS_ROW - 4, None, tokens.colour("accent"))
        option.state = option.state & ~QStyle.StateFlag.State_Selected & ~QStyle.StateFlag.State_HasFocus
        option.rect = rect.adjusted(8, 0, -8, 0)
        option.displayAlignment = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
