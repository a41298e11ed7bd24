"""Opening a data folder: made when new, refused when not ours or newer, only read where that is asked for."""

from __future__ import annotations

import errno
import io
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.rules.members import Person
from desktop_app.storage.file.database import DATABASE_NAME, schema_version
from desktop_app.storage.file.folder import DataFolder, open_folder, view_folder
from desktop_app.storage.file.lock import LOCK_NAME
from desktop_app.storage.file.writable import require_writable
from desktop_app.storage.sqlite.connections import Role
from desktop_app.storage.store import schema
from desktop_app.storage.store.schema import APPLICATION_ID, SCHEMA_VERSION
from tests.storage.conftest import work_context
from tests.storage.sample import Sample
from tests.systems import not_on_windows


def _pragma(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(sql)


def test_a_new_folder_gets_a_database_of_ours(tmp_path: Path) -> None:
    folder = tmp_path / "تازه" / "داده"
    data = open_folder(folder, work_context())
    assert data.writable
    assert data.folder == folder
    assert data.check() == ()
    data.close()
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)


def test_an_empty_file_is_a_new_database(tmp_path: Path) -> None:
    """What a process leaves that was killed before its first commit."""
    (tmp_path / DATABASE_NAME).touch()
    data = open_folder(tmp_path, work_context())
    assert data.check() == ()
    data.close()


def test_what_was_stored_is_there_again(folder: Path) -> None:
    data = open_folder(folder, work_context())
    with data.open_write() as work:
        work.people.add(Person(name="ماندنی"))
        work.commit()
    data.close()
    again = open_folder(folder, work_context())
    with again.open_read() as work:
        assert [person.name for person in work.people.where()] == ["ماندنی"]
    again.close()


