"""Right-to-left tables, and the structure elements of their cells.

The first logical column is at the right. An element is a header or data cell with scope and span; blank columns have
none.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import accumulate
from operator import sub
from typing import Final

from desktop_app.printing.engine.layout.canvas import LAYOUT, FaCanvas, canvas_of_program
from desktop_app.printing.engine.layout.stack import (
    SLACK,
    Block,
    Flowable,
    Stacked,
    cut_stack,
    draw_stack,
    height_of,
    measure_stack,
    stroke_operator,
    total_height,
)
from desktop_app.printing.engine.layout.structure import Node
from desktop_app.printing.engine.typesetting.style import MM
from desktop_app.printing.engine.typesetting.typesetter import colour_operator


def cell_node(span: int, *, heads_column: bool, heads_row: bool) -> Node:
    """Return the structure element of a cell that is ``span`` columns wide."""
    scope = "/Scope/Column" if heads_column else "/Scope/Row" if heads_row else ""
    wide = f"/ColSpan {span}" if span > 1 else ""
    return Node("TH" if scope else "TD", attributes=f"/O/Table{scope}{wide}" if scope or wide else "")


def blank_columns(rows: Sequence[Sequence[tuple[int, bool]]]) -> frozenset[int]:
    """Return the blank columns between others, which do not count for readers of the structure.

    Of each cell its span is given, and whether it is filled. Where a cell spans columns, every column counts.
    """
    if any(span > 1 for row in rows for span, _ in row):
        return frozenset()
    columns = range(max(map(len, rows), default=0))
    filled = {column for row in rows for column, (_, full) in enumerate(row) if full}
    return frozenset(columns) - filled


@dataclass(frozen=True, slots=True)
class TableStyle:
    """Lines, fills and padding of a table.

    ``grid`` 0 draws no lines; a row higher than ``split_above`` may be split over two pages (half a page).

    """

    grid: float = 0.4
    colour: str = "#000000"
    padding_x: float = 4.0
    padding_y: float = 2.5
    header_fill: str = ""
    split_above: float = 350.0
    before: float = 0.0
    after: float = 0.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell with one or more flowables, ``span`` columns wide, vertically centred if ``middle``."""

    content: Flowable | Sequence[Flowable] | None = None
    span: int = 1
    fill: str = ""
    middle: bool = False

    def flowables(self) -> list[Flowable]:
        """The content as a list."""
        if self.content is None:
            return []
        return [self.content] if isinstance(self.content, Flowable) else list(self.content)


_FEW_ROWS: Final = 4
_LOW: Final = 80 * MM
"""Tables of so few rows do not part unless they are higher than this."""


@dataclass(slots=True, eq=False)
class _MeasuredCell:
    """A measured cell: ``column`` is its first column, ``end`` the first column after it."""

    cell: Cell
    column: int
    end: int
    stack: list[Stacked]
    node: Node


@dataclass(slots=True, eq=False)
class _Row:
    cells: list[_MeasuredCell]
    height: float
    node: Node
    joined: bool = False


