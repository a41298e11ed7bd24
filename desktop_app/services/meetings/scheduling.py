"""Scheduling: a new meeting with its first agenda items, and postponing one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.domain.calendar.jalali import JalaliMonth, format_words, month_of
from desktop_app.domain.documents.paper_capabilities import PaperCapabilities, clean_text
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.read_models.meetings_sheet import AgreedMeeting, MeetingPlan, Postponement, SchedulingSheet
from desktop_app.domain.rules.meetings import (
    MEETINGS,
    OVER,
    AgendaItem,
    AgendaKind,
    AgendaState,
    DispositionKind,
    Meeting,
    MeetingKind,
    MeetingState,
)
from desktop_app.domain.rules.members import SeatHolder, SeatRole
from desktop_app.domain.rules.minutes import MinutesActKind
from desktop_app.domain.rules.months import DayFinding, day_findings, proposed_day, require_day
from desktop_app.services.context import Context
from desktop_app.services.meetings.meeting_facts import next_agreed_meeting
from desktop_app.services.meetings.meetings import checked, record_move
from desktop_app.services.meetings.office_days import office_days
from desktop_app.services.reading import holders_of, only_committee_id, previous_of
from desktop_app.services.taking_over.earlier import taking_over_of
from desktop_app.services.versions.drafts import refresh_attendance
from desktop_app.services.versions.versions import version_in_force
from desktop_app.storage.store.work import Work

_S = MeetingState


@dataclass(frozen=True, slots=True)
class FirstTitles:
    """Titles of automatic agenda items; ``previous`` takes the number of the meeting whose minutes to confirm."""

    follow_up: str
    next_meeting: str
    previous: Callable[[int], str]


def scheduling_sheet(context: Context, month: tuple[int, int] | None = None) -> SchedulingSheet:
    """Return the new-meeting form as agreed in the minutes, or for a Jalali month (year, month)."""
    with context.read() as work:
        committee = only_committee_id(work)
        known = work.meetings.where(committee_id=committee)
        ordered = sorted(known, key=lambda one: (one.day or date.min, one.id), reverse=True)
        placed = [one for one in ordered if one.place]
        habit = next((one.day for one in ordered if one.state in OVER and one.kind is MeetingKind.ORDINARY), None)
        days = office_days(work, context.clock, committee)
        parked = work.agenda.where(committee_id=committee, meeting_id=None)
        promised = promised_items(work, parked)
        agreed = _agreed_for(next_agreed_meeting(work, committee), month, context.clock.today())
        plan = MeetingPlan(
            day=proposed_day(JalaliMonth(*month), habit, days) if month is not None else None,
            starts_at=placed[0].starts_at if placed else "",
            place=placed[0].place if placed else "",
        )
        return SchedulingSheet(
            agreed=agreed,
            plan=plan if agreed is None else _as_agreed(plan, agreed),
            parked=tuple(sorted(parked, key=lambda item: item.id not in promised)),
            promised=promised,
            places=tuple(dict.fromkeys(one.place for one in placed)),
            calendar=days.calendar,
            first=_is_first(work, committee, known),
        )


def _agreed_for(agreed: AgreedMeeting | None, month: tuple[int, int] | None, today: date) -> AgreedMeeting | None:
    """Return the agreed meeting for the wanted month; without a month only if still to come."""
    if agreed is None:
        return None
    if month is None:
        return agreed if agreed.day >= today else None
    return agreed if month_of(agreed.day) == JalaliMonth(*month) else None


def _as_agreed(plan: MeetingPlan, agreed: AgreedMeeting) -> MeetingPlan:
    """Return the form values with the agreed day, and the agreed hour and place if given."""
    return replace(plan, day=agreed.day, starts_at=agreed.starts_at or plan.starts_at, place=agreed.place or plan.place)


def _is_first(work: Work, committee: int, others: Sequence[Meeting]) -> bool:
    """Whether no other meeting was held here or before, so that nothing can be agreed."""
    return all(one.state is _S.CANCELLED for one in others) and taking_over_of(work, committee) is None


def judge_day(
    context: Context, kind: MeetingKind, day: date | None, starts_at: str = "", meeting_id: int = 0
) -> tuple[DayFinding, ...]:
    """Return the findings about a day before a meeting is put on it."""
    with context.read() as work:
        committee = only_committee_id(work)
        meeting = Meeting(id=meeting_id, committee_id=committee, kind=kind, day=day, starts_at=starts_at)
        return day_findings(meeting, office_days(work, context.clock, committee))


def schedule_meeting(context: Context, plan: MeetingPlan, titles: FirstTitles) -> Outcome:
    """Add a scheduled meeting with its first agenda items; without a day it is a draft."""
    with context.write() as work:
        committee = only_committee_id(work)
        meeting = checked(
            context.paper,
            Meeting(committee_id=committee, kind=plan.kind, day=plan.day, starts_at=plan.starts_at, place=plan.place),
        )
        if meeting.day is not None:
            require_day(meeting, office_days(work, context.clock, committee))
        made = work.meetings.add(meeting)
        fill_agenda(work, context, made, plan.taken, titles)
        work.audit("added", "meeting", made.id, at=context.clock.instant())
        if made.day is not None:
            work.meetings.update(replace(made, state=_S.SCHEDULED))
            record_move(work, context.clock, made, _S.SCHEDULED)
        return work.record(Outcome(changed=Changed.MEETINGS, id=made.id))


def fill_agenda(work: Work, context: Context, meeting: Meeting, parked: Sequence[int], titles: FirstTitles) -> None:
    """Add the follow-up report, the minutes to confirm, the parked items, and the next meeting.

    The committee's first meeting has nothing to report on.
    """
    others = [one for one in work.meetings.where(committee_id=meeting.committee_id) if one.id != meeting.id]
    seats = holders_of(work, meeting.committee_id, meeting.day or context.clock.today())
    secretary, chair = _seated(seats, SeatRole.SECRETARY), _seated(seats, SeatRole.CHAIR)
    first = _is_first(work, meeting.committee_id, others)
    fresh = [] if first else [(titles.follow_up, AgendaKind.FOLLOW_UP, secretary)]
    previous = meeting_to_confirm(work, meeting)
    if previous:
        fresh.append((titles.previous(previous), AgendaKind.PREVIOUS_MINUTES, secretary))
    items = [_item(context.paper, meeting, *one) for one in fresh]
    items += [_parked(work, item_id) for item_id in parked]
    items.append(_item(context.paper, meeting, titles.next_meeting, AgendaKind.NEXT_MEETING, chair))
    for ordinal, item in enumerate(items, start=1):
        placed = replace(item, meeting_id=meeting.id, ordinal=ordinal, state=AgendaState.WAITING)
        if not placed.id:
            work.agenda.add(placed)
        else:
            work.agenda.update(placed)
            work.audit("taken_up", "agenda_item", placed.id, at=context.clock.instant(), meeting=meeting.id)


def _seated(seats: Sequence[SeatHolder], role: SeatRole) -> str:
    return next((one.name for one in seats if one.role is role), "")


def meeting_to_confirm(work: Work, meeting: Meeting) -> int:
    """Number of the previous meeting with unconfirmed minutes; 0 for none."""
    previous = previous_of(work, meeting)
    version = version_in_force(work, previous.id) if previous is not None else None
    if previous is None or version is None:
        return 0
    done = work.minutes_acts.where(minutes_version_id=version.id, kind=MinutesActKind.CONFIRMED)
    return 0 if done else previous.number


def promised_items(work: Work, parked: Sequence[AgendaItem]) -> frozenset[int]:
    """Return the ids of the parked items that minutes promised to the next meeting."""
    origins = {item.carried_from_id: item.id for item in parked if item.carried_from_id is not None}
    if not origins:
        return frozenset()
    promised = work.dispositions.where(agenda_item_id=sorted(origins), kind=DispositionKind.NEXT)
    return frozenset(origins[one.agenda_item_id] for one in promised)


def _parked(work: Work, item_id: int) -> AgendaItem:
    item = work.agenda.get(item_id)
    if item.meeting_id is not None:
        raise RuleBroken("agenda_item_not_parked", item_id=item_id)
    return item


def _item(paper: PaperCapabilities, meeting: Meeting, title: str, kind: AgendaKind, presenter: str) -> AgendaItem:
    return AgendaItem(
        committee_id=meeting.committee_id,
        meeting_id=meeting.id,
        ordinal=0,
        title=clean_text(paper, title, "title"),
        kind=kind,
        presenter=presenter,
    )


def postpone_meeting(
    context: Context,
    meeting_id: int,
    plan: Postponement,
) -> Outcome:
    """Postpone a meeting for a reason; with a new day it is scheduled and must be convened again."""
    day, starts_at = plan.day, plan.starts_at
    why = clean_text(context.paper, plan.reason, "reason", multiline=True)
    with context.write() as work:
        meeting = work.meetings.get(meeting_id)
        MEETINGS.require(meeting.state, _S.POSTPONED, why)
        put_off = replace(meeting, state=_S.POSTPONED)
        record_move(work, context.clock, meeting, _S.POSTPONED, why)
        moved = put_off
        if day is not None:
            _require_other_day(meeting, day, starts_at)
            moved = checked(context.paper, replace(meeting, day=day, starts_at=starts_at or meeting.starts_at))
            require_day(moved, office_days(work, context.clock, meeting.committee_id))
            record_move(work, context.clock, put_off, _S.SCHEDULED)
            moved = replace(moved, state=_S.SCHEDULED)
        work.meetings.update(moved)
        if moved.day != meeting.day:
            refresh_attendance(work, moved)
        return work.record(Outcome(changed=Changed.MEETINGS | Changed.MINUTES, id=meeting_id))


def _require_other_day(meeting: Meeting, day: date, starts_at: str) -> None:
    if day == meeting.day and starts_at in {"", meeting.starts_at}:
        raise RuleBroken("postponed_to_the_same_day", field="day", day=format_words(day))
