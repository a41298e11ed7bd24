"""Meeting page: header with its acts, course, agenda, attendance, facts and history.

A band tells whether the meeting is official. A meeting that cannot be read has a notice instead, with the reason and
the way back to the list.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.read_models.sheets import MeetingSheet
from desktop_app.domain.rules.files import FileOwner, RecordRef
from desktop_app.domain.rules.meetings import MeetingState
from desktop_app.forms.meeting_page import Ui_MeetingPage
from desktop_app.widgets.accessibility.keyboard_focus import has_focus_inside
from desktop_app.widgets.dates.date_source import date_source
from desktop_app.widgets.fields.choice_field import WheelBlocker
from desktop_app.widgets.shell.action_bar import PageAction
from desktop_app.widgets.shell.shortcuts import add_page_action
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.state_mark import Shape
from desktop_app.widgets.style.tokens import Ink, TextRole, Tone
from desktop_app.window.kit.files_button import FilesButton
from desktop_app.window.meeting import words
from desktop_app.window.meeting.agenda import MeetingAgendaPane
from desktop_app.window.meeting.attendance import AttendancePane
from desktop_app.window.meeting.facts import MeetingFactsPane
from desktop_app.window.meeting.forms_over import MeetingDialogs
from desktop_app.window.meeting.history import (
    HistoryPane,
    band_of,
    context_of,
    course_of,
    crumbs_of,
    is_before_records,
    locked_of,
    title_of,
)
from desktop_app.window.meeting.invitations import InvitationsPane
from desktop_app.window.meeting.signals import MeetingSignals
from desktop_app.words import meeting_course as course_words
from desktop_app.words import states as state_words
from desktop_app.words.digits import filled
from desktop_app.words.refusals import sentence


def show_header(ui: Ui_MeetingPage, sheet: MeetingSheet, now: str, today: date) -> None:
    """Show title, breadcrumb, facts in one line, and progress."""
    meeting = sheet.meeting
    ui.title.setText(title_of(meeting))
    ui.crumbs.setText(crumbs_of(meeting))
    ui.context.setText(context_of(meeting))
    ui.editFacts.setVisible(sheet.facts_editable)
    show_course(ui, sheet, now, today)


def show_course(ui: Ui_MeetingPage, sheet: MeetingSheet, now: str, today: date) -> None:
    """Show the states with their dates, and the running time of the session."""
    # what a meeting from before the records went through, nobody knows here
    ui.stepper.setVisible(not is_before_records(sheet))
    course = course_of(sheet, now, today)
    ui.stepper.show_steps(course.steps, course.current, course.side)


def show_band(ui: Ui_MeetingPage, sheet: MeetingSheet) -> None:
    """Show whether the meeting is official and why."""
    band, locked = band_of(sheet), locked_of(sheet)
    ui.quorumBand.show_message(
        band.title,
        (" " if band.detail.endswith(".") else state_words.DOT).join(filled(band.detail, locked)),
        band.tone,
        shape=Shape.DOT if band.tone == Tone.NEUTRAL else None,
    )


class UnreadMeeting(QObject):
    """Error view that covers the page if a meeting cannot be read.

    What is still typed for that one stays in its fields, unseen, until it shows again.
    """

    def __init__(
        self, page: QWidget, ui: Ui_MeetingPage, signals: MeetingSignals, files: FilesButton, clock: QTimer
    ) -> None:
        super().__init__(page)
        self._ui, self._signals, self._files, self._clock = ui, signals, files, clock
        self._blank = QWidget()
        ui.stack.addWidget(self._blank)
        self._leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), page)
        self._leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._leave.activated.connect(signals.list_requested)
        self._leave.setEnabled(False)
        self.shown = False
        """Whether it shows."""
        ui.notice.action_requested.connect(self._go_back)

    def show(self, why: str) -> None:
        """Show the error; focus the button that leads back."""
        self._clock.stop()
        self._files.show_record(None)
        self._ui.stack.setCurrentWidget(self._blank)
        self._set_shown(True)
        self._ui.notice.show_message(why, tone=Tone.DANGER, action=words.BACK_TO_LIST)
        self._ui.notice.action_button().setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> bool:
        """Hide the error view; return whether it was shown."""
        before = self.shown
        if before:
            self._set_shown(False)
            self.show_tab(self._ui.tabs.currentIndex())
        return before

    def show_tab(self, place: int) -> None:
        """Show a tab of the meeting."""
        if not self.shown:
            self._ui.stack.setCurrentIndex(place)

    def _set_shown(self, shown: bool) -> None:
        self.shown = shown
        self._leave.setEnabled(shown)
        ui = self._ui
        for part in (ui.title, ui.context, ui.actions, ui.tabs, ui.crumbs):
            part.setVisible(not shown)
        if shown:
            # with a meeting they show where it has something for them
            ui.editFacts.hide()
            ui.stepper.hide()

    def _go_back(self) -> None:
        if self.shown:
            self._signals.list_requested.emit()


SECOND_MS = 1_000
AGENDA_WIDTHS = ((1_000, 388), (0, 268))
"""From which width of the page the agenda card is how wide."""
LOW = 640
LOWEST = 500
"""Below this height, which grows with the writing, three seats in a row would not be seen."""
LEAST_ATTENDANCE = 320
SESSION, INVITATIONS, FACTS, HISTORY = range(4)


class MeetingPage(MeetingDialogs):
    """Shows one meeting sheet at a time; operator actions go out through ``signals``."""

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
        WheelBlocker(ui.tabs)
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
        add_page_action(self, words.ADD_ITEM, "Ins", self._add_item)

    # ---- showing

    def show_sheet(self, sheet: MeetingSheet) -> None:
        """Show a meeting; keep unsaved input."""
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
        """Show the buttons of the actions allowed now."""
        had = has_focus_inside(self.ui.actions)
        self.ui.actions.show_acts(buttons, menu)
        if had and not buttons:
            self.ui.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_fact_refusal(self, field: str, text: str) -> bool:
        """Show the error beside its field among the facts and focus it."""
        if not self.facts.show_refusal(field, text):
            return False
        self.ui.tabs.setCurrentIndex(FACTS)
        self.facts.focus_fact(field)
        return True

    def go_to_item(self, item_id: int) -> None:
        """Focus an agenda item."""
        self.ui.tabs.setCurrentIndex(SESSION)
        self.agenda.rows.focus(item_id)

    def go_to_seat(self, seat_id: int) -> None:
        """Give the keyboard to a seat."""
        self.ui.tabs.setCurrentIndex(SESSION)
        self.attendance.focus_seat(seat_id)

    def show_facts(self) -> None:
        """Show the facts tab without focusing a field."""
        self.ui.tabs.setCurrentIndex(FACTS)
        self.ui.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_agenda(self) -> None:
        """Give the keyboard to the agenda."""
        self.ui.tabs.setCurrentIndex(SESSION)
        self.agenda.focus_first()

    def go_to_invitations(self) -> None:
        """Focus the first unsent invitation."""
        self.ui.tabs.setCurrentIndex(INVITATIONS)
        self.invitations.focus_first()

    def go_to_attendance(self) -> None:
        """Focus the first unmarked seat."""
        self.ui.tabs.setCurrentIndex(SESSION)
        self.attendance.focus_first()

    def go_to_fact(self, field: str) -> None:
        """Give the keyboard to a fact."""
        self.ui.tabs.setCurrentIndex(FACTS)
        self.facts.focus_fact(field)

    def edit_facts(self) -> None:
        """Focus the first editable fact; called by the header's pencil button."""
        sheet = self._sheet
        if sheet is not None and sheet.facts_editable and not self.unread.shown:
            first = "place" if sheet.correcting else "starts_at"
            self.go_to_fact("day" if sheet.day_editable else first)

    def focus_first(self) -> None:
        """Focus the attendance while it may be marked, else the agenda.

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
        """Discard unsaved input: close forms, show stored facts."""
        self.agenda.close_form()
        self.attendance.forget_typed()
        self.facts.forget_typed()

    def unfinished(self) -> int:
        """Return the number of forms and fields with unsaved input."""
        form = self.agenda.form()
        return self.facts.unfinished() + self.attendance.unfinished() + int(form is not None and form.is_dirty())

    def _tick(self) -> None:
        if self._sheet is not None:
            self.agenda.rows.tick(int(self._since.elapsed() / SECOND_MS))
            show_course(self.ui, self._sheet, self._now(), self._today())

    def _add_guest(self) -> None:
        """Open the form of a new guest; on closing go back to the tab it was requested from."""
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
        """Adapt the layout to the size."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Adapt the layout to the font size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fold()

    def _fold(self) -> None:
        """Save space in a small window: narrower agenda, smaller gaps, no repeated text."""
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
    """Save the open forms; return whether none was refused."""
    form = page.agenda.form()
    if form is not None and form.is_dirty():
        form.save()
    page.attendance.save_forms()
    return not page.unfinished()
