"""Agenda, attendance, guests and facts: each change of the operator is one act."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.controllers.meeting.meeting_edit_session import MeetingEditSession
from desktop_app.controllers.meeting.meeting_services import MeetingServices
from desktop_app.controllers.meeting.meeting_view import MeetingView
from desktop_app.domain.errors import Refused
from desktop_app.domain.rules.attendance import SeatMark
from desktop_app.domain.rules.meetings import AgendaItem, Guest, Meeting
from desktop_app.services.outcome import Outcome
from desktop_app.text.meetings import meeting as words
from desktop_app.text.meetings import meeting_attendance as seat_words
from desktop_app.text.meetings import meeting_course as course_words
from desktop_app.text.shared.refusals import sentence
from desktop_app.widgets.controls.button import ButtonKind
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question
from desktop_app.widgets.style.tokens import Tone


def nowhere(_refused: Refused) -> bool:
    """A refusal without a field of its own stands above the page."""
    return False


class MeetingEdits(QObject):
    """Connects the signals of the panes with the services."""

    def __init__(
        self,
        session: MeetingEditSession,
        view: MeetingView,
        services: MeetingServices,
        dialogs: Dialogs,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._view, self._services, self._dialogs = session, view, services, dialogs
        wants = view.signals
        wants.fact_edited.connect(self.save_fact)
        wants.item_saved.connect(self.save_item)
        wants.item_removed.connect(self.remove_item)
        wants.item_moved.connect(self.move_item)
        wants.item_parked.connect(self.park_item)
        wants.item_taken_up.connect(self.take_up_item)
        wants.item_started.connect(self.start_item)
        wants.item_finished.connect(self.finish_item)
        wants.seat_marked.connect(self.mark)
        wants.seat_late.connect(self.mark_late)
        wants.edit_left.connect(session.tell_saved)
        wants.guest_saved.connect(self.save_guest)
        wants.guest_removed.connect(self.remove_guest)

    # ---- facts

    def save_fact(self, meeting: Meeting, field: str) -> None:
        """The meeting with one fact changed."""

        def refuse(refused: Refused) -> bool:
            return self._view.show_fact_refusal(refused.field or field, sentence(refused))

        self._session.act(lambda: self._services.save(meeting), refuse)

    # ---- agenda

    def save_item(self, item: AgendaItem) -> None:
        """A new item, or a changed one."""
        service = self._services.save_item if item.id else self._services.add_item

        def refuse(refused: Refused) -> bool:
            return self._view.show_item_refusal(refused.field, sentence(refused))

        outcome = self._session.act(lambda: service(item), refuse)
        if outcome is not None:
            self._view.close_item_form(outcome.id)

    def remove_item(self, item_id: int) -> None:
        """Ask, then take an item off."""
        if self._sure(course_words.REMOVE_ITEM_ASK, course_words.remove_text(self._title(item_id))):
            self._session.act(lambda: self._services.remove_item(item_id), nowhere)

    def move_item(self, item_id: int, step: int) -> None:
        """One place up or down."""
        self._session.act(lambda: self._services.move_item(item_id, step), nowhere)

    def start_item(self, item_id: int) -> None:
        """The room takes an item up; its clock runs."""
        self._session.act(lambda: self._services.start_item(item_id), nowhere)

    def finish_item(self, item_id: int) -> None:
        """The room is done with an item."""
        self._session.act(lambda: self._services.finish_item(item_id), nowhere)

    def park_item(self, item_id: int) -> None:
        """Aside for a later meeting."""
        if self._session.act(lambda: self._services.park_item(item_id), nowhere) is not None:
            self._view.go_to_item(item_id)

    def take_up_item(self, item_id: int) -> None:
        """From the parked ones to the end of this agenda."""
        meeting_id = self._session.meeting_id
        if self._session.act(lambda: self._services.unpark_item(item_id, meeting_id), nowhere) is not None:
            self._view.go_to_item(item_id)

    def _title(self, item_id: int) -> str:
        sheet = self._session.sheet
        every = (*(row.item for row in sheet.agenda), *sheet.parked)
        return next((item.title for item in every if item.id == item_id), "")

    # ---- attendance

    def mark(self, seat_id: int, mark: SeatMark) -> None:
        """One seat."""
        said = course_words.marked(self._seat_name(seat_id), seat_words.SEAT_STATES[mark.state])
        meeting_id = self._session.meeting_id
        self._session.act(lambda: self._services.mark(meeting_id, seat_id, mark), self._beside_seat(seat_id), said=said)

    def mark_late(self, seat_id: int) -> None:
        """One seat, whose holder comes in now."""
        said = course_words.marked(self._seat_name(seat_id), seat_words.LATE)
        meeting_id = self._session.meeting_id
        self._session.act(lambda: self._services.mark_late(meeting_id, seat_id), self._beside_seat(seat_id), said=said)

    def _beside_seat(self, seat_id: int) -> _SeatRefusal:
        return _SeatRefusal(self._view, seat_id)

    def _seat_name(self, seat_id: int) -> str:
        rows = (row for party in self._session.sheet.attendance for row in party.rows)
        return next((row.name for row in rows if row.seat_id == seat_id), "")

    # ---- guests

    def save_guest(self, guest: Guest) -> None:
        """A new guest, or a changed one."""
        meeting_id = self._session.meeting_id

        def refuse(refused: Refused) -> bool:
            return self._view.show_guest_refusal(refused.field, sentence(refused))

        def do() -> Outcome:
            return self._services.save_guest(guest) if guest.id else self._services.add_guest(meeting_id, guest)

        if self._session.act(do, refuse) is not None:
            self._view.close_guest_form()

    def remove_guest(self, guest_id: int) -> None:
        """Ask, then take a guest off."""
        name = next((guest.name for guest in self._session.sheet.guests if guest.id == guest_id), "")
        if not self._sure(course_words.REMOVE_GUEST_ASK, course_words.remove_text(name)):
            return
        if self._session.act(lambda: self._services.remove_guest(guest_id), nowhere) is not None:
            self._view.close_guest_form()

    def _sure(self, title: str, text: str) -> bool:
        choices = (Choice("remove", words.REMOVE, ButtonKind.DANGER), Choice("stay", course_words.CANCEL))
        return self._dialogs.ask(Question(title, text, choices, Tone.WARNING)) == "remove"


class _SeatRefusal:
    """Shows a refusal in the form of one seat."""

    def __init__(self, view: MeetingView, seat_id: int) -> None:
        self._view, self._seat_id = view, seat_id

    def __call__(self, refused: Refused) -> bool:
        return self._view.show_seat_refusal(self._seat_id, refused.field, sentence(refused))
