"""Judging of what was read: each row against the newest hash that was written of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, Final, NamedTuple, TypeVar

from sqlalchemy import Table

from desktop_app.domain.documents.papers import Classification
from desktop_app.storage.evidence.canonical import UNITS, hash_of, row_text, row_writer
from desktop_app.storage.evidence.stored import HASHED, holiday_id
from desktop_app.storage.recovery.closed_columns import with_another_value
from desktop_app.storage.recovery.flipped_bits import with_a_flipped_bit
from desktop_app.storage.recovery.frozen_words import FrozenWords
from desktop_app.storage.recovery.reading import Cells, DamagedFile, Stop
from desktop_app.storage.schema.base import table_of
from desktop_app.storage.schema.evidence import RecordHashRecord
from desktop_app.storage.schema.minutes import ClauseUnitRecord
from desktop_app.storage.schema.settings import HolidayRecord

HOLIDAY: Final = HolidayRecord.__tablename__
CLAUSE_UNIT: Final = ClauseUnitRecord.__tablename__
HASHES: Final = RecordHashRecord.__tablename__
ENTRIES: Final = ("audit", "act")
"""Tables that only grow; the chain proves their rows."""
CLAUSE: Final = "clause"
CLASS: Final = "classification"
"""Column of the class, in whichever table."""
MOST_TRIALS: Final = 2_000_000
"""Trials of the rows, and as many of the links, in one recovery: some twenty seconds, and a hundred rows with days."""
_ASKED_EVERY: Final = 1000
_KEY_BITS: Final = 48
"""More than the key of any row has."""
_LONG: Final = 2000
"""Letters or bytes of which the hash takes as long again as that of a short row."""
_RANKS: Final = ("", *(one.value for one in Classification))
"""Classes, the least guarded first; of a clause none is that of its minutes."""

Found = TypeVar("Found")


@dataclass(slots=True)
class Judged:
    """One table: its rows by rowid, parted by what their hashes say; the id of a holiday is that of its hash."""

    kept: dict[int, Cells] = field(default_factory=dict)
    """As they were written; of a table without hashes, and where hashes are lost, whatever was read."""
    unproven: set[int] = field(default_factory=set)
    """Of those: the rows of which no hash is left, or one that no link covers, or perhaps an older one, from which they
    differ, or that agree in all but their class."""
    lowered: dict[int, str] = field(default_factory=dict)
    """Of those: the rows whose class is lower than the one that a hash of them tells, or is none, with that class."""
    differing: dict[int, Cells] = field(default_factory=dict)
    unknown: dict[int, Cells] = field(default_factory=dict)
    missing: set[int] = field(default_factory=set)


class ReadHash(NamedTuple):
    """A hash of a row as it was read: its digest, empty for a row that was taken away; its link and its own key."""

    digest: str
    link: int
    key: int


_NO_HASH: Final = ReadHash("", 0, 0)
_DIGITS: Final = 64
_HEX: Final = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest hashes that were read."""

    hashes: Mapping[str, Mapping[int, ReadHash]]
    """By table and id: the hash that holds."""
    whole: bool
    """None is lost: a row without a hash was never written by an act."""
    lost: int = 0
    """Key of the last hash that is lost, as far as their keys and their counter tell: it may have been of any row."""
    older: frozenset[str] = frozenset()
    """The hashes of rows that were written again since."""

    def may_be_older(self, one: ReadHash) -> bool:
        """Whether its row may have been written again since: a row that differs from it may be a sound one."""
        return one.key < self.lost


@dataclass(frozen=True, slots=True)
class Proof:
    """What the hashes of a file prove."""

    newest: Newest
    links: frozenset[int] = frozenset()
    """The links whose hashes prove rows: what they cover says nothing against them."""
    covered: Mapping[str, Collection[int]] = field(default_factory=dict)
    """By table: the entries and the acts that a link covers which follows from them."""
    chained: bool = False
    """No link is missing, and each follows from the one before."""

    @property
    def last(self) -> bool:
        """Whether the newest hash of each row is the last that was written of it."""
        return self.newest.whole and self.chained


