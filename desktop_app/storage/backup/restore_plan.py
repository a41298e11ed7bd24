"""Plan of a restore: whether a backup may be restored, and which records it would remove or bring back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Final

from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.backups import Backup, BackupDamage, LostAct, NewestBackup, RestorePlan, Verdict
from desktop_app.storage.backup.database_copy import (
    DatabaseContents,
    HistoryPosition,
    history_position,
    open_for_reading,
    require_sound,
)
from desktop_app.storage.backup.file_store import Count, hash_file, ignore_count
from desktop_app.storage.backup.listing import list_backups, verify
from desktop_app.storage.backup.manifest import HashAndSize, read_manifest
from desktop_app.storage.file.copying import CopyDiffers
from desktop_app.storage.store import schema
from desktop_app.system import paths

FIRST: Final = 12
"""So many of the entries that would be lost are told."""
_FILE_NAMES: Final = "SELECT sha256, name FROM file JOIN file_link ON file_link.file_id = file.id"
_ENTRIES: Final = "SELECT uid, at, act, subject FROM audit ORDER BY seq DESC"


def newest_restorable(
    data: Path, second: Path | None, committee: str = "", count: Count = ignore_count
) -> NewestBackup:
    """Return the newest undamaged backup, by its last entry, of the data folder and of a second backup folder.

    ``committee`` is the uid of the committee whose backups are wanted; empty takes that of the data, or of the newest
    backup beside them where the data cannot be read. ``count`` hears of bytes, and what it raises ends the work.
    """
    own = data / paths.BACKUPS
    other = _reachable_folder(second, own)
    unreached = second if other is None else None
    wanted, backups = _backups_of_committee([own] if other is None else [own, other], committee or _committee_of(data))
    over: list[Backup] = []
    for backup in backups:
        try:
            found = verify(backup, wanted, count) if backup.verdict is Verdict.UNREAD else backup
        except EnvironmentProblem:
            # its medium was pulled out meanwhile
            return newest_restorable(data, second, wanted, count)
        if found.verdict is Verdict.VERIFIED:
            return NewestBackup(plan_of(found, data, count), tuple(over), unreached)
        over.append(found)
    return NewestBackup(None, tuple(over), unreached)


def plan_restore(backup: Backup, data: Path, count: Count = ignore_count) -> RestorePlan:
    """Verify a backup; return what restoring it would do to the data folder. Nothing is written.

    Raises ``EnvironmentProblem``: ``backup_is_data``, ``backup_place_missing``, ``backup_damaged``,
    ``backup_other_committee``, ``backup_newer_schema`` and ``backup_not_ours``.
    """
    with suppress(OSError):
        if backup.database.samefile(data / paths.DATABASE):
            raise EnvironmentProblem("backup_is_data", path=str(backup.database), backups=str(data / paths.BACKUPS))
    if not paths.is_folder(backup.folder.parent):
        # a medium that was pulled out damages no backup
        raise EnvironmentProblem("backup_place_missing", folder=str(backup.folder.parent))
    found = verify(backup, _committee_of(data), count)
    require_restorable(found)
    return plan_of(found, data, count)


def require_restorable(found: Backup) -> None:
    """Refuse a backup that is damaged, newer than this program, or of another committee or program."""
    named = {"folder": str(found.folder), "detail": found.detail}
    if found.verdict is Verdict.OTHER_COMMITTEE:
        raise EnvironmentProblem("backup_other_committee", **named)
    if found.verdict is Verdict.NOT_OURS:
        raise EnvironmentProblem("backup_not_ours", path=str(found.database), size=found.database_size)
    if found.verdict is Verdict.NEWER_SCHEMA:
        raise EnvironmentProblem("backup_newer_schema", found=found.schema, known=schema.SCHEMA_VERSION, **named)
    if found.verdict is not Verdict.VERIFIED:
        raise EnvironmentProblem("backup_damaged", flaw=(found.flaw or BackupDamage.UNREADABLE).value, **named)


def plan_of(found: Backup, data: Path, count: Count = ignore_count) -> RestorePlan:
    """Return what restoring a verified backup would do."""
    database = data / paths.DATABASE
    live = live_contents(database)
    own = live is None or live.reached.committee == found.committee
    lost, gained = _compare_entries(found.database, database if own else None)
    files = files_to_bring(found, data, count)
    return RestorePlan(
        backup=found,
        replaces=paths.size_of(database) > 0,
        readable=live is not None,
        counted=own and live is not None,
        other_committee="" if own or live is None else live.committee_name,
        lost_entries=len(lost),
        gained_entries=0 if live is None else gained,
        lost_days=len(set(_days(lost))),
        first_lost=tuple(lost[:FIRST]),
        lost_from=lost[-1].at if lost else "",
        lost_to=lost[0].at if lost else "",
        files_lost=_file_names(_files_lost(found, data), found),
        upgrades_from=found.schema if found.schema < schema.SCHEMA_VERSION else 0,
        files_back=len(files),
        room_needed=2 * found.database_size + paths.size_of(database) + sum(one.size for one in files.values()),
    )


def live_contents(path: Path) -> DatabaseContents | None:
    """Return the contents of the database in the data folder; None if it is missing or cannot be backed up."""
    if not paths.size_of(path):
        return None
    try:
        held = require_sound(path)
    except (CopyDiffers, ValueError, TypeError):
        return None
    return held if held.owner == schema.APPLICATION_ID else None


def live_history_position(path: Path) -> HistoryPosition:
    """Return how far the records in the data folder go, as far as they can be read."""
    if paths.size_of(path):
        with suppress(sqlite3.Error, ValueError, TypeError), closing(open_for_reading(path)) as connection:
            return history_position(connection)
    return HistoryPosition("", 0, 0, "")


def files_to_bring(backup: Backup, data: Path, count: Count = ignore_count) -> dict[str, HashAndSize]:
    """Return the files of a verified backup that are missing or different in the data folder."""
    if backup.bare:
        return {}
    files = read_manifest(backup.folder).files
    return {
        name: one for name, one in files.items() if name not in backup.lost and not _is_there(data / name, one, count)
    }


# ---- inside


def _reachable_folder(second: Path | None, own: Path) -> Path | None:
    """Return the second backup folder, if it differs from the first and exists."""
    return second if second is not None and second != own and paths.is_folder(second) else None


def _backups_of_committee(places: Sequence[Path], wanted: str) -> tuple[str, list[Backup]]:
    """Return the committee's uid and its backups, newest first; an empty uid becomes that of the newest backup."""
    every = [one for place in places for one in list_backups(place, wanted)]
    every.sort(key=lambda one: one.order, reverse=True)
    if not wanted and every:
        wanted = every[0].committee
    return wanted, [one for one in every if not wanted or one.committee in ("", wanted)]


