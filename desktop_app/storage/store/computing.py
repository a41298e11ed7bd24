"""The facts of resolutions computed from the records, for the derived rows of the lists."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from desktop_app.domain.calendar.jalali import year_of
from desktop_app.domain.rules.deadlines import DeadlineKind, standing_due
from desktop_app.domain.rules.in_force import ADOPTING, rank
from desktop_app.domain.rules.meetings import MeetingState
from desktop_app.domain.rules.resolutions import ResolutionAct, ResolutionState, course
from desktop_app.domain.rules.tasks import Task
from desktop_app.domain.text.folding import list_key
from desktop_app.storage.lists.predicates import ASKED
from desktop_app.storage.schema import kinds
from desktop_app.storage.schema.meetings import MeetingRecord
from desktop_app.storage.schema.members import UnitRecord
from desktop_app.storage.schema.minutes import ClauseRecord, MinutesVersionRecord
from desktop_app.storage.schema.resolution_facts import FACTS_VERSION
from desktop_app.storage.schema.resolutions import DeadlineEventRecord, ResolutionRecord
from desktop_app.storage.store.mapper import E, EntityMapper
from desktop_app.storage.store.transaction import AnyRow, AnySelect, Transaction

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
    """By resolution: its facts; one without a wording has none."""
    asked = {"ids": json.dumps(list(ids))}
    heads = {row.id: row for row in transaction.run(_HEADS, asked)}
    words = _standing(transaction.run(_WORDINGS, asked))
    acts = _by_resolution(transaction, kinds.RESOLUTION_ACTS, _ACTS, asked)
    tasks = _by_resolution(transaction, kinds.TASKS, _TASKS, asked)
    recorded = {row.resolution_id: row.due for row in transaction.run(_DUE_DAYS, asked)}
    return {
        key: _facts(head, words[key], acts.get(key, ()), tasks.get(key, ()), recorded.get(key))
        for key, head in heads.items()
        if key in words
    }


def executor_key(name: str | None, short_name: str | None) -> str:
    """The sort key of an executor as the lists show it."""
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
        "due": standing_due(words.deadline_kind, recorded, head.next_meeting),
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


def _standing(rows: Iterable[AnyRow]) -> dict[int, AnyRow]:
    """By resolution: the wording that the rule names."""
    return {row.resolution_id: row for row in sorted(rows, key=rank)}


def _of_resolutions(mapper: EntityMapper[E]) -> AnySelect:
    """Entities that belong to resolutions, oldest first."""
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
    """The deadlines as agreed or extended, the newest of each resolution last; taking one back bears the day before."""
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
