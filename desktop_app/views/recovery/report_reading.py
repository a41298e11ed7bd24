"""The report of a recovery as it is read in the window: its text, which can be selected, and scrolls."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.text import recovery as words
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.fields.reading_area import ReadingArea
from desktop_app.widgets.style.tokens import GAP, TextRole

LEAST: Final = 160
"""Pixels in a low window."""


class ReportReading(ReadingArea):
    """Shown with a report, hidden without one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = TextLabel(role=TextRole.SECOND, wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setContentsMargins(GAP, GAP, GAP, GAP)
        self.setWidgetResizable(True)
        self.setAccessibleName(words.REPORT)
        self.setWidget(self._text)
        self.setMinimumHeight(LEAST)

    def show_report(self, text: str) -> None:
        """Every line of it."""
        self._text.setText(text)
        self.setVisible(bool(text))
