"""A job that imports scans of signed minutes: the archival file and the chosen one into the store, then the act."""

from __future__ import annotations

import json
import random
import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Any, Final

from desktop_app.domain.read_models.scans import ChosenFile, ReadPage, RecognisedBy, ScanImport, ScanReading
from desktop_app.printing.strangers.scan_reader import ScanReader
from desktop_app.services.scans.scan_keeping import keep_scan, store_scan
from desktop_app.services.scans.scan_tools import ScanTools, paper_of_version
from desktop_app.services.versions.signing import sign_all
from desktop_app.storage.file.folder import open_folder
from desktop_app.system import paths
from tests import made_scans
from tests.fault_injection.file_jobs import half_files
from tests.fault_injection.job import Job, Verdict, say, sound_file
from tests.services.clocks import SettableClock
from tests.services.furnishing import furnish
from tests.services.office_steps import MONDAY, context_of
from tests.storage.conftest import CLOCK, work_context

ENDED: Final = 4
"""Acts that a recorded run does: the second of them archives."""
DPI: Final = 20
_KEPT: Final = "SELECT facts FROM audit WHERE act = 'scan_kept' ORDER BY seq"
_LINKS: Final = "SELECT link.id, sha256 FROM file_link AS link JOIN file ON file.id = link.file_id"


def signed(folder: Path) -> None:
    """An office whose minutes all have signed."""
    data = open_folder(folder, work_context())
    office = furnish(data.open_write, SettableClock())
    _, version_id = office.written(1)
    office.finalised(version_id)
    sign_all(office.context, version_id, MONDAY, asked=True)
    data.close()


def scanned(number: int) -> bytes:
    """The scan of this number."""
    return made_scans.jpeg(made_scans.signed(made_scans.blank(DPI), random.Random(number)), DPI)


def import_scans(folder: Path, most: int = 0) -> None:
    """A scan in each act, of the originals in turn, numbered on from what is there."""
    import pikepdf.pdfa  # noqa: F401 - heavy, and none of what is broken off

    data = open_folder(folder, work_context())
    tools = ScanTools(ScanReader(), data.files, lambda _version: b"")
    with data.open_read() as work:
        (version,) = (one for one in work.versions.where() if one.content_hash)
        target = paper_of_version(work, version)
    first = len(_kept(folder)) + 1
    size = made_scans.blank(DPI).size
    page = ReadPage(source=0, page=0, width=size[0], height=size[1], dpi=DPI, recognised=RecognisedBy.TYPED, number=1)
    say("ready")
    for number in range(first, first + most) if most else count(first):
        reading = ScanReading(
            files=(ChosenFile(f"{number}.jpg", content=scanned(number)),), pages=(page,), target=target
        )
        original = 1 + (number - 1) % version.originals
        scan = ScanImport(version_id=version.id, original=original, reading=reading)
        keep_scan(context_of(data.open_write, CLOCK), scan, store_scan(tools, scan), name=f"{number}.pdf")
        say(f"A {number}")
    data.close()


def import_some_scans(folder: Path) -> None:
    """As many as are worth recording."""
    import_scans(folder, ENDED)


def ask_scans(folder: Path, last: int) -> Verdict:
    """Every scan up to the last one is there with both of its files, and the state of the minutes is theirs."""
    wrong = [*sound_file(folder), *half_files(folder / paths.FILES)]
    kept = _kept(folder)
    with closing(sqlite3.connect(folder / paths.DATABASE)) as connection:
        links = dict(connection.execute(_LINKS).fetchall())
        (state,) = connection.execute("SELECT state FROM minutes_version WHERE content_hash <> ''").fetchone()
        (archived,) = connection.execute("SELECT count(*) FROM minutes_act WHERE kind = 'archived'").fetchone()
    for facts in kept:
        for link in (facts["link"], *facts["sources"]):
            sha256 = links.get(link, "")
            if not (folder / paths.FILES / sha256[:2] / sha256).is_file():
                wrong.append(f"scan {facts['scan']} without its file")
    whole = "archived" if len(kept) > 1 else "signed"
    if (state, archived) != (whole, int(len(kept) > 1)):
        wrong.append(f"{len(kept)} scans and minutes that are {state}")
    numbers = [facts["scan"] for facts in kept]
    if numbers != list(range(1, len(kept) + 1)) or 2 * len(kept) != len(links):
        wrong.append(f"scans {numbers} and {len(links)} links")
    lost = tuple(str(number) for number in range(1, last + 1) if number not in numbers)
    return Verdict(lost, tuple(wrong), whole)


def judge_scans(folder: Path, last: int) -> Verdict:
    """The same, and the check finds nothing."""
    data = open_folder(folder, work_context())
    found = [str(one) for one in data.check()]
    data.close()
    asked = ask_scans(folder, last)
    return Verdict(asked.lost, (*asked.wrong, *found), asked.state)


def _kept(folder: Path) -> list[dict[str, Any]]:
    with closing(sqlite3.connect(folder / paths.DATABASE)) as connection:
        return [json.loads(facts) for (facts,) in connection.execute(_KEPT)]


_HERE: Final = "tests.fault_injection.scan_jobs"
IMPORTING: Final = Job(
    "scans imported",
    signed,
    f"{_HERE}:import_scans",
    judge_scans,
    ask_scans,
    ended=f"{_HERE}:import_some_scans",
    latest=0.5,
    series=5,
    states=frozenset({"signed", "archived"}),
)
