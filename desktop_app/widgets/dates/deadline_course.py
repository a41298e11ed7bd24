"""Timeline of a deadline, right to left: adoption, first deadline, each extension, and today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.state_mark import Shape, paint_mark
from desktop_app.widgets.style.tokens import ICON_ROW, TextRole, Tokens, Tone

LINE, GAP = 4, 6
_CENTRE = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextForceRightToLeft)


@dataclass(frozen=True, slots=True)
class CourseStation:
    """One point of the timeline: label, day in words, mark; the line to an extension is dashed."""

    label: str
    day: str
    shape: Shape
    tone: Tone = Tone.NEUTRAL
    extended: bool = False


@dataclass(frozen=True, slots=True)
class CourseToday:
    """Today on the timeline: after which point, how far to the next (0 to 1), and its label."""

    after: int
    share: float
    text: str
    tone: Tone = Tone.NEUTRAL


class DeadlineCourse(QWidget):
    """Painted timeline; its accessible name holds the contents in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stations: tuple[CourseStation, ...] = ()
        self._today: CourseToday | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_course(self, stations: Sequence[CourseStation], today: CourseToday | None) -> None:
        """Show the points and today."""
        self._stations, self._today = tuple(stations), today
        said = [f"{one.label}: {one.day}" for one in stations] + ([today.text] if today is not None else [])
        self.setAccessibleName("، ".join(said))
        self.setToolTip("\n".join(said))
        self.updateGeometry()
        self.update()

    def stations(self) -> tuple[CourseStation, ...]:
        """The points."""
        return self._stations

    def today(self) -> CourseToday | None:
        """Today on the timeline."""
        return self._today

    def sizeHint(self) -> QSize:
        """Return the height of today's label, the line, and the labels and days of the points."""
        tokens = tokens_of(self)
        note = QFontMetrics(tokens.font(TextRole.NOTE)).height()
        label = QFontMetrics(tokens.font(TextRole.LABEL)).height()
        return QSize(240, note + GAP + tokens.px(ICON_ROW) + GAP + label + note + 2)

    def minimumSizeHint(self) -> QSize:
        """Return a small width and the full height."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw from right to left."""
        if not self._stations:
            return
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QFontMetrics(tokens.font(TextRole.NOTE)).height() + GAP + tokens.px(ICON_ROW) / 2
        places = self.places(tokens)
        self._paint_ways(painter, tokens, places, middle)
        for place, station in zip(places, self._stations, strict=True):
            self._paint_mark(painter, tokens, place, middle, station.shape, station.tone)
        self._paint_words(painter, tokens, places, middle)
        self._paint_today(painter, tokens, places, middle)

    def places(self, tokens: Tokens) -> list[float]:
        """Return the centre of each mark, from the left edge in pixels."""
        side = tokens.px(ICON_ROW)
        end = side * 1.6 if self._today is not None and self._today.after == len(self._stations) - 1 else side / 2
        right, left = self.width() - side / 2 - 1, end
        count = len(self._stations)
        if count == 1:
            return [right]
        return [right - (right - left) * at / (count - 1) for at in range(count)]

    def _paint_ways(self, painter: QPainter, tokens: Tokens, places: Sequence[float], middle: float) -> None:
        half = tokens.px(ICON_ROW) / 2 + 2
        for at in range(1, len(places)):
            extended = self._stations[at].extended
            ink = tokens.ink(Tone.WARNING) if extended else tokens.colour("edge")
            pen = QPen(ink, LINE, Qt.PenStyle.CustomDashLine if extended else Qt.PenStyle.SolidLine)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if extended:
                pen.setDashPattern([1.3, 0.9])
            painter.setPen(pen)
            painter.drawLine(round(places[at - 1] - half), round(middle), round(places[at] + half), round(middle))

    def _paint_mark(
        self, painter: QPainter, tokens: Tokens, place: float, middle: float, shape: Shape, tone: Tone
    ) -> None:
        side = tokens.px(ICON_ROW)
        box = QRectF(place - side / 2, middle - side / 2, side, side)
        paint_mark(painter, box, shape, tokens.ink(tone), tokens.colour("surface"))

    def _paint_words(self, painter: QPainter, tokens: Tokens, places: Sequence[float], middle: float) -> None:
        top = middle + tokens.px(ICON_ROW) / 2 + GAP
        label, note = tokens.font(TextRole.LABEL), tokens.font(TextRole.NOTE)
        tall = QFontMetrics(label).height()
        for at in self.labelled(places):
            station = self._stations[at]
            ink = tokens.ink(station.tone) if station.tone is not Tone.NEUTRAL else tokens.colour("second")
            self._write(painter, places[at], top, station.label, label, ink)
            self._write(painter, places[at], top + tall, station.day, note, tokens.colour("quiet"))

    def labelled(self, places: Sequence[float]) -> list[int]:
        """Return the points whose labels fit without overlap; the last and the first deadline come first."""
        tokens = tokens_of(self)
        label, note = QFontMetrics(tokens.font(TextRole.LABEL)), QFontMetrics(tokens.font(TextRole.NOTE))
        count = len(self._stations)
        taken: list[tuple[float, float]] = []
        found = []
        for at in dict.fromkeys((count - 1, 1, 0, *range(count - 2, 1, -1))):
            if not 0 <= at < count:
                continue
            station = self._stations[at]
            wide = max(label.horizontalAdvance(station.label), note.horizontalAdvance(station.day)) + 4
            left = self._left_of(places[at], wide)
            if all(left + wide + GAP <= start or left >= end + GAP for start, end in taken):
                taken.append((left, left + wide))
                found.append(at)
        return sorted(found)

    def _paint_today(self, painter: QPainter, tokens: Tokens, places: Sequence[float], middle: float) -> None:
        today = self._today
        if today is None:
            return
        side = tokens.px(ICON_ROW)
        if today.after >= len(places) - 1:
            place = places[-1] - side * 1.1
        else:
            place = places[today.after] + (places[today.after + 1] - places[today.after]) * today.share
        ink = tokens.ink(today.tone)
        if today.tone is Tone.DANGER:
            self._paint_mark(painter, tokens, place, middle, Shape.TRIANGLE, today.tone)
        else:
            painter.setPen(QPen(ink, 2))
            painter.drawLine(round(place), round(middle - side / 2), round(place), round(middle + side / 2))
        self._write(painter, place, 0, today.text, tokens.font(TextRole.NOTE), ink)

    def _write(self, painter: QPainter, place: float, top: float, text: str, font: QFont, ink: QColor) -> None:
        painter.setFont(font)
        painter.setPen(ink)
        metrics = painter.fontMetrics()
        wide = metrics.horizontalAdvance(text) + 4
        painter.drawText(QRectF(self._left_of(place, wide), top, wide, metrics.height()), _CENTRE, text)

    def _left_of(self, place: float, wide: float) -> float:
        """Return the left edge of a label centred on a position, kept inside the widget."""
        return max(0.0, min(self.width() - wide, place - wide / 2))
