"""A place that takes dropped files: the record that they are given to, and the part of the page that shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QTableView, QWidget

from desktop_app.domain.rules.files import RecordRef


@dataclass(frozen=True, slots=True)
class DropPlace:
    """``box`` is the part of ``part`` that is framed while files are dragged over it, None for the whole of it."""

    record: RecordRef | None
    part: QWidget
    box: QRect | None = None


def shown_place(record: RecordRef | None, part: QWidget) -> DropPlace | None:
    """The record that shows on a page, or in a part of it that is open; nobody where none shows."""
    return DropPlace(record, part) if record is not None else None


def row_place(
    page: QWidget, table: QTableView, at: QPoint, record_of: Callable[[int], RecordRef | None]
) -> DropPlace | None:
    """The row of a table beneath a point of the page; nobody beside the rows. ``record_of`` knows that of a row."""
    viewport = table.viewport()
    index = table.indexAt(viewport.mapFrom(page, at))
    record = record_of(index.row()) if index.isValid() else None
    if record is None:
        return None
    row = QRect(0, table.rowViewportPosition(index.row()), viewport.width(), table.rowHeight(index.row()))
    return DropPlace(record, viewport, row)
