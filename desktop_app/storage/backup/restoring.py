"""Restoring of a backup into a closed data folder: prepared, put in within one step, then compared.

The backup is copied beside the database, brought to this program's schema, and given its own line of the history. Files
that are missing or otherwise there are copied beside it, by their hash. What is there before goes into a backup of its
own. Until then the restore can be given up, and leaves the folder as it was.

In the last step the files get their names by renaming; one that had such a name is kept under another. Then the pages
go into the database in one transaction of SQLite, so that a kill at any moment leaves the old office or the new one.
"""

from __future__ import annotations

import re
import secrets
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.backups import LAST_STEP, Backup, BackupKind, Restored, RestorePlan
from desktop_app.storage.backup.database_copy import (
    DatabaseContents,
    contents_of,
    copier_by_new_connection,
    require_sound,
)
from desktop_app.storage.backup.file_store import Count, copy_and_hash, stored_path
from desktop_app.storage.backup.making import BackupOrder, make_backup
from desktop_app.storage.backup.manifest import HashAndSize, read_backup, read_manifest
from desktop_app.storage.backup.places import FAILURES, drop_backup, lock_folder, numbered_backups, refusal_of
from desktop_app.storage.backup.restore_plan import files_to_bring, live_history_position, plan_restore
from desktop_app.storage.backup.thinning import drop_unnamed
from desktop_app.storage.file.copying import PAGES, CopyDiffers
from desktop_app.storage.file.journal import require_own_journal
from desktop_app.storage.file.lock import FolderLock
from desktop_app.storage.file.same_file import make_durable_folder
from desktop_app.storage.file.upgrade import upgrade
from desktop_app.storage.file.writable import require_local
from desktop_app.storage.sqlite.connections import Role, connect, engine_for, open_transaction
from desktop_app.storage.sqlite.faults import code_of
from desktop_app.storage.store import schema
from desktop_app.storage.store.reindex import reindex
from desktop_app.storage.store.transaction import Transaction, new_uid
from desktop_app.storage.store.work import Work
from desktop_app.system import disk, paths, rights

STAGING: Final = ".restore-"
"""So begins the name of the folder in which a restore is prepared."""
ASIDE: Final = ".before-restore-"
"""So ends, with the instant, the name of what was where something was brought back."""
_TRIES: Final = 8
"""Steps without progress, a quarter of a second each, after which another program is said to hold the database."""
_WHOLE: Final = 100
_KB: Final = 1024


@dataclass(frozen=True, slots=True)
class RestoreContext:
    """The data folder to restore into, and the clock."""

    data: Path
    clock: Clock

    @property
    def suffix(self) -> str:
        """The ending of the names under which replaced files are kept."""
        return ASIDE + re.sub("[^0-9TZ]", "", self.clock.instant())


def restore(backup: Backup, context: RestoreContext, progress: Progress = no_progress) -> Restored:
    """Restore a backup into a data folder that no window has open; progress is in percent and may cancel by raising.

    At :data:`~desktop_app.domain.read_models.backups.LAST_STEP` percent it is told for the last time.

    Raises ``EnvironmentProblem`` with the keys of :func:`~desktop_app.storage.backup.restore_plan.plan_restore`, of
    :func:`~desktop_app.storage.backup.making.make_backup`, ``data_in_use``, ``folder_not_writable``,
    ``place_on_network`` and ``restore_differs``; unless it is the last of these, the office is as it was then.
    """
    data = context.data
    with _locked_folder(context), _staging_folder(data) as staging:
        try:
            aside = _settle_journal(data, context.clock.instant())
            count = _percent_counter(progress, backup, data)
            plan = plan_restore(backup, data, count)
            _require_room(plan, data)
            staged = _stage_database(plan, staging, context, count)
            files = _stage_files(plan.backup, files_to_bring(plan.backup, data, count), staging, count)
            with ExitStack() as undo:
                safety, kept = _keep_old_database(plan, context, count, undo)
                progress(LAST_STEP, _WHOLE)
                undo.pop_all()
            with ExitStack() as undo:
                kept += _replace_files(files, data, context.suffix, undo)
                contents = _replace_database(staged, plan, context)
                undo.pop_all()
            _require_same(contents, data)
            return Restored(plan, safety, len(files), (*aside, *kept))
        except FAILURES as error:
            raise _refusal_of(error, backup, data) from error


def unpack(backup: Backup, folder: Path, count: Count) -> None:
    """Copy a backup into a new folder for viewing; raises ``EnvironmentProblem``."""
    try:
        copied = copy_and_hash(backup.database, folder / paths.DATABASE, count)
        if not backup.bare and copied != read_manifest(backup.folder).database:
            raise CopyDiffers(paths.DATABASE)
        if backup.schema < schema.SCHEMA_VERSION:
            upgrade(folder / paths.DATABASE)
        with ExitStack() as undo:
            staging = folder / STAGING
            rights.make_new_folder(staging)
            undo.callback(disk.drop_tree, staging)
            _replace_files(
                _stage_files(backup, files_to_bring(backup, folder), staging, count), folder, ASIDE, ExitStack()
            )
    except FAILURES as error:
        raise EnvironmentProblem("backup_not_shown", code=getattr(error, "strerror", "") or str(error)) from error


