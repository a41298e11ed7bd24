"""Bringing a file to the newest schema: everything in one transaction, compared before it counts.

Alembic runs on a connection of its own with foreign keys off, inside a BEGIN IMMEDIATE that only this module ends.
Killed anywhere, the file is the old or the new one. ``user_version`` is the stamp of truth.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from desktop_app import rights
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.storage.file.connections import Role, engine_for, open_transaction
from desktop_app.storage.file.faults import raise_told
from desktop_app.storage.schema import schema

MIGRATIONS: Final = Path(__file__).resolve().parent.parent / "migrations"


def upgrade(path: Path) -> None:
    """Make or upgrade the database at ``path``; an unexpected result is refused and leaves the old one."""
    with suppress(OSError):  # SQLite says it in words of its own; its journals get the rights of the file
        rights.make_file(path)
    engine = engine_for(path, Role.MIGRATION)
    try:
        with open_transaction(engine) as connection:
            try:
                _upgrade(connection)
                connection.commit()
            except DBAPIError as error:
                raise_told(error)
    finally:
        engine.dispose()


def _upgrade(connection: Connection) -> None:
    connection.exec_driver_sql(schema.revision_table().replace("CREATE TABLE", "CREATE TABLE IF NOT EXISTS"))
    run_revisions(connection)
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        raise EnvironmentProblem("upgrade_failed", what="foreign_key_check", count=len(broken))
    connection.exec_driver_sql(f"PRAGMA application_id={schema.APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={schema.SCHEMA_VERSION}")
    made = schema.facts(lambda sql: connection.exec_driver_sql(sql).all())
    differing = schema.differences(made, schema.expected())
    if differing:
        first = differing[0]
        raise EnvironmentProblem("upgrade_failed", what=f"{first.how} {first.what} {first.name}", count=len(differing))


def run_revisions(connection: Connection, target: str = "head") -> None:
    """Alembic's way from the revision that the file has to the newest one, or to another."""
    # heavy, and needed only on the day of an upgrade
    from alembic import command
    from alembic.config import Config

    config = Config()
    # the option goes through an interpolation in which a percent sign of the path would begin a name
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, target)
