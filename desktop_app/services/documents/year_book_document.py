"""The document of the year book: every final minutes of a Jalali year from their snapshots, and the register."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from desktop_app.domain.calendar.jalali import require_month, year_of
from desktop_app.domain.documents.documents import Paper
from desktop_app.domain.documents.year_book_document import (
    BookAxis,
    BookEarlier,
    BookMinutes,
    BookSigner,
    YearBookDocument,
)
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.meetings import Meeting
from desktop_app.domain.rules.minutes import MinutesActKind, MinutesVersion
from desktop_app.services.context import Context
from desktop_app.services.documents.classes import class_of_drawn, raised
from desktop_app.services.documents.documents import code_of
from desktop_app.services.documents.frozen_minutes import frozen_minutes
from desktop_app.services.documents.minutes_lines import iso
from desktop_app.services.documents.register_document import records_begin, register_lines, register_resolutions
from desktop_app.services.documents.report_head import ReportHead, report_paper
from desktop_app.services.meetings.office_days import inquorate_of
from desktop_app.services.minutes.signing import signing_of
from desktop_app.services.reading import units_of
from desktop_app.services.taking_over.earlier import taken_over_meetings
from desktop_app.storage.store.work import Work


def year_book_paper(context: Context, year: int) -> Paper[YearBookDocument]:
    """The book of a Jalali year; ``RuleBroken("year_without_minutes")`` when nothing of it is final."""
    require_month(year, 1)
    today = context.clock.today()

    def build(work: Work, head: ReportHead) -> YearBookDocument:
        """The book as this reading of the storage shows it; refused as above."""
        minutes = _minutes(work, head, year)
        earlier = _earlier(work, head, year)
        if not minutes and not earlier:
            raise RuleBroken("year_without_minutes", field="year", year=year)
        listed = register_resolutions(work, head.committee_id, today, year)
        classes = [class_of_drawn(work, listed), *(guarded for _book, guarded in minutes)]
        axes = work.axes.where(committee_id=head.committee_id)
        return YearBookDocument(
            committee=head.committee,
            typography=head.typography,
            letterhead=raised(head.letterhead, *classes),
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
    """The meetings of the year that were taken over, in the order of their numbers."""
    past = taken_over_meetings(work)
    meetings = [one for one in work.meetings.where(committee_id=head.committee_id) if one.id in past]
    own = [one for one in meetings if one.day is not None and year_of(one.day) == year]
    counts = Counter(one.meeting_id for one in work.resolutions.where(meeting_id=[one.id for one in own]))
    ordered = sorted(own, key=lambda one: one.number or 0)
    return tuple(BookEarlier(number=m.number or 0, day=iso(m.day), resolutions=counts[m.id]) for m in ordered)


def _minutes(work: Work, head: ReportHead, year: int) -> tuple[tuple[BookMinutes, str], ...]:
    """Every frozen version of the year with its class, in their order; withdrawn and amended ones too."""
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
        signer.id: max(one.signed_on for (signer_id, _), one in found.standing.items() if signer_id == signer.id)
        for signer in found.signers
        if not found.unsigned_by(signer.id)
    }
    return [
        BookSigner(name=one.name, post=one.post, party=head.party(one.party_id), signed_on=iso(days.get(one.id)))
        for one in found.signers
    ]
