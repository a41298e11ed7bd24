"""Ids and uids of records of any kind, as rows of other kinds refer to them."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping, Sequence
from typing import Final

from sqlalchemy import Table, select

from desktop_app.storage.schema.base import Record
from desktop_app.storage.store.store import one_of
from desktop_app.storage.store.transaction import Transaction

_AFTER_DIGITS: Final = "g"
"""Sorts behind every hexadecimal digit."""


class RecordIds:
    """Of one transaction: by a uid rows of other kinds refer to a record, by a code its paper."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def uids(self, kind: str, ids: Sequence[int]) -> Mapping[int, str]:
        """The uids of records of this kind; an id that is unknown is left out."""
        table = _table(kind)
        rows = self._transaction.run(select(table.c.id, table.c.uid).where(one_of(table.c.id, ids)))
        return {row.id: row.uid for row in rows}

    def ids(self, kind: str, uids: Sequence[str]) -> Mapping[str, int]:
        """The ids of records of this kind; a uid that is unknown is left out."""
        table = _table(kind)
        rows = self._transaction.run(select(table.c.id, table.c.uid).where(one_of(table.c.uid, uids)))
        return {row.uid: row.id for row in rows}

    def id_of(self, kind: str, uid: str) -> int:
        """The id of the record with this uid; 0 where there is none."""
        table = _table(kind)
        return self._transaction.run(select(table.c.id).where(table.c.uid == uid)).scalar() or 0

    def coded(self, kind: str, code: str) -> Sequence[int]:
        """The ids of records of this kind whose paper shows the code: the beginning of its hash, written otherwise."""
        try:
            digest = base64.b32decode(code).hex()
        except (binascii.Error, ValueError):
            return ()
        table = _table(kind)
        within = table.c.content_hash.between(digest, digest + _AFTER_DIGITS)
        return self._transaction.run(select(table.c.id).where(within).order_by(table.c.id)).scalars().all()


def _table(kind: str) -> Table:
    return Record.metadata.tables[kind]