# ---- inside


def _refusal_of(error: Exception, backup: Backup, data: Path) -> EnvironmentProblem:
    """Return the refusal of a restore; a full disk concerns the data folder, any other fault the backup folder."""
    full = isinstance(error, OSError) and disk.is_full(error)
    full = full or (isinstance(error, sqlite3.Error) and code_of(error).startswith("SQLITE_FULL"))
    return refusal_of(error, data if full else backup.folder.parent, None)


def _percent_counter(progress: Progress, backup: Backup, data: Path) -> Count:
    """Return a function that counts bytes and reports percent: the backup is read and copied, old data are kept."""
    whole = max(2 * backup.database_size + 2 * backup.files_size + paths.size_of(data / paths.DATABASE), 1)
    done = 0

    def more(count: int) -> None:
        nonlocal done
        done += count
        progress(min(LAST_STEP * done // whole, LAST_STEP - 1), _WHOLE)

    return more


@contextmanager
def _locked_folder(context: RestoreContext) -> Iterator[None]:
    require_local(context.data)
    try:
        make_durable_folder(context.data)
    except OSError as error:
        raise EnvironmentProblem("folder_not_writable", folder=str(context.data)) from error
    lock = FolderLock(context.data)
    lock.take(context.clock.instant())
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _staging_folder(data: Path) -> Iterator[Path]:
    """Yield a folder for the preparation; first remove that of a killed restore."""
    for left in data.glob(f"{STAGING}*"):
        disk.drop_tree(left)
    staging = data / f"{STAGING}{secrets.token_hex(4)}"
    try:
        rights.make_new_folder(staging)
    except OSError as error:
        raise EnvironmentProblem("folder_not_writable", folder=str(data)) from error
    try:
        yield staging
    finally:
        disk.drop_tree(staging)


def _settle_journal(data: Path, instant: str) -> tuple[str, ...]:
    """Roll back a transaction that a kill interrupted; set aside the journal of another file, unapplied."""
    database = data / paths.DATABASE
    if not paths.size_of(database):
        return ()
    aside: tuple[str, ...] = ()
    try:
        require_own_journal(database, instant)
    except EnvironmentProblem as problem:
        if problem.key != "journal_of_other_file":
            raise
        aside = (str(problem.facts["kept"]),)
    with suppress(sqlite3.Error), closing(connect(database, Role.WRITER)) as connection:
        # a damaged database is found so by who reads it
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return aside


def _require_room(plan: RestorePlan, data: Path) -> None:
    with suppress(OSError):
        free = shutil.disk_usage(data).free
        if free < plan.room_needed:
            raise EnvironmentProblem("backup_no_room", folder=str(data), needed=plan.room_needed, free=free)


def _stage_database(plan: RestorePlan, staging: Path, context: RestoreContext, count: Count) -> Path:
    """Copy the database of the backup, upgrade it, add its entry to the history, check it; return its path."""
    backup, staged = plan.backup, staging / paths.DATABASE
    copied = copy_and_hash(backup.database, staged, count)
    if not backup.bare and copied != read_manifest(backup.folder).database:
        raise CopyDiffers(paths.DATABASE)
    if backup.schema < schema.SCHEMA_VERSION:
        upgrade(staged)
    past = _last_entry_known(plan, context.data)
    with closing(connect(staged, Role.MIGRATION)) as connection:
        connection.execute("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'audit'", (past,))
    engine = engine_for(staged, Role.WRITER)
    try:
        with open_transaction(engine) as connection:
            transaction = Transaction(connection, context.clock, None, new_uid, writable=True)
            reindex(transaction)
            work = Work(transaction)
            work.audit(
                "backup_restored",
                "office",
                0,
                made_at=backup.made_at,
                last_entry=backup.last_entry,
                lost_entries=plan.lost_entries if plan.counted else "unknown",
            )
            work.record(Outcome(changed=Changed.NOTHING))
    finally:
        engine.dispose()
    require_sound(staged)
    return staged


def _last_entry_known(plan: RestorePlan, data: Path) -> int:
    """Return the highest number an entry of this office ever had; the entry of the restore follows it.

    So the last entry orders all backups of an office, also those of the course of records that the restore leaves.
    """
    places = {data / paths.BACKUPS, plan.backup.folder.parent}
    beside = [read_backup(folder, number)[0] for place in places for number, folder in numbered_backups(place)]
    known = [one.last_entry for one in beside if one.committee == plan.backup.committee]
    return max(plan.backup.last_entry, live_history_position(data / paths.DATABASE).last_entry, *known)


def _keep_old_database(
    plan: RestorePlan, context: RestoreContext, count: Count, undo: ExitStack
) -> tuple[Path | None, tuple[str, ...]]:
    """Make a backup of the office before the restore; if it is unreadable, copy its file to another name."""
    data = context.data
    database = data / paths.DATABASE
    if not plan.replaces:
        return None, ()
    if plan.readable:
        return _back_up_first(context, count, undo), ()
    kept = []
    for file in (database, database.with_name(f"{database.name}-journal")):
        if paths.size_of(file):
            copy = _free_name(file.with_name(file.name + context.suffix))
            undo.callback(disk.remove, copy)
            copy_and_hash(file, copy, count)
            disk.sync_file(copy)
            kept.append(copy.name)
    disk.sync_folder(data)
    return data / kept[0], tuple(kept)


def _back_up_first(context: RestoreContext, count: Count, undo: ExitStack) -> Path:
    """Make a backup; remove it again, with the files only it stored, if the restore fails."""
    data, instant = context.data, context.clock.instant()
    place = data / paths.BACKUPS
    undo.callback(_drop_stored, place, instant)
    heard = 0

    def more(kilobytes: int, _total: int) -> None:
        nonlocal heard
        count((kilobytes - heard) * _KB)
        heard = kilobytes

    wish = BackupOrder(BackupKind.BEFORE_RESTORE, instant)
    made = make_backup(data, place, copier_by_new_connection(data / paths.DATABASE), wish, more).folder
    undo.callback(drop_backup, made)
    return made


def _drop_stored(place: Path, instant: str) -> None:
    with suppress(EnvironmentProblem, OSError), lock_folder(place, instant):
        drop_unnamed(place)


def _replace_database(staged: Path, plan: RestorePlan, context: RestoreContext) -> DatabaseContents:
    """Copy into the existing database in one transaction, or replace an unreadable one; return its contents."""
    database = context.data / paths.DATABASE
    wanted = require_sound(staged)
    if plan.replaces and plan.readable:
        _replace_pages(staged, database)
    else:
        _replace_file(staged, database, context)
    return wanted


def _require_same(wanted: DatabaseContents, data: Path) -> None:
    with closing(connect(data / paths.DATABASE, Role.READER)) as connection:
        found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if found != "ok" or contents_of(connection) != wanted:
            raise EnvironmentProblem("restore_differs", folder=str(data))


def _replace_file(staged: Path, database: Path, context: RestoreContext) -> None:
    journal = database.with_name(f"{database.name}-journal")
    disk.sync_file(staged)
    if paths.exists(journal):
        # it belongs to what is replaced; a copy of both was kept
        aside = _free_name(journal.with_name(f"{journal.name}{context.suffix}.old"))
        disk.replace(journal, aside)
        disk.sync_name(aside)
    disk.replace(staged, database)
    disk.sync_name(database)


def _replace_pages(staged: Path, database: Path) -> None:
    stuck = [0, -1]

    def step(_status: int, left: int, _total: int) -> None:
        stuck[0] = stuck[0] + 1 if left == stuck[1] else 0
        stuck[1] = left
        if stuck[0] > _TRIES:
            raise EnvironmentProblem("data_locked", code="RESTORE")

    with closing(connect(staged, Role.READER)) as source, closing(connect(database, Role.MIGRATION)) as target:
        source.backup(target, pages=PAGES, progress=step, sleep=0.25)


def _stage_files(backup: Backup, files: Mapping[str, HashAndSize], staging: Path, count: Count) -> dict[str, Path]:
    """Return verified, durable copies of the files, by their paths below the data folder."""
    staged = {}
    for number, (name, stored) in enumerate(files.items()):
        copy = staging / str(number)
        if copy_and_hash(stored_path(backup.folder.parent, stored.sha256), copy, count) != stored:
            raise CopyDiffers(name)
        disk.sync_file(copy)
        staged[name] = copy
    return staged


def _replace_files(staged: Mapping[str, Path], data: Path, suffix: str, undo: ExitStack) -> tuple[str, ...]:
    """Move each file to its name; return the names that keep the replaced files. ``undo`` can revert it."""
    kept = []
    for name, copy in staged.items():
        target = data / name
        make_durable_folder(target.parent)
        if paths.exists(target):
            aside = _free_name(target.with_name(target.name + suffix))
            disk.replace(target, aside)
            undo.callback(disk.replace, aside, target)
            # before its old name goes to another file, lest a power cut leave it without any
            disk.sync_name(aside)
            kept.append(aside.relative_to(data).as_posix())
        else:
            undo.callback(disk.remove, target)
        disk.replace(copy, target)
        disk.sync_name(target)
    return tuple(kept)


def _free_name(wanted: Path) -> Path:
    """Return the name, or a similar one that is free."""
    name, number = wanted, 0
    while paths.exists(name):
        number += 1
        name = wanted.with_name(f"{wanted.name}-{number}")
    return name
