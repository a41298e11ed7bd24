"""A released schema is kept as text: the database made from it is the one that an old program had left."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.storage.file.database import DATABASE_NAME
from tests.storage.release import fill
from tests.storage.sql_text import DATA, PRAGMAS, make, text_of


def _whole(path: Path) -> dict[str, object]:
    """Every row with its rowid and the types of its values, every text of the schema in its order, and the stamps."""
    with closing(sqlite3.connect(path)) as connection:
        run = connection.execute
        found: dict[str, object] = {name: run(f"PRAGMA {name}").fetchone() for name in PRAGMAS}
        made = run("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY rowid").fetchall()
        found["schema"] = made
        for table in (name for kind, name, _, _ in made if kind == "table"):
            rows = run(f"SELECT rowid, * FROM {table} ORDER BY rowid").fetchall()
            found[f"rows of {table}"] = [[(type(value), value) for value in row] for row in rows]
    return found


def _text(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return text_of(connection)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small database, with what is hard to write down: an id that went, quotes, a line end."""
    path = fill(tmp_path_factory.mktemp("filled"))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        content = 'یک\'\n"دو"; --'
        connection.execute("INSERT INTO draft VALUES ('clause', 'u', 'text', ?, '2023-01-30T10:00:00Z')", (content,))
        connection.execute("UPDATE sqlite_sequence SET seq = 40 WHERE name = 'agenda_item'")
    return path


def test_the_database_of_a_text_is_the_one_that_was_written_down(filled: Path, tmp_path: Path) -> None:
    made = tmp_path / DATABASE_NAME
    make(_text(filled), made)
    assert _whole(made) == _whole(filled)


def test_the_same_rows_are_the_same_text(tmp_path: Path) -> None:
    texts = []
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        texts.append(_text(fill(tmp_path / name)))
    assert texts[0] == texts[1]


@pytest.mark.parametrize("released", sorted(DATA.glob("*.sql")), ids=lambda path: path.stem)
def test_a_released_text_is_as_it_is_written(released: Path, tmp_path: Path) -> None:
    """An edited line that SQLite reads otherwise than it stands there would be another database."""
    text = released.read_text(encoding="utf-8")
    make(text, tmp_path / DATABASE_NAME)
    assert _text(tmp_path / DATABASE_NAME) == text
