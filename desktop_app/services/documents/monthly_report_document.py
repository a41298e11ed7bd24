"""Document of the monthly report: meetings, attendance, figures, and resolutions at the end of a month.

Resolutions are counted by axis and executing unit, tasks by party. What waits for a decision waits for the committee,
the signers or the office.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from desktop_app.domain.calendar.clock import Clock, iso
from desktop_app.domain.calendar.jalali import JalaliMonth, format_month, month_of, require_month
from desktop_app.domain.documents.documents import Paper
from desktop_app.domain.documents.report_documents import (
    MonthlyReportDocument,
    ReportCount,
    ReportMeeting,
    ReportMember,
    ReportMonth,
    ReportRegularity,
    ReportResolution,
    ReportTasks,
    ReportWaiting,
    WaitingKind,
)
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.listing import NO_SCAN
from desktop_app.domain.read_models.sheets import Names
from desktop_app.domain.rules.committee import Axis
from desktop_app.domain.rules.in_force import ADOPTING
from desktop_app.domain.rules.meetings import ATTENDED, OVER, Attendance, Meeting
from desktop_app.domain.rules.members import Unit
from desktop_app.domain.rules.minutes import EDITABLE, MinutesState, MinutesVersion, was_taken_over
from desktop_app.domain.rules.months import OFF, MonthLedger, MonthSlot, MonthState
from desktop_app.domain.rules.requests import UNANSWERED
from desktop_app.domain.rules.resolutions import ResolutionState, has_ended, is_counted
from desktop_app.domain.rules.signing import SigningState
from desktop_app.domain.rules.tasks import TaskState, percent_of
from desktop_app.services.context import Context
from desktop_app.services.documents.history_document import ReportHead, report_paper
from desktop_app.services.files.scans_sheet import lacks_scan
from desktop_app.services.follow_up.classes import class_of_resolutions, with_highest_class
from desktop_app.services.follow_up.resolutions_on_day import ResolutionOnDay, TaskOnDay, resolutions_on
from desktop_app.services.meetings.office_days import ledger_of
from desktop_app.services.reading import names_of, units_of
from desktop_app.services.versions.signing import signing_of
from desktop_app.services.versions.versions import clauses_of, version_in_force
from desktop_app.storage.store.work import Work


def report_resolution(one: ResolutionOnDay, names: Names, head: ReportHead) -> ReportResolution:
    """Return the report line of a resolution: executor and party, deadline, state, last news."""
    executor = names.units.get(one.clause.executor_unit_id or 0)
    return ReportResolution(
        number=one.resolution.number,
        text=one.clause.text,
        axis=names.axis(one.clause.axis_id),
        executor=executor.name if executor is not None else "",
        party=head.party(executor.party_id) if executor is not None else None,
        due=iso(one.due),
        state=one.course.state.value,
        percent=one.course.percent,
        late=one.late,
        note=one.news,
    )


def count_resolutions(name: str, party: int | None, found: Iterable[ResolutionOnDay], *, code: str = "") -> ReportCount:
    """Count some resolutions; work reported as done counts as open, not late."""
    every = list(found)
    done = sum(has_ended(one.course.state) for one in every)
    late = sum(one.late > 0 for one in every)
    return ReportCount(code=code, name=name, party=party, open=len(every) - done - late, late=late, done=done)


def axes_of_report(found: Sequence[ResolutionOnDay], axes: Sequence[Axis]) -> tuple[ReportCount, ...]:
    """Count the resolutions of every axis; those without an axis come last, under an empty name."""
    rows = [
        count_resolutions(axis.title, None, [one for one in found if one.clause.axis_id == axis.id], code=axis.code)
        for axis in axes
    ]
    bare = [one for one in found if one.clause.axis_id is None]
    return (*rows, *([count_resolutions("", None, bare)] if bare else []))


def units_of_report(
    found: Sequence[ResolutionOnDay], units: Sequence[Unit], head: ReportHead
) -> tuple[ReportCount, ...]:
    """Count the resolutions of every executing unit, by party; those without a unit come last."""
    rows = []
    for unit in units:
        own = [one for one in found if one.clause.executor_unit_id == unit.id]
        if own:
            rows.append(count_resolutions(unit.name, head.party(unit.party_id), own))
    bare = [one for one in found if one.clause.executor_unit_id is None]
    return (*rows, *([count_resolutions("", None, bare)] if bare else []))


def tasks_by_party(
    found: Sequence[ResolutionOnDay], units: Sequence[Unit], head: ReportHead
) -> tuple[ReportTasks, ...]:
    """Count the tasks of each party's units; a party without tasks has a line, too."""
    parties = {unit.id: head.party(unit.party_id) for unit in units}
    every = [(one, task) for one in found for task in one.tasks]
    return tuple(
        _tasks_of(party, [(one, task) for one, task in every if parties[task.task.unit_id] == party])
        for party in range(len(head.parties))
    )


