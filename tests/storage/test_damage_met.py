"""Damage that a reading meets ends all writing at once, on whichever thread, and is told as damage."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.backups import Verdict
from desktop_app.domain.read_models.findings import FindingKind
from desktop_app.storage.backup.office_backups import OfficeBackups, copy_closed
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import DataFolder, open_folder
from desktop_app.storage.store.work import Work
from desktop_app.system.paths import BACKUPS
from tests.storage.conftest import work_context


@pytest.fixture
def torn(demo_data: Path, tmp_path: Path) -> Iterator[DataFolder]:
    """An office whose file loses all but its first pages while it is open."""
    place = Path(shutil.copytree(demo_data, tmp_path / "torn"))
    copy_closed(place, place / BACKUPS, "2023-03-01T10:00:00Z")
    folder = open_folder(place, work_context())
    os.truncate(folder.folder / DATABASE_NAME, 3 * 4096)
    yield folder
    folder.close()


def _everything(work: Work) -> None:
    for one in (work.meetings, work.resolutions, work.tasks, work.units):
        one.where()


def test_a_reading_that_meets_damage_ends_all_writing(torn: DataFolder) -> None:
    told: list[bool] = []
    torn.on_found = lambda: told.append(torn.writable)
    with pytest.raises(EnvironmentProblem) as problem, torn.open_read() as work:
        _everything(work)
    assert problem.value.key == "database_damaged"
    assert told == [False]
    assert {one.kind for one in torn.findings} == {FindingKind.DAMAGED}
    with pytest.raises(EnvironmentProblem) as refused, torn.open_write():
        pass
    assert refused.value.key == "records_doubtful"


def test_it_is_found_once_however_many_threads_meet_it(torn: DataFolder) -> None:
    def read() -> str:
        try:
            with torn.open_read() as work:
                _everything(work)
        except EnvironmentProblem as problem:
            return problem.key
        return ""

    with ThreadPoolExecutor(4) as pool:
        assert {one.result() for one in [pool.submit(read) for _ in range(12)]} == {"database_damaged"}
    assert len(torn.findings) == 1


@pytest.fixture
def no_text(demo_data: Path, tmp_path: Path) -> Iterator[DataFolder]:
    """An office in whose file a name is no text any more, which SQLite itself does not call damage."""
    place = Path(shutil.copytree(demo_data, tmp_path / "no-text"))
    with closing(sqlite3.connect(place / DATABASE_NAME)) as raw:
        name = str(raw.execute("SELECT name FROM unit").fetchone()[0]).encode()
    folder = open_folder(place, work_context())
    (place / DATABASE_NAME).write_bytes((place / DATABASE_NAME).read_bytes().replace(name, b"\xff" * len(name)))
    yield folder
    folder.close()


def test_a_value_that_is_no_text_is_told_and_the_next_check_ends_all_writing(no_text: DataFolder) -> None:
    with pytest.raises(EnvironmentProblem) as problem, no_text.open_read() as work:
        work.units.where()
    assert (problem.value.key, problem.value.facts["code"]) == ("value_unreadable", "name")
    assert (no_text.findings, no_text.writable) == ((), True)
    no_text.note_found(no_text.check_at_start())
    assert not no_text.writable


def test_backups_are_listed_and_verified_over_a_torn_file(torn: DataFolder) -> None:
    backups = OfficeBackups(torn, work_context().clock)
    (listed,) = backups.state(backups.own).backups
    assert backups.verify(listed).verdict is Verdict.VERIFIED
    assert backups.moment() is None
