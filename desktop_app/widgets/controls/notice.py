"""Line beneath a field or a row of narrow fields: a hint, a reading, a warning, or the reason of a refusal."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.widgets.style.look import set_role, tokens_of
from desktop_app.widgets.style.state_mark import TONE_SHAPES, paint_mark
from desktop_app.widgets.style.tokens import ICON_NOTE, TextRole, Tone
from desktop_app.widgets.style.writing import paint_wrapped, wrapped_height


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


def line_beneath_row(field: QWidget) -> NoticeLine | None:
    """A new line beneath the row that a field stands in; None where it stands in none."""
    row = _row_of(field)
    if row is None:
        return None
    parent = row.parent()
    if isinstance(parent, QVBoxLayout):
        return _added(parent, parent.indexOf(row))
    holder = row.parentWidget()
    around = holder.parentWidget() if isinstance(holder, QWidget) else None
    layout = around.layout() if around is not None else None
    column = _holding(layout, holder) if layout is not None and isinstance(holder, QWidget) else None
    if isinstance(column, QVBoxLayout) and isinstance(holder, QWidget):
        return _added(column, column.indexOf(holder))
    return None


def beside_line(field: QWidget, line: NoticeLine) -> int:
    """How far the line begins from the edge of its row: under its own field, or as near as leaves it one line."""
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
    row = _holding(layout, field) if layout is not None else None
    return row if isinstance(row, QHBoxLayout) and row.count() > 1 else None


def _holding(layout: QLayout, widget: QWidget) -> QLayout | None:
    """The layout that holds a widget itself, at whatever depth."""
    if layout.indexOf(widget) >= 0:
        return layout
    inner = layout.findChildren(QLayout, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return next((found for one in inner if (found := _holding(one, widget))), None)