def _tasks_of(party: int, own: Sequence[tuple[ResolutionOnDay, TaskOnDay]]) -> ReportTasks:
    return ReportTasks(
        party=party,
        count=len(own),
        accepted=sum(task.task.state is TaskState.ACCEPTED for _, task in own),
        late=sum(task.late > 0 for _, task in own),
        unaligned=sum(one.course.is_open and not task.aligned for one, task in own),
        percent=percent_of([task.task for _, task in own]),
    )


def in_month(meeting: Meeting, month: JalaliMonth) -> bool:
    """Whether a meeting is in the month and not cancelled."""
    return meeting.day is not None and month_of(meeting.day) == month and meeting.state not in OFF


def meetings_of_month(work: Work, ledger: MonthLedger, month: JalaliMonth) -> tuple[ReportMeeting, ...]:
    """Return the meetings of the month by day."""
    own = [one for one in ledger.meetings if in_month(one, month)]
    return tuple(
        _meeting(work, one, inquorate=one.id in ledger.inquorate)
        for one in sorted(own, key=lambda m: (iso(m.day), m.id))
    )


def _meeting(work: Work, meeting: Meeting, *, inquorate: bool) -> ReportMeeting:
    report = ReportMeeting(
        number=meeting.number or 0,
        day=iso(meeting.day),
        place=meeting.place,
        state=meeting.state.value,
        inquorate=inquorate,
        minutes="",
        signed=0,
        signers=0,
        present=0,
        filled=0,
        resolutions=0,
    )
    version = version_in_force(work, meeting.id)
    return report if version is None else _with_minutes(work, report, version)


def _with_minutes(work: Work, report: ReportMeeting, version: MinutesVersion) -> ReportMeeting:
    rows = work.attendance.where(minutes_version_id=version.id)
    seen = signing_of(work, version)
    adopted = clauses_of(work, version) if version.state in ADOPTING else ()
    return replace(
        report,
        minutes=_state(work, version),
        signed=sum(seen.on_each),
        on_each=signature_counts(seen),
        signers=len(seen.signers),
        present=sum(row.state in ATTENDED for row in rows),
        filled=len(rows),
        resolutions=len(adopted),
        taken_over=was_taken_over(version),
    )


def _state(work: Work, version: MinutesVersion) -> str:
    return NO_SCAN if lacks_scan(work, version) else version.state.value


def signature_counts(seen: SigningState) -> tuple[int, ...]:
    """Number of signatures on each original; empty when there is only one original."""
    return seen.on_each if seen.originals > 1 else ()


def members_of_year(work: Work, head: ReportHead, ledger: MonthLedger, month: JalaliMonth) -> tuple[ReportMember, ...]:
    """Return the attendance of every seat filled this year up to the month, by party."""
    held = [
        one
        for one in ledger.meetings
        if one.state in OVER and one.day and month_of(one.day).year == month.year and month_of(one.day) <= month
    ]
    ordered = sorted(held, key=lambda one: (iso(one.day), one.id))
    rows = {one.id: _rows(work, one) for one in ordered}
    here = [one.id for one in ordered if in_month(one, month)]
    seats = {row.seat_id: row for one in ordered for row in rows[one.id]}
    by_place = sorted(seats.values(), key=lambda row: (head.party(row.party_id), row.ordinal))
    return tuple(_member(head, row, rows, here) for row in by_place)


def _rows(work: Work, meeting: Meeting) -> Sequence[Attendance]:
    version = version_in_force(work, meeting.id)
    return work.attendance.where(minutes_version_id=version.id) if version is not None else ()


def _member(
    head: ReportHead, seat: Attendance, rows: dict[int, Sequence[Attendance]], here: Sequence[int]
) -> ReportMember:
    """Return the attendance of a seat, under its latest holder's name."""
    own = {meeting: row for meeting, found in rows.items() for row in found if row.seat_id == seat.seat_id}
    return ReportMember(
        name=seat.name,
        post=seat.post,
        party=head.party(seat.party_id),
        states=tuple(own[one].state.value if one in own else "" for one in here),
        attended=sum(row.state in ATTENDED for row in own.values()),
        held=len(own),
    )


_OF_COMMITTEE = {
    ResolutionState.REPORTED_DONE: WaitingKind.REPORTED,
    ResolutionState.DEFERRED: WaitingKind.DEFERRED,
    ResolutionState.BLOCKED: WaitingKind.BLOCKED,
}


