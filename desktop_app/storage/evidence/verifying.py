"""Verifying evidence: each row against its hash, the hashes and all that was done against the chain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any, Final

from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.storage.evidence.canonical import FORMAT, link_hash, row_hash
from desktop_app.storage.evidence.stored import HASHED, Values, rows_of, stored_acts, stored_entries
from desktop_app.storage.schema.base import Record
from desktop_app.storage.store.transaction import Transaction

LINK: Final = "chain_link"
COUNTED: Final = {"audit": "seq", "act": "id", LINK: "seq", "record_hash": "id"}
"""Tables that only grow, with the key that SQLite counts."""

_LINKS: Final = f"SELECT seq, format, previous, last_entry, last_act, hash FROM {LINK} ORDER BY seq"
_HASHES: Final = "SELECT link, kind, record_id, format, hash FROM record_hash ORDER BY link, id"


def rows_against_hashes(transaction: Transaction) -> Iterator[Finding]:
    """Rows that are not what was last written, that nobody wrote, or that are gone."""
    newest = _newest(transaction)
    for kind in HASHED:
        wanted = newest.pop(kind, {})
        for row_id, values in rows_of(transaction, kind):
            found = wanted.pop(row_id, "")
            if not found:
                yield Finding(kind=FindingKind.ROW_UNKNOWN, subject=kind, id=row_id)
            elif found != row_hash(Record.metadata.tables[kind], row_id, values):
                yield Finding(kind=FindingKind.ROW_DIFFERS, subject=kind, id=row_id)
        yield from _gone(kind, wanted)
    for kind, left in newest.items():
        yield from _gone(kind, left)


def _newest(transaction: Transaction) -> dict[str, dict[int, str]]:
    """By kind and id: the hash that holds."""
    found: dict[str, dict[int, str]] = {}
    for kind, row_id, digest in transaction.text("SELECT kind, record_id, hash FROM record_hash ORDER BY id"):
        found.setdefault(kind, {})[row_id] = digest
    return found


def _gone(kind: str, wanted: Mapping[int, str]) -> Iterator[Finding]:
    for row_id, digest in wanted.items():
        if digest:
            yield Finding(kind=FindingKind.ROW_MISSING, subject=kind, id=row_id)


def chain_against_entries(transaction: Transaction) -> Iterator[Finding]:
    """Links that do not follow from what they cover, and what no link covers."""
    entries, acts = stored_entries(transaction, 0), stored_acts(transaction, 0)
    hashes = {link: [tuple(row[1:]) for row in rows] for link, rows in _by_link(transaction)}
    covering = _Covering(entries, acts)
    expected, previous = 1, ""
    for seq, form, before, last_entry, last_act, digest in transaction.text(_LINKS):
        first = covering.entry
        of_link = covering.up_to(last_entry, last_act)
        if seq != expected:
            yield Finding(kind=FindingKind.CHAIN_BROKEN, subject=LINK, id=seq, detail=f"after {expected - 1}")
        elif form != FORMAT or before != previous or link_hash(previous, *of_link, hashes.get(seq, [])) != digest:
            yield Finding(kind=FindingKind.CHAIN_BROKEN, subject=LINK, id=seq, detail=f"audit {first}-{last_entry}")
        expected, previous = seq + 1, digest
    yield from covering.left()
    yield from _counters(transaction)


def _by_link(transaction: Transaction) -> Iterator[tuple[int, Iterator[Any]]]:
    return groupby(transaction.text(_HASHES), key=lambda row: row[0])


class _Covering:
    """Hands out the entries and acts in the order of the links that cover them."""

    def __init__(self, entries: Iterator[Values], acts: Iterator[Values]) -> None:
        self._entries, self._acts = list(entries), list(acts)
        self._entry, self._act = 0, 0

    @property
    def entry(self) -> int:
        """The entry that comes next, 0 for none."""
        return int(self._entries[self._entry]["seq"]) if self._entry < len(self._entries) else 0

    def up_to(self, entry: int, act: int) -> tuple[list[Values], list[Values]]:
        """Those that one link covers."""
        first, other = self._entry, self._act
        while self._entry < len(self._entries) and self._entries[self._entry]["seq"] <= entry:
            self._entry += 1
        while self._act < len(self._acts) and self._acts[self._act]["id"] <= act:
            self._act += 1
        return self._entries[first : self._entry], self._acts[other : self._act]

    def left(self) -> Iterator[Finding]:
        """What no link covers."""
        for entry in self._entries[self._entry :]:
            yield Finding(kind=FindingKind.OUTSIDE_CHAIN, subject="audit", id=entry["seq"])
        for act in self._acts[self._act :]:
            yield Finding(kind=FindingKind.OUTSIDE_CHAIN, subject="act", id=act["id"])


def _counters(transaction: Transaction) -> Iterator[Finding]:
    """SQLite counts every key that it gave: a tail that was cut off leaves the counter ahead."""
    given = dict(transaction.text("SELECT name, seq FROM sqlite_sequence"))
    for table, key in COUNTED.items():
        ((last,),) = transaction.text(f"SELECT coalesce(max({key}), 0) FROM {table}")
        if given.get(table, 0) != last:
            yield Finding(kind=FindingKind.CHAIN_CUT, subject=table, id=last, detail=str(given.get(table, 0)))
