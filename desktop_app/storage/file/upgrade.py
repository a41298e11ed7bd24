"""Upgrade of a database to the newest schema in one verified transaction, and the copies made before it.

Alembic runs on a connection of its own with foreign keys off, inside a BEGIN IMMEDIATE that only this module ends.
Killed anywhere, the file is the old or the new one. ``user_version`` is the stamp of truth.

``before-upgrade/schema-6-20230301T100000Z/dabirkhaneh.db``: such a folder is a data folder, which the program of that
time opens. Of one schema the newest two stay, so that tries that fail do not fill the disk; a copy of another schema is
never removed by the program.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.storage.file.copying import OF_THE_COPY, PART, CopyDiffers, copy_database
from desktop_app.storage.sqlite.connections import Role, connect, engine_for, open_transaction
from desktop_app.storage.sqlite.faults import code_of, raise_refusal, sqlite_refusal
from desktop_app.storage.store import schema
from desktop_app.system import disk, paths, rights

KEPT: Final = 2
"""Copies of one schema."""
_NAME: Final = re.compile(r"schema-(\d+)-(\d{8}T\d{6}Z)(?:-(\d+))?")


def copy_before_upgrade(path: Path, version: int, instant: str, progress: Progress = no_progress) -> Path:
    """Copy the database at ``path``, of schema ``version``, and return the folder of the copy.

    Raises ``EnvironmentProblem``, and then nothing has changed: ``upgrade_copy_full``, ``upgrade_copy_failed``,
    ``database_damaged`` and what else the disk says of the database itself.
    """
    folder = path.parent / paths.BEFORE_UPGRADE
    made: Path | None = None
    try:
        made = _new_folder(folder, f"schema-{version}-{re.sub('[^0-9TZ]', '', instant)}")
        with closing(connect(path, Role.WRITER)) as source:
            copy_database(source, made / paths.DATABASE, progress)
        disk.sync_folder(folder)
        disk.sync_folder(path.parent)
    except (OSError, sqlite3.Error, CopyDiffers) as error:
        if made is not None:
            with suppress(OSError):
                disk.remove_folder(made)
        raise refusal_of(error, folder) from error
    _thin_out(folder, version, made)
    return made


def copies_before_upgrade(data: Path) -> list[tuple[str, Path]]:
    """Return the complete copies, newest schema first: the instant of each in UTC, and its folder."""
    try:
        found = [
            (match, one) for one in (data / paths.BEFORE_UPGRADE).iterdir() if (match := _NAME.fullmatch(one.name))
        ]
    except OSError:
        return []
    ordered = sorted(((int(match[1]), match[2], int(match[3] or 0), one) for match, one in found), reverse=True)
    return [
        (f"{at[:4]}-{at[4:6]}-{at[6:11]}:{at[11:13]}:{at[13:]}", one)
        for _schema, at, _number, one in ordered
        if paths.is_file(one / paths.DATABASE)
    ]


# ---- inside


def _new_folder(folder: Path, name: str) -> Path:
    """Create and return a new folder; its name is unique even within one second."""
    rights.make_folder(folder)
    number = 0
    while True:
        made = folder / (f"{name}-{number}" if number else name)
        try:
            rights.make_new_folder(made)
        except FileExistsError:
            number += 1
        else:
            return made


def refusal_of(error: OSError | sqlite3.Error | CopyDiffers, folder: Path) -> EnvironmentProblem:
    """Return the refusal for a failed copy."""
    if isinstance(error, CopyDiffers):
        return EnvironmentProblem("database_damaged", code=str(error))
    code = (error.strerror if isinstance(error, OSError) else code_of(error)) or ""
    if _is_full(error):
        return EnvironmentProblem("upgrade_copy_full", folder=str(folder))
    if isinstance(error, sqlite3.Error) and not code.startswith(OF_THE_COPY):
        # a damaged page of the database itself, or another program that holds it
        problem = sqlite_refusal(error)
        if isinstance(problem, EnvironmentProblem):
            return problem
    return EnvironmentProblem("upgrade_copy_failed", folder=str(folder), why=code or str(error))


def _is_full(error: OSError | sqlite3.Error) -> bool:
    if isinstance(error, sqlite3.Error):
        return code_of(error).startswith("SQLITE_FULL")
    return disk.is_full(error)


def _thin_out(folder: Path, version: int, newest: Path) -> None:
    """Remove half-made copies and all but the newest copies of this schema; foreign files are kept."""
    with suppress(OSError):
        found = [(match, place) for place in folder.iterdir() if (match := _NAME.fullmatch(place.name))]
        whole = []
        for match, place in found:
            if not paths.is_file(place / paths.DATABASE):
                _remove(place, paths.DATABASE + PART)
            elif int(match[1]) == version and place != newest:
                whole.append((match[2], int(match[3] or 0), place))
        for _instant, _number, place in sorted(whole)[: 1 - KEPT or None]:
            _remove(place, paths.DATABASE)


def _remove(place: Path, name: str) -> None:
    """Remove the file and its folder; keep a folder that holds anything else."""
    with suppress(OSError):
        if {one.name for one in place.iterdir()} <= {name}:
            disk.remove(place / name)
            disk.remove_folder(place)


MIGRATIONS: Final = Path(__file__).resolve().parent.parent / "migrations"


def upgrade(path: Path) -> None:
    """Create or upgrade the database at ``path``; an unexpected result is refused and changes nothing."""
    with suppress(OSError):  # SQLite says it in words of its own; its journals get the rights of the file
        rights.make_file(path)
    engine = engine_for(path, Role.MIGRATION)
    try:
        with open_transaction(engine) as connection:
            try:
                _upgrade(connection)
                connection.commit()
            except DBAPIError as error:
                raise_refusal(error)
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
    """Run Alembic's revisions up to the newest one, or to ``target``."""
    # heavy, and needed only on the day of an upgrade
    from alembic import command
    from alembic.config import Config

    config = Config()
    # the option goes through an interpolation in which a percent sign of the path would begin a name
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, target)
