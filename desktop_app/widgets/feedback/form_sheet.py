"""Forms in a dialog or in a row; no single key loses what is typed.

In a row Enter saves from any field and Esc leaves; what is typed takes two.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.feedback.sheet_dialog import SheetDialog
from desktop_app.widgets.fields.drafted import Drafted, fields_of, typed_texts
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.style.tokens import Tone
from desktop_app.words import widgets as words


class RowForm(QWidget, Drafted):
    """Base of forms that replace a row; subclasses define saving.

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
        """Save what was typed.

        :raises NotImplementedError: the form does not say how.
        """
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Enter, cancel on Esc."""
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
        """Show a warning below the field with the focus, until the operator types."""
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
        """Return the field with the focus, or the first visible one."""
        one: QWidget | None = self.focusWidget()
        while one is not None and one is not self:
            if isinstance(one, Field):
                return one
            one = one.parentWidget()
        return next((field for field in self.findChildren(Field) if not field.isHidden()), None)


class FormSheet(SheetDialog, Drafted):
    """Form dialog; Esc and ✕ warn before typed text is lost. A cancel button calls :meth:`leave`.

    Whoever makes one says with :meth:`content` what the form holds and with :meth:`warn` where a warning stands, and
    calls :meth:`begin` once the form is filled.
    """

    def __init__(self, parent: QWidget | None = None, *, title: str = "", context: str = "", width: int = 520) -> None:
        super().__init__(parent, title=title, context=context, width=width)
        self._begun: object = None
        self._warned: object = None

    def content(self) -> object:
        """The contents of the form, as a comparable value."""
        raise NotImplementedError

    def warn(self, text: str) -> None:
        """Show the warning that the input is not saved."""
        raise NotImplementedError

    def save(self) -> None:
        """Save the input; a form that saves closes.

        :raises NotImplementedError: the form has another act.
        """
        raise NotImplementedError

    def save_now(self) -> bool:
        """Save; return whether the form closed. A refused form stays with the error at its field."""
        self.save()
        return self.isHidden()

    def begin(self) -> None:
        """Take the present contents as unchanged."""
        self._begun = self._warned = self.content()

    def is_dirty(self) -> bool:
        """Whether the contents changed."""
        return self.content() != self._begun

    def offer(self, title: str, act: str) -> SignalInstance:
        """Show above the fields a problem of the office with a button that solves it; return the button's signal."""
        band = MessageBand()
        band.setObjectName("offered")
        self.body.insertWidget(0, band)
        band.show_message(title, tone=Tone.DANGER, action=act)
        return band.action_requested

    def leave(self) -> None:
        """Close and discard the input."""
        super().reject()

    def reject(self) -> None:
        """Close on Esc and ✕; with unsaved input, warn the first time."""
        content = self.content()
        if content not in (self._begun, self._warned):
            self._warned = content
            self.warn(words.LEAVE_AGAIN)
            return
        super().reject()
