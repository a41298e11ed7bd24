"""Files that were set aside in the data folder, each set in a folder of its own: what stood before a repair.

``set-aside/rollback-20230301T100000Z/`` holds a database and the journal that was rolled into it, as a killed process
left both; the newest two of them stay. ``set-aside/damaged-…/`` holds a database that a recovered one took the place
of, and is never removed by the program.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from desktop_app import disk, paths, rights

ROLLBACK: Final = "rollback"
DAMAGED: Final = "damaged"
KEPT: Final = 2
"""Pairs of a database and its journal."""
_NAME: Final = re.compile(rf"({ROLLBACK}|{DAMAGED})-(\d{{8}}T\d{{6}}Z)(?:-(\d+))?")
SPARE: Final = 20 * 1024 * 1024
"""So much of the disk stays free: what is rolled back next needs room too."""


def keep_pair(database: Path, journal: Path, instant: str) -> Path | None:
    """Copy both before one is rolled into the other; None where the disk has no room or refuses. Nothing is raised."""
    made: Path | None = None
    try:
        if free_space(database.parent) < paths.size_of(database) + paths.size_of(journal) + SPARE:
            return None
        made = new_folder(database.parent, ROLLBACK, instant)
        for file in (database, journal):
            copy_durably(file, made / file.name)
        disk.sync_folder(made)
    except OSError:
        if made is not None:
            remove_folder(made)
        return None
    _thin_out(made)
    return made


def new_folder(data: Path, kind: str, instant: str) -> Path:
    """A folder that was not there; two may be made in one second."""
    place = data / paths.SET_ASIDE
    rights.make_folder(place)
    name = f"{kind}-{re.sub('[^0-9TZ]', '', instant)}"
    # past every number that was given: an older folder may have been removed
    number = max((int(match[3] or 0) + 1 for match in _named(place) if match[0].startswith(name)), default=0)
    while True:
        made = place / (f"{name}-{number}" if number else name)
        try:
            rights.make_new_folder(made)
        except FileExistsError:
            number += 1
        else:
            disk.sync_folder(place)
            return made


def copy_durably(source: Path, target: Path) -> None:
    """A copy whose bytes lie on the disk; raises ``OSError``."""
    rights.make_file(target)
    shutil.copyfile(source, target)
    disk.sync_file(target)


def free_space(folder: Path) -> int:
    """Bytes that may still be written there; raises ``OSError``."""
    return shutil.disk_usage(folder).free


def remove_folder(place: Path, names: Iterable[str] | None = None) -> None:
    """The files in it (of these names) and then itself; a folder in which something else lies stays."""
    with suppress(OSError):
        for file in list(place.iterdir()):
            if names is None or file.name in names:
                disk.remove(file)
        disk.remove_folder(place)


def _thin_out(newest: Path) -> None:
    with suppress(OSError):
        pairs = sorted(
            (match[2], int(match[3] or 0), match[0]) for match in _named(newest.parent) if match[1] == ROLLBACK
        )
        for _instant, _number, name in pairs[:-KEPT]:
            if name != newest.name:
                remove_folder(newest.parent / name, {paths.DATABASE, f"{paths.DATABASE}-journal"})


def _named(place: Path) -> list[re.Match[str]]:
    """The folders that the program made there: kind, instant, number."""
    return [match for one in place.iterdir() if (match := _NAME.fullmatch(one.name))]
