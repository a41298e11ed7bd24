"""The folded text of resolutions and of every clause that belongs to one: each clause is found once, as what it is.

The clause that words a resolution (:class:`ResolutionFactsRecord.clause_id`, by the rule of
:mod:`desktop_app.domain.rules.in_force`) is found as the resolution. What a correction changed, or would change when it
is final, is found as text of its own version alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import RowMapping, delete, select

from desktop_app.storage.lists.predicates import ASKED
from desktop_app.storage.schema.base import table_of
from desktop_app.storage.schema.minutes import ClauseRecord
from desktop_app.storage.schema.resolution_facts import ResolutionFactsRecord
from desktop_app.storage.schema.resolutions import ResolutionRecord
from desktop_app.storage.search.search import FOLDED, PUT, Place, SearchTextRecord, row_of
from desktop_app.storage.store.transaction import AnyRow, AnySelect, Transaction

RESOLUTION: Final = "resolution"
CLAUSE: Final = "clause"

Found = tuple[str, int]
"""Kind and id of what a row makes to be found."""


def follow(transaction: Transaction, ids: Sequence[int]) -> None:
    """Make the rows of these resolutions and of their clauses what their wordings are now."""
    if not ids:
        return
    wanted, asked = _folded(transaction, ids)
    if wanted:
        transaction.write(PUT, list(wanted.values()))
    for kind, among in asked.items():
        gone = [key for key in among if (kind, key) not in wanted]
        if gone:
            transaction.write(_DROP[kind], {"ids": json.dumps(gone)})


def differing(transaction: Transaction, ids: Sequence[int]) -> dict[str, int]:
    """By kind: how many rows of these resolutions and of their clauses are missing, too many or other than wanted."""
    wanted, asked = _folded(transaction, ids)
    wrong = {}
    for kind, among in asked.items():
        kept = {row["record_id"]: row for row in transaction.run(_KEPT[kind], {"ids": json.dumps(among)}).mappings()}
        wrong[kind] = sum(_differ(kept.get(key), wanted.get((kind, key))) for key in among)
    return wrong


def _folded(transaction: Transaction, ids: Sequence[int]) -> tuple[dict[Found, dict[str, Any]], dict[str, list[int]]]:
    """The rows that these resolutions and their clauses are to have, and by kind the ids of all that may have one."""
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
