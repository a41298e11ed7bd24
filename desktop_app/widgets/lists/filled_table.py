"""Filling of a table whose rows and columns follow their contents: cells are measured once, not at each one put."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QHeaderView, QTableWidget


@contextmanager
def filled_at_once(table: QTableWidget) -> Iterator[None]:
    """Until the end rows and columns stay as large as they are.

    Else Qt measures all cells of a table on screen again for each one that is put into it: seconds for sixty rows.
    """
    fixed = QHeaderView.ResizeMode.Fixed
    rows, columns = table.verticalHeader(), table.horizontalHeader()
    of_rows = _mode_of_rows(table)
    modes = [columns.sectionResizeMode(column) for column in range(columns.count())]
    rows.setSectionResizeMode(fixed)
    columns.setSectionResizeMode(fixed)
    try:
        yield
    finally:
        for column, mode in enumerate(modes):
            columns.setSectionResizeMode(column, mode)
        rows.setSectionResizeMode(of_rows)


def _mode_of_rows(table: QTableWidget) -> QHeaderView.ResizeMode:
    """What all rows follow; Qt tells it of a row alone, and a table may have none yet."""
    if table.rowCount():
        return table.verticalHeader().sectionResizeMode(0)
    table.insertRow(0)
    mode = table.verticalHeader().sectionResizeMode(0)
    table.removeRow(0)
    return mode
