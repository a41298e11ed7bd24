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
from desktop_app.domain.read_models.findings import FindingKind
from desktop_app.storage.file import upgrade
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import open_folder, view_folder
from desktop_app.storage.schema.base import Record
from desktop_app.storage.store import schema
from tests.storage import earlier
from tests.storage.conftest import work_context


def _facts(path: Path) -> schema.Facts:
    with closing(sqlite3.connect(path)) as connection:
        return schema.facts(connection.execute)


def test_the_revisions_make_what_is_declared(template: Path) -> None:
    assert schema.differences(_facts(template), schema.expected()) == ()


def test_the_text_of_the_schema_is_known(template: Path) -> None:
    """A start then asks no table for its facts; a change of the schema brings a new fingerprint."""
    with closing(sqlite3.connect(template)) as connection:
        found = schema.fingerprint(connection.execute)
        assert found == schema.SCHEMA_TEXT, f"the schema was edited: SCHEMA_TEXT is {found} now"
        asked: list[str] = []

        def run(sql: str) -> list[Any]:
            asked.append(sql)
            return connection.execute(sql).fetchall()

        assert schema.differences_from_expected(run) == ()
        assert len(asked) == 1


def test_another_text_of_the_same_facts_is_no_difference(template: Path) -> None:
    with closing(sqlite3.connect(template)) as connection:
        connection.execute("PRAGMA writable_schema = 1")
        connection.execute("UPDATE sqlite_schema SET sql = replace(sql, 'INDEX ', 'INDEX  ') WHERE type = 'index'")
        assert schema.fingerprint(connection.execute) != schema.SCHEMA_TEXT
        assert schema.differences_from_expected(connection.execute) == ()


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
        upgrade.upgrade(path)
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
        upgrade.upgrade(folder / DATABASE_NAME)
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
        upgrade.upgrade(folder / DATABASE_NAME)


def test_a_revision_brings_rows_words_and_guards_along(tmp_path: Path) -> None:
    """The one that only the tests know: a column more, and a word that the CHECK of a frozen table takes."""
    path = earlier.lay(tmp_path)
    before = _counts(path)
    with earlier.later_program():
        data = open_folder(tmp_path, work_context())
        assert data.upgraded is not None
        # no hash of a row from before it is another one
        assert {one.kind for one in data.check()} == {FindingKind.FILE_MISSING}
        assert _counts(path) == before
        with data.open_write() as work:
            (person, *_) = work.people.where()
            assert person.phone == ""
            work.people.update(replace(person, phone="۰۱۱"))
            work.commit()
        with data.open_read() as work:
            assert work.people.get(person.id).phone == "۰۱۱"
            (clause, *_) = [one for one in work.clauses.where() if one.adoption]
        with data.open_write() as work, pytest.raises(RuleBroken, match="record_frozen"):
            work.clauses.update(replace(clause, text="دیگر"))
        data.close()


def test_tables_of_another_shape_are_refused_and_stay_as_they_are(tmp_path: Path) -> None:
    """Until the first release the one revision is edited in place: the number says nothing of the shape."""
    path = earlier.lay(tmp_path)
    before = path.read_bytes()
    for opener in (open_folder, view_folder):
        with pytest.raises(EnvironmentProblem, match="schema_other_shape") as caught:
            opener(tmp_path, work_context())
        assert "clause" in str(caught.value.facts["code"])
    assert path.read_bytes() == before


def _counts(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
        return {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for (name,) in names.fetchall()}
