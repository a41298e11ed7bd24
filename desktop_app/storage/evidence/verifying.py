"""Verifying evidence: each row against its hash, the hashes and all that was done against the chain."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any, Final

from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.storage.evidence.canonical import FORMAT, link_hash
from desktop_app.storage.evidence.stored import HASHED, Keyed, hashes_of, stored_acts, stored_entries
from desktop_app.storage.store.transaction import Transaction

LINK: Final = "chain_link"
COUNTED: Final = {"audit": "seq", "act": "id", LINK: "seq", "record_hash": "id"}
"""Tables that only grow, with the key that SQLite counts."""

Alone = Callable[[Iterator[Finding]], Iterator[Finding]]
"""Takes the findings of one table, and what is raised among them."""

_LINKS: Final = f"SELECT seq, format, previous, last_entry, last_act, hash FROM {LINK} ORDER BY seq"
_NEWEST: Final = f"{_LINKS} DESC"
_ENTRY, _ACT = 3, 4
_BEFORE_ALL: Final = (0, FORMAT, "", 0, 0, "")
"""What the first link follows."""
AT_START: Final = 2000
"""So many entries and acts, and links, are verified at a start."""
_HASHES: Final = (
    # put together by SQLite: these are the most rows of all
    """SELECT link, group_concat('["' || kind || '",' || record_id || ',' || format || ',"' || hash || '"]')"""
    " FROM (SELECT link, kind, record_id, format, hash FROM record_hash WHERE link > {after} ORDER BY link, id)"
    " GROUP BY link"
)


def rows_against_hashes(transaction: Transaction, alone: Alone = iter) -> Iterator[Finding]:
    """Rows that are not what was last written, that nobody wrote, or that are gone; ``alone`` takes those of a table.

    What it does not raise of one that cannot be read keeps the others from nothing.
    """
    newest = _newest(transaction)
    for kind in HASHED:
        yield from alone(_of_table(transaction, kind, newest.pop(kind, {})))
    for kind, left in newest.items():
        yield from _gone(kind, left)


def _of_table(transaction: Transaction, kind: str, wanted: dict[int, str]) -> Iterator[Finding]:
    for row_id, digest in hashes_of(transaction, kind):
        found = wanted.pop(row_id, "")
        if not found:
            yield Finding(kind=FindingKind.ROW_UNKNOWN, subject=kind, id=row_id)
        elif found != digest:
            yield Finding(kind=FindingKind.ROW_DIFFERS, subject=kind, id=row_id)
    yield from _gone(kind, wanted)


def _newest(transaction: Transaction) -> dict[str, dict[int, str]]:
    """By kind and id: the hash that holds."""
    found: dict[str, dict[int, str]] = {}
    for kind, row_id, digest in transaction.cells("SELECT kind, record_id, hash FROM record_hash ORDER BY id"):
        found.setdefault(kind, {})[row_id] = digest
    return found


def _gone(kind: str, wanted: Mapping[int, str]) -> Iterator[Finding]:
    for row_id, digest in wanted.items():
        if digest:
            yield Finding(kind=FindingKind.ROW_MISSING, subject=kind, id=row_id)


def chain_against_entries(transaction: Transaction) -> Iterator[Finding]:
    """Links that do not follow from what they cover, and what no link covers."""
    yield from _follows(transaction, every_link(transaction), _BEFORE_ALL)


def every_link(transaction: Transaction) -> Sequence[Any]:
    """Every link, the first first: its number, format, the hash before it, last entry and act, its hash."""
    return transaction.text(_LINKS)


def hashes_by_link(transaction: Transaction, after: int = 0) -> dict[int, str]:
    """By link: the canonical text of the row hashes that it covers."""
    return dict(transaction.cells(_HASHES.format(after=after)))


def newest_links(transaction: Transaction) -> Iterator[Finding]:
    """As :func:`chain_against_entries` for the newest links, which cover no more than a start has time for."""
    newest = transaction.text(f"{_NEWEST} LIMIT {AT_START}")
    if len(newest) < AT_START:
        newest = [*newest, _BEFORE_ALL]
    covered = [(newest[0][_ENTRY] - one[_ENTRY]) + (newest[0][_ACT] - one[_ACT]) for one in newest]
    place = max(place for place, count in enumerate(covered) if count <= AT_START)
    yield from _follows(transaction, list(reversed(newest[:place])), newest[place])


def _follows(transaction: Transaction, links: Sequence[Any], base: Sequence[Any]) -> Iterator[Finding]:
    """Whether these links follow the one before them and each other, and cover all there is after it."""
    with (
        # a page that cannot be read ends this anywhere, and no cursor may outlive its connection
        closing(stored_entries(transaction, base[_ENTRY])) as entries,
        closing(stored_acts(transaction, base[_ACT])) as acts,
    ):
        yield from _follow(transaction, links, base, GrownRows("audit", entries), GrownRows("act", acts))
    yield from _counters(transaction)


def _follow(
    transaction: Transaction, links: Sequence[Any], base: Sequence[Any], entries: GrownRows, acts: GrownRows
) -> Iterator[Finding]:
    expected, previous = base[0] + 1, base[-1]
    rows = hashes_by_link(transaction, base[0])
    for seq, form, before, last_entry, last_act, digest in links:
        first = entries.next_key
        made = link_hash(previous, entries.up_to(last_entry), acts.up_to(last_act), rows.get(seq, ""))
        if seq != expected:
            yield Finding(kind=FindingKind.CHAIN_BROKEN, subject=LINK, id=seq, detail=f"after {expected - 1}")
        elif form != FORMAT or before != previous or made != digest:
            yield Finding(kind=FindingKind.CHAIN_BROKEN, subject=LINK, id=seq, detail=f"audit {first}-{last_entry}")
        expected, previous = seq + 1, digest
    yield from entries.left()
    yield from acts.left()


class GrownRows:
    """Rows of a table that only grows, handed out in the order of the links that cover them."""

    def __init__(self, table: str, rows: Iterator[Keyed]) -> None:
        self._table, self._rows = table, rows
        self._next = next(rows, None)

    @property
    def next_key(self) -> int:
        """The key of the row that comes next, 0 for none."""
        return 0 if self._next is None else self._next[0]

    def up_to(self, last: int) -> Iterator[str]:
        """The texts of the rows that one link covers."""
        while self._next is not None and self._next[0] <= last:
            yield self._next[1]
            self._next = next(self._rows, None)

    def left(self) -> Iterator[Finding]:
        """What no link covers."""
        while self._next is not None:
            yield Finding(kind=FindingKind.OUTSIDE_CHAIN, subject=self._table, id=self._next[0])
            self._next = next(self._rows, None)


def _counters(transaction: Transaction) -> Iterator[Finding]:
    """SQLite counts every key that it gave: a tail that was cut off leaves the counter ahead."""
    given = dict(transaction.text("SELECT name, seq FROM sqlite_sequence"))
    for table, key in COUNTED.items():
        ((last,),) = transaction.text(f"SELECT coalesce(max({key}), 0) FROM {table}")
        if given.get(table, 0) != last:
            yield Finding(kind=FindingKind.CHAIN_CUT, subject=table, id=last, detail=str(given.get(table, 0)))
