"""Measurement of the start: the program's window and its data, as ratios to a bare Qt window of the same bundle.

The three are started in turn, each of them first in every third round, and each start is divided by the bare one of its
round: what else the machine does for a while then weighs on all, and one disturbed start does not move the median.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from devtools.windows import installed_checks
from devtools.windows.bundle import Bundle, PackageFailed
from devtools.windows.desktop import Desktop, fresh
from devtools.windows.machine import CLOSED, Machine, windows_path
from devtools.windows.program_resources import CONSOLE
from devtools.windows.steps import Steps, require

RUNS: Final = 11
LIMITS: Final = {"window": 1.3, "data": 2.5}
"""At most so many times a bare window."""

_KINDS: Final = ("bare", "window", "data")


@dataclass(frozen=True, slots=True)
class Ratios:
    """Median seconds of each kind, and the median of each round's ratios."""

    seconds: dict[str, float]
    ratios: dict[str, float]

    @property
    def told(self) -> str:
        """In one line."""
        parts = [f"{kind} {self.seconds[kind]:.2f} s" for kind in _KINDS]
        return ", ".join([*parts, *(f"{kind} × {self.ratios[kind]:.2f} (at most {LIMITS[kind]})" for kind in LIMITS)])


def take(machine: Machine, bundle: Bundle, steps: Steps) -> None:
    """One step: the start of a bundle on a fresh desktop, held against the limits."""
    with fresh(machine) as desktop:
        steps.take("start", lambda: judged(desktop, bundle, bundle.folder, desktop.local / "Dabirkhaneh"))


def judged(desktop: Desktop, bundle: Bundle, program: Path, data: Path) -> str:
    """Measure and hold against the limits."""
    found = measure(desktop, bundle, program, data)
    over = [kind for kind, limit in LIMITS.items() if found.ratios[kind] > limit]
    require(not over, f"over the limit: {', '.join(over)}; {found.told}")
    return found.told


def measure(desktop: Desktop, bundle: Bundle, program: Path, data: Path, runs: int = RUNS) -> Ratios:
    """Measure the program in its folder; ``data`` is an empty place for demo data."""
    code = desktop.run(*installed_checks.program(program, CONSOLE), "demo", "--data", windows_path(data))
    require(code == 0, f"demo data could not be made: {code}")
    with _meter(bundle, program) as meter, _warm(desktop):
        rounds = [_round(desktop, meter, data, number) for number in range(runs + 1)][1:]
    seconds = {kind: statistics.median(one[kind] for one in rounds) for kind in _KINDS}
    ratios = {kind: statistics.median(one[kind] / one["bare"] for one in rounds) for kind in LIMITS}
    return Ratios(seconds, ratios)


@contextmanager
def _meter(bundle: Bundle, program: Path) -> Iterator[Path]:
    """The executable that measures, laid beside the libraries of the program for a while."""
    meter = program / bundle.meter.name
    shutil.copy(bundle.meter, meter)
    try:
        yield meter
    finally:
        meter.unlink()


@contextmanager
def _warm(desktop: Desktop) -> Iterator[None]:
    """Wine's own server stays between the starts: it is no part of them."""
    subprocess.run(["wineserver", "-p"], env=desktop.variables(), umask=CLOSED, check=False)
    try:
        yield
    finally:
        desktop.stop()


def _round(desktop: Desktop, meter: Path, data: Path, number: int) -> dict[str, float]:
    first = number % len(_KINDS)
    order = _KINDS[first:] + _KINDS[:first]
    return {kind: _seconds(desktop, meter, kind, data) for kind in order}


def _seconds(desktop: Desktop, meter: Path, kind: str, data: Path) -> float:
    began = time.perf_counter()
    command = [windows_path(meter), kind, windows_path(data)]
    with desktop.start(*command, out=subprocess.PIPE) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        seconds = time.perf_counter() - began
        process.wait()
    if line.strip() != b"painted":
        raise PackageFailed(f"{meter.name} {kind} painted nothing and said {line!r}")
    return seconds
