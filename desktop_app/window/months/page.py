"""Page «جلسه‌ها»: the most urgent task, the months of a year, the selected month, and the list of meetings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.calendar.jalali import JalaliMonth, format_words
from desktop_app.domain.read_models.listing import Filter, FilterKey, MeetingRow
from desktop_app.domain.read_models.meetings_sheet import LedgerSheet, SchedulingSheet
from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.forms.meetings_page import Ui_MeetingsPage
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.shell.page import Page
from desktop_app.widgets.shell.shortcuts import add_page_action
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.tokens import GAP_PAGE, HEIGHT_COMPACT, Ink, TextRole, Tone
from desktop_app.window.kit.record_list_page import RecordListPage
from desktop_app.window.months import words
from desktop_app.window.months.format import UrgentTask, most_urgent_task
from desktop_app.window.months.month_ledger import LedgerPane
from desktop_app.words import lists as list_words

if TYPE_CHECKING:
    from desktop_app.window.months.excuse_form import ExcuseForm
    from desktop_app.window.months.scheduling_form import SchedulingDialog

LOW, TIGHT = 640, 500
"""Heights at which half a year shows, and at which the ledger folds away so that the list keeps its rows."""
LEAST_LIST = 160
EXCUSES_KEYS = "Ctrl+Shift+M"


class MeetingsPage(Page):
    """Shows months and meetings; signals carry months as (year, month)."""

    new_requested = Signal(object)
    """A new meeting, in a month (year, month) or None."""
    year_requested = Signal(int)
    excuse_requested = Signal(int, int)
    excuses_requested = Signal(object)
    """The excuse of several months at once; they are offered as a tuple."""
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
        self.ledger = LedgerPane(self.ui, self)
        self._today, self._now = today, now
        self._empty = False
        self._writable = True
        self._want: UrgentTask | None = None
        self.scheduling: SchedulingDialog | None = None
        """The form of a new meeting while it is open."""
        self.excuses: ExcuseForm | None = None
        """The form of the excuse of several months while it is open."""
        self.excuse_several = Button(text=words.EXCUSE_SEVERAL, kind=ButtonKind.QUIET, hint=EXCUSES_KEYS)
        """The way to it also where something more urgent stands above the page."""
        self._unexplained: tuple[JalaliMonth, ...] = ()
        self._dress()
        self._take_list_in()
        self._connect()

    def _dress(self) -> None:
        ui = self.ui
        ui.title.set_role(TextRole.PAGE_TITLE)
        ui.context.set_role(TextRole.SECOND)
        ui.context.set_ink(Ink.SECOND)
        ui.context.set_elide(True)
        ui.header.setStretch(1, 1)
        self.excuse_several.setObjectName("excuseSeveral")
        ui.header.insertWidget(ui.header.indexOf(ui.newMeeting), self.excuse_several)
        ui.wants.set_inline(True)
        self._say_empty(taken_over=False)

    def _say_empty(self, *, taken_over: bool) -> None:
        """Show the text of an empty list; `taken_over`: the committee met before this program."""
        why = words.NO_MEETINGS_YET_WHY if taken_over else words.NO_MEETINGS_WHY
        self.ui.empty.set_content(list_words.NO_MEETINGS, why, icon="calendar-plus", action=words.NEW_MEETING)

    def _take_list_in(self) -> None:
        ui, below = self.ui, self.listing.ui
        line = QVBoxLayout(ui.listHolder)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.listing)
        below.column.setContentsMargins(0, 0, 0, 0)
        below.title.hide()
        # the page has a header of its own
        below.bar.addWidget(below.actions)
        # what is not shown must not keep a low window from its size
        below.views.setMinimumHeight(HEIGHT_COMPACT)
        for empty in (below.empty, ui.empty):
            empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        ui.stack.setMinimumHeight(LEAST_LIST)
        ui.column.setStretch(ui.column.count() - 1, 1)

    def _connect(self) -> None:
        ui, ledger = self.ui, self.ledger
        self._adding = add_page_action(self, words.NEW_MEETING, "Ctrl+N", self._new)
        self._excusing = add_page_action(self, words.EXCUSE_SEVERAL, EXCUSES_KEYS, self._ask_excuses)
        self.excuse_several.clicked.connect(self._ask_excuses)
        ui.newMeeting.clicked.connect(self._new)
        ui.empty.action_requested.connect(lambda: self.new_requested.emit(None))
        ui.wants.action_requested.connect(self._follow_want)
        ui.wants.second_requested.connect(self._ask_excuses)
        ledger.new_requested.connect(self.new_requested)
        ledger.year_requested.connect(self.year_requested)
        ledger.excuse_requested.connect(self.excuse_requested)
        ledger.take_back_requested.connect(self.take_back_requested)
        ledger.meeting_wanted.connect(self.meeting_wanted)
        ledger.month_wanted.connect(self._narrow)
        # the list's own controller was connected before: by now the list shows the answer
        self.listing.query_requested.connect(lambda _query: self._follow_list())
        self.listing.empty_action_requested.connect(lambda: self.new_requested.emit(None))

    # ---- showing

    def set_writable(self, *, writable: bool) -> None:
        """Show or hide the buttons for new meetings and excuses."""
        self._writable = writable
        for act in (self._adding, self._excusing):
            act.setEnabled(writable)
        self.ledger.set_writable(writable=writable)
        if not writable:
            # a page that shows already may not be read again: what it is read from is damaged
            for offer in (self.excuse_several, self.ui.newMeeting):
                offer.hide()
            self._show_want(self._want)
        self.ui.empty.set_content(
            list_words.NO_MEETINGS,
            words.NO_MEETINGS_WHY if writable else "",
            icon="calendar-plus",
            action=words.NEW_MEETING if writable else "",
        )

    def show_ledger(self, sheet: LedgerSheet) -> None:
        """Show the months of a year; the selected month stays selected."""
        ui = self.ui
        self._empty = not sheet.meeting_count
        if self._empty:
            self._say_empty(taken_over=sheet.begins is not None)
        self.ledger.show_sheet(sheet)
        ui.context.setText(format_words(sheet.today))
        self._unexplained = tuple(slot.month for slot in sheet.unexplained)
        want = most_urgent_task(sheet)
        self._show_want(want)
        offered = want is not None and bool(want.second)
        self.excuse_several.setVisible(self._writable and len(self._unexplained) > 1 and not offered)
        ui.stack.setCurrentWidget(ui.empty if self._empty else ui.listHolder)
        # one filled button: an empty page has its own
        ui.newMeeting.setVisible(self._writable and not self._empty)
        self._follow_list()

    def years_shown(self) -> tuple[int, ...]:
        """The Jalali year that is shown; empty before the first load."""
        return self.ledger.years_shown()

    def show_notice(self, text: str) -> None:
        """Show a refusal above the page."""
        self.ui.notice.show_message(text, tone=Tone.DANGER)

    def clear_notice(self) -> None:
        """Hide the refusal."""
        self.ui.notice.clear()

    def focus_list(self) -> None:
        """Focus the list, or the first button while there is no meeting."""
        if self._empty:
            self.ui.empty.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.listing.focus_list()

    def choose(self, meeting_id: int) -> bool:
        """Select a meeting; return whether it is in the list."""
        return self.listing.choose(meeting_id)

    # ---- forms

    def open_scheduling(self, sheet: SchedulingSheet) -> SchedulingDialog:
        """Open the form of a new meeting, one at a time."""
        # this page is the first of a start, which waits for no form
        from desktop_app.window.months.scheduling_form import SchedulingDialog

        dialog = SchedulingDialog(sheet, self._today, self._now, self)
        dialog.draft_place = DraftField("meeting", 0, "scheduling")
        dialog.finished.connect(self._forget_scheduling)
        self.scheduling = dialog
        dialog.open()
        return dialog

    def _forget_scheduling(self, _result: int) -> None:
        if self.scheduling is not None:
            self.scheduling.deleteLater()
            self.scheduling = None

    def open_excuses(self, months: Sequence[JalaliMonth]) -> ExcuseForm:
        """Open the form that excuses several months."""
        from desktop_app.window.months.excuse_form import ExcuseForm

        dialog = ExcuseForm(months, self)
        dialog.finished.connect(self._forget_excuses)
        self.excuses = dialog
        dialog.open()
        return dialog

    def _forget_excuses(self, _result: int) -> None:
        if self.excuses is not None:
            self.excuses.deleteLater()
            self.excuses = None

    # ---- inside

    def _new(self) -> None:
        self.new_requested.emit(self.ledger.month())

    def _show_want(self, want: UrgentTask | None) -> None:
        self._want = want
        if want is None:
            self.ui.wants.clear()
        else:
            looks = self._writable or want.act == "open"
            action, second = (want.action, want.second if self._writable else "") if looks else ("", "")
            self.ui.wants.show_message(want.title, want.detail, want.tone, action=action, second=second)

    def _ask_excuses(self) -> None:
        if self._unexplained:
            self.excuses_requested.emit(self._unexplained)

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

    def _narrow(self, month: str | None) -> None:
        """Filter the list by one month, or by none; its other filters stay."""
        query = self.listing.query()
        kept = tuple(one for one in query.filters if one.key != FilterKey.MONTH)
        wanted = (Filter(FilterKey.MONTH, month),) if month is not None else ()
        self.listing.query_requested.emit(replace(query, filters=(*kept, *wanted)))

    def _follow_list(self) -> None:
        self.ledger.follow({one.value for one in self.listing.query().filters if one.key == FilterKey.MONTH})

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use smaller gaps and a smaller month table in a low window."""
        super().resizeEvent(event)
        tokens = tokens_of(self)
        low = self.height() < tokens.px(LOW)
        self.ui.column.setSpacing(6 if low else 10)
        self.ui.column.setContentsMargins(GAP_PAGE, 10 if low else 16, GAP_PAGE, 8 if low else 12)
        self.ledger.fit(low=low, tight=self.height() < tokens.px(TIGHT))
