"""Chaining of what was recovered: the links that still follow stay, and one new link covers all that is left."""

from __future__ import annotations

from desktop_app.storage.evidence.canonical import FORMAT, RowHash, link_hash
from desktop_app.storage.evidence.sealing import append_link
from desktop_app.storage.evidence.stored import HASHED, hashes_of, stored_acts, stored_entries
from desktop_app.storage.evidence.verifying import GrownRows, every_link, hashes_by_link
from desktop_app.storage.store.transaction import Transaction


def sound_links(transaction: Transaction) -> tuple[int, int, int]:
    """The last link that follows from all before it, and how far it covers the entries and the acts."""
    kept, previous, covered = 0, "", (0, 0)
    entries = GrownRows("audit", stored_entries(transaction))
    acts = GrownRows("act", stored_acts(transaction))
    rows = hashes_by_link(transaction)
    for seq, form, before, last_entry, last_act, digest in every_link(transaction):
        made = link_hash(previous, entries.up_to(last_entry), acts.up_to(last_act), rows.get(seq, ""))
        if seq != kept + 1 or form != FORMAT or before != previous or made != digest:
            break
        kept, previous, covered = seq, digest, (last_entry, last_act)
    return kept, *covered


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
