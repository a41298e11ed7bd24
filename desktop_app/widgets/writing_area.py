"""A piece of a long text that is written in place: saved when it is left or has rested, Enter goes on."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from desktop_app.widgets.text_area import TextArea
from desktop_app.widgets.tokens import TextRole

REST_MS: Final = 2_000
"""How long after the last key a draft is saved."""
AIR: Final = 118
"""Line height of writing, in hundredths of the font's own."""


class WritingArea(TextArea):
    """`settled` once what is typed differs from what is stored and the operator rests or leaves.

    `entered` is Enter (Shift+Enter breaks the line), `emptied` is Backspace in an empty one, `walked` an arrow
    that leaves its first or last line, `focused` the keyboard's arrival.
    """

    settled = Signal(str)
    entered = Signal()
    emptied = Signal()
    walked = Signal(int)
    focused = Signal()
    enter_settles = True
    """Whether Enter has it saved before it goes on; a line for new records hands its text over instead."""

    def __init__(
        self, parent: QWidget | None = None, *, role: TextRole = TextRole.WRITING, placeholder: str = ""
    ) -> None:
        super().__init__(parent, role=role, grows=True, bare=True, line_height=AIR)
        self._stored = ""
        self._sent = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.settle)
        self.setPlaceholderText(placeholder)
        self.document().setDocumentMargin(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.set_lines(1)
        self.textChanged.connect(self._typed)

    def show_stored(self, text: str) -> None:
        """Show what is stored; something typed that is not stored yet stays."""
        changed, typed = text != self._stored, self.text()
        untouched = typed in (self._stored, text)
        self._stored = text
        if untouched:
            self._sent = text
        if typed != text and (untouched or (changed and typed == self._sent)):
            place = self.textCursor().position()
            self.set_text(text)
            cursor = self.textCursor()
            cursor.setPosition(min(place, len(text)))
            self.setTextCursor(cursor)

    def set_text(self, text: str) -> None:
        """Show a text as stored."""
        self._stored = self._sent = text
        super().set_text(text)
        self._rest.stop()

    def is_unsaved(self) -> bool:
        """Whether something stands here that is not stored."""
        return self.text() != self._stored

    def settle(self) -> None:
        """Have it saved now, if there is anything to save."""
        self._rest.stop()
        if self.text() != self._sent and not self.isReadOnly():
            self._sent = self.text()
            self.settled.emit(self._sent)

    def go_to(self, place: int) -> None:
        """Take the keyboard, at a place."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = self.textCursor()
        cursor.setPosition(max(0, min(place, len(self.text()))))
        self.setTextCursor(cursor)

    def go_to_end(self) -> None:
        """Take the keyboard, behind the last letter."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Backspace in an empty piece, and arrows over the edge leave it; the rest is writing."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and plain and not self.isReadOnly():
            if self.enter_settles:
                self.settle()
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Backspace and plain and not self.text() and not self.isReadOnly():
            self.emptied.emit()
        elif plain and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._at_edge(event.key()):
            self.walked.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard came."""
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving saves; a menu or a popup over the page does not."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.settle()

    def changeEvent(self, event: QEvent) -> None:
        """A new look changes the height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs another height."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """One line of a few words."""
        return QSize(80, self._least())

    def _least(self) -> int:
        return round(self.fontMetrics().lineSpacing() * AIR / 100) + 2

    def _at_edge(self, key: int) -> bool:
        probe = self.textCursor()
        step = QTextCursor.MoveOperation.Up if key == Qt.Key.Key_Up else QTextCursor.MoveOperation.Down
        return not probe.movePosition(step)

    def _typed(self) -> None:
        if self.text() != self._sent:
            self._rest.start()
        else:
            self._rest.stop()
