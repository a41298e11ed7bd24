"""A file that was overwritten, swapped, moved or deleted under the open program is noticed before the next write."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.rules.members import Person
from desktop_app.storage.file import same_file
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import DataFolder, open_folder
from tests.foreign import connect
from tests.storage.conftest import work_context
from tests.systems import not_on_windows

HELD = "Windows lets nobody move a file that is open"


def _add(data: DataFolder, name: str) -> None:
    with data.open_write() as work:
        work.people.add(Person(name=name))
        work.commit()


def _names(data: DataFolder) -> list[str]:
    with data.open_read() as work:
        return [one.name for one in work.people.where()]


def _break_off(data: DataFolder) -> None:
    with data.open_write() as work:
        work.people.add(Person(name="هرگز"))
        raise ZeroDivisionError


def _keep(data: DataFolder) -> None:
    with data.open_drafts() as work:
        work.set_drafts_aside()


def _write_beside(folder: Path) -> None:
    with closing(connect(folder / DATABASE_NAME)) as other:
        other.execute(
            "INSERT INTO draft (kind, uid, field, content, at) VALUES ('a', '', 'b', '', '2023-03-01T10:00:00Z')"
        )
        other.commit()


def _commit_unsure(data: DataFolder, monkeypatch: pytest.MonkeyPatch, *, came_through: bool) -> None:
    with data.open_write() as work:
        connection = work.transaction.connection
        commit = connection.commit

        def break_off() -> None:
            if came_through:
                commit()
            raise ZeroDivisionError

        monkeypatch.setattr(connection, "commit", break_off)
        work.people.add(Person(name="دو"))
        work.commit()


@pytest.fixture
def older(folder: Path, tmp_path: Path) -> Path:
    """A backup of before: one person is in it, and no more."""
    data = open_folder(folder, work_context())
    _add(data, "پیش از پشتیبان")
    data.close()
    return Path(shutil.copyfile(folder / DATABASE_NAME, tmp_path / "older.db"))


@pytest.mark.parametrize("writes", [_keep, lambda data: _add(data, "پس از آن")])
@pytest.mark.parametrize("saves_before", [0, 1, 5])
def test_overwritten_in_place(older: Path, folder: Path, writes: object, saves_before: int) -> None:
    assert callable(writes)
    data = open_folder(folder, work_context())
    lost: list[str] = []
    data.on_lost = lambda problem: lost.append(problem.key)
    _add(data, "امضاشده")
    for place in range(saves_before):
        _add(data, f"پس از امضا {place}")
    (folder / DATABASE_NAME).write_bytes(older.read_bytes())
    for _time in range(2):
        with pytest.raises(EnvironmentProblem, match="database_overwritten"):
            writes(data)
    data.close()
    assert lost == ["database_overwritten"] * 2
    assert (folder / DATABASE_NAME).read_bytes() == older.read_bytes(), "nothing was written into it"


@pytest.mark.parametrize("writes", [_keep, lambda data: _add(data, "پس از آن")])
def test_overwritten_before_anything_was_written(older: Path, folder: Path, writes: object) -> None:
    """What this process knows of the file is what it found in it."""
    assert callable(writes)
    data = open_folder(folder, work_context())
    _add(data, "امضاشده")
    data.close()
    data = open_folder(folder, work_context())
    (folder / DATABASE_NAME).write_bytes(older.read_bytes())
    with pytest.raises(EnvironmentProblem, match="database_overwritten"):
        writes(data)
    data.close()
    assert (folder / DATABASE_NAME).read_bytes() == older.read_bytes(), "nothing was written into it"


@pytest.mark.parametrize("told_at_once", [same_file.TOLD_AT_ONCE, False])
def test_overwritten_by_a_file_of_as_many_writes(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, told_at_once: bool
) -> None:
    """Size and counter of changes are the same: when it was written tells, or what is in it where that is told late."""
    monkeypatch.setattr(same_file, "TOLD_AT_ONCE", told_at_once)
    other = Path(shutil.copytree(folder, tmp_path / "other"))
    for place, name in ((folder, "این"), (other, "آن یک")):
        data = open_folder(place, work_context())
        _add(data, f"نام {name}")
        data.close()
    data = open_folder(folder, work_context())
    known, strange = (folder / DATABASE_NAME).read_bytes(), (other / DATABASE_NAME).read_bytes()
    assert (known[:28], len(known)) == (strange[:28], len(strange))
    (folder / DATABASE_NAME).write_bytes(strange)
    with pytest.raises(EnvironmentProblem, match="database_overwritten"):
        _add(data, "پس از آن")
    data.close()


def test_emptied_in_place(folder: Path) -> None:
    data = open_folder(folder, work_context())
    _add(data, "امضاشده")
    os.truncate(folder / DATABASE_NAME, 0)
    for _time in range(2):
        with pytest.raises(EnvironmentProblem, match="database_emptied"):
            _add(data, "پس از آن")
    data.close()
    assert not (folder / DATABASE_NAME).stat().st_size, "nothing was written into it"


@pytest.mark.parametrize("pages", [2, 60])
def test_cut_in_place(folder: Path, pages: int) -> None:
    data = open_folder(folder, work_context())
    lost: list[str] = []
    data.on_lost = lambda problem: lost.append(problem.key)
    _add(data, "امضاشده")
    os.truncate(folder / DATABASE_NAME, pages * 4096)
    before = (folder / DATABASE_NAME).read_bytes()
    for _time in range(2):
        with pytest.raises(EnvironmentProblem, match="database_cut"):
            _add(data, "پس از آن")
    with pytest.raises(EnvironmentProblem, match="nothing_to_rescue"):
        data.rescue(folder / "rescued.db")
    data.close()
    assert lost == ["database_cut"] * 2
    assert (folder / DATABASE_NAME).read_bytes() == before, "nothing was written into it"


def test_overwritten_by_the_file_of_another_office(older: Path, folder: Path, template: Path) -> None:
    data = open_folder(folder, work_context())
    _add(data, "امضاشده")
    (folder / DATABASE_NAME).write_bytes(template.read_bytes())
    with pytest.raises(EnvironmentProblem, match="database_overwritten"):
        _add(data, "پس از آن")
    with pytest.raises(EnvironmentProblem, match="nothing_to_rescue"):
        data.rescue(folder / "rescued.db")
    assert not list(folder.glob("rescued*"))
    data.close()
    assert older.exists()


def _move(database: Path, other: Path) -> None:
    database.rename(other.with_name("moved.db"))


def _delete(database: Path, _other: Path) -> None:
    database.unlink()


def _swap(database: Path, other: Path) -> None:
    other.replace(database)


@pytest.mark.parametrize("saves_before", [0, 1, 5])
def test_the_file_from_before_a_restore_that_comes_back(
    older: Path, folder: Path, tmp_path: Path, saves_before: int
) -> None:
    """It holds every link that was restored, and goes on otherwise."""
    database = folder / DATABASE_NAME
    data = open_folder(folder, work_context())
    for place in range(3):
        _add(data, f"بازگردانده {place}")
    data.close()
    undone = Path(shutil.copyfile(database, tmp_path / "undone.db"))
    database.write_bytes(older.read_bytes())
    data = open_folder(folder, work_context())
    for place in range(saves_before):
        _add(data, f"پس از بازگرداندن {place}")
    database.write_bytes(undone.read_bytes())
    for _time in range(2):
        with pytest.raises(EnvironmentProblem, match="database_overwritten"):
            _add(data, "پس از آن")
    with pytest.raises(EnvironmentProblem, match="nothing_to_rescue"):
        data.rescue(folder / "rescued.db")
    data.close()
    assert database.read_bytes() == undone.read_bytes(), "nothing was written into it"


@pytest.mark.parametrize("came_through", [True, False])
def test_a_commit_whose_end_nobody_knows_is_no_other_file(
    data: DataFolder, monkeypatch: pytest.MonkeyPatch, came_through: bool
) -> None:
    """Its link may stand in the file or not."""
    _add(data, "یک")
    with pytest.raises(ZeroDivisionError):
        _commit_unsure(data, monkeypatch, came_through=came_through)
    for name in ("سه", "چهار"):
        _add(data, name)
    assert _names(data) == (["یک", "دو", "سه", "چهار"] if came_through else ["یک", "سه", "چهار"])


def test_another_program_that_writes_during_an_act_stops_nothing(data: DataFolder, folder: Path) -> None:
    _add(data, "یک")
    with data.open_write() as work:
        work.people.add(Person(name="دو"))
        work.commit()
        _write_beside(folder)
    _add(data, "سه")
    assert _names(data) == ["یک", "دو", "سه"]


@not_on_windows(HELD)
@pytest.mark.parametrize("happens", [_move, _delete, _swap])
def test_a_file_that_went_is_noticed_and_its_records_are_saved(older: Path, folder: Path, happens: object) -> None:
    assert callable(happens)
    data = open_folder(folder, work_context())
    _add(data, "امضاشده")
    happens(folder / DATABASE_NAME, older)
    with pytest.raises(EnvironmentProblem, match="database_moved"):
        _add(data, "پس از آن")
    target = folder / "رونوشت.db"
    before = os.umask(0o022)
    try:
        data.rescue(target)
    finally:
        os.umask(before)
    data.close()
    assert stat.S_IMODE(target.stat().st_mode) == 0o600, "it is the whole office, as the data file is"
    with closing(sqlite3.connect(target)) as raw:
        assert [row[0] for row in raw.execute("SELECT name FROM person")] == ["پیش از پشتیبان", "امضاشده"]


def test_another_program_that_wrote_into_these_very_data_stops_nothing(data: DataFolder, folder: Path) -> None:
    _add(data, "از برنامه")
    _write_beside(folder)
    _add(data, "باز هم")
    assert _names(data) == ["از برنامه", "باز هم"]


def test_an_act_that_is_taken_back_changes_nothing_of_the_watch(data: DataFolder) -> None:
    with data.open_write() as work:
        work.people.add(Person(name="هرگز"))
    with pytest.raises(ZeroDivisionError):
        _break_off(data)
    _add(data, "یک")
    _add(data, "دو")
    assert _names(data) == ["یک", "دو"]


def test_a_folder_that_is_closed_twice_closes_nothing_of_others(folder: Path, tmp_path: Path) -> None:
    data = open_folder(folder, work_context())
    data.close()
    with (tmp_path / "other").open("wb") as other:
        data.close()
        other.write(b"still open")
    assert (tmp_path / "other").read_bytes() == b"still open"
