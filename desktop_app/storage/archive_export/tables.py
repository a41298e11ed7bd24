"""Tables of an export: each as CSV and as JSON, row by row from one picture of the database."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Final

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.storage.archive_export.csv_text import BOM, plain, record
from desktop_app.storage.archive_export.schema_notes import TableNote
from desktop_app.storage.archive_export.written_files import WrittenFiles
from desktop_app.storage.file.faults import code_of
from desktop_app.storage.schema.schema import SCHEMA_VERSION

AT_ONCE: Final = 200
"""So many rows are written at a time; between them the export may be given up."""


def csv_name(table: str) -> str:
    """Where the CSV of a table lies in an export."""
    return f"tables/csv/{table}.csv"


def json_name(table: str) -> str:
    """Where the JSON of a table lies in an export."""
    return f"tables/json/{table}.json"


def rows_of(source: sqlite3.Connection, note: TableNote) -> Iterator[tuple[Any, ...]]:
    """Every row in the order of its key; raises ``value_unreadable`` for a text that is no UTF-8."""
    named = ", ".join(f'"{name}"' for name in note.names)
    order = ", ".join(f'"{name}"' for name in note.key)
    try:
        yield from source.execute(f'SELECT {named} FROM "{note.name}" ORDER BY {order}')
    except sqlite3.OperationalError as error:
        if code_of(error):
            raise
        # the message holds what stands in the row
        raise EnvironmentProblem("value_unreadable", code=note.name) from error


def write_table(source: sqlite3.Connection, note: TableNote, files: WrittenFiles) -> int:
    """Write both files of a table; how many rows it has."""
    counted = 0

    def csv() -> Iterator[str]:
        nonlocal counted
        yield BOM + record(note.names)
        for row in rows_of(source, note):
            counted += 1
            yield record(row)

    files.write(csv_name(note.name), _in_parts(csv()))
    files.write(json_name(note.name), _in_parts(_json(note, rows_of(source, note))))
    return counted


def _json(note: TableNote, rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """One row a line, each an object by the names of its columns."""
    head = json.dumps({"table": note.name, "schema": SCHEMA_VERSION, "columns": list(note.names)}, ensure_ascii=False)
    yield head[:-1] + ', "rows": ['
    between = "\n"
    for row in rows:
        told = dict(zip(note.names, map(plain, row), strict=True))
        yield between + json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        between = ",\n"
    yield "\n]}\n"


def _in_parts(texts: Iterable[str]) -> Iterator[bytes]:
    left = iter(texts)
    while some := list(islice(left, AT_ONCE)):
        yield "".join(some).encode("utf-8")
