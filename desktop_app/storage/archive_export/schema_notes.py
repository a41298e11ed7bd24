"""Schema notes: every exported table and column with its meaning in both languages, its kind, references and words."""

from __future__ import annotations

import inspect
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Column, Integer, LargeBinary, Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

from desktop_app.domain.read_models.archive_export import ExportWords, Meaning
from desktop_app.storage.schema.base import Record, table_of
from desktop_app.storage.schema.schema import SCHEMA_VERSION
from desktop_app.storage.schema.types import DayText, InstantText, TimeText, WordText, YesNo

JSON: Final = frozenset({"document", "facts", "letterhead", "print_setup", "snapshot", "weekend"})
"""Names of columns that hold JSON; ``answer`` of an act besides."""
FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class ColumnNote:
    """One column; ``refers`` is the table whose row it names, ``words`` the closed list with its Persian words."""

    name: str
    kind: str
    meaning: Meaning
    may_be_empty: bool
    refers: str
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TableNote:
    """One table; its rows are exported in the order of ``key``."""

    name: str
    meaning: Meaning
    key: tuple[str, ...]
    columns: tuple[ColumnNote, ...]
    sql: str

    @property
    def names(self) -> tuple[str, ...]:
        """The columns by name, in their order."""
        return tuple(one.name for one in self.columns)


def schema_notes(words: ExportWords) -> tuple[TableNote, ...]:
    """Every exported table by its name; raises ``KeyError`` for a table or a column that has no meaning."""
    told = {table_of(one.class_).name: _told(one.class_) for one in Record.registry.mappers}
    tables = sorted(Record.metadata.tables.values(), key=lambda table: table.name)
    return tuple(_table(table, told[table.name], words) for table in tables if table.name not in words.left_out)


def schema_json(notes: tuple[TableNote, ...], words: ExportWords) -> str:
    """The notes for programs."""
    tables = {note.name: _plain(note) for note in notes}
    out = {name: {"fa": one.persian, "en": one.english} for name, one in words.left_out.items()}
    told = {"format": FORMAT, "schema": SCHEMA_VERSION, "tables": tables, "left_out": out}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def schema_text(notes: tuple[TableNote, ...], words: ExportWords) -> str:
    """The notes for people, as Markdown."""
    page = words.page
    parts = [f"# {page['schema']} ({page['schema_version']} {SCHEMA_VERSION})\n"]
    for note in notes:
        parts.append(f"\n## {note.name} – {note.meaning.title}\n\n{note.meaning.persian}.\n{note.meaning.english}\n")
        parts += [_line(one, page) for one in note.columns]
    parts.append(f"\n## {page['left_out']}\n\n")
    parts += [f"- `{name}`: {one.persian} – {one.english}\n" for name, one in words.left_out.items()]
    return "".join(parts)


def schema_sql(notes: tuple[TableNote, ...]) -> str:
    """The tables as SQLite declares them."""
    return "\n\n".join(f"{note.sql};" for note in notes) + "\n"


# ---- inside


def _table(table: Table, english: str, words: ExportWords) -> TableNote:
    meant = words.tables[table.name]
    key = tuple(column.name for column in table.primary_key.columns)
    columns = tuple(_column(column, words) for column in table.columns)
    sql = str(CreateTable(table).compile(dialect=sqlite.dialect())).strip()
    return TableNote(table.name, Meaning(meant.persian, english, meant.title), key, columns, sql)


def _column(column: Column[Any], words: ExportWords) -> ColumnNote:
    table = column.table.name
    refers = next((key.column.table.name for key in column.foreign_keys), "")
    if table == "resolution_facts" and column.name.endswith("_id"):
        # derived, so without references of the database
        refers = _REFERS[column.name.removesuffix("_id")]
    known = column.type.words if isinstance(column.type, WordText) else ()
    return ColumnNote(
        column.name,
        _kind(column),
        words.column(table, column.name),
        bool(column.nullable),
        refers,
        {str(word): words.value(table, column.name, str(word)) for word in known},
    )


_REFERS: Final = {
    **{name: name for name in ("resolution", "committee", "meeting", "clause", "axis", "party")},
    "executor_unit": "unit",
    "owner_unit": "unit",
    "owner_person": "person",
}


def _kind(column: Column[Any]) -> str:
    if column.name in JSON or (column.table.name, column.name) == ("act", "answer"):
        return "json"
    kinds = (
        (DayText, "day"),
        (TimeText, "time"),
        (InstantText, "instant"),
        (YesNo, "truth"),
        (WordText, "word"),
        (LargeBinary, "bytes"),
        (Integer, "integer"),
    )
    return next((told for kind, told in kinds if isinstance(column.type, kind)), "text")


def _told(record: type[Record]) -> str:
    """The first paragraph of a docstring, on one line."""
    return " ".join((inspect.getdoc(record) or "").partition("\n\n")[0].split()).replace("``", "")


def _plain(note: TableNote) -> dict[str, object]:
    columns = {
        one.name: {
            "fa": one.meaning.persian,
            "en": one.meaning.english,
            "kind": one.kind,
            "may_be_null": one.may_be_empty,
            **({"refers_to": one.refers} if one.refers else {}),
            **({"words": dict(one.words)} if one.words else {}),
        }
        for one in note.columns
    }
    meant = note.meaning
    return {
        "title": meant.title, "fa": meant.persian, "en": meant.english, "key": list(note.key), "columns": columns,
    }  # fmt: skip


def _line(one: ColumnNote, page: Mapping[str, str]) -> str:
    told = [page[f"kinds.{one.kind}"]]
    told += [page["kinds.empty"]] if one.may_be_empty else []
    told += [f"{page['refers']} {one.refers}"] if one.refers else []
    listed = "".join(f"\n  - `{value}` {word}" for value, word in one.words.items())
    return f"- `{one.name}`: {one.meaning.persian} – {one.meaning.english} ({'، '.join(told)}){listed}\n"
