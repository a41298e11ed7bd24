"""A line of a revision alters a table and nothing else: its rows, its guards and what is declared stay in step."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, MetaData
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped
from sqlalchemy.schema import CreateTable

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.rules.invitations import SendingWay
from desktop_app.storage.file import upgrade
from desktop_app.storage.migrations.alterations import add_column, change_check, new_words
from desktop_app.storage.schema.base import NAMES, Kept, added_column, named_check, table_of
from desktop_app.storage.schema.types import WordText
from desktop_app.storage.sqlite.connections import Role, engine_for, open_transaction
from desktop_app.storage.store import schema
from tests.storage.earlier import fill
from tests.storage.test_guards import LIVE

Difference = schema.Difference


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with final minutes and a signature; no test keeps what it alters."""
    return fill(tmp_path_factory.mktemp("archive"))


@pytest.fixture
def migrating(archive: Path) -> Iterator[Connection]:
    engine = engine_for(archive, Role.MIGRATION)
    with open_transaction(engine) as connection:
        yield connection
    engine.dispose()


def _differences(connection: Connection) -> set[Difference]:
    found = schema.facts(lambda sql: connection.exec_driver_sql(sql).all())
    return set(schema.differences(found, schema.expected()))


def _refused(connection: Connection, sql: str) -> str:
    try:
        connection.exec_driver_sql(sql)
    except IntegrityError as error:
        return str(error.orig)
    return ""


def test_a_column_that_comes_later_is_frozen_where_its_row_is(migrating: Connection) -> None:
    """Of every table: what is written down as wholly frozen, but for the state of minutes, takes no change of it."""
    for table in LIVE:
        add_column(migrating, table, "later TEXT NOT NULL DEFAULT ''")
    refused = {table: bool(_refused(migrating, f"UPDATE {table} SET later = 'x'")) for table in LIVE}
    assert refused == {table: live in ("", "state") for table, live in LIVE.items()}


def test_a_column_may_be_live_in_a_row_that_is_frozen(migrating: Connection) -> None:
    add_column(migrating, "minutes_version", "shelf TEXT NOT NULL DEFAULT ''", live=True)
    assert _refused(migrating, "UPDATE minutes_version SET shelf = 'x'") == ""
    assert "record_frozen" in _refused(migrating, "UPDATE minutes_version SET closing = 'x'")


def test_one_more_column_is_all_that_differs(migrating: Connection) -> None:
    add_column(migrating, "person", "alias TEXT NOT NULL DEFAULT '' CHECK (alias <> 'x)')")
    assert _differences(migrating) == {
        Difference("column", "person.alias", "unknown"),
        Difference("check", "person.ck_person_alias", "unknown"),
    }
    assert "ck_person_alias" in _refused(migrating, "UPDATE person SET alias = 'x)'")
    add_column(migrating, "minutes_version", "shelf TEXT")
    assert _differences(migrating) >= {Difference("trigger", "guard_minutes_version_frozen", "changed")}


class _Apart(Kept):
    """Base of a table that is no table of the program."""

    __abstract__ = True
    metadata = MetaData(naming_convention=NAMES)


class _Parcel(_Apart):
    __tablename__ = "parcel"
    __table_args__ = (named_check("ck_parcel_note", "note = trim(note)"),)

    title: Mapped[str]
    note: Mapped[str] = added_column("''")
    urgent: Mapped[bool] = added_column("0")
    way: Mapped[SendingWay] = added_column("'post'", WordText(SendingWay))
    sent_on: Mapped[date | None]


def test_a_column_that_is_declared_as_added_is_the_one_that_a_revision_adds(migrating: Connection) -> None:
    declared = str(CreateTable(table_of(_Parcel)).compile(dialect=sqlite.dialect()))
    migrating.exec_driver_sql(declared)
    wanted = schema.facts(lambda sql: migrating.exec_driver_sql(sql).all())
    migrating.exec_driver_sql("DROP TABLE parcel")
    migrating.exec_driver_sql(
        "CREATE TABLE parcel (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, title TEXT NOT NULL,"
        " CONSTRAINT uq_parcel_uid UNIQUE (uid), CONSTRAINT ck_parcel_id CHECK (id >= 1)) STRICT"
    )
    migrating.exec_driver_sql("INSERT INTO parcel (uid, title) VALUES ('u', 't')")
    day = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
    ways = ", ".join(f"'{way.value}'" for way in SendingWay)
    add_column(migrating, "parcel", "note TEXT NOT NULL DEFAULT '' CHECK (note = trim(note))")
    add_column(migrating, "parcel", "urgent INTEGER NOT NULL DEFAULT 0 CHECK (urgent IN (0, 1))")
    add_column(migrating, "parcel", f"way TEXT NOT NULL DEFAULT 'post' CHECK (way IN ({ways}))")
    add_column(migrating, "parcel", f"sent_on TEXT CHECK (sent_on GLOB '{day}' AND date(sent_on) IS sent_on)")
    assert schema.facts(lambda sql: migrating.exec_driver_sql(sql).all()) == wanted
    assert migrating.exec_driver_sql("SELECT note, urgent, way, sent_on FROM parcel").all() == [("", 0, "post", None)]


