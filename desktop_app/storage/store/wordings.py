"""Search texts of resolutions and their clauses, and the search in all texts.

The clause that words a resolution (:class:`ResolutionFactsRecord.clause_id`, by the rule of
:mod:`desktop_app.domain.rules.in_force`) shows as the resolution, and each clause shows once. What a correction
changed, or would change when it is final, is text of its own version alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import RowMapping, delete, select

from desktop_app.domain.papers import class_above_usual
from desktop_app.domain.read_models.listing import SearchHit
from desktop_app.domain.rules.in_force import ADOPTING
from desktop_app.domain.rules.minutes import EDITABLE
from desktop_app.storage.schema.base import table_of
from desktop_app.storage.schema.committee import PersonRecord, UnitRecord
from desktop_app.storage.schema.meetings import AgendaItemRecord, GuestRecord, MeetingRecord
from desktop_app.storage.schema.minutes import ClauseRecord, DeliberationRecord, MinutesVersionRecord
from desktop_app.storage.schema.registered_papers import IncomingPaperRecord, OutgoingPaperRecord
from desktop_app.storage.schema.resolutions import ResolutionFactsRecord, ResolutionRecord, UpstreamDecisionRecord
from desktop_app.storage.store.list_queries import ASKED
from desktop_app.storage.store.search import (
    FOLDED,
    PUT,
    WORDS,
    SearchTextRecord,
    TextOwner,
    contains_word,
    is_searchable,
    row_of,
    words_of_query,
)
from desktop_app.storage.store.transaction import AnyRow, AnySelect, Transaction

RESOLUTION: Final = "resolution"
CLAUSE: Final = "clause"

Found = tuple[str, int]
"""Kind and id of what a row makes to be found."""


def update_search_rows(transaction: Transaction, ids: Sequence[int]) -> None:
    """Rewrite the search rows of these resolutions and their clauses from their present wordings."""
    if not ids:
        return
    wanted, asked = _correct_rows(transaction, ids)
    if wanted:
        transaction.write(PUT, list(wanted.values()))
    for kind, among in asked.items():
        gone = [key for key in among if (kind, key) not in wanted]
        if gone:
            transaction.write(_DROP[kind], {"ids": json.dumps(gone)})


def count_wrong_rows(transaction: Transaction, ids: Sequence[int]) -> dict[str, int]:
    """Return by kind the number of wrong search rows of these resolutions and their clauses."""
    wanted, asked = _correct_rows(transaction, ids)
    wrong = {}
    for kind, among in asked.items():
        kept = {row["record_id"]: row for row in transaction.run(_KEPT[kind], {"ids": json.dumps(among)}).mappings()}
        wrong[kind] = sum(_differ(kept.get(key), wanted.get((kind, key))) for key in among)
    return wrong


def _correct_rows(
    transaction: Transaction, ids: Sequence[int]
) -> tuple[dict[Found, dict[str, Any]], dict[str, list[int]]]:
    """Return the correct search rows of these resolutions and clauses, and the ids of all by kind."""
    clauses = transaction.run(_WORDINGS, {"ids": json.dumps(list(ids))}).all()
    rows = [_row(row) for row in clauses]
    wanted = {(row["kind"], row["record_id"]): row for row in rows}
    return wanted, {RESOLUTION: list(ids), CLAUSE: [row.id for row in clauses]}


def _differ(kept: RowMapping | None, wanted: Mapping[str, Any] | None) -> bool:
    if kept is None or wanted is None:
        return kept is not wanted
    return any(kept[name] != wanted[name] for name in FOLDED)


def _row(row: AnyRow) -> dict[str, Any]:
    version = row.minutes_version_id
    if row.id == row.clause_id:
        return row_of(
            TextOwner(RESOLUTION, row.resolution_id, row.meeting_id, version), [row.number, row.text, row.reservation]
        )
    return row_of(TextOwner(CLAUSE, row.id, row.meeting_id, version), [row.text, row.reservation])


def _wordings() -> AnySelect:
    clause, resolution, facts = ClauseRecord, ResolutionRecord, ResolutionFactsRecord
    return (
        select(
            clause.id,
            clause.resolution_id,
            clause.minutes_version_id,
            clause.text,
            clause.reservation,
            resolution.number,
            resolution.meeting_id,
            facts.clause_id,
        )
        .join(resolution, resolution.id == clause.resolution_id)
        .join(facts, facts.resolution_id == resolution.id)
        .where(clause.resolution_id.in_(ASKED))
    )


_SEARCHED: Final = table_of(SearchTextRecord)
_WORDINGS: Final = _wordings()
_OF: Final = {kind: (_SEARCHED.c.kind == kind) & _SEARCHED.c.record_id.in_(ASKED) for kind in (RESOLUTION, CLAUSE)}
_DROP: Final = {kind: delete(_SEARCHED).where(condition) for kind, condition in _OF.items()}
_KEPT: Final = {kind: select(_SEARCHED).where(condition) for kind, condition in _OF.items()}


Shown = tuple[str, str, bool, str]
"""Title and text of a hit, whether it stands in a draft, and its class where that is higher than usual."""
Read = Callable[[Transaction, list[int]], dict[int, Shown]]


def find(transaction: Transaction, query: str, limit: int) -> tuple[SearchHit, ...]:
    """Return the newest records that contain every word; of minutes only the versions in force or being written.

    What a draft says word for word as the version in force says it is found there alone.
    """
    words = words_of_query(query)
    if not words:
        return ()
    table = SearchTextRecord
    statement = (
        select(table.kind, table.record_id, table.meeting_id)
        .where(*(contains_word(word) for word in words), is_searchable())
        .order_by(table.id.desc())
        .limit(limit)
    )
    found = {(_SHOWN.get(row.kind, row.kind), row.record_id): row.meeting_id for row in transaction.run(statement)}
    written = _read_hits(transaction, found)
    hits = {key: _hit(key, written[key]) for key in found}
    said = {key: (found[key], *_identity(hit)) for key, hit in hits.items()}
    standing = {said[key] for key, hit in hits.items() if not hit.draft}
    return tuple(hit for key, hit in hits.items() if not (hit.draft and said[key] in standing))


def _read_hits(transaction: Transaction, found: Collection[tuple[str, int]]) -> dict[tuple[str, int], Shown]:
    """Return the texts of the found records by kind and id, read with one statement for each kind."""
    return {
        (kind, key): shown
        for kind in {kind for kind, _ in found}
        for key, shown in _TEXTS[kind](transaction, [key for of, key in found if of == kind]).items()
    }


def _hit(key: tuple[str, int], shown: Shown) -> SearchHit:
    title, text, draft, classed = shown
    return SearchHit(kind=key[0], id=key[1], title=title, text=text, draft=draft, guarded=classed)


def _identity(hit: SearchHit) -> tuple[str, str, str]:
    """Return what identifies equal hits: the wording of a resolution or clause; else title and text."""
    if hit.kind in {CLAUSE, RESOLUTION}:
        return CLAUSE, "", hit.text
    return hit.kind, hit.title, hit.text


def _reader_of_table(record: type[Any], title: str, *texts: str) -> Read:
    """Return a reader of hits whose title and text are columns of one table."""
    named = (title, *texts)

    def read(transaction: Transaction, ids: list[int]) -> dict[int, Shown]:
        columns = [record.id, *(getattr(record, name) for name in named)]
        rows = transaction.run(select(*columns).where(record.id.in_(ids)))
        return {row[0]: (_text(row[1]), _joined(row[2:]), False, "") for row in rows}

    return read


def _reader_of_papers(record: type[Any], title: str, *texts: str) -> Read:
    """Return a reader of hits on papers, with their classification."""
    named = (title, *texts)

    def read(transaction: Transaction, ids: list[int]) -> dict[int, Shown]:
        columns = [record.id, record.classification, *(getattr(record, name) for name in named)]
        rows = transaction.run(select(*columns).where(record.id.in_(ids)))
        return {row[0]: (_text(row[2]), _joined(row[3:]), False, class_above_usual(row[1])) for row in rows}

    return read


def _reader_of_minutes(record: type[Any], title: str, *texts: str) -> Read:
    """Return a reader of hits in versions of minutes, with classification and whether it is a draft."""
    version, named = MinutesVersionRecord, (title, *texts)

    def read(transaction: Transaction, ids: list[int]) -> dict[int, Shown]:
        columns = [record.id, version.state, version.classification, *(getattr(record, name) for name in named)]
        joined = select(*columns).join(version, version.id == record.minutes_version_id)
        rows = transaction.run(joined.where(record.id.in_(ids)))
        return {
            row[0]: (_text(row[3]), _joined(row[4:]), row[1] in EDITABLE, class_above_usual(row[2])) for row in rows
        }

    return read


def _clauses(transaction: Transaction, ids: list[int]) -> dict[int, Shown]:
    clause, item, version = ClauseRecord, AgendaItemRecord, MinutesVersionRecord
    statement = (
        select(clause.id, item.title, clause.text, version.state, version.classification, clause.classification)
        .join(item, item.id == clause.agenda_item_id)
        .join(version, version.id == clause.minutes_version_id)
        .where(clause.id.in_(ids))
    )
    rows = transaction.run(statement)
    return {row[0]: (row[1], row[2], row[3] in EDITABLE, class_above_usual(row[4], row[5])) for row in rows}


def _resolutions(transaction: Transaction, ids: list[int]) -> dict[int, Shown]:
    """Return number and wording of resolutions; those not adopted count as drafts."""
    resolution, facts, clause, version = ResolutionRecord, ResolutionFactsRecord, ClauseRecord, MinutesVersionRecord
    statement = (
        select(
            resolution.id,
            resolution.number,
            clause.text,
            version.state,
            version.classification,
            clause.classification,
        )
        .join(facts, facts.resolution_id == resolution.id)
        .join(clause, clause.id == facts.clause_id)
        .join(version, version.id == clause.minutes_version_id)
        .where(resolution.id.in_(ids))
    )
    rows = transaction.run(statement)
    return {row[0]: (row[1], row[2], row[3] not in ADOPTING, class_above_usual(row[4], row[5])) for row in rows}


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _joined(values: Iterable[object]) -> str:
    return "\n".join(text for text in map(_text, values) if text)


_SHOWN: Final = {"upstream_decision": "upstream"}
"""Kinds whose stem is shorter than the name of their table."""
_TEXTS: Final[Mapping[str, Read]] = {
    "meeting": _reader_of_table(MeetingRecord, "number", "place", "chair", "secretary", "note"),
    "agenda_item": _reader_of_table(AgendaItemRecord, "title", *WORDS["agenda_item"]),
    "deliberation": _reader_of_minutes(DeliberationRecord, *WORDS["deliberation"]),
    "guest": _reader_of_minutes(GuestRecord, *WORDS["guest"]),
    "clause": _clauses,
    "resolution": _resolutions,
    "person": _reader_of_table(PersonRecord, *WORDS["person"]),
    "unit": _reader_of_table(UnitRecord, *WORDS["unit"]),
    "incoming_paper": _reader_of_papers(IncomingPaperRecord, *WORDS["incoming_paper"]),
    "outgoing_paper": _reader_of_papers(OutgoingPaperRecord, *WORDS["outgoing_paper"]),
    "upstream": _reader_of_table(UpstreamDecisionRecord, *WORDS["upstream_decision"]),
}
