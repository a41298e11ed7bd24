"""Marks of states: drawn shapes that differ without colour."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.tokens import ICON_ROW, Tone


class Shape(StrEnum):
    """All shapes of state marks."""

    TRIANGLE = "triangle"
    SQUARE_BAR = "square_bar"
    HALF_DISC = "half_disc"
    PIE = "pie"
    RING_DOT = "ring_dot"
    RING_CHECK = "ring_check"
    DISC_CHECK = "disc_check"
    DASHED_RING = "dashed_ring"
    PLAIN_RING = "plain_ring"
    DIAMOND = "diamond"
    RING_BACK = "ring_back"
    DOT = "dot"


def paint_mark(
    painter: QPainter, rect: QRectF, shape: Shape, ink: QColor, ground: QColor, percent: int | None = None
) -> None:
    """Draw a mark into a square; `ground` is the colour of the sign inside it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = min(rect.width(), rect.height())
    painter.translate(rect.center().x() - side / 2, rect.center().y() - side / 2)
    painter.scale(side / 16, side / 16)
    _PAINTERS[shape](painter, ink, ground, 50 if percent is None else percent)
    painter.restore()


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _fill(painter: QPainter, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)


def _circle(painter: QPainter, ink: QColor, radius: float = 6.4, width: float = 1.6) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(ink, width))
    painter.drawEllipse(QPointF(8, 8), radius, radius)


def _line(painter: QPainter, colour: QColor, width: float, *points: tuple[float, float]) -> None:
    # loaded with the first such mark: the first window shows a plain ring
    from PySide6.QtGui import QPolygonF

    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(colour, width))
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))


def _triangle(painter: QPainter, ink: QColor, ground: QColor, _percent: int) -> None:
    from PySide6.QtGui import QPainterPath

    path = QPainterPath(QPointF(8, 1.9))
    path.lineTo(14.7, 13.7)
    path.lineTo(1.3, 13.7)
    path.closeSubpath()
    painter.setBrush(ink)
    painter.setPen(_pen(ink, 1.8))
    painter.drawPath(path)
    _line(painter, ground, 1.6, (8, 6.2), (8, 9.4))
    _fill(painter, ground)
    painter.drawEllipse(QPointF(8, 11.9), 0.95, 0.95)


def _square_bar(painter: QPainter, ink: QColor, ground: QColor, _percent: int) -> None:
    _fill(painter, ink)
    painter.drawRoundedRect(QRectF(1, 1, 14, 14), 3.6, 3.6)
    _line(painter, ground, 1.9, (4.9, 8), (11.1, 8))


def _half_disc(painter: QPainter, ink: QColor, _ground: QColor, _percent: int) -> None:
    _circle(painter, ink)
    _fill(painter, ink)
    painter.drawPie(QRectF(3, 3, 10, 10), -90 * 16, 180 * 16)


def _pie(painter: QPainter, ink: QColor, _ground: QColor, percent: int) -> None:
    _circle(painter, ink)
    _fill(painter, ink)
    painter.drawPie(QRectF(3.4, 3.4, 9.2, 9.2), 90 * 16, -round(max(0, min(100, percent)) * 57.6))


def _ring_dot(painter: QPainter, ink: QColor, _ground: QColor, _percent: int) -> None:
    _circle(painter, ink)
    _fill(painter, ink)
    painter.drawEllipse(QPointF(8, 8), 3.3, 3.3)


def _ring_check(painter: QPainter, ink: QColor, _ground: QColor, _percent: int) -> None:
    _circle(painter, ink)
    _line(painter, ink, 1.6, (5.1, 8.2), (7.2, 10.2), (11, 6.1))


def _disc_check(painter: QPainter, ink: QColor, ground: QColor, _percent: int) -> None:
    _fill(painter, ink)
    painter.drawEllipse(QPointF(8, 8), 7.2, 7.2)
    _line(painter, ground, 1.8, (4.9, 8.2), (7.1, 10.4), (11.2, 5.9))


