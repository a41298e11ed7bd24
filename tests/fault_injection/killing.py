"""Kills of a job at random moments: SIGKILL where there is such a thing, else the end that Windows makes."""

from __future__ import annotations

import json
import os
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.fault_injection.job import Job, Verdict, fresh, prepared
from tests.storage import children

ROUNDS = 6
"""So often the kills go on, each time up to twice as late, until they have met each state of the job."""

Killed = Callable[[str, Path, float], list[str]]
"""Runs ``module:function`` over a folder, kills it so many seconds after «ready», and gives what it had said."""


@dataclass(frozen=True, slots=True)
class Kill:
    """One kill: seconds after «ready», acts acknowledged within this run, and what was left."""

    after: float
    acknowledged: int
    verdict: Verdict


@contextmanager
def killer() -> Iterator[Killed]:
    """By a process that forks, where there is such a thing; else by a new process each time."""
    if not hasattr(os, "fork"):
        yield _killed_alone
        return
    forker = children.start("fork", Path())
    assert forker.stdin is not None
    assert forker.stdout is not None
    orders, words = forker.stdin, forker.stdout
    assert words.readline().strip() == "ready"

    def run(name: str, folder: Path, after: float) -> list[str]:
        orders.write(json.dumps([name, str(folder), after]) + "\n")
        orders.flush()
        said: str = json.loads(words.readline())
        return said.splitlines(keepends=True)

    try:
        yield run
    finally:
        forker.communicate()


def _killed_alone(name: str, folder: Path, after: float) -> list[str]:
    process = children.start(name, folder)
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "ready"
    # the pause is the moment of the kill, not a wait for something to happen
    time.sleep(after)
    process.kill()
    return process.communicate()[0].splitlines(keepends=True)


def kills(job: Job, number: int, place: Path, killed: Killed, chance: random.Random) -> Iterator[Kill]:
    """So many kills, and more where they have not met each state of the job by then."""
    before = prepared(job, place / f"{job.name} before")
    seen: set[str] = set()
    said, folder = 0, place
    for done in range(number * ROUNDS):
        if done >= number and seen >= job.states:
            return
        if done % job.series == 0:
            folder, said = fresh(before, place / job.name), 0
        after = chance.uniform(0.0, job.latest * 2.0 ** (done // number))
        told = [_number(line) for line in killed(job.run, folder, after) if line.endswith("\n")]
        said = max([said, *told])
        verdict = job.judge(folder, said)
        seen.add(verdict.state)
        yield Kill(after, len(told), verdict)


def _number(line: str) -> int:
    return int(line.rsplit(maxsplit=1)[-1])
