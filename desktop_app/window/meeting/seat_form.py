"""The form inside a seat's row: who came instead, with which letter, and when."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.rules.attendance import SeatMark
from desktop_app.domain.rules.meetings import ATTENDED, Attendance, AttendanceState
from desktop_app.domain.text.typed_drafts import DraftPlace
from desktop_app.forms.meeting_seat_form import Ui_MeetingSeatForm
from desktop_app.widgets.dates.date_source import DateSource
from desktop_app.widgets.feedback.form_sheet import RowForm
from desktop_app.widgets.fields.field import Field


class MeetingSeatForm(RowForm):
    """Enter saves, Esc leaves. It is kept while the page shows the meeting, so nothing that was typed is lost."""

    saved = Signal(object)

    def __init__(self, dates: DateSource, now: object, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_MeetingSeatForm()
        self.ui.setupUi(self)
        ui = self.ui
        ui.letterDayEdit.set_source(dates)
        if callable(now):
            ui.arrivedEdit.set_now(now)
            ui.leftEdit.set_now(now)
        self._state = AttendanceState.PRESENT
        self._typed = False
        ui.save.clicked.connect(self.save)
        ui.leave.clicked.connect(self.left)
        for line in (ui.nameEdit, ui.letterNumberEdit, ui.arrivedEdit, ui.leftEdit):
            line.textEdited.connect(self._touch)
        ui.letterDayEdit.day_changed.connect(self._touch)

    def show_seat(self, seat: Attendance, state: AttendanceState) -> None:
        """The form of a state; what was typed before and not saved stays."""
        self._state = state
        self.draft_place = DraftPlace("attendance", seat.id, "seat") if seat.id else None
        ui = self.ui
        own_letter = seat.state is AttendanceState.SUBSTITUTE
        if not self._typed:
            if own_letter:
                ui.nameEdit.set_text(seat.substitute_name)
                ui.letterNumberEdit.set_text(seat.letter_number)
                ui.letterDayEdit.set_day(seat.letter_day)
            ui.arrivedEdit.set_time(seat.arrived_at or None)
            ui.leftEdit.set_time(seat.left_at or None)
        instead = state is AttendanceState.SUBSTITUTE
        for holder in (ui.nameField, ui.letterNumberField, ui.letterDayField):
            holder.setVisible(instead)
        for holder in (ui.arrivedField, ui.leftField):
            holder.setVisible(state in ATTENDED)

    def state(self) -> AttendanceState:
        """The state that saving will mark."""
        return self._state

    def is_dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return self._typed

    def settle(self) -> None:
        """What is typed has been saved, or is given up."""
        self._typed = False
        self._clear()

    def forget(self) -> None:
        """Give up what was typed."""
        self.ui.nameEdit.set_text("")
        self.ui.letterNumberEdit.set_text("")
        self.ui.letterDayEdit.set_day(None)
        self.settle()

    def focus_first(self) -> None:
        """Give the keyboard to the first field."""
        instead = self._state is AttendanceState.SUBSTITUTE
        first: QWidget = self.ui.nameEdit if instead else self.ui.arrivedEdit
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Hand the mark over; a day or time that is none says so itself."""
        ui = self.ui
        for bad, editor in (
            (ui.letterDayEdit.has_error() and not ui.letterDayField.isHidden(), ui.letterDayEdit),
            (ui.arrivedEdit.has_error(), ui.arrivedEdit),
            (ui.leftEdit.has_error(), ui.leftEdit),
        ):
            if bad:
                editor.finish()
                editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.hand_over(lambda: self.saved.emit(self.mark()))

    def mark(self) -> SeatMark:
        """What stands in the form."""
        ui = self.ui
        instead = self._state is AttendanceState.SUBSTITUTE
        return SeatMark(
            state=self._state,
            substitute_name=ui.nameEdit.text() if instead else "",
            letter_number=ui.letterNumberEdit.text() if instead else "",
            letter_day=ui.letterDayEdit.day() if instead else None,
            arrived_at=ui.arrivedEdit.time() or "",
            left_at=ui.leftEdit.time() or "",
        )

    def show_refusal(self, field: str, text: str) -> None:
        """Beneath the field that it is about."""
        holder = self._holders().get(field, self.ui.arrivedField)
        holder.refuse(text)

    def _holders(self) -> dict[str, Field]:
        ui = self.ui
        return {
            "substitute_name": ui.nameField,
            "letter_number": ui.letterNumberField,
            "letter_day": ui.letterDayField,
            "arrived_at": ui.arrivedField,
            "left_at": ui.leftField,
        }

    def _touch(self, _value: object = None) -> None:
        self._typed = True
        self._clear()

    def _clear(self) -> None:
        for holder in self._holders().values():
            holder.clear_error()
