"""Fields of a page or sheet that takes files: what was copied as files arrives there as files."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget


class FilesInFields(QObject):
    """The fields that stand in ``part`` now leave files to its act that pastes."""

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        for kind in (QLineEdit, QTextEdit, QPlainTextEdit, QComboBox):
            for field in part.findChildren(kind):
                field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Files come as files and not as their paths; a text goes into the field."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Paste)
            and _are_files(QGuiApplication.clipboard().mimeData())
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _are_files(mime: QMimeData | None) -> bool:
    """Files, or else a picture, which is not decoded for that."""
    if mime is None:
        return False
    if any(url.isLocalFile() for url in mime.urls()):
        # managers of files give the paths as a text besides
        return True
    # cells of a sheet are copied as a text and as their picture
    return mime.hasImage() and not mime.hasText()
