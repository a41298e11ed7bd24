"""Class of an export: the highest of all that is in it, in columns and in the papers that were kept as documents."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Final

from desktop_app.domain.documents.papers import Classification, guarded
from desktop_app.domain.text.json_text import read_json

_COLUMNS: Final = ("minutes_version", "clause", "file_link", "incoming_paper", "outgoing_paper")
_DOCUMENTS: Final = (("minutes_version", "snapshot"), ("sent_invitation", "document"), ("outgoing_paper", "document"))
_CLASS: Final = "classification"


def highest_class(source: sqlite3.Connection) -> str:
    """The highest class where that is more than the usual one, else an empty text."""
    found = {row[0] or "" for table in _COLUMNS for row in source.execute(f"SELECT DISTINCT {_CLASS} FROM {table}")}
    for table, column in _DOCUMENTS:
        for (stored,) in source.execute(f"SELECT {column} FROM {table} WHERE {column} <> ''"):
            with suppress(ValueError):
                found.update(_classes(read_json(stored)))
    return guarded(*sorted(found & {one.value for one in Classification}))


def _classes(document: Any) -> Iterator[str]:  # noqa: ANN401 - whatever JSON holds
    if isinstance(document, dict):
        for name, value in document.items():
            if name == _CLASS and isinstance(value, str):
                yield value
            else:
                yield from _classes(value)
    elif isinstance(document, list):
        for one in document:
            yield from _classes(one)