class FaTable(Block):
    """Table of rows of cells; column widths in points (None: an equal share of the rest), in logical order.

    The first ``header_rows`` rows come again on every page. A row is split only if it is taller than
    ``style.split_above`` or than a whole page. The rows whose numbers are ``joined`` go on from the one above: no page
    ends between the two, and such a row may be split however tall it is. To a reader of the structure the header rows
    head the columns and the first ``head_columns`` cells of a row head that row; a table without either is no table
    but text set in columns.
    """

    def __init__(
        self,
        rows: Sequence[Sequence[Cell | Flowable | None]],
        widths: Sequence[float | None],
        *,
        header_rows: int = 1,
        head_columns: int = 0,
        style: TableStyle | None = None,
        right_to_left: bool = True,
        joined: Collection[int] = (),
    ) -> None:
        super().__init__()
        self.style = style or TableStyle()
        self._source = [[cell if isinstance(cell, Cell) else Cell(cell) for cell in row] for row in rows]
        self._widths = list(widths)
        self._header_rows = header_rows
        self._head_columns = head_columns
        self._silent = blank_columns([[(cell.span, bool(cell.flowables())) for cell in row] for row in self._source])
        self.node = Node("Table" if header_rows or head_columns else "Div")
        self._right_to_left = right_to_left
        self._joined = frozenset(joined)
        self._rows: list[_Row] | None = None
        self._edges: list[float] = []
        self._whole = True
        self._asked = 0.0

    def getSpaceBefore(self) -> float:  # noqa: N802 - the toolkit's name
        """Blank above."""
        return self.style.before

    def getSpaceAfter(self) -> float:  # noqa: N802 - the toolkit's name
        """Blank below."""
        return self.style.after

    @property
    def rows(self) -> list[_Row]:
        """The rows of this part after wrapping."""
        return self._rows if self._rows is not None else []

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Measure every row once per width."""
        if self._rows is None or (self._whole and abs(self._asked - available_width) > SLACK):
            self._asked = available_width
            self._edges = self._column_edges(available_width)
            self.width = self._edges[-1]
            self._rows = [self._measure_row(row, number) for number, row in enumerate(self._source)]
            self.height = sum(row.height for row in self._rows)
        return self.width, self.height

    def height_at(self, available_width: float) -> float:
        """Return the height at a width; the later :meth:`wrap` lays out the cells again."""
        edges = self._column_edges(available_width)
        return sum(self._tried_row(row, edges) for row in self._source)

    def _tried_row(self, cells: Sequence[Cell], edges: Sequence[float]) -> float:
        tallest, column = 0.0, 0
        for cell in cells:
            end = column + cell.span
            height = height_of(cell.flowables(), edges[end] - edges[column] - 2 * self.style.padding_x)
            tallest, column = max(tallest, height), end
        return tallest + 2 * self.style.padding_y

    def _column_edges(self, available: float) -> list[float]:
        """Return the distances of the column edges from the starting side."""
        given = sum(width for width in self._widths if width is not None)
        shares = self._widths.count(None)
        share = max(available - given, 0.0) / shares if shares else 0.0
        edges = [0.0]
        for width in self._widths:
            edges.append(edges[-1] + (share if width is None else width))
        return edges

    def _measure_row(self, cells: Sequence[Cell], number: int) -> _Row:
        placed: list[_MeasuredCell] = []
        column = 0
        for cell in cells:
            end = column + cell.span
            stack = measure_stack(cell.flowables(), self.room(column, end))
            node = cell_node(cell.span, heads_column=number < self._header_rows, heads_row=column < self._head_columns)
            placed.append(_MeasuredCell(cell, column, end, stack, node))
            column = end
        return _Row(placed, self._tallest(placed), Node("TR"), number in self._joined)

    def _tallest(self, cells: Sequence[_MeasuredCell]) -> float:
        return max((total_height(item.stack) for item in cells), default=0.0) + 2 * self.style.padding_y

    def room(self, column: int, end: int) -> float:
        """Return the width for text of a cell over these columns."""
        return self._edges[end] - self._edges[column] - 2 * self.style.padding_x

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Cut after the last row that fits; inside a row only if it is tall. A low table of few rows is not cut."""
        self.wrap(available_width, available_height)
        if self._whole and len(self.rows) - self._header_rows <= _FEW_ROWS and self.height <= _LOW:
            return []
        return self._split(available_width, available_height, self.style.split_above)

    def force_split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Cut inside the row at the border."""
        return self._split(available_width, available_height, 0.0)

    def without_last_row(self, available_width: float) -> list[FaTable]:
        """Return the table without its last row, and that row under the heads; empty if it cannot move."""
        self.wrap(available_width, float("inf"))
        rows = self.rows
        head = rows[: self._header_rows]
        if len(rows) < len(head) + 2 or rows[-1].joined:
            return []
        return [self._part(rows[:-1]), self._part([*head, rows[-1]])]

    def _split(self, width: float, height: float, tall: float) -> list[Flowable]:
        self.wrap(width, height)
        rows = self.rows
        head = rows[: self._header_rows]
        used = sum(row.height for row in head)
        at = len(head)
        while at < len(rows) and used + rows[at].height <= height + SLACK:
            used += rows[at].height
            at += 1
        if at == len(rows):
            return []
        if rows[at].joined or rows[at].height > tall:
            parts = self._split_row(rows[at], height - used)
            if parts:
                return [self._part([*rows[:at], parts[0]]), self._part([*head, parts[1], *rows[at + 1 :]])]
        if at == len(rows) - 1 > len(head) + 1:
            at -= 1  # the last row is not alone on its page
        while tall and at > len(head) and rows[at].joined:
            at -= 1
        return [self._part(rows[:at]), self._part([*head, *rows[at:]])] if at > len(head) else []

    def _split_row(self, row: _Row, height: float) -> list[_Row]:
        """Return two rows if every cell that does not fit can be split at the border."""
        inner = height - 2 * self.style.padding_y
        first: list[_MeasuredCell] = []
        second: list[_MeasuredCell] = []
        for item in row.cells:
            room = self.room(item.column, item.end)
            above, below = cut_stack(item.stack, room, inner)
            if below and not above:
                return []
            for part, flowables in ((first, above), (second, below)):
                cell = Cell(flowables, item.cell.span, item.cell.fill)
                part.append(_MeasuredCell(cell, item.column, item.end, measure_stack(flowables, room), item.node))
        parts = ((first, row.joined), (second, False))
        return [_Row(part, self._tallest(part), row.node, joined) for part, joined in parts]

    def _part(self, rows: list[_Row]) -> FaTable:
        part = object.__new__(type(self))
        part.__dict__.update(self.__dict__)
        part._rows, part._whole = rows, False
        part.height = sum(row.height for row in rows)
        return part

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """Draw fills, then text, then lines, so that no fill covers a line."""
        rows, page = self.rows, canvas_of_program(canvas)
        tops = list(accumulate((row.height for row in rows), sub, initial=y + self.height))
        for number, row in enumerate(rows):
            usual = self.style.header_fill if number < self._header_rows else ""
            self._draw_fills(page, x, tops[number + 1], row, usual)
        with page.inside(self.node):
            for number, (top, row) in enumerate(zip(tops, rows, strict=False)):
                # what heads the columns was said on the first page
                with page.artifact(LAYOUT) if number < self._header_rows and row.node.placed else nullcontext():
                    self._draw_texts(page, x, top, row)
        if self.style.grid and rows:
            page.add_lines(self._lines(x, tops, rows))

    def _draw_fills(self, page: FaCanvas, x: float, bottom: float, row: _Row, usual: str) -> None:
        for item in row.cells:
            fill = item.cell.fill or usual
            if fill:
                left, right = self.sides(x, item)
                box = f"{left:.2f} {bottom:.2f} {right - left:.2f} {row.height:.2f} re f"
                page.add_lines(f"{colour_operator(fill)} {box}")

    def _draw_texts(self, page: FaCanvas, x: float, top: float, row: _Row) -> None:
        style = self.style
        said = self.node.role == "Table"
        with page.inside(row.node) if said else nullcontext():
            for item in row.cells:
                down = (row.height - total_height(item.stack)) / 2 if item.cell.middle else style.padding_y
                with page.inside(item.node) if said and item.column not in self._silent else nullcontext():
                    draw_stack(item.stack, page, self.sides(x, item)[0] + style.padding_x, top - down)

    def sides(self, x: float, item: _MeasuredCell) -> tuple[float, float]:
        """Return the left and right edge of a cell of a table whose left edge is ``x``."""
        near, far = self._edges[item.column], self._edges[item.end]
        return (x + self.width - far, x + self.width - near) if self._right_to_left else (x + near, x + far)

    def _lines(self, x: float, tops: list[float], rows: list[_Row]) -> str:
        style = self.style
        parts = [f"{stroke_operator(style.colour)} {style.grid:g} w 2 J"]
        parts += [f"{x:.2f} {top:.2f} m {x + self.width:.2f} {top:.2f} l" for top in tops]
        for number, row in enumerate(rows):
            edges = {x, x + self.width}
            for item in row.cells:
                edges.update(self.sides(x, item))
            parts += [f"{edge:.2f} {tops[number]:.2f} m {edge:.2f} {tops[number + 1]:.2f} l" for edge in sorted(edges)]
        return " ".join([*parts, "S"])
