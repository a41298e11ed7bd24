"""A field in a row of its like: its label stands at the head of the column, its refusal beneath it."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.widgets.fields.field import Field


def show_beginning(line: QLineEdit, text: str) -> None:
    """Put a text from code in a line; one that is wider than its field shows its beginning."""
    line.setText(text)
    line.setCursorPosition(0)


class RowField(Field):
    """Named for those who hear the screen, without a label for those who see the head of the column."""

    def __init__(self, name: str, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent, label=name, editor=editor)
        self._label.setVisible(False)
        editor.setAccessibleName(name)
