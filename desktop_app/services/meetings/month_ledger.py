"""Month ledger of a Jalali year, excuses of missed months, and the next meeting as a draft.

The draft is offered when minutes became final, on the day that they name.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.calendar.jalali import JalaliMonth, format_month, month_of, require_month
from desktop_app.domain.documents.paper_capabilities import clean_text
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.read_models.meetings_sheet import AgreedMeeting, LedgerSheet, NextDay, NextDayKind
from desktop_app.domain.rules.meetings import Meeting, MeetingState
from desktop_app.domain.rules.months import COMING, MonthAct, MonthActKind, MonthLedger, proposed_day
from desktop_app.services.context import Context
from desktop_app.services.meetings.meeting_facts import (
    coming_meetings,
    is_agreed_meeting,
    meeting_agreed_in,
    next_agreed_meeting,
)
from desktop_app.services.meetings.office_days import ledger_of, office_days
from desktop_app.services.meetings.scheduling import FirstTitles, fill_agenda, promised_items
from desktop_app.services.reading import only_committee_id
from desktop_app.storage.store.work import Work


def next_meeting(context: Context, meeting_id: int, titles: FirstTitles) -> Outcome:
    """Return the following meeting: a planned one, or a new draft at the agreed day, time and place."""
    with context.write() as work:
        meeting = work.meetings.get(meeting_id)
        agreed = meeting_agreed_in(work, meeting)
        planned = _planned_after(work, meeting, agreed)
        if planned is not None:
            return Outcome(changed=Changed.NOTHING, id=planned.id)
        fresh = Meeting(
            committee_id=meeting.committee_id,
            day=_following_day(work, context.clock, meeting, agreed),
            starts_at=agreed.starts_at if agreed is not None else "",
            place=agreed.place if agreed is not None else meeting.place,
        )
        made = work.meetings.add(fresh)
        parked = work.agenda.where(committee_id=meeting.committee_id, meeting_id=None)
        promised = promised_items(work, parked)
        fill_agenda(work, context, made, [item.id for item in parked if item.id in promised], titles)
        work.audit("added", "meeting", made.id, at=context.clock.instant())
        return work.record(Outcome(changed=Changed.MEETINGS, id=made.id))


def next_meeting_day(context: Context, meeting_id: int) -> NextDay | None:
    """Return the following meeting's day: planned, agreed in the minutes, or proposed."""
    with context.read() as work:
        meeting = work.meetings.get(meeting_id)
        agreed = meeting_agreed_in(work, meeting)
        planned = _planned_after(work, meeting, agreed)
        day = planned.day if planned is not None else _following_day(work, context.clock, meeting, agreed)
    if day is None:
        return None
    kind = NextDayKind.PROPOSED if agreed is None else NextDayKind.AGREED
    return NextDay(day, kind if planned is None else NextDayKind.PLANNED)


def _following_day(work: Work, clock: Clock, meeting: Meeting, agreed: AgreedMeeting | None) -> date | None:
    """Return the agreed day, else a day in the next month like this meeting's; past months are skipped."""
    if agreed is not None:
        return agreed.day
    if meeting.day is None:
        return None
    month = max(month_of(meeting.day).plus(1), month_of(clock.today()))
    return proposed_day(month, meeting.day, office_days(work, clock, meeting.committee_id))


def _planned_after(work: Work, meeting: Meeting, agreed: AgreedMeeting | None) -> Meeting | None:
    """Return the first later meeting still to come; the agreed one if there is one."""
    found = coming_meetings(work, meeting)
    return next((one for one in found if agreed is None or is_agreed_meeting(one, meeting, agreed)), None)


