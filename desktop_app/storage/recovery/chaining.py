"""Chaining of what was recovered: the links that still follow stay, and one new link covers all that is left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Table

from desktop_app.storage.evidence.canonical import FORMAT, RowHash, entry_writer, link_hash, rows_text
from desktop_app.storage.evidence.sealing import append_link
from desktop_app.storage.evidence.stored import HASHED, Keyed, hashes_of, stored_acts, stored_entries
from desktop_app.storage.evidence.verifying import LINK, GrownRows, every_link, hashes_by_link
from desktop_app.storage.recovery.judging import HASHES, columns_of
from desktop_app.storage.recovery.reading import DamagedFile
from desktop_app.storage.schema.base import table_of
from desktop_app.storage.schema.evidence import RecordHashRecord
from desktop_app.storage.store.acts import ActRecord
from desktop_app.storage.store.audit import AuditRecord
from desktop_app.storage.store.transaction import Transaction


def sound_links(transaction: Transaction) -> tuple[int, int, int]:
    """The last link that follows from all before it, and how far it covers the entries and the acts."""
    entries = GrownRows("audit", stored_entries(transaction))
    acts = GrownRows("act", stored_acts(transaction))
    return _sound(every_link(transaction), entries, acts, hashes_by_link(transaction))


def follows_to_its_end(file: DamagedFile) -> bool:
    """Whether each link that was ever given is read and follows from what it covers, as that was read."""
    links = [cells[0] for _key, cells in sorted(file.rows.get(LINK, {}).items())]
    hashes: dict[int, list[RowHash]] = {}
    for _key, found in sorted(file.rows.get(HASHES, {}).items()):
        row = columns_of(table_of(RecordHashRecord), found[0])
        hashes.setdefault(row["link"], []).append((row["kind"], row["record_id"], row["format"], row["hash"]))
    entries, acts = (GrownRows(table.name, _read(file, table)) for table in map(table_of, (AuditRecord, ActRecord)))
    try:
        last, _entry, _act = _sound(links, entries, acts, {seq: rows_text(rows) for seq, rows in hashes.items()})
    except (ValueError, TypeError):
        # what stands in an entry has no text: a number that is none, for one
        return False
    return last == len(links) == file.counters.get(LINK, -1)


def cut_after(transaction: Transaction, link: int) -> None:
    """Take away the links that do not follow, and the hashes that name them."""
    transaction.text(f"DELETE FROM record_hash WHERE link > {link} RETURNING id")
    transaction.text(f"DELETE FROM chain_link WHERE seq > {link} RETURNING seq")


def cover_rest(transaction: Transaction, entry: int, act: int) -> None:
    """Append one link over every entry and act after these, and over each row whose last hash is not its own."""
    newest: dict[tuple[str, int], str] = {}
    for kind, row_id, digest in transaction.text("SELECT kind, record_id, hash FROM record_hash ORDER BY id"):
        newest[kind, row_id] = digest
    rows: list[RowHash] = []
    for kind in HASHED:
        for row_id, digest in hashes_of(transaction, kind):
            if newest.pop((kind, row_id), "") != digest:
                rows.append((kind, row_id, FORMAT, digest))
    rows += [(kind, row_id, FORMAT, "") for (kind, row_id), digest in newest.items() if digest]
    append_link(transaction, list(stored_entries(transaction, entry)), list(stored_acts(transaction, act)), rows)


# ---- inside


def _sound(
    links: Iterable[Sequence[Any]], entries: GrownRows, acts: GrownRows, rows: Mapping[int, str]
) -> tuple[int, int, int]:
    kept, previous, covered = 0, "", (0, 0)
    for seq, form, before, last_entry, last_act, digest in links:
        made = link_hash(previous, entries.up_to(last_entry), acts.up_to(last_act), rows.get(seq, ""))
        if seq != kept + 1 or form != FORMAT or before != previous or made != digest:
            break
        kept, previous, covered = seq, digest, (last_entry, last_act)
    return kept, *covered


def _read(file: DamagedFile, table: Table) -> Iterator[Keyed]:
    _names, write = entry_writer(table)
    return ((key, write(found[0])) for key, found in sorted(file.rows.get(table.name, {}).items()))
