"""A part of a page with room for one file: dropped onto it, or pasted, as a record takes its files."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.text.papers import attached_files as words
from desktop_app.views.files.drop_place import DropPlace
from desktop_app.views.files.file_drop import Brought, FileDrop, pasted
from desktop_app.views.files.file_paste import FilesInFields


class OneFile(QObject):
    """`brought` carries a file or a picture, `refused` the sentence why there is none; both only while it ``may`` come.

    ``place`` is what is framed while a file is dragged over ``part``.
    """

    brought = Signal(object)
    refused = Signal(str)

    def __init__(self, part: QWidget, place: QWidget, may: Callable[[], bool]) -> None:
        super().__init__(part)
        self._may = may
        drop = FileDrop(part, lambda _part, _at: DropPlace(None, place) if may() else None)
        drop.dropped.connect(lambda _record, found: self._take(found))
        FilesInFields(part)

    def paste(self) -> None:
        """Take what the clipboard holds; the act of the page that has the keys."""
        if self._may():
            self._take(pasted())

    def _take(self, found: Brought) -> None:
        if len(found.paths) > 1:
            # which of them would it be?
            self.refused.emit(words.ONE_FILE)
        elif found:
            self.brought.emit(found)
        else:
            self.refused.emit(words.NOTHING_TO_PASTE)
