"""Search over everything: which records hold the words, and their texts as written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from sqlalchemy import exists, select
from sqlalchemy.orm import aliased

from desktop_app.domain.rows import SearchHit
from desktop_app.storage.link import AnySelect, Link
from desktop_app.storage.meetings import AgendaItemRecord, GuestRecord, MeetingRecord
from desktop_app.storage.members import PersonRecord, UnitRecord
from desktop_app.storage.minutes import ClauseRecord, DeliberationRecord, MinutesVersionRecord, comes_after
from desktop_app.storage.resolutions import ResolutionRecord
from desktop_app.storage.search import SearchTextRecord, holds, words_of_query
from desktop_app.storage.upstream import UpstreamDecisionRecord

Words = tuple[str, str]
"""Title and text of a hit."""


def find(link: Link, query: str, limit: int) -> tuple[SearchHit, ...]:
    """The newest records that hold every word; of minutes with several versions only the newest is searched."""
    words = words_of_query(query)
    if not words:
        return ()
    table = SearchTextRecord
    statement = (
        select(table.kind, table.record_id)
        .where(*(holds(word) for word in words), ~exists(_superseded()))
        .order_by(table.id.desc())
        .limit(limit)
    )
    found = [(_SHOWN.get(row.kind, row.kind), row.record_id) for row in link.run(statement)]
    written = {
        (kind, key): words
        for kind in {kind for kind, _ in found}
        for key, words in _TEXTS[kind](link, [key for of, key in found if of == kind]).items()
    }
    return tuple(SearchHit(kind=hit[0], id=hit[1], title=written[hit][0], text=written[hit][1]) for hit in found)


def _superseded() -> AnySelect:
    """A newer version of the minutes in which the text stands."""
    mine, newer = aliased(MinutesVersionRecord), aliased(MinutesVersionRecord)
    return (
        select(newer.id)
        .join(mine, mine.meeting_id == newer.meeting_id)
        .where(mine.id == SearchTextRecord.minutes_version_id, comes_after(newer, mine))
        .where(SearchTextRecord.kind != "resolution")
        .correlate(SearchTextRecord)
    )


def _columns(record: type[Any], title: str, *texts: str) -> Callable[[Link, list[int]], dict[int, Words]]:
    """A reader of hits whose title and text are columns of their own table."""

    def read(link: Link, ids: list[int]) -> dict[int, Words]:
        columns = [record.id, *(getattr(record, name) for name in (title, *texts))]
        rows = link.run(select(*columns).where(record.id.in_(ids)))
        return {row[0]: (_text(row[1]), _joined(row[2:])) for row in rows}

    return read


def _clauses(link: Link, ids: list[int]) -> dict[int, Words]:
    statement = (
        select(ClauseRecord.id, AgendaItemRecord.title, ClauseRecord.text)
        .join(AgendaItemRecord, AgendaItemRecord.id == ClauseRecord.agenda_item_id)
        .where(ClauseRecord.id.in_(ids))
    )
    return {row[0]: (row[1], row[2]) for row in link.run(statement)}


def _resolutions(link: Link, ids: list[int]) -> dict[int, Words]:
    """Number and wording; the newest version is read last and stays."""
    statement = (
        select(ResolutionRecord.id, ResolutionRecord.number, ClauseRecord.text)
        .join(ClauseRecord, ClauseRecord.resolution_id == ResolutionRecord.id)
        .join(MinutesVersionRecord, MinutesVersionRecord.id == ClauseRecord.minutes_version_id)
        .where(ResolutionRecord.id.in_(ids))
        .order_by(MinutesVersionRecord.version)
    )
    return {row[0]: (row[1], row[2]) for row in link.run(statement)}


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _joined(values: Iterable[object]) -> str:
    return "\n".join(text for text in map(_text, values) if text)


_SHOWN: Final = {"upstream_decision": "upstream"}
"""Kinds whose stem is shorter than the name of their table."""
_TEXTS: Final[Mapping[str, Callable[[Link, list[int]], dict[int, Words]]]] = {
    "meeting": _columns(MeetingRecord, "number", "place", "chair", "secretary", "note"),
    "agenda_item": _columns(AgendaItemRecord, "title", "title", "presenter", "background"),
    "deliberation": _columns(DeliberationRecord, "speaker", "text"),
    "guest": _columns(GuestRecord, "name", "post"),
    "clause": _clauses,
    "resolution": _resolutions,
    "person": _columns(PersonRecord, "name", "post"),
    "unit": _columns(UnitRecord, "name", "short_name", "head", "liaison"),
    "upstream": _columns(UpstreamDecisionRecord, "title", "body", "session", "notification_number", "clause"),
}
