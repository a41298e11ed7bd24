"""The meetings of a month, and who attended them and those of the year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.calendar.jalali import JalaliMonth, month_of
from desktop_app.domain.documents.monthly_report_document import ReportMeeting, ReportMember
from desktop_app.domain.read_models.listing import NO_SCAN
from desktop_app.domain.rules.in_force import ADOPTING
from desktop_app.domain.rules.meetings import ATTENDED, OVER, Attendance, Meeting
from desktop_app.domain.rules.minutes import MinutesVersion, was_taken_over
from desktop_app.domain.rules.months import OFF, MonthLedger
from desktop_app.domain.rules.signing import Signing
from desktop_app.services.documents.minutes_lines import iso
from desktop_app.services.documents.report_head import ReportHead
from desktop_app.services.minutes.signing import signing_of
from desktop_app.services.minutes.versions import clauses_of, version_in_force
from desktop_app.services.scans.scans_sheet import lacks_scan
from desktop_app.storage.store.work import Work


def in_month(meeting: Meeting, month: JalaliMonth) -> bool:
    """Whether a meeting has its day in the month and was not called off."""
    return meeting.day is not None and month_of(meeting.day) == month and meeting.state not in OFF


def meetings_of_month(work: Work, ledger: MonthLedger, month: JalaliMonth) -> tuple[ReportMeeting, ...]:
    """The meetings of the month in the order of their days."""
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
        on_each=by_original(seen),
        signers=len(seen.signers),
        present=sum(row.state in ATTENDED for row in rows),
        filled=len(rows),
        resolutions=len(adopted),
        taken_over=was_taken_over(version),
    )


def _state(work: Work, version: MinutesVersion) -> str:
    return NO_SCAN if lacks_scan(work, version) else version.state.value


def by_original(seen: Signing) -> tuple[int, ...]:
    """How many signatures stand on each original; empty where there is but one."""
    return seen.on_each if seen.originals > 1 else ()


def members_of_year(work: Work, head: ReportHead, ledger: MonthLedger, month: JalaliMonth) -> tuple[ReportMember, ...]:
    """Every seat that was filled at a meeting of the year up to the month, party by party."""
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
    """The seat under the name that it has had last."""
    own = {meeting: row for meeting, found in rows.items() for row in found if row.seat_id == seat.seat_id}
    return ReportMember(
        name=seat.name,
        post=seat.post,
        party=head.party(seat.party_id),
        states=tuple(own[one].state.value if one in own else "" for one in here),
        attended=sum(row.state in ATTENDED for row in own.values()),
        held=len(own),
    )