def month_ledger(context: Context, year: int | None = None) -> LedgerSheet:
    """Read the ledger of a Jalali year, by default the current one; empty without a committee."""
    with context.read() as work:
        committees = work.committees.where()
        ledger = (
            ledger_of(work, context.clock, committees[0].id) if committees else MonthLedger(today=context.clock.today())
        )
        agreed = next_agreed_meeting(work, committees[0].id) if committees else None
    shown = year if year is not None else ledger.current.year
    require_month(shown, 1)
    first, last = _years(ledger)
    past = ledger.past()
    return LedgerSheet(
        today=ledger.today,
        year=shown,
        slots=ledger.year(shown),
        has_earlier=shown > first,
        has_later=shown < last,
        regularity=ledger.regularity(),
        current=ledger.slot(ledger.current) if committees else None,
        unexplained=tuple(slot for slot in past if slot.unexplained),
        overdue=_overdue(ledger),
        upcoming=_upcoming(ledger),
        meeting_count=len(ledger.meetings),
        begins=ledger.first_recorded_month,
        agreed=agreed,
    )


def ledger_years(context: Context) -> tuple[int, ...]:
    """Return the Jalali years of the ledger, newest first."""
    with context.read() as work:
        committees = work.committees.where()
        if not committees:
            return ()
        ledger = ledger_of(work, context.clock, committees[0].id)
    found = {month.year for month in ledger.months()} | {slot.month.year for slot in ledger.past()}
    return tuple(sorted(found, reverse=True))


def _years(ledger: MonthLedger) -> tuple[int, int]:
    """Return the first year, and the last one: the next year, or a later one with a planned meeting."""
    start = ledger.start or ledger.current
    this = ledger.current.year
    return min(start.year, this), max([this + 1, *(one.year for one in ledger.months())])


def _overdue(ledger: MonthLedger) -> tuple[Meeting, ...]:
    waiting = (MeetingState.SCHEDULED, MeetingState.CONVENED)
    found = [(one.day, one) for one in ledger.meetings if one.state in waiting and one.day and one.day < ledger.today]
    return tuple(one for _, one in sorted(found, key=lambda pair: (pair[0], pair[1].id)))


def _upcoming(ledger: MonthLedger) -> Meeting | None:
    ahead = [(one.day, one) for one in ledger.meetings if one.state in COMING and one.day and one.day >= ledger.today]
    return min(ahead, key=lambda pair: (pair[0], pair[1].id))[1] if ahead else None


def excuse_month(context: Context, year: int, month: int, reason: str) -> Outcome:
    """Record why a month was missed; the month is closed from then on."""
    return excuse_months(context, [JalaliMonth(year, month)], reason)


def excuse_months(context: Context, months: Sequence[JalaliMonth], reason: str) -> Outcome:
    """Excuse several months for one reason in one act: all or none."""
    return _act(context, months, MonthActKind.EXCUSED, reason)


def take_back_excuse(context: Context, year: int, month: int, reason: str = "") -> Outcome:
    """Undo the excuse of a month: it is missed again, and its meetings may be recorded."""
    return take_back_excuses(context, [JalaliMonth(year, month)], reason)


def take_back_excuses(context: Context, months: Sequence[JalaliMonth], reason: str = "") -> Outcome:
    """Undo the excuses of several months in one act."""
    return _act(context, months, MonthActKind.EXCUSE_TAKEN_BACK, reason)


def _act(context: Context, months: Sequence[JalaliMonth], kind: MonthActKind, reason: str) -> Outcome:
    why = clean_text(context.paper, reason, "reason", multiline=True).strip()
    with context.write() as work:
        committee = only_committee_id(work)
        ledger = ledger_of(work, context.clock, committee)
        made = [_one(context, work, ledger, committee, month, kind, why) for month in months]
        return work.record(Outcome(changed=Changed.MEETINGS, id=made[-1].id))


def _one(
    context: Context, work: Work, ledger: MonthLedger, committee: int, month: JalaliMonth, kind: MonthActKind, why: str
) -> MonthAct:
    """Record the act for one month."""
    if kind is MonthActKind.EXCUSED:
        ledger.require_may_excuse(month)
        if not why:
            raise RuleBroken("excuse_without_reason", field="reason", month=format_month(month))
    else:
        ledger.require_excused(month)
    made = work.month_acts.add(
        MonthAct(
            committee_id=committee,
            year=month.year,
            month=month.month,
            kind=kind,
            day=context.clock.today(),
            at=context.clock.instant(),
            actor=work.actor(),
            reason=why,
        )
    )
    work.audit(kind.value, "month", made.id, year=month.year, month=month.month, reason=why)
    return made
