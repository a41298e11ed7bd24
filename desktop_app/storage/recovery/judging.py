"""Judging of what was read: each row against the newest hash that was written of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Table

from desktop_app.domain.documents.papers import Classification
from desktop_app.storage.evidence.canonical import UNITS, hash_of, row_text, row_writer
from desktop_app.storage.evidence.stored import HASHED, holiday_id
from desktop_app.storage.recovery.closed_columns import with_another_value
from desktop_app.storage.recovery.reading import Candidates, Cells, DamagedFile
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
_NO_HASH: Final = ("", 0)
_MOST_TRIED: Final = 20
"""So many rows of a table are tried with every value of their closed columns: up to a second each."""
_RANKS: Final = ("", *(one.value for one in Classification))
"""Classes, the least guarded first; of a clause none is that of its minutes."""


@dataclass(slots=True)
class Judged:
    """One table: its rows by rowid, parted by what their hashes say; the id of a holiday is that of its hash."""

    kept: dict[int, Cells] = field(default_factory=dict)
    """As they were written; of a table without hashes, and where hashes are lost, whatever was read."""
    unproven: set[int] = field(default_factory=set)
    """Of those: the rows of which no hash is left, or one that no link covers, or that agree in all but their class."""
    lowered: dict[int, str] = field(default_factory=dict)
    """Of those: the rows whose class is lower than the one that a hash of them tells, or is none, with that class."""
    differing: dict[int, Cells] = field(default_factory=dict)
    unknown: dict[int, Cells] = field(default_factory=dict)
    missing: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest hashes that were read."""

    hashes: Mapping[str, Mapping[int, tuple[str, int]]]
    """By table and id: the hash that holds, empty for a row that was taken away, and the link that covers it."""
    whole: bool
    """None is lost: a row without a hash was never written by an act."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What the hashes of a file prove."""

    newest: Newest
    links: frozenset[int] = frozenset()
    """The links whose hashes prove rows: what they cover says nothing against them."""
    chained: bool = False
    """No link is missing, and nothing is said against any."""

    @property
    def last(self) -> bool:
        """Whether the newest hash of a row is the last that was written of it."""
        return self.newest.whole and self.chained


def newest_hashes(file: DamagedFile) -> Newest:
    """The hashes that hold; none of them is lost where the keys of their table have no gap."""
    rows = file.rows.get(HASHES, {})
    names = [column.name for column in table_of(RecordHashRecord).columns]
    kind, record_id, digest, link = (names.index(name) for name in ("kind", "record_id", "hash", "link"))
    newest: dict[str, dict[int, tuple[str, int]]] = {}
    read = 0
    for key in sorted(rows):
        cells = rows[key][0]
        if isinstance(cells[record_id], int) and isinstance(cells[link], int) and isinstance(cells[digest], str):
            newest.setdefault(str(cells[kind]), {})[cells[record_id]] = cells[digest], cells[link]
            read += 1
    last = file.counters.get(HASHES, -1)
    return Newest(newest, read == last and max(rows, default=0) == last)


def judge(table: Table, candidates: Candidates, file: DamagedFile, proof: Proof) -> Judged:
    """Each row of one table."""
    if table.name not in HASHED:
        kept = {key: cells[0] for key, cells in candidates.items()}
        given = range(1, file.counters.get(table.name, 0) + 1) if table.name in ENTRIES else ()
        return Judged(kept, set() if table.name in ENTRIES else set(kept), missing=set(given) - kept.keys())
    judged = Judged()
    wanted = dict(proof.newest.hashes.get(table.name, {}))
    units = _units(file) if table.name == CLAUSE else {}
    for key, found in candidates.items():
        _judge_row(judged, table, key, found, units, wanted, proof, file)
    judged.missing |= {row_id for row_id, (digest, _link) in wanted.items() if digest}
    return judged


def prove_units(judged: Mapping[str, Judged]) -> None:
    """Cooperating units have no hash of their own: they are proved by that of their clause."""
    clauses, units = judged[CLAUSE], judged[CLAUSE_UNIT]
    proved = clauses.kept.keys() - clauses.unproven
    table = table_of(ClauseUnitRecord)
    units.unproven -= {key for key, cells in units.kept.items() if columns_of(table, cells)["clause_id"] in proved}


def columns_of(table: Table, cells: Cells) -> dict[str, Any]:
    """A row by the names of its columns."""
    return {column.name: cell for column, cell in zip(table.columns, cells, strict=True)}


# ---- inside


def _judge_row(
    judged: Judged,
    table: Table,
    key: int,
    found: list[Cells],
    units: Mapping[int, list[int]],
    wanted: dict[int, tuple[str, int]],
    proof: Proof,
    file: DamagedFile,
) -> None:
    for read, cells in _readings(table, found):
        row_id = holiday_id(cells[0]) if table.name == HOLIDAY else key
        digest, link = wanted.get(row_id, _NO_HASH)
        if digest and _hash(table, row_id, cells, units) == digest:
            del wanted[row_id]
            if read is not cells and not proof.last:
                _keep_class(judged, table, key, read, cells)
                return
            judged.kept[key] = cells
            if link not in proof.links:
                judged.unproven.add(key)
            return
    cells = found[0]
    row_id = holiday_id(cells[0]) if table.name == HOLIDAY else key
    digest, _link = wanted.pop(row_id, _NO_HASH)
    if digest:
        tried = proof.last and table.name != HOLIDAY and len(judged.differing) < _MOST_TRIED
        others = with_another_value(table, cells, file) if tried else ()
        repaired = next((other for other in others if _hash(table, row_id, other, units) == digest), None)
        if repaired is None:
            judged.differing[key] = cells
        else:
            judged.kept[key] = repaired
    elif proof.last:
        judged.unknown[key] = cells
    else:
        judged.kept[key] = cells
        judged.unproven.add(key)


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


def _hash(table: Table, row_id: int, cells: Cells, units: Mapping[int, list[int]]) -> str:
    names, write = row_writer(table)
    row = (*cells, units.get(row_id)) if UNITS in names else cells
    try:
        return hash_of(row_text(table.name, row_id, write(row)))
    except (ValueError, TypeError):
        # what stands there has no text: a number that is none, for one
        return ""


def _units(file: DamagedFile) -> dict[int, list[int]]:
    """By clause: its cooperating units in their order."""
    table = table_of(ClauseUnitRecord)
    rows = [columns_of(table, cells[0]) | {"key": key} for key, cells in file.rows.get(CLAUSE_UNIT, {}).items()]
    return _grouped(sorted((row for row in rows if _plain(row)), key=lambda row: (row["ordinal"], row["key"])))


def _plain(row: Mapping[str, Any]) -> bool:
    return all(isinstance(row[name], int) for name in ("clause_id", "unit_id", "ordinal"))


def _grouped(rows: Iterable[Mapping[str, Any]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for row in rows:
        found.setdefault(row["clause_id"], []).append(row["unit_id"])
    return found
