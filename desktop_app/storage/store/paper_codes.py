"""Codes on papers other than those of records, and numbers of files of records.

Such codes are heads of the chain, and codes that are a letter away from a known one. A count includes the files of the
records that belong to it; it is one statement a kind.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Mapping
from typing import Final

from sqlalchemy import Column, Table, bindparam, func, or_, select, text

from desktop_app.domain.rules.files import FileOwner
from desktop_app.storage.schema.base import Record
from desktop_app.storage.store.transaction import Transaction

_OF: Final = "SELECT count(*) FROM file_link WHERE removed_on IS NULL AND record_uid IN ({})"
_OWN: Final = "SELECT uid FROM {} WHERE id = :id"
_WITH: Final[Mapping[FileOwner, str]] = {
    FileOwner.MEETING: " UNION ALL SELECT uid FROM agenda_item WHERE meeting_id = :id",
    FileOwner.SEAT: " UNION ALL SELECT uid FROM nomination WHERE seat_id = :id",
    FileOwner.PERSON: " UNION ALL SELECT uid FROM nomination WHERE person_id = :id",
}
_VERSIONS: Final = (
    "SELECT earlier.uid FROM minutes_version AS earlier JOIN minutes_version AS own"
    " ON own.meeting_id = earlier.meeting_id AND earlier.version <= own.version WHERE own.id = :id"
)


class FileCounts:
    """Numbers of files of records, in one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def of(self, kind: str, record_id: int) -> int:
        """Return the number of files of a record and its parts, as in the list of its files."""
        owner = FileOwner(kind)
        uids = _VERSIONS if owner is FileOwner.MINUTES else _OWN.format(owner.value) + _WITH.get(owner, "")
        statement = text(_OF.format(uids)).bindparams(bindparam("id", record_id))
        return self._transaction.run(statement).scalar() or 0


_AFTER_DIGITS: Final = "g"
"""Sorts behind every hexadecimal digit."""
_DIGITS: Final = 20
"""Hexadecimal digits that 16 letters of base32 hold."""
_HALF: Final = _DIGITS // 2
"""Eight letters are ten digits: of two codes that differ in one letter one half is the same."""
_HASHES: Final = (
    ("minutes_version", "content_hash"),
    ("sent_invitation", "content_hash"),
    ("outgoing_paper", "content_hash"),
    ("chain_link", "hash"),
)


class PaperCodes:
    """Lookup of codes that belong to no record of a paper (:meth:`.RecordIds.coded`), in one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def chained(self, code: str) -> int | None:
        """Return the minutes whose final paper shows this code of a link of the chain; 0 if no minutes do.

        None where the code is of no link.
        """
        link, digits = _table("chain_link").c, _digits(code)
        if not digits:
            return None
        within = link.hash.between(digits, digits + _AFTER_DIGITS)
        seq = self._transaction.run(select(link.seq).where(within)).scalar()
        return None if seq is None else self._final_with(seq)

    def near(self, code: str) -> tuple[str, ...]:
        """Return the known codes that differ from this one in a single letter."""
        # what only looks at papers is not loaded before somebody does
        from desktop_app.domain.documents.snapshots import paper_code
        from desktop_app.domain.rules.verifying import one_letter_off

        digits = _digits(code)
        columns = [_table(name).c[column] for name, column in _HASHES]
        found = {paper_code(one) for column in columns for one in self._with_half(column, digits)}
        return one_letter_off(code, sorted(found))

    # ---- inside

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


def _table(name: str) -> Table:
    return Record.metadata.tables[name]


def _digits(code: str) -> str:
    """Return the first hexadecimal digits of the hash of a code; empty if it is no code."""
    try:
        return base64.b32decode(code).hex()
    except (binascii.Error, ValueError):
        return ""
