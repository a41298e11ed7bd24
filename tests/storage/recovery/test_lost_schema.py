"""Damage of the schema itself: the rows are there, and are found without it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app import paths
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.recovery_report import RecoveryReport
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import open_folder
from desktop_app.storage.recovery.lost_schema import has_schema
from desktop_app.storage.recovery.row_recovery import prepare
from tests.storage.conftest import work_context
from tests.storage.recovery.damage import PAGE, schema_pages, zero
from tests.storage.recovery.tables import DERIVED, tables_of
from tests.storage.sql_text import restore

INNER = 5
"""What a page of a table begins with that leads to others."""
TRIGGER = "CREATE TRIGGER extra AFTER INSERT ON person BEGIN SELECT 1; END"


def _upgraded(folder: Path, released: int) -> Path:
    restore(released, folder)
    open_folder(folder, work_context()).close()
    return folder


def _recovered(folder: Path) -> RecoveryReport:
    prepared = prepare(folder, work_context())
    prepared.accept()
    assert {one.name for one in folder.iterdir() if one.is_file()} <= {DATABASE_NAME, paths.LOCK}
    return prepared.report


def _flip(database: Path, name: str, column: str) -> None:
    """The last letter of a text in the row of a table, with its lowest bit flipped, past SQLite."""
    with closing(sqlite3.connect(database)) as raw:
        asked = "SELECT type, name, tbl_name FROM sqlite_schema WHERE type = 'table' AND name = ?"
        texts = raw.execute(asked, (name,)).fetchone()
    content = bytearray(database.read_bytes())
    place = next(
        at
        for at in range(len(content))
        if content.startswith("".join(texts).encode(), at)
        and b"CREATE TABLE" in content[at + len("".join(texts)) : at + len("".join(texts)) + 16]
    )
    ends = ["type", "name", "tbl_name"].index(column) + 1
    content[place + len("".join(texts[:ends])) - 1] ^= 1
    database.write_bytes(content)


@pytest.mark.parametrize("released", [8, 9])
def test_a_file_that_was_upgraded_and_lost_its_first_page_gives_its_rows(released: int, tmp_path: Path) -> None:
    """Its tables begin on other pages than those of a new file: what is left of its own schema tells where."""
    _upgraded(tmp_path, released)
    before = tables_of(tmp_path)
    zero(tmp_path / DATABASE_NAME, 1)
    assert prepare_whole(tmp_path)
    after = tables_of(tmp_path)
    for name in before.keys() - DERIVED:
        assert after[name][: len(before[name])] == before[name], name


def prepare_whole(folder: Path) -> bool:
    prepared = prepare(folder, work_context())
    prepared.accept()
    return prepared.report.whole


@pytest.mark.parametrize("page", [0, 3, 7])
def test_of_a_file_that_was_upgraded_no_page_is_read_as_another_table(page: int, tmp_path: Path) -> None:
    database = _upgraded(tmp_path, 8) / DATABASE_NAME
    before = {(name, row[0]) for name, rows in tables_of(tmp_path).items() for row in rows}
    zero(database, schema_pages(database)[page])
    prepared = prepare(tmp_path, work_context())
    prepared.discard()
    assert {(one.kind, one.id) for one in prepared.report.records} <= before


@pytest.mark.parametrize("column", ["type", "name", "tbl_name"])
@pytest.mark.parametrize("name", ["clause", "audit", "record_hash"])
def test_one_flipped_bit_of_what_a_table_is_called_loses_no_row(office: Path, name: str, column: str) -> None:
    _flip(office / DATABASE_NAME, name, column)
    assert _recovered(office).whole


@pytest.mark.parametrize("column", ["type", "name", "tbl_name"])
def test_nor_in_a_file_that_was_upgraded(tmp_path: Path, column: str) -> None:
    _flip(_upgraded(tmp_path, 8) / DATABASE_NAME, "minutes_version", column)
    assert prepare_whole(tmp_path)


@pytest.mark.parametrize(
    ("byte", "bit"), [(31, 7), (31, 5), (30, 0), (63, 0), (63, 3), (68, 0), (71, 6), (18, 1), (22, 4)]
)
def test_one_flipped_bit_of_the_header_loses_no_row(office: Path, byte: int, bit: int) -> None:
    """The count of pages, the version of the schema, and what SQLite refuses a file for."""
    database = office / DATABASE_NAME
    content = bytearray(database.read_bytes())
    content[byte] ^= 1 << bit
    database.write_bytes(content)
    assert _recovered(office).whole


@pytest.mark.parametrize("bit", [4, 7])
@pytest.mark.parametrize("leaf", [-1, 0, 3, 9])
def test_one_flipped_bit_of_where_a_row_of_the_schema_lies_loses_no_row(office: Path, leaf: int, bit: int) -> None:
    """SQLite reads the row all the same, and makes no table of it; ``leaf`` -1 is the first page."""
    database = office / DATABASE_NAME
    content = bytearray(database.read_bytes())
    place = 112 if leaf < 0 else (schema_pages(database)[leaf] - 1) * PAGE + 8
    content[place] ^= 1 << bit
    database.write_bytes(content)
    assert _recovered(office).whole


def test_pages_of_a_table_that_was_taken_down_lead_nowhere(tmp_path: Path) -> None:
    """An upgrade makes tables anew; where SQLite does not empty free pages, old ones still name pages of others."""
    database = restore(8, tmp_path)
    open_folder(tmp_path, work_context()).close()
    with closing(sqlite3.connect(database, isolation_level=None)) as raw:
        raw.execute("PRAGMA secure_delete = OFF")
        raw.execute("CREATE TABLE spare (content TEXT)")
        raw.executemany("INSERT INTO spare VALUES (?)", [("x" * 3000,)] * 3000)
        inner = _inner_pages(database)
        raw.execute("DROP TABLE spare")
        (root,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'request'").fetchone()
    content = bytearray(database.read_bytes())
    # the first page that it leads to is, as after an upgrade, the first of another table by now
    page = next(one for one in inner if content[(one - 1) * PAGE] == INNER)
    cell = (page - 1) * PAGE + int.from_bytes(content[(page - 1) * PAGE + 12 : (page - 1) * PAGE + 14], "big")
    content[cell : cell + 4] = root.to_bytes(4, "big")
    database.write_bytes(content)
    with closing(sqlite3.connect(database)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert has_schema(database, work_context())


def _inner_pages(database: Path) -> list[int]:
    content = database.read_bytes()
    return [place // PAGE + 1 for place in range(PAGE, len(content), PAGE) if content[place] == INNER]


@pytest.mark.parametrize("bit", [0, 2, 4, 9])
@pytest.mark.parametrize("name", ["minutes_version", "person", "record_hash"])
def test_one_flipped_bit_of_where_a_table_begins_loses_no_row(office: Path, name: str, bit: int) -> None:
    with closing(sqlite3.connect(office / DATABASE_NAME, isolation_level=None)) as raw:
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute(f"UPDATE sqlite_schema SET rootpage = (rootpage | {1 << bit}) - (rootpage & {1 << bit})"
            " WHERE name = ?", (name,))  # fmt: skip
    assert _recovered(office).whole


@pytest.mark.parametrize("statements", [[TRIGGER], [f"PRAGMA page_size = {2 * PAGE}", "VACUUM", TRIGGER]])
def test_what_others_added_to_the_schema_loses_no_row(office: Path, statements: list[str]) -> None:
    with closing(sqlite3.connect(office / DATABASE_NAME, isolation_level=None)) as raw:
        for statement in statements:
            raw.execute(statement)
    assert _recovered(office).whole


def test_pages_of_another_size_are_read_without_their_schema(office: Path) -> None:
    database = office / DATABASE_NAME
    with closing(sqlite3.connect(database, isolation_level=None)) as raw:
        raw.execute(f"PRAGMA page_size = {2 * PAGE}")
        raw.execute("VACUUM")
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute("UPDATE sqlite_schema SET sql = 'CREATE' WHERE name = 'clause'")
    assert _recovered(office).whole


@pytest.mark.parametrize("share", [0.6, 0.8])
@pytest.mark.parametrize("what", ["as made", "recovered before", "extra trigger", "upgraded"])
def test_of_a_cut_file_no_record_is_told_of_that_never_was(
    office: Path, tmp_path: Path, what: str, share: float
) -> None:
    """Pages that are gone are led to from those that are left: nothing else may stand there."""
    folder = _upgraded(tmp_path, 8) if what == "upgraded" else office
    database = folder / DATABASE_NAME
    if what == "recovered before":
        _recovered(folder)
    if what == "extra trigger":
        with closing(sqlite3.connect(database)) as raw:
            raw.execute(TRIGGER)
    before = {(name, row[0]) for name, rows in tables_of(folder).items() for row in rows}
    content = database.read_bytes()
    database.write_bytes(content[: int(len(content) // PAGE * share) * PAGE + 100])
    prepared = prepare(folder, work_context())
    prepared.discard()
    assert {(one.kind, one.id) for one in prepared.report.records} <= before


@pytest.mark.parametrize("place", [16, 21, 47, 59])
@pytest.mark.parametrize("journal", [b"", b"x" * 512])
def test_of_an_older_schema_it_is_told_though_its_beginning_is_damaged(
    tmp_path: Path, place: int, journal: bytes
) -> None:
    database = restore(8, tmp_path)
    content = bytearray(database.read_bytes())
    content[place] = 255
    database.write_bytes(content)
    if journal:
        database.with_name(f"{DATABASE_NAME}-journal").write_bytes(journal)
    with pytest.raises(EnvironmentProblem, match="recovery_older_schema"):
        prepare(tmp_path, work_context())
