"""Reader of the facts that judge a meeting's day: holidays, hours, other meetings, excused months."""

from __future__ import annotations

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.rules.meetings import Meeting, MeetingState
from desktop_app.domain.rules.months import MonthLedger, OfficeDays, day_findings
from desktop_app.services.taking_over.earlier import taking_over_of
from desktop_app.storage.store.work import Work

_ENDS = (MeetingState.HELD, MeetingState.INQUORATE)


def inquorate_of(work: Work, committee_id: int) -> frozenset[int]:
    """Ids of the meetings that ended without quorum, closed ones included."""
    every = work.meetings.where(committee_id=committee_id)
    found = {one.id for one in every if one.state is MeetingState.INQUORATE}
    once = {act.meeting_id for act in work.meeting_acts.where(target=MeetingState.INQUORATE)}
    closed = [one.id for one in every if one.state is MeetingState.CLOSED and one.id in once]
    ended = {act.meeting_id: act.target for act in work.meeting_acts.where(meeting_id=closed, target=list(_ENDS))}
    return frozenset(found | {one for one, target in ended.items() if target is MeetingState.INQUORATE})


def ledger_of(work: Work, clock: Clock, committee_id: int) -> MonthLedger:
    """Read the month ledger of a committee as of today."""
    committee = work.committees.get(committee_id)
    before = taking_over_of(work, committee_id)
    return MonthLedger(
        today=clock.today(),
        signed_on=work.memoranda.get(committee.memorandum_id).signed_on,
        meetings=work.meetings.where(committee_id=committee_id),
        inquorate=inquorate_of(work, committee_id),
        acts=work.month_acts.where(committee_id=committee_id),
        begins=before.begins if before is not None else None,
    )


def office_days(work: Work, clock: Clock, committee_id: int) -> OfficeDays:
    """Read the facts by which a meeting's day is judged."""
    ledger = ledger_of(work, clock, committee_id)
    settings = work.settings()
    return OfficeDays(
        today=clock.today(),
        calendar=work.calendar(),
        opens_at=settings.opens_at,
        closes_at=settings.closes_at,
        meetings=ledger.meetings,
        inquorate=ledger.inquorate,
        excused=frozenset(slot.month for slot in ledger.past() if ledger.is_excused(slot.month)),
    )


def require_no_new_clash(work: Work, clock: Clock, stored: Meeting | None, changed: Meeting) -> None:
    """Raise ``RuleBroken`` for a change that adds a clash of days; an old clash is allowed."""
    days = office_days(work, clock, changed.committee_id)
    known = {one.key for one in day_findings(stored, days)} if stored is not None else set()
    for finding in day_findings(changed, days):
        if finding.broken is not None and (finding.key not in known or (stored and stored.day != changed.day)):
            raise finding.broken
