"""The schema that revisions make is the one the program declares, and a wrong one is never committed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.storage.file import upgrade
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import open_folder
from desktop_app.storage.migrations.statements import statements
from desktop_app.storage.schema import schema
from desktop_app.storage.schema.base import Record
from tests.storage.conftest import CLOCK, work_context
from tests.storage.release import keep, revisions, unreleased
from tests.storage.sample import send
from tests.storage.sql_text import DATA, STUB, restore


def _facts(path: Path) -> schema.Facts:
    with closing(sqlite3.connect(path)) as connection:
        return schema.facts(connection.execute)


def test_the_revisions_make_what_is_declared(template: Path) -> None:
    assert schema.differences(_facts(template), schema.expected()) == ()


def test_the_text_of_the_schema_is_known(template: Path) -> None:
    """A start then asks no table for its facts; a new revision brings a new fingerprint."""
    with closing(sqlite3.connect(template)) as connection:
        assert schema.fingerprint(connection.execute) == schema.SCHEMA_TEXT
        asked: list[str] = []

        def run(sql: str) -> list[Any]:
            asked.append(sql)
            return connection.execute(sql).fetchall()

        assert schema.differences_from_expected(run) == ()
        assert len(asked) == 1


@pytest.mark.parametrize("released", range(1, schema.SCHEMA_VERSION + 1))
def test_a_folder_that_was_brought_along_has_the_known_text(released: int, tmp_path: Path) -> None:
    restore(released, tmp_path)
    open_folder(tmp_path, work_context()).close()
    with closing(sqlite3.connect(tmp_path / DATABASE_NAME)) as connection:
        assert schema.fingerprint(connection.execute) == schema.SCHEMA_TEXT


def test_another_text_of_the_same_facts_is_no_difference(template: Path) -> None:
    with closing(sqlite3.connect(template)) as connection:
        connection.execute("PRAGMA writable_schema = 1")
        connection.execute("UPDATE sqlite_schema SET sql = replace(sql, 'INDEX ', 'INDEX  ') WHERE type = 'index'")
        assert schema.fingerprint(connection.execute) != schema.SCHEMA_TEXT
        assert schema.differences_from_expected(connection.execute) == ()


def test_the_first_revision_is_frozen_word_by_word(tmp_path: Path) -> None:
    """A later revision changes what is declared; the text of the first stays the one that its database was made by."""
    frozen = sorted(statements(upgrade.MIGRATIONS / "versions" / "r0001_first.sql"))
    with closing(sqlite3.connect(restore(1, tmp_path))) as connection:
        made = connection.execute(
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name <> ? AND name NOT LIKE 'sqlite%'",
            (schema.REVISION_TABLE,),
        ).fetchall()
    assert frozen == sorted(row[0] for row in made)


@pytest.mark.parametrize("revision", ["r0002_agenda_background", "r0004_signature_batch"])
def test_the_newest_text_of_a_rebuilt_table_is_the_declared_one(revision: str) -> None:
    (frozen,) = statements(upgrade.MIGRATIONS / "versions" / f"{revision}.sql")
    assert frozen in schema.ddl()


def test_the_text_of_the_sent_invitations_is_the_declared_one() -> None:
    frozen = list(statements(upgrade.MIGRATIONS / "versions" / "r0005_sent_invitation.sql"))
    assert set(frozen) <= set(schema.ddl())
    assert len(frozen) == 5, "table, index and the guards of an append-only table"


def test_a_database_of_the_fourth_schema_takes_sent_invitations(tmp_path: Path) -> None:
    restore(4, tmp_path)
    data = open_folder(tmp_path, work_context())
    with data.open_write() as work:
        (meeting,) = work.meetings.where()
        assert work.sent_invitations.where() == ()
        send(work, meeting.id)
        work.commit()
    with data.open_read() as work:
        (sent,) = work.sent_invitations.where(meeting_id=meeting.id)
    with data.open_write() as work, pytest.raises(RuleBroken, match="record_append_only"):
        work.sent_invitations.update(replace(sent, note="دیگر"))
    assert {one.kind for one in data.check()} <= STUB
    data.close()


def test_a_database_of_the_eighth_schema_takes_a_number_that_comes_later_once(tmp_path: Path) -> None:
    restore(8, tmp_path)
    data = open_folder(tmp_path, work_context())
    with data.open_write() as work:
        (went,) = work.outgoing_papers.where()
        later = work.outgoing_papers.add(replace(went, id=0, row=went.row + 1, number=""))
        work.outgoing_papers.update(replace(later, number="۷"))
        work.commit()
    for other in (went, replace(later, number="۷")):
        with data.open_write() as work, pytest.raises(RuleBroken, match="number_given_once"):
            work.outgoing_papers.update(replace(other, number="۸"))
    data.close()


def test_every_table_is_strict_and_every_check_has_a_name(template: Path) -> None:
    facts = _facts(template)
    strict = {name: value for (what, name), value in facts.items() if what == "strict"}
    assert len(strict) == len(Record.metadata.tables) + 1
    assert all(strict.values())
    assert [name for what, name in facts if what == "check" and name.endswith(".")] == []


@pytest.mark.parametrize(
    ("change", "difference"),
    [
        ("DROP TRIGGER guard_meeting_delete", ("trigger", "guard_meeting_delete", "missing")),
        ("CREATE TRIGGER x BEFORE INSERT ON meeting BEGIN SELECT 1; END", ("trigger", "x", "unknown")),
        ("DROP INDEX ix_meeting_day", ("index", "ix_meeting_day", "missing")),
        ("ALTER TABLE meeting ADD COLUMN x TEXT", ("column", "meeting.x", "unknown")),
        ("CREATE TABLE x (y TEXT CHECK (y <> ')')) STRICT", ("table", "x", "unknown")),
        ("CREATE VIEW x AS SELECT 1", ("view", "x", "unknown")),
    ],
)
def test_a_difference_is_seen(template: Path, tmp_path: Path, change: str, difference: tuple[str, str, str]) -> None:
    path = tmp_path / "changed.db"
    path.write_bytes(template.read_bytes())
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(change)
    assert schema.Difference(*difference) in schema.differences(_facts(path), schema.expected())


def test_a_weakened_table_is_seen(template: Path, tmp_path: Path) -> None:
    """The words of a table changed behind SQLite's back: STRICT and a CHECK gone."""
    path = tmp_path / "changed.db"
    path.write_bytes(template.read_bytes())
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute(
            "UPDATE sqlite_schema SET sql = replace(replace(sql, ') STRICT', ')'), 'percent BETWEEN 0 AND 100', '1')"
            " WHERE name = 'task'"
        )
    found = schema.differences(_facts(path), schema.expected())
    assert schema.Difference("strict", "task", "changed") in found
    assert schema.Difference("check", "task.ck_task_percent", "changed") in found


