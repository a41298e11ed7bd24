"""A journal that a killed process left rolls back its own file and no other."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from desktop_app import wiring
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.findings import FindingKind
from desktop_app.domain.rules.members import Person
from desktop_app.storage.file import folder as folder_module
from desktop_app.storage.file import journal
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import DataFolder, open_folder, view_folder
from desktop_app.storage.file.journal import MAGIC, JournalRollback, copy_pair_aside, require_own_journal
from desktop_app.storage.store.schema import SCHEMA_VERSION
from desktop_app.system import paths
from tests.storage.conftest import work_context

JOURNAL = f"{DATABASE_NAME}-journal"
Crash = Callable[[Path, str], None]


@pytest.fixture(params=["with the first page", "without it"])
def crash(request: pytest.FixtureRequest, tmp_path: Path) -> Crash:
    """Leaves the file of a folder in the middle of a write, with its journal, as a killed process does.

    The journal of a commit holds the first page; that of a write which overflowed the cache before may lack it.
    """

    def put(folder: Path, sql: str) -> None:
        torn = tmp_path / "torn"
        torn.mkdir(exist_ok=True)
        with closing(sqlite3.connect(folder / DATABASE_NAME, isolation_level=None)) as writer:
            writer.execute("PRAGMA journal_mode=TRUNCATE")
            # pages go to the file before the commit does
            writer.execute("PRAGMA cache_size=1")
            writer.execute("BEGIN IMMEDIATE")
            if request.param == "with the first page":
                writer.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
            writer.execute(sql)
            for name in (DATABASE_NAME, JOURNAL):
                shutil.copyfile(folder / name, torn / name)
            writer.execute("ROLLBACK")
        for name in (DATABASE_NAME, JOURNAL):
            shutil.copyfile(torn / name, folder / name)
        assert (folder / JOURNAL).stat().st_size > 512

    return put


def _office(folder: Path, people: int) -> Path:
    folder.mkdir()
    data = open_folder(folder, work_context())
    for place in range(people):
        with data.open_write() as work:
            work.people.add(Person(name=f"{place} " + "نام " * 400))
            work.commit()
    data.close()
    return folder


def _people(folder: Path) -> int:
    data = open_folder(folder, work_context())
    with data.open_read() as work:
        found = len(work.people.where())
    assert data.check() == ()
    data.close()
    return found


def test_a_commit_that_raises_the_schema_is_rolled_back_too(tmp_path: Path) -> None:
    """A restore and an upgrade write another counter of schema changes into the first page; the journal stays ours."""
    folder = _office(tmp_path / "office", 30)
    other = shutil.copytree(folder, tmp_path / "other")
    journal: list[bytes] = []

    def cut(_status: int, _left: int, _total: int) -> None:
        journal.append((folder / JOURNAL).read_bytes())

    with (
        closing(sqlite3.connect(other / DATABASE_NAME)) as source,
        closing(sqlite3.connect(folder / DATABASE_NAME, isolation_level=None)) as target,
    ):
        target.execute("PRAGMA journal_mode=TRUNCATE")
        source.backup(target, pages=20, progress=cut)
    # as when every page is written and the journal, its records counted by its size, is not yet cut off
    content = max(journal, key=len)
    (folder / JOURNAL).write_bytes(MAGIC + b"\xff" * 4 + content[12:])
    assert (folder / JOURNAL).stat().st_size > 512
    require_own_journal(folder / DATABASE_NAME, work_context().clock.instant())


GROW = "UPDATE person SET name_key = name_key || name_key"


def test_the_journal_of_the_file_is_rolled_back(tmp_path: Path, crash: Crash) -> None:
    folder = _office(tmp_path / "office", 30)
    crash(folder, GROW)
    assert _people(folder) == 30


def test_an_upgrade_that_had_written_the_first_page_is_rolled_back(tmp_path: Path) -> None:
    """It gives the file another version and another schema; the journal is its own all the same."""
    folder, torn = _office(tmp_path / "office", 30), tmp_path / "torn"
    torn.mkdir()
    with closing(sqlite3.connect(folder / DATABASE_NAME, isolation_level=None)) as writer:
        writer.execute("PRAGMA journal_mode=TRUNCATE")
        writer.execute("PRAGMA cache_size=1")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT")
        writer.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")
        writer.execute(GROW)
        for name in (DATABASE_NAME, JOURNAL):
            shutil.copyfile(folder / name, torn / name)
        writer.execute("COMMIT")
    first = (folder / DATABASE_NAME).read_bytes()[:4096]
    with (torn / DATABASE_NAME).open("r+b") as file:
        file.write(first)
    assert _people(torn) == 30


@pytest.mark.parametrize("people", [3, 29, 31, 60])
def test_a_file_that_was_put_back_is_not_rolled_into(tmp_path: Path, crash: Crash, people: int) -> None:
    folder = _office(tmp_path / "office", 30)
    backup = _office(tmp_path / "backup", people) / DATABASE_NAME
    crash(folder, GROW)
    journal = (folder / JOURNAL).read_bytes()
    shutil.copyfile(backup, folder / DATABASE_NAME)
    with pytest.raises(EnvironmentProblem, match="journal_of_other_file") as caught:
        open_folder(folder, work_context())
    assert (folder / DATABASE_NAME).read_bytes() == backup.read_bytes()
    assert (folder / str(caught.value.facts["kept"])).read_bytes() == journal, "set aside, not lost"
    assert _people(folder) == people


@pytest.mark.parametrize("crash", ["with the first page"], indirect=True)
def test_an_older_file_of_the_same_office_is_not_rolled_into(tmp_path: Path, crash: Crash) -> None:
    """Rolled back into that file the journal leaves a sound one, with pages of a later day: its counter alone tells."""
    folder = _office(tmp_path / "office", 30)
    older = tmp_path / "older.db"
    with closing(sqlite3.connect(folder / DATABASE_NAME, isolation_level=None)) as writer:
        # words of one length, so that no page is added
        for day, post in enumerate(("کاتب", "دبیر", "رئیس")):
            writer.execute("UPDATE person SET post = ?", (post,))
            if not day:
                shutil.copyfile(folder / DATABASE_NAME, older)
    crash(folder, "UPDATE person SET post = 'نایب'")
    shutil.copyfile(older, folder / DATABASE_NAME)
    with pytest.raises(EnvironmentProblem, match="journal_of_other_file"):
        open_folder(folder, work_context())
    assert (folder / DATABASE_NAME).read_bytes() == older.read_bytes()


def test_a_reading_call_does_not_roll_it_in_either(tmp_path: Path, crash: Crash) -> None:
    folder = _office(tmp_path / "office", 30)
    backup = _office(tmp_path / "backup", 7) / DATABASE_NAME
    crash(folder, GROW)
    shutil.copyfile(backup, folder / DATABASE_NAME)
    with pytest.raises(EnvironmentProblem, match="journal_of_other_file"):
        view_folder(folder, work_context())
    assert (folder / DATABASE_NAME).read_bytes() == backup.read_bytes()


@pytest.mark.parametrize("content", [b"", b"\0" * 2000, b"no journal at all"])
def test_what_is_no_journal_stops_nothing(tmp_path: Path, content: bytes) -> None:
    folder = _office(tmp_path / "office", 2)
    (folder / JOURNAL).write_bytes(content)
    assert _people(folder) == 2


@pytest.mark.parametrize("opened", [open_folder, view_folder], ids=["at work", "in view"])
def test_two_readers_that_meet_it_at_once_have_it_rolled_back_once(
    tmp_path: Path, crash: Crash, monkeypatch: pytest.MonkeyPatch, opened: Callable[..., DataFolder]
) -> None:
    """A start asks in two threads; whoever holds the folder for writing may be killed while it is looked at."""
    folder = _office(tmp_path / "office", 30)
    crashed = shutil.copytree(folder, tmp_path / "crashed")
    crash(crashed, GROW)
    ended = threading.Event()
    kept: list[Path | None] = []

    def watched(path: Path, instant: str) -> None:
        try:
            journal.roll_back_journal(path, instant)
        finally:
            ended.set()

    def held(*asked: Any) -> Path | None:
        # long enough for the other one to come as far
        ended.wait(1)
        kept.append(copy_pair_aside(*asked))
        return kept[-1]

    monkeypatch.setattr(folder_module, "roll_back_journal", watched)
    monkeypatch.setattr(journal, "copy_pair_aside", held)
    data = opened(folder, work_context())
    for name in (DATABASE_NAME, JOURNAL):
        shutil.copyfile(crashed / name, folder / name)
    assert data.check_at_start() == ()
    with data.open_read() as work:
        assert len(work.people.where()) == 30
    assert paths.size_of(folder / JOURNAL) == 0
    assert len(kept) == (opened is view_folder)
    data.close()


def test_before_a_rollback_the_file_and_its_journal_are_kept_aside(tmp_path: Path, crash: Crash) -> None:
    folder = _office(tmp_path / "office", 30)
    crash(folder, GROW)
    torn = {name: (folder / name).read_bytes() for name in (DATABASE_NAME, JOURNAL)}
    data = open_folder(folder, work_context())
    rolled_back = data.rolled_back
    data.close()
    assert rolled_back is not None
    assert rolled_back.kept is not None
    assert rolled_back.kept.parent == folder / paths.SET_ASIDE
    assert {file.name: file.read_bytes() for file in rolled_back.kept.iterdir()} == torn
    again = open_folder(folder, work_context())
    assert again.rolled_back is None
    again.close()


def test_the_newest_two_pairs_stay_and_what_else_lies_there(tmp_path: Path, crash: Crash) -> None:
    folder = _office(tmp_path / "office", 30)
    own = folder / paths.SET_ASIDE / "rollback-my-notes"
    own.mkdir(parents=True)
    (own / "notes.txt").write_text("mine", encoding="utf-8")
    kept = []
    for _time in range(4):
        crash(folder, GROW)
        data = open_folder(folder, work_context())
        assert data.rolled_back is not None
        kept.append(data.rolled_back.kept)
        data.close()
    left = {one for one in (folder / paths.SET_ASIDE).iterdir() if one != own}
    assert left == set(kept[-2:])
    assert (own / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_a_disk_without_room_for_the_pair_is_told_and_the_journal_rolled_back(
    tmp_path: Path, crash: Crash, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _office(tmp_path / "office", 30)
    crash(folder, GROW)
    monkeypatch.setattr("desktop_app.storage.file.journal.free_space", lambda _folder: 1000)
    data = open_folder(folder, work_context())
    assert data.rolled_back == JournalRollback(None)
    assert data.check() == ()
    data.close()
    assert not (folder / paths.SET_ASIDE).exists()


def test_a_disk_without_room_for_the_trial_is_told_too(
    tmp_path: Path, crash: Crash, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _office(tmp_path / "office", 30)
    crash(folder, GROW)

    def full(_source: Path, _target: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as disk:
        disk.setattr(shutil, "copyfile", full)
        data = open_folder(folder, work_context())
    assert data.rolled_back == JournalRollback(None)
    data.close()
    assert _people(folder) == 30


def test_the_trial_of_a_start_that_was_killed_goes_with_the_next_one(tmp_path: Path, crash: Crash) -> None:
    folder = _office(tmp_path / "office", 30)
    crash(folder, GROW)
    left = folder / ".rollback-0a1b2c"
    left.mkdir()
    shutil.copyfile(folder / DATABASE_NAME, left / DATABASE_NAME)
    assert _people(folder) == 30
    assert not list(folder.glob(".rollback-*"))


def test_what_was_rolled_back_is_told_also_where_the_check_then_finds_something(tmp_path: Path, crash: Crash) -> None:
    """Whoever has to bring the data back needs the file as it was found."""
    folder = _office(tmp_path / "office", 30)
    with closing(sqlite3.connect(folder / DATABASE_NAME, isolation_level=None)) as foreign:
        foreign.execute("UPDATE person SET post = 'دیگر' WHERE id = 1")
    crash(folder, GROW)
    office = wiring.open_office(folder, work_context().clock)
    assert [one.kind for one in office.folder.outside] == [FindingKind.ROW_DIFFERS]
    assert office.folder.rolled_back is not None
    assert office.folder.rolled_back.kept is not None
    office.close()
