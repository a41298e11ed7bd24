"""The steps of a way that is gone once: each with its number, its name and what is in it, in one column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.text.shared import widgets as words
from desktop_app.widgets.lists.state_mark import Shape, paint_mark
from desktop_app.widgets.style.cut_text import cut
from desktop_app.widgets.style.look import ring, rounded, tokens_of
from desktop_app.widgets.style.style_options import CENTRE, FORCE_RTL, RIGHT
from desktop_app.widgets.style.tokens import RADIUS_CARD, TextRole, Tokens, Tone

DISC, EDGE, BETWEEN = 26, 12, 14
AIR, DENSE_AIR = 14, 6
"""Height of a row beyond its two lines of writing."""
SPACING, DENSE_SPACING = 6, 2


@dataclass(frozen=True, slots=True)
class StepContent:
    """A step: the key that code knows it by, its name, a line about it, and whether it is gone through."""

    key: str
    title: str
    note: str = ""
    done: bool = False
    open: bool = False
    """Left for later: something in it is still asked for."""


class _StepRow(QPushButton):
    """One step, pressed to go there."""

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
        """Say and show how the step stands."""
        self.content = content
        self.setText(content.title)
        self.setAccessibleName(words.step_row(self._number, content.title, done=content.done, later=content.open))
        self.setAccessibleDescription(content.note)
        self._tell_tip()
        self.update()

    def set_folded(self, folded: bool) -> None:
        """Only the number, with the name in a tooltip."""
        self._folded = folded
        self._tell_tip()
        self.updateGeometry()
        self.update()

    def set_air(self, air: int) -> None:
        """How much taller the row is than its writing."""
        self._air = air
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Two lines of writing, or the disc alone."""
        tokens = tokens_of(self)
        lines = sum(QFontMetrics(tokens.font(role)).height() for role in (TextRole.STRONG, TextRole.NOTE))
        return QSize(tokens.px(DISC) + 2 * EDGE, max(tokens.px(DISC) + 12, lines + self._air))

    def minimumSizeHint(self) -> QSize:
        """It gives way from its writing."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk, Enter and Space open."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._owner.walk(self, -1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The step that shows stands on a sheet."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.isChecked():
            rounded(painter, box, RADIUS_CARD, tokens.colour("surface"), tokens.colour("hairline"))
        elif self.underMouse():
            rounded(painter, box, RADIUS_CARD, tokens.hover())
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
        rounded(painter, disc, disc.width() / 2, filled, edge)
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
    """`step_chosen` carries the key of the step that was pressed; the list itself goes nowhere."""

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
        """Show how the steps stand, and which one shows."""
        if [content.key for content in contents] != list(self._rows):
            self._make(contents)
        for content in contents:
            self._rows[content.key].show_content(content)
            self._rows[content.key].setChecked(content.key == current)

    def set_folded(self, folded: bool) -> None:
        """Numbers alone, for a narrow window."""
        if folded != self._folded:
            self._folded = folded
            for row in self._rows.values():
                row.set_folded(folded)

    def set_dense(self, dense: bool) -> None:
        """Rows closer together, for a low window."""
        if dense != self._dense:
            self._dense = dense
            self._column.setSpacing(DENSE_SPACING if dense else SPACING)
            for row in self._rows.values():
                row.set_air(DENSE_AIR if dense else AIR)

    def row(self, key: str) -> QPushButton:
        """The row of a step."""
        return self._rows[key]

    def walk(self, row: QWidget, step: int) -> None:
        """The keyboard to the row above or below."""
        rows = list(self._rows.values())
        place = next(place for place, one in enumerate(rows) if one is row)
        rows[max(0, min(len(rows) - 1, place + step))].setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the look changes."""
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
