"""Line below a field: a hint, how the input was read, a warning, or an error."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.widgets.style.look import set_role, tokens_of
from desktop_app.widgets.style.state_mark import TONE_SHAPES, paint_mark
from desktop_app.widgets.style.tokens import ICON_NOTE, TextRole, Tone
from desktop_app.widgets.style.writing import paint_wrapped, wrapped_height


class NoticeLine(QWidget):
    """One sentence with the mark of its tone; a neutral one has no mark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.NEUTRAL
        self._text = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        set_role(self, TextRole.NOTE)

    def text(self) -> str:
        """The sentence."""
        return self._text

    def tone(self) -> Tone:
        """The tone."""
        return self._tone

    def show_notice(self, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        """Show a sentence; an empty one keeps the height, so that the page does not jump."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Apply the new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            set_role(self, TextRole.NOTE)

    def hasHeightForWidth(self) -> bool:
        """Return True, as long sentences wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped sentence."""
        metrics = self.fontMetrics()
        room = max(40, width - self.contentsMargins().right() - self._indent())
        return max(metrics.height(), wrapped_height(self._text, self.font(), room)) + 2

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        return QSize(min(320, self.natural_width()), self.fontMetrics().height() + 2)

    def natural_width(self) -> int:
        """Return the width of the sentence on one line."""
        return self.fontMetrics().horizontalAdvance(self._text) + self._indent() + 2

    def minimumSizeHint(self) -> QSize:
        """Return a small width, as the sentence wraps."""
        return QSize(40, self.fontMetrics().height() + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark at the right, then the sentence."""
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


def notice_below_row(field: QWidget) -> NoticeLine | None:
    """Return a new notice line below the row of a field; None if the field is in no row."""
    row = _row_of(field)
    if row is None:
        return None
    parent = row.parent()
    if isinstance(parent, QVBoxLayout):
        return _added(parent, parent.indexOf(row))
    holder = row.parentWidget()
    around = holder.parentWidget() if isinstance(holder, QWidget) else None
    layout = around.layout() if around is not None else None
    column = _containing_layout(layout, holder) if layout is not None and isinstance(holder, QWidget) else None
    if isinstance(column, QVBoxLayout) and isinstance(holder, QWidget):
        return _added(column, column.indexOf(holder))
    return None


def notice_indent(field: QWidget, line: NoticeLine) -> int:
    """Return the indent of the line in its row: below its field, or less so that it fits one line."""
    row = _row_of(field)
    if row is None:
        return 0
    whole = row.geometry()
    return max(0, min(whole.right() - field.geometry().right(), whole.width() - line.natural_width()))


def _added(column: QBoxLayout, place: int) -> NoticeLine:
    line = NoticeLine()
    line.hide()
    column.insertWidget(place + 1, line)
    return line


def _row_of(field: QWidget) -> QHBoxLayout | None:
    parent = field.parentWidget()
    layout = parent.layout() if parent is not None else None
    row = _containing_layout(layout, field) if layout is not None else None
    return row if isinstance(row, QHBoxLayout) and row.count() > 1 else None


def _containing_layout(layout: QLayout, widget: QWidget) -> QLayout | None:
    """Return the layout that directly contains a widget, at any depth."""
    if layout.indexOf(widget) >= 0:
        return layout
    inner = layout.findChildren(QLayout, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return next((found for one in inner if (found := _containing_layout(one, widget))), None)
