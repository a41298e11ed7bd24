"""Pasting into a field of a page or sheet that takes files: what was copied as files arrives there as files."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from desktop_app.views.files.file_drop import brought


class FilesInFields(QObject):
    """The fields that stand in ``part`` now leave copied files to the act around them that pastes files."""

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        for kind in (QLineEdit, QTextEdit, QPlainTextEdit, QComboBox):
            for field in part.findChildren(kind):
                field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Files are pasted as files and not as their paths; a text goes into the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            pastes = event.matches(QKeySequence.StandardKey.Paste)
            if pastes and holds_files():
                event.ignore()
                return True
        return super().eventFilter(watched, event)


def holds_files() -> bool:
    """Whether the clipboard holds files, or else a picture; managers of files give their paths as a text besides."""
    mime = QGuiApplication.clipboard().mimeData()
    found = brought(mime)
    # cells of a sheet are copied as a text and as their picture
    return bool(found.paths) or (bool(found) and not mime.hasText())
