"""Caret of a long text that never scrolls by itself: its page follows it, and arrows may lead it over an edge."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QScrollArea, QTextEdit, QWidget

CARET_AIR: Final = 40
"""What the page keeps in sight above and below the caret."""


def scroll_area_of(widget: QWidget) -> QScrollArea | None:
    """The page that a piece is scrolled with."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent


def show_caret(area: QTextEdit) -> None:
    """Scroll the page to the caret of a piece that has the keyboard."""
    page = scroll_area_of(area)
    inner = page.widget() if page is not None else None
    if page is not None and inner is not None and area.hasFocus():
        at = area.mapTo(inner, area.cursorRect().center())
        page.ensureVisible(at.x(), at.y(), 0, CARET_AIR)


def is_at_edge(caret: QTextCursor, key: int) -> bool:
    """Whether Up stands in the first line, or Down in the last."""
    probe = QTextCursor(caret)
    step = QTextCursor.MoveOperation.Up if key == Qt.Key.Key_Up else QTextCursor.MoveOperation.Down
    return not probe.movePosition(step)
