"""Structure elements of table cells: header or data cell, scope and span, and blank columns that are left out."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.printing.layout.structure import Node


def cell_node(span: int, *, heads_column: bool, heads_row: bool) -> Node:
    """The element of a cell that is ``span`` columns wide."""
    scope = "/Scope/Column" if heads_column else "/Scope/Row" if heads_row else ""
    wide = f"/ColSpan {span}" if span > 1 else ""
    return Node("TH" if scope else "TD", attributes=f"/O/Table{scope}{wide}" if scope or wide else "")


def silent_columns(rows: Sequence[Sequence[tuple[int, bool]]]) -> frozenset[int]:
    """Columns of blank paper between others, which are none to a reader.

    Of each cell its span is given, and whether it is filled. Where a cell spans columns, every column counts.
    """
    if any(span > 1 for row in rows for span, _ in row):
        return frozenset()
    columns = range(max(map(len, rows), default=0))
    filled = {column for row in rows for column, (_, full) in enumerate(row) if full}
    return frozenset(columns) - filled
