"""Codes of papers: which papers of the office have a code, found by the beginning of their hashes."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from typing import Final

from sqlalchemy import Table, select

from desktop_app.domain.read_models.scans import PaperOf
from desktop_app.storage.schema.base import Record
from desktop_app.storage.store.transaction import Transaction

_TABLES: Final[Mapping[PaperOf, str]] = {
    PaperOf.MINUTES: "minutes_version",
    PaperOf.INVITATION: "sent_invitation",
    PaperOf.OUTGOING: "outgoing_paper",
}
_AFTER_DIGITS: Final = "g"
"""Sorts behind every hexadecimal digit."""


class PaperCodesOf:
    """Of one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def of(self, code: str) -> tuple[tuple[PaperOf, int], ...]:
        """The papers with this code, by kind and id; none for what is no code."""
        try:
            digest = base64.b32decode(code).hex()
        except (binascii.Error, ValueError):
            return ()
        return tuple((kind, one) for kind, name in _TABLES.items() for one in self._ids(name, digest))

    def _ids(self, name: str, beginning: str) -> list[int]:
        table: Table = Record.metadata.tables[name]
        within = table.c.content_hash.between(beginning, beginning + _AFTER_DIGITS)
        return list(self._transaction.run(select(table.c.id).where(within).order_by(table.c.id)).scalars())
