"""A kill at any moment loses nothing that was acknowledged, and leaves the old or the new; a torn writer is caught."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fault_injection import jobs
from tests.fault_injection.killing import Killed, killer, kills

KILLS = {jobs.PEOPLE.name: 13, jobs.MINUTES.name: 12, **{job.name: 2 for job in jobs.UPGRADES}}
"""A quick share of each job; ``dev.py bench faults`` makes 1,000, and 120 of the upgrades."""
ENOUGH = 40
"""Kills by which a writer of torn acts is caught."""


@pytest.fixture(scope="module")
def killed() -> Iterator[Killed]:
    """What kills."""
    with killer() as found:
        yield found


@pytest.mark.parametrize("name", jobs.JOBS)
def test_nothing_acknowledged_is_lost(name: str, tmp_path: Path, killed: Killed) -> None:
    made = list(kills(jobs.JOBS[name], KILLS.get(name, 2), tmp_path, killed, random.Random(1)))
    assert [one for one in made if not one.verdict.sound] == []
    assert jobs.JOBS[name].states or any(one.acknowledged for one in made)
    assert jobs.JOBS[name].states <= {one.verdict.state for one in made}


def test_a_writer_of_torn_acts_is_caught(tmp_path: Path, killed: Killed) -> None:
    made = kills(jobs.TORN, ENOUGH, tmp_path, killed, random.Random(2))
    assert any(one.verdict.wrong for one in made)
