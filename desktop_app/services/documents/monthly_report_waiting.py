"""Matters that wait for a decision at the end of a month: of the committee, of the signers, of the office."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from desktop_app.domain.calendar.jalali import JalaliMonth, format_month, month_of
from desktop_app.domain.documents.monthly_report_document import ReportWaiting, WaitingKind
from desktop_app.domain.read_models.names import Names
from desktop_app.domain.rules.meetings import OVER, Meeting
from desktop_app.domain.rules.minutes import EDITABLE, MinutesState
from desktop_app.domain.rules.months import MonthLedger, MonthState
from desktop_app.domain.rules.requests import UNANSWERED
from desktop_app.domain.rules.resolutions import ResolutionState
from desktop_app.services.documents.minutes_lines import iso
from desktop_app.services.documents.monthly_report_meetings import by_original
from desktop_app.services.follow_up.standing_resolutions import StandingResolution
from desktop_app.services.minutes.signing import signing_of
from desktop_app.services.minutes.versions import version_in_force
from desktop_app.storage.store.work import Work

_OF_COMMITTEE = {
    ResolutionState.REPORTED_DONE: WaitingKind.REPORTED,
    ResolutionState.DEFERRED: WaitingKind.DEFERRED,
    ResolutionState.BLOCKED: WaitingKind.BLOCKED,
}


def waiting_of(
    work: Work,
    committee_id: int,
    ledger: MonthLedger,
    found: Sequence[StandingResolution],
    month: JalaliMonth,
    *,
    day: date,
    names: Names,
) -> tuple[ReportWaiting, ...]:
    """Resolutions first, in the order of the kinds; then requests, papers, months and what was put aside.

    ``day`` is the last day of the report.
    """
    parked = [one for one in work.agenda.where(committee_id=committee_id) if one.meeting_id is None]
    if month.plus(1) < ledger.current:
        # what is put aside bears no day: of a month long ago nothing is known
        parked = []
    return (
        *_resolutions(found),
        *_requests(work, committee_id, found, day, names),
        *_papers(work, ledger, month),
        *_months(ledger, month),
        *([ReportWaiting(kind=WaitingKind.PARKED.value, count=len(parked))] if parked else []),
    )


def _resolutions(found: Sequence[StandingResolution]) -> Iterator[ReportWaiting]:
    for state, kind in _OF_COMMITTEE.items():
        for one in found:
            if one.course.state is state:
                number, text = one.resolution.number, one.clause.text
                yield ReportWaiting(kind=kind.value, number=number, text=text, note=one.news)


def _requests(
    work: Work, committee_id: int, found: Sequence[StandingResolution], day: date, names: Names
) -> Iterator[ReportWaiting]:
    """Requests without an answer on the day; of those about a resolution in the report each has a line."""
    numbers = {one.resolution.id: one.resolution.number for one in found}
    others = 0
    for one in work.requests.where(committee_id=committee_id):
        open_then = one.state in UNANSWERED or (one.answered_on is not None and one.answered_on > day)
        if one.asked_on > day or not open_then:
            continue
        if one.resolution_id in numbers and one.wanted_due is not None:
            number = numbers[one.resolution_id]
            yield ReportWaiting(
                kind=WaitingKind.EXTENSION.value, number=number, text=names.unit(one.unit_id), day=iso(one.wanted_due)
            )
        else:
            others += 1
    if others:
        yield ReportWaiting(kind=WaitingKind.REQUESTS.value, count=others)


def _papers(work: Work, ledger: MonthLedger, month: JalaliMonth) -> Iterator[ReportWaiting]:
    """Minutes of meetings up to the month that are not final yet, or wait for pens, as they are now."""
    over = [one for one in ledger.meetings if one.state in OVER and one.day and month_of(one.day) <= month]
    for meeting in over:
        found = _paper(work, meeting)
        if found is not None:
            yield found


def _paper(work: Work, meeting: Meeting) -> ReportWaiting | None:
    version = version_in_force(work, meeting.id)
    number = str(meeting.number or 0)
    if version is None or version.state in EDITABLE:
        return ReportWaiting(kind=WaitingKind.UNFINISHED.value, number=number)
    if version.state is not MinutesState.FINAL:
        return None
    seen = signing_of(work, version)
    return ReportWaiting(
        kind=WaitingKind.UNSIGNED.value,
        number=number,
        count=sum(seen.on_each),
        of=len(seen.signers),
        on_each=by_original(seen),
    )


def _months(ledger: MonthLedger, month: JalaliMonth) -> Iterator[ReportWaiting]:
    for slot in ledger.past():
        if slot.unexplained and slot.month <= month:
            yield ReportWaiting(kind=WaitingKind.UNEXPLAINED.value, text=format_month(slot.month))
    if month == ledger.current and ledger.slot(month).state is MonthState.EXPECTED:
        yield ReportWaiting(kind=WaitingKind.NOT_CONVENED.value, text=format_month(month))