def newest_hashes(file: DamagedFile) -> Newest:
    """The hashes that hold; none of them is lost where the keys of their table have no gap."""
    rows = file.rows.get(HASHES, {})
    names = [column.name for column in table_of(RecordHashRecord).columns]
    kind, record_id, digest, link = (names.index(name) for name in ("kind", "record_id", "hash", "link"))
    newest: dict[str, dict[int, ReadHash]] = {}
    read, older = set(), set()
    for key in sorted(rows):
        cells = rows[key][0]
        if isinstance(cells[record_id], int) and isinstance(cells[link], int) and _is_digest(cells[digest]):
            own = newest.setdefault(str(cells[kind]), {})
            older.add(own.get(cells[record_id], _NO_HASH).digest)
            own[cells[record_id]] = ReadHash(cells[digest], cells[link], key)
            read.add(key)
    last = file.counters.get(HASHES, -1)
    lost = next((key for key in range(max(last, *rows, 0), 0, -1) if key not in read), 0)
    return Newest(newest, not lost and max(rows, default=0) == last, lost, frozenset(older))


def _is_digest(cell: object) -> bool:
    """Whether a cell is a hash, an empty one, or one with at most one flipped bit; one that was cut proves nothing.

    A hash of which half a sector is lost would condemn the sound row that it was written of.
    """
    if not isinstance(cell, str) or len(cell) not in (0, _DIGITS):
        return False
    odd = [letter for letter in cell if letter not in _HEX]
    return not odd or (len(odd) == 1 and any(chr(ord(odd[0]) ^ 1 << bit) in _HEX for bit in range(8)))


class Trials:
    """So many rows with another value may still be tried, over all tables: a bound of the time that this takes.

    A long row counts as several: its hash takes so much longer.
    """

    def __init__(self, stop: Stop, left: int = MOST_TRIALS) -> None:
        self._stop, self._left, self._tried = stop, left, 0

    def among(self, rows: Iterable[Cells]) -> Iterator[Cells]:
        """These rows as far as they may be tried."""
        for row in rows:
            if not self._may(sum(len(cell) for cell in row if isinstance(cell, str | bytes))):
                return
            yield row

    def as_long(self, found: Iterable[Found], letters: int) -> Iterator[Found]:
        """Of what takes so many ``letters`` to be tried: as much as may be."""
        for one in found:
            if not self._may(letters):
                return
            yield one

    def _may(self, letters: int) -> bool:
        """Whether one more may be tried; now and then it is asked whether to go on."""
        if self._left <= 0:
            return False
        self._left -= 1 + letters // _LONG
        self._tried += 1
        if self._tried % _ASKED_EVERY == 1:
            self._stop()
        return True


def judge(table: Table, file: DamagedFile, proof: Proof, trials: Trials, frozen: FrozenWords) -> Judged:
    """Each row of one table."""
    candidates = file.rows.get(table.name, {})
    if table.name not in HASHED:
        kept = {key: cells[0] for key, cells in candidates.items()}
        given = range(1, file.counters.get(table.name, 0) + 1) if table.name in ENTRIES else ()
        unproven = kept.keys() - proof.covered.get(table.name, ())
        return Judged(kept, set(unproven), missing=set(given) - kept.keys())
    judging = _Judging(table, file, proof, trials, frozen)
    for key, found in candidates.items():
        judging.row(key, found)
    return judging.ended()


def prove_units(judged: Mapping[str, Judged]) -> None:
    """Cooperating units have no hash of their own: they are proved by that of their clause."""
    clauses, units = judged[CLAUSE], judged[CLAUSE_UNIT]
    proved = clauses.kept.keys() - clauses.unproven
    table = table_of(ClauseUnitRecord)
    units.unproven -= {key for key, cells in units.kept.items() if columns_of(table, cells)["clause_id"] in proved}


def row_hash(table: Table, row_id: int, cells: Cells, units: Mapping[int, list[int]]) -> str:
    """The hash of a row; empty where what stands in it has no text. ``units`` are those of clauses."""
    names, write = row_writer(table)
    row = (*cells, units.get(row_id)) if UNITS in names else cells
    try:
        return hash_of(row_text(table.name, row_id, write(row)))
    except (ValueError, TypeError):
        # a number that is none, for one
        return ""


def units_of(file: DamagedFile) -> dict[int, list[int]]:
    """By clause: its cooperating units in their order."""
    table = table_of(ClauseUnitRecord)
    rows = [columns_of(table, cells[0]) | {"key": key} for key, cells in file.rows.get(CLAUSE_UNIT, {}).items()]
    return _grouped(sorted((row for row in rows if _plain(row)), key=lambda row: (row["ordinal"], row["key"])))


def columns_of(table: Table, cells: Cells) -> dict[str, Any]:
    """A row by the names of its columns."""
    return {column.name: cell for column, cell in zip(table.columns, cells, strict=True)}


# ---- inside


