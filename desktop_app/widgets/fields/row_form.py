"""A form in the place of a row: Enter saves it from whichever field, Esc leaves it, and what is typed takes two."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_app.text.shared import widgets as words
from desktop_app.widgets.fields.drafted import Drafted, fields_of, typed_texts
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.style.tokens import Tone


class RowForm(QWidget, Drafted):
    """What such forms share; each says what saving means.

    Esc asks once while something is typed, and again after more was; a button that leaves says so and leaves at once.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.enter_saves = True
        """Not in a sheet, whose button names other keys."""
        self._warned: Mapping[str, str] | None = None
        self._warning: Field | None = None

    def save(self) -> None:
        """Hand over what was typed.

        :raises NotImplementedError: the form does not say how.
        """
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc, from whichever field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.enter_saves:
            self.save()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        typed = typed_texts(self)
        if self.is_dirty() and typed != self._warned:
            self._warned = typed
            self._warn()
            return
        self._end_warning()
        self.left.emit()

    def _warn(self) -> None:
        """Beneath the field that has the keyboard, until something is typed."""
        self._end_warning()
        holder = self._field_with_keyboard()
        if holder is None:
            return
        self._warning = holder
        holder.set_notice(words.LEAVE_AGAIN, Tone.WARNING)
        for field in fields_of(self).values():
            field.textChanged.connect(self._end_warning)

    def _end_warning(self) -> None:
        holder, self._warning = self._warning, None
        if holder is None:
            return
        for field in fields_of(self).values():
            field.textChanged.disconnect(self._end_warning)
        if holder.notice_line().text() == words.LEAVE_AGAIN:
            holder.clear_notice()

    def _field_with_keyboard(self) -> Field | None:
        """The field round what has the keyboard; from a button, the first that shows."""
        one: QWidget | None = self.focusWidget()
        while one is not None and one is not self:
            if isinstance(one, Field):
                return one
            one = one.parentWidget()
        return next((field for field in self.findChildren(Field) if not field.isHidden()), None)
