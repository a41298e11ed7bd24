"""Sealing: at a commit, writes a link of the chain and the hashes of the changed rows.

Three statements whatever the act: the head is read, the link and all hashes are written. The head is read each time,
since what this process remembers says nothing of the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from sqlalchemy import Table, select

from desktop_app.storage.evidence.canonical import (
    FORMAT,
    HASHED,
    Keyed,
    RowHash,
    entry_writer,
    hashes_of,
    link_hash,
    row_hash,
    rows_text,
    stored_acts,
    stored_entries,
)
from desktop_app.storage.schema.base import ChainLinkRecord, Record, RecordHashRecord, table_of
from desktop_app.storage.store.audit import ActRecord, AuditRecord
from desktop_app.storage.store.transaction import Transaction

_HEAD: Final = (
    select(ChainLinkRecord.hash, ChainLinkRecord.last_entry, ChainLinkRecord.last_act)
    .order_by(ChainLinkRecord.seq.desc())
    .limit(1)
)
_LINK: Final = table_of(ChainLinkRecord).insert()
_HASH: Final = table_of(RecordHashRecord).insert()


def append_link_of_commit(transaction: Transaction) -> None:
    """Append the link for what was noted; do nothing if no record was written."""
    notes = transaction.notes
    if notes:
        entries = [_written(table_of(AuditRecord), one, "seq") for one in notes.entries]
        acts = [_written(table_of(ActRecord), one, "id") for one in notes.acts]
        append_link(transaction, entries, acts, list(_hashes(transaction)))
        notes.sealed = frozenset((kind, row_id) for kind, row_id, _values in notes.rows)
        notes.clear()


def begin_chain(transaction: Transaction) -> None:
    """Append the first link to a file whose rows were copied from another: it covers all rows, entries and acts."""
    rows = [(kind, row_id, FORMAT, digest) for kind in HASHED for row_id, digest in hashes_of(transaction, kind)]
    append_link(transaction, list(stored_entries(transaction)), list(stored_acts(transaction)), rows)


def append_link(transaction: Transaction, entries: list[Keyed], acts: list[Keyed], rows: list[RowHash]) -> None:
    """Append one link over entries, acts and row hashes, independent of the notes."""
    head = transaction.run(_HEAD).first()
    previous, last_entry, last_act = ("", 0, 0) if head is None else head
    link: dict[str, Any] = {
        "format": FORMAT,
        "previous": previous,
        "last_entry": max((key for key, _ in entries), default=last_entry),
        "last_act": max((key for key, _ in acts), default=last_act),
        "hash": link_hash(previous, (text for _, text in entries), (text for _, text in acts), rows_text(rows)),
    }
    key = transaction.write(_LINK, link).inserted_primary_key
    assert key is not None
    transaction.notes.link = (key[0], link["hash"])
    if rows:
        transaction.write(_HASH, [_stored(key[0], row) for row in rows])


def _written(table: Table, values: Mapping[str, Any], key: str) -> Keyed:
    names, write = entry_writer(table)
    return values[key], write([values.get(name) for name in names])


def _hashes(transaction: Transaction) -> Iterator[RowHash]:
    """Yield the hash of the last state of each noted row, in the order of their first writing."""
    left = {(kind, row_id): values for kind, row_id, values in transaction.notes.rows}
    tables = Record.metadata.tables
    for (kind, row_id), values in left.items():
        yield kind, row_id, FORMAT, "" if values is None else row_hash(tables[kind], row_id, values)


def _stored(link: int, row: RowHash) -> dict[str, Any]:
    kind, row_id, form, digest = row
    return {"link": link, "kind": kind, "record_id": row_id, "format": form, "hash": digest}