def test_a_newer_database_is_not_touched(folder: Path) -> None:
    _pragma(folder / DATABASE_NAME, "CREATE TABLE novelty (id INTEGER PRIMARY KEY)")
    _pragma(folder / DATABASE_NAME, f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    before = (folder / DATABASE_NAME).read_bytes()
    for opening in (open_folder, view_folder):
        with pytest.raises(EnvironmentProblem, match="database_newer") as caught:
            opening(folder, work_context())
        assert caught.value.facts["found"] == SCHEMA_VERSION + 1
    assert (folder / DATABASE_NAME).read_bytes() == before


def test_a_database_of_another_program_is_not_touched(tmp_path: Path) -> None:
    _pragma(tmp_path / DATABASE_NAME, "CREATE TABLE song (title TEXT)")
    _pragma(tmp_path / DATABASE_NAME, "PRAGMA application_id=7")
    for opening in (open_folder, view_folder):
        with pytest.raises(EnvironmentProblem, match="database_not_ours"):
            opening(tmp_path, work_context())


@pytest.mark.parametrize("bit", range(0, 32, 5))
def test_one_flipped_bit_of_the_stamp_makes_no_office_that_of_another_program(folder: Path, bit: int) -> None:
    """Its tables tell whose it is, and a backup brings every row."""
    database = folder / DATABASE_NAME
    content = bytearray(database.read_bytes())
    content[68 + bit // 8] ^= 1 << bit % 8
    database.write_bytes(content)
    for opening in (open_folder, view_folder):
        with pytest.raises(EnvironmentProblem, match="database_beginning_damaged"):
            opening(folder, work_context())
    assert database.read_bytes() == bytes(content)


@pytest.mark.parametrize(("byte", "bit"), [(47, 0), (47, 7), (60, 0), (62, 7), (63, 0), (63, 3), (63, 7)])
def test_one_flipped_bit_of_format_or_version_neither_upgrades_nor_asks_for_another_program(
    folder: Path, byte: int, bit: int
) -> None:
    """Format of the file, version of the schema: its tables tell that they are those of this program."""
    opened = open_folder(folder, work_context())
    with opened.open_write() as work:
        work.audit("note", "meeting", 1)
        work.commit()
    opened.close()
    database = folder / DATABASE_NAME
    content = bytearray(database.read_bytes())
    content[byte] ^= 1 << bit
    database.write_bytes(content)
    for opening in (open_folder, view_folder):
        with pytest.raises(EnvironmentProblem, match="database_beginning_damaged"):
            opening(folder, work_context())
    assert database.read_bytes() == bytes(content)


def test_a_file_that_is_no_database_is_not_touched(tmp_path: Path) -> None:
    text = "سلام\n" * 300
    (tmp_path / DATABASE_NAME).write_text(text, encoding="utf-8")
    with pytest.raises(EnvironmentProblem, match="database_not_ours"):
        open_folder(tmp_path, work_context())
    with pytest.raises(EnvironmentProblem, match="database_not_ours"):
        view_folder(tmp_path, work_context())
    assert (tmp_path / DATABASE_NAME).read_text(encoding="utf-8") == text


def test_a_refused_opening_frees_the_lock(folder: Path) -> None:
    _pragma(folder / DATABASE_NAME, f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    with pytest.raises(EnvironmentProblem, match="database_beginning_damaged"):
        open_folder(folder, work_context())
    _pragma(folder / DATABASE_NAME, f"PRAGMA user_version={SCHEMA_VERSION}")
    open_folder(folder, work_context()).close()


def test_a_database_cut_short_is_told_as_damaged(folder: Path) -> None:
    path = folder / DATABASE_NAME
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(EnvironmentProblem, match="database_damaged"):
        open_folder(folder, work_context())


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(EnvironmentProblem, match="folder_not_writable") as caught:
        open_folder(tmp_path / "file" / "data", work_context())
    assert caught.value.facts["folder"] == str(tmp_path / "file" / "data")


@pytest.mark.usefixtures("fixed_disk")
def test_a_folder_that_refuses_is_tried_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows refuses with the error by which it says that a name is taken: who tries other names tries for ever."""
    tries: list[str] = []

    def refused(path: object, *_rest: object, **_more: object) -> int:
        tries.append(str(path))
        raise PermissionError(errno.EACCES, "refused", str(path))

    # pathlib opens by the one, tempfile by the other
    monkeypatch.setattr(io, "open", refused)
    monkeypatch.setattr(os, "open", refused)
    with pytest.raises(EnvironmentProblem, match="folder_not_writable"):
        require_writable(tmp_path)
    assert [Path(name).parent for name in tries] == [tmp_path]


def test_a_folder_that_may_be_written_is_left_as_it_was(tmp_path: Path) -> None:
    require_writable(tmp_path / "new")
    assert list((tmp_path / "new").iterdir()) == []


@pytest.mark.usefixtures("fixed_disk")
def test_a_folder_on_a_full_disk_is_left_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.BytesIO):
        """A file that takes no byte."""

        def write(self, _content: object) -> int:
            raise OSError(errno.ENOSPC, "full")

    def opened(path: Path, *_rest: object) -> Full:
        path.touch()
        return Full()

    monkeypatch.setattr(Path, "open", opened)
    with pytest.raises(EnvironmentProblem, match="full_at_start"):
        require_writable(tmp_path / "new")
    assert list((tmp_path / "new").iterdir()) == []


def test_a_database_file_that_cannot_be_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(EnvironmentProblem, match="folder_not_writable"):
        require_writable(folder)


def test_viewing_takes_no_lock_and_writes_nothing(folder: Path, draft: Sample, data: DataFolder) -> None:
    viewed = view_folder(folder, work_context())
    assert not viewed.writable
    with viewed.open_read() as work:
        assert work.people.get(draft.person).name == "بهمن سروستانه"
    with pytest.raises(EnvironmentProblem, match="opened_for_reading"), viewed.open_write():
        """Nothing is done here."""
    with data.open_write() as work:
        work.people.add(Person(name="همزمان"))
        work.commit()
    with viewed.open_read() as work:
        assert len(work.people.where()) == 2
    viewed.close()


def test_viewing_leaves_no_file_behind(folder: Path) -> None:
    view_folder(folder, work_context()).close()
    assert not (folder / LOCK_NAME).exists()
    assert {file.name for file in folder.iterdir()} == {DATABASE_NAME}


def test_there_is_nothing_to_view(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match="database_missing"):
        view_folder(tmp_path, work_context())
    (tmp_path / DATABASE_NAME).touch()
    with pytest.raises(EnvironmentProblem, match="database_missing"):
        view_folder(tmp_path, work_context())


def test_an_older_schema_is_not_viewed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    monkeypatch.setattr(schema, "SCHEMA_TEXT", "")
    with pytest.raises(EnvironmentProblem, match="schema_older") as caught:
        view_folder(folder, work_context())
    assert (caught.value.facts["found"], caught.value.facts["known"]) == (SCHEMA_VERSION, SCHEMA_VERSION + 1)


@not_on_windows("nobody may move an open file")
def test_a_file_moved_away_is_noticed_before_anything_is_written(folder: Path, draft: Sample, data: DataFolder) -> None:
    (folder / DATABASE_NAME).rename(folder / "elsewhere.db")
    with pytest.raises(EnvironmentProblem, match=r"database_moved|database_unreachable"), data.open_write() as work:
        work.people.add(Person(name="گم"))
    (folder / "elsewhere.db").rename(folder / DATABASE_NAME)
    with data.open_write() as work:
        work.people.add(Person(name="پیدا"))
        work.commit()


def test_a_stamp_is_read_without_a_lock(folder: Path) -> None:
    assert schema_version(folder / DATABASE_NAME, Role.READER) == SCHEMA_VERSION
