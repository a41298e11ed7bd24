"""The button that leads to the files of the record that shows; its number says how many there are."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop_app.domain.rules.files import RecordRef
from desktop_app.text.papers import attached_files as words
from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.widgets import with_keys
from desktop_app.views.files.file_drop import RECORD
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.style.button_paint import ButtonKind


class FilesButton(Button):
    """``count_wanted`` is emitted when another record shows, and when the button itself does."""

    count_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, kind=ButtonKind.QUIET, icon="paperclip", compact=True)
        self.setObjectName("files")
        self._record: RecordRef | None = None
        self._part: QWidget | None = None
        self.show_count(0)
        self.hide()

    @property
    def record(self) -> RecordRef | None:
        """Whose files these are."""
        return self._record

    def show_in(self, part: QWidget) -> None:
        """What is dropped on ``part`` goes to the record that shows."""
        self._part = part
        part.setProperty(RECORD, self._record)

    def show_record(self, record: RecordRef | None) -> None:
        """Another record shows, or none."""
        if record == self._record:
            return
        self._record = record
        if self._part is not None:
            self._part.setProperty(RECORD, record)
        shown = self.isVisible()
        self.setVisible(record is not None)
        if record is not None and shown:
            # one that only now shows asks by itself
            self.count_wanted.emit()

    def show_count(self, count: int) -> None:
        """How many files there are."""
        self.setText(persian(count) if count else "")
        name = words.counted(count)
        self.setAccessibleName(name)
        self.setToolTip(with_keys(name, words.KEYS))

    def showEvent(self, event: QShowEvent) -> None:
        """What was read while another page showed may be old."""
        super().showEvent(event)
        self.count_wanted.emit()
