"""Audit table and table of acts: what was done to which record, by whom and when.

Entries are ordered by sequence, never by clock. A repeated act gets the stored answer and writes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, Final

from sqlalchemy import Index, bindparam, case, func, select
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.domain.acts import ActRepeated, Role
from desktop_app.domain.outcome import Outcome, answer_of
from desktop_app.domain.text.json_text import read_json
from desktop_app.storage.schema.base import (
    ChainLinkRecord,
    Kept,
    Record,
    instant_column,
    named_check,
    table_of,
    word_column,
)
from desktop_app.storage.store.settings import read_settings
from desktop_app.storage.store.store import one_of
from desktop_app.storage.store.transaction import AnySelect, Transaction


class AuditRecord(Record):
    """One entry of the audit table; append-only."""

    __tablename__ = "audit"
    __table_args__ = (
        named_check("ck_audit_facts", "json_valid(facts) AND json_type(facts) = 'object'"),
        named_check("ck_audit_at_given", "at <> ''"),
        Index(None, "subject", "subject_id"),
    )

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    uid: Mapped[str] = mapped_column(unique=True)
    at: Mapped[str] = instant_column()
    actor: Mapped[str]
    act: Mapped[str]
    subject: Mapped[str]
    subject_id: Mapped[int]
    subject_uid: Mapped[str]
    facts: Mapped[str]


_APPEND: Final = table_of(AuditRecord).insert()


def append_audit(
    transaction: Transaction, uid: str, act: str, subject: str, subject_id: int, facts: dict[str, object]
) -> None:
    """Append one entry with the actor and the instant of the unit of work."""
    entry = {
        "uid": uid,
        "at": transaction.clock.instant(),
        "actor": actor_of(transaction),
        "act": act,
        "subject": subject,
        "subject_id": subject_id,
        "subject_uid": _uid_of(transaction, subject, subject_id),
        "facts": json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain),
    }
    key = transaction.write(_APPEND, entry).inserted_primary_key
    assert key is not None
    transaction.notes.entry({"seq": key[0], **entry})


def actor_of(transaction: Transaction) -> str:
    """Return the actor: of the act, of the data folder, or the operator in the settings."""
    if transaction.act.actor:
        return transaction.act.actor
    return read_settings(transaction).operator if transaction.actor is None else transaction.actor()


_CLOCK_CONFIRMED: Final = "clock_confirmed"
"""The act of an entry by which the operator said that the clock of the machine is right."""
CLOCK_READS: Final = 20_000
"""So many entries are asked for their days: more than any one act writes, and no more after ten years."""
_DAYS: Final = (
    f"WITH newest AS (SELECT seq, at, act FROM audit ORDER BY seq DESC LIMIT {CLOCK_READS})"
    f" SELECT substr(at, 1, 10) FROM newest WHERE seq >= (SELECT coalesce(max(seq), 0) FROM newest"
    f" WHERE act = '{_CLOCK_CONFIRMED}') GROUP BY 1 ORDER BY min(seq)"
)


def newest_entry_days(transaction: Transaction) -> list[str]:
    """Return the UTC days of the newest entries in recorded order, since the last confirmation of the clock."""
    return [day for (day,) in transaction.text(_DAYS)]


_COVERING: Final = (
    select(ChainLinkRecord.hash)
    .where(ChainLinkRecord.last_entry >= AuditRecord.seq)
    .order_by(ChainLinkRecord.seq)
    .limit(1)
    .correlate(AuditRecord)
)
_UNCHAINED: Final = select(func.max(ChainLinkRecord.last_entry)).where(ChainLinkRecord.previous == "")
"""How far the first link goes: in salvaged data that is the head of nothing that was final before."""
_IS_FROZEN: Final = (AuditRecord.subject == "minutes_version", AuditRecord.act == "hashed")
_HEAD: Final = (
    select(case((AuditRecord.seq > _UNCHAINED.scalar_subquery(), _COVERING.scalar_subquery()), else_=""))
    .where(*_IS_FROZEN, AuditRecord.subject_id == bindparam("of"))
    .order_by(AuditRecord.seq.desc())
    .limit(1)
)


def frozen_hashes(transaction: Transaction, version_ids: Collection[int]) -> Mapping[int, str]:
    """Return by id the content hash recorded when a version became final; versions without one are left out."""
    entry = AuditRecord
    statement = (
        select(entry.subject_id, entry.facts)
        .where(*_IS_FROZEN, one_of(table_of(entry).c.subject_id, sorted(version_ids)))
        .order_by(entry.seq)
    )
    return {row.subject_id: _hash_in(row.facts) for row in transaction.run(statement)}


def _hash_in(facts: str) -> str:
    try:
        return str(read_json(facts)["content_hash"])
    except (ValueError, TypeError, LookupError):
        # whoever wrote this entry was not the program
        return ""


def chain_head(transaction: Transaction, version_id: int) -> str:
    """Return the newest hash of the chain after a version became final; empty if there was no chain."""
    return transaction.run(_HEAD, {"of": version_id}).scalar() or ""


def audit_facts(transaction: Transaction, act: str, subject: str, subject_id: int) -> tuple[Mapping[str, Any], ...]:
    """Return the facts of all entries with this verb about a record, oldest first."""
    return tuple(facts for _act, facts in audit_entries(transaction, [act], subject, subject_id))


def audit_entries(
    transaction: Transaction, acts: Sequence[str], subject: str, subject_id: int
) -> tuple[tuple[str, Mapping[str, Any]], ...]:
    """Return verb and facts of all entries with these verbs about a record, oldest first."""
    entry = AuditRecord
    statement = (
        select(entry.act, entry.facts)
        .where(entry.subject == subject, entry.subject_id == subject_id, entry.act.in_(acts))
        .order_by(entry.seq)
    )
    return tuple((row.act, read_json(row.facts)) for row in transaction.run(statement))


def _uid_of(transaction: Transaction, subject: str, subject_id: int) -> str:
    """Return the uid of a subject that is a table row; empty for others, such as settings or a print job."""
    known = transaction.memo.uids.get((subject, subject_id))
    if known is not None:
        return known
    statement = _uid_statement(subject)
    return "" if statement is None else transaction.run(statement, {"of": subject_id}).scalar() or ""


@cache
def _uid_statement(subject: str) -> AnySelect | None:
    table = Record.metadata.tables.get(subject)
    if table is None or "uid" not in table.columns or "id" not in table.columns:
        return None
    return select(table.c.uid).where(table.c.id == bindparam("of"))


def _plain(value: object) -> str | list[object]:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset | set):
        return sorted(value, key=str)
    raise TypeError(f"no fact for the audit table: {value!r}")


class ActRecord(Kept):
    """One act; append-only. Its first entry in the audit table has its uid; ``kind`` is ``subject.act``."""

    __tablename__ = "act"
    __table_args__ = (
        named_check("ck_act_answer", "json_valid(answer) AND json_type(answer) = 'object'"),
        named_check("ck_act_at_given", "at <> ''"),
    )

    kind: Mapped[str]
    at: Mapped[str] = instant_column()
    actor: Mapped[str]
    role: Mapped[Role] = word_column(Role)
    answer: Mapped[str]


_RECORD: Final = table_of(ActRecord).insert()
_ANSWER: Final = select(ActRecord.answer).where(ActRecord.uid == bindparam("of"))


def record_act(transaction: Transaction, uid: str, kind: str, outcome: Outcome) -> None:
    """Write the row of this transaction's act."""
    row = {
        "uid": uid,
        "kind": kind,
        "at": transaction.clock.instant(),
        "actor": actor_of(transaction),
        "role": transaction.act.role,
        "answer": answer_of(outcome),
    }
    key = transaction.write(_RECORD, row).inserted_primary_key
    assert key is not None
    transaction.notes.act({"id": key[0], **row})


def stored_answer(transaction: Transaction, uid: str) -> str | None:
    """Return the answer of the act with this uid, as JSON; None if no such act is stored."""
    found: str | None = transaction.run(_ANSWER, {"of": uid}).scalar()
    return found


def require_new_act(transaction: Transaction, uid: str) -> None:
    """Raise :class:`ActRepeated` if the act with this uid is already stored."""
    answer = stored_answer(transaction, uid)
    if answer is not None:
        raise ActRepeated(answer)
