"""Thinning out of a backup folder: all newest backups are kept, then one a day, a week and a month.

Newer is what has the higher last entry. A day, week or month begins where the one before it in that order ended: a
clock that was wrong for a while makes one more group and never lets an old backup pass for a new one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Final

from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.calendar.jalali import to_jalali
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.backups import Backup, BackupKind, Verdict
from desktop_app.storage.backup.file_store import stored_files
from desktop_app.storage.backup.listing import has_its_database, list_backups
from desktop_app.storage.backup.manifest import BadManifest, read_manifest
from desktop_app.storage.backup.places import drop_backup, lock_folder
from desktop_app.system import disk

RECENT: Final = 12
DAILY: Final = 10
WEEKLY: Final = 9
MONTHLY: Final = 24
"""So many groups keep their newest backup, beside the recent ones that all stay."""
BEFORE_RESTORE_DAYS: Final = 30
"""So long a backup from before a restore stays."""

IsWhole = Callable[[Backup, bool], bool]
"""Whether a backup may count for others that go; with ``True`` its records are asked, too."""


def thin_out(
    place: Path, committee: str, instant: str, known: dict[tuple[Path, bool], bool] | None = None
) -> tuple[Path, ...]:
    """Remove the backups of a committee that newer ones make superfluous, then the files no backup names.

    The ones that stay in their place are read before: a damaged one counts for nothing, and goes by no rule. ``known``
    keeps what was read, so that a window reads each only once.
    """
    read = {} if known is None else known

    def is_whole(backup: Backup, records: bool) -> bool:
        asked = backup.folder, records
        if asked not in read:
            read[asked] = has_its_database(backup, records=records)
        return read[asked]

    with lock_folder(place, instant):
        whole = [one for one in list_backups(place, committee) if one.verdict is Verdict.UNREAD and not one.lost]
        going = superfluous(whole, _local_day(instant), is_whole)
        for one in going:
            drop_backup(one.folder)
        if going:
            drop_unnamed(place)
    return tuple(one.folder for one in going)


def superfluous(backups: Iterable[Backup], today: date | None, is_whole: IsWhole) -> tuple[Backup, ...]:
    """Return the backups that may be removed, after ``is_whole`` has confirmed those that replace them.

    Of the newest, and of the newest of its day, its week and its month, the records have to hold as well.
    """
    good = sorted(backups, key=lambda one: one.order, reverse=True)
    while True:
        keepers = _kept_backups(good, today)
        going = tuple(one for one in good if one not in keepers and one.kind is not BackupKind.BY_HAND)
        if not going:
            return ()
        bad = _damaged(good, going, is_whole)
        if not bad:
            return going
        good = [one for one in good if one not in bad]


def drop_unnamed(place: Path) -> None:
    """Remove stored files that no manifest names; remove nothing while a manifest is unreadable.

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
    for file in list(stored_files(place)):
        if file.name not in named:
            with suppress(OSError):
                disk.remove(file)


# ---- inside


def _damaged(good: Sequence[Backup], going: Sequence[Backup], is_whole: IsWhole) -> set[Backup]:
    """Return the damaged backups among the recent ones and those that replace ``going``."""
    groups = [newest for _most, newest in _newest_of_groups(good)]
    for_them = {good[0], *(newest[good.index(gone)] for gone in going for newest in groups)}
    bad = {one for one in for_them if not is_whole(one, True)}
    return bad | {one for one in good[:RECENT] if one not in bad and not is_whole(one, False)}


def _kept_backups(ordered: Sequence[Backup], today: date | None) -> set[Backup]:
    kept = set(ordered[:RECENT])
    for most, newest in _newest_of_groups(ordered):
        kept.update(list(dict.fromkeys(newest))[:most])
    before = next((one for one in ordered if one.kind is BackupKind.BEFORE_RESTORE), None)
    day = None if before is None else _local_day(before.made_at)
    if before is not None and (today is None or day is None or (today - day).days <= BEFORE_RESTORE_DAYS):
        kept.add(before)
    return kept


def _newest_of_groups(ordered: Sequence[Backup]) -> Iterator[tuple[int, list[Backup]]]:
    """Yield for days, weeks and months how many are kept, and the newest backup of each backup's group."""
    for most, group_of in ((DAILY, _day), (WEEKLY, _week), (MONTHLY, _month)):
        newest, last = list[Backup](), object()
        for one in ordered:
            group = group_of(one.made_at)
            newest.append(newest[-1] if group == last else one)
            last = group
        yield most, newest


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
