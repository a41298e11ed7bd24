"""Jobs that are broken off at any moment: by a kill, and by a power cut.

A job is a line of :data:`JOBS`; what a job is stands in :mod:`tests.fault_injection.job`.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Mapping
from contextlib import closing
from functools import cache
from itertools import count
from pathlib import Path
from typing import Final

from desktop_app.domain.read_models.findings import FindingKind
from desktop_app.domain.rules.members import Person
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import open_folder
from desktop_app.storage.file.journal import require_own_journal
from desktop_app.storage.store import schema
from desktop_app.system import paths
from tests.fault_injection.file_jobs import FILE_JOBS
from tests.fault_injection.job import Job, Verdict, say, sound_file
from tests.fault_injection.scan_jobs import IMPORTING
from tests.kills import everything_in
from tests.storage import act_kills, earlier
from tests.storage.conftest import work_context

ENDED: Final = (7, 6)
"""Acts that a recorded run does: of one sort, and of several."""


# ---- people: the smallest act, with its entry


def nobody(folder: Path) -> None:
    """An empty office."""
    open_folder(folder, work_context()).close()


def add_people(folder: Path, most: int = 0) -> None:
    """A person and an entry in each act, numbered on from what is there."""
    data = open_folder(folder, work_context())
    with data.open_read() as work:
        first = len(work.people.where()) + 1
    say("ready")
    for number in range(first, first + most) if most else count(first):
        with data.open_write() as work:
            person = work.people.add(Person(name=f"{number}-" + "ن" * 2000))
            work.audit("added", "person", person.id)
            work.commit()
        say(f"A {number}")
    data.close()


def add_some_people(folder: Path) -> None:
    """As many as are worth recording."""
    add_people(folder, ENDED[0])


def add_people_torn(folder: Path) -> None:
    """Wrongly in two transactions: the control."""
    data = open_folder(folder, work_context())
    with data.open_read() as work:
        first = len(work.people.where()) + 1
    say("ready")
    for number in count(first):
        with data.open_write() as work:
            person = work.people.add(Person(name=f"{number}-" + "ن" * 2000))
            work.commit()
        with data.open_write() as work:
            work.audit("added", "person", person.id)
            work.commit()
        say(f"A {number}")


def judge_people(folder: Path, last: int) -> Verdict:
    """Everyone up to the last one is there, each with the entry, and the check finds nothing."""
    data = open_folder(folder, work_context())
    found = data.check()
    data.close()
    asked = ask_people(folder, last)
    return Verdict(asked.lost, (*asked.wrong, *(str(one) for one in found)))


def ask_people(folder: Path, last: int) -> Verdict:
    """Everyone up to the last one is there, each with the entry."""
    wrong = sound_file(folder)
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as connection:
        names = [name.partition("-")[0] for (name,) in connection.execute("SELECT name FROM person ORDER BY id")]
        (entries,) = connection.execute("SELECT count(*) FROM audit WHERE subject = 'person'").fetchone()
    if entries != len(names):
        wrong.append(f"{len(names)} people, {entries} entries")
    lost = {str(number) for number in range(1, last + 1)} - set(names)
    return Verdict(tuple(sorted(lost)), tuple(wrong))


# ---- minutes: the acts of the services


def judge_minutes(folder: Path, last: int) -> Verdict:
    """Everything that was said, noted, decided and put off is there, and the check finds nothing."""
    data = open_folder(folder, work_context())
    found = data.check()
    data.close()
    asked = ask_minutes(folder, last)
    return Verdict(asked.lost, (*asked.wrong, *(str(one) for one in found)))


def write_some_minutes(folder: Path) -> None:
    """As many acts as are worth recording."""
    act_kills.write_minutes(folder, 1, ENDED[1])


def ask_minutes(folder: Path, last: int) -> Verdict:
    """Everything that was said, noted, decided and put off is there."""
    wrong = sound_file(folder)
    return Verdict(tuple(act_kills.missing(folder, last)), tuple(wrong))


# ---- upgrade: by the revision that only the tests know


def upgrade_it(folder: Path) -> None:
    """Open a folder of the earlier schema, with all that is heavy imported before."""
    import alembic.command
    import alembic.config  # noqa: F401

    say("ready")
    with earlier.later_program():
        open_folder(folder, work_context()).close()
    say("A 1")


def _lay(folder: Path) -> None:
    earlier.lay(folder)


def ask_upgrade(folder: Path, last: int) -> Verdict:
    """The database is the old one, row by row, or the new one; each copy is the old one."""
    path = folder / DATABASE_NAME
    require_own_journal(path, work_context().clock.instant())
    wrong: list[str] = []
    state = _state(path, wrong)
    for copy in (folder / paths.BEFORE_UPGRADE).glob(f"*/{DATABASE_NAME}"):
        if _state(copy, wrong) != "old":
            wrong.append(f"a copy that is not the old database: {copy.parent.name}")
    lost = ("the upgrade",) if last and state != "new" else ()
    return Verdict(lost, tuple(wrong), state)


def judge_upgrade(folder: Path, last: int) -> Verdict:
    """The same, and the next start brings it along."""
    found = ask_upgrade(folder, last)
    with earlier.later_program():
        data = open_folder(folder, work_context())
        wrong = [str(one) for one in data.check() if one.kind is not FindingKind.FILE_MISSING]
        data.close()
    return Verdict(found.lost, (*found.wrong, *wrong), found.state)


@cache
def _old_rows() -> str:
    with tempfile.TemporaryDirectory() as place:
        return everything_in(earlier.lay(Path(place)).parent)


def _state(path: Path, wrong: list[str]) -> str:
    with closing(sqlite3.connect(path)) as connection:
        (found,) = connection.execute("PRAGMA user_version").fetchone()
        (sound,) = connection.execute("PRAGMA integrity_check").fetchone()
        new = schema.differences(schema.facts(connection.execute), schema.expected()) == ()
    if sound != "ok":
        wrong.append(f"{path.parent.name}: {sound}")
    if found == earlier.LATER and new:
        return "new"
    if found == earlier.EARLIER and not new and everything_in(path.parent) == _old_rows():
        return "old"
    wrong.append(f"{path.parent.name}: neither old nor new: version {found}")
    return "torn"


_HERE: Final = "tests.fault_injection.jobs"
PEOPLE: Final = Job("people", nobody, f"{_HERE}:add_people", judge_people, ask_people, ended=f"{_HERE}:add_some_people")
TORN: Final = Job("people in two transactions", nobody, f"{_HERE}:add_people_torn", judge_people, ask_people)
MINUTES: Final = Job(
    "minutes",
    act_kills.prepare,
    "tests.storage.act_kills:write_on",
    judge_minutes,
    ask_minutes,
    ended=f"{_HERE}:write_some_minutes",
    latest=0.4,
)
UPGRADE: Final = Job(
    "upgrade of the schema",
    _lay,
    f"{_HERE}:upgrade_it",
    judge_upgrade,
    ask_upgrade,
    latest=0.6,
    series=1,
    states=frozenset({"old", "new"}),
)

JOBS: Final[Mapping[str, Job]] = {job.name: job for job in (PEOPLE, MINUTES, *FILE_JOBS, IMPORTING, UPGRADE)}
"""Every job that may be broken off anywhere; a new one is a line here."""
