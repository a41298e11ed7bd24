"""Closed columns of a table: each value that a word, a truth, a day, a time, a number or a reference may have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

from sqlalchemy import Column, Integer, Table

from desktop_app.storage.recovery.reading import Cells, DamagedFile
from desktop_app.storage.schema.types import DayText, TimeText, WordText, YesNo

_DAYS: Final = range(date(2000, 1, 1).toordinal(), date(2050, 1, 1).toordinal())
"""As ordinals: days on which an office may have met."""
_NUMBERS: Final = range(2000)
_MINUTES: Final = range(24 * 60)


def with_another_value(table: Table, cells: Cells, file: DamagedFile) -> Iterator[Cells]:
    """The row with another value in one closed column, each in turn: some 30,000 rows of a table with days."""
    for place, column in enumerate(table.columns):
        if not column.primary_key:
            for value in _values(column, file):
                yield (*cells[:place], value, *cells[place + 1 :])


def _values(column: Column[Any], file: DamagedFile) -> Iterable[object]:
    if column.nullable:
        yield None
    kind = column.type
    if column.foreign_keys:
        yield from file.rows.get(next(iter(column.foreign_keys)).column.table.name, {})
    elif isinstance(kind, WordText):
        yield from (str(word) for word in kind.words)
    elif isinstance(kind, YesNo):
        yield from (0, 1)
    elif isinstance(kind, DayText):
        yield from (date.fromordinal(day).isoformat() for day in _DAYS)
    elif isinstance(kind, TimeText):
        yield ""
        yield from (f"{minute // 60:02}:{minute % 60:02}" for minute in _MINUTES)
    elif isinstance(kind, Integer):
        yield from _NUMBERS
