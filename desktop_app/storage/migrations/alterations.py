"""Alterations of a table, each one line of a revision: a new column, another CHECK, a new word of a closed list.

Each reads what it alters from the database (the texts of its table and of its guards), never from the classes of
``schema/``: those go on changing, and a released revision has to do as before for ever. So what a function here makes
of a database never changes either. Whether the result is the schema that is declared, the upgrade compares at its end.

Rebuilding a table is the one way SQLite offers to change a CHECK or a key, and Alembic's batch mode loses every trigger
and unnamed CHECK. Here all triggers of the database are dropped first (those of other tables may ask the rebuilt one),
the rows are copied, and indexes and triggers come back as they were. The counter of AUTOINCREMENT stays too, so that no
id is ever given twice. Foreign keys must be off, as in a migration.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection

from desktop_app.storage.schema.base import checks, with_check

_PENDING = "rebuilt_"


def rebuild(connection: Connection, table: str, ddl: str, values: Mapping[str, str] | None = None) -> None:
    """Rebuild ``table`` with the CREATE TABLE text ``ddl``; ``values`` fills columns that are new or changed.

    Columns of the same name are copied as they are. A trigger or index that the revision changes, too, is dropped by
    the revision before and made after.
    """
    head = f"CREATE TABLE {table} ("
    if not ddl.startswith(head):
        raise ValueError(f"not the text of {table}: {ddl[:40]!r}")
    if connection.exec_driver_sql("PRAGMA foreign_keys").scalar():
        raise RuntimeError("a table is rebuilt with foreign keys off")
    triggers = _texts(connection, "type = 'trigger'")
    indexes = _texts(connection, f"type = 'index' AND tbl_name = '{table}' AND sql IS NOT NULL")
    counter = connection.exec_driver_sql(f"SELECT seq FROM sqlite_sequence WHERE name = '{table}'").scalar()
    for name in triggers:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    connection.exec_driver_sql(ddl.replace(head, f"CREATE TABLE {_PENDING}{table} (", 1))
    _copy(connection, table, values or {})
    connection.exec_driver_sql(f"DROP TABLE {table}")
    connection.exec_driver_sql(f"ALTER TABLE {_PENDING}{table} RENAME TO {table}")
    if counter is not None:
        _keep_counter(connection, table, counter)
    for text in (*indexes.values(), *triggers.values()):
        connection.exec_driver_sql(text)


def _copy(connection: Connection, table: str, values: Mapping[str, str]) -> None:
    old, new = (_columns(connection, name) for name in (table, f"{_PENDING}{table}"))
    filled = {name: values.get(name, name) for name in new if name in values or name in old}
    connection.exec_driver_sql(
        f"INSERT INTO {_PENDING}{table} ({', '.join(filled)}) SELECT {', '.join(filled.values())} FROM {table}"
    )


def _keep_counter(connection: Connection, table: str, counter: int) -> None:
    connection.exec_driver_sql(f"DELETE FROM sqlite_sequence WHERE name = '{table}'")
    connection.exec_driver_sql(f"INSERT INTO sqlite_sequence (name, seq) VALUES ('{table}', {counter})")


def _columns(connection: Connection, table: str) -> list[str]:
    return [row[1] for row in connection.exec_driver_sql(f"PRAGMA table_xinfo({table})")]


def _texts(connection: Connection, condition: str) -> dict[str, str]:
    rows = connection.exec_driver_sql(f"SELECT name, sql FROM sqlite_schema WHERE {condition} ORDER BY name").all()
    return {row[0]: row[1] for row in rows}


_SAME: Final = r"NEW\.(\w+) IS NOT OLD\.\1"
_WHOLE_ROW: Final = re.compile(rf"\((?:{_SAME} OR )*NEW\.(\w+) IS NOT OLD\.\2(?=\))")
"""The columns that the guard of a frozen row compares, without the bracket that closes."""


def add_column(connection: Connection, table: str, definition: str, *, live: bool = False) -> None:
    """Add a column by its definition, ``phone TEXT NOT NULL DEFAULT '' CHECK (…)``; its CHECK is named after it.

    Where rows are frozen as a whole, the guard compares the new column too, unless it is ``live``: SQLite keeps the
    guard as it was, and a frozen row would change through the new column.
    """
    column = definition.split(maxsplit=1)[0]
    named = definition
    if "CONSTRAINT ck_" not in definition:
        named = definition.replace(" CHECK (", f" CONSTRAINT ck_{table}_{column} CHECK (", 1)
    connection.exec_driver_sql(f"ALTER TABLE {table} ADD COLUMN {named}")
    guard = f"guard_{table}_frozen"
    frozen = _text_of(connection, "trigger", guard)
    if frozen is not None and not live:
        connection.exec_driver_sql(f"DROP TRIGGER {guard}")
        connection.exec_driver_sql(_guard_with_column(frozen, column))


def change_check(connection: Connection, table: str, check: str, body: str) -> None:
    """Change the body of a named CHECK; the table is rebuilt with its rows, counter, indexes and guards."""
    rebuild(connection, table, with_check(_table(connection, table), check, body))


def new_words(connection: Connection, table: str, column: str, *words: str) -> None:
    """Allow the new words in a column of a closed list; they come last in the list."""
    check = f"ck_{table}_{column}"
    listed = re.fullmatch(rf"{column} IN \((.+)\)", dict(checks(_table(connection, table))).get(check, ""))
    if listed is None:
        raise ValueError(f"no closed list: {table}.{column}")
    every = [*listed[1].split(", "), *(f"'{word}'" for word in words)]
    if len(set(every)) < len(every):
        raise ValueError(f"listed already: {', '.join(words)}")
    change_check(connection, table, check, f"{column} IN ({', '.join(every)})")


def _guard_with_column(frozen: str, column: str) -> str:
    """Return the guard of a frozen row, extended by one compared column."""
    found = _WHOLE_ROW.search(frozen)
    if found is None:
        raise ValueError(f"a guard that compares no whole row: {frozen}")
    return f"{frozen[: found.end()]} OR NEW.{column} IS NOT OLD.{column}{frozen[found.end() :]}"


def _table(connection: Connection, table: str) -> str:
    """Return the CREATE TABLE text of a table, without quotation marks around the table name."""
    found = _text_of(connection, "table", table)
    if found is None:
        raise ValueError(f"no such table: {table}")
    return found.replace(f'CREATE TABLE "{table}" (', f"CREATE TABLE {table} (", 1)


def _text_of(connection: Connection, kind: str, name: str) -> str | None:
    statement = f"SELECT sql FROM sqlite_schema WHERE type = '{kind}' AND name = '{name}'"
    found: str | None = connection.exec_driver_sql(statement).scalar()
    return found
