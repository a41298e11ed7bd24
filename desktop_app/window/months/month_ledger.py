"""Table of the twelve months of a year, with the selected month and its actions; it can be folded."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.domain.calendar.jalali import JalaliMonth, format_month
from desktop_app.domain.read_models.meetings_sheet import LedgerSheet
from desktop_app.domain.rules.months import MonthSlot, MonthState
from desktop_app.domain.text.digits import persian_digits
from desktop_app.forms.meetings_page import Ui_MeetingsPage
from desktop_app.widgets.style.tokens import Ink, TextRole
from desktop_app.window.months import words
from desktop_app.window.months.format import month_content, month_of_value, month_shape, month_value, month_word


class LedgerPane(QObject):
    """Controls the month table of the page; signals carry months as (year, month)."""

    year_requested = Signal(int)
    month_wanted = Signal(object)
    """The value of a month to narrow the list to, or None for all."""
    new_requested = Signal(object)
    excuse_requested = Signal(int, int)
    take_back_requested = Signal(int, int)
    meeting_wanted = Signal(int)

    def __init__(self, ui: Ui_MeetingsPage, parent: QObject) -> None:
        super().__init__(parent)
        self.ui = ui
        self._sheet: LedgerSheet | None = None
        self._month: MonthSlot | None = None
        """The month that the list is narrowed to, in the year that shows."""
        self._folded: bool | None = None
        """Whether the operator folded the ledger; None leaves it to the height of the window."""
        self._tight = False
        self._writable = True
        self._dress()
        self._connect()

    def _dress(self) -> None:
        ui = self.ui
        ui.yearTitle.set_role(TextRole.SECTION)
        ui.regularity.set_role(TextRole.NOTE)
        ui.regularity.set_ink(Ink.SECOND)
        ui.regularity.set_elide(True)
        ui.yearShown.set_role(TextRole.SECOND)
        ui.ledgerHead.setStretch(2, 1)
        ui.monthTitle.set_role(TextRole.STRONG)
        ui.monthNote.set_role(TextRole.SECOND)
        ui.monthNote.set_ink(Ink.SECOND)
        ui.monthNote.set_elide(True)
        ui.monthLine.setStretch(2, 1)
        ui.monthBar.setVisible(False)

    def _connect(self) -> None:
        ui = self.ui
        ui.earlierYear.clicked.connect(lambda: self._turn_year(-1))
        ui.laterYear.clicked.connect(lambda: self._turn_year(1))
        ui.foldLedger.clicked.connect(self.fold)
        ui.ledger.year_turned.connect(self._turn_year)
        ui.ledger.chosen.connect(self._choose)
        ui.openMonth.clicked.connect(self._open)
        ui.scheduleMonth.clicked.connect(lambda: self.new_requested.emit(self.month()))
        ui.excuseMonth.clicked.connect(lambda: self._tell(self.excuse_requested.emit))
        ui.takeBackExcuse.clicked.connect(lambda: self._tell(self.take_back_requested.emit))
        ui.leaveMonth.clicked.connect(self.leave_month)

    # ---- showing

    def set_writable(self, *, writable: bool) -> None:
        """Enable or disable the actions that change data."""
        self._writable = writable

    def show_sheet(self, sheet: LedgerSheet) -> None:
        """Show the months of a year."""
        self._sheet = sheet
        ui, found = self.ui, sheet.regularity
        ui.ledger.show_months([month_content(slot, sheet.agreed) for slot in sheet.slots])
        ui.yearTitle.setText(words.year_title(sheet.year))
        ui.yearShown.setText(persian_digits(sheet.year))
        ui.regularity.setText(words.regularity(found.held, found.due, found.excused, _month(sheet.begins)))
        self._allow_turning()

    def follow(self, values: set[str]) -> None:
        """Mark the month by which the list is filtered, and show its year."""
        sheet = self._sheet
        if sheet is None:
            return
        found = [slot for slot in sheet.slots if month_value(slot.month.year, slot.month.month) in values]
        years = [month_of_value(value)[0] for value in values]
        if not found and years and years[0] not in (0, sheet.year):
            self.year_requested.emit(years[0])
            return
        self._month = found[0] if found else None
        self.ui.ledger.choose(found[0].month.month if found else None)
        self.ui.monthBar.setVisible(bool(found))
        if found:
            self._show_month(found[0])

    def month(self) -> tuple[int, int] | None:
        """The selected month."""
        return (self._month.month.year, self._month.month.month) if self._month is not None else None

    def years_shown(self) -> tuple[int, ...]:
        """The Jalali year that is shown; empty before the first load."""
        return (self._sheet.year,) if self._sheet is not None else ()

    def leave_month(self) -> None:
        """Remove the month filter and focus the month table."""
        self.month_wanted.emit(None)
        self.ui.ledger.setFocus(Qt.FocusReason.OtherFocusReason)

    def fold(self) -> None:
        """Fold or unfold the month table."""
        self._folded = not self.ui.ledger.isHidden()
        self.fit(low=None, tight=self._tight)

    def fit(self, *, low: bool | None, tight: bool) -> None:
        """Use less height in a low window; fold if the list would have no rows left."""
        ui = self.ui
        self._tight = tight
        folded = tight if self._folded is None else self._folded
        if low is not None:
            ui.ledger.set_low(low)
        ui.ledger.setVisible(not folded)
        ui.foldLedger.set_icon("chevron-down" if folded else "chevron-up")
        ui.foldLedger.set_name(words.UNFOLD if folded else words.FOLD)
        ui.foldLedger.setToolTip(words.UNFOLD if folded else words.FOLD)

    # ---- inside

    def _allow_turning(self) -> None:
        sheet = self._sheet
        self.ui.earlierYear.setEnabled(sheet is not None and sheet.has_earlier)
        self.ui.laterYear.setEnabled(sheet is not None and sheet.has_later)

    def _turn_year(self, step: int) -> None:
        sheet = self._sheet
        if sheet is not None and (sheet.has_later if step > 0 else sheet.has_earlier):
            if self._month is not None:
                self.month_wanted.emit(None)
            self.year_requested.emit(sheet.year + step)

    def _choose(self, month: int) -> None:
        if self._sheet is not None:
            again = self.month() == (self._sheet.year, month)
            self.month_wanted.emit(None if again else month_value(self._sheet.year, month))

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
        open_ = slot.state in {MonthState.EXPECTED, MonthState.MISSED} and slot.meeting is None
        ui.scheduleMonth.setVisible(self._writable and open_)
        ui.excuseMonth.setVisible(self._writable and slot.state is MonthState.MISSED)
        ui.takeBackExcuse.setVisible(self._writable and slot.state is MonthState.EXCUSED)

    def _open(self) -> None:
        if self._month is not None and self._month.meeting is not None:
            self.meeting_wanted.emit(self._month.meeting.id)

    def _tell(self, emit: Callable[[int, int], object]) -> None:
        month = self.month()
        if month is not None:
            emit(*month)


def _month(month: JalaliMonth | None) -> str:
    return format_month(month) if month is not None else ""
