"""A field of one line for a number: its digits are Persian while they are typed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.fields.typed import clean_figures


class FigureField(LineField):
    """What else is typed stays; whoever reads the number refuses what is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, clean=clean_figures)