def _dashed_ring(painter: QPainter, ink: QColor, _ground: QColor, _percent: int) -> None:
    pen = QPen(ink, 1.6, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
    # Ten dots around 2πr: the pattern counts in pen widths, and the round caps make a dot of a short dash
    step = 2 * 3.14159 * 6.4 / 10 / 1.6
    pen.setDashPattern([0.15, step - 0.15])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(8, 8), 6.4, 6.4)


def _plain_ring(painter: QPainter, ink: QColor, _ground: QColor, _percent: int) -> None:
    _circle(painter, ink)


def _diamond(painter: QPainter, ink: QColor, ground: QColor, _percent: int) -> None:
    from PySide6.QtGui import QPolygonF

    painter.setBrush(ink)
    painter.setPen(_pen(ink, 1.8))
    painter.drawPolygon(QPolygonF([QPointF(8, 1.4), QPointF(14.6, 8), QPointF(8, 14.6), QPointF(1.4, 8)]))
    _line(painter, ground, 1.6, (5.9, 5.9), (10.1, 10.1))
    _line(painter, ground, 1.6, (10.1, 5.9), (5.9, 10.1))


def _ring_back(painter: QPainter, ink: QColor, _ground: QColor, _percent: int) -> None:
    # Back is to the right in a page that is read from right to left
    _circle(painter, ink)
    _line(painter, ink, 1.6, (4.9, 8), (10.9, 8))
    _line(painter, ink, 1.6, (8.6, 5.7), (10.9, 8), (8.6, 10.3))


def _dot(painter: QPainter, ink: QColor, _ground: QColor, _percent: int) -> None:
    _fill(painter, ink)
    painter.drawEllipse(QPointF(8, 8), 3.3, 3.3)


_PAINTERS: dict[Shape, Callable[[QPainter, QColor, QColor, int], None]] = {
    Shape.TRIANGLE: _triangle,
    Shape.SQUARE_BAR: _square_bar,
    Shape.HALF_DISC: _half_disc,
    Shape.PIE: _pie,
    Shape.RING_DOT: _ring_dot,
    Shape.RING_CHECK: _ring_check,
    Shape.DISC_CHECK: _disc_check,
    Shape.DASHED_RING: _dashed_ring,
    Shape.PLAIN_RING: _plain_ring,
    Shape.DIAMOND: _diamond,
    Shape.RING_BACK: _ring_back,
    Shape.DOT: _dot,
}

TONE_SHAPES: dict[Tone, Shape] = {
    Tone.NEUTRAL: Shape.PLAIN_RING,
    Tone.DANGER: Shape.TRIANGLE,
    Tone.WARNING: Shape.SQUARE_BAR,
    Tone.PROGRESS: Shape.RING_DOT,
    Tone.CLAIMED: Shape.RING_CHECK,
    Tone.DONE: Shape.DISC_CHECK,
    Tone.ACTION: Shape.RING_DOT,
}
"""The shape that speaks for a tone where no state of its own is meant (messages, notices)."""


class StateMark(QWidget):
    """A mark next to a word; it takes no focus."""

    def __init__(self, parent: QWidget | None = None, *, side: int = ICON_ROW) -> None:
        super().__init__(parent)
        self._side = side
        self._shape = Shape.PLAIN_RING
        self._tone = Tone.NEUTRAL
        self._percent: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_mark(self, shape: Shape, tone: Tone, percent: int | None = None) -> None:
        """Set shape and tone."""
        self._shape, self._tone, self._percent = shape, tone, percent
        self.update()

    def shape(self) -> Shape:
        """The shape."""
        return self._shape

    def sizeHint(self) -> QSize:
        """Return a square that grows with the text size."""
        side = tokens_of(self).px(self._side)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shape in its tone."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        ground = tokens.colour("surface")
        paint_mark(painter, QRectF(self.rect()), self._shape, tokens.ink(self._tone), ground, self._percent)
