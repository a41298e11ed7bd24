"""Tables of the papers: level hairlines only, a stronger line above and under the heading row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus.flowables import Flowable

from desktop_app.printing.layout.stack import stroke_operator
from desktop_app.printing.layout.table import Cell, FaTable, TableStyle
from desktop_app.printing.papers.paper_styles import HAIRLINE, STRONG_LINE

_STYLE = TableStyle(grid=0.4, padding_x=4.0, padding_y=3.2)
_TOP = 0.9
_HEAD = 0.6
_HAIR = 0.35


class RuledTable(FaTable):
    """A table without upright lines; ``widths`` are points in logical order.

    The text of the first and of the last column stands at the very margins. A column is widened to its longest
    word, at the cost of column ``elastic``, so that no date or name is cut.
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
        if elastic is not None:
            widths = _fitted(cells, widths, elastic, style.padding_x)
        outer = [style.padding_x * (place in {0, len(widths) - 1}) for place in range(len(widths))]
        widened = [width + more for width, more in zip(widths, outer, strict=True)]
        super().__init__(cells, widened, header_rows=header_rows, head_columns=head_columns, style=style)

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


def _fitted(rows: list[list[Cell]], widths: Sequence[float], elastic: int, padding: float) -> list[float]:
    """Widths that hold each column's longest word, as far as the elastic column can give (to half its width)."""
    fitted = list(widths)
    spare = widths[elastic] / 2
    for column, width in enumerate(widths):
        if column == elastic:
            continue
        longest = (
            max(_longest(row, column) for row in rows) + (1 if column in {0, len(widths) - 1} else 2) * padding + 0.5
        )
        more = max(longest - width, 0.0)
        if more > spare:
            # it has to be cut anyway, and the elastic column keeps its width for all the other rows
            continue
        fitted[column] += more
        fitted[elastic] -= more
        spare -= more
    return fitted


def _longest(row: list[Cell], column: int) -> float:
    if column >= len(row) or any(cell.span > 1 for cell in row):
        return 0.0
    return max((float(flowable.minWidth()) for flowable in row[column].flowables()), default=0.0)
