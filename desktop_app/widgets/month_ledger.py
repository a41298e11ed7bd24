"""Twelve months of a Jalali year as real buttons: mark, name, state in words, day and meeting. Farvardin at the right.

Arrows walk, Enter or the pointer choose. The month that runs has a line of the accent, the chosen one its ground,
the keyboard a ring inside: three different things.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.widgets.look import rounded, tokens_of
from desktop_app.widgets.month_cell import ABOVE, BETWEEN, EDGE, MonthCell, MonthFace
from desktop_app.widgets.tokens import ICON_NOTE, RADIUS_CARD, TextRole

__all__ = ["MONTHS", "MonthCell", "MonthFace", "MonthLedgerBar"]

MONTHS = 12


class MonthLedgerBar(QWidget):
    """`chosen` carries the month (1–12) that the operator pressed; `year_turned` that he walked past an end."""

    chosen = Signal(int)
    year_turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._one_row = False
        self._rested = 0
        self._cells = [MonthCell(self, place, self.walk) for place in range(MONTHS)]
        for place, cell in enumerate(self._cells):
            cell.clicked.connect(lambda _on=False, month=place + 1: self.chosen.emit(month))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._rest(0)

    def show_months(self, faces: Sequence[MonthFace]) -> None:
        """Show the twelve months of a year."""
        for cell, face in zip(self._cells, faces, strict=True):
            cell.show_face(face)
        current = next((place for place, face in enumerate(faces) if face.current), None)
        if not any(cell.hasFocus() for cell in self._cells):
            self._rest(current if current is not None else self._rested)
        self._settle()

    def choose(self, month: int | None) -> None:
        """Mark a month as the chosen one, silently; None marks none."""
        for place, cell in enumerate(self._cells):
            cell.setChecked(place + 1 == month)
        if month is not None:
            self._rest(month - 1)
            self._settle()

    def chosen_month(self) -> int | None:
        """The marked month."""
        return next((place + 1 for place, cell in enumerate(self._cells) if cell.isChecked()), None)

    def set_one_row(self, one_row: bool) -> None:
        """In a low window: where twelve do not fit beside each other, only the half year of the keyboard shows."""
        if one_row != self._one_row:
            self._one_row = one_row
            self._settle()

    def turn(self, step: int) -> None:
        """To the other half of the year where only one shows, else to another year."""
        half = self._half() + step
        if self._shows_half() and half in (0, 1):
            self._rest(half * MONTHS // 2)
            self._settle()
            return
        if self._shows_half():
            self._rest(0 if step > 0 else MONTHS - 1)
        self.year_turned.emit(step)
        self._settle()

    def may_turn_half(self, step: int) -> bool:
        """Whether only one half of the year shows, and the other lies that way."""
        return self._shows_half() and self._half() + step in (0, 1)

    def cell(self, month: int) -> MonthCell:
        """The button of a month from 1."""
        return self._cells[month - 1]

    def _steps(self, place: int) -> dict[Qt.Key, int]:
        """How many months each key leads on from one of them."""
        columns = self._columns(self.width())
        below = columns if columns < MONTHS and not self._one_row else 0
        return {
            Qt.Key.Key_Left: 1,
            Qt.Key.Key_Right: -1,
            Qt.Key.Key_Down: below,
            Qt.Key.Key_Up: -below,
            Qt.Key.Key_Home: -place,
            Qt.Key.Key_End: MONTHS - 1 - place,
        }

    def walk(self, place: int, event: QKeyEvent) -> bool:
        """Move the keyboard from one cell; past the ends the year is turned."""
        steps = self._steps(place)
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.year_turned.emit(1 if key == Qt.Key.Key_PageDown else -1)
            return True
        if key not in steps or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        aim = place + steps[key]
        if not 0 <= aim < MONTHS and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.year_turned.emit(1 if aim >= MONTHS else -1)
            aim %= MONTHS
        if 0 <= aim < MONTHS and aim != place:
            self._rest(aim)
            self._settle()
            self._cells[aim].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _rest(self, place: int) -> None:
        """The cell that Tab comes to; the others are walked to."""
        self._rested = place
        for other, cell in enumerate(self._cells):
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other == place else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self._cells[place])

    def _half(self) -> int:
        return self._rested * 2 // MONTHS

    def _shows_half(self) -> bool:
        return self._one_row and self._columns(self.width()) < MONTHS

    def _settle(self) -> None:
        self.updateGeometry()
        self._place_cells()
        self.update()

    # ---- room

    def hasHeightForWidth(self) -> bool:
        """Two rows of six where twelve words do not fit beside each other."""
        return True

    def heightForWidth(self, width: int) -> int:
        """One row or two."""
        return self._row() * (1 if self._one_row else MONTHS // self._columns(width)) + 4

    def sizeHint(self) -> QSize:
        """For layouts that ask without a width."""
        return QSize(self._need() * MONTHS + 4, self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        """Six narrow months."""
        return QSize(self._need() * MONTHS // 2, self._row() + 4)

    def _row(self) -> int:
        tokens = tokens_of(self)
        head, note = (QFontMetrics(tokens.font(role)).height() for role in (TextRole.HEAD, TextRole.NOTE))
        return head + 2 * note + 2 * BETWEEN + 2 * ABOVE

    def _need(self) -> int:
        """Width of the widest word of a cell."""
        tokens = tokens_of(self)
        note, head = (QFontMetrics(tokens.font(role)) for role in (TextRole.NOTE, TextRole.HEAD))
        side = tokens.px(ICON_NOTE) + 6
        words = [
            max(note.horizontalAdvance(cell.face().word), note.horizontalAdvance(cell.face().note))
            for cell in self._cells
        ]
        names = [head.horizontalAdvance(cell.face().name) + side for cell in self._cells]
        return max([*words, *names, tokens.px(56)]) + 2 * EDGE + 2

    def _columns(self, width: int) -> int:
        return MONTHS if width >= MONTHS * self._need() + 4 else MONTHS // 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the cells from the right."""
        super().resizeEvent(event)
        self._place_cells()

    def event(self, event: QEvent) -> bool:
        """New words or a new look may need other room."""
        done = super().event(event)
        if event.type() == QEvent.Type.StyleChange:
            self._settle()
        return done

    def _place_cells(self) -> None:
        columns, row, half = self._columns(self.width()), self._row(), self._shows_half()
        room = (self.width() - 4) / columns
        for place, cell in enumerate(self._cells):
            line, column = divmod(place, columns)
            cell.setVisible(not half or line == self._half())
            right = self.width() - 2 - column * room
            top = 2 + (0 if half else line * row)
            cell.setGeometry(QRect(round(right - room), top, round(right) - round(right - room), row))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The card and the hairlines between its months."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        line = tokens.colour("hairline")
        rounded(painter, QRectF(self.rect()), RADIUS_CARD, tokens.colour("surface"), line)
        columns, row = self._columns(self.width()), self._row()
        painter.setPen(QPen(line, 1))
        for place in range(MONTHS):
            cell = self._cells[place].geometry()
            if place % columns and not self._cells[place].isHidden():
                painter.drawLine(
                    QPointF(cell.right() + 1, cell.top() + 8), QPointF(cell.right() + 1, cell.bottom() - 8)
                )
        if columns < MONTHS and not self._one_row:
            painter.drawLine(QPointF(12, 2 + row), QPointF(self.width() - 12, 2 + row))