@pytest.mark.parametrize("table", ["person", "agenda_item"])
def test_a_check_of_a_later_revision_changes_with_the_rows_staying(migrating: Connection, table: str) -> None:
    """Also of a table that was rebuilt before, whose name SQLite writes in quotation marks."""
    add_column(migrating, table, "later TEXT NOT NULL DEFAULT '' CHECK (later <> 'x')")
    before = migrating.exec_driver_sql(f"SELECT * FROM {table}").all()
    counters = migrating.exec_driver_sql("SELECT name, seq FROM sqlite_sequence ORDER BY name").all()
    others = _differences(migrating)
    change_check(migrating, table, f"ck_{table}_later", "later <> 'y'")
    assert migrating.exec_driver_sql(f"SELECT * FROM {table}").all() == before
    assert migrating.exec_driver_sql("SELECT name, seq FROM sqlite_sequence ORDER BY name").all() == counters
    assert _differences(migrating) == others
    assert _refused(migrating, f"UPDATE {table} SET later = 'x'") == ""
    assert f"ck_{table}_later" in _refused(migrating, f"UPDATE {table} SET later = 'y'")


def test_what_is_not_there_is_a_mistake_of_the_revision(migrating: Connection) -> None:
    with pytest.raises(ValueError, match="no such table: persons"):
        new_words(migrating, "persons", "name", "x")
    with pytest.raises(ValueError, match=r"no closed list: person\.name"):
        new_words(migrating, "person", "name", "x")
    with pytest.raises(ValueError, match="listed already: post"):
        new_words(migrating, "sent_invitation", "way", "post")
    with pytest.raises(ValueError, match="no CHECK of this name: ck_person_name"):
        change_check(migrating, "person", "ck_person_name", "name <> ''")
    migrating.exec_driver_sql("CREATE TRIGGER guard_axis_frozen BEFORE UPDATE ON axis BEGIN SELECT 1; END")
    with pytest.raises(ValueError, match="compares no whole row"):
        add_column(migrating, "axis", "later TEXT")


# ---- one more word of a closed list, worked on a frozen table: how a clause was adopted


@pytest.fixture
def with_new_word(archive: Path, tmp_path: Path) -> Path:
    """A copy whose clauses may be adopted by «lot» too, upgraded by one line and committed."""
    path = Path(shutil.copyfile(archive, tmp_path / "copy.db"))
    engine = engine_for(path, Role.MIGRATION)
    with open_transaction(engine) as connection:
        new_words(connection, "clause", "adoption", "lot")
        connection.commit()
    engine.dispose()
    return path


@pytest.fixture
def stranger(with_new_word: Path) -> Iterator[sqlite3.Connection]:
    """Any other program's hand on that copy."""
    with closing(sqlite3.connect(with_new_word, isolation_level=None)) as connection:
        yield connection


def _copied(connection: sqlite3.Connection, table: str, **changed: str) -> int:
    """The id of a copy of the first row, with other values."""
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    values = {"id": "NULL", "uid": "'copy'", **changed}
    copy = ", ".join(values.get(name, name) for name in columns)
    connection.execute(f"INSERT INTO {table} SELECT {copy} FROM {table} ORDER BY id LIMIT 1")
    (made,) = connection.execute(f"SELECT id FROM {table} WHERE uid = 'copy'").fetchone()
    return int(made)


def test_one_more_word_is_all_that_differs(archive: Path, stranger: sqlite3.Connection) -> None:
    differing = schema.differences(schema.facts(stranger.execute), schema.expected())
    assert differing == (Difference("check", "clause.ck_clause_adoption", "changed"),)
    with closing(sqlite3.connect(archive)) as before:
        for question in (
            "SELECT * FROM clause",
            "SELECT * FROM clause_unit",
            "SELECT * FROM sqlite_sequence ORDER BY 1",
        ):
            assert stranger.execute(question).fetchall() == before.execute(question).fetchall()
    assert stranger.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_new_word_is_taken_and_an_unknown_one_refused(stranger: sqlite3.Connection) -> None:
    """In the clause of a draft: the rows of final minutes take nothing."""
    frozen = dict.fromkeys(("snapshot", "content_hash", "finalised_at"), "''")
    draft = _copied(stranger, "minutes_version", version="2", state="'draft'", **frozen)
    made = _copied(stranger, "clause", minutes_version_id=str(draft), adoption="'lot'")
    stranger.execute(f"UPDATE clause SET adoption = 'majority' WHERE id = {made}")
    stranger.execute(f"UPDATE clause SET adoption = 'lot' WHERE id = {made}")
    with pytest.raises(sqlite3.IntegrityError, match="ck_clause_adoption"):
        stranger.execute(f"UPDATE clause SET adoption = 'dice' WHERE id = {made}")


def test_a_frozen_row_still_takes_no_change_through_any_column(stranger: sqlite3.Connection) -> None:
    columns = [row[1] for row in stranger.execute("PRAGMA table_info(clause)")]
    assert "adoption" in columns
    for column in columns:
        new = "'lot'" if column == "adoption" else column
        with pytest.raises(sqlite3.IntegrityError, match="guard:record_frozen:clause"):
            stranger.execute(f"UPDATE clause SET {column} = {new}")
    with pytest.raises(sqlite3.IntegrityError, match="guard:record_"):
        stranger.execute("DELETE FROM clause")
    with pytest.raises(sqlite3.IntegrityError, match="guard:record_"):
        stranger.execute("REPLACE INTO clause SELECT * FROM clause")


def test_a_word_that_only_a_revision_knows_is_refused_at_the_end_of_the_upgrade(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(shutil.copyfile(archive, tmp_path / "copy.db"))
    monkeypatch.setattr(upgrade, "run_revisions", lambda connection: new_words(connection, "clause", "adoption", "lot"))
    with pytest.raises(EnvironmentProblem, match="upgrade_failed") as caught:
        upgrade.upgrade(path)
    assert caught.value.facts["what"] == "changed check clause.ck_clause_adoption"
    assert "'lot'" not in path.read_text(encoding="latin-1")
