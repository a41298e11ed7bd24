"""A sheet that holds a form: what is typed in it is not lost by one key."""

from __future__ import annotations

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from desktop_app.text.shared import widgets as words
from desktop_app.widgets.feedback.message_band import MessageBand
from desktop_app.widgets.feedback.sheet_dialog import SheetDialog
from desktop_app.widgets.fields.drafted import Drafted
from desktop_app.widgets.style.tokens import Tone


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
