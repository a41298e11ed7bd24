"""Peaks of memory: what a job of a test takes in a process of its own, where Linux counts it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT


def peak_of(module: str, *arguments: object) -> tuple[str, int]:
    """What a test module tells when it is run with these arguments, and the megabytes that it took at most."""
    ran = subprocess.run(
        [sys.executable, "-m", module, *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    told, _mark, peak = ran.stdout.rpartition("\n")
    return told, int(peak)


def tell(text: str) -> None:
    """In that process: what came of it."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    peak = next(line for line in lines if line.startswith("VmHWM"))
    sys.stdout.write(f"{text}\n{int(peak.split()[1]) // 1024}")
