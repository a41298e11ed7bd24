"""A folder of an earlier schema, and the program with the revision that brings it along; only the tests know both."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from typing import Final

from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.storage.file import upgrade
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import WorkContext, open_folder
from desktop_app.storage.migrations.alterations import rebuild
from desktop_app.storage.sqlite.connections import Role, engine_for, open_transaction
from desktop_app.storage.store import schema
from tests.storage.conftest import CLOCK
from tests.storage.revisions.versions.r0001_earlier import earlier_ddl
from tests.storage.sample import build, finalise, sign

REVISIONS: Final = Path(__file__).parent / "revisions"
EARLIER: Final = 1
LATER: Final = 2


_AS_IT_IS: Final = schema.SCHEMA_VERSION, upgrade.MIGRATIONS


@contextmanager
def later_program() -> Iterator[None]:
    """The program with one revision more."""
    with _program(LATER, REVISIONS):
        yield


@contextmanager
def _program(version: int, revisions: Path) -> Iterator[None]:
    kept = schema.SCHEMA_VERSION, upgrade.MIGRATIONS
    schema.SCHEMA_VERSION, upgrade.MIGRATIONS = version, revisions  # type: ignore[misc]
    try:
        yield
    finally:
        schema.SCHEMA_VERSION, upgrade.MIGRATIONS = kept  # type: ignore[misc]


def fill(folder: Path) -> Path:
    """A small database with final minutes and a signature, the same rows each time."""
    numbers = count(1)
    hands = WorkContext(CLOCK, lambda: "کارشناس دبیرخانه", lambda: f"00000000-0000-4000-8000-{next(numbers):012}")
    data = open_folder(folder, hands)
    with data.open_write() as work:
        sample = build(work)
        finalise(work, sample)
        sign(work, sample)
        work.put_settings(work.settings())
        work.audit("settings", "office_setting", 1)
        work.record(Outcome(changed=Changed.SETTINGS))
    data.close()
    return folder / DATABASE_NAME


def lay(folder: Path) -> Path:
    """That database as a program of the earlier schema left it; its path."""
    with _program(*_AS_IT_IS):
        path = fill(folder)
    make_earlier(path)
    return path


def make_earlier(path: Path) -> None:
    """Give a database of this program the tables of the earlier schema; its rows stay."""
    texts = {text.split()[2]: text for text in earlier_ddl() if text.startswith("CREATE TABLE")}
    engine = engine_for(path, Role.MIGRATION)
    with open_transaction(engine) as connection:
        for table in ("person", "clause"):
            rebuild(connection, table, texts[table])
        connection.commit()
    engine.dispose()


def text_of(path: Path) -> str:
    """Schema and rows of a database as SQL text, with its numbers."""
    with closing(sqlite3.connect(path)) as connection:
        numbers = [connection.execute(f"PRAGMA {name}").fetchone() for name in ("application_id", "user_version")]
        return "\n".join([str(numbers), *connection.iterdump()])
