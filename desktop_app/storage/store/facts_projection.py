"""Projection of resolution facts: derived rows that are computed again after each act that changes them.

A unit of work notes what it stores and settles before it reads a list and before it commits, so that many changes of
one resolution in one act, or in many acts that are kept together, cost one computing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import RowMapping, bindparam, delete, func, literal_column, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import aliased

from desktop_app.domain.calendar.jalali import year_of
from desktop_app.domain.rules.deadlines import DeadlineKind, due_in_force
from desktop_app.domain.rules.in_force import ADOPTING, rank
from desktop_app.domain.rules.meetings import MeetingState
from desktop_app.domain.rules.resolutions import ResolutionAct, ResolutionState, course
from desktop_app.domain.rules.tasks import Task
from desktop_app.domain.text.folding import list_key
from desktop_app.storage.schema.base import table_of
from desktop_app.storage.schema.committee import UnitRecord
from desktop_app.storage.schema.meetings import MeetingRecord
from desktop_app.storage.schema.minutes import ClauseRecord, MinutesVersionRecord
from desktop_app.storage.schema.resolutions import (
    FACTS_VERSION,
    DeadlineEventRecord,
    ResolutionFactsRecord,
    ResolutionRecord,
)
from desktop_app.storage.store import kinds
from desktop_app.storage.store.list_queries import ASKED
from desktop_app.storage.store.mapper import E, EntityMapper
from desktop_app.storage.store.store import one_of
from desktop_app.storage.store.transaction import AnyRow, AnySelect, Transaction
from desktop_app.storage.store.wordings import update_search_rows

STATE_PLACES: Final = {state: place for place, state in enumerate(ResolutionState)}
"""States sort in the order of their course, not of their letters."""

ROWS_OF_A_MEETING: Final = 1_000_000
UNNUMBERED: Final = 1_000_000_000
"""Stands for the number that a draft does not have yet: drafts come after everything numbered."""

TITLE_LETTERS: Final = 60
"""So much of a wording decides its place among the others."""

Facts = dict[str, Any]
"""The columns of one derived row by their names."""


def facts_of(transaction: Transaction, ids: Sequence[int]) -> dict[int, Facts]:
    """Return the facts of each resolution; a resolution without a wording has none."""
    asked = {"ids": json.dumps(list(ids))}
    heads = {row.id: row for row in transaction.run(_HEADS, asked)}
    words = _valid_wordings(transaction.run(_WORDINGS, asked))
    acts = _by_resolution(transaction, kinds.RESOLUTION_ACTS, _ACTS, asked)
    tasks = _by_resolution(transaction, kinds.TASKS, _TASKS, asked)
    recorded = {row.resolution_id: row.due for row in transaction.run(_DUE_DAYS, asked)}
    return {
        key: _facts(head, words[key], acts.get(key, ()), tasks.get(key, ()), recorded.get(key))
        for key, head in heads.items()
        if key in words
    }


def executor_key(name: str | None, short_name: str | None) -> str:
    """Return the sort key of an executor."""
    return list_key(short_name or name or "")


def _facts(
    head: AnyRow, words: AnyRow, acts: Sequence[ResolutionAct], tasks: Sequence[Task], recorded: date | None
) -> Facts:
    now = course(adopted=words.state in ADOPTING, acts=acts, tasks=tasks)
    number = UNNUMBERED if head.number is None else head.number
    row = ROWS_OF_A_MEETING - 1 if head.row is None else head.row
    return {
        "resolution_id": head.id,
        "committee_id": head.committee_id,
        "meeting_id": head.meeting_id,
        "clause_id": words.id,
        "place": number * ROWS_OF_A_MEETING + row,
        "year": None if head.day is None else year_of(head.day),
        "kind": words.kind,
        "axis_id": words.axis_id,
        "executor_unit_id": words.executor_unit_id,
        "party_id": words.party_id,
        "owner_unit_id": words.owner_unit_id,
        "owner_person_id": words.owner_person_id,
        "due": due_in_force(words.deadline_kind, recorded, head.next_meeting),
        "waits": words.deadline_kind is DeadlineKind.NEXT_MEETING and recorded is None,
        "state": now.state,
        "state_place": STATE_PLACES[now.state],
        "percent": now.percent,
        "title_key": list_key(words.beginning),
        "executor_key": executor_key(words.unit_name, words.unit_short_name),
        "facts_version": FACTS_VERSION,
    }


def _heads() -> AnySelect:
    resolution, meeting, later = ResolutionRecord, MeetingRecord, aliased(MeetingRecord)
    following = (
        select(func.min(later.day))
        .where(
            later.committee_id == meeting.committee_id,
            later.day > meeting.day,
            later.state != MeetingState.CANCELLED,
        )
        .scalar_subquery()
    )
    return (
        select(
            resolution.id,
            resolution.row,
            resolution.meeting_id,
            meeting.number,
            meeting.day,
            meeting.committee_id,
            following.label("next_meeting"),
        )
        .join(meeting, meeting.id == resolution.meeting_id)
        .where(resolution.id.in_(ASKED))
    )


def _wordings() -> AnySelect:
    clause, version, unit = ClauseRecord, MinutesVersionRecord, UnitRecord
    return (
        select(
            clause.id,
            clause.resolution_id,
            func.substr(clause.text, 1, TITLE_LETTERS).label("beginning"),
            clause.kind,
            clause.axis_id,
            clause.executor_unit_id,
            clause.owner_unit_id,
            clause.owner_person_id,
            clause.deadline_kind,
            version.version,
            version.state,
            unit.name.label("unit_name"),
            unit.short_name.label("unit_short_name"),
            unit.party_id,
        )
        .join(version, version.id == clause.minutes_version_id)
        .outerjoin(unit, unit.id == clause.executor_unit_id)
        .where(clause.resolution_id.in_(ASKED))
    )


def _valid_wordings(rows: Iterable[AnyRow]) -> dict[int, AnyRow]:
    """Return the valid wording of each resolution."""
    return {row.resolution_id: row for row in sorted(rows, key=rank)}


def _of_resolutions(mapper: EntityMapper[E]) -> AnySelect:
    """Return the query for entities of resolutions, oldest first."""
    table = mapper.table
    return select(*mapper.columns()).where(table.c.resolution_id.in_(ASKED)).order_by(table.c.id)


def _by_resolution(
    transaction: Transaction, mapper: EntityMapper[E], statement: AnySelect, asked: dict[str, Any]
) -> dict[int, list[E]]:
    found: dict[int, list[E]] = {}
    for row in transaction.run(statement, asked).mappings():
        found.setdefault(row["resolution_id"], []).append(mapper.entity_of(row))
    return found


def _due_days() -> AnySelect:
    """Return the query for agreed and extended deadlines; the last row of each resolution is valid."""
    event = DeadlineEventRecord
    return (
        select(event.resolution_id, event.due).where(event.resolution_id.in_(ASKED)).order_by(event.sequence, event.id)
    )


# built once: building a statement costs more than running it
_HEADS: Final = _heads()
_WORDINGS: Final = _wordings()
_ACTS: Final = _of_resolutions(kinds.RESOLUTION_ACTS)
_TASKS: Final = _of_resolutions(kinds.TASKS)
_DUE_DAYS: Final = _due_days()


AT_ONCE: Final = 2000
"""So many resolutions are computed together when all are."""

FACTS: Final = table_of(ResolutionFactsRecord)
_OF_A_RESOLUTION: Final = frozenset({"resolution_act", "deadline_event", "task", "clause"})
"""Kinds whose rows name the resolution that they touch."""
_INDIRECT: Final = ("clause", "minutes_version", "meeting", "unit")
"""Kinds whose resolutions are looked up when the act settles."""
_WORDING: Final = frozenset({"resolution", "clause"})
"""Kinds that change what a resolution is found by."""

_NEW: Final = upsert(FACTS)
_PUT: Final = _NEW.on_conflict_do_update(
    index_elements=["resolution_id"],
    set_={column.name: _NEW.excluded[column.name] for column in FACTS.columns if not column.primary_key},
)


def _queries_of_affected() -> dict[str, tuple[AnySelect, ...]]:
    """Return the queries for the resolutions that depend on changed records, by kind."""
    clause, resolution, meeting = table_of(ClauseRecord), table_of(ResolutionRecord), table_of(MeetingRecord)
    theirs = clause.c.minutes_version_id.in_(ASKED), clause.c.resolution_id.is_not(None)
    committees = select(meeting.c.committee_id).where(meeting.c.id.in_(ASKED))
    # the literal is what the partial index of those that wait is known by
    waiting = FACTS.c.waits == literal_column("1"), FACTS.c.committee_id.in_(committees)
    return {
        "clause": (select(FACTS.c.resolution_id).where(FACTS.c.clause_id.in_(ASKED)),),
        "minutes_version": (select(clause.c.resolution_id).where(*theirs),),
        "meeting": (
            select(resolution.c.id).where(resolution.c.meeting_id.in_(ASKED)),
            select(FACTS.c.resolution_id).where(*waiting),
        ),
    }


_TOUCHED: Final = _queries_of_affected()
_RENAME: Final = (
    update(FACTS)
    .where(FACTS.c.executor_unit_id == bindparam("of"))
    .values(executor_key=bindparam("key"), party_id=bindparam("party"))
)


class FactsKeeper:
    """Notes of changed records in one unit of work, from which the facts are updated.

    A part of a whole hands its notes over when it is kept, and the whole settles them all at once. Until then a part
    that reads a list settles those of the whole besides its own; they stay noted, since the part may yet be lost.
    """

    def __init__(self, transaction: Transaction, whole: FactsKeeper | None = None) -> None:
        self._transaction = transaction
        self._whole = whole
        self._resolutions: set[int] = set()
        self._worded: set[int] = set()
        """Of these the words or the number may have changed, whatever becomes of their facts."""
        self._noted: dict[str, set[int]] = {kind: set() for kind in _INDIRECT}

    def stored(self, kind: str, record_id: int, entity: Any | None) -> None:  # noqa: ANN401
        """Note one stored, changed or (with None) deleted entity."""
        if kind == "resolution":
            self._note(kind, record_id)
        elif kind in _OF_A_RESOLUTION and getattr(entity, "resolution_id", None) is not None:
            self._note(kind, entity.resolution_id)  # type: ignore[union-attr] # None has no resolution_id
        if kind in self._noted:
            self._noted[kind].add(record_id)

    def _note(self, kind: str, resolution_id: int) -> None:
        self._resolutions.add(resolution_id)
        if kind in _WORDING:
            self._worded.add(resolution_id)

    def settle(self) -> None:
        """Compute the facts of all resolutions noted since the last call."""
        if self._whole is not None:
            self.take(self._whole)
        units = sorted(self._noted["unit"])
        ids = sorted(self._resolutions.union(*self._looked_up()))
        worded = set(self._worded)
        self._forget()
        if units:
            self._rename(units)
        for some in _batches(ids):
            worded |= store_facts(self._transaction, some)
        if worded:
            update_search_rows(self._transaction, sorted(worded))

    def hand_over(self) -> None:
        """Pass the open notes of a kept part to the whole."""
        if self._whole is not None:
            self._whole.take(self)
        self._forget()

    def take(self, other: FactsKeeper) -> None:
        """Add the notes of another keeper."""
        self._resolutions |= other._resolutions
        self._worded |= other._worded
        for kind, noted in self._noted.items():
            noted.update(other._noted[kind])

    def _forget(self) -> None:
        self._resolutions = set()
        self._worded = set()
        for noted in self._noted.values():
            noted.clear()

    def _looked_up(self) -> Iterator[Iterable[int]]:
        for kind, statements in _TOUCHED.items():
            if self._noted[kind]:
                asked = {"ids": json.dumps(sorted(self._noted[kind]))}
                for statement in statements:
                    yield self._transaction.run(statement, asked).scalars()

    def _rename(self, unit_ids: list[int]) -> None:
        unit = UnitRecord
        for row in self._transaction.run(
            select(unit.id, unit.name, unit.short_name, unit.party_id).where(one_of(table_of(unit).c.id, unit_ids))
        ).all():
            key = executor_key(row.name, row.short_name)
            self._transaction.write(_RENAME, {"of": row.id, "key": key, "party": row.party_id})


def store_facts(transaction: Transaction, ids: list[int]) -> set[int]:
    """Compute and store the facts of these resolutions; delete the row of a resolution without facts.

    Answers which are worded by another clause than before.
    """
    found = facts_of(transaction, ids)
    asked = select(FACTS.c.resolution_id, FACTS.c.clause_id).where(one_of(FACTS.c.resolution_id, ids))
    before = {row.resolution_id: row.clause_id for row in transaction.run(asked)}
    if found:
        transaction.write(_PUT, list(found.values()))
    gone = [key for key in ids if key not in found]
    if gone:
        transaction.write(delete(FACTS).where(one_of(FACTS.c.resolution_id, gone)))
    now = {key: facts["clause_id"] for key, facts in found.items()}
    return {key for key in ids if before.get(key) != now.get(key)}


def store_all_facts(transaction: Transaction) -> None:
    """Compute the facts and search texts of all resolutions again."""
    transaction.write(delete(FACTS))
    for ids in resolution_id_batches(transaction):
        store_facts(transaction, ids)
        update_search_rows(transaction, ids)


def resolution_id_batches(transaction: Transaction) -> Iterator[list[int]]:
    """Yield the ids of all resolutions, in batches that are computed together."""
    resolution = table_of(ResolutionRecord)
    return _batches(list(transaction.run(select(resolution.c.id).order_by(resolution.c.id)).scalars()))


def _batches(ids: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(ids), AT_ONCE):
        yield ids[start : start + AT_ONCE]


def stale_resolutions(transaction: Transaction) -> Iterator[int]:
    """Yield resolutions whose stored facts are wrong, and facts of deleted resolutions."""
    resolution = table_of(ResolutionRecord)
    for ids in resolution_id_batches(transaction):
        computed = facts_of(transaction, ids)
        kept = {row["resolution_id"]: dict(row) for row in _stored_facts(transaction, ids)}
        yield from (key for key in ids if computed.get(key) != kept.get(key))
    known = select(resolution.c.id)
    yield from transaction.run(select(FACTS.c.resolution_id).where(FACTS.c.resolution_id.not_in(known))).scalars()


def _stored_facts(transaction: Transaction, ids: list[int]) -> Iterable[RowMapping]:
    return transaction.run(select(FACTS).where(one_of(FACTS.c.resolution_id, ids))).mappings()
