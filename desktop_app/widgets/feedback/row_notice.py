"""Placement of the notice of a narrow field: beneath the whole row of fields, to be read in a line or two."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop_app.widgets.feedback.notice import NoticeLine


def line_beneath_row(field: QWidget) -> NoticeLine | None:
    """A new line beneath the row that a field stands in; None where it stands in none."""
    row = _row_of(field)
    if row is None:
        return None
    parent = row.parent()
    if isinstance(parent, QVBoxLayout):
        return _added(parent, parent.indexOf(row))
    holder = row.parentWidget()
    around = holder.parentWidget() if isinstance(holder, QWidget) else None
    layout = around.layout() if around is not None else None
    column = _holding(layout, holder) if layout is not None and isinstance(holder, QWidget) else None
    if isinstance(column, QVBoxLayout) and isinstance(holder, QWidget):
        return _added(column, column.indexOf(holder))
    return None


def beside_line(field: QWidget, line: NoticeLine) -> int:
    """How far the line begins from the edge of its row: under its own field, or as near as leaves it one line."""
    row = _row_of(field)
    if row is None:
        return 0
    whole = row.geometry()
    return max(0, min(whole.right() - field.geometry().right(), whole.width() - line.natural_width()))


def _added(column: QBoxLayout, place: int) -> NoticeLine:
    line = NoticeLine()
    line.hide()
    column.insertWidget(place + 1, line)
    return line


def _row_of(field: QWidget) -> QHBoxLayout | None:
    parent = field.parentWidget()
    layout = parent.layout() if parent is not None else None
    row = _holding(layout, field) if layout is not None else None
    return row if isinstance(row, QHBoxLayout) and row.count() > 1 else None


def _holding(layout: QLayout, widget: QWidget) -> QLayout | None:
    """The layout that holds a widget itself, at whatever depth."""
    if layout.indexOf(widget) >= 0:
        return layout
    inner = layout.findChildren(QLayout, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return next((found for one in inner if (found := _holding(one, widget))), None)
