"""The left end of a seat: when its holder came and went, and how late."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.rules.attendance import sitting
from desktop_app.domain.rules.meetings import ATTENDED, Attendance, AttendanceState, Meeting, MeetingState
from desktop_app.text.meetings import meeting_attendance as words
from desktop_app.views.meeting.meeting_row_format import late_of
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.style.button_paint import SIDE_GAP, ButtonKind
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.tokens import Ink, TextRole, Tone

WIDE, NARROW = 92, 74
ICON_INDENT = 9
"""A button of an icon alone has less air at its sides than one with words."""


class TimeCell(QWidget):
    """A quiet button with the times, a clock where there are none yet, and the delay beneath."""

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
        """Fill it from a seat."""
        there = seat.state in ATTENDED
        shown = words.from_to(seat.arrived_at, seat.left_at)
        self.button.setObjectName(f"times_{seat.seat_id}")
        self.button.setText(shown)
        self.button.set_icon("" if shown else "clock")
        self.button.setAccessibleName(words.times_of(sitting(seat), shown))
        self.button.setToolTip(words.times_of(sitting(seat), ""))
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
        """Take less room where the card is narrow."""
        self.setFixedWidth(tokens_of(self).px(NARROW if narrow else WIDE) + SIDE_GAP)


def _is_awaited(seat: Attendance, meeting: Meeting) -> bool:
    return seat.state is AttendanceState.UNMARKED and meeting.state is MeetingState.IN_SESSION
