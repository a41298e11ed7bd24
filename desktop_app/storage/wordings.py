"""The folded text of resolutions and of every clause that belongs to one: each clause is found once, as what it is.

The clause that words a resolution (:class:`ResolutionFactsRecord.clause_id`, by the rule of
:mod:`desktop_app.domain.in_force`) is found as the resolution. What a correction changed, or would change when it is
final, is found as text of its own version alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import RowMapping, delete, select

from desktop_app.storage.base import table_of
from desktop_app.storage.link import AnyRow, AnySelect, Link
from desktop_app.storage.minutes import ClauseRecord
from desktop_app.storage.resolution_facts import ResolutionFactsRecord
from desktop_app.storage.resolutions import ResolutionRecord
from desktop_app.storage.search import FOLDED, PUT, Place, SearchTextRecord, row_of
from desktop_app.storage.wheres import ASKED

RESOLUTION: Final = "resolution"
CLAUSE: Final = "clause"

Found = tuple[str, int]
"""Kind and id of what a row makes to be found."""


def follow(link: Link, ids: Sequence[int]) -> None:
    """Make the rows of these resolutions and of their clauses what their wordings are now."""
    wanted = folded(link, ids)
    if wanted:
        link.write(PUT, list(wanted.values()))
    for kind, among in ((RESOLUTION, ids), (CLAUSE, [row.id for row in _clauses(link, ids)])):
        gone = sorted(set(among) - {key for of, key in wanted if of == kind})
        if gone:
            link.write(_DROP[kind], {"ids": json.dumps(gone)})


def folded(link: Link, ids: Iterable[int]) -> dict[Found, dict[str, Any]]:
    """The rows that these resolutions and their clauses are to have; one without a wording has none."""
    rows = (_row(row) for row in _clauses(link, ids))
    return {(row["kind"], row["record_id"]): row for row in rows}


def differing(link: Link, ids: Sequence[int]) -> dict[str, int]:
    """By kind: how many rows of these resolutions and of their clauses are missing, too many or other than wanted."""
    wanted = folded(link, ids)
    asked = {RESOLUTION: list(ids), CLAUSE: [row.id for row in _clauses(link, ids)]}
    wrong = {}
    for kind, among in asked.items():
        kept = {row["record_id"]: row for row in link.run(_KEPT[kind], {"ids": json.dumps(among)}).mappings()}
        wrong[kind] = sum(_differ(kept.get(key), wanted.get((kind, key))) for key in among)
    return wrong


def _differ(kept: RowMapping | None, wanted: Mapping[str, Any] | None) -> bool:
    if kept is None or wanted is None:
        return kept is not wanted
    return any(kept[name] != wanted[name] for name in FOLDED)


def _clauses(link: Link, ids: Iterable[int]) -> Sequence[AnyRow]:
    return link.run(_WORDINGS, {"ids": json.dumps(sorted(ids))}).all()


def _row(row: AnyRow) -> dict[str, Any]:
    version = row.minutes_version_id
    if row.id == row.clause_id:
        return row_of(
            Place(RESOLUTION, row.resolution_id, row.meeting_id, version), [row.number, row.text, row.reservation]
        )
    return row_of(Place(CLAUSE, row.id, row.meeting_id, version), [row.text, row.reservation])


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
