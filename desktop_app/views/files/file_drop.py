"""Files brought to a record: dropped onto it, or pasted while the keyboard is in no field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from desktop_app.domain.rules.files import RecordRef


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


class FileDrop(QObject):
    """Watches a page for files; ``record_at`` says whose they are at a place, None where they are no record's.

    Those are taken only while ``anywhere`` is set.
    """

    dropped = Signal(object, object)
    """The record, or None, and what was :class:`Brought`."""

    def __init__(self, page: QWidget, record_at: Callable[[QWidget | None], RecordRef | None]) -> None:
        super().__init__(page)
        self._page, self._record_at = page, record_at
        self.anywhere = False
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is dropped, as a copy."""
        # a drag that enters is also one that moves, and both are a drop
        if not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        record = self._record_at(self._page.childAt(event.position().toPoint()))
        has_files = any(url.isLocalFile() for url in event.mimeData().urls()) or event.mimeData().hasImage()
        if not has_files or (record is None and not self.anywhere):
            event.ignore()
        else:
            event.setDropAction(_copy())
            event.accept()
            if not isinstance(event, QDragEnterEvent | QDragMoveEvent):
                self.dropped.emit(record, brought(event.mimeData()))
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
