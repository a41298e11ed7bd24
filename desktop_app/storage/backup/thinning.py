"""Thinning out: the newest backups all stay, then one a day, a week, a month; which is newer is a matter of numbers.

A day, week or month begins where the one before it in the order of making ended: a clock that stood wrong for a while
makes one more group and never lets an old backup pass for a new one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Final

from desktop_app import disk
from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.calendar.jalali import to_jalali
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.backups import Backup, BackupKind, Verdict
from desktop_app.storage.backup.file_store import all_stored
from desktop_app.storage.backup.listing import list_backups
from desktop_app.storage.backup.manifest import BadManifest, read_manifest
from desktop_app.storage.backup.places import locked, numbered
from desktop_app.storage.backup.wrong_files import held_of, lacking

RECENT: Final = 12
DAILY: Final = 10
WEEKLY: Final = 9
MONTHLY: Final = 24
"""So many groups keep their newest backup, after the recent ones that all stay."""
BATCH: Final = 10
"""So many have to be superfluous before a backup that nobody asked to read is read whole to let them go.

A day of work leaves one or two, so that all bytes of a place are read about once a week, not at each start; until then
ten copies of the database more lie there beside the fifty-five that stay. Files are stored once for all of them.
"""


def superfluous(backups: Iterable[Backup]) -> tuple[Backup, ...]:
    """Which may go, of backups that are whole; the newest never does, nor what the operator made by hand."""
    ordered = sorted(backups, key=lambda one: one.number, reverse=True)
    kept = {one.number for one in ordered[:RECENT]}
    rest = ordered[RECENT:]
    for most, group_of in _groups():
        last: object = None
        groups = 0
        for one in ordered:
            group = group_of(one.made_at)
            if group != last:
                last, groups = group, groups + 1
                if groups <= most:
                    kept.add(one.number)
    return tuple(one for one in rest if one.number not in kept and one.kind is not BackupKind.BY_HAND)


def makes_superfluous(place: Path, newest: Backup) -> tuple[Backup, ...]:
    """The older backups that may go once ``newest`` is verified.

    They are of the same committee and whole by names and sizes: what is damaged or strange is for a person to look at.
    """
    if len(numbered(place)) <= RECENT:
        return ()
    sound = [one for one in list_backups(place, newest.committee) if one.verdict is Verdict.UNREAD]
    return tuple(one for one in superfluous(sound) if one.number < newest.number)


def thin_out(place: Path, verified: Backup, instant: str) -> tuple[Path, ...]:
    """Remove the backups that ``verified`` makes superfluous, then the files that no backup there names any more.

    Whoever says so has just read every byte of it, what was stored before it too, and held every record against what
    was written of it: one that was only made, or whose records are in doubt, lets no older one go. One that lacks files
    because the office had lost them leaves one that has them.
    """
    if not verified.records_right or verified.folder.parent != place:
        return ()
    with locked(place, instant):
        going = [one.folder for one in makes_superfluous(place, verified)]
        if verified.wrong_files:
            going = _but_last_holders(going, verified)
        for folder in going:
            remove_backup(folder)
        if going:
            drop_unnamed(place)
    return tuple(going)


def drop_unnamed(place: Path) -> None:
    """Remove stored files that no manifest names; none at all while one of the manifests cannot be read.

    The place must be locked.
    """
    named: set[str] = set()
    try:
        # also of a backup whose folder a person gave another name: it can still be restored by that
        for folder in place.iterdir():
            with suppress(FileNotFoundError, NotADirectoryError):
                named |= {one.sha256 for one in read_manifest(folder).files.values()}
    except (OSError, BadManifest):
        return
    for file in list(all_stored(place)):
        if file.name not in named:
            with suppress(OSError):
                disk.remove(file)


def remove_backup(folder: Path) -> None:
    """Remove a backup; its manifest goes first: a kill then leaves a folder that is no backup."""
    with suppress(OSError):
        disk.remove(folder / "manifest.json")
        disk.sync_folder(folder)
        disk.remove_tree(folder)


# ---- inside


def _but_last_holders(going: list[Path], verified: Backup) -> list[Path]:
    """Without those that alone have the right bytes of a file that the newest has not; none where that is unknown."""
    try:
        lost = lacking(verified, read_manifest(verified.folder))
        left = [folder for _number, folder in numbered(verified.folder.parent) if folder not in going]
        for folder in left:
            with suppress(OSError, BadManifest):
                lost -= held_of(read_manifest(folder), lost)
        may_go = []
        for folder in going:
            held = held_of(read_manifest(folder), lost)
            lost -= held
            may_go += [] if held else [folder]
    except (OSError, BadManifest, sqlite3.Error):
        return []
    return may_go


def _groups() -> tuple[tuple[int, Callable[[str], object]], ...]:
    return (DAILY, _day), (WEEKLY, _week), (MONTHLY, _month)


def _day(instant: str) -> object:
    return _local_day(instant) or instant


def _week(instant: str) -> object:
    day = _local_day(instant)
    # Saturday begins the week
    return instant if day is None else (day.toordinal() + 1) // 7


def _month(instant: str) -> object:
    day = _local_day(instant)
    try:
        found = None if day is None else to_jalali(day)
    except RuleBroken:
        found = None
    return instant if found is None else (found.year, found.month)


def _local_day(instant: str) -> date | None:
    try:
        return local_moment(instant)[0]
    except ValueError:
        return None
