"""«جلسه‌ها»: what needs a person, the ledger of a year, the chosen month with its acts, and the list of meetings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.digits import persian_digits
from desktop_app.domain.jalali import format_month, format_words
from desktop_app.domain.listing import Filter, FilterKey
from desktop_app.domain.meetings_sheet import LedgerSheet, SchedulingSheet
from desktop_app.domain.months import MonthSlot, MonthState
from desktop_app.domain.rows import MeetingRow
from desktop_app.forms.meetings_page import Ui_MeetingsPage
from desktop_app.text import lists as list_words
from desktop_app.text import meetings as list_page_words
from desktop_app.text import month_ledger as words
from desktop_app.views.meetings_faces import Want, first_want, month_face, month_shape, month_word
from desktop_app.views.meetings_plan import month_value
from desktop_app.views.record_list_page import RecordListPage
from desktop_app.views.scheduling_form import SchedulingDialog
from desktop_app.widgets.shortcuts import add_page_action
from desktop_app.widgets.tokens import Ink, TextRole, Tone

LOW = 640


class MeetingsPage(QWidget):
    """Emits what the operator wants; months are told as (year, month)."""

    new_requested = Signal(object)
    """A new meeting, in a month (year, month) or None."""
    year_requested = Signal(int)
    excuse_requested = Signal(int, int)
    take_back_requested = Signal(int, int)
    meeting_wanted = Signal(int)

    def __init__(
        self,
        listing: RecordListPage[MeetingRow],
        today: Callable[[], date],
        now: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_MeetingsPage()
        self.ui.setupUi(self)
        self.listing = listing
        self._today, self._now = today, now
        self._sheet: LedgerSheet | None = None
        self._want: Want | None = None
        self._month: MonthSlot | None = None
        """The month that the list is narrowed to, in the year that shows."""
        self.scheduling: SchedulingDialog | None = None
        """The form of a new meeting while it is open."""
        self._dress()
        self._connect()

    def _dress(self) -> None:
        ui = self.ui
        ui.title.set_role(TextRole.PAGE_TITLE)
        ui.context.set_role(TextRole.SECOND)
        ui.context.set_ink(Ink.SECOND)
        ui.context.set_elide(True)
        ui.header.setStretch(1, 1)
        ui.wants.set_inline(True)
        ui.yearTitle.set_role(TextRole.SECTION)
        ui.regularity.set_role(TextRole.NOTE)
        ui.regularity.set_ink(Ink.SECOND)
        ui.regularity.set_elide(True)
        ui.yearShown.set_role(TextRole.SECOND)
        ui.ledgerHead.setStretch(1, 1)
        ui.monthTitle.set_role(TextRole.STRONG)
        ui.monthNote.set_role(TextRole.SECOND)
        ui.monthNote.set_ink(Ink.SECOND)
        ui.monthNote.set_elide(True)
        ui.monthLine.setStretch(2, 1)
        ui.monthBar.setVisible(False)
        line = QVBoxLayout(ui.listHolder)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.listing)
        below = self.listing.ui
        below.column.setContentsMargins(0, 0, 0, 0)
        for part in (below.title, below.actions):
            part.setVisible(False)
        ui.column.setStretch(ui.column.count() - 1, 1)
        ui.empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        ui.empty.set_content(
            list_words.NO_MEETINGS,
            list_page_words.NO_MEETINGS_WHY,
            icon="calendar-plus",
            action=words.NEW_MEETING,
        )

    def _connect(self) -> None:
        ui = self.ui
        add_page_action(self, words.NEW_MEETING, "Ctrl+N", lambda: self.new_requested.emit(self._month_key()))
        ui.newMeeting.clicked.connect(lambda: self.new_requested.emit(self._month_key()))
        ui.empty.action_requested.connect(lambda: self.new_requested.emit(None))
        ui.wants.action_requested.connect(self._follow_want)
        ui.earlierYear.clicked.connect(lambda: ui.ledger.turn(-1))
        ui.laterYear.clicked.connect(lambda: ui.ledger.turn(1))
        ui.ledger.year_turned.connect(self._turn_year)
        ui.ledger.chosen.connect(self._choose_month)
        ui.openMonth.clicked.connect(self._open_month)
        ui.scheduleMonth.clicked.connect(lambda: self.new_requested.emit(self._month_key()))
        ui.excuseMonth.clicked.connect(lambda: self._emit_month(self.excuse_requested))
        ui.takeBackExcuse.clicked.connect(lambda: self._emit_month(self.take_back_requested))
        ui.leaveMonth.clicked.connect(self.leave_month)
        # the list's own controller was connected before: by now the list shows the answer
        self.listing.query_requested.connect(lambda _query: self._follow_list())
        self.listing.empty_action_requested.connect(lambda: self.new_requested.emit(None))

    # ---- showing

    def show_ledger(self, sheet: LedgerSheet) -> None:
        """The ledger of a year; a chosen month of that year stays chosen, with what became of it."""
        self._sheet = sheet
        ui = self.ui
        ui.ledger.show_months([month_face(slot) for slot in sheet.slots])
        ui.yearTitle.setText(words.year_title(sheet.year))
        ui.yearShown.setText(persian_digits(sheet.year))
        ui.context.setText(format_words(sheet.today))
        found = sheet.regularity
        ui.regularity.setText(words.regularity(found.held, found.due, found.excused))
        ui.earlierYear.setEnabled(sheet.has_earlier)
        ui.laterYear.setEnabled(sheet.has_later)
        self._show_want(first_want(sheet))
        ui.stack.setCurrentWidget(ui.listHolder if sheet.meeting_count else ui.empty)
        self._follow_list()

    def show_notice(self, text: str) -> None:
        """What was refused."""
        self.ui.notice.show_message(text, tone=Tone.DANGER)

    def clear_notice(self) -> None:
        """Take the refusal away."""
        self.ui.notice.clear()

    def leave_month(self) -> None:
        """All months again; the keyboard goes back to the ledger."""
        self._narrow(None)
        self.ui.ledger.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_list(self) -> None:
        """Give the keyboard to the list, or to what is to be done while there is no meeting."""
        empty = self._sheet is not None and not self._sheet.meeting_count
        if empty:
            self.ui.empty.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.listing.focus_list()

    # ---- the form of a new meeting

    def open_scheduling(self, sheet: SchedulingSheet) -> SchedulingDialog:
        """Open the form; there is one at a time."""
        dialog = SchedulingDialog(sheet, self._today, self._now, self)
        dialog.finished.connect(self._forget_scheduling)
        self.scheduling = dialog
        dialog.open()
        return dialog

    def _forget_scheduling(self, _result: int) -> None:
        if self.scheduling is not None:
            self.scheduling.deleteLater()
            self.scheduling = None

    # ---- inside

    def _show_want(self, want: Want | None) -> None:
        self._want = want
        if want is None:
            self.ui.wants.clear()
        else:
            self.ui.wants.show_message(want.title, want.detail, want.tone, action=want.action)

    def _follow_want(self) -> None:
        want = self._want
        if want is None:
            return
        month = (want.month.year, want.month.month) if want.month is not None else None
        if want.act == "open":
            self.meeting_wanted.emit(want.meeting_id)
        elif want.act == "schedule":
            self.new_requested.emit(month)
        elif month is not None:
            self.excuse_requested.emit(*month)

    def _turn_year(self, step: int) -> None:
        sheet = self._sheet
        if sheet is not None and (sheet.has_later if step > 0 else sheet.has_earlier):
            if self._month is not None:
                self._narrow(None)
            self.year_requested.emit(sheet.year + step)

    def _choose_month(self, month: int) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        again = self._month is not None and self._month.month == sheet.slots[month - 1].month
        self._narrow(None if again else month_value(sheet.year, month))

    def _narrow(self, month: str | None) -> None:
        """Ask the list for one month, or for all; its other filters stay."""
        query = self.listing.query()
        kept = tuple(one for one in query.filters if one.key is not FilterKey.MONTH)
        wanted = (Filter(FilterKey.MONTH, month),) if month is not None else ()
        self.listing.query_requested.emit(replace(query, filters=(*kept, *wanted)))

    def _follow_list(self) -> None:
        """The ledger marks the month that the list is narrowed to, whoever narrowed it."""
        sheet = self._sheet
        values = {one.value for one in self.listing.query().filters if one.key is FilterKey.MONTH}
        slots = sheet.slots if sheet is not None else ()
        found = [slot for slot in slots if month_value(slot.month.year, slot.month.month) in values]
        self._month = found[0] if found else None
        self.ui.ledger.choose(found[0].month.month if found else None)
        self.ui.monthBar.setVisible(bool(found))
        if found:
            self._show_month(found[0])

    def _show_month(self, slot: MonthSlot) -> None:
        ui = self.ui
        shape, tone = month_shape(slot)
        ui.monthMark.setVisible(shape is not None)
        if shape is not None:
            ui.monthMark.show_mark(shape, tone)
        ui.monthTitle.setText(words.month_head(format_month(slot.month), month_word(slot)))
        ui.monthNote.setText(words.reason_line(slot.reason) if slot.reason else "")
        ui.monthNote.setToolTip(slot.reason)
        ui.openMonth.setVisible(slot.meeting is not None)
        ui.scheduleMonth.setVisible(slot.state in {MonthState.EXPECTED, MonthState.MISSED} and slot.meeting is None)
        ui.excuseMonth.setVisible(slot.state is MonthState.MISSED)
        ui.takeBackExcuse.setVisible(slot.state is MonthState.EXCUSED)

    def _open_month(self) -> None:
        if self._month is not None and self._month.meeting is not None:
            self.meeting_wanted.emit(self._month.meeting.id)

    def _month_key(self) -> tuple[int, int] | None:
        return (self._month.month.year, self._month.month.month) if self._month is not None else None

    def _emit_month(self, signal: object) -> None:
        if self._month is not None:
            signal.emit(self._month.month.year, self._month.month.month)  # type: ignore[attr-defined]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window gives gaps away and shows half a year at a time where twelve months do not fit."""
        super().resizeEvent(event)
        low = self.height() < LOW
        self.ui.column.setSpacing(6 if low else 10)
        self.ui.ledger.set_one_row(low)
