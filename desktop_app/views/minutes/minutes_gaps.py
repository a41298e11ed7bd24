"""Gaps to be filled in in a ready phrase: found and selected, one after the other."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from desktop_app.widgets.controls.held_keys import held_keys
from desktop_app.widgets.fields.writing_area import WritingArea

GAP: Final = re.compile(r"\[[^\[\]\n]{1,40}\]|\u2026")
"""A word in brackets, or an ellipsis."""


def select_gap(area: WritingArea, *, from_start: bool = False) -> bool:
    """Select the next gap behind the cursor, or the first one; whether there is any."""
    text = area.text()
    start = 0 if from_start else area.textCursor().selectionEnd()
    found = GAP.search(text, start) or GAP.search(text)
    if found is None:
        return False
    cursor = area.textCursor()
    cursor.setPosition(found.start())
    cursor.setPosition(found.end(), QTextCursor.MoveMode.KeepAnchor)
    area.setTextCursor(cursor)
    return True


def has_gap(text: str) -> bool:
    """Whether something is left to be filled in."""
    return GAP.search(text) is not None


def is_plain_tab(event: QEvent) -> bool:
    """Whether the Tab key alone was pressed."""
    if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
        return False
    return event.key() == Qt.Key.Key_Tab and not held_keys(event)
