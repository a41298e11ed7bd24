"""Documents of the registers: resolutions, incoming and outgoing papers, and the year book of final minutes.

The year book is drawn from snapshots. A register is of a Jalali year or whole; that of papers also as its list is
asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from desktop_app.domain.calendar.clock import iso
from desktop_app.domain.calendar.jalali import JalaliMonth, require_month, year_of
from desktop_app.domain.documents.documents import Paper
from desktop_app.domain.documents.paper_orders import ListTable
from desktop_app.domain.documents.register_documents import (
    BookAxis,
    BookEarlier,
    BookMinutes,
    BookSigner,
    LetterEntry,
    LettersRegisterDocument,
    ListDocument,
    RegisterDocument,
    RegisterLine,
    YearBookDocument,
)
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.papers import highest
from desktop_app.domain.read_models.listing import EVERYTHING, Filter, FilterKey, ListQuery, RegisterRow, RegisterView
from desktop_app.domain.read_models.sheets import Names
from desktop_app.domain.rules.meetings import Meeting
from desktop_app.domain.rules.minutes import MinutesActKind, MinutesVersion
from desktop_app.domain.rules.resolution_actions import agreed_and_granted
from desktop_app.services.context import Context
from desktop_app.services.documents.documents import code_of
from desktop_app.services.documents.history_document import ReportHead, report_paper
from desktop_app.services.follow_up.classes import class_of_resolutions, with_highest_class
from desktop_app.services.follow_up.resolutions_on_day import ResolutionOnDay, resolutions_on
from desktop_app.services.meetings.office_days import inquorate_of
from desktop_app.services.reading import names_of, units_of
from desktop_app.services.taking_over.earlier import taken_over_meetings, taking_over_of
from desktop_app.services.versions.frozen_minutes import frozen_minutes
from desktop_app.services.versions.signing import signing_of
from desktop_app.storage.store.work import Work

MOST: Final = 5000
"""So many rows a paper holds: about three hundred pages."""
SHOWN: Final = frozenset({RegisterView.INCOMING, RegisterView.OUTGOING})
"""Views that are a register of their own."""


def letters_register_paper(
    context: Context, year: int | None = None, query: ListQuery = EVERYTHING
) -> Paper[LettersRegisterDocument]:
    """Build the letter registers, or one list of them; of one Jalali year when given; oldest first."""
    filters = query.filters
    if year is not None:
        require_month(year, 1)
        filters = (
            *(one for one in filters if one.key not in (FilterKey.YEAR, FilterKey.MONTH)),
            Filter(FilterKey.YEAR, str(year)),
        )
    narrowed = replace(query, filters=filters, sort="day", descending=False, group="")

    def build(work: Work, head: ReportHead) -> LettersRegisterDocument:
        """Build the letter registers from the open unit of work."""
        ids = work.register_rows.ids(narrowed)
        if len(ids) > MOST:
            raise RuleBroken("letters_too_many", field="year", count=len(ids), most=MOST)
        rows = work.register_rows.fetch(ids)
        return LettersRegisterDocument(
            committee=head.committee,
            typography=head.typography,
            letterhead=replace(head.letterhead, classification=highest(one.classification for one in rows).value),
            parties=head.parties,
            view=query.view if query.view in SHOWN else RegisterView.ALL.value,
            year=year or 0,
            asked=tuple(context.paper.history.asked(_beside_year(query, year))),
            day=iso(context.clock.today()),
            entries=tuple(_entry(row) for row in rows),
        )

    return report_paper(context, build)


def list_paper(context: Context, table: ListTable) -> Paper[ListDocument]:
    """A list of the window, with the words that show there. Raises ``RuleBroken("list_without_table")``."""
    if not table.heads:
        raise RuleBroken("list_without_table")

    def build(_work: Work, head: ReportHead) -> ListDocument:
        """The list with the head of every paper of the office."""
        return ListDocument(
            committee=head.committee,
            typography=head.typography,
            letterhead=with_highest_class(head.letterhead, *table.classes),
            parties=head.parties,
            title=table.title,
            asked=table.asked,
            day=iso(context.clock.today()),
            heads=table.heads,
            widths=table.widths,
            rows=table.rows,
        )

    return report_paper(context, build)


def _beside_year(query: ListQuery, year: int | None) -> ListQuery:
    """Return the query without the filter of the year, which is in the title."""
    return replace(query, filters=tuple(one for one in query.filters if year is None or one.key != FilterKey.YEAR))


def _entry(row: RegisterRow) -> LetterEntry:
    return LetterEntry(
        outgoing=row.outgoing,
        year=row.year,
        row=row.row,
        number=row.number,
        day=iso(row.day),
        paper_day=iso(row.paper_day),
        party=row.party,
        subject=row.subject,
        classification=row.classification.value,
        way=row.way.value if row.way is not None else "",
        received_by=row.received_by,
        received_on=iso(row.received_on),
        struck=row.struck_reason,
    )


def register_paper(context: Context, year: int | None = None) -> Paper[RegisterDocument]:
    """Build the resolution register of a Jalali year, or of all years, as of today; it may be empty."""
    if year is not None:
        require_month(year, 1)
    today = context.clock.today()

    def build(work: Work, head: ReportHead) -> RegisterDocument:
        """Build the resolution register from the open unit of work."""
        found = register_resolutions(work, head.committee_id, today, year)
        return RegisterDocument(
            committee=head.committee,
            typography=head.typography,
            letterhead=with_highest_class(head.letterhead, class_of_resolutions(work, found)),
            parties=head.parties,
            year=year or 0,
            day=iso(today),
            lines=register_lines(work, head.committee_id, found),
            begins=records_begin(work, head.committee_id, year),
        )

    return report_paper(context, build)


def records_begin(work: Work, committee_id: int, year: int | None) -> str:
    """The first day of the records when the year has earlier days; else empty."""
    before = taking_over_of(work, committee_id)
    if before is None or (year is not None and JalaliMonth(year, 1) >= before.begins):
        return ""
    return iso(before.begins.first_day)


def register_resolutions(work: Work, committee_id: int, day: date, year: int | None) -> tuple[ResolutionOnDay, ...]:
    """Return the resolutions of the register as of a day; of one Jalali year when given."""

    def keep(meeting: Meeting) -> bool:
        return year is None or (meeting.day is not None and year_of(meeting.day) == year)

    return resolutions_on(work, committee_id, day, keep=keep)


def register_lines(work: Work, committee_id: int, found: tuple[ResolutionOnDay, ...]) -> tuple[RegisterLine, ...]:
    """Build the lines of the resolution register."""
    names = names_of(work, committee_id)
    numbers = _successors(work, found)
    return tuple(_line(one, names, numbers) for one in found)


def _successors(work: Work, found: tuple[ResolutionOnDay, ...]) -> Mapping[int, str]:
    """Return the numbers of the resolutions that ended others, by id."""
    ids = {act.other_id for one in found for act in one.acts if act.other_id is not None}
    return {one.id: one.number for one in work.resolutions.where(id=sorted(ids))}


def _line(one: ResolutionOnDay, names: Names, numbers: Mapping[int, str]) -> RegisterLine:
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


def year_book_paper(context: Context, year: int) -> Paper[YearBookDocument]:
    """Build the book of a Jalali year; raises ``RuleBroken("year_without_minutes")`` without final minutes."""
    require_month(year, 1)
    today = context.clock.today()

    def build(work: Work, head: ReportHead) -> YearBookDocument:
        """Build the year book from the open unit of work."""
        minutes = _minutes(work, head, year)
        earlier = _earlier(work, head, year)
        if not minutes and not earlier:
            raise RuleBroken("year_without_minutes", field="year", year=year)
        listed = register_resolutions(work, head.committee_id, today, year)
        classes = [class_of_resolutions(work, listed), *(guarded for _book, guarded in minutes)]
        axes = work.axes.where(committee_id=head.committee_id)
        return YearBookDocument(
            committee=head.committee,
            typography=head.typography,
            letterhead=with_highest_class(head.letterhead, *classes),
            parties=head.parties,
            year=year,
            day=iso(today),
            minutes=tuple(book for book, _guarded in minutes),
            axes=tuple(BookAxis(code=axis.code, title=axis.title) for axis in axes),
            units=tuple(unit.name for unit in units_of(work, head.committee_id)),
            lines=register_lines(work, head.committee_id, listed),
            earlier=earlier,
            begins=records_begin(work, head.committee_id, year),
        )

    return report_paper(context, build)


def _earlier(work: Work, head: ReportHead, year: int) -> tuple[BookEarlier, ...]:
    """Return the imported meetings of the year by number."""
    past = taken_over_meetings(work)
    meetings = [one for one in work.meetings.where(committee_id=head.committee_id) if one.id in past]
    own = [one for one in meetings if one.day is not None and year_of(one.day) == year]
    counts = Counter(one.meeting_id for one in work.resolutions.where(meeting_id=[one.id for one in own]))
    ordered = sorted(own, key=lambda one: one.number or 0)
    return tuple(BookEarlier(number=m.number or 0, day=iso(m.day), resolutions=counts[m.id]) for m in ordered)


def _minutes(work: Work, head: ReportHead, year: int) -> tuple[tuple[BookMinutes, str], ...]:
    """Return every frozen version of the year with its class, withdrawn and amended ones included."""
    every = work.meetings.where(committee_id=head.committee_id)
    meetings = {one.id: one for one in every if one.day is not None and year_of(one.day) == year}
    frozen = [one for one in work.versions.where(meeting_id=list(meetings)) if one.snapshot]
    inquorate = inquorate_of(work, head.committee_id)
    ordered = sorted(frozen, key=lambda one: (meetings[one.meeting_id].number or 0, one.version))
    return tuple(
        _book_minutes(work, head, meetings[one.meeting_id], one, inquorate=one.meeting_id in inquorate)
        for one in ordered
    )


def _book_minutes(
    work: Work, head: ReportHead, meeting: Meeting, version: MinutesVersion, *, inquorate: bool
) -> tuple[BookMinutes, str]:
    frozen = frozen_minutes(work, version)
    withdrawn = work.minutes_acts.where(minutes_version_id=version.id, kind=MinutesActKind.WITHDRAWN)
    book = BookMinutes(
        number=meeting.number or 0,
        day=iso(meeting.day),
        version=version.version,
        state=version.state.value,
        inquorate=inquorate,
        snapshot=version.snapshot,
        code=code_of(version, sample=work.settings().sample),
        reason=withdrawn[-1].reason if withdrawn else "",
        signers=tuple(_signers(work, head, version)),
    )
    return book, frozen.letterhead.classification


def _signers(work: Work, head: ReportHead, version: MinutesVersion) -> Sequence[BookSigner]:
    found = signing_of(work, version)
    days = {
        signer.id: max(
            one.signed_on for (signer_id, _), one in found.valid_signatures.items() if signer_id == signer.id
        )
        for signer in found.signers
        if not found.unsigned_by(signer.id)
    }
    return [
        BookSigner(name=one.name, post=one.post, party=head.party(one.party_id), signed_on=iso(days.get(one.id)))
        for one in found.signers
    ]
