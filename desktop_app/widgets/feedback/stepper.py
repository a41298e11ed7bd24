"""The way of a meeting from draft to closed file, each state with its date, in one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.text.shared import widgets as words
from desktop_app.widgets.lists.state_mark import TONE_SHAPES, Shape, paint_mark
from desktop_app.widgets.style.cut_text import cut
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.tokens import ICON_ROW, TextRole, Tokens, Tone

_FLAGS = int(
    Qt.AlignmentFlag.AlignRight
    | Qt.AlignmentFlag.AlignAbsolute
    | Qt.AlignmentFlag.AlignVCenter
    | Qt.TextFlag.TextForceRightToLeft
)
LABEL_GAP, LINE_GAP = 8, 10


@dataclass(frozen=True, slots=True)
class StateStep:
    """A state's word and, beneath it, when and what."""

    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class SideState:
    """What stands in the place of the current step: postponed, cancelled, inquorate."""

    label: str
    note: str = ""
    tone: Tone = Tone.WARNING
    shape: Shape | None = None


class Stepper(QWidget):
    """Passed steps are checked, the current one is a ringed dot, the coming ones are rings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[StateStep, ...] = ()
        self._current = 0
        self._side: SideState | None = None
        self._folded = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: Sequence[StateStep], current: int, side: SideState | None = None) -> None:
        """`current` counts from 0; len(steps) means that all are passed."""
        self._steps, self._current, self._side = tuple(steps), current, side
        shown = self._shown(min(current, len(steps) - 1)) if steps else StateStep("")
        self.setAccessibleName(words.step_of(shown.label, min(current + 1, len(steps)), len(steps)))
        self.setAccessibleDescription(shown.note)
        self.updateGeometry()
        self.update()

    def set_folded(self, folded: bool) -> None:
        """Leave the line of dates out, or show it; the tooltip says them."""
        if folded != self._folded:
            self._folded = folded
            self.updateGeometry()
            self.update()

    def event(self, event: QEvent) -> bool:
        """The step under the pointer says its date where that does not show."""
        if isinstance(event, QHelpEvent) and self._folded and self._steps:
            room = max(1.0, self._rooms(tokens_of(self))[1])
            shown = self._shown(min(len(self._steps) - 1, int((self.width() - event.pos().x()) / room)))
            QToolTip.showText(event.globalPos(), " – ".join(filter(None, (shown.label, shown.note))), self)
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        """A line of words and a line of dates."""
        tokens = tokens_of(self)
        label, note = (QFontMetrics(tokens.font(role)).height() for role in (TextRole.SECOND, TextRole.NOTE))
        return QSize(tokens.px(110) * max(1, len(self._steps)), label + 4 + (0 if self._folded else note))

    def minimumSizeHint(self) -> QSize:
        """Words are cut with … before the page grows wider."""
        return QSize(tokens_of(self).px(60) * max(1, len(self._steps)), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """From the right: mark, word, line; the last step needs only its own room."""
        if not self._steps:
            return
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        last, room = self._rooms(tokens)
        for place in range(len(self._steps)):
            width = last if place == len(self._steps) - 1 else room
            self._paint_step(painter, tokens, place, self.width() - place * room, width)

    def _rooms(self, tokens: Tokens) -> tuple[float, float]:
        """Width of the last step and of each of the others."""
        last = min(self.width() * 0.3, self._need(tokens, len(self._steps) - 1))
        return last, (self.width() - last) / max(1, len(self._steps) - 1)

    def _shown(self, place: int) -> StateStep:
        if self._side is not None and place == self._current:
            return StateStep(self._side.label, self._side.note)
        return self._steps[place]

    def _need(self, tokens: Tokens, place: int) -> float:
        shown = self._shown(place)
        widths = (
            QFontMetrics(self._font(tokens, place)).horizontalAdvance(shown.label),
            QFontMetrics(tokens.font(TextRole.NOTE)).horizontalAdvance(shown.note),
        )
        return float(max(widths) + tokens.px(ICON_ROW) + LABEL_GAP + 4)

    def _font(self, tokens: Tokens, place: int) -> QFont:
        font = tokens.font(TextRole.SECOND)
        font.setWeight(QFont.Weight.DemiBold if place == self._current else QFont.Weight.Normal)
        return font

    def _paint_step(self, painter: QPainter, tokens: Tokens, place: int, right: float, room: float) -> None:
        shown = self._shown(place)
        shape, tone, ink = self._content(place)
        side = tokens.px(ICON_ROW)
        font = self._font(tokens, place)
        metrics = QFontMetrics(font)
        line = metrics.height()
        colour = tokens.colour("quiet") if ink is None else tokens.ink(ink)
        mark = QRectF(right - side, (line - side) / 2 + 1, side, side)
        paint_mark(painter, mark, shape, colour if ink is None else tokens.ink(tone), tokens.colour("surface"))
        end = mark.left() - LABEL_GAP
        text = cut(shown.label, metrics, int(room - side - LABEL_GAP - 4))
        painter.setFont(font)
        painter.setPen(colour if place >= self._current else tokens.colour("second"))
        painter.drawText(QRectF(end - room, 0, room, line), _FLAGS, text)
        if not self._folded:
            self._paint_note(painter, tokens, place, QRectF(end - room, line + 2, room, 0))
        if place < len(self._steps) - 1:
            start = end - metrics.horizontalAdvance(text) - LINE_GAP
            stop = right - room + LINE_GAP
            done = place < self._current
            painter.setPen(QPen(tokens.ink(Tone.DONE) if done else tokens.colour("hairline"), 2 if done else 1.5))
            if start > stop:
                painter.drawLine(QPointF(start, mark.center().y()), QPointF(stop, mark.center().y()))

    def _paint_note(self, painter: QPainter, tokens: Tokens, place: int, box: QRectF) -> None:
        note_font = tokens.font(TextRole.NOTE)
        note_metrics = QFontMetrics(note_font)
        room = int(box.width() - tokens.px(ICON_ROW) - LABEL_GAP - 4)
        note = cut(self._shown(place).note, note_metrics, room)
        painter.setFont(note_font)
        painter.setPen(tokens.colour("second" if place <= self._current else "quiet"))
        box.setHeight(note_metrics.height())
        painter.drawText(box, _FLAGS, note)

    def _content(self, place: int) -> tuple[Shape, Tone, Tone | None]:
        """Shape, tone of the mark, and tone of the word (None is quiet)."""
        if place < self._current:
            return Shape.DISC_CHECK, Tone.DONE, Tone.NEUTRAL if place < self._current else None
        if place > self._current:
            return Shape.PLAIN_RING, Tone.NEUTRAL, None
        if self._side is not None:
            return self._side.shape or TONE_SHAPES[self._side.tone], self._side.tone, self._side.tone
        return Shape.RING_DOT, Tone.ACTION, Tone.ACTION
