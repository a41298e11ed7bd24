"""Codes of papers in the records: whose a code is, and which known ones are near it.

A code is the first 80 bits of a hash, so a record is found by the first 20 hexadecimal digits of its own.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import Final

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from desktop_app.domain.documents.paper_codes import one_letter_off
from desktop_app.domain.documents.snapshots import paper_code
from desktop_app.domain.read_models.verified_paper import CodeOwner, KnownCode
from desktop_app.storage.schema.evidence import ChainLinkRecord
from desktop_app.storage.schema.meetings import SentInvitationRecord
from desktop_app.storage.schema.minutes import MinutesVersionRecord
from desktop_app.storage.schema.registered_papers import OutgoingPaperRecord
from desktop_app.storage.store.audit import AuditRecord
from desktop_app.storage.store.transaction import Transaction

_Column = InstrumentedAttribute[str]
_HASHES: Final[tuple[tuple[CodeOwner, InstrumentedAttribute[int], _Column], ...]] = (
    (CodeOwner.MINUTES, MinutesVersionRecord.id, MinutesVersionRecord.content_hash),
    (CodeOwner.INVITATION, SentInvitationRecord.id, SentInvitationRecord.content_hash),
    (CodeOwner.OUTGOING, OutgoingPaperRecord.id, OutgoingPaperRecord.content_hash),
    (CodeOwner.CHAIN, ChainLinkRecord.seq, ChainLinkRecord.hash),
)
_DIGITS: Final = 20
_HALF: Final = _DIGITS // 2
"""Eight letters are ten digits: of two codes that differ in one letter one half is the same."""
_AFTER_ALL: Final = "g"
"""Comes after every hexadecimal digit."""


class PaperCodesOf:
    """Of one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def of(self, code: str) -> KnownCode | None:
        """The record whose paper bears this code, a text before a link of the chain; None where there is none."""
        digits = _digits(code)
        for owner, key, column in _HASHES:
            found = self._transaction.run(
                select(key).where(column >= digits, column < digits + _AFTER_ALL).order_by(key.desc())
            ).first()
            if found is not None:
                return KnownCode(code, owner, found[0] if owner is not CodeOwner.CHAIN else self._bearer(found[0]))
        return None

    def of_hash(self, content_hash: str) -> KnownCode | None:
        """The record of a whole hash; a link of the chain is no text and never found."""
        for owner, key, column in _HASHES:
            if owner is not CodeOwner.CHAIN:
                found = self._transaction.run(select(key).where(column == content_hash).order_by(key.desc())).first()
                if found is not None:
                    return KnownCode(paper_code(content_hash), owner, found[0])
        return None

    def near(self, code: str) -> tuple[str, ...]:
        """The known codes that differ from this one in a single letter."""
        digits = _digits(code)
        found = {paper_code(one) for _, _, column in _HASHES for one in self._with_half(column, digits)}
        return one_letter_off(code, sorted(found))

    def _with_half(self, column: _Column, digits: str) -> Iterator[str]:
        for row in self._transaction.run(select(column).where(func.length(column) > _DIGITS, _half(column, digits))):
            yield row[0]

    def _bearer(self, seq: int) -> int:
        """The version of minutes that became final in the commit of a link, whose paper shows the link's hash."""
        entry, link = AuditRecord, ChainLinkRecord
        until = select(link.last_entry).where(link.seq == seq).scalar_subquery()
        before = select(func.coalesce(func.max(link.last_entry), 0)).where(link.seq < seq).scalar_subquery()
        statement = (
            select(entry.subject_id)
            .where(entry.subject == CodeOwner.MINUTES, entry.act == "hashed", entry.seq <= until, entry.seq > before)
            .order_by(entry.seq)
        )
        return self._transaction.run(statement).scalar() or 0


def _half(column: _Column, digits: str) -> ColumnElement[bool]:
    return or_(func.substr(column, 1, _HALF) == digits[:_HALF], func.substr(column, _HALF + 1, _HALF) == digits[_HALF:])


def _digits(code: str) -> str:
    return base64.b32decode(code).hex()
