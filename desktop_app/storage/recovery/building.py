"""Building of the recovered database: a new file of the current schema, filled with the rows that were judged.

The guards are taken down while rows of old acts are put back, and stand again before the one commit. A record that
others belong to is never simply left out: it comes over marked, or an empty one stands in its place.
"""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import partial
from itertools import product
from typing import Any, Final

from sqlalchemy import Column, Table, Text, UniqueConstraint

from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.calendar.jalali import FIRST_DAY, LAST_DAY
from desktop_app.domain.read_models.recovery_report import Fate, NamedRecord
from desktop_app.domain.rules.minutes import EDITABLE
from desktop_app.domain.text.digits import persian_digits
from desktop_app.storage.recovery.judging import CLAUSE, Judged, columns_of
from desktop_app.storage.recovery.lost_clauses import (
    FAR,
    Place,
    belong_together,
    ids_of_lost,
    ids_of_read,
    minutes_of_clause,
    minutes_referred_to,
    places_left,
    places_told,
)
from desktop_app.storage.recovery.marking import MARK, Marking
from desktop_app.storage.recovery.naming import name_of
from desktop_app.storage.recovery.proved_around import NO_CODE, VERSION, proved
from desktop_app.storage.recovery.reading import Cells, Hints
from desktop_app.storage.recovery.written_ids import WrittenIds
from desktop_app.storage.schema.base import Record
from desktop_app.storage.schema.types import DayText, InstantText, TimeText, WordText, YesNo

_NO_DAY: Final = FIRST_DAY.isoformat()
"""The first that can be shown."""
_NO_INSTANT: Final = f"{FIRST_DAY.replace(day=22).isoformat()}T00:00:00Z"
"""Of the day after, since the local day of an instant may be the one before."""
_NOTHING: Final[Mapping[type, object]] = {DayText: _NO_DAY, InstantText: _NO_INSTANT, TimeText: "", YesNo: 0}
_MINUTES: Final = "minutes_version"
_WORDED, _WORDS_OF = "resolution_id", "minutes_version_id"
"""Columns of a clause: the resolution, and the minutes in which it stands."""
_OWNERS: Final[Mapping[str, tuple[str, ...]]] = {
    CLAUSE: (_WORDS_OF, _WORDED),
    "signer": (_WORDS_OF,),
    "resolution": ("meeting_id",),
    "task": (_WORDED, "unit_id"),
    "task_act": ("task_id",),
    "resolution_act": (_WORDED,),
    "deadline_event": (_WORDED,),
}
"""Columns without which no empty record stands in: it would be read among the records of another one."""
_PARTY: Final = "party_id"
_RUNS: Final = "started_at"
_MOST_IDS: Final = 1 << 40
"""No record was ever given such an id: what tells of one is damaged."""


