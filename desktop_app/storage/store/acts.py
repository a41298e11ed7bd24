"""The table of acts: each act once, by its uid, with what it answered; a repeat is told that and writes nothing."""

from __future__ import annotations

from typing import Final

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Mapped

from desktop_app.domain.acts import ActRepeated, Role
from desktop_app.domain.outcome import Outcome, answer_of
from desktop_app.storage.schema.base import Kept, instant, rule, table_of, word
from desktop_app.storage.store.audit import actor_of
from desktop_app.storage.store.transaction import Transaction


class ActRecord(Kept):
    """One act; append-only. Its first entry in the audit table has the same uid; ``kind`` is its ``subject.act``."""

    __tablename__ = "act"
    __table_args__ = (
        rule("ck_act_answer", "json_valid(answer) AND json_type(answer) = 'object'"),
        rule("ck_act_at_given", "at <> ''"),
    )

    kind: Mapped[str]
    at: Mapped[str] = instant()
    actor: Mapped[str]
    role: Mapped[Role] = word(Role)
    answer: Mapped[str]


_RECORD: Final = table_of(ActRecord).insert()
_ANSWER: Final = select(ActRecord.answer).where(ActRecord.uid == bindparam("of"))


def record_act(transaction: Transaction, uid: str, kind: str, outcome: Outcome) -> None:
    """Write the row of the act of this transaction."""
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
    """What the act of this uid answered, as JSON; None where no such act is stored."""
    found: str | None = transaction.run(_ANSWER, {"of": uid}).scalar()
    return found


def require_first(transaction: Transaction, uid: str) -> None:
    """Raise :class:`ActRepeated` where the act of this uid is stored."""
    answer = stored_answer(transaction, uid)
    if answer is not None:
        raise ActRepeated(answer)
