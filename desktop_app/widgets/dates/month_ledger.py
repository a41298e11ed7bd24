"""Bar of the twelve months of a Jalali year as buttons, Farvardin at the right.

They are one row or two; in a low window a strip of names and marks. Arrows walk, Enter or the pointer choose. The month
that runs has a line of the accent, the chosen one its ground, the keyboard a ring inside: three different things.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.widgets.controls.held_keys import held_keys
from desktop_app.widgets.dates.month_cell import ABOVE, BETWEEN, EDGE, MonthCell, MonthContent
from desktop_app.widgets.style.look import paint_rounded, tokens_of
from desktop_app.widgets.style.tokens import HEIGHT_CONTROL, ICON_NOTE, RADIUS_CARD, TextRole, Tokens

MONTHS: Final = 12


class MonthLayout:
    """Computes the layout of the month cells; ``low`` means that the window is low."""

    def __init__(self, owner: QWidget, cells: Sequence[MonthCell]) -> None:
        self._owner, self._cells = owner, cells
        self.low = False
        self._measured: tuple[Tokens, int, int] | None = None
        """The look, and in it the width of the widest cell and that of all as a strip; asked for at each layout."""

    def forget_widths(self) -> None:
        """Forget the measured widths, as texts changed."""
        self._measured = None

    def is_strip(self, width: int) -> bool:
        """Whether only names and marks are shown; the texts are in the tooltips."""
        return self.low and width < MONTHS * self.need() + 4

    def need(self) -> int:
        """Return the width of the widest cell."""
        return self._widths_needed()[0]

    def columns(self, width: int) -> int:
        """Return the number of cells in a row."""
        need = self._widths_needed()[1] if self.is_strip(width) else MONTHS * self.need()
        return MONTHS if width >= need + 4 else MONTHS // 2

    def row(self, width: int) -> int:
        """Return the height of a row."""
        tokens = tokens_of(self._owner)
        if self.is_strip(width):
            return tokens.px(HEIGHT_CONTROL)
        head, note = (QFontMetrics(tokens.font(role)).height() for role in (TextRole.HEAD, TextRole.NOTE))
        return head + 2 * note + 2 * BETWEEN + 2 * ABOVE

    def boxes(self, width: int) -> list[QRect]:
        """Return the rectangle of each cell, from the right."""
        columns, row = self.columns(width), self.row(width)
        wide = self._shares(width, columns)
        right, found = 0.0, []
        for place in range(MONTHS):
            line, column = divmod(place, columns)
            right = right - wide[place - 1] if column else width - 2.0
            left = round(right - wide[place])
            found.append(QRect(left, 2 + line * row, round(right) - left, row))
        return found

    def _shares(self, width: int, columns: int) -> list[float]:
        """Return the widths of the cells: equal ones, or in a strip by need."""
        room = width - 4
        if not self.is_strip(width) or columns < MONTHS:
            return [room / columns] * MONTHS
        needs = [cell.short_width() for cell in self._cells]
        return [need + (room - sum(needs)) / MONTHS for need in needs]

    def _widths_needed(self) -> tuple[int, int]:
        tokens = tokens_of(self._owner)
        if self._measured is None or self._measured[0] is not tokens:
            self._measured = tokens, self._widest(tokens), sum(cell.short_width() for cell in self._cells)
        return self._measured[1:]

    def _widest(self, tokens: Tokens) -> int:
        """Return the width of the widest word of a cell."""
        note, head = (QFontMetrics(tokens.font(role)) for role in (TextRole.NOTE, TextRole.HEAD))
        side = tokens.px(ICON_NOTE) + 6
        words = [
            max(note.horizontalAdvance(cell.content().word), note.horizontalAdvance(cell.content().note))
            for cell in self._cells
        ]
        names = [head.horizontalAdvance(cell.content().name) + side for cell in self._cells]
        return max([*words, *names, tokens.px(56)]) + 2 * EDGE + 2


class MonthLedgerBar(QWidget):
    """`chosen` carries the month (1–12) that was pressed; `year_turned` the direction of a change of year."""

    chosen = Signal(int)
    year_turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rested = 0
        self._cells = [MonthCell(self, place, self.walk) for place in range(MONTHS)]
        self._room = MonthLayout(self, self._cells)
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
        self._room.forget_widths()
        current = next((place for place, content in enumerate(contents) if content.current), None)
        if not any(cell.hasFocus() for cell in self._cells):
            self._rest(current if current is not None else self._rested)
        self._settle()

    def choose(self, month: int | None) -> None:
        """Select a month without a signal; None selects none."""
        for place, cell in enumerate(self._cells):
            cell.setChecked(place + 1 == month)
        if month is not None:
            self._rest(month - 1)
            self._settle()

    def chosen_month(self) -> int | None:
        """The selected month."""
        return next((place + 1 for place, cell in enumerate(self._cells) if cell.isChecked()), None)

    def set_low(self, low: bool) -> None:
        """Use one short row instead of two rows in a low window."""
        if low != self._room.low:
            self._room.low = low
            self._settle()

    def is_strip(self) -> bool:
        """Whether only names and marks are shown; the texts are in the tooltips."""
        return self._room.is_strip(self.width())

    def cell(self, month: int) -> MonthCell:
        """Return the button of a month, from 1."""
        return self._cells[month - 1]

    def _steps(self, place: int) -> dict[Qt.Key, int]:
        """Return how many months each arrow key moves."""
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
        """Move the focus from one cell; past the ends, change the year."""
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
        """Make one cell the Tab stop; arrows reach the others."""
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
        """Return True: two rows of six if twelve do not fit in one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of one or two rows."""
        return self._room.row(width) * (MONTHS // self._room.columns(width)) + 4

    def sizeHint(self) -> QSize:
        """Return a size for layouts that ask without a width."""
        return QSize(self._room.need() * MONTHS + 4, self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        """Return room for six narrow months."""
        return QSize(self._room.need() * MONTHS // 2, self._room.row(self.width()) + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out the cells from the right."""
        super().resizeEvent(event)
        self._place_cells()

    def event(self, event: QEvent) -> bool:
        """Measure again after new texts or a new look."""
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
        """Draw the card and the lines between the months."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        line = tokens.colour("hairline")
        paint_rounded(painter, QRectF(self.rect()), RADIUS_CARD, tokens.colour("surface"), line)
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
