"""Alterations of a table as one line of a revision: one more column, another CHECK, one more word of a closed list.

Each reads what it alters from the database (the texts of its table and of its guards), never from the classes of
``schema/``: those go on changing, and a released revision has to do the same for ever. So what a function here makes of
a database never changes either. Whether the result is the schema that is declared, the upgrade compares at its end.
"""

from __future__ import annotations

import re
from typing import Final

from sqlalchemy import Connection

from desktop_app.storage.migrations.rebuild import rebuild
from desktop_app.storage.schema.check_text import checks, with_check

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
        connection.exec_driver_sql(_comparing(frozen, column))


def change_check(connection: Connection, table: str, check: str, body: str) -> None:
    """Give a named CHECK another body; the table is rebuilt with its rows, its counter, its indexes and its guards."""
    rebuild(connection, table, with_check(_table(connection, table), check, body))


def new_words(connection: Connection, table: str, column: str, *words: str) -> None:
    """Let a column of a closed list take these words too; they stand last in the list."""
    check = f"ck_{table}_{column}"
    listed = re.fullmatch(rf"{column} IN \((.+)\)", dict(checks(_table(connection, table))).get(check, ""))
    if listed is None:
        raise ValueError(f"no closed list: {table}.{column}")
    every = [*listed[1].split(", "), *(f"'{word}'" for word in words)]
    if len(set(every)) < len(every):
        raise ValueError(f"listed already: {', '.join(words)}")
    change_check(connection, table, check, f"{column} IN ({', '.join(every)})")


def _comparing(frozen: str, column: str) -> str:
    """The guard of a frozen row with one more column that it compares."""
    found = _WHOLE_ROW.search(frozen)
    if found is None:
        raise ValueError(f"a guard that compares no whole row: {frozen}")
    return f"{frozen[: found.end()]} OR NEW.{column} IS NOT OLD.{column}{frozen[found.end() :]}"


def _table(connection: Connection, table: str) -> str:
    """The text of a table; the name of a rebuilt one stands in quotation marks, which :func:`rebuild` does not take."""
    found = _text_of(connection, "table", table)
    if found is None:
        raise ValueError(f"no such table: {table}")
    return found.replace(f'CREATE TABLE "{table}" (', f"CREATE TABLE {table} (", 1)


def _text_of(connection: Connection, kind: str, name: str) -> str | None:
    statement = f"SELECT sql FROM sqlite_schema WHERE type = '{kind}' AND name = '{name}'"
    found: str | None = connection.exec_driver_sql(statement).scalar()
    return found
