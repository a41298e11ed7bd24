"""Hostile SQL, generated from the schema: every statement that would change what is frozen, or loosen what guards it.

:func:`row_statements` go through the data, for each frozen table and column; :func:`schema_statements` go around it.
The program's own connection refuses all of them. From another program's connection the guards refuse the first sort;
the second passes there, and the check names what it left.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Table, UniqueConstraint
from sqlalchemy.dialects import sqlite as sqlite_dialect

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.findings import FindingKind
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import view_folder
from desktop_app.storage.schema.base import Record
from desktop_app.storage.schema.guards import guards
from desktop_app.storage.sqlite.faults import GUARD_MARK
from tests.storage.conftest import work_context

CHANGED: Final = {"TEXT": "'x' || {0} || 'y'", "INTEGER": "coalesce({0}, 0) + 99", "BLOB": "x'00'"}
"""By type of a column: another value."""
DIALECT: Final = sqlite_dialect.dialect()


@dataclass(frozen=True, slots=True)
class Hostile:
    """Statements that belong together: the last one is the attack."""

    name: str
    statements: tuple[str, ...]

    @property
    def attack(self) -> str:
        """What is to be refused."""
        return self.statements[-1]


def row_statements(live: Mapping[str, str], removable: frozenset[str]) -> Iterator[Hostile]:
    """By table: every way to change a frozen column, to remove a row, and to put another one in its place."""
    for table in Record.metadata.sorted_tables:
        name = table.name
        frozen = [column.name for column in table.columns if column.name not in live[name].split()]
        for column in frozen:
            yield from _of_column(table, column)
        if name not in removable:
            yield from _of_rows(table)


def _of_column(table: Table, column: str) -> Iterator[Hostile]:
    name = table.name
    other = CHANGED[table.columns[column].type.compile(DIALECT)].format(column)
    yield Hostile(f"{name}.{column} update", (f"UPDATE {name} SET {column} = {other}",))
    yield Hostile(f"{name}.{column} update or replace", (f"UPDATE OR REPLACE {name} SET {column} = {other}",))
    yield Hostile(f"{name}.{column} update or ignore", (f"UPDATE OR IGNORE {name} SET {column} = {other}",))
    yield Hostile(
        f"{name}.{column} upsert",
        (f"INSERT INTO {name} SELECT * FROM {name} WHERE true ON CONFLICT DO UPDATE SET {column} = {other}",),
    )
    yield Hostile(
        f"{name}.{column} through a temporary trigger",
        (
            f"CREATE TEMP TRIGGER slip AFTER UPDATE ON main.person BEGIN UPDATE {name} SET {column} = {other}; END",
            "UPDATE person SET post = post || '.'",
        ),
    )


def _of_rows(table: Table) -> Iterator[Hostile]:
    name = table.name
    yield Hostile(f"{name} delete", (f"DELETE FROM {name}",))
    yield Hostile(f"{name} delete one", (f"DELETE FROM {name} WHERE rowid = (SELECT max(rowid) FROM {name})",))
    yield Hostile(f"{name} replace", (f"REPLACE INTO {name} SELECT * FROM {name}",))
    yield Hostile(
        f"{name} delete through a temporary trigger",
        (
            f"CREATE TEMP TRIGGER slip AFTER UPDATE ON main.person BEGIN DELETE FROM {name}; END",
            "UPDATE person SET post = post",
        ),
    )
    for key in _unique(table):
        # another row with this key alone: what stands in its way would go
        cells = [
            one.name
            if one.name in key or not any(one.name in other for other in _unique(table))
            else ("NULL" if one.name in {"id", "seq"} else CHANGED[one.type.compile(DIALECT)].format(one.name))
            for one in table.columns
        ]
        yield Hostile(
            f"{name} replace through {', '.join(key)}", (f"REPLACE INTO {name} SELECT {', '.join(cells)} FROM {name}",)
        )


def _unique(table: Table) -> list[list[str]]:
    keys = [[column.name for column in table.primary_key.columns]]
    keys += [[c.name for c in one.columns] for one in table.constraints if isinstance(one, UniqueConstraint)]
    keys += [[c.name for c in one.columns] for one in table.indexes if one.unique]
    return sorted(keys)


def schema_statements() -> Iterator[Hostile]:
    """Every table and column altered, every guard and index dropped, the schema written, other files attached."""
    for table in Record.metadata.sorted_tables:
        name = table.name
        yield Hostile(f"drop {name}", ("PRAGMA foreign_keys=OFF", f"DROP TABLE {name}"))
        yield Hostile(f"rename {name}", (f"ALTER TABLE {name} RENAME TO {name}_old",))
        yield Hostile(f"add to {name}", (f"ALTER TABLE {name} ADD COLUMN slipped_in TEXT",))
        for column in table.columns:
            renamed = f"ALTER TABLE {name} RENAME COLUMN {column.name} TO slipped_in"
            yield Hostile(f"rename {name}.{column.name}", (renamed,))
            if not column.primary_key:  # which SQLite itself drops for nobody
                yield Hostile(f"drop {name}.{column.name}", (f"ALTER TABLE {name} DROP COLUMN {column.name}",))
            weakened = (
                f"UPDATE sqlite_schema SET sql = replace(sql, '{column.name}', 'slipped_in') WHERE name = '{name}'"
            )
            yield Hostile(f"write {name}.{column.name}", ("PRAGMA writable_schema=ON", weakened))
        for index in sorted(table.indexes, key=lambda one: str(one.name)):
            yield Hostile(f"drop {index.name}", (f"DROP INDEX {index.name}",))
    for guard in guards():
        yield Hostile(f"drop {guard}", (f"DROP TRIGGER {guard}",))
        gone = f"DELETE FROM sqlite_schema WHERE name = '{guard}'"
        yield Hostile(f"write {guard}", ("PRAGMA writable_schema=ON", gone))
    yield Hostile("trigger", ("CREATE TRIGGER slip AFTER INSERT ON person BEGIN DELETE FROM guest; END",))
    yield Hostile("view", ("CREATE VIEW slip AS SELECT 1",))
    yield Hostile("table", ("CREATE TABLE slip (x TEXT)",))
    yield Hostile("index", ("CREATE UNIQUE INDEX slip ON person (name)",))
    yield Hostile("version", ("PRAGMA user_version=3",))


OWN_ONLY: Final = (
    "PRAGMA writable_schema=ON",
    "PRAGMA ignore_check_constraints=ON",
    "PRAGMA recursive_triggers=OFF",
    "PRAGMA foreign_keys=OFF",
    "PRAGMA query_only=OFF",
    "PRAGMA trusted_schema=ON",
    "PRAGMA cell_size_check=OFF",
    "PRAGMA journal_mode=OFF",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=OFF",
    "PRAGMA locking_mode=EXCLUSIVE",
    "PRAGMA application_id=1",
    "PRAGMA schema_version=1",
    "PRAGMA encoding='UTF-16'",
    "PRAGMA legacy_alter_table=ON",
    "PRAGMA temp_store_directory='/tmp'",
    "ATTACH ':memory:' AS other",
    "ATTACH 'other.db' AS other",
    "DETACH main",
    "VACUUM",
    "VACUUM INTO 'other.db'",
    "REINDEX",
    "ANALYZE",
    "SELECT load_extension('x')",
    "CREATE TEMP TABLE audit (x)",
    "CREATE TEMP VIEW audit AS SELECT 1",
    "CREATE TEMP TRIGGER slip BEFORE UPDATE ON main.clause BEGIN SELECT RAISE(IGNORE); END",
    "CREATE VIRTUAL TABLE slip USING fts5(x)",
    "UPDATE sqlite_sequence SET seq = 0",
    "DELETE FROM sqlite_sequence",
    "INSERT INTO sqlite_schema VALUES ('view', 'v', 'v', 0, 'CREATE VIEW v AS SELECT 1')",
)
"""What loosens the connection alone, or tells data to another file: nothing stays in the file, so no check finds it."""


def refused(connection: sqlite3.Connection, statements: tuple[str, ...]) -> str:
    """What is said to the first of these that is refused; empty where all went through. All is taken back."""
    connection.execute("SAVEPOINT attempt")
    try:
        for statement in statements:
            connection.execute(statement).fetchall()
    except sqlite3.Error as error:
        return str(error)
    finally:
        connection.execute("ROLLBACK TO attempt")
        connection.execute("RELEASE attempt")
    return ""


def is_refusal(words: str) -> bool:
    """Whether a guard or the authorizer spoke; any other error says nothing of what is frozen."""
    return words.startswith((GUARD_MARK, "not authorized")) or words == "authorization denied"


def found_after(database: Path, place: Path, hostile: Hostile) -> tuple[str, ...]:
    """What the check names after another program did this to a copy; «refused» where SQLite itself would not."""
    place.mkdir(exist_ok=True)
    shutil.copyfile(database, place / DATABASE_NAME)
    with closing(sqlite3.connect(place / DATABASE_NAME, isolation_level=None)) as connection:
        try:
            for statement in hostile.statements:
                connection.execute(statement)
        except sqlite3.Error as error:
            return (f"refused: {error}",)
    return named_by_check(place)


def named_by_check(folder: Path) -> tuple[str, ...]:
    """What the check names in a folder, each kind with its subject once; also that it cannot be opened at all."""
    try:
        data = view_folder(folder, work_context())
    except EnvironmentProblem as problem:
        return (problem.key,)
    try:
        found = (f"{one.kind} {one.subject}" for one in data.check() if one.kind is not FindingKind.UNREADABLE)
        return tuple(dict.fromkeys(found))
    finally:
        data.close()
