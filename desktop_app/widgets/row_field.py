"""A field in a row of its like: its label stands at the head of the column, its refusal beneath it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.widgets.field import Field


class RowField(Field):
    """Named for those who hear the screen, without a label for those who see the head of the column."""

    def __init__(self, name: str, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent, label=name, editor=editor)
        self._label.setVisible(False)
        editor.setAccessibleName(name)
