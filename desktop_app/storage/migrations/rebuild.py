"""Rebuilding a table, the one way SQLite offers to change a CHECK or a key, without losing what hangs on it.

Alembic's batch mode loses every trigger and unnamed CHECK. Here all triggers of the database are taken down (those of
other tables may ask the rebuilt one), the rows are copied, and indexes and triggers come back as they were. The
counter of AUTOINCREMENT stays too, so that no id is ever given twice. Foreign keys must be off, as in a migration.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

_PENDING = "rebuilt_"


def rebuild(connection: Connection, table: str, ddl: str, values: Mapping[str, str] | None = None) -> None:
    """Give ``table`` the shape of ``ddl`` (its whole CREATE TABLE); ``values`` fills columns that are new or changed.

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
