"""Forms in a sheet or instead of a row: one key alone never loses what is typed.

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


class FormSheet(SheetDialog, Drafted):
    """Esc and ✕ ask once while something is typed, and again after more was; a cancel button calls :meth:`leave`.

    Whoever makes one says with :meth:`content` what the form holds and with :meth:`warn` where a warning stands, and
    calls :meth:`begin` once the form is filled.
    """

    def __init__(self, parent: QWidget | None = None, *, title: str = "", context: str = "", width: int = 520) -> None:
        super().__init__(parent, title=title, context=context, width=width)
        self._begun: object = None
        self._warned: object = None

    def content(self) -> object:
        """What the form holds, as a value that can be compared."""
        raise NotImplementedError

    def warn(self, text: str) -> None:
        """Show the warning that what is typed is not saved."""
        raise NotImplementedError

    def save(self) -> None:
        """Hand over what is typed; a form that saves closes.

        :raises NotImplementedError: the form has another act.
        """
        raise NotImplementedError

    def save_now(self) -> bool:
        """Save, and tell whether the form closed: one that was refused stays, with the reason at its field."""
        self.save()
        return self.isHidden()

    def begin(self) -> None:
        """What the form holds now is what it began with."""
        self._begun = self._warned = self.content()

    def is_dirty(self) -> bool:
        """Whether something was typed or chosen."""
        return self.content() != self._begun

    def offer(self, title: str, act: str) -> SignalInstance:
        """Say above the fields what is wrong with the office, with one way out; what is returned tells its press."""
        band = MessageBand()
        band.setObjectName("offered")
        self.body.insertWidget(0, band)
        band.show_message(title, tone=Tone.DANGER, action=act)
        return band.action_requested

    def leave(self) -> None:
        """Close; what is typed goes, for that is what the button says."""
        super().reject()

    def reject(self) -> None:
        """Esc and ✕: the first time with something typed only warns."""
        content = self.content()
        if content not in (self._begun, self._warned):
            self._warned = content
            self.warn(words.LEAVE_AGAIN)
            return
        super().reject()
