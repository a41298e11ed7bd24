"""Chaining of what was recovered: the links that still follow stay, and one new link covers all that is left."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from typing import Any, Final

from sqlalchemy import Table

from desktop_app.storage.evidence.canonical import FORMAT, RowHash, entry_writer, link_hash, rows_text
from desktop_app.storage.evidence.sealing import append_link
from desktop_app.storage.evidence.stored import HASHED, hashes_of, stored_acts, stored_entries
from desktop_app.storage.evidence.verifying import ACT, BEFORE_ALL, ENTRY, LINK, GrownRows, every_link, hashes_by_link
from desktop_app.storage.recovery.flipped_bits import with_a_flipped_bit
from desktop_app.storage.recovery.judging import (
    HASHES,
    HOLIDAY,
    Proof,
    Trials,
    columns_of,
    newest_hashes,
    row_hash,
    units_of,
)
from desktop_app.storage.recovery.reading import Cells, DamagedFile, Stop
from desktop_app.storage.schema.base import Record, table_of
from desktop_app.storage.schema.evidence import RecordHashRecord
from desktop_app.storage.store.transaction import Transaction

_Hash = tuple[int, tuple[int, RowHash]]
"""The hash of a row with its key and its link."""
_DIGEST: Final = [column.name for column in table_of(RecordHashRecord).columns].index("hash")
"""Place of the hash among the columns of its table."""
_SEQ: Final = [column.name for column in table_of(RecordHashRecord).columns].index("link")
"""The same of the link."""
_MOST_LINKS: Final = 20
"""Links that one pass tries to mend."""
_SIZE: Final = 100
"""Letters of a hash with the record of which it is."""
_COVERED: Final[Mapping[int, str]] = {ENTRY: "audit", ACT: "act"}
"""By place in a link: the table whose last covered key stands there."""
_LAST_KEYS: Final = "SELECT (SELECT coalesce(max(seq), 0) FROM audit), (SELECT coalesce(max(id), 0) FROM act)"


def sound_links(transaction: Transaction) -> tuple[int, int, int]:
    """The last link that follows from all before it, and how far it covers the entries and the acts."""
    kept, previous, covered = 0, "", (0, 0)
    entries = GrownRows("audit", stored_entries(transaction))
    acts = GrownRows("act", stored_acts(transaction))
    rows = hashes_by_link(transaction)
    ((ended_entry, ended_act),) = transaction.text(_LAST_KEYS)
    for link in every_link(transaction):
        seq, _form, before, last_entry, last_act, digest = link
        sound = _follows(link, entries.up_to(last_entry), acts.up_to(last_act), rows.get(seq, ""))
        # what is written later would never be covered by a link after one that names keys which were not given yet
        ahead = last_entry > ended_entry or last_act > ended_act
        if not sound or ahead or seq != kept + 1 or before != previous:
            break
        kept, previous, covered = seq, digest, (last_entry, last_act)
    return kept, *covered


def settle_hashes(file: DamagedFile, stop: Stop) -> None:
    """Put right the link of a hash that stands among hashes of other links: keys are given link by link.

    The link that it is given proves it. So many are tried at most that the chain is read some twenty times.
    """
    rows, ends, left = file.rows.get(HASHES, {}), _ends(file), _MOST_LINKS
    for key, seqs in _misplaced(file):
        read = rows[key]
        for seq in seqs[:left]:
            stop()
            left -= 1
            rows[key] = [(*read[0][:_SEQ], seq, *read[0][_SEQ + 1 :])]
            with suppress(ValueError, TypeError):
                if any(one.link[0] == seq and one.is_sound(ends) for one in _links(file)):
                    break
            rows[key] = read


def mend_links(file: DamagedFile, trials: Trials, stop: Stop) -> None:
    """Put right what was damaged of each link that does not follow: a hash, or one bit of anything that it is made of.

    A hash may stand in the link beside its own, too.

    The link proves it: it follows with the row as it is then, and with no other. So many links are tried at most that
    the chain is read some forty times.
    """
    units, ends = units_of(file), _ends(file)

    def with_another_hash(link: _Link) -> Iterator[_Written]:
        return chain(_with_a_hash_beside(file, link), _with_own_hash(file, link, units))

    # what takes few trials first: a link that covers much would leave none for the others
    for others in (with_another_hash, partial(_with_a_flipped_bit, file)):
        tried = set[int]()
        with suppress(ValueError, TypeError):
            # one by one: a link that covered too much has nothing left for those after it
            while len(tried) < _MOST_LINKS and (one := _first_damaged(file, ends, tried)) is not None:
                stop()
                tried.add(one.link[0])
                written = trials.as_long(others(one), one.size)
                proved = next((other for other in written if one.with_row(*other).is_sound(ends)), None)
                if proved is not None:
                    table, key, cells = proved
                    file.rows[table][key] = [cells]


def settle_counters(file: DamagedFile) -> None:
    """Put right the counters of the links and of what they cover by the last link, where it follows and none is lost.

    A counter beyond that is damaged itself: what it tells of was never written. None is lost where the links are as
    many as were given, or where every entry and every act is covered that was given: each link covers some.
    """
    ends, given = _ends(file), file.counters
    with suppress(ValueError, TypeError, StopIteration):
        *before, last = _links(file)
        covered = {table: last.link[place] for place, table in _COVERED.items()}
        all_covered = all(given.get(table) == end for table, end in covered.items())
        if last.is_sound(ends) and (last.link[0] == given.get(LINK) or all_covered):
            given.update({name: end for name, end in covered.items() if given.get(name, 0) > end})
            given[LINK] = last.link[0]
            if all(one.is_sound(ends) for one in before):
                # of none of them a hash is lost, so that none is lost behind them
                given[HASHES] = max(file.rows.get(HASHES, {}), default=0)


def proof_of(file: DamagedFile) -> Proof:
    """What the hashes prove that were read, by the links that follow from what they cover, as that was read.

    A link of which entries, acts or hashes are lost follows from nothing, and says nothing against the hashes that are
    left of it.
    """
    hashes, ends = _read_hashes(file), _ends(file)
    proving: set[int] = set()
    covered: dict[str, set[int]] = {table: set() for table in _COVERED.values()}
    before: Sequence[Any] = BEFORE_ALL
    chained = True
    with suppress(ValueError, TypeError):
        # what stands in a row may have no text: a number that is none, for one; from there on nothing is proved
        for one in _links(file):
            link = one.link
            told = one.is_sound(ends) and link[2] == before[-1]
            if told or _lacks(file, before, link, hashes, ends):
                proving.add(link[0])
            if told:
                for place, table in _COVERED.items():
                    covered[table].update(one.covered[place])
            # a link that cannot be judged proves no row to be the last that was written
            chained &= told and link[0] == before[0] + 1
            before = link
    chained &= before[0] == file.counters.get(LINK, -1)
    return Proof(newest_hashes(file), frozenset(proving), covered, chained)


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


_Written = tuple[str, int, Cells]
"""A table, a key and the row."""


class _Grown:
    """The entries or the acts that were read, and what each is hashed as."""

    def __init__(self, file: DamagedFile, table: Table) -> None:
        _names, self.text_of = entry_writer(table)
        self._rows = file.rows.get(table.name, {})
        self._keys = sorted(self._rows)

    def between(self, start: int, end: int) -> dict[int, str]:
        """Those after one key up to another."""
        keys = self._keys[bisect_right(self._keys, start) : bisect_right(self._keys, end)]
        return {key: self.text_of(self._rows[key][0]) for key in keys}


@dataclass(frozen=True, slots=True)
class _Link:
    """A link as it was read, with what it covers by its keys: the texts of entries and acts, and the hashes."""

    link: Sequence[Any]
    starts: Mapping[int, int]
    """By place in the link: the last key that those before it cover."""
    grown: Mapping[int, _Grown]
    covered: Mapping[int, Mapping[int, str]]
    hashes: Mapping[int, RowHash]

    def follows(self) -> bool:
        """Whether it follows from what it covers."""
        entries, acts = (self.covered[place].values() for place in (ENTRY, ACT))
        return _follows(self.link, entries, acts, rows_text(self.hashes.values()))

    def is_sound(self, ends: Mapping[int, int]) -> bool:
        """Whether it follows, and names no key after the last that was given, which ``ends`` tell by their place."""
        return all(self.link[place] <= end for place, end in ends.items()) and self.follows()

    @property
    def size(self) -> int:
        """About so many letters are hashed to tell whether it follows."""
        return sum(len(text) for texts in self.covered.values() for text in texts.values()) + _SIZE * len(self.hashes)

    def with_row(self, table: str, key: int, cells: Cells) -> _Link:
        """The same link with another row: of its own table, of the hashes, of the entries or of the acts."""
        if table == LINK:
            moved = [place for place in _COVERED if cells[place] != self.link[place]]
            other = {place: self.grown[place].between(self.starts[place], cells[place]) for place in moved}
            return replace(self, link=cells, covered={**self.covered, **other})
        if table == HASHES:
            return replace(self, hashes={**self.hashes, key: _hash_row(cells)[1]})
        place = next(place for place, name in _COVERED.items() if name == table)
        texts = {**self.covered[place], key: self.grown[place].text_of(cells)}
        return replace(self, covered={**self.covered, place: texts})


def _follows(link: Sequence[Any], entries: Iterable[str], acts: Iterable[str], rows: str) -> bool:
    """Whether a link follows from the hash that it names and from what it covers."""
    _seq, form, before, _last_entry, _last_act, digest = link
    return bool(form == FORMAT and link_hash(before, entries, acts, rows) == digest)


def _links(file: DamagedFile) -> Iterator[_Link]:
    """Every link that was read, the first first."""
    grown = {place: _Grown(file, Record.metadata.tables[table]) for place, table in _COVERED.items()}
    hashes: dict[int, dict[int, RowHash]] = {}
    for key, (seq, row) in _read_hashes(file):
        hashes.setdefault(seq, {})[key] = row
    starts = dict.fromkeys(_COVERED, 0)
    for _key, found in sorted(file.rows.get(LINK, {}).items()):
        link = found[0]
        covered = {place: grown[place].between(start, link[place]) for place, start in starts.items()}
        yield _Link(link, starts, grown, covered, hashes.get(link[0], {}))
        starts = {place: max(start, link[place]) for place, start in starts.items()}


def _misplaced(file: DamagedFile) -> Iterator[tuple[int, Sequence[int]]]:
    """The key of each hash that names no link between those of its neighbours, with the links that it may be of."""
    hashes = _read_hashes(file)
    links = [1, *(seq for _key, (seq, _row) in hashes), file.counters.get(LINK, 0)]
    for place, (key, _read) in enumerate(hashes):
        low, own, high = links[place : place + 3]
        if low <= high and not low <= own <= high:
            yield key, range(low, high + 1)


def _first_damaged(file: DamagedFile, ends: Mapping[int, int], tried: Container[int]) -> _Link | None:
    """The first link that is not sound though it lacks nothing, but for those that were ``tried``."""
    hashes = _read_hashes(file)
    before: Sequence[Any] = BEFORE_ALL
    for one in _links(file):
        if one.link[0] not in tried and not one.is_sound(ends) and not _lacks(file, before, one.link, hashes, ends):
            return one
        before = one.link
    return None


def _with_a_hash_beside(file: DamagedFile, link: _Link) -> Iterator[_Written]:
    """The last hash of the links before one, and the first of those after it, as one of its own."""
    hashes, own = _read_hashes(file), link.link[0]
    before = [key for key, (seq, _row) in hashes if seq < own][-1:]
    after = [key for key, (seq, _row) in hashes if seq > own][:1]
    for key in before + after:
        written = file.rows[HASHES][key][0]
        yield HASHES, key, (*written[:_SEQ], own, *written[_SEQ + 1 :])


def _with_own_hash(file: DamagedFile, link: _Link, units: Mapping[int, list[int]]) -> Iterator[_Written]:
    """Each hash of a link, made anew of its row as that was read, where it is another."""
    for key, (kind, row_id, _form, digest) in link.hashes.items():
        written = file.rows[HASHES][key][0]
        for cells in file.rows.get(kind, {}).get(row_id, ()) if kind in HASHED and kind != HOLIDAY else ():
            own = row_hash(Record.metadata.tables[kind], row_id, cells, units)
            if own and own != digest:
                yield HASHES, key, (*written[:_DIGEST], own, *written[_DIGEST + 1 :])


def _with_a_flipped_bit(file: DamagedFile, link: _Link) -> Iterator[_Written]:
    """Each row of which a link is made, with each of its bits flipped in turn; the shorter ones first."""
    tables: dict[str, Collection[int]] = {LINK: (link.link[0],), HASHES: link.hashes}
    tables |= {table: link.covered[place] for place, table in _COVERED.items()}
    for table, keys in tables.items():
        for key in keys:
            for cells in with_a_flipped_bit(file.rows[table][key][0]):
                yield table, key, cells


def _read_hashes(file: DamagedFile) -> list[_Hash]:
    """The hashes of rows that were read, in the order of their keys."""
    read = [(key, _hash_row(found[0])) for key, found in sorted(file.rows.get(HASHES, {}).items())]
    return [one for one in read if isinstance(one[1][0], int)]


def _hash_row(cells: Sequence[Any]) -> tuple[int, RowHash]:
    row = columns_of(table_of(RecordHashRecord), tuple(cells))
    return row["link"], (row["kind"], row["record_id"], row["format"], row["hash"])


def _lacks(
    file: DamagedFile, before: Sequence[Any], link: Sequence[Any], hashes: Sequence[_Hash], ends: Mapping[int, int]
) -> bool:
    """Whether the link before one is lost, or anything that it covers: keys are given without a gap."""
    if link[0] != before[0] + 1:
        return True
    for place, table in _COVERED.items():
        # a link that names keys which were never given is damaged itself
        last = min(link[place], ends[place])
        if any(key not in file.rows.get(table, {}) for key in range(before[place] + 1, last + 1)):
            return True
    first, after = (side(hashes, link[0], key=lambda one: one[1][0]) for side in (bisect_left, bisect_right))
    previous = hashes[first - 1][0] if first else 0
    following = hashes[after][0] if after < len(hashes) else file.counters.get(HASHES, 0) + 1
    return following - previous - 1 != after - first


def _ends(file: DamagedFile) -> dict[int, int]:
    """By place in a link: the last key that was given; where its counter is lost or too low, the last that was read."""
    return {
        place: max(file.counters.get(table, 0), max(file.rows.get(table, {}), default=0))
        for place, table in _COVERED.items()
    }
