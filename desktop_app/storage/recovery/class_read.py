"""Class of what was read of a damaged database: the highest that any row, kept document or entry tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop_app.domain.documents.papers import Classification, highest
from desktop_app.storage.recovery.reading import DamagedFile
from desktop_app.storage.schema.base import Record

_COLUMN: Final = "classification"
_TOLD: Final = re.compile(rf'"{_COLUMN}":\s*"(\w+)"')
_KNOWN: Final = frozenset(one.value for one in Classification)


def highest_class(file: DamagedFile) -> Classification:
    """Of every row that was read, also of those that differ or were left out.

    That of a record of which nothing is left but its name is known where an entry or a kept document tells it.
    """
    return highest({found for found in _classes(file) if found in _KNOWN})


def _classes(file: DamagedFile) -> Iterator[str]:
    for name, candidates in file.rows.items():
        place = [column.name for column in Record.metadata.tables[name].columns]
        own = place.index(_COLUMN) if _COLUMN in place else None
        for found in candidates.values():
            for cells in found:
                if own is not None:
                    yield str(cells[own])
                for cell in cells:
                    if isinstance(cell, str) and _COLUMN in cell:
                        yield from _TOLD.findall(cell)
