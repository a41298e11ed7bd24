"""Forms shown in a list: of an agenda item, and of a seat's attendance.

The form of a seat asks who came as a substitute, with which letter, and when.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.read_models.sheets import FollowUp
from desktop_app.domain.rules.attendance import SeatMark
from desktop_app.domain.rules.meetings import ATTENDED, AgendaItem, AgendaKind, Attendance, AttendanceState
from desktop_app.domain.text.digits import latin_digits, persian_digits, record_number
from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.forms.meeting_item_form import Ui_MeetingItemForm
from desktop_app.forms.meeting_seat_form import Ui_MeetingSeatForm
from desktop_app.widgets.dates.date_source import DateSource
from desktop_app.widgets.feedback.form_sheet import RowForm
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.folded_completer import Option, suggest
from desktop_app.widgets.shell.action_bar import NarrowHints
from desktop_app.window.meeting import words
from desktop_app.words import states as state_words


class MeetingSeatForm(RowForm):
    """Form of a seat's attendance: Enter saves, Esc closes; unsaved input is kept while the meeting is shown."""

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
        """Show the fields of a state; keep unsaved input."""
        self._state = state
        self.draft_place = DraftField("attendance", seat.id, "seat") if seat.id else None
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
        """The attendance state that will be saved."""
        return self._state

    def is_dirty(self) -> bool:
        """Whether the form holds unsaved input."""
        return self._typed

    def settle(self) -> None:
        """Take the present input as saved."""
        self._typed = False
        self._clear()

    def forget(self) -> None:
        """Discard the input."""
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
        """Emit the mark unless a date or time is invalid."""
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
        """Return the attendance mark as typed."""
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
        """Show the error beneath its field."""
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


MOST_MINUTES = 600
BACKGROUND_LINES = 4
ROOMY = 280
"""A form of fewer pixels, at writing of the usual size, shows no keys on its buttons."""


class MeetingItemForm(RowForm):
    """Form of an agenda item: Enter or Ctrl+Enter saves, Esc closes; refused input stays."""

    saved = Signal(object)

    def __init__(
        self,
        item: AgendaItem,
        earlier: Sequence[FollowUp] = (),
        people: Sequence[Option] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_MeetingItemForm()
        self.ui.setupUi(self)
        self._item = item
        parent_place = DraftField("meeting", item.meeting_id or 0, "new_item")
        self.draft_place = DraftField("agenda_item", item.id, "item") if item.id else parent_place
        ui = self.ui
        ui.kindEdit.set_options([Option(kind.value, state_words.ITEM_KINDS[kind]) for kind in AgendaKind])
        ui.titleEdit.set_text(item.title)
        ui.presenterEdit.set_text(item.presenter)
        suggest(ui.presenterEdit, people)
        ui.minutesEdit.set_text(_written(item.planned_minutes))
        ui.kindEdit.set_value(item.kind.value)
        ui.backgroundEdit.set_lines(BACKGROUND_LINES)
        ui.backgroundEdit.set_text(item.background)
        self._offer_resolutions(item, earlier)
        NarrowHints(self, (ui.save, ui.leave), roomy=ROOMY)
        ui.save.clicked.connect(self.save)
        ui.leave.clicked.connect(self.left)
        for line in (ui.titleEdit, ui.presenterEdit, ui.minutesEdit):
            line.textEdited.connect(self._clear)
        ui.backgroundEdit.textChanged.connect(self._clear)

    def _offer_resolutions(self, item: AgendaItem, earlier: Sequence[FollowUp]) -> None:
        """Offer open resolutions of earlier meetings, and the item's own even if closed."""
        ui = self.ui
        options = [
            Option(str(one.resolution_id), words.resolution(record_number(one.number), one.text), one.text)
            for one in earlier
        ]
        chosen = str(item.resolution_id) if item.resolution_id is not None else None
        if chosen is not None and chosen not in {option.key for option in options}:
            options.append(Option(chosen, words.CLOSED_RESOLUTION))
        ui.resolutionEdit.set_options(options)
        ui.resolutionEdit.set_value(chosen)
        ui.resolutionEdit.value_changed.connect(lambda _value: self._clear())
        ui.resolutionField.setVisible(bool(options))

    def item_id(self) -> int:
        """The id of the edited item; 0 for a new one."""
        return self._item.id

    def is_dirty(self) -> bool:
        """Whether the form holds unsaved input."""
        ui, item = self.ui, self._item
        lines = (ui.titleEdit, ui.presenterEdit, ui.minutesEdit)
        typed = [line.text() for line in lines] != [item.title, item.presenter, _written(item.planned_minutes)]
        chosen = self._resolution() != self._item.resolution_id or ui.resolutionEdit.has_error()
        return typed or chosen or ui.backgroundEdit.text() != self._item.background

    def _resolution(self) -> int | None:
        chosen = self.ui.resolutionEdit.value()
        return int(chosen) if chosen else None

    def save(self) -> None:
        """Emit the item unless a number is invalid."""
        minutes = _whole(self.ui.minutesEdit.text())
        if minutes is None:
            self.show_refusal("planned_minutes", words.BAD_MINUTES)
            return
        if self.ui.resolutionEdit.has_error():
            self.show_refusal("resolution", words.BAD_RESOLUTION)
            return
        kind = self.ui.kindEdit.value()
        changed = replace(
            self._item,
            title=self.ui.titleEdit.text(),
            presenter=self.ui.presenterEdit.text(),
            background=self.ui.backgroundEdit.text(),
            planned_minutes=minutes,
            kind=AgendaKind(kind) if kind else AgendaKind.TOPIC,
            resolution_id=self._resolution(),
        )
        self.hand_over(lambda: self.saved.emit(changed))

    def show_refusal(self, field: str, text: str) -> None:
        """Show the error beneath its field."""
        holder, editor = {
            "planned_minutes": (self.ui.minutesField, self.ui.minutesEdit),
            "presenter": (self.ui.presenterField, self.ui.presenterEdit),
            "background": (self.ui.backgroundField, self.ui.backgroundEdit),
            "resolution": (self.ui.resolutionField, self.ui.resolutionEdit),
        }.get(field, (self.ui.titleField, self.ui.titleEdit))
        holder.set_error(text)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        ui = self.ui
        for holder in (ui.titleField, ui.presenterField, ui.minutesField, ui.resolutionField, ui.backgroundField):
            holder.clear_error()


def _written(minutes: int) -> str:
    return persian_digits(minutes) if minutes else ""


def _whole(text: str) -> int | None:
    """Return the minutes typed as a whole number; 0 for an empty text, None for an invalid one."""
    plain = latin_digits(text).strip()
    if not plain:
        return 0
    return int(plain) if plain.isascii() and plain.isdigit() and int(plain) <= MOST_MINUTES else None
