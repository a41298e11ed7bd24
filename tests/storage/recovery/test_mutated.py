"""Mutated databases are told at the start, and what is recovered of them holds no word that was not written.

`MUTATED=300` in the environment asks for so many; the suite takes twenty.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.controllers.recovery.recovery_report import report_text
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.storage.evidence.stored import HASHED
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import open_folder
from desktop_app.storage.recovery.row_recovery import prepare
from tests.storage.conftest import work_context
from tests.storage.recovery.mutated import mutate

COUNT = int(os.environ.get("MUTATED", "20"))
Words = dict[tuple[str, int], tuple[object, ...]]


def _words(database: Path) -> Words:
    with closing(sqlite3.connect(database)) as raw:
        return {(kind, row[0]): row for kind in HASHED for row in raw.execute(f"SELECT rowid, * FROM {kind}")}


@pytest.fixture(scope="module")
def written(demo_data: Path) -> Words:
    """Every row as the program wrote it."""
    return _words(demo_data / DATABASE_NAME)


@pytest.mark.parametrize("seed", range(COUNT))
def test_what_is_recovered_was_written_or_is_named(demo_data: Path, tmp_path: Path, written: Words, seed: int) -> None:
    folder = Path(shutil.copytree(demo_data, tmp_path / "data"))
    mutate(folder / DATABASE_NAME, seed)
    try:
        prepared = prepare(folder, work_context())
    except EnvironmentProblem as problem:
        assert problem.key in ("nothing_recovered", "recovery_older_schema"), problem  # noqa: PT017
        return
    assert report_text(prepared.report)
    prepared.accept()
    named = {(one.kind, one.id) for one in prepared.report.records}
    unproven = {one.kind for one in prepared.report.tables if one.unproven}
    for place, row in _words(folder / DATABASE_NAME).items():
        if place[0] not in unproven and place not in named and place[0] != "holiday":
            assert row == written.get(place), place
    data = open_folder(folder, work_context())
    assert data.check_at_start() == ()
    data.close()
