"""What the tests run in processes of their own, to be killed: ``python -m tests.storage.children NAME FOLDER``.

A name is that of a function of this module, or ``module:function``.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from desktop_app.domain.rules.members import Person
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import open_folder
from desktop_app.storage.file.lock import FolderLock
from desktop_app.storage.file.upgrade import upgrade

COMMAND = (sys.executable, "-m", "tests.storage.children")
ROOT = Path(__file__).resolve().parents[2]


def start(name: str, folder: Path) -> subprocess.Popen[str]:
    """One function of this module in a new process; its words come through a pipe."""
    return subprocess.Popen(
        [*COMMAND, name, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, stdin=subprocess.PIPE, encoding="utf-8"
    )


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def hold_lock(folder: Path) -> None:
    """Hold the lock until killed."""
    FolderLock(folder).take("1400-01-01T00:00:00Z")
    _say("ready")
    sys.stdin.read()


def hold_folder(folder: Path) -> None:
    """Write one person, and stay as a window does."""
    from tests.storage.conftest import work_context

    data = open_folder(folder, work_context())
    with data.open_write() as work:
        work.people.add(Person(name="از پنجره"))
        work.commit()
    _say("ready")
    sys.stdin.read()


def drop_corrections(folder: Path) -> None:
    """Begin and drop the correction of the signed minutes again and again, acknowledged each time, until killed."""
    from desktop_app.domain.rules.minutes import MinutesState
    from desktop_app.services.versions.amending import amend, drop_amendment
    from tests.services.office_steps import context_of
    from tests.storage.conftest import CLOCK, work_context

    data = open_folder(folder, work_context())
    with data.open_read() as work:
        (version,) = work.versions.where(state=MinutesState.SIGNED)
        drafts = work.versions.where(state=MinutesState.DRAFT)
    _say("ready")
    draft_id = drafts[0].id if drafts else 0
    count = 0
    while True:
        if not draft_id:
            draft_id = amend(context_of(data.open_write, CLOCK), version.id, "آغاز").id
        drop_amendment(context_of(data.open_write, CLOCK), draft_id, "پایان")
        draft_id = 0
        count += 1
        _say(f"A {count}")


def make_database(folder: Path) -> None:
    """Make a new database."""
    _say("ready")
    upgrade(folder / DATABASE_NAME)


def fork(_: Path) -> None:
    """Take orders «NAME FOLDER SECONDS»: run the function in a forked process and kill it so long after «ready».

    Everything heavy is imported and compiled once, here; so a kill costs its own time and no more.
    """
    for heavy in ("alembic.command", "alembic.config", "tests.fault_injection.jobs", "tests.storage.conftest"):
        importlib.import_module(heavy)
    with tempfile.TemporaryDirectory(prefix="dabirkhaneh-warm-") as place:
        # every connection is closed again: none may go through a fork
        _write_one(Path(place))
    _say("ready")
    for order in sys.stdin:
        name, folder, seconds = json.loads(order)
        ear, mouth = os.pipe()
        child = os.fork()
        if not child:
            os.dup2(mouth, sys.stdout.fileno())
            named(name)(Path(folder))
            os._exit(0)
        os.close(mouth)
        with os.fdopen(ear, encoding="utf-8") as words:
            assert words.readline() == "ready\n"
            # the pause is the moment of the kill, not a wait for something to happen
            time.sleep(seconds)
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            _say(json.dumps(words.read()))


def _write_one(folder: Path) -> None:
    from tests.storage.conftest import work_context

    data = open_folder(folder, work_context())
    with data.open_write() as work:
        person = work.people.add(Person(name="نخستین"))
        work.audit("added", "person", person.id)
        work.commit()
    data.close()


def named(name: str) -> Callable[[Path], None]:
    """The function of this name."""
    module, _, function = name.rpartition(":")
    found: Callable[[Path], None] = vars(importlib.import_module(module))[function] if module else globals()[name]
    return found


if __name__ == "__main__":
    named(sys.argv[1])(Path(sys.argv[2]))