def test_a_revision_that_makes_something_else_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = upgrade.run_revisions

    def planted(connection: Connection) -> None:
        whole(connection)
        connection.exec_driver_sql("CREATE TABLE half (done TEXT)")

    monkeypatch.setattr(upgrade, "run_revisions", planted)
    path = tmp_path / DATABASE_NAME
    with pytest.raises(EnvironmentProblem, match="upgrade_failed") as caught:
        upgrade.upgrade(path, CLOCK)
    assert "half" in str(caught.value.facts["what"])
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,)
        assert connection.execute("PRAGMA user_version").fetchone() == (0,)


def test_a_revision_that_leaves_a_dangling_reference_is_taken_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sql = "INSERT INTO committee (uid, memorandum_id, name) VALUES ('u', 99, 'n')"
    monkeypatch.setattr(upgrade, "run_revisions", lambda connection: connection.exec_driver_sql(sql))
    with pytest.raises(EnvironmentProblem, match="upgrade_failed") as caught:
        upgrade.upgrade(folder / DATABASE_NAME, CLOCK)
    assert caught.value.facts["what"] == "foreign_key_check"
    data = open_folder(folder, work_context())
    with data.open_read() as work:
        assert work.committees.where() == ()
    data.close()


def test_a_revision_that_the_disk_breaks_off_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(connection: Connection) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorname = "SQLITE_FULL"
        raise OperationalError("CREATE TABLE", None, error)

    monkeypatch.setattr(upgrade, "run_revisions", full)
    with pytest.raises(EnvironmentProblem, match="storage_full"):
        upgrade.upgrade(folder / DATABASE_NAME, CLOCK)


