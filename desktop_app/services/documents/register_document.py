"""The document of the register of resolutions, for a Jalali year or for the committee's whole life."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from desktop_app.domain.calendar.jalali import JalaliMonth, require_month, year_of
from desktop_app.domain.documents.documents import Paper
from desktop_app.domain.documents.register_document import RegisterDocument, RegisterLine
from desktop_app.domain.read_models.names import Names
from desktop_app.domain.rules.meetings import Meeting
from desktop_app.domain.rules.resolution_actions import agreed_and_granted
from desktop_app.services.context import Context
from desktop_app.services.documents.classes import class_of_drawn, raised
from desktop_app.services.documents.minutes_lines import iso
from desktop_app.services.documents.report_head import ReportHead, report_paper
from desktop_app.services.follow_up.standing_resolutions import StandingResolution, resolutions_on
from desktop_app.services.reading import names_of
from desktop_app.services.taking_over.earlier import taking_over_of
from desktop_app.storage.store.work import Work


def register_paper(context: Context, year: int | None = None) -> Paper[RegisterDocument]:
    """The register of a Jalali year, or of all years, as it stands today; it may be empty."""
    if year is not None:
        require_month(year, 1)
    today = context.clock.today()

    def build(work: Work, head: ReportHead) -> RegisterDocument:
        """The register as this reading of the storage shows it."""
        found = register_resolutions(work, head.committee_id, today, year)
        return RegisterDocument(
            committee=head.committee,
            typography=head.typography,
            letterhead=raised(head.letterhead, class_of_drawn(work, found)),
            parties=head.parties,
            year=year or 0,
            day=iso(today),
            lines=register_lines(work, head.committee_id, found),
            begins=records_begin(work, head.committee_id, year),
        )

    return report_paper(context, build)


def records_begin(work: Work, committee_id: int, year: int | None) -> str:
    """The first day of the records, where it parts the year, or comes after it; empty where all of it is within."""
    before = taking_over_of(work, committee_id)
    if before is None or (year is not None and JalaliMonth(year, 1) >= before.begins):
        return ""
    return iso(before.begins.first_day)


def register_resolutions(work: Work, committee_id: int, day: date, year: int | None) -> tuple[StandingResolution, ...]:
    """What the register holds, as it stood on a day: of one Jalali year where it is given."""

    def keep(meeting: Meeting) -> bool:
        return year is None or (meeting.day is not None and year_of(meeting.day) == year)

    return resolutions_on(work, committee_id, day, keep=keep)


def register_lines(work: Work, committee_id: int, found: tuple[StandingResolution, ...]) -> tuple[RegisterLine, ...]:
    """The lines of the register."""
    names = names_of(work, committee_id)
    numbers = _successors(work, found)
    return tuple(_line(one, names, numbers) for one in found)


def _successors(work: Work, found: tuple[StandingResolution, ...]) -> Mapping[int, str]:
    """The numbers of the resolutions by which others ended."""
    ids = {act.other_id for one in found for act in one.acts if act.other_id is not None}
    return {one.id: one.number for one in work.resolutions.where(id=sorted(ids))}


def _line(one: StandingResolution, names: Names, numbers: Mapping[int, str]) -> RegisterLine:
    clause = one.clause
    agreed, granted = agreed_and_granted(one.deadlines)
    last = one.acts[-1] if one.acts else None
    return RegisterLine(
        number=one.resolution.number,
        day=iso(one.resolution.adopted_on),
        meeting=one.meeting.number or 0,
        text=clause.text,
        kind=clause.kind.value,
        axis=names.axis(clause.axis_id),
        executor=names.unit(clause.executor_unit_id),
        owner=names.owner(clause.owner_unit_id, clause.owner_person_id),
        deadline_kind=clause.deadline.kind.value,
        agreed=iso(agreed.due) if agreed is not None else "",
        extended=tuple(iso(event.due) for event in granted),
        due=iso(one.due),
        state=one.course.state.value,
        percent=one.course.percent,
        late=one.late,
        closed_on=iso(one.closed_on),
        successor=numbers.get(last.other_id or 0, "") if last is not None else "",
    )
