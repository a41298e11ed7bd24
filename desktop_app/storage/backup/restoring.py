"""Restoring a backup into a closed data folder: prepared beside it, put in at one stroke, compared, nothing lost.

The backup is copied beside the database, brought to this program's schema and found sound there. Files that are missing
or otherwise there are copied beside it, by their hash. What is there before goes into a backup of its own. Until then
the restore can be given up, and leaves the folder as it was.

In the last step the files get their names by renaming; one that had such a name is kept under another. Then the pages
go into the database in one transaction of SQLite, so that a kill at any moment leaves the old office or the new one.
"""

from __future__ import annotations

import re
import secrets
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app import disk, paths, rights
from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.backups import Backup, BackupKind, Restored, RestorePlan, Verdict
from desktop_app.storage.backup.database_copy import Contents, contents_of, own_copy, reached_of_file, require_sound
from desktop_app.storage.backup.file_store import copy_hashed
from desktop_app.storage.backup.judging import files_to_bring, judge, live_contents
from desktop_app.storage.backup.making import Wish, make_backup
from desktop_app.storage.backup.manifest import Replacement, read_manifest
from desktop_app.storage.backup.places import FAILURES, locked, refusal_of
from desktop_app.storage.backup.restore_steps import RestoreStep, RestoreSteps
from desktop_app.storage.backup.restored_files import free_name, place_files, stage_files
from desktop_app.storage.backup.thinning import drop_unnamed, remove_backup
from desktop_app.storage.file.connections import Role, connect, engine_for, open_transaction
from desktop_app.storage.file.copying import PAGES, CopyDiffers
from desktop_app.storage.file.durable_folders import make_durable_folder
from desktop_app.storage.file.journal import require_own_journal
from desktop_app.storage.file.lock import FolderLock
from desktop_app.storage.file.upgrade import upgrade
from desktop_app.storage.file.writable import require_local
from desktop_app.storage.schema import schema
from desktop_app.storage.search.reindex import reindex
from desktop_app.storage.store.transaction import Transaction, new_uid

STAGING: Final = ".restore-"
"""So begins the name of the folder in which a restore is prepared."""
ASIDE: Final = ".before-restore-"
"""So ends, with the instant, the name of what stood where something was brought back."""
_TRIES: Final = 8
"""Steps without progress, a quarter of a second each, after which another program is said to hold the database."""


@dataclass(frozen=True, slots=True)
class RestoreContext:
    """The folder that is restored into, and the clock."""

    data: Path
    clock: Clock
    with_doubts: bool = False
    """Whoever wants it was told that records of the backup are not what the program wrote."""
    committee: str = ""
    """The uid of that whose folder it is, where its database is another's."""

    @property
    def suffix(self) -> str:
        """For names of what is kept."""
        return ASIDE + re.sub("[^0-9TZ]", "", self.clock.instant())


def restore(backup: Backup, context: RestoreContext, told: Progress = no_progress) -> Restored:
    """Restore into a folder that no window has open; ``told`` hears of percent and gives it up by raising.

    At :data:`~desktop_app.domain.read_models.backups.LAST_STEP` percent it is told for the last time.

    Raises ``EnvironmentProblem`` with the keys of :func:`~desktop_app.storage.backup.judging.judge`, of
    :func:`~desktop_app.storage.backup.making.make_backup`, ``backup_doubtful``, ``data_in_use``,
    ``folder_not_writable``, ``place_on_network`` and ``restore_differs``; unless it is the last of these, the office is
    as it was then.
    """
    data = context.data
    with _held(context), _staging(data) as staging:
        try:
            aside = _settle_journal(data, context.clock.instant())
            steps = RestoreSteps(told, backup, data)
            plan = judge(backup, data, steps.count(RestoreStep.JUDGING), committee=context.committee)
            _require_told(plan, context)
            _require_room(plan, data)
            staged = _staged(plan.backup, staging, context.clock, steps)
            count = steps.count(RestoreStep.FILES)
            files = stage_files(plan.backup, files_to_bring(plan.backup, data, count), staging, count)
            with ExitStack() as undo:
                safety, kept = _kept_before(plan, staged, context, steps, undo)
                steps.begin_last()
                undo.pop_all()
            with ExitStack() as undo:
                kept += place_files(files, data, context.suffix, undo)
                contents = _put_in(staged, context)
                undo.pop_all()
            _require_same(contents, data)
            return Restored(plan, safety, len(files), (*aside, *kept))
        except FAILURES as error:
            raise refusal_of(error, data) from error


# ---- inside


@contextmanager
def _held(context: RestoreContext) -> Iterator[None]:
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
def _staging(data: Path) -> Iterator[Path]:
    """A folder for what is prepared; that of a restore which was killed goes first."""
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
    """Roll back what a kill left half written; the journal of another file is kept aside and changes nothing."""
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


