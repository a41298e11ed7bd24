"""Damage that a reading meets ends all writing at once, on whichever thread, and is told as damage."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.findings import FindingKind
from desktop_app.services.ports import Work
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import DataFolder, open_folder
from tests.storage.conftest import work_context


@pytest.fixture
def torn(demo_data: Path, tmp_path: Path) -> Iterator[DataFolder]:
    """An office whose file loses all but its first pages while it is open."""
    folder = open_folder(Path(shutil.copytree(demo_data, tmp_path / "torn")), work_context())
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