class Builder:
    """Puts rows into the tables of a new file, inside its open transaction and without its guards."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        judged: Mapping[str, Judged],
        hints: Mapping[str, Hints],
        marking: Marking,
        given: Mapping[str, int],
        all_known: bool,
    ) -> None:
        """``given`` and ``all_known`` as of :class:`WrittenIds`."""
        self._connection, self._all_known = connection, all_known
        self._judged, self._hints = judged, dict(hints)
        self._ids = WrittenIds(connection, judged, self._hints, given, all_known=all_known)
        self._marking = marking
        self._tried: set[tuple[str, int]] = set()
        """Records that were put in another's place once; one that could not stay does not come again."""
        self.came: dict[str, set[int]] = {}
        """By table: the rowids that came over unmarked."""
        self.records: dict[tuple[str, int], NamedRecord] = {}
        self._tables = Record.metadata.tables

    def put(self, tables: Iterable[Table]) -> None:
        """Every kept row; then what rows refer to and is not there."""
        for table in tables:
            judged = self._judged.get(table.name, Judged())
            came = self.came.setdefault(table.name, set())
            for key, cells in sorted(judged.kept.items()):
                row = columns_of(table, cells)
                if key in judged.unproven:
                    row |= self._marking.unproven(table, row, judged.lowered.get(key))
                times = _times_out_of_calendar(table, row)
                if self._insert(table, row | times, key):
                    came.add(key)
                    if times:
                        self._tell(table, key, Fate.TIME_UNKNOWN, cells)
                    continue
                # its days may be all that is wrong with it
                marked = bool(_columns_out_of_calendar(table, row)) and self._put_marked(table, key, cells)
                if not marked:
                    self._tell(table, key, Fate.REFUSED, cells)
            self._tell_left_out(table, judged)
        self._word_lost_clauses()
        self._word_resolutions(places_told)
        for parent in ("meeting", _MINUTES):
            self._stand_in_for(parent)
        # of minutes that were lost themselves, too
        self._word_resolutions(places_told)
        if not self._judged.get(_MINUTES, Judged()).missing - self._ids.ids_there(_MINUTES):
            # those that are lost altogether may be the ones that held it
            self._word_resolutions(places_left)
        self._settle_references()

    # ---- inside

    def _insert(self, table: Table, row: Mapping[str, Any], rowid: int | None = None) -> bool:
        if _columns_out_of_calendar(table, row):
            return False
        names = list(row)
        values = [row[name] for name in names]
        if rowid is not None and "id" not in row and "seq" not in row:
            names, values = ["rowid", *names], [rowid, *values]
        places = ", ".join("?" for _ in names)
        try:
            self._connection.execute(f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({places})", values)
        except (sqlite3.IntegrityError, sqlite3.InterfaceError, OverflowError, UnicodeError):
            return False
        return True

    def _tell_left_out(self, table: Table, judged: Judged) -> None:
        for key, cells in judged.differing.items():
            self._tell(table, key, Fate.DIFFERS, cells)
        for key, cells in judged.unknown.items():
            self._tell(table, key, Fate.UNKNOWN, cells)
        for row_id in judged.missing:
            self._tell(table, row_id, Fate.LOST)

    def _tell(self, table: Table, key: int, fate: Fate, cells: Cells | None = None) -> None:
        known = columns_of(table, cells) if cells is not None else self._hints.get(table.name, {}).get(key, {})
        name = name_of(known)
        self.records[table.name, key] = NamedRecord(table.name, key, fate, name)

    def _settle_references(self) -> None:
        """Parents first come marked or empty; a row whose parent cannot stand goes too, and that until none is left."""
        while broken := self._connection.execute("PRAGMA foreign_key_check").fetchall():
            for table, rowid, parent, place in broken:
                parent_id = _reference(self._connection, table, rowid, place)
                if parent_id is None:
                    continue
                if not self._stand_in_where_written(self._tables[parent], parent_id):
                    self._drop(self._tables[table], rowid)

    def _stand_in_for(self, parent: str) -> None:
        """A record for each one of a table that rows refer to and is not there."""
        for table, rowid, of, place in self._connection.execute("PRAGMA foreign_key_check").fetchall():
            if of == parent and (parent_id := _reference(self._connection, table, rowid, place)) is not None:
                self._stand_in_where_written(self._tables[parent], parent_id)

    def _word_lost_clauses(self) -> None:
        """The clauses of resolutions that differ, marked, and of those that are lost empty ones where an index tells.

        No list would show a resolution without one, nor any of its tasks; and where a correction lost its clause, the
        words before it would be read as those in force.
        """
        table, judged = self._tables[CLAUSE], self._judged.get(CLAUSE, Judged())
        there = {row[0] for row in self._connection.execute("SELECT id FROM resolution")}
        worded = set(self._connection.execute(f"SELECT {_WORDS_OF}, {_WORDED} FROM {CLAUSE}"))
        for key, cells in sorted(judged.differing.items()):
            if columns_of(table, cells)[_WORDED] in there:
                self._put_marked(table, key, cells)
        for key, known in sorted(self._hints.get(CLAUSE, {}).items()):
            told = isinstance(known.get(_WORDED), int) and isinstance(known.get(_WORDS_OF), int)
            # where every lost row is known, an index that tells of another one is damaged itself
            written = key in judged.missing or (known.get(_WORDED) in there and not self._all_known)
            if told and written and (known[_WORDS_OF], known[_WORDED]) not in worded:
                self._stand_in(table, key)

    def _word_resolutions(self, places_of: Callable[[sqlite3.Connection, Collection[int]], list[Place]]) -> None:
        """An empty clause for each place that a resolution which came over unmarked has without one."""
        hints = self._hints.setdefault(CLAUSE, {})
        judged = self._judged.get(CLAUSE, Judged())
        there = self._ids.ids_there(CLAUSE)
        places = places_of(self._connection, self.came.get("resolution", ()))
        rows = {key: columns_of(self._tables[CLAUSE], judged.differing[key]) for key in judged.differing.keys() - there}
        read = {key: (row[_WORDS_OF], row[_WORDED]) for key, row in rows.items()}
        own = ids_of_read(places, read, self._ids.may_hold)
        if self._all_known:
            lost = {key for key in judged.missing - there if _WORDED not in hints.get(key, {})}
            own |= ids_of_lost(set(places) - own.keys(), lost, partial(minutes_of_clause, self._connection))
        last = max(
            (one for one in (*self._ids.ids_known(CLAUSE), self._ids.highest_given(CLAUSE)) if one < _MOST_IDS),
            default=0,
        )
        for place in places:
            last = last if place in own else last + 1
            key = own.get(place, last)
            hints[key] = hints.get(key, {}) | {_WORDS_OF: place[0], _WORDED: place[1]}
            self._tried.discard((CLAUSE, key))
            self._stand_in(self._tables[CLAUSE], key)

    def _stand_in_where_written(self, table: Table, row_id: int) -> bool:
        return self._ids.may_have_been_written(table.name, row_id) and self._stand_in(table, row_id)

    def _stand_in(self, table: Table, row_id: int) -> bool:
        """A marked or an empty record under the id that others refer to."""
        key = next(iter(table.primary_key.columns)).name
        if self._connection.execute(f"SELECT 1 FROM {table.name} WHERE {key} = ?", (row_id,)).fetchone():
            return True
        if (table.name, row_id) in self._tried:
            return False
        self._tried.add((table.name, row_id))
        differing = self._judged.get(table.name, Judged()).differing.get(row_id)
        if differing is not None and self._put_marked(table, row_id, differing):
            return True
        if key == "id" and any(self._insert(table, row) for row in self._empty(table, row_id)):
            self._tell(table, row_id, self._fate_of_empty(table, row_id), differing)
            return True
        return False

    def _put_marked(self, table: Table, key: int, cells: Cells) -> bool:
        """A row that differs, unless a damaged reference would lead it into sound minutes of another meeting."""
        row = self._marking.marked(table, cells)
        if table.name == CLAUSE:
            known = self._hints.get(CLAUSE, {}).get(key, {})
            row |= {name: known[name] for name in _OWNERS[CLAUSE] if name in known}
            minutes = self._ids.ids_known(_MINUTES) | minutes_referred_to(self._connection)
            if row[_WORDS_OF] not in minutes or not belong_together(self._connection, row[_WORDS_OF], row[_WORDED]):
                return False
        if not self._insert(table, row | self._mended(table, key, row)):
            return False
        self._tell(table, key, Fate.MARKED, cells)
        return True

    def _mended(self, table: Table, key: int, row: Mapping[str, Any]) -> dict[str, Any]:
        """Columns to change in a row that differs: references to records that never were, and days out of the calendar.

        Final minutes of which an older row was read get their state back.
        """
        days = {one.name: None if one.nullable else _NO_DAY for one in _columns_out_of_calendar(table, row)}
        days |= _times_out_of_calendar(table, row)
        found = {
            column.parent.name: None
            for column in table.foreign_keys
            if isinstance(row[column.parent.name], int)
            and not self._ids.may_have_been_written(column.column.table.name, row[column.parent.name])
        }
        if not found and table.name != _MINUTES:
            return days
        known = self._hints.get(table.name, {}).get(key, {})
        sure = proved(self._connection, table.name, key, {**row, **known, **found})
        mended = days | {name: known.get(name, sure.get(name)) for name in found}
        if table.name == _MINUTES and row["state"] in EDITABLE and sure.get("finalised_at"):
            # an older state of the row: its text is lost, and nobody may write it anew
            mended |= {name: sure[name] for name in ("state", "content_hash", "finalised_at")}
            mended["snapshot"] = f"{MARK} {persian_digits(key)}"
        return mended

    def _drop(self, table: Table, rowid: int) -> None:
        names = ", ".join(column.name for column in table.columns)
        cells = self._connection.execute(f"SELECT {names} FROM {table.name} WHERE rowid = ?", (rowid,)).fetchone()
        self._connection.execute(f"DELETE FROM {table.name} WHERE rowid = ?", (rowid,))
        self.came.get(table.name, set()).discard(rowid)
        self._tell(table, rowid, Fate.REFUSED, cells)

    def _empty(self, table: Table, row_id: int) -> Iterator[dict[str, Any]]:
        """Records of which only is known what an index or other rows say, until every rule takes one."""
        known = self._hints.get(table.name, {}).get(row_id, {})
        sure = proved(self._connection, table.name, row_id, known)
        owners = {owner: {**known, **sure}.get(owner) for owner in _OWNERS.get(table.name, ())}
        if None in owners.values():
            return
        known = {**known, **owners}
        yield from self._filled(table, row_id, known, sure)
        if VERSION in sure:
            # the number that stands in the way is known to be of another record; its state is its own all the same
            yield from self._filled(table, row_id, known, {name: sure[name] for name in sure if name != VERSION})
        if sure:
            yield from self._filled(table, row_id, known, {})

    def _fate_of_empty(self, table: Table, row_id: int) -> Fate:
        """Whether an empty record is known to be of the party under which it stands."""
        known = self._hints.get(table.name, {}).get(row_id, {})
        belongs = _PARTY not in table.columns or table.columns[_PARTY].nullable
        told = belongs or _PARTY in {**known, **proved(self._connection, table.name, row_id, known)}
        return Fate.EMPTY if told else Fate.PARTY_UNKNOWN

    def _filled(
        self, table: Table, row_id: int, known: Mapping[str, Any], sure: Mapping[str, Any]
    ) -> Iterator[dict[str, Any]]:
        texts, numbers = (f"{MARK} {persian_digits(row_id)}", ""), (row_id, row_id + FAR, 1, 0)
        owners = {name: known[name] for name in _OWNERS.get(table.name, ()) if name in known}
        for turn, text, number, filled in product(range(_unique_words(table)), texts, numbers, (True, False)):
            row: dict[str, Any] = {"id": row_id, **self._marking.lost_words(table, {**known, **sure}), **owners, **sure}
            for column in table.columns:
                if column.name not in row and (filled or not column.nullable):
                    row[column.name] = self._no_value(column, known.get(column.name), text, number, turn)
            yield row

    def _no_value(self, column: Column[Any], known: object, text: str, number: int, turn: int) -> object:
        """What stands in a column of which nothing can be proved."""
        if not column.foreign_keys:
            return _nothing(column, known, text, number, turn)
        if known is not None or column.nullable:
            return known
        return _any_parent(self._connection, next(iter(column.foreign_keys)).column.table)


def _reference(connection: sqlite3.Connection, table: str, rowid: int, place: int) -> int | None:
    """The id to which a row refers by one of its foreign keys."""
    keys = connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
    column = next(row[3] for row in keys if row[0] == place)
    found = connection.execute(f"SELECT {column} FROM {table} WHERE rowid = ?", (rowid,)).fetchone()
    return None if found is None else found[0]


def _columns_out_of_calendar(table: Table, row: Mapping[str, Any]) -> list[Column[Any]]:
    """The columns of days of years that the calendar does not know: no list and no paper could ever show them."""
    first, last = FIRST_DAY.isoformat(), LAST_DAY.isoformat()
    dated = (one for one in table.columns if isinstance(one.type, DayText) and row.get(one.name))
    return [one for one in dated if not first <= str(row[one.name]) <= last]


def _times_out_of_calendar(table: Table, row: Mapping[str, Any]) -> dict[str, str]:
    """For each column with an instant that no list and no paper could show: the first that can be shown.

    A beginning from which a clock runs is unknown instead: it would have run for a hundred years.
    """
    timed = (one.name for one in table.columns if isinstance(one.type, InstantText) and row.get(one.name))
    return {name: "" if name == _RUNS else _NO_INSTANT for name in timed if not _is_shown(str(row[name]))}


def _is_shown(instant: str) -> bool:
    try:
        day, _time = local_moment(instant)
    except (ValueError, OverflowError):
        return False
    return FIRST_DAY <= day <= LAST_DAY


def _any_parent(connection: sqlite3.Connection, table: Table) -> int:
    found = connection.execute(f"SELECT min(id) FROM {table.name}").fetchone()[0]
    return 1 if found is None else int(found)


def _unique_words(table: Table) -> int:
    """How many words a closed list has that no two records may share; 1 where there is none."""
    unique = (column for one in table.constraints if isinstance(one, UniqueConstraint) for column in one.columns)
    lists: Iterator[type[StrEnum]] = (column.type.words for column in unique if isinstance(column.type, WordText))
    return max(map(len, lists), default=1)


def _nothing(column: Column[Any], known: object, text: str, number: int, turn: int) -> object:
    """``turn``: which word of a closed list."""
    kind = column.type
    if column.name == "uid":
        return known or str(uuid.uuid4())
    if column.name == "content_hash":
        # read as hexadecimal digits, wherever its paper is told
        return known or NO_CODE
    if isinstance(kind, WordText):
        words: type[StrEnum] = kind.words
        return [*words][turn % len(words)].value
    if type(kind) in _NOTHING:
        return None if column.nullable else _NOTHING[type(kind)]
    if isinstance(kind, Text):
        return f"{MARK} {known}" if known and text else text
    return known if isinstance(known, int) else number
