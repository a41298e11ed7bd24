"""Agenda, attendance, guests and facts: each change of the operator is one act."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop_app.controllers.meeting.meeting_edit_session import MeetingEditSession
from desktop_app.controllers.shell.undo_list import WayBack, by_rows
from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import Outcome
from desktop_app.domain.rules.attendance import SeatMark
from desktop_app.domain.rules.meetings import AgendaItem, Guest, Meeting
from desktop_app.services.context import Context
from desktop_app.services.meetings import agenda
from desktop_app.services.meetings.meeting_facts import save_meeting
from desktop_app.services.minutes import attendance
from desktop_app.text.meetings import meeting_attendance as seat_words
from desktop_app.text.meetings import meeting_course as course_words
from desktop_app.text.meetings import meeting_steps as steps
from desktop_app.text.shared import states as state_words
from desktop_app.text.shared.refusals import sentence


class MeetingEdits(QObject):
    """Connects the signals of the panes with the services."""

    def __init__(self, session: MeetingEditSession) -> None:
        super().__init__(session)
        self._session = session
        signals = session.page.signals
        signals.fact_edited.connect(self.save_fact)
        signals.item_saved.connect(self.save_item)
        signals.item_removed.connect(self.remove_item)
        signals.item_moved.connect(self.move_item)
        signals.item_parked.connect(self.park_item)
        signals.item_taken_up.connect(self.take_up_item)
        signals.item_started.connect(self.start_item)
        signals.item_finished.connect(self.finish_item)
        signals.seat_marked.connect(self.mark)
        signals.seat_late.connect(self.mark_late)
        signals.edit_left.connect(session.tell_saved)
        signals.guest_saved.connect(self.save_guest)
        signals.guest_removed.connect(self.remove_guest)

    # ---- facts

    def save_fact(self, meeting: Meeting, field: str) -> None:
        """The meeting with one fact changed."""

        def refuse(refused: Refused) -> bool:
            return self._session.page.show_fact_refusal(refused.field or field, sentence(refused))

        self._session.act(
            lambda context: save_meeting(context, meeting), refuse, back=WayBack(steps.fact_changed(field), by_rows)
        )

    # ---- agenda

    def save_item(self, item: AgendaItem) -> None:
        """A new item, or a changed one."""
        save = agenda.save_item if item.id else agenda.add_item
        what = steps.item_changed(item.title) if item.id else steps.item_added(item.title)

        def refuse(refused: Refused) -> bool:
            return self._session.page.agenda.show_refusal(refused.field, sentence(refused))

        outcome = self._session.act(lambda context: save(context, item), refuse, back=WayBack(what, by_rows))
        if outcome is not None:
            self._session.page.agenda.close_form()
            self._session.page.agenda.rows.focus(outcome.id)

    def remove_item(self, item_id: int) -> None:
        """Take an item off the agenda."""
        title = self._title(item_id)
        self._remove(lambda context: agenda.remove_item(context, item_id), title, steps.item_removed(title))

    def move_item(self, item_id: int, step: int) -> None:
        """One place up or down."""
        self._do(lambda context: agenda.move_item(context, item_id, step), steps.item_moved(self._title(item_id)))

    def start_item(self, item_id: int) -> None:
        """The room takes an item up; its clock runs."""
        self._do(lambda context: agenda.start_item(context, item_id), steps.item_started(self._title(item_id)))

    def finish_item(self, item_id: int) -> None:
        """The room is done with an item."""
        self._do(lambda context: agenda.finish_item(context, item_id), steps.item_finished(self._title(item_id)))

    def park_item(self, item_id: int) -> None:
        """Aside for a later meeting."""
        what = steps.item_parked(self._title(item_id))
        if self._do(lambda context: agenda.park_item(context, item_id), what):
            self._session.page.go_to_item(item_id)

    def take_up_item(self, item_id: int) -> None:
        """From the parked ones to the end of this agenda."""
        meeting_id, what = self._session.meeting_id, steps.item_taken_up(self._title(item_id))
        if self._do(lambda context: agenda.unpark_item(context, item_id, meeting_id), what):
            self._session.page.go_to_item(item_id)

    def _do(self, do: Callable[[Context], Outcome], what: str) -> bool:
        """One act that needs no form; whether it was done."""
        return self._session.act(do, back=WayBack(what, by_rows)) is not None

    def _title(self, item_id: int) -> str:
        sheet = self._session.sheet
        every = (*(row.item for row in sheet.agenda), *sheet.parked)
        return next((item.title for item in every if item.id == item_id), "")

    # ---- attendance

    def mark(self, seat_id: int, mark: SeatMark) -> None:
        """One seat."""
        meeting_id = self._session.meeting_id
        self._mark(
            lambda context: attendance.mark_attendance(context, meeting_id, seat_id, mark),
            seat_id,
            state_words.SEAT_STATES[mark.state],
        )

    def mark_late(self, seat_id: int) -> None:
        """One seat, whose holder comes in now."""
        meeting_id = self._session.meeting_id
        self._mark(lambda context: attendance.mark_late(context, meeting_id, seat_id), seat_id, seat_words.LATE)

    def _mark(self, do: Callable[[Context], Outcome], seat_id: int, state: str) -> None:
        name = self._seat_name(seat_id)

        def refuse(refused: Refused) -> bool:
            return self._session.page.attendance.show_refusal(seat_id, refused.field, sentence(refused))

        back = WayBack(steps.marked(name, state), by_rows)
        self._session.act(do, refuse, said=course_words.marked(name, state), back=back)

    def _seat_name(self, seat_id: int) -> str:
        rows = (row for party in self._session.sheet.attendance for row in party.rows)
        return next((row.name for row in rows if row.seat_id == seat_id), "")

    # ---- guests

    def save_guest(self, guest: Guest) -> None:
        """A new guest, or a changed one."""
        meeting_id = self._session.meeting_id
        what = steps.guest_changed(guest.name) if guest.id else steps.guest_added(guest.name)

        def refuse(refused: Refused) -> bool:
            return self._session.page.attendance.guests.show_refusal(refused.field, sentence(refused))

        def do(context: Context) -> Outcome:
            if guest.id:
                return attendance.save_guest(context, guest)
            return attendance.add_guest(context, meeting_id, name=guest.name, post=guest.post)

        if self._session.act(do, refuse, back=WayBack(what, by_rows)) is not None:
            self._session.page.attendance.guests.close_form()

    def remove_guest(self, guest_id: int) -> None:
        """Take a guest off the list."""
        name = next((guest.name for guest in self._session.sheet.guests if guest.id == guest_id), "")
        self._remove(lambda context: attendance.remove_guest(context, guest_id), name, steps.guest_removed(name))

    def _remove(self, do: Callable[[Context], Outcome], name: str, what: str) -> None:
        """Nothing is asked: the undo brings it back whole, and the foot of the window names its key."""
        self._session.act(do, said=course_words.removed(name), back=WayBack(what, by_rows))
