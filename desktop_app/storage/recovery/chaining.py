"""Chaining of what was recovered: the links that still follow stay, and one new link covers all that is left."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import groupby
from typing import Any, Final

from sqlalchemy import Table

from desktop_app.storage.evidence.canonical import FORMAT, RowHash, entry_writer, link_hash, rows_text
from desktop_app.storage.evidence.sealing import append_link
from desktop_app.storage.evidence.stored import HASHED, Keyed, hashes_of, stored_acts, stored_entries
from desktop_app.storage.evidence.verifying import LINK, GrownRows, every_link, hashes_by_link
from desktop_app.storage.recovery.judging import HASHES, Proof, columns_of, newest_hashes
from desktop_app.storage.recovery.reading import DamagedFile
from desktop_app.storage.schema.base import table_of
from desktop_app.storage.schema.evidence import RecordHashRecord
from desktop_app.storage.store.acts import ActRecord
from desktop_app.storage.store.audit import AuditRecord
from desktop_app.storage.store.transaction import Transaction

_FIRST: Final[Sequence[Any]] = (0, FORMAT, "", 0, 0, "")
"""What the first link follows."""
_Hash = tuple[int, tuple[int, RowHash]]
"""The hash of a row with its key and its link."""
_ENTRY, _ACT = 3, 4
"""Places of the last entry and the last act in a link."""


def sound_links(transaction: Transaction) -> tuple[int, int, int]:
    """The last link that follows from all before it, and how far it covers the entries and the acts."""
    kept, previous, covered = 0, "", (0, 0)
    entries = GrownRows("audit", stored_entries(transaction))
    acts = GrownRows("act", stored_acts(transaction))
    for link, sound in _judged(every_link(transaction), entries, acts, hashes_by_link(transaction)):
        seq, _form, before, last_entry, last_act, digest = link
        if not sound or seq != kept + 1 or before != previous:
            break
        kept, previous, covered = seq, digest, (last_entry, last_act)
    return kept, *covered


def proof_of(file: DamagedFile) -> Proof:
    """What the hashes prove that were read, by the links that follow from what they cover, as that was read.

    A link of which entries, acts or hashes are lost follows from nothing, and says nothing against the hashes that are
    left of it.
    """
    links = [cells[0] for _key, cells in sorted(file.rows.get(LINK, {}).items())]
    read = [(key, _hash_row(found[0])) for key, found in sorted(file.rows.get(HASHES, {}).items())]
    hashes = [one for one in read if isinstance(one[1][0], int)]
    entries, acts = (GrownRows(table.name, _read(file, table)) for table in map(table_of, (AuditRecord, ActRecord)))
    proving: set[int] = set()
    before, chained = _FIRST, True
    with suppress(ValueError, TypeError):
        # what stands in a row may have no text: a number that is none, for one; from there on nothing is proved
        rows = {
            seq: rows_text(row for _key, (_link, row) in own) for seq, own in groupby(hashes, lambda one: one[1][0])
        }
        for link, follows in _judged(links, entries, acts, rows):
            told = follows and link[2] == before[-1]
            if told or _lacks(file, before, link, hashes):
                proving.add(link[0])
            # a link that cannot be judged proves no row to be the last that was written
            chained &= told and link[0] == before[0] + 1
            before = link
    return Proof(newest_hashes(file), frozenset(proving), chained and before[0] == file.counters.get(LINK, -1))


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


def _judged(
    links: Iterable[Sequence[Any]], entries: GrownRows, acts: GrownRows, rows: Mapping[int, str]
) -> Iterator[tuple[Sequence[Any], bool]]:
    """Each link, the first first, and whether it follows from the hash that it names and from what it covers."""
    for link in links:
        seq, form, before, last_entry, last_act, digest = link
        made = link_hash(before, entries.up_to(last_entry), acts.up_to(last_act), rows.get(seq, ""))
        yield link, form == FORMAT and made == digest


def _hash_row(cells: Sequence[Any]) -> tuple[int, RowHash]:
    row = columns_of(table_of(RecordHashRecord), tuple(cells))
    return row["link"], (row["kind"], row["record_id"], row["format"], row["hash"])


def _lacks(file: DamagedFile, before: Sequence[Any], link: Sequence[Any], hashes: Sequence[_Hash]) -> bool:
    """Whether the link before one is lost, or anything that it covers: keys are given without a gap."""
    if link[0] != before[0] + 1:
        return True
    for table, place in (("audit", _ENTRY), ("act", _ACT)):
        # a link that names keys which were never given is damaged itself
        last = min(link[place], file.counters.get(table, 0))
        if any(key not in file.rows.get(table, {}) for key in range(before[place] + 1, last + 1)):
            return True
    first, after = (side(hashes, link[0], key=lambda one: one[1][0]) for side in (bisect_left, bisect_right))
    previous = hashes[first - 1][0] if first else 0
    following = hashes[after][0] if after < len(hashes) else file.counters.get(HASHES, 0) + 1
    return following - previous - 1 != after - first


def _read(file: DamagedFile, table: Table) -> Iterator[Keyed]:
    _names, write = entry_writer(table)
    return ((key, write(found[0])) for key, found in sorted(file.rows.get(table.name, {}).items()))
