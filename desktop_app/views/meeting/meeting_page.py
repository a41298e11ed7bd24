"""The meeting page: header with its acts, the course of the meeting, agenda and attendance, facts, history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QElapsedTimer, QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.read_models.sheets import MeetingSheet
from desktop_app.domain.rules.files import FileOwner, RecordRef
from desktop_app.domain.rules.meetings import MeetingState
from desktop_app.forms.meeting_page import Ui_MeetingPage
from desktop_app.text.meetings import meeting as words
from desktop_app.text.meetings import meeting_agenda as agenda_words
from desktop_app.text.meetings import meeting_course as course_words
from desktop_app.text.shared.refusals import sentence
from desktop_app.views.files.files_button import FilesButton
from desktop_app.views.meeting.meeting_agenda import MeetingAgendaPane
from desktop_app.views.meeting.meeting_attendance import AttendancePane
from desktop_app.views.meeting.meeting_facts import MeetingFactsPane
from desktop_app.views.meeting.meeting_forms_over import FormsOverMeeting
from desktop_app.views.meeting.meeting_header import show_band, show_course, show_header
from desktop_app.views.meeting.meeting_history import HistoryPane
from desktop_app.views.meeting.meeting_invitations import InvitationsPane
from desktop_app.views.meeting.meeting_signals import MeetingSignals
from desktop_app.views.meeting.meeting_unread import UnreadMeeting
from desktop_app.widgets.accessibility.kept_keyboard import has_keyboard_inside
from desktop_app.widgets.dates.date_source import date_source
from desktop_app.widgets.fields.still_wheel import StillWheel
from desktop_app.widgets.shell.action_bar import PageAction
from desktop_app.widgets.shell.shortcuts import add_page_action
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.tokens import Ink, TextRole

SECOND_MS = 1_000
AGENDA_WIDTHS = ((1_000, 388), (0, 268))
"""From which width of the page the agenda card is how wide."""
LOW = 640
LOWEST = 500
"""Below this height, which grows with the writing, three seats in a row would not be seen."""
LEAST_ATTENDANCE = 320
SESSION, INVITATIONS, FACTS, HISTORY = range(4)


class MeetingPage(FormsOverMeeting):
    """Shows one sheet at a time; everything the operator wants goes out through ``signals``."""

    def __init__(self, today: Callable[[], date], now: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(today, now, parent)
        self.ui = Ui_MeetingPage()
        self.ui.setupUi(self)
        self.notice = self.ui.notice
        self.signals = MeetingSignals(self)
        self._today, self._now = today, now
        self.agenda = MeetingAgendaPane(self.signals)
        self.attendance = AttendancePane(self.signals, now)
        self.invitations = InvitationsPane(self.signals)
        self.facts = MeetingFactsPane(self.signals, now)
        self.history = HistoryPane()
        self.files = FilesButton()
        self._back_to_invitations = False
        self._since = QElapsedTimer()
        self._clock = QTimer(self)
        self._clock.setObjectName("runningClock")
        self._clock.setInterval(SECOND_MS)
        self._clock.timeout.connect(self._tick)
        self.unread = UnreadMeeting(self, self.ui, self.signals, self.files, self._clock)
        self._assemble()
        self._dress()
        self._connect()

    def _assemble(self) -> None:
        ui = self.ui
        for holder, pane in ((ui.agendaHolder, self.agenda), (ui.attendanceHolder, self.attendance)):
            line = QHBoxLayout(holder)
            line.setContentsMargins(0, 0, 0, 0)
            line.addWidget(pane)
        # wide rows must not keep the page from a width at which they fold
        ui.attendanceHolder.setMinimumWidth(LEAST_ATTENDANCE)
        ui.invitationsColumn.addWidget(self.invitations)
        ui.factsColumn.addWidget(self.facts)
        ui.historyColumn.addWidget(self.history)
        ui.titleLine.insertWidget(ui.titleLine.count() - 1, self.files)
        for name in words.TABS:
            ui.tabs.addTab(name)

    def _dress(self) -> None:
        ui = self.ui
        ui.crumbs.set_role(TextRole.NOTE)
        ui.crumbs.set_ink(Ink.SECOND)
        ui.title.set_role(TextRole.PAGE_TITLE)
        ui.context.set_role(TextRole.SECOND)
        ui.context.set_ink(Ink.SECOND)
        ui.context.set_elide(True)
        ui.tabs.setDrawBase(True)
        ui.tabs.setExpanding(False)
        StillWheel(ui.tabs)
        ui.quorumBand.set_inline(True)

    def _connect(self) -> None:
        ui = self.ui
        ui.actions.act_requested.connect(self.signals.act_requested)
        ui.notice.action_requested.connect(self.signals.notice_act_requested)
        ui.tabs.currentChanged.connect(self.unread.show_tab)
        self.signals.guest_requested.connect(self._add_guest)
        self.attendance.guests.form_closed.connect(self._guest_form_closed)
        ui.editFacts.clicked.connect(self.edit_facts)
        add_page_action(self, words.EDIT_FACTS, "Ctrl+E", self.edit_facts)
        add_page_action(self, course_words.WRITE_MINUTES, "F6", self.signals.minutes_requested.emit)
        add_page_action(self, words.BACK_TO_LIST, "Alt+Right", self.signals.list_requested.emit)
        add_page_action(self, agenda_words.ADD_ITEM, "Ins", self._add_item)

    # ---- showing

    def show_sheet(self, sheet: MeetingSheet) -> None:
        """Everything of a meeting; what is being typed stays."""
        other = self._sheet is None or self._sheet.meeting.id != sheet.meeting.id
        if self._sheet is None or self._sheet.calendar != sheet.calendar:
            source = date_source(sheet.calendar, self._today, sentence)
            self.facts.set_dates(source)
            self.attendance.set_dates(source)
        self._sheet = sheet
        if self.unread.end():
            self._fold()
        self._since.start()
        self.files.show_record(RecordRef(FileOwner.MEETING, sheet.meeting.id))
        show_header(self.ui, sheet, self._now(), self._today())
        show_band(self.ui, sheet)
        for pane in (self.agenda, self.attendance, self.invitations, self.facts, self.history):
            pane.show_sheet(sheet)
        self.ui.tabs.setTabText(INVITATIONS, self.invitations.tab_name())
        if other:
            self.ui.tabs.setCurrentIndex(SESSION)
        if sheet.meeting.state is MeetingState.IN_SESSION and not sheet.entered_later:
            self._clock.start()
        else:
            self._clock.stop()

    def show_acts(self, buttons: Sequence[PageAction], menu: Sequence[PageAction]) -> None:
        """What may be done with the meeting now; where nothing is left to do, the keyboard stays on the page."""
        had = has_keyboard_inside(self.ui.actions)
        self.ui.actions.show_acts(buttons, menu)
        if had and not buttons:
            self.ui.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_fact_refusal(self, field: str, text: str) -> bool:
        """Beside its field among the facts, with the keyboard on it."""
        if not self.facts.show_refusal(field, text):
            return False
        self.ui.tabs.setCurrentIndex(FACTS)
        self.facts.focus_fact(field)
        return True

    def go_to_item(self, item_id: int) -> None:
        """Give the keyboard to an item."""
        self.ui.tabs.setCurrentIndex(SESSION)
        self.agenda.rows.focus(item_id)

    def go_to_seat(self, seat_id: int) -> None:
        """Give the keyboard to a seat."""
        self.ui.tabs.setCurrentIndex(SESSION)
        self.attendance.focus_seat(seat_id)

    def show_facts(self) -> None:
        """Bring the facts to sight; the keyboard goes into none of them, where its keys would be those of typing."""
        self.ui.tabs.setCurrentIndex(FACTS)
        self.ui.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_agenda(self) -> None:
        """Give the keyboard to the agenda."""
        self.ui.tabs.setCurrentIndex(SESSION)
        self.agenda.focus_first()

    def go_to_invitations(self) -> None:
        """Give the keyboard to the first invitation that has to go out."""
        self.ui.tabs.setCurrentIndex(INVITATIONS)
        self.invitations.focus_first()

    def go_to_attendance(self) -> None:
        """Give the keyboard to the first seat that is not marked."""
        self.ui.tabs.setCurrentIndex(SESSION)
        self.attendance.focus_first()

    def go_to_fact(self, field: str) -> None:
        """Give the keyboard to a fact."""
        self.ui.tabs.setCurrentIndex(FACTS)
        self.facts.focus_fact(field)

    def edit_facts(self) -> None:
        """From the header's pencil to the first fact that may change."""
        sheet = self._sheet
        if sheet is not None and sheet.facts_editable and not self.unread.shown:
            first = "place" if sheet.correcting else "starts_at"
            self.go_to_fact("day" if sheet.day_editable else first)

    def focus_first(self) -> None:
        """Give the keyboard to where work begins: the attendance while it may be marked, else the agenda.

        On another tab that was left open it stays there: keys would act on a row that nobody sees.
        """
        tab = self.ui.tabs.currentIndex()
        if tab == INVITATIONS:
            self.invitations.focus_first()
        elif tab != SESSION:
            self.ui.tabs.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._sheet is not None and self._sheet.attendance_editable:
            self.attendance.focus_first()
        else:
            self.agenda.focus_first()

    def forget_typed(self) -> None:
        """Give up what could not be saved: its forms close, and the facts show what is stored."""
        self.agenda.close_form()
        self.attendance.forget_typed()
        self.facts.forget_typed()

    def unfinished(self) -> int:
        """Places in which something is typed and not saved."""
        form = self.agenda.form()
        return self.facts.unfinished() + self.attendance.unfinished() + int(form is not None and form.is_dirty())

    def _tick(self) -> None:
        if self._sheet is not None:
            self.agenda.rows.tick(int(self._since.elapsed() / SECOND_MS))
            show_course(self.ui, self._sheet, self._now(), self._today())

    def _add_guest(self) -> None:
        """The form stands among the guests; asked for among the invitations, it leads back there when it closes."""
        if self.unread.shown:
            return
        came_from = self.ui.tabs.currentIndex()
        self.ui.tabs.setCurrentIndex(SESSION)
        self.attendance.guests.add_guest()
        self._back_to_invitations = came_from == INVITATIONS and self.attendance.guests.form() is not None

    def _guest_form_closed(self) -> None:
        back, self._back_to_invitations = self._back_to_invitations, False
        if back and self.ui.tabs.currentIndex() == SESSION:
            self.ui.tabs.setCurrentIndex(INVITATIONS)
            self.invitations.ui.inviteGuest.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_item(self) -> None:
        if self._sheet is not None and self._sheet.agenda_editable and not self.unread.shown:
            self.ui.tabs.setCurrentIndex(SESSION)
            self.agenda.add_item()

    # ---- room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold with the room."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Fold with the writing."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fold()

    def _fold(self) -> None:
        """A narrow window gives the agenda less, a low one gives the gaps away, the lowest all that is said twice."""
        wide = next(card for page, card in AGENDA_WIDTHS if self.width() >= page)
        self.ui.agendaHolder.setFixedWidth(wide)
        low = self.height() < LOW
        lowest = self.height() < tokens_of(self).px(LOWEST)
        self.ui.column.setSpacing(4 if lowest else 6 if low else 10)
        self.ui.sessionColumn.setSpacing(6 if lowest else 12)
        self.ui.crumbs.setVisible(not low and not self.unread.shown)
        self.ui.stepper.set_folded(lowest)
        self.ui.quorumBand.set_folded(lowest)
        self.attendance.set_folded(lowest)


def save_forms(page: MeetingPage) -> bool:
    """Save the forms that are open; whether nothing is left that was refused."""
    form = page.agenda.form()
    if form is not None and form.is_dirty():
        form.save()
    page.attendance.save_forms()
    return not page.unfinished()
