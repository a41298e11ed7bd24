"""The month ledger: read for a Jalali year, and the excuse of a month that was missed, given and taken back."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.calendar.jalali import JalaliMonth, format_month, require_month
from desktop_app.domain.documents.paper_capabilities import taken
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.read_models.meetings_sheet import LedgerSheet
from desktop_app.domain.rules.meetings import Meeting, MeetingState
from desktop_app.domain.rules.months import COMING, MonthAct, MonthActKind, MonthLedger
from desktop_app.services.context import Context
from desktop_app.services.meetings.agreed_meeting import agreed_next
from desktop_app.services.meetings.office_days import ledger_of
from desktop_app.services.reading import the_committee
from desktop_app.storage.store.work import Work


def month_ledger(context: Context, year: int | None = None) -> LedgerSheet:
    """The ledger of a Jalali year, of the current one by default; empty slots while there is no committee."""
    with context.read() as work:
        committees = work.committees.where()
        ledger = (
            ledger_of(work, context.clock, committees[0].id) if committees else MonthLedger(today=context.clock.today())
        )
        agreed = agreed_next(work, committees[0].id) if committees else None
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
        begins=ledger.records_from,
        agreed=agreed,
    )


def ledger_years(context: Context) -> tuple[int, ...]:
    """The Jalali years that have meetings or had to, newest first."""
    with context.read() as work:
        committees = work.committees.where()
        if not committees:
            return ()
        ledger = ledger_of(work, context.clock, committees[0].id)
    found = {month.year for month in ledger.months()} | {slot.month.year for slot in ledger.past()}
    return tuple(sorted(found, reverse=True))


def _years(ledger: MonthLedger) -> tuple[int, int]:
    """From the committee's first year to the next one, farther where a meeting is planned."""
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
    """Write down why no meeting was held in a month that was missed; from then on the month is closed."""
    return excuse_months(context, [JalaliMonth(year, month)], reason)


def excuse_months(context: Context, months: Sequence[JalaliMonth], reason: str) -> Outcome:
    """The same of many months for one reason, in one act: all of them or none."""
    return _act(context, months, MonthActKind.EXCUSED, reason)


def take_back_excuse(context: Context, year: int, month: int, reason: str = "") -> Outcome:
    """Take the excuse of a month back: it is a missed one again, and meetings of it may be recorded."""
    return take_back_excuses(context, [JalaliMonth(year, month)], reason)


def take_back_excuses(context: Context, months: Sequence[JalaliMonth], reason: str = "") -> Outcome:
    """The same of many months, in one act."""
    return _act(context, months, MonthActKind.EXCUSE_TAKEN_BACK, reason)


def _act(context: Context, months: Sequence[JalaliMonth], kind: MonthActKind, reason: str) -> Outcome:
    why = taken(context.paper, reason, "reason", multiline=True).strip()
    with context.write() as work:
        committee = the_committee(work)
        ledger = ledger_of(work, context.clock, committee)
        made = [_one(context, work, ledger, committee, month, kind, why) for month in months]
        return work.record(Outcome(changed=Changed.MEETINGS, id=made[-1].id))


def _one(
    context: Context, work: Work, ledger: MonthLedger, committee: int, month: JalaliMonth, kind: MonthActKind, why: str
) -> MonthAct:
    """One month of an act."""
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
