"""Receiving of files that are dropped on a part of the window or pasted there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QEvent,
    QIODevice,
    QMimeData,
    QObject,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QTableView, QTextEdit, QWidget

from desktop_app.domain.rules.files import RecordRef
from desktop_app.widgets.shell.shortcuts import add_action, add_page_action, paste_keys
from desktop_app.widgets.style.look import ring, tokens_of
from desktop_app.widgets.style.tokens import RADIUS_ROW
from desktop_app.words import attached_files as words

RECORD: Final = "filesOf"
"""Property of a widget: the record that takes what is dropped on it; of a table, a function from row to record."""
THICKNESS: Final = 3
"""Of the frame around what takes the files, thicker than that of the keyboard."""


@dataclass(frozen=True, slots=True)
class DroppedFiles:
    """What was dropped or pasted: local files, or a picture."""

    paths: tuple[Path, ...] = ()
    picture: QImage | None = None

    def __bool__(self) -> bool:
        """Whether it holds a file or a picture."""
        return bool(self.paths) or self.picture is not None


def files_in(mime: QMimeData | None) -> DroppedFiles:
    """Return the local files or the picture in a MIME object; files on the network are left out."""
    if mime is None:
        return DroppedFiles()
    paths = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile() and url.toLocalFile())
    if paths:
        return DroppedFiles(paths)
    image = mime.imageData() if mime.hasImage() else None
    return DroppedFiles(picture=image) if isinstance(image, QImage) and not image.isNull() else DroppedFiles()


def clipboard_files() -> DroppedFiles:
    """Return the files or the picture on the clipboard."""
    return files_in(QGuiApplication.clipboard().mimeData())


class FileDrop(QObject):
    """Accepts files dropped on ``part`` for the nearest record around the pointer (:data:`RECORD`).

    With ``anywhere`` a drop outside all records is accepted too; while ``may`` returns False nothing is accepted.
    ``frame`` is the widget that is framed then, ``part`` by default.
    """

    dropped = Signal(object, object)
    """The record, or None, and the :class:`DroppedFiles`."""

    def __init__(
        self,
        part: QWidget,
        *,
        anywhere: bool = False,
        may: Callable[[], bool] = lambda: True,
        frame: QWidget | None = None,
    ) -> None:
        super().__init__(part)
        self._part, self._may, self._beside = part, may, frame or part
        self._frame = _DropFrame(part)
        self.anywhere = anywhere
        part.setAcceptDrops(True)
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept dropped files as a copy."""
        # a drag that enters is also one that moves, and both are a drop
        if not isinstance(event, QDropEvent):
            if event.type() in (QEvent.Type.DragLeave, QEvent.Type.Hide):
                self._frame.hide()
            return super().eventFilter(watched, event)
        held = event.mimeData()
        # a picture is not decoded before it is let go
        wanted = (_has_files(held) or held.hasImage()) and self._may()
        place = self._place_at(event.position().toPoint()) if wanted else None
        if place is None:
            self._frame.hide()
            event.ignore()
            return True
        # never a move: the file of the operator stays where it is
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if isinstance(event, QDragEnterEvent | QDragMoveEvent):
            self._frame.show_over(place)
        else:
            self._frame.hide()
            self.dropped.emit(place.record, files_in(held))
        return True

    def _place_at(self, at: QPoint) -> _Place | None:
        widget: QWidget | None = self._part.childAt(at) or self._part
        while widget is not None:
            found = widget.property(RECORD)
            if isinstance(found, RecordRef):
                return _Place(found, widget)
            if isinstance(widget, QTableView) and callable(found):
                return _row_at(widget, widget.viewport().mapFrom(self._part, at), found) or self._place_beside()
            widget = widget.parentWidget() if widget is not self._part else None
        return self._place_beside()

    def _place_beside(self) -> _Place | None:
        return _Place(None, self._beside) if self.anywhere else None


class FilesInFields(QObject):
    """Lets the fields now in ``part`` leave pasted files to the paste action of ``part``."""

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        for kind in (QLineEdit, QTextEdit, QPlainTextEdit, QComboBox):
            for field in part.findChildren(kind):
                field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave pasted files to the paste action; let pasted text go into the field."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Paste)
        ):
            held = QGuiApplication.clipboard().mimeData()
            # managers of files give the paths as a text besides; cells of a sheet are a text and their picture
            if held is not None and (_has_files(held) or (held.hasImage() and not held.hasText())):
                event.ignore()
                return True
        return super().eventFilter(watched, event)


class FileEntry(QObject):
    """Accepts files dropped on a form or pasted into it.

    `brought` carries the files, `refused` the sentence why there are none; neither is emitted while ``may`` returns
    False. With ``one`` the form accepts a single file. ``on_page`` binds the paste keys to the whole page.
    """

    brought = Signal(object)
    refused = Signal(str)

    def __init__(
        self,
        part: QWidget,
        *,
        one: bool = False,
        on_page: bool = False,
        may: Callable[[], bool] = lambda: True,
        frame: QWidget | None = None,
    ) -> None:
        super().__init__(part)
        self._one, self._may = one, may
        drop = FileDrop(part, anywhere=True, may=may, frame=frame)
        drop.dropped.connect(lambda _record, found: self._take(found))
        (add_page_action if on_page else add_action)(part, words.PASTE, paste_keys(), self._paste)
        FilesInFields(part)

    def _paste(self) -> None:
        if self._may():
            self._take(clipboard_files())

    def _take(self, found: DroppedFiles) -> None:
        if self._one and len(found.paths) > 1:
            # which of them would it be?
            self.refused.emit(words.ONE_FILE)
        elif found:
            self.brought.emit(found)
        else:
            self.refused.emit(words.NOTHING_TO_PASTE)


def png_of(image: QImage) -> bytes:
    """Return the picture as PNG bytes; slow for a large picture; callable from any thread."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # the stub wants bytes, Qt takes the name
    return bytes(kept.data())


# ---- inside


@dataclass(frozen=True, slots=True)
class _Place:
    """A drop target; ``box`` is the rectangle of ``part`` to frame, None for the whole."""

    record: RecordRef | None
    part: QWidget
    box: QRect | None = None


def _row_at(table: QTableView, at: QPoint, record_of: Callable[[int], RecordRef | None]) -> _Place | None:
    """Return the table row under a point of the viewport; None where there is no row."""
    index, viewport = table.indexAt(at), table.viewport()
    record = record_of(index.row()) if index.isValid() else None
    if record is None:
        return None
    row = QRect(0, table.rowViewportPosition(index.row()), viewport.width(), table.rowHeight(index.row()))
    return _Place(record, viewport, row)


class _DropFrame(QWidget):
    """The frame around the drop target; it is transparent for the mouse."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setObjectName("dropFrame")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._page = page
        self.hide()

    def show_over(self, place: _Place) -> None:
        """Show the frame around the visible part of a drop target."""
        part = place.part
        box = (place.box if place.box is not None else part.rect()) & part.visibleRegion().boundingRect()
        corner = box.topLeft() if part is self._page else part.mapTo(self._page, box.topLeft())
        self.setGeometry(QRect(corner, box.size()))
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame in the accent colour."""
        painter = QPainter(self)
        ring(painter, QRectF(self.rect()), RADIUS_ROW, tokens_of(self).colour("accent"), THICKNESS)


def _has_files(mime: QMimeData) -> bool:
    return any(url.isLocalFile() for url in mime.urls())
