"""The demo data of the tests' day: made by the first worker of a run that asks, taken by the others."""

from __future__ import annotations

import os
import time
from pathlib import Path

from desktop_app.wiring import build_demo
from tests.conftest import DEMO_DAY

LONGEST = 120.0
"""Seconds after which the worker that makes it must have died."""


def shared(place: Path) -> Path:
    """The data folder in a place that all workers of the run know; copied by whoever opens it."""
    folder, mine = place / "demo-data", place / f"demo-data-{os.getpid()}"
    if not folder.exists() and _is_first(place / "demo-data.begun"):
        build_demo(mine, DEMO_DAY)
        mine.rename(folder)  # whole or not there
    until = time.monotonic() + LONGEST
    while not folder.exists():
        assert time.monotonic() < until, "the demo data of this run was begun and not finished"
        time.sleep(0.05)
    return folder


def _is_first(mark: Path) -> bool:
    try:
        os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return False
    return True
