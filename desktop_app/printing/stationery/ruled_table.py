"""Tables of the papers: level hairlines only, a stronger line above and under the heading row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from operator import add
from typing import Any

from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.layout.stack import stroke_operator
from desktop_app.printing.layout.table import Cell, FaTable, TableStyle
from desktop_app.printing.stationery.paper_styles import HAIRLINE, STRONG_LINE

_STYLE = TableStyle(grid=0.4, padding_x=4.0, padding_y=3.2)
_TOP = 0.9
_HEAD = 0.6
_HAIR = 0.35
_LONGEST = 0.25
"""The share of the whole width over which a word may be cut."""
_SLACK = 0.5


class RuledTable(FaTable):
    """A table without upright lines; ``widths`` are points in logical order.

    The text of the first and of the last column stands at the very margins. Where the widths do not add up to the room
    that there is, they are shares of it. A column is widened to its longest word, at the cost of column ``elastic``
    (on another sheet than the design's: of the widest, if none is named), so that no date or name is cut. Where that
    is not enough, every column gives what it can spare.
    """

    def __init__(
        self,
        rows: Sequence[Sequence[Flowable | Cell | Sequence[Flowable]]],
        widths: Sequence[float],
        *,
        header_rows: int = 1,
        head_columns: int = 0,
        elastic: int | None = None,
        style: TableStyle = _STYLE,
    ) -> None:
        cells = [[cell if isinstance(cell, Cell) else Cell(cell) for cell in row] for row in rows]
        super().__init__(cells, widths, header_rows=header_rows, head_columns=head_columns, style=style)
        self._shares = list(widths)
        self._elastic = elastic

    def _column_edges(self, available: float) -> list[float]:
        """The shares in points, widened to what they hold, and the outer padding."""
        given = sum(self._shares)
        widths, elastic = self._shares, self._elastic
        if abs(given - available) > _SLACK:
            widths = [width * available / given for width in widths]
            elastic = widths.index(max(widths)) if elastic is None else elastic
        if elastic is not None:
            widths = self._widened(widths, elastic, available)
        last = len(widths) - 1
        outer = [self.style.padding_x * (place in {0, last}) for place in range(len(widths))]
        return list(accumulate(map(add, widths, outer), initial=0.0))

    def _widened(self, widths: Sequence[float], elastic: int, available: float) -> list[float]:
        """Each column as wide as its longest word, at the cost of the elastic one, else of all that can spare it."""
        needed = [_needed(self._source, column, len(widths), self.style.padding_x) for column in range(len(widths))]
        fitted = _fitted(widths, needed, elastic)
        # a word longer than that is cut in any case, and takes no room from the others
        least = [width if need > available * _LONGEST else need for need, width in zip(needed, fitted, strict=True)]
        short = any(width + _SLACK < need for width, need in zip(fitted, least, strict=True))
        if short and (sum(least) <= available or fitted[elastic] < least[elastic]):
            return _evened(self._shares, least, available)
        return fitted

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """The outer padding hangs over the margins, so that no text is indented."""
        super().drawOn(canvas, x - self.style.padding_x, y)

    def _lines(self, x: float, tops: list[float], rows: list[Any]) -> str:
        right = x + self.width - self.style.padding_x
        x += self.style.padding_x
        parts = []
        for number, top in enumerate(tops):
            if number == 0 and self._header_rows:
                thickness, colour = _TOP, STRONG_LINE
            elif number in {0, self._header_rows, len(rows)}:
                thickness, colour = _HEAD, STRONG_LINE
            else:
                thickness, colour = _HAIR, HAIRLINE
            parts.append(f"{stroke_operator(colour)} {thickness:g} w {x:.2f} {top:.2f} m {right:.2f} {top:.2f} l S")
        return " ".join(parts)


def _fitted(widths: Sequence[float], needed: Sequence[float], elastic: int) -> list[float]:
    """Widths that hold each column's longest word, as far as the elastic column can give (to half its width)."""
    fitted = list(widths)
    spare = widths[elastic] / 2
    for column, width in enumerate(widths):
        if column == elastic:
            continue
        more = max(needed[column] - width, 0.0)
        if more > spare:
            # it has to be cut anyway, and the elastic column keeps its width for all the other rows
            continue
        fitted[column] += more
        fitted[elastic] -= more
        spare -= more
    return fitted


def _evened(shares: Sequence[float], needed: Sequence[float], available: float) -> list[float]:
    """Each column holds its longest word, and what is left goes to those that the design has wider than that."""
    scale = available / sum(shares)
    left = available - sum(needed)
    if left <= 0:
        return [width * available / sum(needed) for width in needed]
    wished = [max(share * scale - least, 0.0) for share, least in zip(shares, needed, strict=True)]
    return [least + left * wish / sum(wished) for least, wish in zip(needed, wished, strict=True)]


def _needed(rows: Sequence[Sequence[Cell]], column: int, count: int, padding: float) -> float:
    return max(_longest(row, column) for row in rows) + (1 if column in {0, count - 1} else 2) * padding + 0.5


def _longest(row: Sequence[Cell], column: int) -> float:
    if column >= len(row) or any(cell.span > 1 for cell in row):
        return 0.0
    return max((float(flowable.minWidth()) for flowable in row[column].flowables()), default=0.0)
