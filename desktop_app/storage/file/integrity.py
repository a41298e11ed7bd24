"""Integrity checks: nothing agreed lacks its clause, number and tasks; no meeting that acts moved on is a draft.

Each question is a step of the check.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from sqlalchemy import exists, select

from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.domain.rules.in_force import ADOPTING
from desktop_app.domain.rules.meetings import MeetingState
from desktop_app.domain.rules.minutes import RESOLUTION_KINDS
from desktop_app.storage.file.salvaged import salvaged_upto
from desktop_app.storage.schema.meetings import MeetingActRecord, MeetingRecord
from desktop_app.storage.schema.minutes import ClauseRecord, ClauseUnitRecord, MinutesVersionRecord
from desktop_app.storage.schema.resolutions import ResolutionRecord
from desktop_app.storage.schema.tasks import TaskRecord
from desktop_app.storage.store.transaction import AnySelect, Transaction

Question = tuple[FindingKind, str, AnySelect]


def _ask(question: Question, transaction: Transaction) -> Iterator[Finding]:
    kind, subject, statement = question
    rows = transaction.run(statement).all()
    upto = salvaged_upto(transaction).get(subject, 0) if rows else 0
    for row in (one for one in rows if one[0] > upto):
        yield Finding(kind=kind, subject=subject, id=row[0], detail=str(row[1]) if len(row) > 1 else "")


def _questions() -> Iterator[Question]:
    clause, version, resolution, task = ClauseRecord, MinutesVersionRecord, ResolutionRecord, TaskRecord
    yield (
        FindingKind.RESOLUTION_WITHOUT_CLAUSE,
        "resolution",
        select(resolution.id).where(~exists().where(clause.resolution_id == resolution.id)),
    )
    yield (
        FindingKind.RESOLUTION_OF_OTHER_MEETING,
        "resolution",
        select(resolution.id, version.meeting_id)
        .join(clause, clause.resolution_id == resolution.id)
        .join(version, version.id == clause.minutes_version_id)
        .where(version.meeting_id != resolution.meeting_id),
    )
    adopted = (
        select(clause.id)
        .join(version, version.id == clause.minutes_version_id)
        .where(version.state.in_(sorted(ADOPTING)), clause.kind.in_(sorted(RESOLUTION_KINDS)))
    )
    yield FindingKind.CLAUSE_WITHOUT_RESOLUTION, "clause", adopted.where(clause.resolution_id.is_(None))
    yield (
        FindingKind.RESOLUTION_WITHOUT_NUMBER,
        "clause",
        adopted.join(resolution, resolution.id == clause.resolution_id).where(resolution.number == ""),
    )
    for unit in (clause.executor_unit_id, ClauseUnitRecord.unit_id):
        theirs = adopted.add_columns(unit).where(clause.resolution_id.is_not(None), unit.is_not(None))
        if unit is ClauseUnitRecord.unit_id:
            theirs = theirs.join(ClauseUnitRecord, ClauseUnitRecord.clause_id == clause.id)
        made = exists().where(task.resolution_id == clause.resolution_id, task.unit_id == unit)
        yield FindingKind.TASK_MISSING, "clause", theirs.where(~made)
    yield (
        FindingKind.TASK_WITHOUT_NUMBER,
        "task",
        select(task.id, task.resolution_id)
        .join(resolution, resolution.id == task.resolution_id)
        .where(resolution.number == ""),
    )
    meeting = MeetingRecord
    moved = exists().where(MeetingActRecord.meeting_id == meeting.id)
    yield (
        FindingKind.DRAFT_WITH_ACTS,
        "meeting",
        select(meeting.id).where(meeting.state == MeetingState.DRAFT, moved),
    )


QUESTIONS: Final[tuple[tuple[str, Callable[[Transaction], Iterator[Finding]]], ...]] = tuple(
    (question[0].value, partial(_ask, question)) for question in _questions()
)
"""Each question by the name of what it finds."""
