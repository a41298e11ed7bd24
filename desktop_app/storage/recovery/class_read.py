"""Class of what was read of a damaged database: the highest that any row, kept document or entry tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from desktop_app.domain.documents.papers import Classification, highest
from desktop_app.domain.text.json_text import read_object
from desktop_app.storage.recovery.frozen_words import FrozenWords
from desktop_app.storage.recovery.judging import CLASS, CLAUSE, Judged
from desktop_app.storage.recovery.reading import DamagedFile
from desktop_app.storage.schema.base import Record
from desktop_app.storage.store.audit import AuditRecord

_TOLD: Final = re.compile(rf'"{CLASS}":\s*"(\w+)"')
ENTRY: Final = AuditRecord.__tablename__
_MINUTES: Final = "minutes_version"
_LETTERS: Final = ("incoming_paper", "outgoing_paper")
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


def class_of_the_lost(file: DamagedFile, judged: Mapping[str, Judged], told: Classification) -> Classification:
    """Of a record whose own class is lost: ``told``, or the highest of all where what may tell it is lost, too.

    The class that a letter or a clause was given at first stands in no entry, that of a clause in the frozen text of
    its minutes.
    """
    entries = file.rows.get(ENTRY, {})
    # a counter that is too low is damaged itself
    last = max(file.counters.get(ENTRY, 0), max(entries, default=0))
    whole = ENTRY in file.counters and all(key in entries for key in range(1, last + 1))
    letters = any(judged.get(name, Judged()).missing for name in _LETTERS)
    return told if whole and not letters and _frozen_texts_tell(file, judged) else highest(Classification)


# ---- inside


def _frozen_texts_tell(file: DamagedFile, judged: Mapping[str, Judged]) -> bool:
    """Whether each lost clause was of minutes whose frozen text is that of its code, as its entry or an index tells.

    One of which nothing tells the minutes may be of any.
    """
    lost, frozen = judged.get(CLAUSE, Judged()).missing, FrozenWords(file)
    columns = [column.name for column in Record.metadata.tables[ENTRY].columns]
    subject, subject_id, facts = (columns.index(name) for name in ("subject", "subject_id", "facts"))
    hints = file.hints.get(CLAUSE, {}).items()
    minutes = {key: known["minutes_version_id"] for key, known in hints if "minutes_version_id" in known}
    for cells, *_others in file.rows.get(ENTRY, {}).values() if lost else ():
        if cells[subject] == CLAUSE and cells[subject_id] in lost and isinstance(cells[facts], str):
            minutes.setdefault(cells[subject_id], read_object(cells[facts]).get("minutes"))
    versions = file.rows.get(_MINUTES, {}).keys() | judged.get(_MINUTES, Judged()).missing
    every = all(map(frozen.has, versions))
    return all(every if (version := minutes.get(key)) is None else frozen.has(version) for key in lost)


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
