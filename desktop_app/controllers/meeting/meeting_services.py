"""The services that the meeting page calls, as callables, so that its tests may pass their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from desktop_app.controllers.signing.paper_view import OpenPages
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.read_models.meetings_sheet import Postponement
from desktop_app.domain.read_models.sheets import MeetingSheet
from desktop_app.domain.rules.attendance import SeatMark
from desktop_app.domain.rules.invitations import Sending
from desktop_app.domain.rules.meetings import AgendaItem, Guest, Meeting, MeetingKind, MeetingState
from desktop_app.domain.rules.scheduling import DayFinding
from desktop_app.services.context import Context
from desktop_app.services.meetings import agenda, invitations, meetings, scheduling
from desktop_app.services.meetings.meeting_sheet import meeting_sheet
from desktop_app.services.minutes import attendance
from desktop_app.services.outcome import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingServices:
    """One callable for each thing that the operator does here."""

    sheet: Callable[[int], MeetingSheet]
    local_time: Callable[[], str]
    save: Callable[[Meeting], Outcome]
    move: Callable[[int, MeetingState, str], Outcome]
    judge: Callable[[MeetingKind, date | None, str, int], tuple[DayFinding, ...]]
    postpone: Callable[[int, Postponement], Outcome]
    begin: Callable[[int, str], Outcome]
    end: Callable[[int, str], Outcome]
    end_inquorate: Callable[[int, str], Outcome]
    today: Callable[[], date]
    send: Callable[[int, Sending], Outcome]
    strike_sending: Callable[[int], Outcome]
    letters_made: Callable[[int], PaperOrder | None]
    open_letter: Callable[[int], OpenPages]
    mark: Callable[[int, int, SeatMark], Outcome]
    mark_late: Callable[[int, int], Outcome]
    add_guest: Callable[[int, Guest], Outcome]
    save_guest: Callable[[Guest], Outcome]
    remove_guest: Callable[[int], Outcome]
    add_item: Callable[[AgendaItem], Outcome]
    save_item: Callable[[AgendaItem], Outcome]
    remove_item: Callable[[int], Outcome]
    move_item: Callable[[int, int], Outcome]
    park_item: Callable[[int], Outcome]
    unpark_item: Callable[[int, int], Outcome]
    start_item: Callable[[int], Outcome]
    finish_item: Callable[[int], Outcome]


def meeting_services(
    context: Context,
    open_letter: Callable[[int], OpenPages],
    letters_made: Callable[[int], PaperOrder | None],
) -> MeetingServices:
    """Bind the services to an open data folder.

    ``open_letter`` gives the pages of a letter that was sent, ``letters_made`` the order by which the invitations of a
    meeting were last saved or printed in this run.
    """

    def add_guest(meeting_id: int, guest: Guest) -> Outcome:
        return attendance.add_guest(context, meeting_id, name=guest.name, post=guest.post)

    def end(meeting_id: int, ended_at: str, *, inquorate: bool = False) -> Outcome:
        return meetings.end_session(context, meeting_id, inquorate=inquorate, ended_at=ended_at)

    return MeetingServices(
        sheet=partial(meeting_sheet, context),
        local_time=context.clock.local_time,
        save=partial(meetings.save_meeting, context),
        move=partial(meetings.move_meeting, context),
        judge=partial(scheduling.judge_day, context),
        postpone=partial(scheduling.postpone_meeting, context),
        begin=partial(meetings.begin_session, context),
        end=end,
        end_inquorate=partial(end, inquorate=True),
        today=context.clock.today,
        send=partial(invitations.send_invitations, context),
        strike_sending=partial(invitations.strike_sending, context),
        letters_made=letters_made,
        open_letter=open_letter,
        mark=partial(attendance.mark_attendance, context),
        mark_late=partial(attendance.mark_late, context),
        add_guest=add_guest,
        save_guest=partial(attendance.save_guest, context),
        remove_guest=partial(attendance.remove_guest, context),
        add_item=partial(agenda.add_item, context),
        save_item=partial(agenda.save_item, context),
        remove_item=partial(agenda.remove_item, context),
        move_item=partial(agenda.move_item, context),
        park_item=partial(agenda.park_item, context),
        unpark_item=partial(agenda.unpark_item, context),
        start_item=partial(agenda.start_item, context),
        finish_item=partial(agenda.finish_item, context),
    )
