"""Kills a typing process at a random moment and says how much of what it had typed is in no draft and no record."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from desktop_app.storage.database import DATABASE_NAME
from tests.conftest import ROOT

LEAST_LETTERS = 0.7
"""Letters a second that are typed even on a machine with other work."""
SHORTEST = 4
LONGEST = 9.0
"""Seconds of typing before the kill, at most."""


@dataclass(frozen=True, slots=True)
class Kill:
    """What one kill took: seconds of typing by then, seconds and letters that are missing."""

    kind: str
    after: float
    lost: float
    letters: int


def kill_while_typing(folder: Path, kind: str, ids: tuple[int, int, int], chance: random.Random) -> Kill:
    """Type in a field, kill at a random moment, and compare."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.typist", str(folder), kind, *map(str, ids)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    if not first:
        raise AssertionError(f"nothing was typed in {kind}: the typist ended with {process.wait()}")
    after = chance.uniform(0.5, LONGEST)
    told = [first]
    reader = threading.Thread(target=lambda: told.extend(process.stdout or ()))
    reader.start()
    time.sleep(after)
    killed_at = time.monotonic()
    process.send_signal(signal.SIGKILL)
    process.wait()
    reader.join()
    process.stdout.close()
    typed = [(float(at), text) for at, _, text in (line.rstrip("\n").partition(" ") for line in told if "\n" in line)]
    kept = everything_in(folder)
    if len(typed) < after * LEAST_LETTERS:
        raise AssertionError(f"{len(typed)} letters in {after:.1f} s is no typing in {kind}")
    safe = max((place for place, (_at, text) in enumerate(typed) if _stands_in(text, kept)), default=-1)
    lost = killed_at - typed[safe + 1][0] if safe + 1 < len(typed) else 0.0
    whole = len(typed[-1][1])
    return Kill(kind, after, lost, whole - (len(typed[safe][1]) if safe >= 0 else 0))


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
