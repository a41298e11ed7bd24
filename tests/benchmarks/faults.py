"""Fault injection in full: kills, power cuts; ``--part-NAME`` does these alone, ``--percent N`` so much of each."""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from tests.benchmarks.table import Table
from tests.fault_injection import jobs
from tests.fault_injection.killing import Kill, Killed, killer, kills
from tests.fault_injection.power_cut import Cut, cuts
from tests.fault_injection.recording import Recording, library, record, why_not

PART: Final = "--part-"
KILLS: Final[Mapping[str, int]] = {
    jobs.PEOPLE.name: 500,
    jobs.MINUTES.name: 500,
    **{job.name: 18 for job in jobs.UPGRADES},
}
"""Of a job that is not named here :data:`OTHER`."""
OTHER: Final = 100
CAUGHT: Final = 60
"""Kills of the writer that is torn."""
CUTS: Final[Mapping[str, int]] = {jobs.PEOPLE.name: 1500, jobs.MINUTES.name: 1000}
"""States with sync of folders, and as many without; of a job that is not named here :data:`OTHER_CUTS`."""
OTHER_CUTS: Final = 80
CONTROL_CUTS: Final = 500
MEMORY: Final = Path("/dev/shm")


def run(options: list[str]) -> list[Table]:
    """The parts that are named, or all."""
    named = [one.removeprefix(PART) for one in options if one.startswith(PART)]
    unknown = set(named) - set(PARTS)
    if unknown:
        raise SystemExit(f"no such part: {', '.join(unknown)}; there are {', '.join(PARTS)}")
    percent = int(options[options.index("--percent") + 1]) if "--percent" in options else 100
    return [PARTS[name](lambda number: max(1, number * percent // 100)) for name in named or PARTS]


Share = Callable[[int], int]
"""How many of a whole number are done."""


def _kills(share: Share) -> Table:
    with tempfile.TemporaryDirectory(prefix="dabirkhaneh-kills-") as place, killer() as killed:
        rows = [_row_of_kills(job, share(KILLS.get(job.name, OTHER)), Path(place), killed) for job in _and_torn()]
    head = ("job", "kills", "acknowledged", "kills that lost", "wrong", "states", "s")
    note = (
        f"{sys.platform}: SIGKILL at a random moment of a job, over one folder again and again; then the folder"
        " is opened as the next start does, with the whole check. Aim: nothing lost, nothing wrong, each state met; but"
        " the last line is a control that has to be caught: it writes one act in two transactions."
    )
    return Table("Kills", head, tuple(rows), note)


def _and_torn() -> tuple[jobs.Job, ...]:
    return (*jobs.JOBS.values(), jobs.TORN)


def _row_of_kills(job: jobs.Job, number: int, place: Path, killed: Killed) -> tuple[str, ...]:
    begun = time.monotonic()
    made: list[Kill] = list(kills(job, CAUGHT if job is jobs.TORN else number, place, killed, random.Random(number)))
    wrong = [one.verdict for one in made if one.verdict.wrong]
    if job is not jobs.TORN:
        _tell(verdict.wrong for verdict in wrong)
    return (
        job.name,
        str(len(made)),
        str(sum(one.acknowledged for one in made)),
        str(sum(bool(one.verdict.lost) for one in made)),
        str(len(wrong)),
        _counted(one.verdict.state for one in made),
        f"{time.monotonic() - begun:.0f}",
    )


def _cuts(share: Share) -> Table:
    head = ("job", "folders synced", "states", "acknowledged before", "lost", "wrong", "of them", "s")
    note = (
        "Every write, sync and name of a run is recorded and replayed to a random place; what was not synced survives"
        " as none, all, the first few, some, or torn. Without sync of folders is Windows. Aim: nothing lost, nothing"
        " wrong; the lines with a PRAGMA are controls that have to fail."
    )
    if why_not():
        return Table("Power cuts", ("not run",), ((why_not(),),), note)
    with tempfile.TemporaryDirectory(prefix="dabirkhaneh-cut-", dir=MEMORY) as where:
        place = Path(where)
        recorder = library(place)
        rows = []
        for job in jobs.JOBS.values():
            rows += _rows_of_cuts(record(job, place, recorder), share(CUTS.get(job.name, OTHER_CUTS)), place, job.name)
        for pragma in ("journal_mode=DELETE", "synchronous=OFF"):
            made = record(jobs.PEOPLE, place, recorder, (pragma,))
            rows += _rows_of_cuts(made, share(CONTROL_CUTS), place, f"{jobs.PEOPLE.name}, {pragma}")
    return Table("Power cuts", head, tuple(rows), note)


def _rows_of_cuts(recording: Recording, number: int, place: Path, name: str) -> Iterator[tuple[str, ...]]:
    for folders in (True, False):
        begun = time.monotonic()
        made: list[Cut] = list(cuts(recording, number, place / "cut", random.Random(number), folders=folders))
        wrong = [one for one in made if one.verdict.wrong]
        if "=" not in name:
            _tell((f"{one.at} {one.way} {one.verdict}",) for one in made if not one.verdict.sound)
        yield (
            name,
            "yes" if folders else "no",
            str(len(made)),
            str(sum(bool(one.acknowledged) for one in made)),
            str(sum(bool(one.verdict.lost) for one in made)),
            str(len(wrong)),
            _counted(one.verdict.state for one in made),
            f"{time.monotonic() - begun:.0f}",
        )


def _counted(states: Iterator[str]) -> str:
    return ", ".join(f"{state} {count}" for state, count in sorted(Counter(states).items()) if state)


def _tell(found: Iterator[tuple[str, ...]]) -> None:
    """The first of what is wrong, for whoever looks for the cause."""
    for lines in list(found)[:3]:
        print(*lines, sep="\n", file=sys.stderr)


PARTS: Final[Mapping[str, Callable[[Share], Table]]] = {"kills": _kills, "cuts": _cuts}
"""The parts by name."""
