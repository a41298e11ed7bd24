"""Edit session of a meeting: the sheet that shows, and how one act on it is refused, read again and told."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.controllers.meeting.meeting_actions import offer
from desktop_app.controllers.shell.page_controller import PageController, Refuse
from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.read_models.history import RecordKey
from desktop_app.domain.read_models.sheets import MeetingSheet
from desktop_app.domain.rules.meetings import AgendaItem, Attendance, Guest, Meeting
from desktop_app.services.context import Context
from desktop_app.services.meetings.meeting_sheet import meeting_sheet
from desktop_app.services.undo import record_of
from desktop_app.text.meetings import meeting_course as words
from desktop_app.text.shared.refusals import sentence
from desktop_app.views.meeting.meeting_page import MeetingPage
from desktop_app.widgets.style.tokens import Tone

WATCHED = Changed.MEETINGS | Changed.MINUTES | Changed.MEMBERS | Changed.RESOLUTIONS | Changed.SETTINGS


class MeetingEditSession(PageController):
    """What the parts of the meeting's controller share."""

    def __init__(self, page: MeetingPage, context: Context, parent: QObject | None = None) -> None:
        super().__init__(context, parent)
        self.page = page
        self._sheet: MeetingSheet | None = None

    @property
    def is_open(self) -> bool:
        """Whether a meeting shows."""
        return self._sheet is not None

    @property
    def sheet(self) -> MeetingSheet:
        """The meeting that shows."""
        if self._sheet is None:
            raise LookupError("no meeting is open")
        return self._sheet

    @property
    def meeting_id(self) -> int:
        """The meeting that shows."""
        return self.sheet.meeting.id

    def history_key(self) -> RecordKey | None:
        """That of the meeting."""
        return RecordKey("meeting", self.meeting_id) if self.is_open else None

    def load(self, meeting_id: int, before: MeetingSheet | None = None) -> bool:
        """Read a meeting and show it; whether it could be read."""
        try:
            sheet = meeting_sheet(self.context, meeting_id, before)
        except Refused as refused:
            if self.is_open and self.meeting_id == meeting_id:
                self.show_problem(refused)
            else:
                self._show_unread(refused)
            return False
        if self.is_open and self.meeting_id != meeting_id:
            self.steps.forget()
        self._sheet = sheet
        self.page.show_sheet(sheet)
        found = offer(sheet)
        self.page.show_acts(found.buttons, found.menu)
        return True

    def _show_unread(self, refused: Refused) -> None:
        """What is said of a meeting must not stand over another, nor may anything be done to that one unseen."""
        if self.is_open:
            # whoever leads here has asked before; what is typed all the same is still saved where it belongs
            self.page.facts.flush()
        self.steps.forget()
        self._sheet = None
        self.page.unread.show(sentence(refused))

    def reload(self, changed: Changed) -> None:
        """Read again when an act changed what shows here."""
        if self.is_open and changed & WATCHED:
            self.load(self.meeting_id)

    def read_again(self, _changed: Changed) -> None:
        """Read again after an own act; what stood above the page is over."""
        if self._sheet is not None:
            self.page.clear_notice()
            self.load(self.meeting_id, self._sheet)

    def show_refused(self, refused: Refused, refuse: Refuse) -> None:
        """First what is stored, for the page may show a choice that was not taken; then what was refused."""
        if self._sheet is not None:
            self.page.show_sheet(self._sheet)
        super().show_refused(refused, refuse)
        self.tell_saved()

    def show_problem(self, refused: Refused) -> None:
        """Say what was refused in the form that lies over the page, else above the page."""
        form = self.page.postponing or self.page.sending
        if form is not None:
            form.show_refusal("", sentence(refused))
        else:
            self.page.show_notice(sentence(refused))

    def show_step(self, made: Outcome, _said: str) -> None:
        """The keyboard goes to the seat, the guest or the item that stands otherwise now; facts show."""
        records = [record_of(row) for row in made.written]
        for record in records:
            if isinstance(record, Attendance):
                self.page.go_to_seat(record.seat_id)
            elif isinstance(record, Meeting):
                self.page.show_facts()
            elif isinstance(record, Guest) and self.page.attendance.guests.row(record.id) is not None:
                self.page.go_to_attendance()
                self.page.attendance.guests.focus(record.id)
        items = [record.id for record in records if isinstance(record, AgendaItem)]
        if len(items) == 1:
            self.page.go_to_item(items[0])

    def tell_done(self, said: str) -> None:
        """Say what is done."""
        super().tell_done(said or words.SAVED)

    def tell_saved(self) -> None:
        """The standing sentence: whether anything that was typed is not saved."""
        if self.page.unfinished():
            self.saved_told.emit(words.NOT_SAVED, Tone.WARNING)
        else:
            self.saved_told.emit(words.SAVED, Tone.DONE)
