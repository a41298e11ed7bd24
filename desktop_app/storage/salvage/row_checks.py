"""Judging of the rows of a damaged database: hashes and chain show which rows the program wrote.

Each table is read from both ends, then by each key that an index or a counter names.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Table

from desktop_app.domain.documents.snapshots import content_hash
from desktop_app.domain.read_models.findings import ListedRow, Reason
from desktop_app.storage.evidence.canonical import (
    HASHED,
    UNITS,
    entry_writer,
    hash_of,
    holiday_id,
    link_hash,
    row_text,
    row_writer,
    rows_text,
)
from desktop_app.storage.schema.base import Record
from desktop_app.storage.sqlite.connections import file_uri

MOST_KEYS: Final = 2_000_000
"""A counter above this is damaged itself."""

Rows = dict[int, tuple[Any, ...]]
"""By rowid: the cells in the order of the columns."""
Stop = Callable[[], object]
"""Called between rows; what it raises ends the reading."""


@contextmanager
def open_damaged(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a damaged database for reading only, even past a damaged entry of its schema."""
    with closing(sqlite3.connect(file_uri(path, "ro"), uri=True, isolation_level=None)) as connection:
        # bytes that are no UTF-8 become a mark: the hash of such a row does not agree
        connection.text_factory = lambda cell: cell.decode("utf-8", "replace")
        for pragma in ("writable_schema=ON", "cell_size_check=ON", "trusted_schema=OFF", "query_only=ON"):
            with suppress(sqlite3.Error):
                connection.execute(f"PRAGMA {pragma}")
        yield connection


def key_counters(connection: sqlite3.Connection) -> dict[str, int]:
    """Return by table the last key that SQLite gave, as far as it can be read."""
    with suppress(sqlite3.Error):
        found = connection.execute("SELECT name, seq FROM sqlite_sequence").fetchall()
        return {name: last for name, last in found if isinstance(last, int) and 0 <= last <= MOST_KEYS}
    return {}


def read_rows(connection: sqlite3.Connection, table: Table, known: Iterable[int], stop: Stop) -> Rows:
    """Return every readable row; ``known`` are keys that are also read one by one."""
    found: Rows = {}
    names = ", ".join(column.name for column in table.columns)
    asked = f"SELECT rowid, {names} FROM {table.name}"
    if not _scan(connection, f"{asked} NOT INDEXED ORDER BY rowid", found, stop):
        _scan(connection, f"{asked} NOT INDEXED ORDER BY rowid DESC", found, stop)
        keys = {*known, *_keys_of_indexes(connection, table, stop)}
        for key in sorted(keys - found.keys()):
            _scan(connection, f"{asked} WHERE rowid = {int(key)}", found, stop)
    return found


# ---- inside


def _scan(connection: sqlite3.Connection, asked: str, found: Rows, stop: Stop) -> bool:
    """Read rows up to the first unreadable page; return whether the end was reached."""
    try:
        for key, *cells in connection.execute(asked):
            stop()
            # no record has a smaller key: it was read out of zeros
            if key > 0:
                found.setdefault(key, tuple(cells))
    except (sqlite3.Error, OverflowError):
        return False
    return True


def _keys_of_indexes(connection: sqlite3.Connection, table: Table, stop: Stop) -> set[int]:
    """Return the keys in the indexes of a table, each index read from both ends."""
    found: Rows = {}
    for index in sorted(str(one.name) for one in table.indexes):
        column = next(iter(next(one for one in table.indexes if one.name == index).columns)).name
        for order in ("", " DESC"):
            _scan(
                connection, f"SELECT rowid FROM {table.name} INDEXED BY {index} ORDER BY {column}{order}", found, stop
            )
    return set(found)


AUDIT, ACT, LINK, HASH, HOLIDAY, UNIT_OF_CLAUSE = "audit", "act", "chain_link", "record_hash", "holiday", "clause_unit"
_NAMES: Final = ("number", "name", "title", "subject", "text", "post")
"""Columns that may name a row, the best first."""


