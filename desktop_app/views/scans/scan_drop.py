"""Files and pictures of scans that are dragged onto a page or dialog."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from desktop_app.views.files.file_drop import brought


class ScanDrop(QObject):
    """`dropped` carries a :class:`~desktop_app.views.files.file_drop.Brought`; nothing while ``taking`` is off."""

    dropped = Signal(object)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.taking = True
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is dropped, as a copy: the file of the operator stays where it is."""
        # a drag that enters is also one that moves, and both are a drop
        if not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        held = event.mimeData()
        has_files = any(url.isLocalFile() for url in held.urls()) or held.hasImage()
        if not has_files or not self.taking:
            event.ignore()
            return True
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if not isinstance(event, QDragEnterEvent | QDragMoveEvent):
            self.dropped.emit(brought(held))
        return True
