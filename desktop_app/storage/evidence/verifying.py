"""Verifying of evidence: each row against its hash; hashes, entries and acts against the chain.

Either in one reading, or in parts with a reading each, beside which others write: what holds a reading open keeps a
commit waiting. Entries, acts, links and hashes only grow, and a row and its hash are written by one commit, so that
the parts agree with each other whatever is written between them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from typing import Any, Final

from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.storage.evidence.canonical import (
    ALL,
    FORMAT,
    HASHED,
    IdRange,
    Keyed,
    hashes_of,
    link_hash,
    stored_acts,
    stored_entries,
)
from desktop_app.storage.store.settings import HolidayRecord
from desktop_app.storage.store.transaction import Transaction

LINK: Final = "chain_link"
COUNTED: Final = {"audit": "seq", "act": "id", LINK: "seq", "record_hash": "id"}
"""Tables that only grow, with the key that SQLite counts."""

Alone = Callable[[Iterator[Finding]], Iterator[Finding]]
"""Takes the findings of one table, and what is raised among them."""
Reading = Callable[[], AbstractContextManager[Transaction]]
"""Begins a reading."""
Stored = Callable[[Transaction, int, int, int], Iterator[Keyed]]
"""Rows of a table that only grows: after a key, up to another, so many."""
PART: Final = 2000
"""So many rows are read in one reading of a part: about ten milliseconds."""

_LINK: Final = f"SELECT seq, format, previous, last_entry, last_act, hash FROM {LINK}"
_LINKS: Final = f"{_LINK} ORDER BY seq"
_NEWEST: Final = f"{_LINKS} DESC"
ENTRY, ACT = 3, 4
"""Places of the last entry and the last act in a link."""
BEFORE_ALL: Final = (0, FORMAT, "", 0, 0, "")
"""What the first link follows."""
AT_START: Final = 2000
"""So many entries and acts, and links, are verified at a start."""
_HASHES: Final = (
    # put together by SQLite: these are the most rows of all
    """SELECT link, group_concat('["' || kind || '",' || record_id || ',' || format || ',"' || hash || '"]')"""
    " FROM (SELECT link, kind, record_id, format, hash FROM record_hash{where} ORDER BY link, id)"
    " GROUP BY link"
)


def rows_against_hashes(transaction: Transaction, alone: Alone = iter) -> Iterator[Finding]:
    """Yield rows that differ from their hash, have none, or are missing; ``alone`` limits it to one table.

    What it does not raise of one that cannot be read keeps the others from nothing.
    """
    yield from rows_in_parts(lambda: nullcontext(transaction), alone)


def rows_in_parts(reading: Reading, alone: Alone = iter) -> Iterator[Finding]:
    """Like :func:`rows_against_hashes`, read in parts."""
    for kind in HASHED:
        yield from alone(_of_table_in_parts(reading, kind))
    with reading() as transaction:
        unknown = {row[0] for row in transaction.text("SELECT DISTINCT kind FROM record_hash")}.difference(HASHED)
        found = [one for kind in sorted(unknown) for one in _missing_rows(kind, _newest_of(transaction, kind, ALL))]
    yield from found


def _of_table_in_parts(reading: Reading, kind: str) -> Iterator[Finding]:
    after: int | None = None
    ended = False
    while not ended:
        with reading() as transaction:
            upto = _end_of_part(transaction, kind, after)
            span = IdRange(after, upto)
            found = list(_of_table(transaction, kind, _newest_of(transaction, kind, span), span))
        yield from found
        after, ended = upto, upto is None


def _end_of_part(transaction: Transaction, kind: str, after: int | None) -> int | None:
    """Return the id that ends the part after one; None for the last part, and for a table whose rows have no id."""
    if kind == HolidayRecord.__tablename__:
        return None
    where = IdRange(after).where("id")
    for (row_id,) in transaction.text(f"SELECT id FROM {kind}{where} ORDER BY id LIMIT 1 OFFSET {PART - 1}"):
        return int(row_id)
    return None


def _newest_of(transaction: Transaction, kind: str, span: IdRange) -> dict[int, str]:
    """Return the valid hash by id, for one kind within a range."""
    among = span.where("record_id").replace(" WHERE ", " AND ")
    return dict(transaction.cells(f"SELECT record_id, hash FROM record_hash WHERE kind = '{kind}'{among} ORDER BY id"))


def _of_table(transaction: Transaction, kind: str, wanted: dict[int, str], span: IdRange) -> Iterator[Finding]:
    rows = list(hashes_of(transaction, kind, span))
    if len(rows) == len(wanted) and dict(rows) == wanted:
        # nearly always, and no row is looked at by itself
        return
    for row_id, digest in rows:
        found = wanted.pop(row_id, "")
        if not found:
            yield Finding(kind=FindingKind.ROW_UNKNOWN, subject=kind, id=row_id)
        elif found != digest:
            yield Finding(kind=FindingKind.ROW_DIFFERS, subject=kind, id=row_id)
    yield from _missing_rows(kind, wanted)


def _missing_rows(kind: str, wanted: Mapping[int, str]) -> Iterator[Finding]:
    for row_id, digest in wanted.items():
        if digest:
            yield Finding(kind=FindingKind.ROW_MISSING, subject=kind, id=row_id)


def chain_against_entries(transaction: Transaction) -> Iterator[Finding]:
    """Yield links that do not match what they cover, and entries or acts that no link covers."""
    yield from chain_in_parts(lambda: nullcontext(transaction))


def chain_in_parts(reading: Reading) -> Iterator[Finding]:
    """Like :func:`chain_against_entries`, in parts; entries appended meanwhile are checked in the last part."""
    with reading() as transaction:
        newest: Sequence[Any] = next(iter(transaction.text(f"{_NEWEST} LIMIT 1")), BEFORE_ALL)
    entries = AppendOnlyRows("audit", _in_parts(reading, stored_entries, newest[ENTRY]))
    acts = AppendOnlyRows("act", _in_parts(reading, stored_acts, newest[ACT]))
    base: Sequence[Any] = BEFORE_ALL
    while base[0] < newest[0]:
        span = IdRange(base[0], newest[0])
        with reading() as transaction:
            links = transaction.text(f"{_LINK}{span.where('seq')} ORDER BY seq LIMIT {PART}")
            rows = hashes_by_link(transaction, IdRange(base[0], links[-1][0]))
        yield from _follow(links, base, rows, entries, acts)
        base = links[-1]
    with reading() as transaction:
        later = transaction.text(f"{_LINK}{IdRange(newest[0]).where('seq')} ORDER BY seq")
        found = list(_follows(transaction, later, newest))
    yield from found


def _in_parts(reading: Reading, stored: Stored, upto: int) -> Iterator[Keyed]:
    after = 0
    while after < upto:
        with reading() as transaction:
            part = list(stored(transaction, after, upto, PART))
        yield from part
        after = part[-1][0] if part else upto


def hashes_by_link(transaction: Transaction, span: IdRange = ALL) -> dict[int, str]:
    """Return the canonical text of the row hashes that each link in a range covers."""
    return dict(transaction.cells(_HASHES.format(where=span.where("link"))))


def newest_links(transaction: Transaction) -> Iterator[Finding]:
    """Like :func:`chain_against_entries` for the newest links only, as many as a start has time for."""
    newest = transaction.text(f"{_NEWEST} LIMIT {AT_START}")
    if len(newest) < AT_START:
        newest = [*newest, BEFORE_ALL]
    covered = [(newest[0][ENTRY] - one[ENTRY]) + (newest[0][ACT] - one[ACT]) for one in newest]
    place = max(place for place, count in enumerate(covered) if count <= AT_START)
    yield from _follows(transaction, list(reversed(newest[:place])), newest[place])


def _follows(transaction: Transaction, links: Sequence[Any], base: Sequence[Any]) -> Iterator[Finding]:
    """Yield findings unless these links follow each other and cover everything after the first."""
    with (
        # a page that cannot be read ends this anywhere, and no cursor may outlive its connection
        closing(stored_entries(transaction, base[ENTRY])) as entries,
        closing(stored_acts(transaction, base[ACT])) as acts,
    ):
        grown = AppendOnlyRows("audit", entries), AppendOnlyRows("act", acts)
        yield from _follow(links, base, hashes_by_link(transaction, IdRange(base[0])), *grown)
        for rows in grown:
            yield from rows.left()
    yield from _advanced_counters(transaction)


def _follow(
    links: Sequence[Any], base: Sequence[Any], rows: Mapping[int, str], entries: AppendOnlyRows, acts: AppendOnlyRows
) -> Iterator[Finding]:
    expected, previous = base[0] + 1, base[-1]
    for seq, form, before, last_entry, last_act, digest in links:
        covered = f"audit {entries.next_key}-{last_entry}"
        made = link_hash(previous, entries.up_to(last_entry), acts.up_to(last_act), rows.get(seq, ""))
        if seq != expected:
            yield Finding(
                kind=FindingKind.CHAIN_BROKEN, subject=LINK, id=seq, detail=f"after {expected - 1}: {covered}"
            )
        elif form != FORMAT or before != previous or made != digest:
            yield Finding(kind=FindingKind.CHAIN_BROKEN, subject=LINK, id=seq, detail=covered)
        expected, previous = seq + 1, digest


class AppendOnlyRows:
    """Rows of an append-only table, read in the order of the links that cover them."""

    def __init__(self, table: str, rows: Iterator[Keyed]) -> None:
        self._table, self._rows = table, rows
        self._next = next(rows, None)

    @property
    def next_key(self) -> int:
        """The key of the next row; 0 if there is none."""
        return 0 if self._next is None else self._next[0]

    def up_to(self, last: int) -> Iterator[str]:
        """Yield the texts of the rows that one link covers."""
        while self._next is not None and self._next[0] <= last:
            yield self._next[1]
            self._next = next(self._rows, None)

    def left(self) -> Iterator[Finding]:
        """Yield findings about rows that no link covers."""
        while self._next is not None:
            yield Finding(kind=FindingKind.OUTSIDE_CHAIN, subject=self._table, id=self._next[0])
            self._next = next(self._rows, None)


def _advanced_counters(transaction: Transaction) -> Iterator[Finding]:
    """Yield findings if SQLite's key counter is ahead of the rows: the newest rows were deleted."""
    given = dict(transaction.text("SELECT name, seq FROM sqlite_sequence"))
    for table, key in COUNTED.items():
        ((last,),) = transaction.text(f"SELECT coalesce(max({key}), 0) FROM {table}")
        if given.get(table, 0) != last:
            yield Finding(kind=FindingKind.CHAIN_CUT, subject=table, id=last, detail=str(given.get(table, 0)))
