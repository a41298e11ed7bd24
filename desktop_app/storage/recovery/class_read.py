"""Class of what was read of a damaged database: the highest that any row, kept document or entry tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from desktop_app.domain.documents.papers import Classification, highest
from desktop_app.storage.recovery.judging import CLASS, Judged
from desktop_app.storage.recovery.reading import DamagedFile
from desktop_app.storage.schema.base import Record
from desktop_app.storage.store.audit import AuditRecord

_TOLD: Final = re.compile(rf'"{CLASS}":\s*"(\w+)"')
ENTRY: Final = AuditRecord.__tablename__
_KNOWN: Final = frozenset(one.value for one in Classification)


def highest_class(file: DamagedFile, judged: Mapping[str, Judged]) -> Classification:
    """Of every row that was read, also of those that differ or were left out, and of each that its hash proved.

    That of a record of which nothing is left but its name is known where an entry or a kept document tells it.
    """
    proved = {str(cells[place]) for name, place in _places() if name in judged for cells in judged[name].kept.values()}
    proved |= {found for one in judged.values() for found in one.lowered.values()}
    return highest({found for found in _classes(file) if found in _KNOWN} | (proved & _KNOWN))


def class_of_the_lost(file: DamagedFile, told: Classification) -> Classification:
    """Of a record whose own class is lost: ``told``, or the highest of all where an entry that may tell it is lost."""
    entries = file.rows.get(ENTRY, {})
    # a counter that is too low is damaged itself
    last = max(file.counters.get(ENTRY, 0), max(entries, default=0))
    whole = ENTRY in file.counters and all(key in entries for key in range(1, last + 1))
    return told if whole else highest(Classification)


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
