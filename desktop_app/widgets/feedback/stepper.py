"""Steppers: the states of a meeting on one line, and numbered steps in a column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from desktop_app.widgets.style.cut_text import cut
from desktop_app.widgets.style.look import paint_rounded, ring, tokens_of
from desktop_app.widgets.style.state_mark import TONE_SHAPES, Shape, paint_mark
from desktop_app.widgets.style.style_options import CENTRE, FORCE_RTL, RIGHT
from desktop_app.widgets.style.tokens import ICON_ROW, RADIUS_CARD, TextRole, Tokens, Tone
from desktop_app.words import widgets as words

DISC, EDGE, BETWEEN = 26, 12, 14
AIR, DENSE_AIR = 14, 6
"""Height of a row beyond its two lines of writing."""
SPACING, DENSE_SPACING = 6, 2


@dataclass(frozen=True, slots=True)
class StepContent:
    """A step: key, name, a line about it, and whether it is completed."""

    key: str
    title: str
    note: str = ""
    done: bool = False
    open: bool = False
    """Left for later: something in it is still asked for."""


class _StepRow(QPushButton):
    """Button of one step."""

    def __init__(self, owner: StepList, number: int, content: StepContent) -> None:
        super().__init__(owner)
        self._owner, self._number, self.content = owner, number, content
        self._folded = False
        self._air = AIR
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setObjectName(f"step_{content.key}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_content(content)

    def show_content(self, content: StepContent) -> None:
        """Show the state of the step."""
        self.content = content
        self.setText(content.title)
        self.setAccessibleName(words.step_row(self._number, content.title, done=content.done, later=content.open))
        self.setAccessibleDescription(content.note)
        self._tell_tip()
        self.update()

    def set_folded(self, folded: bool) -> None:
        """Show only the number, with the name in a tooltip."""
        self._folded = folded
        self._tell_tip()
        self.updateGeometry()
        self.update()

    def set_air(self, air: int) -> None:
        """Set the extra height of the row."""
        self._air = air
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size of two lines, or of the number alone."""
        tokens = tokens_of(self)
        lines = sum(QFontMetrics(tokens.font(role)).height() for role in (TextRole.STRONG, TextRole.NOTE))
        return QSize(tokens.px(DISC) + 2 * EDGE, max(tokens.px(DISC) + 12, lines + self._air))

    def minimumSizeHint(self) -> QSize:
        """Return a smaller width, as the text may be cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Up and Down, open with Enter and Space."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._owner.walk(self, -1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the step; the current one has a background."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.isChecked():
            paint_rounded(painter, box, RADIUS_CARD, tokens.colour("surface"), tokens.colour("hairline"))
        elif self.underMouse():
            paint_rounded(painter, box, RADIUS_CARD, tokens.hover())
        if self.hasFocus():
            ring(painter, box, RADIUS_CARD, tokens.colour("accent"))
        side = tokens.px(DISC)
        left = (self.width() - side) / 2 if self._folded else self.width() - side - EDGE
        disc = QRectF(left, (self.height() - side) / 2, side, side)
        self._paint_disc(painter, tokens, disc)
        if not self._folded:
            self._paint_words(painter, tokens, disc.left() - BETWEEN)

    def _paint_disc(self, painter: QPainter, tokens: Tokens, disc: QRectF) -> None:
        if not self.isChecked() and (self.content.done or self.content.open):
            side = disc.width() - tokens.px(6)
            mark = QRectF(disc.center().x() - side / 2, disc.center().y() - side / 2, side, side)
            shape, tone = (Shape.DISC_CHECK, Tone.DONE) if self.content.done else (Shape.HALF_DISC, Tone.WARNING)
            paint_mark(painter, mark, shape, tokens.ink(tone), tokens.colour("side"))
            return
        filled = tokens.colour("accent") if self.isChecked() else None
        edge = None if self.isChecked() else tokens.colour("edge")
        paint_rounded(painter, disc, disc.width() / 2, filled, edge)
        painter.setFont(tokens.font(TextRole.HEAD))
        painter.setPen(tokens.colour("on_accent" if self.isChecked() else "second"))
        painter.drawText(disc.adjusted(0, -1, 0, 0), CENTRE, words.number(self._number))

    def _paint_words(self, painter: QPainter, tokens: Tokens, right: float) -> None:
        font = tokens.font(TextRole.STRONG)
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Medium)
        note_font = tokens.font(TextRole.NOTE)
        metrics, note_metrics = QFontMetrics(font), QFontMetrics(note_font)
        height = metrics.height() + (note_metrics.height() if self.content.note else 0)
        top = (self.height() - height) / 2
        flags = RIGHT | FORCE_RTL
        room = int(right - EDGE)
        painter.setFont(font)
        painter.setPen(tokens.colour("text"))
        title = cut(self.content.title, metrics, room)
        painter.drawText(QRectF(EDGE, top, room, metrics.height()), flags, title)
        painter.setFont(note_font)
        painter.setPen(tokens.ink(Tone.WARNING) if self.content.open else tokens.colour("quiet"))
        note = cut(self.content.note, note_metrics, room)
        painter.drawText(QRectF(EDGE, top + metrics.height(), room, note_metrics.height()), flags, note)

    def _tell_tip(self) -> None:
        parts = [part for part in (self.content.title, self.content.note) if part]
        self.setToolTip("\n".join(parts) if self._folded else "")


class StepList(QWidget):
    """Column of steps; `step_chosen` carries the key of the pressed step."""

    step_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, _StepRow] = {}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACING)
        self._folded = self._dense = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, contents: Sequence[StepContent], current: str) -> None:
        """Show the steps and the current one."""
        if [content.key for content in contents] != list(self._rows):
            self._make(contents)
        for content in contents:
            self._rows[content.key].show_content(content)
            self._rows[content.key].setChecked(content.key == current)

    def set_folded(self, folded: bool) -> None:
        """Show only the numbers, for a narrow window."""
        if folded != self._folded:
            self._folded = folded
            for row in self._rows.values():
                row.set_folded(folded)

    def set_dense(self, dense: bool) -> None:
        """Reduce the height of the rows, for a low window."""
        if dense != self._dense:
            self._dense = dense
            self._column.setSpacing(DENSE_SPACING if dense else SPACING)
            for row in self._rows.values():
                row.set_air(DENSE_AIR if dense else AIR)

    def row(self, key: str) -> QPushButton:
        """Return the row of a step."""
        return self._rows[key]

    def walk(self, row: QWidget, step: int) -> None:
        """Move the focus to the row above or below."""
        rows = list(self._rows.values())
        place = next(place for place, one in enumerate(rows) if one is row)
        rows[max(0, min(len(rows) - 1, place + step))].setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Update the size when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            for row in self._rows.values():
                row.updateGeometry()

    def _make(self, contents: Sequence[StepContent]) -> None:
        for old in self._rows.values():
            self._group.removeButton(old)
            old.deleteLater()
        self._rows = {}
        for number, content in enumerate(contents, start=1):
            row = _StepRow(self, number, content)
            row.set_folded(self._folded)
            row.set_air(DENSE_AIR if self._dense else AIR)
            row.clicked.connect(lambda _on=False, key=content.key: self.step_chosen.emit(key))
            self._group.addButton(row)
            self._rows[content.key] = row
            self._column.addWidget(row)


_FLAGS = int(
    Qt.AlignmentFlag.AlignRight
    | Qt.AlignmentFlag.AlignAbsolute
    | Qt.AlignmentFlag.AlignVCenter
    | Qt.TextFlag.TextForceRightToLeft
)
LABEL_GAP, LINE_GAP = 8, 10


@dataclass(frozen=True, slots=True)
class StateStep:
    """A state with the line below it: when and what."""

    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class SideState:
    """State shown instead of the current step: postponed, cancelled, inquorate."""

    label: str
    note: str = ""
    tone: Tone = Tone.WARNING
    shape: Shape | None = None


class Stepper(QWidget):
    """Line of states: passed ones checked, the current one a dot in a ring, the coming ones rings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[StateStep, ...] = ()
        self._current = 0
        self._side: SideState | None = None
        self._folded = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: Sequence[StateStep], current: int, side: SideState | None = None) -> None:
        """Show the steps; `current` counts from 0, len(steps) means all are passed."""
        self._steps, self._current, self._side = tuple(steps), current, side
        shown = self._shown(min(current, len(steps) - 1)) if steps else StateStep("")
        self.setAccessibleName(words.step_of(shown.label, min(current + 1, len(steps)), len(steps)))
        self.setAccessibleDescription(shown.note)
        self.updateGeometry()
        self.update()

    def set_folded(self, folded: bool) -> None:
        """Hide or show the line of dates; the tooltip has them."""
        if folded != self._folded:
            self._folded = folded
            self.updateGeometry()
            self.update()

    def event(self, event: QEvent) -> bool:
        """Show the date of the step under the pointer when dates are hidden."""
        if isinstance(event, QHelpEvent) and self._folded and self._steps:
            room = max(1.0, self._rooms(tokens_of(self))[1])
            shown = self._shown(min(len(self._steps) - 1, int((self.width() - event.pos().x()) / room)))
            QToolTip.showText(event.globalPos(), " – ".join(filter(None, (shown.label, shown.note))), self)
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        """Return the size of a line of words and a line of dates."""
        tokens = tokens_of(self)
        label, note = (QFontMetrics(tokens.font(role)).height() for role in (TextRole.SECOND, TextRole.NOTE))
        return QSize(tokens.px(110) * max(1, len(self._steps)), label + 4 + (0 if self._folded else note))

    def minimumSizeHint(self) -> QSize:
        """Return a small width, as words may be cut."""
        return QSize(tokens_of(self).px(60) * max(1, len(self._steps)), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw mark, word and line of each step, from right to left."""
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
        """Return the widths of the last step and of each other step."""
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
        """Return shape, tone of the mark, and tone of the word (None for quiet)."""
        if place < self._current:
            return Shape.DISC_CHECK, Tone.DONE, Tone.NEUTRAL if place < self._current else None
        if place > self._current:
            return Shape.PLAIN_RING, Tone.NEUTRAL, None
        if self._side is not None:
            return self._side.shape or TONE_SHAPES[self._side.tone], self._side.tone, self._side.tone
        return Shape.RING_DOT, Tone.ACTION, Tone.ACTION
