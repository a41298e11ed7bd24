"""Pasting into a field of a page or sheet that takes files: what was copied as files arrives there as files."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.views.files.file_drop import brought


class FilesInFields(QObject):
    """Whatever field of ``owner`` has the keyboard leaves copied files to the act of ``owner`` that pastes."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        # fields come and go: the one that has the keyboard is the one that would take the key
        app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Files are pasted as files and not as their paths; a text goes into the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            pastes = event.matches(QKeySequence.StandardKey.Paste)
            if pastes and holds_files():
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._owner.isAncestorOf(new):
            new.installEventFilter(self)


def holds_files() -> bool:
    """Whether the clipboard holds files, or else a picture; managers of files give their paths as a text besides."""
    mime = QGuiApplication.clipboard().mimeData()
    found = brought(mime)
    # cells of a sheet are copied as a text and as their picture
    return bool(found.paths) or (bool(found) and not mime.hasText())
