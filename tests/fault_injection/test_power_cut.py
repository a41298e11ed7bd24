"""A power cut loses nothing that was acknowledged and corrupts nothing; the same replay fails for unsafe settings."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fault_injection import jobs
from tests.fault_injection.file_jobs import FILE_JOBS, UNNAMED
from tests.fault_injection.job import Job
from tests.fault_injection.power_cut import Cut, Disk, cuts
from tests.fault_injection.recording import Operation, Recording, library, record, why_not
from tests.fault_injection.scan_jobs import IMPORTING
from tests.whole import Share, deciding

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())
UPGRADE = jobs.UPGRADE
STATES = {
    jobs.PEOPLE.name: 170,
    jobs.MINUTES.name: 70,
    UPGRADE.name: 12,
    **{job.name: 24 for job in (*FILE_JOBS, IMPORTING)},
}
"""States of each job, with sync of folders and without; ``dev.py bench faults`` makes more than 5,000."""
EACH_DAY = 12
DECIDING = {jobs.MINUTES.name, IMPORTING.name}
"""One job writes the database alone, the other files too; the rest waits for ``--whole``."""
CONTROLS = 30
MEMORY = Path("/dev/shm")


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    """In memory where there is such a place: thousands of files are made and gone."""
    made = Path(tempfile.mkdtemp(prefix="dabirkhaneh-cut-", dir=MEMORY if MEMORY.is_dir() else None))
    yield made
    shutil.rmtree(made)


@pytest.fixture(scope="module")
def recorder(place: Path) -> Path:
    """The library that records."""
    return library(place)


def _both(job: Job, number: int, place: Path, recorder: Path, pragmas: tuple[str, ...] = ()) -> list[Cut]:
    return [
        cut
        for folders in (True, False)
        for cut in cuts(
            record(job, place, recorder, pragmas, folders=folders), number, place / "cut", random.Random(number)
        )
    ]


@pytest.mark.parametrize("name", deciding(STATES, DECIDING))
def test_nothing_acknowledged_is_lost_and_nothing_is_corrupt(
    name: str, place: Path, recorder: Path, share: Share
) -> None:
    made = _both(jobs.JOBS[name], share(min(EACH_DAY, STATES[name]), STATES[name]), place, recorder)
    assert [cut for cut in made if not cut.verdict.sound] == []
    assert any(cut.acknowledged for cut in made)


@pytest.mark.parametrize("pragma", deciding(("journal_mode=DELETE", "synchronous=OFF"), {"synchronous=OFF"}))
def test_the_replay_finds_unsafe_settings(pragma: str, place: Path, recorder: Path) -> None:
    made = _both(jobs.PEOPLE, CONTROLS, place, recorder, (pragma,))
    assert sum(bool(cut.verdict.lost) for cut in made) > CONTROLS // 20


def test_the_replay_finds_names_that_were_not_made_durable(place: Path, recorder: Path) -> None:
    made = _both(UNNAMED, CONTROLS, place, recorder)
    assert sum(bool(cut.verdict.wrong) for cut in made) > CONTROLS // 20


def test_the_states_of_a_whole_run_are_five_hundred() -> None:
    assert 2 * sum(STATES.values()) >= 500


def test_a_folder_that_moves_lies_under_one_of_its_names_whole(tmp_path: Path) -> None:
    before = tmp_path / "before"
    (before / "part" / "inner").mkdir(parents=True)
    (before / "part" / "inner" / "a").write_bytes(b"a")
    moved = Operation("R", 0, False, 0, "part", "whole", b"")
    found = set()
    for seed in range(20):
        disk = Disk(Recording(jobs.PEOPLE, before, (moved,), folders=True))
        disk.take(moved)
        place = tmp_path / str(seed)
        place.mkdir()
        disk.survives(place, "all", random.Random(seed))
        found.add(tuple(sorted(one.relative_to(place).as_posix() for one in place.rglob("*"))))
    assert found == {("part", "part/inner", "part/inner/a"), ("whole", "whole/inner", "whole/inner/a")}
