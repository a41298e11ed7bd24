"""The document of a history: of a record with what belongs to it, or of the whole office in a Jalali year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from desktop_app.domain.calendar.jalali import from_jalali, iso_text, last_day_of_year, require_month
from desktop_app.domain.documents.documents import Paper
from desktop_app.domain.documents.history_document import HistoryDocument, HistoryLine
from desktop_app.domain.documents.papers import Classification, highest
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.history import HistoryAct, Named, RecordKey, record_key, require_followed
from desktop_app.domain.read_models.listing import EVERYTHING, Filter, FilterKey, ListQuery
from desktop_app.services.context import Context
from desktop_app.services.documents.minutes_lines import iso
from desktop_app.services.documents.report_head import ReportHead, report_paper
from desktop_app.services.history.history import acts_of, record_named
from desktop_app.storage.store.work import Work

MOST: Final = 5000
"""So many entries a paper holds: about four hundred pages."""


def history_paper(
    context: Context, record: str = "", year: int | None = None, query: ListQuery = EVERYTHING
) -> Paper[HistoryDocument]:
    """The history of a record written as ``KIND:ID``, or of the office; of one Jalali year where it is given.

    What is narrowed besides is told on the paper; a year takes the place of a span.
    """
    if year is not None:
        query = replace(query, filters=tuple(one for one in query.filters if one.key is not FilterKey.SPAN))
    key = _key(record) if record else None
    named = record_named(context, key) if key is not None else None
    narrowed = ListQuery(query.search, filters=(*query.filters, *_filters(key, year)))

    def build(work: Work, head: ReportHead) -> HistoryDocument:
        """The history as this reading of the storage shows it."""
        ids = work.audit_rows.finding_by_words(context.paper.history.keys_shown_as).acts(narrowed)
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
    """Every act has an entry at least, so too many acts are refused before they are read."""
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


def _highest(work: Work, acts: Sequence[HistoryAct], named: Named | None) -> Classification:
    """The highest class of what the entries tell, now and then, and of the minutes of every meeting that is named.

    The record that the title names counts even where there is no entry.
    """
    rows = [row for act in acts for row in act.entries]
    about = [*_owners(named), *(one for row in rows for one in _owners(row.record))]
    meetings = sorted({one.id for one in about if one.kind == "meeting" and one.id})
    minutes = work.versions.where(meeting_id=meetings) if meetings else ()
    told = [*(row.guarded for row in rows), *(one.guarded for one in about)]
    return highest([*told, *(one.classification for one in minutes)])


def _owners(record: Named | None) -> Iterator[Named]:
    while record is not None:
        yield record
        record = record.of
