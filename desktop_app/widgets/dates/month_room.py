"""Room of the twelve months of a ledger at a width: one row or two, or a strip of names, and the box of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from desktop_app.widgets.dates.month_cell import ABOVE, BETWEEN, EDGE, MonthCell
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.tokens import HEIGHT_CONTROL, ICON_NOTE, TextRole, Tokens

MONTHS: Final = 12


class MonthRoom:
    """``low`` is whether the window is: twelve that do not fit beside each other are a strip then."""

    def __init__(self, owner: QWidget, cells: Sequence[MonthCell]) -> None:
        self._owner, self._cells = owner, cells
        self.low = False
        self._measured: tuple[Tokens, int, int] | None = None
        """The look, and in it the width of the widest cell and that of all as a strip; asked for at each layout."""

    def measure_again(self) -> None:
        """The cells show other words."""
        self._measured = None

    def is_strip(self, width: int) -> bool:
        """Whether only names and marks show; the words are in the tooltips."""
        return self.low and width < MONTHS * self.need() + 4

    def need(self) -> int:
        """Width of the widest cell."""
        return self._widths_needed()[0]

    def columns(self, width: int) -> int:
        """How many stand beside each other."""
        need = self._widths_needed()[1] if self.is_strip(width) else MONTHS * self.need()
        return MONTHS if width >= need + 4 else MONTHS // 2

    def row(self, width: int) -> int:
        """Height of a row."""
        tokens = tokens_of(self._owner)
        if self.is_strip(width):
            return tokens.px(HEIGHT_CONTROL)
        head, note = (QFontMetrics(tokens.font(role)).height() for role in (TextRole.HEAD, TextRole.NOTE))
        return head + 2 * note + 2 * BETWEEN + 2 * ABOVE

    def boxes(self, width: int) -> list[QRect]:
        """Where each cell lies, from the right."""
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
        """Equal ones, or where the names are all that shows, what each needs and a share of the rest."""
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
        """Width of the widest word of a cell."""
        note, head = (QFontMetrics(tokens.font(role)) for role in (TextRole.NOTE, TextRole.HEAD))
        side = tokens.px(ICON_NOTE) + 6
        words = [
            max(note.horizontalAdvance(cell.content().word), note.horizontalAdvance(cell.content().note))
            for cell in self._cells
        ]
        names = [head.horizontalAdvance(cell.content().name) + side for cell in self._cells]
        return max([*words, *names, tokens.px(56)]) + 2 * EDGE + 2
