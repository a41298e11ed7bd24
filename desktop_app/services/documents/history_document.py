"""Documents without a code: the history of a record or a year, and the salvage report.

They share the head of the office: parties, letterhead, imprint. A salvage report has the letterhead of the salvaged
records.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, TypeVar

from desktop_app.domain.calendar.clock import iso, local_moment
from desktop_app.domain.calendar.jalali import from_jalali, iso_text, last_day_of_year, require_month
from desktop_app.domain.documents.appearance import Typography
from desktop_app.domain.documents.documents import Imprint, Letterhead, Paper, PartyLine
from desktop_app.domain.documents.register_documents import HistoryDocument, HistoryLine
from desktop_app.domain.documents.salvage_report_document import SalvageContents, SalvageReportDocument
from desktop_app.domain.documents.settings import OfficeSettings
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.papers import Classification, highest
from desktop_app.domain.read_models.history import HistoryAct, NamedRecord, RecordKey, record_key, require_followed
from desktop_app.domain.read_models.listing import EVERYTHING, Filter, FilterKey, ListQuery
from desktop_app.services.context import Context
from desktop_app.services.follow_up.classes import with_highest_class
from desktop_app.services.history.history import acts_of, record_named
from desktop_app.services.office.settings import logo_of
from desktop_app.services.reading import only_committee_id, parties_of
from desktop_app.storage.store.work import Work

Document = TypeVar("Document")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportHead:
    """The head of a report: committee, parties, letterhead of the day, and typography."""

    committee_id: int
    committee: str
    parties: tuple[PartyLine, ...]
    party_ids: tuple[int, ...]
    letterhead: Letterhead
    typography: Typography

    def party(self, party_id: int) -> int:
        """Index of a party on the paper: 0 governorate, 1 Center."""
        return self.party_ids.index(party_id)


def report_head(work: Work, day: date) -> ReportHead:
    """Read the head of a report; raises ``RuleBroken("committee_missing")`` without a committee."""
    committee = work.committees.get(only_committee_id(work))
    parties = parties_of(work, committee.id)
    names = tuple(party.name for party in parties)
    settings = work.settings()
    return ReportHead(
        committee_id=committee.id,
        committee=committee.name,
        parties=tuple(PartyLine(name=one.name, short_name=one.brief_name) for one in parties),
        party_ids=tuple(party.id for party in parties),
        letterhead=_letterhead(settings, names, day),
        typography=settings.print_setup.typography,
    )


def _letterhead(settings: OfficeSettings, names: tuple[str, ...], day: date) -> Letterhead:
    return Letterhead(
        parties=settings.letterhead or names, invocation=settings.invocation, day=iso(day), logo=settings.logo
    )


def report_paper(
    context: Context, build: Callable[[Work, ReportHead], Document], day: date | None = None
) -> Paper[Document]:
    """Build a report in one unit of work; it has no code, since it shows the present records."""
    with context.read() as work:
        head = report_head(work, day if day is not None else context.clock.today())
        document = build(work, head)
        imprint = Imprint(sample=work.settings().sample, made_at=context.clock.instant())
        return Paper(document, replace(imprint, logo=logo_of(work, head.letterhead.logo)))


UNREAD = "؟"
"""In place of a character of a damaged name that no font draws."""


def salvage_report_paper(
    context: Context, contents: SalvageContents, at: str, classification: Classification
) -> Paper[SalvageReportDocument]:
    """Build the salvage report; ``at`` is the instant of the salvage, ``context`` reads the salvaged records."""
    day, time = local_moment(at)

    def build(_work: Work, head: ReportHead) -> SalvageReportDocument:
        """Build the report from its contents and the usual head."""
        return SalvageReportDocument(
            committee=head.committee,
            letterhead=with_highest_class(head.letterhead, classification),
            parties=head.parties,
            day=iso(day),
            time=time,
            contents=_printable(contents, context.paper.supported),
            typography=head.typography,
        )

    return report_paper(context, build, day)


def _printable(contents: SalvageContents, supported: frozenset[int]) -> SalvageContents:
    """Replace characters that no font has, which damaged names may contain."""

    def clean(text: str) -> str:
        return "".join(one if ord(one) in supported or one == " " else UNREAD for one in text)

    return replace(contents, listed=tuple(replace(one, name=clean(one.name)) for one in contents.listed))


MOST: Final = 5000
"""So many entries a paper holds: about four hundred pages."""


def history_paper(
    context: Context, record: str = "", year: int | None = None, query: ListQuery = EVERYTHING
) -> Paper[HistoryDocument]:
    """Build the history of a record ``KIND:ID``, or of the office; of one Jalali year when given.

    What is narrowed besides is told on the paper; a year takes the place of a span.
    """
    if year is not None:
        query = replace(query, filters=tuple(one for one in query.filters if one.key != FilterKey.SPAN))
    key = _key(record) if record else None
    named = record_named(context, key) if key is not None else None
    narrowed = ListQuery(query.search, filters=(*query.filters, *_filters(key, year)))

    def build(work: Work, head: ReportHead) -> HistoryDocument:
        """Build the history from the open unit of work."""
        ids = work.audit_rows.with_display_words(context.paper.history.keys_shown_as).acts(narrowed)
        _require_room(len(ids))
        found = work.audit_rows.fetch_acts(ids)
        _require_room(sum(map(len, found)))
        acts = acts_of(work, found)
        return HistoryDocument(
            committee=head.committee,
            typography=head.typography,
            letterhead=replace(head.letterhead, classification=_highest(work, acts, named)),
            parties=head.parties,
            record=context.paper.history.name(named) if named is not None else "",
            year=year or 0,
            asked=tuple(context.paper.history.asked(query)),
            day=iso(context.clock.today()),
            lines=tuple(_line(context, act) for act in acts),
        )

    return report_paper(context, build)


def _require_room(count: int) -> None:
    """Raise ``RuleBroken`` for too many acts, before they are read."""
    if count > MOST:
        raise RuleBroken("history_too_long", field="year", most=MOST)


def _key(record: str) -> RecordKey:
    try:
        key = record_key(record)
    except ValueError as error:
        raise RuleBroken("history_record_unclear", field="record", record=record) from error
    require_followed(key)
    return key


def _filters(key: RecordKey | None, year: int | None) -> tuple[Filter, ...]:
    found = []
    if key is not None:
        found.append(Filter(FilterKey.RECORD, key.text()))
    if year is not None:
        require_month(year, 1)
        span = f"{iso_text(from_jalali(year, 1, 1))}/{iso_text(last_day_of_year(year))}"
        found.append(Filter(FilterKey.SPAN, span))
    return tuple(found)


def _line(context: Context, act: HistoryAct) -> HistoryLine:
    words, head = context.paper.history, act.head
    return HistoryLine(
        seq=act.entries[0].seq,
        day=iso(head.day),
        time=head.time,
        actor=head.actor,
        act=words.act(head),
        record=words.records(act),
        changes=tuple(words.entries(act)),
    )


def _highest(work: Work, acts: Sequence[HistoryAct], named: NamedRecord | None) -> Classification:
    """The highest class of the entries, now or then, and of the minutes of all meetings named.

    The record that the title names counts even where there is no entry.
    """
    rows = [row for act in acts for row in act.entries]
    about = [*_owners(named), *(one for row in rows for one in _owners(row.record))]
    meetings = sorted({one.id for one in about if one.kind == "meeting" and one.id})
    minutes = work.versions.where(meeting_id=meetings) if meetings else ()
    told = [*(row.guarded for row in rows), *(one.guarded for one in about)]
    return highest([*told, *(one.classification for one in minutes)])


def _owners(record: NamedRecord | None) -> Iterator[NamedRecord]:
    while record is not None:
        yield record
        record = record.of