def _compare_entries(backup: Path, data: Path | None) -> tuple[list[LostAct], int]:
    """Return the entries that only the data have, newest first, and the number that only the backup has.

    ``data`` is None where its entries are not to be compared: those of another committee.
    """
    mine = list(_read_entries(data)) if data is not None else []
    theirs = {uid for uid, *_told in _entries(backup)}
    lost = [LostAct(at, act, kind) for uid, at, act, kind in mine if uid not in theirs]
    return lost, len(theirs - {uid for uid, *_told in mine})


def _files_lost(found: Backup, data: Path) -> list[str]:
    """Return the files that are neither in the backup nor in the data folder."""
    return [one for one in (*found.unread, *found.lost) if not paths.is_file(data / one)]


def _committee_of(data: Path) -> str:
    """Return the committee of the data folder: from its data, or from its newest backup if they disagree.

    Empty where neither can say it.
    """
    said = live_history_position(data / paths.DATABASE).committee
    beside = [one for one in list_backups(data / paths.BACKUPS) if one.committee]
    if not beside or said in {one.committee for one in beside}:
        return said
    return max(beside, key=lambda one: one.order).committee


def _is_there(file: Path, stored: HashAndSize, count: Count) -> bool:
    """Whether the file exists as stored, or is an attached file whose bytes match its own name."""
    try:
        found = hash_file(file, count)
    except OSError:
        return False
    return found == stored or found.sha256 == file.name


def _file_names(files: Sequence[str], backup: Backup) -> tuple[str, ...]:
    """Return the names that records give to attached files; the path for any other file."""
    known: dict[str, str] = {}
    if files:
        with suppress(sqlite3.Error), closing(open_for_reading(backup.database)) as connection:
            known = dict(connection.execute(_FILE_NAMES))
    return tuple(known.get(PurePosixPath(one).name, one) for one in files)


def _entries(database: Path) -> Sequence[tuple[str, str, str, str]]:
    with closing(open_for_reading(database)) as connection:
        return connection.execute(_ENTRIES).fetchall()


def _read_entries(database: Path) -> Iterator[tuple[str, str, str, str]]:
    """Yield the entries of the data, up to the first that cannot be read."""
    if paths.size_of(database):
        # a text that is no UTF-8 has no error of SQLite
        with suppress(sqlite3.Error, ValueError), closing(open_for_reading(database)) as connection:
            yield from connection.execute(_ENTRIES)


def _days(acts: Sequence[LostAct]) -> Iterator[date]:
    for act in acts:
        with suppress(ValueError):
            yield local_moment(act.at)[0]
