"""The recipe of every connection is in force, and the authorizer lets nothing loosen it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import literal, select
from sqlalchemy.engine.interfaces import CacheStats

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.rules.members import Person
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import DataFolder
from desktop_app.storage.sqlite import connections
from desktop_app.storage.sqlite.connections import Role, connect, engine_for, file_uri, open_transaction
from desktop_app.storage.store.schema import SCHEMA_VERSION
from tests.storage.sample import Sample


@pytest.fixture
def writer(folder: Path) -> Iterator[sqlite3.Connection]:
    with closing(connect(folder / DATABASE_NAME, Role.WRITER)) as connection:
        yield connection


def test_what_one_engine_has_compiled_serves_the_next_of_any_folder(folder: Path) -> None:
    """A folder is read and written by engines of its own; each would compile every statement anew."""
    question = select(literal(1402).label("year_of_this_test"))
    hits = []
    for role in (Role.READER, Role.WRITER, Role.READER):
        engine = engine_for(folder / DATABASE_NAME, role)
        with open_transaction(engine) as connection:
            result = connection.execute(question)
            hits.append(result.context.cache_hit)
            assert result.scalar_one() == 1402
        engine.dispose()
    assert hits == [CacheStats.CACHE_MISS, CacheStats.CACHE_HIT, CacheStats.CACHE_HIT]


def _read_back(connection: sqlite3.Connection, name: str) -> object:
    connection.set_authorizer(None)
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "truncate"),
        ("locking_mode", "normal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("busy_timeout", connections.BUSY_MS),
        ("query_only", 0),
        ("cache_spill", 0),
    ],
)
def test_a_writer_stands_on_the_recipe(writer: sqlite3.Connection, name: str, value: object) -> None:
    assert _read_back(writer, name) == value


def test_a_reader_only_reads(folder: Path) -> None:
    with closing(connect(folder / DATABASE_NAME, Role.READER)) as reader:
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            reader.execute("DELETE FROM holiday")
        assert _read_back(reader, "query_only") == 1
        assert _read_back(reader, "foreign_keys") == 1


def test_a_migration_checks_its_foreign_keys_at_its_end(folder: Path) -> None:
    with closing(connect(folder / DATABASE_NAME, Role.MIGRATION)) as connection:
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (0,)


def test_a_pragma_that_does_not_take_is_noticed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "PRAGMAS", (("page_size", "1024", 1024),))
    with pytest.raises(RuntimeError, match="PRAGMA page_size is 4096"):
        connect(folder / DATABASE_NAME, Role.WRITER)


FORBIDDEN = (
    "DROP TRIGGER guard_meeting_delete",
    "DROP TABLE meeting",
    "DROP INDEX ix_meeting_day",
    "ALTER TABLE meeting ADD COLUMN x TEXT",
    "ALTER TABLE meeting RENAME TO m",
    "CREATE TABLE x (y)",
    "CREATE TEMP TABLE x (y)",
    "CREATE TRIGGER x BEFORE INSERT ON meeting BEGIN SELECT 1; END",
    "CREATE TEMP TRIGGER x BEFORE INSERT ON main.meeting BEGIN SELECT RAISE(IGNORE); END",
    "CREATE VIEW x AS SELECT 1",
    "CREATE INDEX x ON meeting(place)",
    "CREATE VIRTUAL TABLE x USING fts5(y)",
    "ATTACH ':memory:' AS other",
    "DETACH main",
    "REINDEX",
    "ANALYZE",
    "VACUUM",
    "PRAGMA writable_schema=ON",
    "PRAGMA WRITABLE_SCHEMA=1",
    "PRAGMA ignore_check_constraints=ON",
    "PRAGMA foreign_keys=OFF",
    "PRAGMA recursive_triggers=OFF",
    "PRAGMA trusted_schema=ON",
    "PRAGMA synchronous=OFF",
    "PRAGMA journal_mode=WAL",
    "PRAGMA locking_mode=EXCLUSIVE",
    "PRAGMA user_version=9",
    "PRAGMA application_id=9",
    "PRAGMA query_only=ON",
    "UPDATE sqlite_schema SET sql = ''",
    "DELETE FROM sqlite_sequence",
    "UPDATE sqlite_sequence SET seq = 0",
    "SELECT load_extension('x')",
)


@pytest.mark.parametrize("sql", FORBIDDEN)
def test_nothing_loosens_a_guard(writer: sqlite3.Connection, sql: str) -> None:
    with pytest.raises(sqlite3.Error) as caught:
        writer.execute(sql)
    assert any(
        words in str(caught.value) for words in ("not authorized", "authorization denied", "may not be modified")
    )


def test_rows_and_questions_pass(writer: sqlite3.Connection) -> None:
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("INSERT INTO person (uid, name, post, name_key) VALUES ('u', 'n', '', '')")
    writer.execute("SAVEPOINT a")
    writer.execute("RELEASE a")
    assert writer.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    assert writer.execute("SELECT count(*) FROM (SELECT upper(name) FROM person)").fetchone() == (1,)
    writer.execute("ROLLBACK")


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("/home/کاربر/a b%.db", "file:///home/%DA%A9%D8%A7%D8%B1%D8%A8%D8%B1/a%20b%25.db?mode=ro"),
        ("//server/share/x.db", "file:////server/share/x.db?mode=ro"),
    ],
)
def test_a_path_becomes_an_uri(path: str, uri: str) -> None:
    class Fake(type(Path())):  # type: ignore[misc] # a path of another system, which pathlib would shorten here
        def absolute(self) -> Fake:
            return self

        def as_posix(self) -> str:
            return path

    assert file_uri(Fake("x.db"), "ro") == uri


def test_a_drive_gets_its_stroke(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "as_posix", lambda self: "C:/داده/x.db")
    assert file_uri(Path("x"), "rw").startswith("file:///C%3A/")


def test_two_writers_never_meet(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "BUSY_MS", 50)
    monkeypatch.setattr(connections, "PRAGMAS", (("busy_timeout", "50", 50),))
    engine = engine_for(folder / DATABASE_NAME, Role.WRITER)
    other = engine_for(folder / DATABASE_NAME, Role.WRITER)
    with open_transaction(engine):
        with pytest.raises(EnvironmentProblem, match="data_locked"), open_transaction(engine):
            """The pool of writers holds one."""
        with pytest.raises(EnvironmentProblem, match="data_locked"), open_transaction(other):
            """Another process would meet SQLite's own lock."""
    engine.dispose()
    other.dispose()


def test_a_reader_sees_a_steady_picture_beside_a_writer(data: DataFolder, draft: Sample) -> None:
    with data.open_read() as reading:
        before = reading.people.where()
        with data.open_write() as writing:
            writing.people.add(Person(name="تازه"))
            assert reading.people.where() == before


def test_a_commit_that_meets_a_long_reader_is_told_and_taken_back(
    folder: Path, draft: Sample, data: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(connect(folder / DATABASE_NAME, Role.READER)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM person").fetchone()
        with data.open_write() as work:
            work.people.add(Person(name="دیر"))
            with pytest.raises(EnvironmentProblem, match="data_locked"):
                work.commit()
        reader.execute("ROLLBACK")
    with data.open_write() as work:
        assert [person.name for person in work.people.where()] == ["بهمن سروستانه"]
        work.people.add(Person(name="به‌هنگام"))
        work.commit()
