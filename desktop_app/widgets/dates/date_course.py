"""Days that follow from one another, from the first down: mark, what it is, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.widgets.fields.writing import LEFT
from desktop_app.widgets.lists.state_mark import Shape, paint_mark
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.style_options import FORCE_RTL, RIGHT
from desktop_app.widgets.style.tokens import ICON_ROW, TextRole, Tokens, Tone

BETWEEN = 12
_LEFT_END = int(LEFT | Qt.AlignmentFlag.AlignVCenter) | FORCE_RTL


@dataclass(frozen=True, slots=True)
class CourseDay:
    """One stop: what it is, when it is (a dash while unknown), and whether it is settled."""

    label: str
    day: str
    known: bool = True


class DateCourse(QWidget):
    """The first stop has the ring with a dot, the others follow from it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[CourseDay, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_days(self, days: Sequence[CourseDay]) -> None:
        """Show these stops."""
        self._days = tuple(days)
        self.setAccessibleName("\n".join(f"{one.label}: {one.day}" for one in days))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A line for each stop."""
        return QSize(tokens_of(self).px(240), self._row() * len(self._days))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The day goes under its label where both have no room on one line."""
        super().resizeEvent(event)
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Marks at the right on one line, days at the left end."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        row, side = self._row(), tokens.px(ICON_ROW)
        middle = self.width() - side / 2
        painter.setPen(QPen(tokens.colour("hairline"), 1.5))
        if len(self._days) > 1:
            painter.drawLine(QPointF(middle, row / 2), QPointF(middle, row * (len(self._days) - 0.5)))
        for place, one in enumerate(self._days):
            self._paint_stop(painter, tokens, place, one)

    def _paint_stop(self, painter: QPainter, tokens: Tokens, place: int, one: CourseDay) -> None:
        row, side = self._row(), tokens.px(ICON_ROW)
        top = place * row
        mark = QRectF(self.width() - side, top + (row - side) / 2, side, side)
        painter.fillRect(mark.adjusted(-1, -3, 1, 3), tokens.colour("surface"))
        first = place == 0 and one.known
        shape = Shape.RING_DOT if first else Shape.PLAIN_RING if one.known else Shape.DASHED_RING
        tone = Tone.ACTION if first else Tone.NEUTRAL
        paint_mark(painter, mark, shape, tokens.ink(tone), tokens.colour("surface"))
        line = QRectF(0, top, mark.left() - BETWEEN, row)
        under = self._stacked()
        half = row / 2 - 3
        painter.setFont(tokens.font(TextRole.SECOND))
        painter.setPen(tokens.colour("second"))
        painter.drawText(line.adjusted(0, 3, 0, -half) if under else line, RIGHT | FORCE_RTL, one.label)
        painter.setFont(self._day_font(one))
        painter.setPen(tokens.colour("text" if one.known else "quiet"))
        if under:
            painter.drawText(line.adjusted(0, half, 0, -3), RIGHT | FORCE_RTL, one.day)
        else:
            painter.drawText(line, _LEFT_END, one.day)

    def _day_font(self, one: CourseDay) -> QFont:
        font = tokens_of(self).font(TextRole.SECOND)
        font.setWeight(QFont.Weight.DemiBold if one.known else QFont.Weight.Normal)
        return font

    def _stacked(self) -> bool:
        label = QFontMetrics(tokens_of(self).font(TextRole.SECOND))
        room = self.width() - tokens_of(self).px(ICON_ROW) - 2 * BETWEEN
        return any(
            label.horizontalAdvance(one.label) + QFontMetrics(self._day_font(one)).horizontalAdvance(one.day) > room
            for one in self._days
        )

    def _row(self) -> int:
        line = QFontMetrics(tokens_of(self).font(TextRole.SECOND)).height()
        return (2 * line + 14) if self._stacked() else line + 18
