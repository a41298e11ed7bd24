"""The form of a guest, in the place of the guest's row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.rules.meetings import Guest
from desktop_app.forms.meeting_guest_form import Ui_MeetingGuestForm
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.row_form import RowForm


class MeetingGuestForm(RowForm):
    """Enter saves, Esc leaves; a new guest has no times yet."""

    saved = Signal(object)
    removed = Signal(int)

    def __init__(self, guest: Guest, now: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_MeetingGuestForm()
        self.ui.setupUi(self)
        self._guest = guest
        ui = self.ui
        ui.nameEdit.set_text(guest.name)
        ui.postEdit.set_text(guest.post)
        for editor, time in ((ui.arrivedEdit, guest.arrived_at), (ui.leftEdit, guest.left_at)):
            editor.set_now(now)
            editor.set_time(time or None)
        for part in (ui.arrivedField, ui.leftField, ui.remove):
            part.setVisible(bool(guest.id))
        ui.save.clicked.connect(self.save)
        ui.leave.clicked.connect(self.left)
        ui.remove.clicked.connect(lambda: self.removed.emit(guest.id))
        for line in (ui.nameEdit, ui.postEdit, ui.arrivedEdit, ui.leftEdit):
            line.textEdited.connect(self._clear)

    def guest_id(self) -> int:
        """The guest that is edited; 0 for a new one."""
        return self._guest.id

    def is_dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        ui, guest = self.ui, self._guest
        unread = ui.arrivedEdit.has_error() or ui.leftEdit.has_error()
        times = (ui.arrivedEdit.time() or "", ui.leftEdit.time() or "")
        shown = (ui.nameEdit.text(), ui.postEdit.text(), *times)
        return unread or shown != (guest.name, guest.post, guest.arrived_at, guest.left_at)

    def save(self) -> None:
        """Hand the guest over; a time that is none says so itself."""
        ui = self.ui
        for editor in (ui.arrivedEdit, ui.leftEdit):
            if editor.has_error():
                editor.finish()
                editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        changed = replace(
            self._guest,
            name=ui.nameEdit.text(),
            post=ui.postEdit.text(),
            arrived_at=ui.arrivedEdit.time() or "",
            left_at=ui.leftEdit.time() or "",
        )
        self.hand_over(lambda: self.saved.emit(changed))

    def show_refusal(self, field: str, text: str) -> None:
        """Beneath the field that it is about."""
        holder = self._holders().get(field, self.ui.nameField)
        holder.refuse(text)

    def _holders(self) -> dict[str, Field]:
        ui = self.ui
        return {"name": ui.nameField, "post": ui.postField, "arrived_at": ui.arrivedField, "left_at": ui.leftField}

    def _clear(self) -> None:
        for holder in self._holders().values():
            holder.clear_error()
