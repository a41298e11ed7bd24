"""Job of exporting: one archive after another, broken off; whatever bears its name is whole and as it was exported."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Final

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.storage.archive_export.exporting import SUMS, ExportOrder, export_archive
from desktop_app.storage.backup.database_copy import copier_by_new_connection
from desktop_app.storage.file.copying import PART
from desktop_app.storage.file.folder import open_folder
from desktop_app.system import paths
from desktop_app.system.paths import MANIFEST
from desktop_app.wiring import export_words, kept_drawing
from tests.fault_injection.job import Job, Verdict, say, sound_file
from tests.services.clocks import SettableClock
from tests.services.furnishing import furnish
from tests.storage.conftest import work_context

ENDED: Final = 2
"""Exports that a recorded run does."""
NAME: Final = "export "
INSTANT: Final = "2023-03-01T10:00:00Z"


def furnished(folder: Path) -> None:
    """An office with a meeting and a paper."""
    data = open_folder(folder, work_context())
    furnish(data.open_write, SettableClock()).planned()
    data.close()
    (folder / paths.PAPERS).mkdir()
    (folder / paths.PAPERS / "1.pdf").write_bytes(b"%PDF" * 1000)


def export(folder: Path, most: int = 0) -> None:
    """Export beside the data folder, numbered on from what is there."""
    first = len(list(_exports(folder))) + 1
    say("ready")
    for number in range(first, first + most) if most else count(first):
        _export(folder, number)
        say(f"A {number}")


def export_some(folder: Path) -> None:
    """As many as are worth recording."""
    export(folder, ENDED)


def judge(folder: Path, last: int) -> Verdict:
    """The same, and nothing that was left stands in the way of the next one."""
    asked = ask(folder, last)
    try:
        _export(folder, len(list(_exports(folder))) + 1)
    except EnvironmentProblem as problem:
        return Verdict(asked.lost, (*asked.wrong, f"no other export: {problem.key}"))
    return asked


def ask(folder: Path, last: int) -> Verdict:
    """Every export up to the last one is there, and whatever bears the name of one is whole."""
    found = {one.name: list(_wrong_in(one)) for one in _exports(folder)}
    wrong = [f"{name}: {what}" for name, told in found.items() for what in told]
    lost = tuple(str(number) for number in range(1, last + 1) if f"{NAME}{number}" not in found)
    return Verdict(lost, (*wrong, *sound_file(folder)))


def _export(folder: Path, number: int) -> None:
    copy = copier_by_new_connection(folder / paths.DATABASE)
    drawing = kept_drawing(folder, SettableClock())
    export_archive(ExportOrder(folder, folder.parent / f"{NAME}{number}", copy, export_words(), INSTANT, drawing))


def _exports(folder: Path) -> Iterator[Path]:
    return (one for one in folder.parent.glob(f"{NAME}*") if not one.name.endswith(PART))


def _wrong_in(export_folder: Path) -> Iterator[str]:
    if not (export_folder / MANIFEST).is_file() or not (export_folder / SUMS).is_file():
        yield "no manifest"
        return
    told = json.loads((export_folder / MANIFEST).read_bytes())["files"]
    found = {one.relative_to(export_folder).as_posix(): one for one in export_folder.rglob("*") if one.is_file()}
    if found.keys() != told.keys() | {MANIFEST, SUMS}:
        yield f"other files: {sorted(found.keys() ^ (told.keys() | {MANIFEST, SUMS}))[:3]}"
    for name, (digest, _size) in told.items():
        if name in found and hashlib.sha256(found[name].read_bytes()).hexdigest() != digest:
            yield f"another file: {name}"


_HERE: Final = "tests.fault_injection.export_jobs"
EXPORTING: Final = Job(
    "archive exports",
    furnished,
    f"{_HERE}:export",
    judge,
    ask,
    ended=f"{_HERE}:export_some",
    latest=1.5,
    series=4,
)