def waiting_of(
    work: Work,
    committee_id: int,
    ledger: MonthLedger,
    found: Sequence[ResolutionOnDay],
    month: JalaliMonth,
    *,
    day: date,
    names: Names,
) -> tuple[ReportWaiting, ...]:
    """Return the waiting matters: resolutions first, then requests, papers, months and parked items.

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


def _resolutions(found: Sequence[ResolutionOnDay]) -> Iterator[ReportWaiting]:
    for state, kind in _OF_COMMITTEE.items():
        for one in found:
            if one.course.state is state:
                number, text = one.resolution.number, one.clause.text
                yield ReportWaiting(kind=kind.value, number=number, text=text, note=one.news)


def _requests(
    work: Work, committee_id: int, found: Sequence[ResolutionOnDay], day: date, names: Names
) -> Iterator[ReportWaiting]:
    """Yield the unanswered requests of the day; those about a resolution have a line each."""
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
    """Yield minutes up to the month that are not final or lack signatures, as they are now."""
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
        on_each=signature_counts(seen),
    )


def _months(ledger: MonthLedger, month: JalaliMonth) -> Iterator[ReportWaiting]:
    for slot in ledger.past():
        if slot.unexplained and slot.month <= month:
            yield ReportWaiting(kind=WaitingKind.UNEXPLAINED.value, text=format_month(slot.month))
    if month == ledger.current and ledger.slot(month).state is MonthState.EXPECTED:
        yield ReportWaiting(kind=WaitingKind.NOT_CONVENED.value, text=format_month(month))


def monthly_report_paper(context: Context, year: int, month: int) -> Paper[MonthlyReportDocument]:
    """Build the report of a Jalali month as of its end, or as of today for the current month.

    Raises ``RuleBroken("report_month_ahead")`` for a month that has not begun.
    """
    require_month(year, month)
    wanted = JalaliMonth(year, month)
    today = context.clock.today()
    if month_of(today) < wanted:
        raise RuleBroken("report_month_ahead", field="month", month=format_month(wanted))
    day = min(wanted.last_day, today)

    def build(work: Work, head: ReportHead) -> MonthlyReportDocument:
        """Build the monthly report from the open unit of work."""
        return _build(work, context.clock, head, wanted, day)

    return report_paper(context, build)


def _build(work: Work, clock: Clock, head: ReportHead, month: JalaliMonth, day: date) -> MonthlyReportDocument:
    ledger = ledger_of(work, clock, head.committee_id)
    found = [one for one in resolutions_on(work, head.committee_id, day) if is_counted(one.course.state)]
    names = names_of(work, head.committee_id)
    units = units_of(work, head.committee_id)
    axes = work.axes.where(committee_id=head.committee_id)
    fresh = [one for one in found if _is_adopted_in(one, month)]
    late = _latest_first(found)
    waiting = waiting_of(work, head.committee_id, ledger, found, month, day=day, names=names)
    told = {one.number for one in waiting}
    drawn = [one for one in found if one in fresh or one.late or one.resolution.number in told]
    return MonthlyReportDocument(
        committee=head.committee,
        typography=head.typography,
        letterhead=with_highest_class(head.letterhead, class_of_resolutions(work, drawn)),
        parties=head.parties,
        year=month.year,
        month=month.month,
        day=iso(day),
        months=tuple(_month(slot) for slot in ledger.year(month.year) if slot.month <= month),
        regularity=_regularity(ledger, month),
        meetings=meetings_of_month(work, ledger, month),
        members=members_of_year(work, head, ledger, month),
        adopted=tuple(report_resolution(one, names, head) for one in fresh),
        total=count_resolutions("", None, found),
        axes=axes_of_report(found, axes),
        units=units_of_report(found, units, head),
        late=tuple(report_resolution(one, names, head) for one in late),
        tasks=tasks_by_party(found, units, head),
        waiting=waiting,
    )


def _is_adopted_in(one: ResolutionOnDay, month: JalaliMonth) -> bool:
    adopted_on = one.resolution.adopted_on
    return adopted_on is not None and month_of(adopted_on) == month


def _latest_first(found: Sequence[ResolutionOnDay]) -> list[ResolutionOnDay]:
    """Return the late resolutions, the latest first."""
    return sorted((one for one in found if one.late), key=lambda one: -one.late)


def _month(slot: MonthSlot) -> ReportMonth:
    meeting = slot.meeting
    return ReportMonth(
        month=slot.month.month,
        state=slot.state.value if slot.state is not None else "",
        meeting=(meeting.number or 0) if meeting is not None else 0,
        day=iso(meeting.day) if meeting is not None else "",
        reason=slot.reason,
    )


def _regularity(ledger: MonthLedger, month: JalaliMonth) -> ReportRegularity:
    found, since = ledger.regularity(month), ledger.first_recorded_month
    begins = iso(since.first_day) if since is not None else ""
    return ReportRegularity(
        held=found.held, missed=found.missed, excused=found.excused, percent=found.percent, records_begin=begins
    )
