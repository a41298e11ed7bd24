"""The document of the monthly report: a Jalali month of the committee, and where its resolutions stand at its end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.calendar.jalali import JalaliMonth, format_month, month_of, require_month
from desktop_app.domain.documents.documents import Paper
from desktop_app.domain.documents.monthly_report_document import (
    MonthlyReportDocument,
    ReportMonth,
    ReportRegularity,
)
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.months import MonthLedger, MonthSlot
from desktop_app.domain.rules.resolutions import is_counted
from desktop_app.services.context import Context
from desktop_app.services.documents.classes import class_of_drawn, raised
from desktop_app.services.documents.minutes_lines import iso
from desktop_app.services.documents.monthly_report_counts import (
    axes_of_report,
    counted,
    tasks_by_party,
    units_of_report,
)
from desktop_app.services.documents.monthly_report_meetings import meetings_of_month, members_of_year
from desktop_app.services.documents.monthly_report_waiting import waiting_of
from desktop_app.services.documents.report_head import ReportHead, report_paper
from desktop_app.services.documents.report_resolutions import report_resolution
from desktop_app.services.follow_up.standing_resolutions import StandingResolution, resolutions_on
from desktop_app.services.meetings.office_days import ledger_of
from desktop_app.services.reading import names_of, units_of
from desktop_app.storage.store.work import Work


def monthly_report_paper(context: Context, year: int, month: int) -> Paper[MonthlyReportDocument]:
    """The report of a Jalali month as it stood at its end, or as it stands today while the month runs.

    Raises ``RuleBroken("report_month_ahead")`` for a month that has not begun.
    """
    require_month(year, month)
    wanted = JalaliMonth(year, month)
    today = context.clock.today()
    if month_of(today) < wanted:
        raise RuleBroken("report_month_ahead", field="month", month=format_month(wanted))
    day = min(wanted.last_day, today)

    def build(work: Work, head: ReportHead) -> MonthlyReportDocument:
        """The monthly report as this reading of the storage shows it."""
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
        letterhead=raised(head.letterhead, class_of_drawn(work, drawn)),
        parties=head.parties,
        year=month.year,
        month=month.month,
        day=iso(day),
        months=tuple(_month(slot) for slot in ledger.year(month.year) if slot.month <= month),
        regularity=_regularity(ledger, month),
        meetings=meetings_of_month(work, ledger, month),
        members=members_of_year(work, head, ledger, month),
        adopted=tuple(report_resolution(one, names, head) for one in fresh),
        total=counted("", None, found),
        axes=axes_of_report(found, axes),
        units=units_of_report(found, units, head),
        late=tuple(report_resolution(one, names, head) for one in late),
        tasks=tasks_by_party(found, units, head),
        waiting=waiting,
    )


def _is_adopted_in(one: StandingResolution, month: JalaliMonth) -> bool:
    adopted_on = one.resolution.adopted_on
    return adopted_on is not None and month_of(adopted_on) == month


def _latest_first(found: Sequence[StandingResolution]) -> list[StandingResolution]:
    """Those that are late."""
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
    found, since = ledger.regularity(month), ledger.records_from
    begins = iso(since.first_day) if since is not None else ""
    return ReportRegularity(
        held=found.held, missed=found.missed, excused=found.excused, percent=found.percent, records_begin=begins
    )
