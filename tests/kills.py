"""Kills a typing process at a random moment and says how much of what it had typed is in no draft and no record."""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from desktop_app import wiring
from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.storage.file.database import DATABASE_NAME
from tests.conftest import ROOT
from tests.typist import CLOCK

SHORTEST = 4
LONGEST = 9.0
"""Seconds of typing before the kill, at most."""
WRITINGS = 5
PATIENCE = 120.0
"""Seconds after which a typist that tells nothing is taken for one that does not type."""


@dataclass(frozen=True, slots=True)
class Kill:
    """What one kill took: seconds of typing by then, seconds of typing and letters that are missing."""

    kind: str
    after: float
    lost: float
    letters: int


def kill_while_typing(
    folder: Path, kind: str, ids: tuple[int, int, int], chance: random.Random, least: float = 0.5
) -> Kill:
    """Type in a field for ``least`` seconds or more, kill at a random moment, and compare."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.typist", str(folder), kind, *map(str, ids)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert process.stdout is not None
    after = chance.uniform(least, max(LONGEST, least))
    typed: list[tuple[float, str]] = []
    over = threading.Event()
    reader = threading.Thread(target=_read, args=(process.stdout, typed, after, over))
    reader.start()
    in_time = over.wait(PATIENCE)
    # at any moment between two letters
    time.sleep(chance.uniform(0.0, 0.1))
    process.kill()
    process.wait()
    reader.join()
    process.stdout.close()
    if not in_time or not typed or typed[-1][0] < after:
        raise AssertionError(f"{len(typed)} letters is no typing in {kind}: the typist ended with {process.returncode}")
    kept = everything_in(folder)
    safe = max((place for place, (_at, text) in enumerate(typed) if _stands_in(text, kept)), default=-1)
    lost = typed[-1][0] - typed[safe + 1][0] if safe + 1 < len(typed) else 0.0
    whole = len(typed[-1][1])
    return Kill(kind, after, lost, whole - (len(typed[safe][1]) if safe >= 0 else 0))


def _read(told: IO[str], typed: list[tuple[float, str]], after: float, over: threading.Event) -> None:
    """Take down what is typed; ``over`` when it has gone on for so long, or has ended."""
    for line in told:
        at, _, text = line.rstrip("\n").partition(" ")
        if line.endswith("\n"):
            typed.append((float(at), text))
            if typed[-1][0] >= after:
                over.set()
    over.set()


def writing_seconds(folder: Path) -> float:
    """What the slowest of a few acts takes that writes one draft into a folder, on this machine and now."""
    office = wiring.open_office(folder, CLOCK)
    took = []
    try:
        for number in range(WRITINGS):
            begun = time.monotonic()
            with office.drafts() as work:
                work.put_drafts({DraftField("paper", 0, "letter.text"): str(number)})
                work.commit()
            took.append(time.monotonic() - begun)
    finally:
        office.close()
    return max(took)


def _stands_in(text: str, kept: str) -> bool:
    """Whether it is there; a letter or two would be found in any data."""
    return len(text) > SHORTEST and text in kept


def everything_in(folder: Path) -> str:
    """Every text that the data hold, drafts and records alike; opening rolls back what the kill left half-written."""
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as raw:
        tables = [name for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        own = [name for name in tables if not name.startswith(("audit", "search", "sqlite"))]
        rows = [row for name in own for row in raw.execute(f"SELECT * FROM {name}")]
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    return json.dumps(rows, ensure_ascii=False, default=str)


def fresh(source: Path, target: Path) -> Path:
    """A copy of a folder for one kill."""
    shutil.rmtree(target, ignore_errors=True)
    return Path(shutil.copytree(source, target))
