"""Fault injection in full; ``--part-NAME`` does these alone, ``--percent N`` so much of each."""

from __future__ import annotations

import random
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import open_folder
from desktop_app.storage.sqlite.connections import Role, connect
from tests.benchmarks.table import Table
from tests.fault_injection import jobs
from tests.fault_injection.archive import make_archive
from tests.fault_injection.damaged_files import SORTS, make_office, outcomes
from tests.fault_injection.damaged_store import DAMAGES, make_store, outcomes_of_store
from tests.fault_injection.fuzzed_text import fates, fuzzed
from tests.fault_injection.hostile_sql import found_after, is_refusal, refused, row_statements, schema_statements
from tests.fault_injection.job import Job
from tests.fault_injection.killing import Kill, Killed, killer, kills
from tests.fault_injection.power_cut import Cut, cuts
from tests.fault_injection.recording import Recording, library, record, why_not
from tests.fault_injection.tampering import attacks, tamper
from tests.storage.conftest import work_context
from tests.storage.test_guards import LIVE, REMOVABLE

PART: Final = "--part-"
KILLS: Final[Mapping[str, int]] = {
    jobs.PEOPLE.name: 500,
    jobs.MINUTES.name: 500,
    jobs.UPGRADE.name: 120,
}
"""Of a job that is not named here :data:`OTHER`."""
OTHER: Final = 100
CAUGHT: Final = 60
"""Kills of the writer that is torn."""
CUTS: Final[Mapping[str, int]] = {jobs.PEOPLE.name: 1500, jobs.MINUTES.name: 1000}
"""States with sync of folders, and as many without; of a job that is not named here :data:`OTHER_CUTS`."""
OTHER_CUTS: Final = 80
CONTROL_CUTS: Final = 500
DAMAGED: Final = 300
STORES: Final = 100
TEXTS: Final = 10_000
MEMORY: Final = Path("/dev/shm")


def run(options: list[str]) -> list[Table]:
    """The parts that are named, or all."""
    named = [one.removeprefix(PART) for one in options if one.startswith(PART)]
    unknown = set(named) - set(PARTS)
    if unknown:
        raise SystemExit(f"no such part: {', '.join(unknown)}; there are {', '.join(PARTS)}")
    percent = int(options[options.index("--percent") + 1]) if "--percent" in options else 100
    return [_told(name, percent) for name in named or PARTS]


