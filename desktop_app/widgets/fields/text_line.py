"""A line of text into which files are not typed: what is dragged as files goes on to what is around."""

from __future__ import annotations

from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent
from PySide6.QtWidgets import QLineEdit


class TextLine(QLineEdit):
    """Qt's own line takes the paths of files for a text."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A text may be let go here."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """As when it came; each step of the mouse is asked anew."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragMoveEvent(event)
