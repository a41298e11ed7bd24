"""Guest list of a meeting, and the form that edits a guest in the list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop_app.domain.read_models.sheets import MeetingSheet
from desktop_app.domain.rules.meetings import Guest
from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.forms.meeting_guest_form import Ui_MeetingGuestForm
from desktop_app.widgets.accessibility.keyboard_focus import focused_row, has_focus_inside, row_to_focus
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.feedback.form_sheet import RowForm
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.lists.item_drawing import ItemContent
from desktop_app.widgets.lists.item_row import ItemRow
from desktop_app.widgets.style.button_paint import SIDE_GAP, ButtonKind
from desktop_app.widgets.style.look import GroundFrame
from desktop_app.widgets.style.tokens import GAP_INSIDE, Ink, TextRole
from desktop_app.window.meeting import words
from desktop_app.window.meeting.signals import MeetingSignals


class MeetingGuestForm(RowForm):
    """Form of a guest: Enter saves, Esc closes; a new guest has no times yet."""

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
        """The id of the edited guest; 0 for a new one."""
        return self._guest.id

    def is_dirty(self) -> bool:
        """Whether the form holds unsaved input."""
        ui, guest = self.ui, self._guest
        unread = ui.arrivedEdit.has_error() or ui.leftEdit.has_error()
        times = (ui.arrivedEdit.time() or "", ui.leftEdit.time() or "")
        shown = (ui.nameEdit.text(), ui.postEdit.text(), *times)
        return unread or shown != (guest.name, guest.post, guest.arrived_at, guest.left_at)

    def save(self) -> None:
        """Emit the guest unless a time is invalid."""
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
        """Show the error beneath its field."""
        holder = self._holders().get(field, self.ui.nameField)
        holder.refuse(text)

    def _holders(self) -> dict[str, Field]:
        ui = self.ui
        return {"name": ui.nameField, "post": ui.postField, "arrived_at": ui.arrivedField, "left_at": ui.leftField}

    def _clear(self) -> None:
        for holder in self._holders().values():
            holder.clear_error()


class GuestList(QWidget):
    """Guest rows under a heading with an add button; the form replaces the row being edited."""

    form_closed = Signal()

    def __init__(self, signals: MeetingSignals, now: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signals, self._now = signals, now
        self._sheet: MeetingSheet | None = None
        self._rows: dict[int, ItemRow] = {}
        self._guests: dict[int, Guest] = {}
        self._form: MeetingGuestForm | None = None
        self._menu = QMenu(self)
        self.add = Button(text=words.ADD_GUEST, kind=ButtonKind.LINK, small=True, icon="user-plus")
        self.add.setObjectName("addGuest")
        self.add.setAccessibleName(words.ADD_GUEST)
        self.add.clicked.connect(self.add_guest)
        self._none = TextLabel(text=words.NO_GUESTS, role=TextRole.SECOND, ink=Ink.QUIET)
        self._none.setContentsMargins(GAP_INSIDE, 6, GAP_INSIDE, 6)
        head = GroundFrame(ground="sunken", sides=False)
        line = QHBoxLayout(head)
        line.setContentsMargins(GAP_INSIDE - 1 - SIDE_GAP, 3, GAP_INSIDE - 1, 4)
        line.addWidget(TextLabel(text=words.GUESTS, role=TextRole.STRONG))
        line.addStretch(1)
        line.addWidget(self.add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(head)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(4, 2, 4, 0)
        self._list.setSpacing(0)
        self._column.addLayout(self._list)
        self._column.addWidget(self._none)

    def show_sheet(self, sheet: MeetingSheet) -> None:
        """Show the guests of a meeting."""
        if self._sheet is not None and self._sheet.meeting.id != sheet.meeting.id:
            self.close_form()
        guests, order = {guest.id: guest for guest in sheet.guests}, list(self._guests)
        if self._form is not None and self._form.guest_id() in order and self._form.guest_id() not in guests:
            self.close_form()
        focused = focused_row(self._rows)
        self._sheet, self._guests = sheet, guests
        self._drop_gone()
        for guest in sheet.guests:
            self._show_guest(guest, editable=sheet.guests_editable)
        self._show_frame()
        if focused is not None:
            self.focus(row_to_focus(focused, order, self._guests))

    def focus(self, guest_id: int | None) -> None:
        """Focus the row of a guest, or the add button if there is none."""
        row = self._rows.get(guest_id) if guest_id is not None else None
        (self.add if row is None else row).setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_gone(self) -> None:
        for gone in [one for one in self._rows if one not in self._guests]:
            row = self._rows.pop(gone)
            row.hide()
            row.deleteLater()

    def _show_guest(self, guest: Guest, *, editable: bool) -> None:
        if guest.id not in self._rows:
            self._rows[guest.id] = self._make(guest.id)
        times = words.from_to(guest.arrived_at, guest.left_at)
        spoken = words.guest_spoken(guest.name, guest.post)
        content = ItemContent(guest.name, note=guest.post, end=times, icon="user", spoken=spoken, menu=editable)
        self._rows[guest.id].show_content(content)

    def form(self) -> MeetingGuestForm | None:
        """The open form, or None."""
        return self._form

    def row(self, guest_id: int) -> ItemRow | None:
        """The row of a guest."""
        return self._rows.get(guest_id)

    def add_guest(self) -> None:
        """Open the form of a new guest at the end."""
        if self._sheet is not None and self._sheet.guests_editable:
            version = self._sheet.minutes_version_id or 0
            self._open_form(Guest(minutes_version_id=version, ordinal=0, name=""))

    def show_refusal(self, field: str, text: str) -> bool:
        """Show the error beneath its field; return False if no form is open."""
        if self._form is not None:
            self._form.show_refusal(field, text)
        return self._form is not None

    def close_form(self) -> None:
        """Close the form and show the row again."""
        form, self._form = self._form, None
        if form is None:
            return
        had_focus = has_focus_inside(form)
        form.hide()
        form.deleteLater()
        self._show_frame()
        if had_focus:
            back: QWidget = self._rows.get(form.guest_id(), self.add)
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form_closed.emit()

    def _show_frame(self) -> None:
        editable = self._sheet is not None and self._sheet.guests_editable
        self.add.setVisible(editable and self._form is None)
        self._none.setVisible(not self._guests and self._form is None)
        hidden = self._form.guest_id() if self._form is not None else 0
        for guest_id, row in self._rows.items():
            row.setVisible(guest_id != hidden)

    def _make(self, guest_id: int) -> ItemRow:
        row = ItemRow(self, menu_name=words.GUEST_MENU)
        row.setObjectName(f"guest_{guest_id}")
        row.edit_requested.connect(lambda: self.edit_guest(guest_id))
        row.remove_requested.connect(lambda: self._remove(guest_id))
        row.walked.connect(lambda step: self._walk(guest_id, step))
        row.menu_requested.connect(lambda at: self._open_menu(guest_id, at))
        self._list.addWidget(row)
        return row

    def _walk(self, guest_id: int, step: int) -> None:
        order = list(self._guests)
        place = max(0, min(len(order) - 1, order.index(guest_id) + step))
        self._rows[order[place]].setFocus(Qt.FocusReason.OtherFocusReason)

    def edit_guest(self, guest_id: int) -> None:
        """Open the form of a guest."""
        if self._sheet is not None and self._sheet.guests_editable:
            self._open_form(self._guests[guest_id])

    def _remove(self, guest_id: int) -> None:
        if self._sheet is not None and self._sheet.guests_editable:
            self._signals.guest_removed.emit(guest_id)

    def _open_menu(self, guest_id: int, at: QPoint) -> None:
        self._menu.clear()
        if self._sheet is None or not self._sheet.guests_editable:
            return
        self._menu.addAction(words.EDIT).triggered.connect(lambda _on=False: self.edit_guest(guest_id))
        self._menu.addAction(words.REMOVE).triggered.connect(lambda _on=False: self._remove(guest_id))
        self._menu.popup(at)

    def _leave(self) -> None:
        self.close_form()
        self._signals.edit_left.emit()

    def _open_form(self, guest: Guest) -> None:
        if self._form is not None and self._form.guest_id() == guest.id:
            return
        if self._form is not None and self._form.is_dirty():
            self._form.save()
            if self._form is not None:
                # refused: what is typed there comes first
                return
        self.close_form()
        form = self._form = MeetingGuestForm(guest, self._now, self)
        new = DraftField("meeting", self._sheet.meeting.id if self._sheet is not None else 0, "new_guest")
        form.draft_place = DraftField("guest", guest.id, "guest") if guest.id else new
        form.saved.connect(self._signals.guest_saved)
        form.removed.connect(self._signals.guest_removed)
        form.left.connect(self._leave)
        row = self._rows.get(guest.id)
        self._list.insertWidget(self._list.indexOf(row) + 1 if row is not None else self._list.count(), form)
        self._show_frame()
        form.show()
        form.ui.nameEdit.setFocus(Qt.FocusReason.OtherFocusReason)