@dataclass(slots=True)
class CheckedRows:
    """The kept rows, by table and rowid, and the listed rows."""

    rows: dict[str, Rows]
    key_counters: Mapping[str, int]
    kept: dict[str, Rows] = field(default_factory=dict)
    listed: list[ListedRow] = field(default_factory=list)
    head: str = ""
    """The newest hash of the old chain that could be read."""

    def drop(self, kind: str, key: int, reason: Reason, column: str = "") -> None:
        """Move a row from the kept rows to the listed ones."""
        cells = self.kept[kind].pop(key)
        self.listed = [one for one in self.listed if (one.kind, one.id) != (kind, key)]
        self.listed.append(ListedRow(kind, key, reason, column, name_of(kind, cells)))


def check_rows(rows: dict[str, Rows], counters: Mapping[str, int]) -> CheckedRows:
    """Check every row against its hash, then drop rows whose parents are not kept."""
    judged = CheckedRows(rows, counters)
    complete = len(rows[HASH]) == counters.get(HASH, -1)
    newest = _newest_hashes(rows[HASH])
    for kind in HASHED:
        judged.kept[kind] = {}
        _check_table(judged, kind, newest[kind], complete=complete)
    _check_chain(judged)
    for kind in (UNIT_OF_CLAUSE, "founding_draft", "draft"):
        judged.kept[kind] = dict(rows[kind])
    _drop_orphans(judged)
    return judged


def name_of(kind: str, cells: tuple[Any, ...]) -> str:
    """Return the readable name of a row, on one line."""
    named = dict(zip((column.name for column in _table(kind).columns), cells, strict=True))
    told = next((str(named[one]) for one in _NAMES if named.get(one) not in (None, "")), "")
    return " ".join(told.split())[:80]


# ---- inside


def _table(kind: str) -> Table:
    return Record.metadata.tables[kind]


def _newest_hashes(rows: Rows) -> Mapping[str, dict[int, str]]:
    found: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for _key, (_id, _link, kind, record_id, _form, digest) in sorted(rows.items()):
        found[kind][record_id] = digest
    return found


def _check_table(judged: CheckedRows, kind: str, hashes: Mapping[int, str], *, complete: bool) -> None:
    """Check the rows of one table; if ``complete``, no hash is lost, and a row without a hash is foreign."""
    names, write = row_writer(_table(kind))
    units = _units(judged.rows[UNIT_OF_CLAUSE]) if UNITS in names else None
    seen = set()
    for key, cells in judged.rows[kind].items():
        row_id = holiday_id(cells[0]) if kind == HOLIDAY else key
        seen.add(row_id)
        written = cells if units is None else (*cells, units.get(key))
        wanted = hashes.get(row_id, "")
        if wanted == hash_of(row_text(kind, row_id, write(written))):
            judged.kept[kind][key] = cells
            continue
        reason, column = _reason(kind, cells, wanted, complete=complete)
        judged.listed.append(ListedRow(kind, row_id, reason, column, name_of(kind, cells)))
        if reason is Reason.UNPROVEN:
            judged.kept[kind][key] = cells
    gone = sorted(row_id for row_id, digest in hashes.items() if digest and row_id not in seen)
    judged.listed += [ListedRow(kind, row_id, Reason.UNREAD) for row_id in gone]


def _reason(kind: str, cells: tuple[Any, ...], wanted: str, *, complete: bool) -> tuple[Reason, str]:
    """Return why a row is listed that does not match its recorded hash, and the wrong field, if any."""
    if wanted:
        return Reason.DIFFERS, ""
    if complete:
        return Reason.FOREIGN, ""
    column = _wrong_field(kind, cells)
    return (Reason.REFUSED if column else Reason.UNPROVEN), column


def _wrong_field(kind: str, cells: tuple[Any, ...]) -> str:
    """Return a field of an unproven row with an impossible value; empty if there is none.

    A number that no office reaches, and a frozen text that is not that of its code.
    """
    row = dict(zip((column.name for column in _table(kind).columns), cells, strict=True))
    huge = next((name for name, cell in row.items() if isinstance(cell, int) and abs(cell) > MOST_KEYS), "")
    if huge and huge != "size":
        return huge
    frozen = row.get("snapshot", row.get("document"))
    return "content_hash" if row.get("content_hash") and content_hash(str(frozen)) != row["content_hash"] else ""


