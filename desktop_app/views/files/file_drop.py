"""Files brought to a record: dropped onto it, or pasted while the keyboard is in no field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from desktop_app.views.files.drop_frame import DropFrame
from desktop_app.views.files.drop_place import DropPlace


@dataclass(frozen=True, slots=True)
class Brought:
    """What was dropped or pasted: files of the machine, or else a picture."""

    paths: tuple[Path, ...] = ()
    picture: QImage | None = None

    def __bool__(self) -> bool:
        """Whether there is anything in it."""
        return bool(self.paths) or self.picture is not None


def brought(mime: QMimeData | None) -> Brought:
    """The files or the picture that were copied; a file from the network is none of this machine."""
    if mime is None:
        return Brought()
    paths = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile() and url.toLocalFile())
    if paths:
        return Brought(paths)
    image = mime.imageData() if mime.hasImage() else None
    return Brought(picture=image) if isinstance(image, QImage) and not image.isNull() else Brought()


def pasted() -> Brought:
    """What the clipboard holds."""
    return brought(QGuiApplication.clipboard().mimeData())


PlaceAt = Callable[[QWidget | None, QPoint], DropPlace | None]
"""Who takes what is let go over a part of a page, at a point of the page."""


class FileDrop(QObject):
    """Watches a page for files; ``place_at`` says whose they are at a place, None where they are no record's.

    Those are taken only while ``anywhere`` is set. While files are dragged, what would take them is framed.
    """

    dropped = Signal(object, object)
    """The record, or None, and what was :class:`Brought`."""

    def __init__(self, page: QWidget, place_at: PlaceAt) -> None:
        super().__init__(page)
        self._page, self._place_at = page, place_at
        self._frame = DropFrame(page)
        self.anywhere = False
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is dropped, as a copy."""
        # a drag that enters is also one that moves, and both are a drop
        if not isinstance(event, QDropEvent):
            if event.type() in (QEvent.Type.DragLeave, QEvent.Type.Hide):
                self._frame.hide()
            return super().eventFilter(watched, event)
        at = event.position().toPoint()
        place = self._place_at(self._page.childAt(at), at)
        has_files = any(url.isLocalFile() for url in event.mimeData().urls()) or event.mimeData().hasImage()
        taken = has_files and (place is not None or self.anywhere)
        if not taken:
            self._frame.hide()
            event.ignore()
            return True
        event.setDropAction(_copy())
        event.accept()
        if isinstance(event, QDragEnterEvent | QDragMoveEvent):
            self._frame.show_over(place or DropPlace(None, self._page))
        else:
            self._frame.hide()
            self.dropped.emit(place.record if place is not None else None, brought(event.mimeData()))
        return True


def _copy() -> Qt.DropAction:
    # never a move: the file of the operator stays where it is
    return Qt.DropAction.CopyAction


def png_of(image: QImage) -> bytes:
    """The picture as a file; a large one takes its time, on whatever thread."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # the stub wants bytes, Qt takes the name
    return bytes(kept.data())
