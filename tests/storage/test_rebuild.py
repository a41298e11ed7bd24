"""A rebuilt table keeps its rows, counter, indexes and guards; everything else stays as it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import cast

import pytest
from sqlalchemy import Connection

from desktop_app.domain.errors import RuleBroken
from desktop_app.storage.file import upgrade
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import DataFolder, open_folder, view_folder
from desktop_app.storage.migrations.alterations import rebuild
from desktop_app.storage.schema.base import Record
from desktop_app.storage.sqlite.connections import Role, engine_for, open_transaction
from desktop_app.storage.store import schema
from tests.storage.conftest import work_context
from tests.storage.sample import Sample
from tests.whole import deciding

COUNTERS = "SELECT name, seq FROM sqlite_sequence WHERE seq > 0"


@cache
def _declared() -> list[str]:
    return schema.ddl()


def _text(table: str) -> str:
    return next(text for text in _declared() if text.startswith(f"CREATE TABLE {table} ("))


@pytest.fixture
def migrating(folder: Path) -> Iterator[Connection]:
    engine = engine_for(folder / DATABASE_NAME, Role.MIGRATION)
    with open_transaction(engine) as connection:
        yield connection
    engine.dispose()


# tables with children, with guards, with numbers that are not given again, with one row, and with none of these
EACH_SORT = {"audit", "clause", "guest", "meeting", "minutes_version", "office_setting", "resolution", "search_text"}


@pytest.mark.parametrize("table", deciding(sorted(Record.metadata.tables), EACH_SORT))
def test_a_table_rebuilt_as_it_is_differs_in_nothing(data: DataFolder, final: Sample, table: str) -> None:
    data.close()
    engine = engine_for(data.folder / DATABASE_NAME, Role.MIGRATION)
    with open_transaction(engine) as connection:
        before = connection.exec_driver_sql(f"SELECT * FROM {table}").all()
        counters = set(connection.exec_driver_sql(COUNTERS).all())
        rebuild(connection, table, _text(table))
        assert connection.exec_driver_sql(f"SELECT * FROM {table}").all() == before
        assert set(connection.exec_driver_sql(COUNTERS).all()) == counters
        connection.commit()
    engine.dispose()
    viewed = view_folder(data.folder, work_context())
    assert viewed.check() == ()
    viewed.close()


def test_a_column_can_be_filled_anew(data: DataFolder, final: Sample) -> None:
    engine = engine_for(data.folder / DATABASE_NAME, Role.MIGRATION)
    with open_transaction(engine) as connection:
        rebuild(connection, "guest", _text("guest"), {"post": "'مهمان'"})
        connection.commit()
    engine.dispose()
    with data.open_write() as work:
        guest = work.guests.get(final.guest)
        assert guest.post == "مهمان"
        with pytest.raises(RuleBroken, match="record_frozen"):
            work.guests.update(guest)


def test_an_id_that_went_before_the_rebuilding_is_not_given_again(data: DataFolder, draft: Sample) -> None:
    with data.open_write() as work:
        item = replace(work.agenda.get(draft.item), id=0)
        gone = work.agenda.add(item).id
        work.agenda.remove(gone)
        work.commit()
    engine = engine_for(data.folder / DATABASE_NAME, Role.MIGRATION)
    with open_transaction(engine) as connection:
        rebuild(connection, "agenda_item", _text("agenda_item"))
        connection.commit()
    engine.dispose()
    with data.open_write() as work:
        assert work.agenda.add(item).id > gone


def test_the_text_of_another_table_is_a_mistake(migrating: Connection) -> None:
    with pytest.raises(ValueError, match="not the text of guest"):
        rebuild(migrating, "guest", _text("signer"))


def test_foreign_keys_must_be_off(data: DataFolder) -> None:
    with data.open_write() as work:
        connection = work.transaction.connection
        raw = cast("sqlite3.Connection", connection.connection.dbapi_connection)
        raw.set_authorizer(None)
        with pytest.raises(RuntimeError, match="foreign keys off"):
            rebuild(connection, "guest", _text("guest"))


def test_an_upgrade_by_rebuilding_passes_the_comparison(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upgrade, "run_revisions", lambda connection: rebuild(connection, "clause", _text("clause")))
    upgrade.upgrade(folder / DATABASE_NAME)
    opened = open_folder(folder, work_context())
    assert opened.check() == ()
    opened.close()
