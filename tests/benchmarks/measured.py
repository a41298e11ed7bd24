"""A process of its own for each measurement: how much CPU of the user it took, and its peak of memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT


@dataclass(frozen=True, slots=True)
class Run:
    """User seconds, system seconds, peak of memory in MB."""

    user: float
    system: float
    peak: float


@dataclass(frozen=True, slots=True)
class Result:
    """All runs of one engine and the file that it left."""

    runs: tuple[Run, ...]
    pages: int
    size: int

    @property
    def user(self) -> float:
        """The median of the user seconds."""
        return statistics.median(run.user for run in self.runs)

    @property
    def peak(self) -> float:
        """The highest peak."""
        return max(run.peak for run in self.runs)


def run(command: Sequence[str]) -> Run:
    """Run a command to its end; one that fails ends the measurements with what it said."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as told, tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        process = subprocess.Popen(command, cwd=ROOT, stdout=said, stderr=told, env=_environment())
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        told.seek(0)
        said.seek(0)
        if process.returncode:
            raise RuntimeError(f"{' '.join(command[:4])} … failed:\n{told.read()}")
        # A new process inherits the peak of the one that started it, so one that can tells its own
        lines = said.read().split()
        peak = float(lines[-1]) if lines and _is_number(lines[-1]) else usage.ru_maxrss / 1024
    return Run(usage.ru_utime, usage.ru_stime, peak)


def _environment() -> dict[str, str]:
    environment = dict(os.environ)
    # compiled files are kept on every machine of an operator, and a peer may look for fonts where it likes
    for name in ("PYTHONDONTWRITEBYTECODE", "FONTCONFIG_FILE"):
        environment.pop(name, None)
    return environment


def _is_number(word: str) -> bool:
    return word.replace(".", "", 1).isdigit()


def in_turn(commands: Mapping[str, Sequence[str]], rounds: Callable[[str], int]) -> dict[str, tuple[Run, ...]]:
    """Every command in turn, round by round; a slow one may have fewer rounds than the others."""
    found: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(max(map(rounds, commands))):
        for name, command in commands.items():
            if number < rounds(name):
                found[name].append(run(command))
                print(f"  {name}: {found[name][-1].user:.2f} s, {found[name][-1].peak:.0f} MB", flush=True)
    return {name: tuple(runs) for name, runs in found.items()}


def pages_of(path: Path) -> int:
    """The number of pages of a PDF."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()