def _told(name: str, percent: int) -> Table:
    """A part, shown as soon as it is done: all of them take an hour."""
    table = PARTS[name](lambda number: max(1, number * percent // 100))
    print(table.markdown(), file=sys.stderr, flush=True)
    return table


Share = Callable[[int], int]
"""How many of a whole number are done."""


def _kills(share: Share) -> Table:
    with tempfile.TemporaryDirectory(prefix="dabirkhaneh-kills-") as place, killer() as killed:
        rows = [_row_of_kills(job, share(KILLS.get(job.name, OTHER)), Path(place), killed) for job in _and_torn()]
    head = ("job", "kills", "acknowledged", "kills that lost", "wrong", "states", "s")
    note = (
        f"{sys.platform}: SIGKILL at a random moment of a job, over one folder again and again; then the folder"
        " is opened as the next start does, with the whole check. Aim: nothing lost, nothing wrong, each state met; but"
        " the last line is a control that has to be caught: it writes one act in two transactions."
    )
    return Table("Kills", head, tuple(rows), note)


def _and_torn() -> tuple[Job, ...]:
    return (*jobs.JOBS.values(), jobs.TORN)


def _row_of_kills(job: Job, number: int, place: Path, killed: Killed) -> tuple[str, ...]:
    begun = time.monotonic()
    made: list[Kill] = list(kills(job, CAUGHT if job is jobs.TORN else number, place, killed, random.Random(number)))
    wrong = [one.verdict for one in made if one.verdict.wrong]
    if job is not jobs.TORN:
        _tell(verdict.wrong for verdict in wrong)
    return (
        job.name,
        str(len(made)),
        str(sum(one.acknowledged for one in made)),
        str(sum(bool(one.verdict.lost) for one in made)),
        str(len(wrong)),
        _counted(one.verdict.state for one in made),
        f"{time.monotonic() - begun:.0f}",
    )


def _cuts(share: Share) -> Table:
    head = ("job", "folders synced", "states", "acknowledged before", "lost", "wrong", "of them", "s")
    note = (
        "Every write, sync and name of a run is recorded and replayed to a random place; what was not synced survives"
        " as none, all, the first few, some, or torn. Without sync of folders is Windows. Aim: nothing lost, nothing"
        " wrong; the lines with a PRAGMA are controls that have to fail."
    )
    if why_not():
        return Table("Power cuts", ("not run",), ((why_not(),),), note)
    with tempfile.TemporaryDirectory(prefix="dabirkhaneh-cut-", dir=MEMORY) as where:
        place = Path(where)
        recorder = library(place)
        rows: list[tuple[str, ...]] = []
        for job in jobs.JOBS.values():
            for folders in (True, False):
                made = record(job, place, recorder, folders=folders)
                rows.append(_row_of_cuts(made, share(CUTS.get(job.name, OTHER_CUTS)), place, job.name))
        for pragma in ("journal_mode=DELETE", "synchronous=OFF"):
            for folders in (True, False):
                made = record(jobs.PEOPLE, place, recorder, (pragma,), folders=folders)
                rows.append(_row_of_cuts(made, share(CONTROL_CUTS), place, f"{jobs.PEOPLE.name}, {pragma}"))
    return Table("Power cuts", head, tuple(rows), note)


def _row_of_cuts(recording: Recording, number: int, place: Path, name: str) -> tuple[str, ...]:
    begun = time.monotonic()
    made: list[Cut] = list(cuts(recording, number, place / "cut", random.Random(number)))
    wrong = [one for one in made if one.verdict.wrong]
    if "=" not in name:
        _tell((f"{one.at} {one.way} {one.verdict}",) for one in made if not one.verdict.sound)
    return (
        name,
        "yes" if recording.folders else "no",
        str(len(made)),
        str(sum(bool(one.acknowledged) for one in made)),
        str(sum(bool(one.verdict.lost) for one in made)),
        str(len(wrong)),
        _counted(one.verdict.state for one in made),
        f"{time.monotonic() - begun:.0f}",
    )


def _sql(share: Share) -> Table:
    with tempfile.TemporaryDirectory(prefix="dabirkhaneh-sql-", dir=MEMORY if MEMORY.is_dir() else None) as where:
        place = Path(where)
        database = archive_in(place / "archive")
        rows, schema = list(row_statements(LIVE, REMOVABLE)), list(schema_statements())
        some = random.Random(1).sample(schema, share(len(schema)))
        forged = random.Random(2).sample(list(attacks()), share(len(list(attacks()))))
        with closing(sqlite3.connect(database, isolation_level=None)) as stranger:
            stranger.execute("PRAGMA journal_mode=MEMORY")
            guarded = [refused(stranger, one.statements).startswith("guard:") for one in rows]
        with closing(connect(database, Role.WRITER)) as ours:
            own = [is_refusal(refused(ours, one.statements)) for one in (*rows, *schema)]
        named = [bool(found_after(database, place / "changed", one)) for one in some]
        told = [
            any(word.startswith(one.named) for word in tamper(database, place / "forged", one.statements))
            for one in forged
        ]
    return Table(
        "Hostile SQL",
        ("who, and what", "statements", "refused or named", "silent"),
        (
            _row_of_sql("another program, rows: a guard refuses", guarded),
            _row_of_sql("the program's own connection, rows and schema: refused", own),
            _row_of_sql("another program, schema: named by the check", named),
            _row_of_sql("a forger who puts the guards back: named by the check", told),
        ),
        "Generated from the schema: each frozen table and column, each UNIQUE, each guard and index. Aim: none silent.",
    )


def archive_in(folder: Path) -> Path:
    """The database in which no table is empty."""
    empty = folder.with_name("empty")
    open_folder(empty, work_context()).close()
    folder.mkdir()
    make_archive(empty / DATABASE_NAME, folder)
    return folder / DATABASE_NAME


def _row_of_sql(what: str, refusals: Sequence[bool]) -> tuple[str, ...]:
    return what, f"{len(refusals):,}", f"{sum(refusals):,}", str(len(refusals) - sum(refusals))


def _files(share: Share) -> Table:
    with tempfile.TemporaryDirectory(prefix="dabirkhaneh-damaged-", dir=MEMORY if MEMORY.is_dir() else None) as where:
        place = Path(where)
        make_office(place / "office")
        made = list(outcomes(place / "office" / DATABASE_NAME, place, share(DAMAGED), random.Random(7)))
    _tell((f"{one}",) for one in made if one.silent or one.unforeseen)
    rows = []
    for sort in SORTS:
        mine = [one for one in made if one.mutation.rpartition(" ")[0] == sort]
        refusals = sum(" " not in one.told and bool(one.told) for one in mine)
        rows.append(
            (
                sort,
                str(len(mine)),
                str(refusals),
                str(sum(bool(one.told) for one in mine) - refusals),
                str(sum(not one.told and not one.silent and not one.unforeseen for one in mine)),
                str(sum(bool(one.silent) for one in mine)),
                str(sum(bool(one.unforeseen) for one in mine)),
            )
        )
    return Table(
        "Damaged files",
        ("damage", "files", "not opened, told", "opened for reading, told", "nothing changed", "silent", "unforeseen"),
        tuple(rows),
        "Each file is opened as the window does; all that its pages ask is read, every kind of paper is made, and the"
        " minutes are drawn and read back. Aim: none silent, none unforeseen.",
    )


def _stores(share: Share) -> Table:
    # a page that is waited for needs the loop of events; bound, for what nobody holds goes
    _app = QCoreApplication.instance() or QCoreApplication([])
    with tempfile.TemporaryDirectory(prefix="dabirkhaneh-store-", dir=MEMORY if MEMORY.is_dir() else None) as where:
        place = Path(where)
        make_store(place / "office")
        made = list(outcomes_of_store(place / "office", place, share(STORES), random.Random(13)))
    _tell((f"{one}",) for one in made if one.silent or one.unforeseen)
    rows = []
    for damage in DAMAGES:
        mine = [one for one in made if one.damage.rpartition(" ")[0] == damage]
        counts = (
            len(mine),
            sum(bool(one.refused) for one in mine),
            sum(bool(one.told) for one in mine),
            sum(bool(one.silent) for one in mine),
            sum(bool(one.unforeseen) for one in mine),
        )
        rows.append((damage, *map(str, counts)))
    return Table(
        "Damaged stores of files",
        ("damage", "stores", "refused", "named by the check", "silent", "unforeseen"),
        tuple(rows),
        "Each file is read, shown, copied for a program and saved; the agenda pack is made with all of them as annexes;"
        " the check is run. Aim: none silent, none unforeseen.",
    )


def _texts(share: Share) -> Table:
    with tempfile.TemporaryDirectory(prefix="dabirkhaneh-texts-", dir=MEMORY if MEMORY.is_dir() else None) as place:
        made = list(fates(list(fuzzed(share(TEXTS), random.Random(11))), Path(place)))
    _tell((f"{one}",) for one in made if one.wrong)
    fate = Counter(one.refused or ("wrong" if one.wrong else "printed as typed") for one in made)
    return Table(
        "Fuzzed texts",
        ("what became of it", "texts"),
        tuple((name, f"{count:,}") for name, count in fate.most_common()),
        f"{len(made):,} texts of hazards, words and letters through field, service, database and the text layer of the"
        " minutes. Aim: each printed as the field showed it, or refused by a key.",
    )


def _counted(states: Iterator[str]) -> str:
    return ", ".join(f"{state} {count}" for state, count in sorted(Counter(states).items()) if state)


def _tell(found: Iterator[tuple[str, ...]]) -> None:
    """The first of what is wrong, for whoever looks for the cause."""
    for lines in list(found)[:3]:
        print(*lines, sep="\n", file=sys.stderr)


PARTS: Final[Mapping[str, Callable[[Share], Table]]] = {
    "kills": _kills,
    "cuts": _cuts,
    "sql": _sql,
    "files": _files,
    "stores": _stores,
    "texts": _texts,
}
"""The parts by name."""
