"""A damaged database shows and prints nothing wrong in silence, and raises nothing that is no refusal."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app import wiring
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import DataFolder
from desktop_app.storage.schema.guards import guards
from tests.fault_injection.damaged_files import Opener, make_office, outcomes, read_all

DAMAGED = 15
"""A quick share; ``dev.py bench faults`` damages 300."""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of an office, closed; nobody changes it."""
    folder = tmp_path_factory.mktemp("sound")
    make_office(folder)
    return folder / DATABASE_NAME


def _after(sound: Path, folder: Path, *statements: str) -> Path:
    """A folder in which another program did this, with every guard taken away."""
    folder.mkdir()
    (folder / DATABASE_NAME).write_bytes(sound.read_bytes())
    with closing(sqlite3.connect(folder / DATABASE_NAME, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        for name in guards():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("COMMIT")
        for statement in statements:
            connection.execute(statement)
    return folder


OPENERS = (wiring.open_office, wiring.view_office)


@pytest.mark.parametrize("opener", OPENERS)
def test_nothing_is_wrong_in_silence(sound: Path, tmp_path: Path, opener: Opener) -> None:
    made = list(outcomes(sound, tmp_path, DAMAGED, random.Random(2), opener))
    assert [one for one in made if one.silent or one.unforeseen] == []
    assert sum(bool(one.told) for one in made) > DAMAGED // 2


@pytest.mark.parametrize("opener", OPENERS)
def test_without_the_check_at_the_start_words_are_wrong_in_silence(
    sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opener: Opener
) -> None:
    """The reading proves itself."""

    before = read_all(_after(sound, tmp_path / "sound"), draw=False, opener=opener)
    for check in ("check_at_start", "check_derived"):
        monkeypatch.setattr(DataFolder, check, lambda _data: ())
    falsified = _after(sound, tmp_path / "falsified", "UPDATE person SET name = name || 'ی'")
    found = read_all(falsified, draw=False, opener=opener)
    assert found.told == ""
    assert [name for name, answer in found.answers.items() if answer != before.answers[name]]


def test_a_schema_that_is_no_text_is_a_damaged_file(sound: Path, tmp_path: Path) -> None:
    """SQLite quotes it in its own message."""
    folder = tmp_path / "data"
    folder.mkdir()
    content = bytearray(sound.read_bytes())
    place = content.index(b"CREATE INDEX ix_clause_axis_id")
    content[place : place + 6] = b"\xc7\x98\xc7\xc7\x98\xc7"
    (folder / DATABASE_NAME).write_bytes(content)
    found = read_all(folder, draw=False)
    assert (found.told, found.unforeseen) == ("database_damaged", [])


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE minutes_version SET content_hash = 'no hexadecimal number' WHERE content_hash <> ''",
        "UPDATE meeting SET day = '2023-99-99'",
        "UPDATE office_setting SET quorum_denominator = 0",
        "UPDATE clause SET kind = 'unheard', adoption = 'unheard'",
        "UPDATE minutes_version SET snapshot = '[]' WHERE snapshot <> ''",
        "UPDATE task SET state = 'unheard', percent = 'many'",
        "DELETE FROM party",
        "UPDATE person SET name = NULL",
        "UPDATE unit SET name = NULL, kind = NULL",
        "UPDATE minutes_version SET snapshot = CAST(X'FF' AS TEXT) WHERE snapshot <> ''",
        "UPDATE minutes_act SET actor = CAST(X'FFD8' AS TEXT)",
        "UPDATE meeting_act SET actor = CAST(X'FFD8' AS TEXT)",
    ],
)
@pytest.mark.parametrize("opener", OPENERS)
def test_a_value_that_is_none_is_told(sound: Path, tmp_path: Path, sql: str, opener: Opener) -> None:
    loose = "replace(replace(sql, ') STRICT', ')'), ' TEXT NOT NULL', ' TEXT')"
    strict = f"UPDATE sqlite_schema SET sql = {loose} WHERE type = 'table'"
    folder = _after(sound, tmp_path / "data", "PRAGMA writable_schema=ON", strict)
    with closing(sqlite3.connect(folder / DATABASE_NAME, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        connection.execute(sql)
    found = read_all(folder, draw=False, opener=opener)
    assert found.told
    assert found.unforeseen == []
