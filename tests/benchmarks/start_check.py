"""What the check costs a start on ten years: in turns with and without it, and what the window's thread feels of it."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from desktop_app import wiring
from desktop_app.storage.evidence.canonical import FORMAT, HASHED, RowHash, hashes_of, stored_acts, stored_entries
from desktop_app.storage.evidence.sealing import append_link
from desktop_app.storage.file.folder import open_folder
from tests.benchmarks.pulse import Stall
from tests.benchmarks.table import Table
from tests.conftest import DEMO_DAY, ROOT
from tests.planted import forget_evidence
from tests.storage.conftest import work_context

YEARS: Final = 10
ROUNDS: Final = 9
MOST: Final = 1.3
"""So many times as long as without the check may a start take."""
MOST_STALL: Final = 100.0
"""Milliseconds for which the window may not answer while the check runs."""
STALLS: Final = ("longest stall", "while it opens and checks", "while it checks behind the page")
"""Also while the program is loaded and the page is made; then those of which this measurement is about."""
PROGRAM: Final = """
import sys
from PySide6.QtCore import QTimer
from desktop_app.window.shell import application
from tests.benchmarks.pulse import Pulse

whole, checking, behind = Pulse(), Pulse(), Pulse()
open_data = application._open

def opened(*asked, **named):
    # the frame is painted
    whole.begin()
    open_data(*asked, **named)

def look(opening):
    opening.backups.automatically = False
    opening.dialogs.ask = lambda _question: "right"
    wait_for, look_after, watch = opening.workers.wait_for, opening._look_after, QTimer(opening)
    if sys.argv[2] == "without":
        leave_out()

    def waited(work):
        checking.begin()
        try:
            return wait_for(work)
        finally:
            told.append(checking.end())

    def seen(screens):
        print("page", flush=True)
        behind.begin()
        look_after(screens)
        watch.start(20)

    def rest():
        if not opening.workers.busy:
            watch.stop()
            stalls = (whole.end(), *told, behind.end())
            told_of = [number for one in stalls for number in (one.longest, one.busy)]
            print(*told_of, opening.screens.office.folder.writable, flush=True)
            opening._window.close()

    told = []
    watch.timeout.connect(rest)
    opening.workers.wait_for, opening._look_after = waited, seen

def leave_out():
    from desktop_app.window.shell import findings
    from desktop_app.storage.file.folder import DataFolder

    reindex = DataFolder.reindex
    DataFolder.check_at_start = lambda _folder: ()
    DataFolder.reindex = lambda folder, _compared=(): reindex(folder)
    findings.check_left_out = lambda *_asked: ()

application._open = opened
application.run(["--data", sys.argv[1]], look)
"""


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Started:
    """Seconds until the first page is seen, and the stalls, each from the painted frame on, in the order of STALLS."""

    seconds: float
    stalls: tuple[Stall, ...]


def run() -> Table:
    """Starts in turns."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "office"
        links = make_office(folder)
        rounds = [_pair(folder, checked_first=bool(number % 2)) for number in range(ROUNDS + 1)][1:]
    bare, ours = ([pair[side] for pair in rounds] for side in (0, 1))
    ratio = statistics.median(mine.seconds / other.seconds for other, mine in rounds)
    stall = max(felt.longest for one in ours for felt in one.stalls[1:])
    reached = ratio <= MOST and stall <= MOST_STALL
    return Table(
        f"Start with its check on {YEARS} years",
        ("start", "median ms", "least", "most", "ratio", *STALLS),
        (_row("without the check", bare, 1.0), _row("with it", ours, ratio)),
        f"From the start of the process until the first page is seen, offscreen, {ROUNDS} pairs in turn, {links} links "
        "of the chain; the ratio is the median of the pairs' ratios. Stalls from the painted frame on, the longest of "
        "all rounds in ms, and in brackets what the window's thread worked itself; the longest is the loading of the "
        "program, with the check or without. Aim: at most "
        f"{MOST} times as long, and no stall over {MOST_STALL:g} ms while it checks; "
        f"{'reached' if reached else 'NOT reached'}.",
    )


def make_office(folder: Path, years: int = YEARS) -> int:
    """The demo of so many years as its office would have recorded it: a link of the chain for each act; how many."""
    wiring.build_demo(folder, DEMO_DAY, years=years)
    forget_evidence(folder)
    with closing(open_folder(folder, work_context())) as data, data.open_write() as work:
        transaction = work.transaction
        entries, acts = list(stored_entries(transaction)), list(stored_acts(transaction))
        rows: list[RowHash] = [
            (kind, row_id, FORMAT, digest) for kind in HASHED for row_id, digest in hashes_of(transaction, kind)
        ]
        for number in range(len(acts)):
            share = partial(_share, number=number, parts=len(acts))
            append_link(transaction, share(entries), share(acts), share(rows))
        work.commit()
        return len(acts)


# ---- inside


def _share(every: Sequence[T], number: int, parts: int) -> list[T]:
    return list(every[len(every) * number // parts : len(every) * (number + 1) // parts])


def _pair(folder: Path, *, checked_first: bool) -> tuple[Started, Started]:
    """A start without the check and one with it."""
    if checked_first:
        checked = _started(folder, "with")
        return _started(folder, "without"), checked
    return _started(folder, "without"), _started(folder, "with")


def _started(folder: Path, how: str) -> Started:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(folder.parent / "settings")}
    # compiled files are kept on every machine of an operator
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.perf_counter()
    command = [sys.executable, "-c", PROGRAM, str(folder), how]
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8") as told,
        subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=told, encoding="utf-8") as process,
    ):
        assert process.stdout is not None
        page = process.stdout.readline().strip()
        seconds = time.perf_counter() - began
        stalls = process.stdout.readline().split()
        process.wait()
        told.seek(0)
        if page != "page" or len(stalls) != 2 * len(STALLS) + 1 or stalls[-1] != "True":
            raise RuntimeError(f"no sound office was opened: {page} {stalls} {told.read()}")
    felt = [float(one) for one in stalls[:-1]]
    return Started(seconds, tuple(Stall(*pair) for pair in zip(felt[::2], felt[1::2], strict=True)))


def _row(name: str, started: Sequence[Started], ratio: float) -> tuple[str, ...]:
    seconds = [one.seconds for one in started]
    times = [statistics.median(seconds), min(seconds), max(seconds)]
    felt = zip(*(one.stalls for one in started), strict=True)
    stalls = (f"{max(one.longest for one in kind):.0f} ({max(one.busy for one in kind):.0f})" for kind in felt)
    return (name, *(f"{1000 * one:.0f}" for one in times), f"{ratio:.2f}", *stalls)
