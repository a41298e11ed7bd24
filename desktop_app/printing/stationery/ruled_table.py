"""Ruled tables of papers: horizontal hairlines only, stronger lines around the heading row.

Where the office's size leaves too little room, a table is set in the largest size in which no column cuts a word.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import accumulate
from operator import add
from typing import Any, Final

from desktop_app.printing.engine.layout.stack import Flowable, stroke_operator
from desktop_app.printing.engine.layout.table import Cell, FaTable, TableStyle
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.stationery import frame
from desktop_app.printing.stationery.paper_styles import HAIRLINE, STRONG_LINE, column_widths, missing_width

RULED: Final = TableStyle(grid=0.4, padding_x=4.0, padding_y=3.2)
"""The usual style of such a table."""
_TOP = 0.9
_HEAD = 0.6
_HAIR = 0.35


class RuledTable(FaTable):
    """A table without vertical lines; ``widths`` are points in logical order.

    The text of the first and of the last column stands at the very margins. Where the widths do not add up to the room
    that there is, they are shares of it. A column is widened to its longest word, at the cost of column ``elastic``
    (on another sheet than the design's: of the widest, if none is named), so that no date or name is cut. Where that
    is not enough, every column gives what it can spare. No line stands above ``joined`` rows.
    """

    def __init__(
        self,
        rows: Sequence[Sequence[Flowable | Cell | Sequence[Flowable]]],
        widths: Sequence[float],
        *,
        header_rows: int = 1,
        head_columns: int = 0,
        elastic: int | None = None,
        style: TableStyle = RULED,
        joined: Collection[int] = (),
    ) -> None:
        cells = [[cell if isinstance(cell, Cell) else Cell(cell) for cell in row] for row in rows]
        super().__init__(cells, widths, header_rows=header_rows, head_columns=head_columns, style=style, joined=joined)
        self._shares = list(widths)
        self._elastic = elastic
        self._least: list[float] = []

    def with_columns(self, widths: Sequence[float]) -> RuledTable:
        """Return a table of these rows with other column widths; only one of them may be drawn."""
        self._needed()  # once for all of them
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        other._shares = list(widths)
        return other

    def cut(self, available: float) -> float:
        """Return how many points are missing for whole words at this table width; 0 if none."""
        needed = self._needed()
        widths = column_widths(self._shares, needed, available, self._elastic)
        return missing_width(widths, needed, available)

    def _needed(self) -> list[float]:
        """Return the width of the longest word of each column."""
        if not self._least:
            count = len(self._shares)
            rows = [row for row in self._source if all(cell.span == 1 for cell in row)]
            self._least = [_needed(rows, column, count, self.style.padding_x) for column in range(count)]
        return self._least

    def _column_edges(self, available: float) -> list[float]:
        """Return the column edges, widened for the longest words, with the outer padding."""
        widths = column_widths(self._shares, self._needed(), available, self._elastic)
        last = len(widths) - 1
        outer = [self.style.padding_x * (place in {0, last}) for place in range(len(widths))]
        return list(accumulate(map(add, widths, outer), initial=0.0))

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """Draw the table; its outer padding extends into the margins."""
        super().drawOn(canvas, x - self.style.padding_x, y)

    def _lines(self, x: float, tops: list[float], rows: list[Any]) -> str:
        right = x + self.width - self.style.padding_x
        x += self.style.padding_x
        parts = []
        for number, top in enumerate(tops):
            if number < len(rows) and rows[number].joined:
                continue
            if number == 0 and self._header_rows:
                thickness, colour = _TOP, STRONG_LINE
            elif number in {0, self._header_rows, len(rows)}:
                thickness, colour = _HEAD, STRONG_LINE
            else:
                thickness, colour = _HAIR, HAIRLINE
            parts.append(f"{stroke_operator(colour)} {thickness:g} w {x:.2f} {top:.2f} m {right:.2f} {top:.2f} l S")
        return " ".join(parts)


def _needed(rows: Sequence[Sequence[Cell]], column: int, count: int, padding: float) -> float:
    longest = max((_longest(row[column]) for row in rows if column < len(row)), default=0.0)
    return longest + (1 if column in {0, count - 1} else 2) * padding + 0.5


def _longest(cell: Cell) -> float:
    return max([flowable.minWidth() for flowable in cell.flowables()], default=0.0)


def table_that_fits(
    setter: Typesetter, make: Callable[[Typesetter], RuledTable], room: float | None = None
) -> RuledTable:
    """Return the table of ``make`` in the office's text size, or smaller until all words fit.

    The width of the text if none is named. Half the office's size is the least; words wider than a column can ever be
    are cut at any size.
    """
    width = frame.text_width(setter.typography) if room is None else room
    made, size = make(setter), setter.typography.size
    for smaller in frame.smaller(setter):
        lacking = made.cut(width)
        if not lacking:
            break
        # about as much smaller as the words are too wide: few sizes are tried
        if smaller.typography.size <= size * width / (width + lacking):
            made, size = make(smaller), smaller.typography.size
    return made
