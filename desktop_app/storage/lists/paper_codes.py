"""Codes of papers: which papers of the office have a code, found by the beginning of their hashes."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from sqlalchemy import Column, ColumnElement, Table, func, or_, select

from desktop_app.storage.schema.base import Record
from desktop_app.storage.store.transaction import Transaction

if TYPE_CHECKING:
    # what only looks at papers is not loaded before somebody does
    from desktop_app.domain.read_models.scans import PaperOf

_AFTER_DIGITS: Final = "g"
"""Sorts behind every hexadecimal digit."""
_DIGITS: Final = 20
"""Hexadecimal digits that 16 letters of base32 hold."""
_HALF: Final = _DIGITS // 2
"""Eight letters are ten digits: of two codes that differ in one letter one half is the same."""


class PaperCodesOf:
    """Of one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def of(self, code: str) -> tuple[tuple[PaperOf, int], ...]:
        """The papers with this code, by kind and id; none for what is no code."""
        digits = _digits(code)
        return self._papers(lambda column: _begins(column, digits)) if digits else ()

    def of_hash(self, content_hash: str) -> tuple[tuple[PaperOf, int], ...]:
        """The papers with this very text."""
        return self._papers(lambda column: column == content_hash) if content_hash else ()

    def chained(self, code: str) -> int | None:
        """The minutes that became final in the commit of a link, whose paper shows the link's hash; 0 for none."""
        link, digits = _table("chain_link"), _digits(code)
        if not digits:
            return None
        seq = self._transaction.run(select(link.c.seq).where(_begins(link.c.hash, digits))).scalar()
        return None if seq is None else self._final_with(seq)

    def near(self, code: str) -> tuple[str, ...]:
        """The known codes that differ from this one in a single letter."""
        from desktop_app.domain.documents.snapshots import paper_code
        from desktop_app.domain.verifying.paper_codes import one_letter_off

        digits = _digits(code)
        columns = (*(column for _kind, _key, column in _hashes()), _table("chain_link").c.hash)
        found = {paper_code(one) for column in columns for one in self._with_half(column, digits)}
        return one_letter_off(code, sorted(found))

    # ---- inside

    def _papers(self, wanted: Callable[[Column[str]], ColumnElement[bool]]) -> tuple[tuple[PaperOf, int], ...]:
        return tuple(
            (kind, one)
            for kind, key, column in _hashes()
            for one in self._transaction.run(select(key).where(wanted(column)).order_by(key)).scalars()
        )

    def _final_with(self, seq: int) -> int:
        link, entry = _table("chain_link").c, _table("audit").c
        until = select(link.last_entry).where(link.seq == seq).scalar_subquery()
        before = select(func.coalesce(func.max(link.last_entry), 0)).where(link.seq < seq).scalar_subquery()
        statement = (
            select(entry.subject_id)
            .where(entry.subject == "minutes_version", entry.act == "hashed", entry.seq <= until, entry.seq > before)
            .order_by(entry.seq)
        )
        return self._transaction.run(statement).scalar() or 0

    def _with_half(self, column: Column[str], digits: str) -> Iterator[str]:
        first, last = (func.substr(column, start, _HALF) for start in (1, _HALF + 1))
        half = or_(first == digits[:_HALF], last == digits[_HALF:])
        for row in self._transaction.run(select(column).where(func.length(column) > _DIGITS, half)):
            yield row[0]


def _hashes() -> Iterator[tuple[PaperOf, Column[int], Column[str]]]:
    """The kinds of paper with the columns of their ids and hashes."""
    from desktop_app.domain.read_models.scans import PaperOf

    tables = {
        PaperOf.MINUTES: "minutes_version",
        PaperOf.INVITATION: "sent_invitation",
        PaperOf.OUTGOING: "outgoing_paper",
    }
    for kind, name in tables.items():
        table = _table(name)
        yield kind, table.c.id, table.c.content_hash


def _table(name: str) -> Table:
    return Record.metadata.tables[name]


def _begins(column: Column[str], digits: str) -> ColumnElement[bool]:
    return column.between(digits, digits + _AFTER_DIGITS)


def _digits(code: str) -> str:
    """What the hash of a paper with this code begins with; nothing for what is no code."""
    try:
        return base64.b32decode(code).hex()
    except (binascii.Error, ValueError):
        return ""