def test_a_file_that_ends_within_a_statement_is_noticed(tmp_path: Path) -> None:
    file = tmp_path / "cut.sql"
    file.write_text("-- note\n\nSELECT 1;\nCREATE TRIGGER x BEFORE INSERT ON y BEGIN\nSELECT 1;\n", encoding="utf-8")
    read = statements(file)
    assert next(read) == "SELECT 1"
    with pytest.raises(ValueError, match="within a statement"):
        next(read)


@pytest.mark.parametrize("released", range(1, schema.SCHEMA_VERSION + 1))
def test_a_released_database_opens_for_ever(released: int, tmp_path: Path) -> None:
    restore(released, tmp_path)
    data = open_folder(tmp_path, work_context())
    assert {one.kind for one in data.check()} <= STUB
    with data.open_read() as work:
        assert work.meeting_rows.fetch(work.meeting_rows.ids())
        assert work.minutes_rows.fetch(work.minutes_rows.ids())
        assert work.resolution_rows.fetch(work.resolution_rows.ids())
    data.close()


def test_an_agenda_of_the_first_schema_gets_an_empty_background_and_takes_one(tmp_path: Path) -> None:
    path = restore(1, tmp_path)
    before = _agenda_of(path)
    data = open_folder(tmp_path, work_context())
    assert _agenda_of(path) == [{**row, "background": ""} for row in before]
    with data.open_write() as work:
        (item,) = work.agenda.where()
        work.agenda.update(replace(item, background="سابقهٔ یک\nسابقهٔ دو"))
        work.commit()
    with data.open_read() as work:
        assert work.agenda.get(item.id).background == "سابقهٔ یک\nسابقهٔ دو"
        (clause, *_) = work.clauses.where(agenda_item_id=item.id)
    with data.open_write() as work, pytest.raises(RuleBroken, match="record_frozen"):
        work.clauses.update(replace(clause, text="دیگر"))
    assert {one.kind for one in data.check()} <= STUB
    data.close()


def test_signatures_of_an_earlier_schema_stand_alone_and_stay_append_only(tmp_path: Path) -> None:
    restore(2, tmp_path)
    data = open_folder(tmp_path, work_context())
    with data.open_write() as work:
        (kept,) = work.signatures.where()
        assert kept.batch == 0
        work.signatures.add(replace(kept, id=0, original=2, batch=1))
        assert [one.batch for one in work.signatures.where()] == [0, 1]
        with pytest.raises(RuleBroken, match="record_append_only"):
            work.signatures.update(replace(kept, batch=1))
    assert {one.kind for one in data.check()} <= STUB
    data.close()


def _agenda_of(path: Path) -> list[dict[str, object]]:
    """Every item by the names of its columns."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        rows = [dict(row) for row in connection.execute("SELECT * FROM agenda_item ORDER BY id")]
    assert rows
    return rows


def test_a_database_of_every_schema_is_kept() -> None:
    assert unreleased({path.name for path in DATA.iterdir()}, revisions(), schema.SCHEMA_VERSION) == ""


def test_what_a_new_schema_lacks_is_said() -> None:
    one = {"schema_1.sql"}
    assert unreleased(one, {1, 2}, 1) == "revision 2 is newer: raise SCHEMA_VERSION in storage/schema/schema.py"
    assert unreleased(one, {1, 2}, 2) == "tests/data/schema_2.sql is missing: run python -m tests.storage.release"
    assert unreleased(one, {1}, 2).endswith("add its revision to storage/migrations/versions")
    assert unreleased({*one, "schema_9.sql"}, {1}, 1) == "tests/data differs in schema_9.sql"


def test_a_released_text_is_not_written_over_before_its_version_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "SCHEMA_VERSION", schema.SCHEMA_VERSION - 1)
    with pytest.raises(SystemExit, match="raise SCHEMA_VERSION"):
        keep()
