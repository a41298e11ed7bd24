"""Attendance card: one row per seat, grouped by party, and the list of guests."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.read_models.sheets import MeetingSheet, PartyAttendance
from desktop_app.domain.rules.attendance import SeatMark
from desktop_app.domain.rules.meetings import BEFORE_INVITING, AttendanceState
from desktop_app.forms.meeting_attendance import Ui_MeetingAttendance
from desktop_app.widgets.controls.pill import PartyMark
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.date_source import DateSource, no_calendar
from desktop_app.widgets.feedback.form_sheet import RowForm
from desktop_app.widgets.lists.cell_content import SeatPips
from desktop_app.widgets.shell.action_bar import KeyHint
from desktop_app.widgets.shell.card import clear_layout
from desktop_app.widgets.style.look import GroundFrame, tokens_of
from desktop_app.widgets.style.tokens import GAP, GAP_INSIDE, Ink, TextRole, Tone
from desktop_app.window.meeting import words
from desktop_app.window.meeting.guests import GuestList
from desktop_app.window.meeting.history import is_before_records
from desktop_app.window.meeting.row_format import PARTY
from desktop_app.window.meeting.seat_row import SeatRow
from desktop_app.window.meeting.signals import MeetingSignals
from desktop_app.words import states as state_words

NARROW = 660
"""Below this width posts go beneath names, and the keys are told by tooltips alone."""
TIGHT = 520
"""Below this width the switch goes beneath the name, which would be cut beside it."""


class PartyHead(GroundFrame):
    """Heading of a party: its mark, its name, and the number of its seats present."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, ground="sunken", sides=False)
        self._mark, self._name, self._pips = PartyMark(), TextLabel(role=TextRole.STRONG), SeatPips()
        self._count = TextLabel(role=TextRole.LABEL, end=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(GAP_INSIDE - 1, 6, GAP_INSIDE - 1, 7)
        line.setSpacing(GAP + 2)
        for part in (self._mark, self._name):
            line.addWidget(part)
        line.addStretch(1)
        line.addWidget(self._pips)
        line.addWidget(self._count)

    def show_party(self, party: PartyAttendance, *, counts: bool) -> None:
        """Show a party; before the invitation nothing is counted."""
        self._mark.set_party(PARTY[party.party.code])
        self._name.setText(party.party.name)
        self._pips.setVisible(counts)
        self._pips.show_seats(party.present, party.filled)
        self._count.setText(words.seats_present(party.present, party.filled) if counts else "")
        self._count.set_ink(Tone.DONE if party.present else Ink.SECOND)


class AttendancePane(QWidget):
    """Attendance rows and guests; each key press marks a seat with one service call."""

    def __init__(self, signals: MeetingSignals, now: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_MeetingAttendance()
        self.ui.setupUi(self)
        self._signals, self._now = signals, now
        self._dates = no_calendar()
        self._folded = False
        self._sheet: MeetingSheet | None = None
        self._rows: dict[int, SeatRow] = {}
        self._heads: dict[int, PartyHead] = {}
        self._shape: tuple[object, ...] = ()
        self.guests = GuestList(signals, now)
        self.ui.guests.addWidget(self.guests)
        self._dress()

    def _dress(self) -> None:
        ui = self.ui
        ui.heading.set_role(TextRole.SECTION)
        ui.scroll.viewport().setAutoFillBackground(False)
        ui.body.setAutoFillBackground(False)
        ui.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for label, text in ((ui.closedNote, words.CLOSED_SEATS), (ui.noSeats, words.NO_DAY_NO_SEATS)):
            label.setText(text)
            label.set_role(TextRole.SECOND)
            label.set_ink(Ink.QUIET)
        ui.noSeats.setContentsMargins(GAP_INSIDE - 1, 0, GAP_INSIDE - 1, 0)
        letters = {**words.SEAT_LETTERS, "late": words.LATE_LETTER}
        named = {**state_words.SEAT_STATES, "late": words.LATE}
        for key, letter in letters.items():
            ui.keys.addWidget(KeyHint(letter=letter, word=named[key]))

    def set_dates(self, dates: DateSource) -> None:
        """Set the calendar of the date fields."""
        self._dates = dates
        self._shape = ()

    # ---- showing

    def show_sheet(self, sheet: MeetingSheet) -> None:
        """Show parties, seats and guests."""
        other = self._sheet is not None and self._sheet.meeting.id != sheet.meeting.id
        self._sheet = sheet
        shape = _shape_of(sheet)
        if other or shape != self._shape:
            self._shape = shape
            self._rebuild(sheet)
        counts = _is_counted(sheet)
        self._show_parties(sheet, counts=counts)
        self.guests.show_sheet(sheet)
        before = is_before_records(sheet)
        self.guests.setVisible(bool(sheet.guests) or (not before and (counts or sheet.guests_editable)))
        self.ui.noSeats.setText(words.BEFORE_RECORDS if before else words.NO_DAY_NO_SEATS)
        self.ui.partiesHolder.setVisible(bool(self._rows))
        self.ui.noSeats.setVisible(not self._rows)
        self.ui.closedNote.setVisible(not counts and sheet.facts_editable and bool(self._rows))
        self._fold()

    def _show_parties(self, sheet: MeetingSheet, *, counts: bool) -> None:
        editable = sheet.attendance_editable
        for party in sheet.attendance:
            self._heads[party.party.id].show_party(party, counts=counts)
            for seat in party.rows:
                self._rows[seat.seat_id].show_seat(seat, sheet.meeting, editable=editable, recorded=counts)

    def row(self, seat_id: int) -> SeatRow | None:
        """The row of a seat."""
        return self._rows.get(seat_id)

    def focus_seat(self, seat_id: int) -> None:
        """Give the keyboard to a seat."""
        row = self._rows.get(seat_id)
        if row is not None:
            row.focus_switch()
            self.ui.scroll.ensureWidgetVisible(row)

    def focus_first(self) -> None:
        """Focus the first unmarked seat, or the first seat."""
        order = self._order()
        self.focus_seat(next(iter(self._unmarked()), order[0] if order else 0))

    def show_refusal(self, seat_id: int, field: str, text: str) -> bool:
        """Show the error beneath its field if the form of that seat is open."""
        row = self._rows.get(seat_id)
        form = row.form() if row is not None else None
        if form is None:
            return False
        form.show_refusal(field, text)
        return True

    def forget_typed(self) -> None:
        """Discard unsaved input in all forms."""
        self.guests.close_form()
        for row in self._rows.values():
            row.forget_typed()

    def unfinished(self) -> int:
        """Return the number of forms with unsaved input."""
        return len(self._typed())

    def save_forms(self) -> None:
        """Save every form with unsaved input."""
        for form in self._typed():
            form.save()

    def _typed(self) -> list[RowForm]:
        forms = (*(row.form() for row in self._rows.values()), self.guests.form())
        return [form for form in forms if form is not None and form.is_dirty()]

    # ---- acts

    def _mark(self, seat_id: int, mark: SeatMark, onward: bool) -> None:
        before = self._sheet
        self._signals.seat_marked.emit(seat_id, mark)
        if self._sheet is before:
            # refused: the same sheet shows again
            return
        self._rows[seat_id].settle_form()
        if onward:
            self._go_on(seat_id)

    def _late(self, seat_id: int) -> None:
        before = self._sheet
        if before is not None and before.entered_later:
            # when he came is known to nobody but the operator
            self._rows[seat_id].open_arrival()
            return
        self._signals.seat_late.emit(seat_id)
        if self._sheet is not before:
            self._go_on(seat_id)

    def _go_on(self, seat_id: int) -> None:
        """Focus the next seat; after the last one, focus the first unmarked seat."""
        order = self._order()
        place = order.index(seat_id) + 1
        self.focus_seat(order[place] if place < len(order) else next(iter(self._unmarked()), seat_id))

    def _walk(self, seat_id: int, step: int) -> None:
        order = self._order()
        self.focus_seat(order[max(0, min(len(order) - 1, order.index(seat_id) + step))])

    def _order(self) -> list[int]:
        parties = self._sheet.attendance if self._sheet is not None else ()
        return [row.seat_id for party in parties for row in party.rows]

    def _unmarked(self) -> list[int]:
        parties = self._sheet.attendance if self._sheet is not None else ()
        rows = [row for party in parties for row in party.rows]
        return [row.seat_id for row in rows if row.state is AttendanceState.UNMARKED]

    # ---- building

    def _rebuild(self, sheet: MeetingSheet) -> None:
        clear_layout(self.ui.parties)
        self._rows, self._heads = {}, {}
        for party in sheet.attendance:
            head = self._heads[party.party.id] = PartyHead()
            self.ui.parties.addWidget(head)
            for seat in party.rows:
                row = self._rows[seat.seat_id] = SeatRow(self._dates, self._now)
                row.marked.connect(self._mark)
                row.late.connect(self._late)
                row.walked.connect(self._walk)
                row.left.connect(self._signals.edit_left)
                self.ui.parties.addWidget(row)
        # Tab comes to the guests after the seats, which are younger
        self.guests.setParent(None)
        self.ui.guests.addWidget(self.guests)
        self.guests.show()

    def set_folded(self, folded: bool) -> None:
        """Hide or show the heading; the tab has the same title."""
        self._folded = folded
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Switch to the narrow layout when the card is narrow."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        narrow = self.width() < tokens_of(self).px(NARROW)
        editable = self._sheet is not None and self._sheet.attendance_editable
        keys = self.ui.keysHolder.sizeHint().width() + self.ui.heading.sizeHint().width() + 2 * GAP_INSIDE + GAP
        self.ui.keysHolder.setVisible(editable and self.width() >= keys)
        folded = self._folded and self.ui.keysHolder.isHidden() and self.ui.closedNote.isHidden()
        self.ui.heading.setVisible(not folded)
        self.ui.head.setContentsMargins(GAP_INSIDE, GAP, GAP_INSIDE, 0 if folded else GAP)
        tight = self.width() < tokens_of(self).px(TIGHT)
        for row in self._rows.values():
            row.set_narrow(narrow, tight=tight)


def _shape_of(sheet: MeetingSheet) -> tuple[object, ...]:
    """Return the seats by party; equal shapes keep their rows."""
    return tuple((party.party.id, tuple(row.seat_id for row in party.rows)) for party in sheet.attendance)


def _is_counted(sheet: MeetingSheet) -> bool:
    """Whether attendance is recorded for this meeting."""
    recorded = sheet.minutes_version_id is not None and sheet.meeting.state not in BEFORE_INVITING
    return recorded or sheet.attendance_editable
