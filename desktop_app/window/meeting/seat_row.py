"""Row of one seat: its holder, the attendance switch, and arrival and leaving times.

A form opens beneath it for a substitute and for times.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.rules.attendance import SeatMark, seated_person
from desktop_app.domain.rules.meetings import ATTENDED, Attendance, AttendanceState, Meeting, MeetingState
from desktop_app.domain.text.digits import record_number
from desktop_app.widgets.accessibility.keyboard_focus import has_focus_inside
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.held_keys import SHIFT, held_keys
from desktop_app.widgets.controls.pill import StateLabel
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.date_source import DateSource
from desktop_app.widgets.fields.segmented import SegmentedSwitch
from desktop_app.widgets.style.button_paint import SIDE_GAP, ButtonKind
from desktop_app.widgets.style.look import paint_rounded, tokens_of
from desktop_app.widgets.style.state_mark import Shape
from desktop_app.widgets.style.tokens import GAP_CARD, GAP_INSIDE, RADIUS_ROW, Ink, TextRole, Tone
from desktop_app.window.meeting import words
from desktop_app.window.meeting.item_form import MeetingSeatForm
from desktop_app.window.meeting.row_format import late_of, seat_content, seat_segments
from desktop_app.words.widgets import persian_letter

WIDE, NARROW = 92, 74
ICON_INDENT = 9
"""A button of an icon alone has less air at its sides than one with words."""


class TimeCell(QWidget):
    """Button with the arrival and leaving times; a clock icon if there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = Button(kind=ButtonKind.QUIET, small=True)
        self.note = TextLabel(role=TextRole.NOTE, ink=Ink.SECOND, end=True)
        self.note.setContentsMargins(SIDE_GAP, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        column.addWidget(self.note)
        column.addStretch(1)

    def show_times(self, seat: Attendance, meeting: Meeting, *, editable: bool) -> None:
        """Show the times of a seat."""
        there = seat.state in ATTENDED
        shown = words.from_to(seat.arrived_at, seat.left_at)
        self.button.setObjectName(f"times_{seat.seat_id}")
        self.button.setText(shown)
        self.button.set_icon("" if shown else "clock")
        self.button.setAccessibleName(words.times_of(seated_person(seat), shown))
        self.button.setToolTip(words.times_of(seated_person(seat), ""))
        self.button.setVisible(there and (editable or bool(shown)))
        self.button.setEnabled(editable)
        bare = there and not shown
        self.setContentsMargins(ICON_INDENT if bare else 0, 0, 0, 0)
        self._show_delay(late_of(seat, meeting) if there else 0, waiting=_is_awaited(seat, meeting))

    def _show_delay(self, late: int, *, waiting: bool) -> None:
        self.note.setText(words.late_by(late) if late else words.NOT_ARRIVED if waiting else "")
        self.note.set_ink(Tone.WARNING if late else Ink.QUIET)
        self.note.setVisible(bool(self.note.text()))

    def set_narrow(self, narrow: bool) -> None:
        """Use less width in a narrow card."""
        self.setFixedWidth(tokens_of(self).px(NARROW if narrow else WIDE) + SIDE_GAP)


def _is_awaited(seat: Attendance, meeting: Meeting) -> bool:
    return seat.state is AttendanceState.UNMARKED and meeting.state is MeetingState.IN_SESSION


_A = AttendanceState
_DOWN, _ACROSS = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
STATE_WIDTH, LOWEST = 112, 42
_BY_LETTER = {letter: _A(key) for key, letter in words.SEAT_LETTERS.items()}


class SeatRow(QFrame):
    """Row of a seat: letter keys mark it and go to the next seat; arrows and mouse only mark it."""

    marked = Signal(int, object, bool)
    """Seat, mark, and whether the cursor goes on."""
    late = Signal(int)
    walked = Signal(int, int)
    left = Signal()
    """A form was left without saving."""

    def __init__(self, dates: DateSource, now: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dates, self._now = dates, now
        self._seat: Attendance | None = None
        self._form: MeetingSeatForm | None = None
        self._by_arrow = False
        self.name = TextLabel(role=TextRole.STRONG, elide=True)
        self.under = TextLabel(role=TextRole.NOTE, ink=Ink.SECOND, elide=True)
        self.post = TextLabel(role=TextRole.SECOND, ink=Ink.SECOND, elide=True)
        self.letter = TextLabel(role=TextRole.NOTE, ink=Ink.SECOND, elide=True)
        self.switch = SegmentedSwitch(segments=seat_segments())
        self.state = StateLabel(shape=Shape.DASHED_RING)
        self.times = TimeCell()
        self.switch.set_keys_first(self._take_key)
        self.switch.chosen.connect(self._chosen)
        self.times.button.clicked.connect(self.open_times)
        self._lay_out()
        for part in (self.times.button, *self.switch.findChildren(QWidget)):
            part.installEventFilter(self)

    def _lay_out(self) -> None:
        self._names, posts = QBoxLayout(_DOWN), QBoxLayout(_DOWN)
        for column, parts in ((self._names, (self.name, self.under)), (posts, (self.post, self.letter))):
            column.setSpacing(0)
            column.setContentsMargins(0, 0, 0, 0)
            column.addStretch(1)
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
        self._line, self._posts = QWidget(), QWidget()
        parts_line = self._parts = QBoxLayout(_ACROSS, self._line)
        parts_line.setContentsMargins(GAP_INSIDE - 1 - SIDE_GAP, 2, GAP_INSIDE - 1, 3)
        parts_line.setSpacing(GAP_CARD)
        parts_line.addLayout(self._names, 5)
        self._posts.setLayout(posts)
        parts_line.addWidget(self._posts, 5)
        marks = QHBoxLayout()
        marks.setSpacing(GAP_CARD)
        for widget in (self.switch, self.state, self.times):
            marks.addWidget(widget)
        parts_line.addLayout(marks)
        self.state.setMinimumWidth(STATE_WIDTH)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._line)

    # ---- showing

    def seat_id(self) -> int:
        """The id of the seat that is shown."""
        return self._seat.seat_id if self._seat is not None else 0

    def show_seat(self, seat: Attendance, meeting: Meeting, *, editable: bool, recorded: bool) -> None:
        """Show names, mark and times of a seat; an open form stays open."""
        self._seat = seat
        instead = seat.state is _A.SUBSTITUTE
        self.setObjectName(f"seat_{seat.seat_id}")
        self.name.setText(seated_person(seat))
        self.name.setToolTip(seated_person(seat))
        self.post.setText(words.in_place_of(seat.name) if instead else seat.post)
        self.under.setText(self.post.text())
        letter_day = format_date(seat.letter_day) if seat.letter_day else ""
        self.letter.setText(words.letter(record_number(seat.letter_number), letter_day) if instead else "")
        self.letter.setVisible(instead)
        self.switch.setAccessibleName(words.attendance_of(seat.name))
        self.switch.setVisible(editable)
        self.state.setVisible(not editable and recorded)
        content = seat_content(seat.state)
        self.state.show_state(content.word, content.tone, content.shape)
        if self._form is None or self._form.isHidden():
            self.switch.set_value(None if seat.state is _A.UNMARKED else seat.state.value)
        self.times.show_times(seat, meeting, editable=editable)
        if not editable:
            self.close_form()
        self.update()

    def set_narrow(self, narrow: bool, *, tight: bool = False) -> None:
        """Use less width: the office goes beneath the name, then the switch."""
        self.under.setVisible(narrow)
        self._posts.setVisible(not narrow)
        self.times.set_narrow(narrow)
        self._parts.setDirection(_DOWN if tight else _ACROSS)
        self._parts.setSpacing(2 if tight else GAP_CARD)
        self._names.setDirection(_ACROSS if tight else _DOWN)
        self._names.setStretch(0, 0 if tight else 1)
        self._names.setSpacing(GAP_CARD if tight else 0)
        self._line.setMinimumHeight(tokens_of(self).px(LOWEST))

    # ---- the form

    def form(self) -> MeetingSeatForm | None:
        """The open form, or None."""
        return self._form if self._form is not None and not self._form.isHidden() else None

    def open_times(self) -> None:
        """Open the fields of arrival and leaving, and of the substitute if there is one."""
        if self._seat is not None and self._seat.state in ATTENDED:
            self._open(self._seat.state, focus=True)

    def open_arrival(self) -> None:
        """Open the arrival time of a holder who is present."""
        self.switch.set_value(_A.PRESENT.value)
        self._open(_A.PRESENT, focus=True)

    def open_substitute(self, *, focus: bool = True) -> None:
        """Open the fields of a substitute; nothing is saved without a name."""
        self.switch.set_value(_A.SUBSTITUTE.value)
        self._open(_A.SUBSTITUTE, focus=focus)

    def close_form(self) -> None:
        """Hide the form and keep its input."""
        form = self.form()
        if form is None or self._seat is None:
            return
        form.hide()
        self.switch.set_value(None if self._seat.state is _A.UNMARKED else self._seat.state.value)

    def forget_typed(self) -> None:
        """Discard the input of the form."""
        if self._form is not None:
            self._form.forget()
        self.close_form()

    def settle_form(self) -> None:
        """Take the input of the form as saved."""
        if self._form is not None:
            self._form.settle()
            self.close_form()

    def focus_switch(self) -> None:
        """Focus the switch of the seat."""
        self.switch.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, state: AttendanceState, *, focus: bool) -> None:
        if self._seat is None:
            return
        if self._form is None:
            self._form = MeetingSeatForm(self._dates, self._now, self)
            self._form.saved.connect(lambda mark: self.marked.emit(self.seat_id(), mark, True))
            self._form.left.connect(self._leave_form)
            self._column.addWidget(self._form)
        self._form.show_seat(self._seat, state)
        self._form.show()
        if focus:
            self._form.focus_first()

    def _leave_form(self) -> None:
        self.forget_typed()
        self.focus_switch()
        self.left.emit()

    # ---- keys and choices

    def mark_of(self, state: AttendanceState) -> SeatMark:
        """Return the seat's mark with another state."""
        seat = self._seat
        if seat is None:
            return SeatMark(state=state)
        return SeatMark(state=state, arrived_at=seat.arrived_at, left_at=seat.left_at)

    def _take_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        self._by_arrow = key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if not held_keys(event) <= {SHIFT}:
            return False
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.walked.emit(self.seat_id(), -1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.open_times()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.marked.emit(self.seat_id(), SeatMark(state=_A.UNMARKED), False)
        else:
            return self._take_letter(persian_letter(event.text()))
        return True

    def _take_letter(self, letter: str) -> bool:
        if letter == words.LATE_LETTER:
            self.close_form()
            self.late.emit(self.seat_id())
            return True
        state = _BY_LETTER.get(letter)
        if state is _A.SUBSTITUTE:
            self.open_substitute()
        elif state is not None:
            self.close_form()
            self.marked.emit(self.seat_id(), self.mark_of(state), True)
        return state is not None

    def _chosen(self, key: str) -> None:
        if _A(key) is _A.SUBSTITUTE:
            self.open_substitute(focus=not self._by_arrow)
            return
        if self._form is not None:
            self._form.hide()
        self.marked.emit(self.seat_id(), self.mark_of(_A(key)), False)

    # ---- ground

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Highlight the row while it has the focus."""
        if isinstance(event, QFocusEvent):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the highlight, or the line beneath."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        if has_focus_inside(self):
            box = QRectF(self.rect()).adjusted(4, 2, -4, -2)
            paint_rounded(painter, box, RADIUS_ROW, tokens.colour("selected"))
        else:
            line = self.rect().adjusted(GAP_INSIDE, self.height() - 1, -GAP_INSIDE, 0)
            painter.fillRect(line, tokens.colour("hairline"))
