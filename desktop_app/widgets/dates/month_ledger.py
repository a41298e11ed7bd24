"""Twelve months of a Jalali year as real buttons: mark, name, state in words, day and meeting. Farvardin at the right.

In a low window they are a strip of names and marks. Arrows walk, Enter or the pointer choose. The month that runs has
a line of the accent, the chosen one its ground, the keyboard a ring inside: three different things.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.widgets.controls.held_keys import held_keys
from desktop_app.widgets.dates.month_cell import MonthCell, MonthContent
from desktop_app.widgets.dates.month_room import MONTHS, MonthRoom
from desktop_app.widgets.style.look import rounded, tokens_of
from desktop_app.widgets.style.tokens import RADIUS_CARD


class MonthLedgerBar(QWidget):
    """`chosen` carries the month (1–12) that the operator pressed; `year_turned` that he walked past an end."""

    chosen = Signal(int)
    year_turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rested = 0
        self._cells = [MonthCell(self, place, self.walk) for place in range(MONTHS)]
        self._room = MonthRoom(self, self._cells)
        for place, cell in enumerate(self._cells):
            cell.clicked.connect(lambda _on=False, month=place + 1: self.chosen.emit(month))
        # no taller than its hint would be no taller than at the width it had, hidden while the window grew
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._rest(0)

    def show_months(self, contents: Sequence[MonthContent]) -> None:
        """Show the twelve months of a year."""
        for cell, content in zip(self._cells, contents, strict=True):
            cell.show_content(content)
        self._room.measure_again()
        current = next((place for place, content in enumerate(contents) if content.current), None)
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

    def set_low(self, low: bool) -> None:
        """In a low window: where twelve do not fit beside each other, they have one line instead of a second row."""
        if low != self._room.low:
            self._room.low = low
            self._settle()

    def is_strip(self) -> bool:
        """Whether only names and marks show; the words are in the tooltips."""
        return self._room.is_strip(self.width())

    def cell(self, month: int) -> MonthCell:
        """The button of a month from 1."""
        return self._cells[month - 1]

    def _steps(self, place: int) -> dict[Qt.Key, int]:
        """How many months each key leads on from one of them."""
        columns = self._room.columns(self.width())
        below = columns if columns < MONTHS else 0
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
        if key not in steps or held_keys(event):
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

    def _settle(self) -> None:
        self.updateGeometry()
        self._place_cells()
        self.update()

    # ---- room

    def hasHeightForWidth(self) -> bool:
        """Two rows of six where twelve do not fit beside each other."""
        return True

    def heightForWidth(self, width: int) -> int:
        """One row or two."""
        return self._room.row(width) * (MONTHS // self._room.columns(width)) + 4

    def sizeHint(self) -> QSize:
        """For layouts that ask without a width."""
        return QSize(self._room.need() * MONTHS + 4, self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        """Six narrow months."""
        return QSize(self._room.need() * MONTHS // 2, self._room.row(self.width()) + 4)

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
        strip = self.is_strip()
        for cell, box in zip(self._cells, self._room.boxes(self.width()), strict=True):
            cell.set_short(strip)
            cell.setGeometry(box)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The card and the hairlines between its months."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        line = tokens.colour("hairline")
        rounded(painter, QRectF(self.rect()), RADIUS_CARD, tokens.colour("surface"), line)
        columns, row = self._room.columns(self.width()), self._room.row(self.width())
        painter.setPen(QPen(line, 1))
        for place in range(MONTHS):
            cell = self._cells[place].geometry()
            if place % columns:
                painter.drawLine(
                    QPointF(cell.right() + 1, cell.top() + 8), QPointF(cell.right() + 1, cell.bottom() - 8)
                )
        if columns < MONTHS:
            painter.drawLine(QPointF(12, 2 + row), QPointF(self.width() - 12, 2 + row))