class _Judging:
    """Judging of the rows of one table."""

    def __init__(self, table: Table, file: DamagedFile, proof: Proof, trials: Trials, frozen: FrozenWords) -> None:
        self._table, self._file, self._proof, self._trials, self._frozen = table, file, proof, trials, frozen
        self._wanted = dict(proof.newest.hashes.get(table.name, {}))
        self._units = units_of(file) if table.name == CLAUSE else {}
        self._judged = Judged()

    def row(self, key: int, found: list[Cells]) -> None:
        """One row, in each form in which it was read."""
        judged, proof = self._judged, self._proof
        for read, cells in _readings(self._table, found):
            digest, link, _key = self._wanted.get(self._id_of(key, cells), _NO_HASH)
            if digest and self._hash(key, cells) == digest:
                del self._wanted[self._id_of(key, cells)]
                if read is not cells and not proof.last:
                    _keep_class(judged, self._table, key, read, cells)
                    return
                judged.kept[key] = cells
                if link not in proof.links:
                    judged.unproven.add(key)
                return
        cells = found[0]
        newest = self._wanted.pop(self._id_of(key, cells), _NO_HASH)
        if newest.digest and not (proof.newest.may_be_older(newest) and self._may_be_sound(key, cells)):
            self._differs(key, cells, newest.digest)
        elif proof.last:
            judged.unknown[key] = cells
        else:
            judged.kept[key] = cells
            judged.unproven.add(key)

    def ended(self) -> Judged:
        """The whole table; what was wanted and not read is missing."""
        self._judged.missing |= {row_id for row_id, newest in self._wanted.items() if newest.digest}
        if self._judged.missing and "id" in self._table.columns:
            for key, cells in list(self._judged.unknown.items()):
                self._rename(key, cells)
        return self._judged

    def _rename(self, key: int, cells: Cells) -> None:
        """A row of no hash that is a missing one under a key with a flipped bit: the hash of that proves it."""
        place = self._table.columns.keys().index("id")
        for row_id in self._judged.missing.intersection(key ^ (1 << bit) for bit in range(_KEY_BITS)):
            renamed = (*cells[:place], row_id, *cells[place + 1 :])
            if self._hash(row_id, renamed) == self._wanted[row_id].digest:
                self._judged.kept[row_id] = renamed
                self._judged.missing.remove(row_id)
                del self._judged.unknown[key]
                return

    def _may_be_sound(self, key: int, cells: Cells) -> bool:
        """Whether nothing that is left says that a row was damaged: neither an older hash of it nor frozen words."""
        return self._hash(key, cells) not in self._proof.newest.older and not self._frozen.deny(self._table.name, cells)

    def _differs(self, key: int, cells: Cells, digest: str) -> None:
        """Where its hash is the last that was written of it, it may prove which cell was damaged."""
        tried = self._proof.last and self._table.name != HOLIDAY
        values = chain(with_a_flipped_bit(cells), with_another_value(self._table, cells, self._file))
        others = self._trials.among(values) if tried else ()
        repaired = next((other for other in others if self._hash(key, other) == digest), None)
        if repaired is None:
            self._judged.differing[key] = cells
        else:
            self._judged.kept[key] = repaired

    def _id_of(self, key: int, cells: Cells) -> int:
        return holiday_id(cells[0]) if self._table.name == HOLIDAY else key

    def _hash(self, key: int, cells: Cells) -> str:
        return row_hash(self._table, self._id_of(key, cells), cells, self._units)


def _readings(table: Table, found: list[Cells]) -> Iterator[tuple[Cells, Cells]]:
    """The row as it was read, twice; then beside it with each other class: its hash proves which one it had."""
    yield from ((cells, cells) for cells in found)
    place = next((place for place, column in enumerate(table.columns) if column.name == CLASS), None)
    if place is not None:
        for cells in found:
            for own in (*(one.value for one in Classification), None):
                yield cells, (*cells[:place], own, *cells[place + 1 :])


def _keep_class(judged: Judged, table: Table, key: int, read: Cells, hashed: Cells) -> None:
    """The hash may be of before the class was raised, whose own hash is lost: it lowers none."""
    own, then = (columns_of(table, cells)[CLASS] or "" for cells in (read, hashed))
    judged.kept[key] = read
    judged.unproven.add(key)
    if own not in _RANKS or _RANKS.index(own) < _RANKS.index(then):
        judged.lowered[key] = then


def _plain(row: Mapping[str, Any]) -> bool:
    return all(isinstance(row[name], int) for name in ("clause_id", "unit_id", "ordinal"))


def _grouped(rows: Iterable[Mapping[str, Any]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for row in rows:
        found.setdefault(row["clause_id"], []).append(row["unit_id"])
    return found