def _units(rows: Rows) -> Mapping[int, list[int]]:
    """Return the cooperating units of each clause, in order."""
    found: defaultdict[int, list[tuple[int, int, int]]] = defaultdict(list)
    names = [column.name for column in _table(UNIT_OF_CLAUSE).columns]
    for key, cells in rows.items():
        row = dict(zip(names, cells, strict=True))
        if not all(isinstance(row[name], int) for name in ("clause_id", "ordinal", "unit_id")):
            # its table refuses it
            continue
        found[row["clause_id"]].append((row["ordinal"], key, row["unit_id"]))
    return {clause: [unit for _ordinal, _key, unit in sorted(units)] for clause, units in found.items()}


def _check_chain(judged: CheckedRows) -> None:
    """Keep all entries and acts; list those outside proven links as unproven, and missing ones as unread."""
    for kind, keys in _proven_keys(judged).items():
        judged.kept[kind] = dict(judged.rows[kind])
        unproven = sorted(judged.rows[kind].keys() - keys)
        judged.listed += [
            ListedRow(kind, key, Reason.UNPROVEN, name=name_of(kind, judged.rows[kind][key])) for key in unproven
        ]
        # keys that a proven link passes over were never given
        gone = sorted(set(range(1, judged.key_counters.get(kind, 0) + 1)) - judged.rows[kind].keys() - keys)
        judged.listed += [ListedRow(kind, key, Reason.UNREAD) for key in gone]


def _proven_keys(judged: CheckedRows) -> dict[str, set[int]]:
    """Return the keys of entries and of acts that links with a matching hash cover."""
    links = [cells for _key, cells in sorted(judged.rows[LINK].items())]
    hashes: defaultdict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for _key, (_id, link, kind, record_id, form, digest) in sorted(judged.rows[HASH].items()):
        hashes[link].append((kind, record_id, form, digest))
    proven: dict[str, set[int]] = {AUDIT: set(), ACT: set()}
    after: tuple[int, int, int] | None = (0, 0, 0)
    for seq, _form, previous, last_entry, last_act, digest in links:
        if not (isinstance(last_entry, int) and isinstance(last_act, int)):
            after = None
            continue
        if after is not None and after[0] == seq - 1:
            spans = {AUDIT: range(after[1] + 1, last_entry + 1), ACT: range(after[2] + 1, last_act + 1)}
            entries, acts = (_texts(judged.rows[kind], kind, span) for kind, span in spans.items())
            if link_hash(previous, entries, acts, rows_text(hashes[seq])) == digest:
                for kind, span in spans.items():
                    proven[kind].update(span)
        after = seq, last_entry, last_act
    return proven


def _texts(rows: Rows, kind: str, span: range) -> Iterator[str]:
    _names, write = entry_writer(_table(kind))
    return (write(rows[key]) for key in sorted(key for key in rows if key in span))


def _drop_orphans(judged: CheckedRows) -> None:
    """Drop rows whose parents are not kept, until none is left."""
    while orphans := list(_orphans(judged)):
        for kind, key, column in orphans:
            if key in judged.kept[kind]:
                judged.drop(kind, key, Reason.PARENT_LOST, column)


def _orphans(judged: CheckedRows) -> Iterator[tuple[str, int, str]]:
    for kind, rows in judged.kept.items():
        names = [column.name for column in _table(kind).columns]
        for column in _table(kind).columns:
            for key in column.foreign_keys:
                parents = _keys(judged.kept.get(key.column.table.name, {}))
                place = names.index(column.name)
                yield from (
                    (kind, row, column.name)
                    for row, cells in rows.items()
                    if cells[place] is not None and cells[place] not in parents
                )
    worded = _resolutions_with_wording(judged.kept["clause"])
    # a resolution has its words in a clause: without one it is a number alone
    yield from (("resolution", key, "clause") for key in judged.kept["resolution"] if key not in worded)


def _keys(rows: Rows) -> Collection[int]:
    return rows.keys()


def _resolutions_with_wording(clauses: Rows) -> set[int]:
    place = [column.name for column in _table("clause").columns].index("resolution_id")
    return {cells[place] for cells in clauses.values()}
