"""Row-wise recovery of a data folder: a new database is prepared beside the damaged one, told of, and then accepted.

The damaged file is only read, and kept for ever in a folder of its own once the new one takes its place. Whoever
prepares holds the folder's lock until the recovery is accepted or discarded.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Final

from desktop_app import disk, paths, rights
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.domain.read_models.recovery_report import RecoveryReport
from desktop_app.services.ports import Work
from desktop_app.storage.file.database import Database
from desktop_app.storage.file.folder import WorkContext
from desktop_app.storage.file.journal import MAGIC
from desktop_app.storage.file.lock import FolderLock
from desktop_app.storage.file.set_aside import DAMAGED, SPARE, copy_durably, free_space, new_folder
from desktop_app.storage.file.whole_check import check_whole
from desktop_app.storage.file.writable import require_writable
from desktop_app.storage.recovery.chaining import mend_links, proof_of, settle_counters, settle_hashes
from desktop_app.storage.recovery.filling import DERIVED, Filled, fill
from desktop_app.storage.recovery.frozen_words import FrozenWords
from desktop_app.storage.recovery.judging import HASHES, Judged, Trials, judge, newest_hashes, prove_units
from desktop_app.storage.recovery.lost_schema import give_schema, has_schema
from desktop_app.storage.recovery.naming import FOUND_BY, names_of
from desktop_app.storage.recovery.reading import DamagedFile, counters, open_damaged, read_table, searched_texts
from desktop_app.storage.schema.base import Record
from desktop_app.storage.schema.schema import SCHEMA_VERSION
from desktop_app.storage.store.transaction import Transaction
from desktop_app.storage.store.work import SqlWork

RECOVERED: Final = f"{paths.DATABASE}.recovered"
"""In the data folder: the new file until it is accepted."""
_JOURNAL: Final = f"{paths.DATABASE}-journal"
_SCRATCH: Final = f"{paths.DATABASE}.reading"
_SQLITE: Final = b"SQLite format 3\0"
_VERSION: Final = slice(60, 64)
"""Where ``user_version`` stands in the file."""
_MEGABYTE: Final = 1024 * 1024


class PreparedRecovery:
    """A recovered database that has not taken the place of the damaged one yet; accept it or discard it."""

    def __init__(self, folder: Path, report: RecoveryReport, lock: FolderLock, context: WorkContext) -> None:
        self.report = report
        self._folder, self._lock, self._context = folder, lock, context

    @contextmanager
    def open_read(self) -> Iterator[Work]:
        """A steady picture of the recovered records."""
        with _reading(self._folder / RECOVERED, self._context) as transaction:
            yield SqlWork(transaction)

    def accept(self) -> Path:
        """Keep the damaged file aside and let the recovered one take its place; the folder in which it is kept."""
        try:
            database, journal = self._folder / paths.DATABASE, self._folder / _JOURNAL
            kept = new_folder(self._folder, DAMAGED, self.report.at)
            if paths.size_of(journal):
                copy_durably(journal, kept / journal.name)
            _keep(database, kept / database.name)
            disk.sync_name(kept / database.name)
            disk.replace(self._folder / RECOVERED, database)
            # left behind by a kill in this moment, it is told from the new file's own by its counter
            disk.remove(journal)
            disk.remove(self._folder / f"{RECOVERED}-journal")
            disk.sync_name(database)
        except OSError as error:
            raise EnvironmentProblem("recovery_not_accepted", folder=str(self._folder), why=str(error)) from error
        self._lock.release()
        return kept

    def discard(self) -> None:
        """Let the recovered database go; the damaged one was never touched."""
        _remove_new(self._folder)
        self._lock.release()


def prepare(folder: Path, context: WorkContext, told: Progress = no_progress) -> PreparedRecovery:
    """Read what can be read and build the new database beside the damaged one.

    Raises ``EnvironmentProblem``: ``database_missing``, ``data_in_use``, ``recovery_older_schema``,
    ``nothing_recovered``, ``recovery_full`` and what else the disk says.
    """
    require_writable(folder)
    database = folder / paths.DATABASE
    if not paths.size_of(database):
        raise EnvironmentProblem("database_missing", folder=str(folder))
    with ExitStack() as undo:
        lock = FolderLock(folder)
        lock.take(context.clock.instant())
        undo.callback(lock.release)
        _remove_new(folder)
        undo.callback(_remove_new, folder)
        _require_room(folder, database)
        file = _read(database, context, told)
        report = _build(folder / RECOVERED, file, context, told)
        undo.pop_all()
    return PreparedRecovery(folder, report, lock, context)


# ---- inside


def _require_room(folder: Path, database: Path) -> None:
    needed = 2 * paths.size_of(database) + SPARE
    with suppress(OSError):
        if (free := free_space(folder)) < needed:
            raise EnvironmentProblem("recovery_full", folder=str(folder), megabytes=-(-(needed - free) // _MEGABYTE))


def _read(database: Path, context: WorkContext, told: Progress) -> DamagedFile:
    tables = [table for table in Record.metadata.sorted_tables if table.name not in DERIVED]
    # the hashes first: they tell which rows there were
    tables.sort(key=lambda table: table.name != HASHES)
    file = DamagedFile()
    with _readable(database, context) as place, open_damaged(place) as connection:
        file.counters = counters(connection)
        known: dict[str, set[int]] = {}
        for done, table in enumerate(tables):
            told(done, len(tables))
            asked = known.get(table.name, set()) | set(range(1, file.counters.get(table.name, 0) + 1))
            stop = partial(told, done, len(tables))
            file.rows[table.name], file.hints[table.name] = read_table(connection, table, asked, stop)
            if table.name == HASHES:
                newest = newest_hashes(file).hashes
                known = {kind: {key for key in ids if isinstance(key, int)} for kind, ids in newest.items()}
        for kind, row_id, text in searched_texts(connection):
            if row_id not in file.rows.get(kind, {}):
                file.hints.setdefault(kind, {}).setdefault(row_id, {})[FOUND_BY] = text
    if not any(file.rows.values()):
        raise EnvironmentProblem("nothing_recovered", folder=str(database.parent))
    return file


@contextmanager
def _readable(database: Path, context: WorkContext) -> Iterator[Path]:
    """The file itself, or a copy: into which its journal is rolled back, or which is given a sound schema."""
    journal = database.with_name(_JOURNAL)
    scratch = database.with_name(_SCRATCH)
    try:
        own = paths.size_of(journal) and journal.read_bytes()[: len(MAGIC)] == MAGIC
        if not own and has_schema(database, context):
            yield database
            return
        _copy_closed(database, scratch)
        if own:
            _copy_closed(journal, scratch.with_name(f"{_SCRATCH}-journal"))
            with suppress(sqlite3.Error), closing(sqlite3.connect(scratch)) as connection:
                connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if not has_schema(scratch, context):
            _require_current(scratch, database)
            give_schema(scratch, context)
        yield scratch
    except OSError as error:
        raise EnvironmentProblem("disk_error", code=str(error.strerror or error)) from error
    finally:
        for end in ("", "-journal", "-wal", "-shm"):
            with suppress(OSError):
                disk.remove(database.with_name(f"{_SCRATCH}{end}"))


def _copy_closed(source: Path, target: Path) -> None:
    """For this account alone, also in a folder that others may enter."""
    disk.remove(target)
    rights.make_file(target)
    shutil.copyfile(source, target)


def _require_current(path: Path, database: Path) -> None:
    """Before its schema is replaced: an older one is not damaged. A file that lost its beginning tells of none."""
    with path.open("rb") as file:
        header = file.read(_VERSION.stop)
    found = int.from_bytes(header[_VERSION], "big")
    if header.startswith(_SQLITE) and 0 < found < SCHEMA_VERSION:
        raise EnvironmentProblem("recovery_older_schema", path=str(database), found=found, known=SCHEMA_VERSION)


def _build(target: Path, file: DamagedFile, context: WorkContext, told: Progress) -> RecoveryReport:
    # the tables are read by now: what is told is that all of them are, and the recovery may still be given up
    stop = partial(told, len(file.rows), len(file.rows))
    settle_hashes(file, stop)
    mend_links(file, Trials(stop), stop)
    settle_counters(file)
    proof = proof_of(file)
    judged: dict[str, Judged] = {}
    trials, frozen = Trials(stop), FrozenWords(file)
    for table in Record.metadata.sorted_tables:
        if table.name not in DERIVED:
            judged[table.name] = judge(table, file, proof, trials, frozen)
    prove_units(judged)
    filled = fill(target, judged, file, context)
    try:
        disk.sync_file(target)
    except OSError as error:
        raise EnvironmentProblem("disk_error", code=str(error.strerror or error)) from error
    with _reading(target, context) as transaction:
        left = check_whole(transaction)
        names = names_of(transaction, (*left, *_lost_minutes(filled)))
    return RecoveryReport(
        at=context.clock.instant(),
        tables=filled.tables,
        records=filled.records,
        links_kept=filled.links_kept,
        links_found=max(len(file.rows.get("chain_link", {})), file.counters.get("chain_link", 0)),
        classification=filled.classification,
        all_known=proof.newest.whole,
        left=left,
        names=names,
    )


def _lost_minutes(filled: Filled) -> Iterator[Finding]:
    """Their own rows tell a version; the office knows them by their meeting."""
    for one in filled.records:
        if one.kind == "minutes_version":
            yield Finding(kind=FindingKind.HASH_DIFFERS, subject=one.kind, id=one.id)


@contextmanager
def _reading(target: Path, context: WorkContext) -> Iterator[Transaction]:
    database = Database(target, writable=False)
    try:
        with database.readers.connect() as connection, connection.begin():
            yield Transaction(connection, context.clock, context.actor, context.make_uid, writable=False)
    finally:
        database.close()


def _keep(database: Path, kept: Path) -> None:
    """The damaged file under another name: the same file where the disk knows that, else a copy."""
    try:
        os.link(database, kept)
    except OSError:
        copy_durably(database, kept)


def _remove_new(folder: Path) -> None:
    for name in (RECOVERED, f"{RECOVERED}-journal"):
        with suppress(OSError):
            disk.remove(folder / name)
