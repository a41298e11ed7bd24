"""A boxed field of several lines that is saved when it is left or has rested, for promotion in Designer."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from desktop_app.widgets.fields.drafted import Drafted
from desktop_app.widgets.fields.text_area import TextArea
from desktop_app.widgets.fields.writing_area import REST_MS


class WritingField(TextArea, Drafted):
    """Like a text area, with `settled` once what is typed has to be stored."""

    settled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, grows=True)
        self._stored = ""
        self._sent = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.settle)
        self.textChanged.connect(self._rest.start)
        self.set_lines(2)

    def text(self) -> str:
        """What stands here; line breaks alone are nothing to store."""
        shown = super().text()
        return shown if shown.strip() else ""

    def show_stored(self, text: str) -> None:
        """Show what is stored; something typed that is not stored yet stays."""
        typed = self.text() not in (self._stored, text)
        self._stored = text
        if not typed:
            self._sent = text
        if not typed and self.text() != text:
            self.set_text(text)
        self._rest.stop()

    def discard(self, text: str) -> None:
        """Show a text whatever stands here."""
        self._stored = self._sent = text
        self.set_text(text)
        self._rest.stop()

    def put_back(self, text: str) -> None:
        """Let a text that was refused stand here again; it is still not stored."""
        self._sent = text
        self.setPlainText(text)
        self._rest.stop()

    def is_unsaved(self) -> bool:
        """Whether something stands here that is not stored."""
        return self.text() != self._stored

    def is_dirty(self) -> bool:
        """The same, for the keeper of drafts."""
        return not self.isReadOnly() and self.is_unsaved()

    def settle(self) -> None:
        """Have it saved now, if there is anything to save."""
        self._rest.stop()
        if self.text() != self._sent and not self.isReadOnly():
            self._sent = self.text()
            self.hand_over(lambda: self.settled.emit(self._sent))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving saves, and takes away line breaks that stand alone."""
        super().focusOutEvent(event)
        if not self.text() and not self.document().isEmpty():
            self.set_text("")
        self.settle()
