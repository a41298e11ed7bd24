"""The next meeting, offered when minutes became final: a draft on the day that they name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.calendar.jalali import month_of
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.read_models.meetings_sheet import AgreedMeeting, NextDay, NextDayKind
from desktop_app.domain.rules.meetings import AgendaItem, AgendaKind, Meeting, MeetingState
from desktop_app.domain.rules.scheduling import proposed_day
from desktop_app.services.context import Context
from desktop_app.services.meetings.agreed_meeting import agreed_in, fulfils
from desktop_app.services.meetings.meetings import add_meeting_in
from desktop_app.services.meetings.office_days import office_days
from desktop_app.services.meetings.scheduling import to_confirm
from desktop_app.services.reading import earlier_than
from desktop_app.storage.store.work import Work


@dataclass(frozen=True, slots=True)
class FirstItems:
    """Titles of the agenda items that every meeting begins and ends with; ``previous`` names the minutes to confirm."""

    follow_up: str
    next_meeting: str
    previous: Callable[[int], str] | None = None


def next_meeting(context: Context, meeting_id: int, titles: FirstItems) -> Outcome:
    """The meeting after this one: one that is already planned, or a new draft at the agreed day, time and place."""
    with context.write() as work:
        meeting = work.meetings.get(meeting_id)
        agreed = agreed_in(work, meeting)
        planned = _planned_after(work, meeting, agreed)
        if planned is not None:
            return Outcome(changed=Changed.NOTHING, id=planned.id)
        fresh = Meeting(
            committee_id=meeting.committee_id,
            day=_following_day(work, context.clock, meeting, agreed),
            starts_at=agreed.starts_at if agreed is not None else "",
            place=agreed.place if agreed is not None else meeting.place,
        )
        return work.record(add_meeting_in(work, context, fresh, _first_items(work, meeting, titles)))


def next_meeting_day(context: Context, meeting_id: int) -> NextDay | None:
    """The day of the meeting after this one: planned, agreed in the minutes, or proposed in the next month."""
    with context.read() as work:
        meeting = work.meetings.get(meeting_id)
        agreed = agreed_in(work, meeting)
        planned = _planned_after(work, meeting, agreed)
        day = planned.day if planned is not None else _following_day(work, context.clock, meeting, agreed)
    if day is None:
        return None
    kind = NextDayKind.PROPOSED if agreed is None else NextDayKind.AGREED
    return NextDay(day, kind if planned is None else NextDayKind.PLANNED)


def _following_day(work: Work, clock: Clock, meeting: Meeting, agreed: AgreedMeeting | None) -> date | None:
    """The agreed day, else one in the next month like this meeting's own; a month that is over is passed over."""
    if agreed is not None:
        return agreed.day
    if meeting.day is None:
        return None
    month = max(month_of(meeting.day).plus(1), month_of(clock.today()))
    return proposed_day(month, meeting.day, office_days(work, clock, meeting.committee_id))


def _planned_after(work: Work, meeting: Meeting, agreed: AgreedMeeting | None) -> Meeting | None:
    """The first meeting after this one that still lies ahead; where one was agreed on, that one."""
    ahead = (MeetingState.DRAFT, MeetingState.SCHEDULED, MeetingState.CONVENED, MeetingState.POSTPONED)
    found = [
        one
        for one in work.meetings.where(committee_id=meeting.committee_id, state=list(ahead))
        if not earlier_than(one, meeting) and one.id != meeting.id
        if agreed is None or fulfils(one, meeting, agreed)
    ]
    return min(found, key=lambda one: (one.day or date.max, one.id), default=None)


def _first_items(work: Work, meeting: Meeting, titles: FirstItems) -> list[AgendaItem]:
    """Of the agenda of the meeting that follows."""
    unconfirmed = to_confirm(work, Meeting(committee_id=meeting.committee_id, day=date.max))
    items = [_item(meeting.committee_id, titles.follow_up, AgendaKind.FOLLOW_UP, meeting.secretary)]
    if unconfirmed and titles.previous is not None:
        title = titles.previous(unconfirmed)
        items.append(_item(meeting.committee_id, title, AgendaKind.PREVIOUS_MINUTES, meeting.secretary))
    items.append(_item(meeting.committee_id, titles.next_meeting, AgendaKind.NEXT_MEETING, meeting.chair))
    return items


def _item(committee_id: int, title: str, kind: AgendaKind, presenter: str) -> AgendaItem:
    return AgendaItem(
        committee_id=committee_id, meeting_id=None, ordinal=1, title=title, kind=kind, presenter=presenter
    )
