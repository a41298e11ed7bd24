"""A row of the list of files: the name, what kind of file it is, and the keys of everything the menu offers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop_app.domain.read_models.files_sheet import FileLine
from desktop_app.domain.rules.files import PDF, PICTURES, TEXT
from desktop_app.text.papers import attached_files as words
from desktop_app.text.shared.isolates import apart
from desktop_app.widgets.lists.item_drawing import ItemContent
from desktop_app.widgets.lists.item_row import ItemRow
from desktop_app.widgets.lists.state_mark import Shape
from desktop_app.widgets.style.tokens import Tone


class FileRow(ItemRow):
    """Enter and a double press show the file, F2 names it, Delete takes it off, Alt+arrows move it."""

    open_requested = Signal()

    def __init__(self, line: FileLine, parent: QWidget | None = None) -> None:
        super().__init__(parent, menu_name=words.MENU)
        self.line = line
        self.setObjectName(f"file_{line.link.id}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_content(content_of(line))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space look at the file."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open_requested.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Look at the file."""
        self.open_requested.emit()
        event.accept()


def content_of(line: FileLine) -> ItemContent:
    """What shows of a file."""
    kind = words.TYPES.get(line.file.type, words.OTHER_TYPE)
    chosen = line.link.classification
    told = [kind, words.size(line.file.size)]
    if chosen is not None:
        told.append(words.CLASSES[chosen.value])
    if line.fixed:
        told.append(words.FIXED)
    if line.doubt is not None:
        told.insert(0, words.DOUBTS[line.doubt.value])
    note = " · ".join(told)
    return ItemContent(
        apart(line.link.name),
        note,
        shape=Shape.TRIANGLE if line.doubt is not None else None,
        tone=Tone.WARNING if line.doubt is not None else Tone.NEUTRAL,
        icon=_icon(line.file.type),
        spoken=f"{line.link.name}، {'، '.join(told)}",
        act=words.SHOW,
    )


def _icon(media_type: str) -> str:
    if media_type in PICTURES:
        return "image"
    return "file-text" if media_type in (PDF, TEXT) else "paperclip"
