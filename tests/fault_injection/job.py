"""What a job is that is broken off at any moment, and the folders that it works in.

Its ``run`` says «ready» when it begins to change something, and one line that ends with the number of the act after
each act that returned. Its ``judge`` opens what was left, as the next start would, and tells what is missing of the
acts up to the last one that was acknowledged, and what else is wrong.
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.journal import require_own_journal
from tests.storage.conftest import work_context


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was left: acts that were acknowledged and are gone, what else is wrong, and which of the states it is."""

    lost: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    state: str = ""

    @property
    def sound(self) -> bool:
        """Nothing lost, nothing wrong."""
        return not self.lost and not self.wrong


Judge = Callable[[Path, int], Verdict]
"""The folder, and the number of the last act that was acknowledged; 0 for none."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is broken off, what stands before, and how what is left is judged."""

    name: str
    prepare: Callable[[Path], None]
    run: str
    """``module:function`` over the folder, in a process of its own."""
    judge: Judge
    """By the whole program, with its check."""
    ask: Judge
    """By SQLite alone, after the journal was judged as the program judges it: for many states in a short time."""
    ended: str = ""
    """As ``run``, but it ends after a few acts: for a recording. Empty where ``run`` ends by itself."""
    latest: float = 0.2
    """Seconds after «ready» within which most of the kills fall."""
    series: int = 25
    """Kills over one folder, before it is prepared anew."""
    states: frozenset[str] = frozenset()
    """States of which the kills have to meet each."""


def say(text: str) -> None:
    """Acknowledge."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def fresh(prepared: Path, place: Path) -> Path:
    """A copy of what was prepared, with what lies beside it."""
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(prepared, place)
    return place / FOLDER


FOLDER: Final = "دادهٔ ما"
"""The data folder within the place of a job; what a job needs besides lies beside it."""


def prepared(job: Job, place: Path) -> Path:
    """What stands before the job, made once."""
    if not place.exists():
        (place / FOLDER).mkdir(parents=True)
        job.prepare(place / FOLDER)
    return place


def sound_file(folder: Path) -> list[str]:
    """What SQLite finds in the database after its journal was judged and rolled back."""
    path = folder / DATABASE_NAME
    require_own_journal(path, work_context().clock.instant())
    with closing(sqlite3.connect(path)) as connection:
        found = [row[0] for row in connection.execute("PRAGMA integrity_check(1)")]
        found += [f"no {row[2]} of {row[0]}" for row in connection.execute("PRAGMA foreign_key_check")]
    return [one for one in found if one != "ok"]
