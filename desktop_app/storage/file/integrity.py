"""Integrity checks: nothing agreed is without its clause, number, tasks and unchanged text."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from sqlalchemy import exists, false, func, select

from desktop_app.domain.documents.snapshots import content_hash
from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.domain.rules.in_force import ADOPTING
from desktop_app.domain.rules.minutes import RESOLUTION_KINDS, UNFROZEN
from desktop_app.domain.text.folding import FOLD_VERSION
from desktop_app.storage.evidence.verifying import chain_against_entries, rows_against_hashes
from desktop_app.storage.file.state_checks import states_without_acts
from desktop_app.storage.schema.base import Record
from desktop_app.storage.schema.meetings import SentInvitationRecord
from desktop_app.storage.schema.minutes import ClauseRecord, ClauseUnitRecord, MinutesVersionRecord
from desktop_app.storage.schema.resolutions import ResolutionRecord
from desktop_app.storage.schema.tasks import TaskRecord
from desktop_app.storage.search.search import SEARCHED, SearchTextRecord
from desktop_app.storage.search.wordings import CLAUSE, RESOLUTION, differing
from desktop_app.storage.store.facts_projection import every_id, stale
from desktop_app.storage.store.transaction import AnySelect, Transaction


def integrity_checks(transaction: Transaction) -> Iterator[Finding]:
    """Every broken agreement of the stored records."""
    for kind, subject, statement in _questions():
        for row in transaction.run(statement):
            yield Finding(kind=kind, subject=subject, id=row[0], detail=str(row[1]) if len(row) > 1 else "")
    yield from _frozen_texts(transaction)
    yield from _sent_texts(transaction)
    yield from states_without_acts(transaction)
    yield from rows_against_hashes(transaction)
    yield from chain_against_entries(transaction)
    yield from _unsearched(transaction)
    for resolution_id in stale(transaction):
        yield Finding(kind=FindingKind.FACTS_STALE, subject="resolution", id=resolution_id)


def _questions() -> Iterator[tuple[FindingKind, str, AnySelect]]:
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


def _frozen_texts(transaction: Transaction) -> Iterator[Finding]:
    """Each frozen version against its code, one at a time: snapshots are long."""
    version = MinutesVersionRecord
    frozen = select(version.id).where(version.state.not_in(sorted(UNFROZEN))).order_by(version.id)
    for version_id in transaction.run(frozen).scalars().all():
        row = transaction.run(
            select(version.snapshot, version.content_hash, version.state).where(version.id == version_id)
        ).one()
        if content_hash(row.snapshot) != row.content_hash:
            yield Finding(kind=FindingKind.HASH_DIFFERS, subject="minutes_version", id=version_id)
        elif row.state in ADOPTING and _numbers_in(row.snapshot) != _numbers_of(transaction, version_id):
            yield Finding(kind=FindingKind.SNAPSHOT_DIFFERS, subject="minutes_version", id=version_id)


def _sent_texts(transaction: Transaction) -> Iterator[Finding]:
    """Each invitation that was sent against its code."""
    sent = SentInvitationRecord
    for row in transaction.run(select(sent.id, sent.document, sent.content_hash).order_by(sent.id)):
        if content_hash(row.document) != row.content_hash:
            yield Finding(kind=FindingKind.HASH_DIFFERS, subject="sent_invitation", id=row.id)


def _numbers_in(snapshot: str) -> list[str]:
    try:
        return sorted(line["number"] for line in json.loads(snapshot)["resolutions"])
    except (ValueError, KeyError, TypeError):
        return ["?"]


def _numbers_of(transaction: Transaction, version_id: int) -> list[str]:
    statement = (
        select(ResolutionRecord.number)
        .join(ClauseRecord, ClauseRecord.resolution_id == ResolutionRecord.id)
        .where(ClauseRecord.minutes_version_id == version_id, ClauseRecord.kind.in_(sorted(RESOLUTION_KINDS)))
    )
    return sorted(transaction.run(statement).scalars())


def _unsearched(transaction: Transaction) -> Iterator[Finding]:
    """Kinds of which records have no folded text, one folded by older rules, or one that is not in force."""
    table = SearchTextRecord
    worded = Counter[str]()
    for ids in every_id(transaction):
        worded.update(differing(transaction, ids))
    for kind in sorted(SEARCHED):
        of = Record.metadata.tables[kind]
        fresh = exists().where(table.kind == kind, table.record_id == of.c.id, table.fold_version == FOLD_VERSION)
        missing = select(func.count()).select_from(of).where(~fresh)
        if kind == CLAUSE:
            missing = missing.where(of.c.resolution_id.is_(None))
        if kind == RESOLUTION:
            missing = missing.where(false())
        gone = select(func.count()).where(table.kind == kind, ~exists().where(of.c.id == table.record_id))
        count = worded[kind] + (transaction.run(missing).scalar() or 0) + (transaction.run(gone).scalar() or 0)
        if count:
            yield Finding(kind=FindingKind.SEARCH_STALE, subject=kind, detail=str(count))
