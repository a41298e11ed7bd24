"""Dialogs of the meeting page: forms to postpone it, record a sending or type an hour, and a sent letter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.read_models.sheets import MeetingSheet
from desktop_app.domain.rules.invitations import Sending
from desktop_app.domain.text.typed_drafts import DraftPlace
from desktop_app.text.meetings.meeting_course import TimeAsked
from desktop_app.text.meetings.meeting_invitations import letter_of
from desktop_app.views.meeting.meeting_sending import SendingDialog, SendingForms
from desktop_app.views.meeting.meeting_times import TimesDialog, TimesForms
from desktop_app.views.meeting.sent_letter import SentLetterDialog
from desktop_app.views.meetings.scheduling_postpone import PostponeDialog, PostponeForms
from desktop_app.widgets.paper.page_canvas import Render
from desktop_app.widgets.shell.noticed_page import NoticedPage


class FormsOverMeeting(NoticedPage):
    """Each of them once at a time, about the sheet that shows."""

    def __init__(self, today: Callable[[], date], now: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: MeetingSheet | None = None
        self._letter: SentLetterDialog | None = None
        self._postpone = PostponeForms(self, today, now)
        self._sending, self._times = SendingForms(self, today), TimesForms(self)

    @property
    def postponing(self) -> PostponeDialog | None:
        """The form of putting the meeting off, while it is open."""
        return self._postpone.form

    def open_postpone(self) -> PostponeDialog:
        """Open that form."""
        form = self._postpone.open(self._sheet.calendar if self._sheet is not None else WorkCalendar())
        form.draft_place = self._place("postpone")
        return form

    @property
    def sending(self) -> SendingDialog | None:
        """The form of a sending, while it is open."""
        return self._sending.form

    def open_sending(self, offered: Sending) -> SendingDialog:
        """Open that form."""
        assert self._sheet is not None, "a sending without its meeting"
        form = self._sending.open(self._sheet.invitees, offered, self._sheet.calendar)
        form.draft_place = self._place("sending")
        return form

    @property
    def letter(self) -> SentLetterDialog | None:
        """The letter that was sent, while it shows."""
        return self._letter

    def show_letter(self, name: str, context: str, count: int, render: Render) -> SentLetterDialog:
        """Show a letter that was sent."""
        self._letter = SentLetterDialog(letter_of(name), context, count, render, self)
        self._letter.let_go.connect(self._forget_letter)
        self._letter.open()
        return self._letter

    def _forget_letter(self) -> None:
        self._letter = None

    @property
    def times(self) -> TimesDialog | None:
        """The form of an hour, while it is open."""
        return self._times.form

    def open_times(self, asked: TimeAsked, time: str) -> TimesDialog:
        """Open that form."""
        form = self._times.open(asked, time)
        form.draft_place = self._place("session_time")
        return form

    def _place(self, form: str) -> DraftPlace:
        """Where what is typed in a form is kept."""
        return DraftPlace("meeting", self._sheet.meeting.id if self._sheet is not None else 0, form)
