"""A kill at any moment loses nothing that was acknowledged, and leaves the old or the new; a torn writer is caught."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.storage.backup.file_store import stored_path
from tests.fault_injection import jobs
from tests.fault_injection.file_jobs import FILE_JOBS, wrong_in
from tests.fault_injection.killing import Killed, killer, kills
from tests.fault_injection.scan_jobs import IMPORTING
from tests.whole import Share, deciding

OF_EACH = 2
"""Kills of a job that is not named below; of the upgrades the first, a middle and the last are killed here."""
KILLS = {
    jobs.PEOPLE.name: 13,
    jobs.MINUTES.name: 12,
    IMPORTING.name: 10,
    **{job.name: 4 for job in (*FILE_JOBS, jobs.UPGRADE)},
}
"""A quick share of each job; ``dev.py bench faults`` makes 1,000, and 120 of the upgrades."""
EACH_DAY = 4
ENOUGH = 40
"""Kills by which a writer of torn acts is caught."""


@pytest.fixture(scope="module")
def killed() -> Iterator[Killed]:
    """What kills."""
    with killer() as found:
        yield found


DECIDING = {jobs.MINUTES.name, IMPORTING.name}
"""Acts in the database, and files that they bring along; the rest waits for ``--whole``."""


@pytest.mark.parametrize("name", deciding(jobs.JOBS, DECIDING))
def test_nothing_acknowledged_is_lost(name: str, tmp_path: Path, killed: Killed, share: Share) -> None:
    number = KILLS.get(name, OF_EACH)
    made = list(kills(jobs.JOBS[name], share(min(EACH_DAY, number), number), tmp_path, killed, random.Random(1)))
    assert [one for one in made if not one.verdict.sound] == []
    assert jobs.JOBS[name].states or any(one.acknowledged for one in made)
    assert jobs.JOBS[name].states <= {one.verdict.state for one in made}


def test_a_half_file_under_its_final_name_is_found(tmp_path: Path) -> None:
    """Of the files of backups; the harness proves itself."""
    file = stored_path(tmp_path, "a" * 64)
    file.parent.mkdir(parents=True)
    file.write_bytes(b"half")
    assert len(list(wrong_in(tmp_path))) == 1


def test_a_writer_of_torn_acts_is_caught(tmp_path: Path, killed: Killed) -> None:
    made = kills(jobs.TORN, ENOUGH, tmp_path, killed, random.Random(2))
    assert any(one.verdict.wrong for one in made)
