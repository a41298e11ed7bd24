"""Class of what was read of a damaged database: the highest that any row, kept document or entry tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from desktop_app.domain.documents.papers import Classification, highest
from desktop_app.storage.recovery.frozen_words import FrozenWords
from desktop_app.storage.recovery.judging import CLASS, CLAUSE, Judged, columns_of
from desktop_app.storage.recovery.reading import DamagedFile, Hints
from desktop_app.storage.schema.base import Record
from desktop_app.storage.store.audit import AuditRecord

_TOLD: Final = re.compile(rf'"{CLASS}":\s*"(\w+)"')
ENTRY: Final = AuditRecord.__tablename__
_MINUTES: Final = "minutes_version"
_TAKEN_OVER: Final = ("archived", "amended")
"""States of minutes that were taken over, which have no code."""
_WITHOUT_FIRST_CLASS: Final = ("incoming_paper", "outgoing_paper", "file_link")
"""Of these no entry tells the first class."""
_KNOWN: Final = frozenset(one.value for one in Classification)


def highest_class(file: DamagedFile, judged: Mapping[str, Judged]) -> Classification:
    """Of every row that was read, also of those that differ or were left out, and of each that its hash proved.

    That of a record of which nothing is left but its name is known where an entry or a kept document tells it.
    """
    proved = {str(cells[place]) for name, place in _places() if name in judged for cells in judged[name].kept.values()}
    proved |= {found for one in judged.values() for found in one.lowered.values()}
    return highest({found for found in _classes(file) if found in _KNOWN} | (proved & _KNOWN))


def tables_with_class() -> list[str]:
    """Those of records that bear a class of their own."""
    return [name for name, _place in _places()]


class LostClasses:
    """Classes of records whose own is lost: the highest that was told of, or of all where nothing else is sure.

    The class that a letter, a file or a clause was given at first stands in no entry. That of a clause is in the frozen
    text of its minutes; those that were taken over gave none.
    """

    def __init__(self, file: DamagedFile, judged: Mapping[str, Judged], told: Classification) -> None:
        entries = file.rows.get(ENTRY, {})
        # a counter that is too low is damaged itself
        last = max(file.counters.get(ENTRY, 0), max(entries, default=0))
        whole = ENTRY in file.counters and all(key in entries for key in range(1, last + 1))
        self.usual = told if whole else highest(Classification)
        """Where entries tell every change of it."""
        frozen, table = FrozenWords(file), Record.metadata.tables[_MINUTES]
        rows = {key: columns_of(table, found[0]) for key, found in file.rows.get(_MINUTES, {}).items()}
        over = {key for key, row in rows.items() if row["state"] in _TAKEN_OVER and not row["content_hash"]}
        self._telling = over | {key for key in rows if frozen.has(key)}
        self._all = self._telling >= rows.keys() | judged.get(_MINUTES, Judged()).missing

    def of(self, kind: str, known: Mapping[str, Any]) -> Classification:
        """That of one record, of which ``known`` columns are left."""
        version = known.get("minutes_version_id")
        telling = self._all if version is None else version in self._telling
        return (
            highest(Classification) if kind in _WITHOUT_FIRST_CLASS or (kind == CLAUSE and not telling) else self.usual
        )

    def named(self, kind: str, judged: Judged, hints: Mapping[str, Hints]) -> Iterator[Classification]:
        """Those of the records of a table that a report names, and whose own class cannot be read."""
        for key in judged.missing:
            yield self.of(kind, hints.get(kind, {}).get(key, {}))
        table = Record.metadata.tables[kind]
        for cells in (*judged.differing.values(), *judged.unknown.values()):
            row = columns_of(table, cells)
            if row[CLASS] not in (*_KNOWN, None):
                yield self.of(kind, row)


# ---- inside


def _places() -> Iterator[tuple[str, int]]:
    """Each table with a class, and the place of its column."""
    for name, table in Record.metadata.tables.items():
        columns = [column.name for column in table.columns]
        if CLASS in columns:
            yield name, columns.index(CLASS)


def _classes(file: DamagedFile) -> Iterator[str]:
    places = dict(_places())
    for name, candidates in file.rows.items():
        own = places.get(name)
        for found in candidates.values():
            for cells in found:
                if own is not None:
                    yield str(cells[own])
                for cell in cells:
                    if isinstance(cell, str) and CLASS in cell:
                        yield from _TOLD.findall(cell)