def _require_told(plan: RestorePlan, context: RestoreContext) -> None:
    found = plan.backup
    if found.verdict is Verdict.DOUBTFUL and not context.with_doubts:
        folder = str(found.folder)
        raise EnvironmentProblem("backup_doubtful", count=found.doubts, files=found.wrong_files, folder=folder)


def _require_room(plan: RestorePlan, data: Path) -> None:
    with suppress(OSError):
        free = shutil.disk_usage(data).free
        if free < plan.room_needed:
            raise EnvironmentProblem("backup_no_room", folder=str(data), needed=plan.room_needed, free=free)


def _staged(backup: Backup, staging: Path, clock: Clock, steps: RestoreSteps) -> Path:
    """The database of the backup, copied, brought to this schema, with its search index made anew, and sound."""
    staged = staging / paths.DATABASE
    copied = copy_hashed(backup.database, staged, steps.count(RestoreStep.DATABASE))
    if not backup.bare and copied != read_manifest(backup.folder).database:
        raise CopyDiffers(paths.DATABASE)
    if backup.schema < schema.SCHEMA_VERSION:
        upgrade(staged)
    engine = engine_for(staged, Role.WRITER)
    try:
        with open_transaction(engine) as connection:
            reindex(Transaction(connection, clock, None, new_uid, writable=True))
            connection.commit()
    finally:
        engine.dispose()
    require_sound(staged)
    steps.part(RestoreStep.DATABASE)(1, 1)
    return staged


def _kept_before(
    plan: RestorePlan, staged: Path, context: RestoreContext, steps: RestoreSteps, undo: ExitStack
) -> tuple[Path | None, tuple[str, ...]]:
    """A backup of the office as it is; of a database that cannot be read, the file itself under another name."""
    data = context.data
    database = data / paths.DATABASE
    if not plan.replaces:
        return None, ()
    if plan.readable:
        return _backed_up(_replacement(plan.backup, staged), context, steps, undo), ()
    kept = []
    for file in (database, database.with_name(f"{database.name}-journal")):
        if paths.size_of(file):
            copy = free_name(file.with_name(file.name + context.suffix))
            undo.callback(disk.remove, copy)
            copy_hashed(file, copy, steps.count(RestoreStep.BEFORE))
            disk.sync_file(copy)
            kept.append(copy.name)
    disk.sync_folder(data)
    return data / kept[0], tuple(kept)


def _replacement(backup: Backup, staged: Path) -> Replacement:
    """How far it goes once it is of this schema: by that a start tells whether it still lies there."""
    reached = reached_of_file(staged)
    return Replacement(backup.made_at, reached.last_entry, reached.last_act, reached.chain_head)


def _backed_up(to_come: Replacement, context: RestoreContext, steps: RestoreSteps, undo: ExitStack) -> Path:
    """A backup that goes again, with what it alone has stored, when the restore comes to nothing."""
    data, instant = context.data, context.clock.instant()
    place = data / paths.BACKUPS
    undo.callback(_drop_stored, place, instant)
    wish = Wish(BackupKind.BEFORE_RESTORE, instant, to_come)
    made = make_backup(data, place, own_copy(data / paths.DATABASE), wish, steps.part(RestoreStep.BEFORE)).folder
    undo.callback(remove_backup, made)
    return made


def _drop_stored(place: Path, instant: str) -> None:
    with suppress(EnvironmentProblem, OSError), locked(place, instant):
        drop_unnamed(place)


def _put_in(staged: Path, context: RestoreContext) -> Contents:
    """One transaction into the database that is there; where none can be read, one renaming; what it holds then."""
    database = context.data / paths.DATABASE
    wanted = require_sound(staged)
    if live_contents(database) is None:
        _put_under_name(staged, database, context)
    else:
        _put_pages(staged, database)
    return wanted


def _require_same(wanted: Contents, data: Path) -> None:
    with closing(connect(data / paths.DATABASE, Role.READER)) as connection:
        found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if found != "ok" or contents_of(connection) != wanted:
            raise EnvironmentProblem("restore_differs", folder=str(data))


def _put_under_name(staged: Path, database: Path, context: RestoreContext) -> None:
    journal = database.with_name(f"{database.name}-journal")
    disk.sync_file(staged)
    if paths.lies(journal):
        # it belongs to what is replaced; a copy of both was kept
        aside = free_name(journal.with_name(f"{journal.name}{context.suffix}.old"))
        disk.replace(journal, aside)
        disk.sync_name(aside)
    disk.replace(staged, database)
    disk.sync_name(database)


def _put_pages(staged: Path, database: Path) -> None:
    stuck = [0, -1]

    def step(_status: int, left: int, _total: int) -> None:
        stuck[0] = stuck[0] + 1 if left == stuck[1] else 0
        stuck[1] = left
        if stuck[0] > _TRIES:
            raise EnvironmentProblem("data_locked", code="RESTORE")

    with closing(connect(staged, Role.READER)) as source, closing(connect(database, Role.MIGRATION)) as target:
        source.backup(target, pages=PAGES, progress=step, sleep=0.25)
