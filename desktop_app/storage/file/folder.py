"""Open data folder: units of work, readings, checks and files; the entry to storage for other packages.

:func:`open_folder` takes the lock, makes or upgrades the database and may write. :func:`view_folder` takes no lock
and only reads, also beside a window that is at work.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Final

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from desktop_app.domain.acts import UNNAMED, Act, ActWatch
from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.errors import EnvironmentProblem, Refused, RuleBroken
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.findings import Finding
from desktop_app.storage.evidence.value_checks import outside_changes, severe_findings
from desktop_app.storage.file.check import AT_START, DERIVED, OF_ENGINE, SHORT, Steps, run_checks
from desktop_app.storage.file.database import DATABASE_NAME, Database, LiveConnection, require_no_office, schema_version
from desktop_app.storage.file.file_checks import KnownFiles, known_files, wrong_files
from desktop_app.storage.file.file_store import FileStore
from desktop_app.storage.file.journal import JournalRollback, require_own_journal, roll_back_journal
from desktop_app.storage.file.lock import FolderLock
from desktop_app.storage.file.same_file import LINK
from desktop_app.storage.file.upgrade import copy_before_upgrade, upgrade
from desktop_app.storage.file.writable import missing_megabytes, require_no_findings, require_writable
from desktop_app.storage.sqlite.connections import Role, open_transaction, pooled_connection, raw_connection
from desktop_app.storage.sqlite.faults import HOT_JOURNAL, WRONG_VALUES, damage_in, refusal_of_reading
from desktop_app.storage.store import schema
from desktop_app.storage.store.audit import require_new_act
from desktop_app.storage.store.facts_projection import FactsKeeper
from desktop_app.storage.store.reindex import is_stale, reindex
from desktop_app.storage.store.transaction import MakeUid, Transaction, new_uid
from desktop_app.storage.store.work import OpenWork, Work, act_in_group
from desktop_app.system import rights
from desktop_app.system.paths import FILES, exists, is_file, size_of

HASHED_AT_START: Final = 200 * 1024 * 1024
"""Up to this size of the file a start also verifies every row hash and the chain."""

SQLITE_VERSION: Final = sqlite3.sqlite_version
"""Of the library that keeps the records."""


@dataclass(frozen=True, slots=True)
class WorkContext:
    """Context of every unit of work: clock, actor (None: the operator of the settings), maker of uids."""

    clock: Clock
    actor: Callable[[], str] | None = None
    make_uid: MakeUid = new_uid


@dataclass(frozen=True, slots=True)
class SchemaUpgrade:
    """An upgrade of the schema: from which version, to which, and the folder of the copy made before."""

    before: int
    now: int
    copy: Path


class DataFolder:
    """An open data folder; close it to free the lock. ``upgraded`` is the upgrade made at this opening."""

    def __init__(
        self,
        folder: Path,
        database: Database,
        context: WorkContext,
        lock: FolderLock | None,
        upgraded: SchemaUpgrade | None = None,
        *,
        exposed: tuple[str, ...] = (),
    ) -> None:
        self.folder = folder
        self.upgraded = upgraded
        self.exposed = exposed
        """Accounts of this machine that may still read the records: `rights.restrict_access` could not mend it."""
        self._database, self._context, self._lock = database, context, lock
        self._watch: ActWatch | None = None
        self.files = FileStore(folder / FILES)
        self.rolled_back: JournalRollback | None = None
        """A commit that a killed process left unfinished was taken back at this opening."""
        self.on_lost: Callable[[EnvironmentProblem], object] = lambda _problem: None
        """Told on whichever thread, at each write, that the file is not the one that was opened."""
        self.findings: tuple[Finding, ...] = ()
        """What a check found that ends all writing; the folder is then open for reading only."""
        self.outside: tuple[Finding, ...] = ()
        """Live rows that another program changed, as the check found them; the work goes on."""
        self.confirmed: set[tuple[str, int]] = set()
        """Of these rows the operator said that an act may write them."""
        self._finding = Lock()
        self.on_found: Callable[[], object] = lambda: None
        """Told when a check of the open folder finds something."""

    def watch_acts(self, watch: ActWatch) -> None:
        """Notify this watcher of every act from now on."""
        self._watch = watch

    @property
    def writable(self) -> bool:
        """Whether this process holds the lock and may write; severe findings forbid all writing."""
        return self._database.writable and not self.findings

    def note_found(self, found: Sequence[Finding]) -> None:
        """Note the findings of a check, from any thread: severe ones stop writing, the others are listed."""
        with self._finding:
            self.findings = tuple(dict.fromkeys((*self.findings, *severe_findings(found))))
            self.outside = tuple(dict.fromkeys((*self.outside, *outside_changes(found))))
        if found:
            self.on_found()

    @contextmanager
    def open_write(self, act: Act = UNNAMED) -> Iterator[Work]:
        """Begin one act: stored completely by ``record()``, or not at all.

        Raises :class:`ActRepeated` where the act of this uid is stored already, whatever stands in its way by now.
        """
        try:
            with self._writing(act) as transaction:
                yield Work(transaction, self._watch)
                if self.outside and transaction.notes.link is not None:
                    # what an act has written is no change of another program any more
                    with self._finding:
                        written = transaction.notes.sealed
                        self.outside = tuple(one for one in self.outside if (one.subject, one.id) not in written)
        except Refused as problem:
            _stop_writing_if_damaged(self, problem)
            if act.uid and isinstance(problem, RuleBroken):
                # what refused it may be its own first time; what this time wrote is taken back by now
                with self.reading() as transaction:
                    require_new_act(transaction, act.uid)
            if self._watch is not None:
                self._watch.refused(problem)
            raise

    @contextmanager
    def open_drafts(self) -> Iterator[Work]:
        """Begin a transaction for typed drafts: it is no act, and no watcher is notified."""
        with self._writing() as transaction:
            yield Work(transaction)

    @contextmanager
    def open_read(self) -> Iterator[Work]:
        """Open an unchanging view of the data while the ``with`` lasts; keep it short.

        What SQLite calls damaged ends all writing, as what a check finds does.
        """
        try:
            with self.reading() as transaction:
                yield Work(transaction)
        except (EnvironmentProblem, DBAPIError, *WRONG_VALUES) as error:
            refusal = refusal_of_reading(error, changed=bool(self.findings or self.outside))
            _stop_writing_if_damaged(self, refusal)
            if refusal is error:
                raise
            raise refusal from error

    def check(self, papers: Sequence[str] = ()) -> tuple[Finding, ...]:
        """Return everything wrong with file, schema, guards and agreed records; empty if all is well.

        ``papers`` are codes that were read from papers.
        """
        from desktop_app.storage.file.whole_check import check_whole

        with self.reading() as transaction:
            found = check_whole(transaction, papers)
        return *found, *self.check_files(whole=True)

    def check_files(self, progress: Progress = no_progress, *, whole: bool = False) -> tuple[Finding, ...]:
        """Return missing or altered files, with ``whole`` prints too; read outside any transaction."""
        known = KnownFiles()
        with self.reading() as transaction:
            found = run_checks(transaction, (("files", partial(known_files, known)),))
        return *found, *wrong_files(self.files, known, progress, whole=whole)

    def check_at_start(self) -> tuple[Finding, ...]:
        """Return the findings of the checks before anything is shown; the rest is checked in the background."""
        steps = SHORT if self.large else AT_START
        # who is to work waits for this: the two take turns at nothing
        with ThreadPoolExecutor(1) as beside:
            of_engine = beside.submit(self._found_by_engine)
            with self.reading() as transaction:
                found = run_checks(transaction, steps)
                return (*of_engine.result(), *found)

    def check_derived(self) -> tuple[Finding, ...]:
        """Return where search and lists differ from the records; empty if they are due for rebuilding anyway."""
        with self.reading() as transaction:
            return () if is_stale(transaction) else run_checks(transaction, DERIVED)

    def _found_by_engine(self) -> tuple[Finding, ...]:
        with self.reading() as transaction:
            return run_checks(transaction, OF_ENGINE)

    @property
    def large(self) -> bool:
        """Whether the file is too large to verify rows and chain at the start."""
        return size_of(self._database.path) > HASHED_AT_START

    def engine(self) -> Mapping[str, str]:
        """Return facts about SQLite and this file; ``guards`` is the number of its triggers."""
        with open_transaction(self._database.writer if self.writable else self._database.readers) as connection:
            asked = {name: f"PRAGMA {name}" for name in ("journal_mode", "user_version", "page_size")}
            asked["sqlite"] = "SELECT sqlite_version()"
            asked["guards"] = "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'"
            return {name: str(connection.exec_driver_sql(sql).scalar()) for name, sql in asked.items()}

    def reindex(self, compared: Steps = ()) -> bool:
        """Rebuild everything derived if its rules have changed; return whether it was rebuilt.

        Also where one of ``compared`` finds that it is not what the records say: a search would find nothing.
        """
        with self.reading() as transaction:
            stale = is_stale(transaction) or bool(run_checks(transaction, compared))
        if stale:
            with self._writing() as transaction:
                reindex(transaction)
                transaction.connection.commit()
        return stale

    @contextmanager
    def open_whole(self) -> Iterator[OpenWork]:
        """Group many acts, such as demo data: all are stored or none; an error in the ``with`` drops all."""
        with self._writing() as transaction:
            facts = FactsKeeper(transaction)
            yield lambda: act_in_group(transaction, facts)
            Work(transaction, whole=facts).commit()

    def live_connection(self) -> LiveConnection:
        """Return the connection that writes this folder, for copying its pages while work goes on."""
        return LiveConnection(pooled_connection(self._database.writer), self._database.turn)

    def rescue(self, target: Path) -> None:
        """Save the records as they were when the file was moved, deleted or swapped; raises ``EnvironmentProblem``."""
        same = self._database.same
        if same is None:
            raise EnvironmentProblem("nothing_to_rescue")
        same.rescue(target)

    def remember_newest_link(self) -> None:
        """Remember the newest link of the chain at the opening."""
        same = self._database.same
        if same is not None:
            with self.reading() as transaction:
                for seq, digest in transaction.text(LINK):
                    same.link = (seq, digest)

    def close(self) -> None:
        """Close the database and free the lock."""
        self._database.close()
        if self._lock is not None:
            self._lock.release()

    @contextmanager
    def _writing(self, act: Act = UNNAMED) -> Iterator[Transaction]:
        """Begin a transaction of the writer, after a check that the file is still the one that was opened."""
        require_no_findings(self.findings)
        same = self._database.same
        if same is None:
            # says that it is only read
            with self._database.writing() as connection:
                yield self._transaction(connection, writable=True, act=act)
            return
        try:
            same.require_named()
            with self._database.writing() as connection:
                # again: it may have been found while another wrote
                require_no_findings(self.findings)
                same.require_own(raw_connection(connection))
                transaction = self._transaction(connection, writable=True, act=act)
                with same.remember_link_of(transaction.notes):
                    yield transaction
            same.written(transaction.notes.link)
        except EnvironmentProblem as problem:
            if problem.key == "storage_full":
                problem.facts["megabytes"] = missing_megabytes(self.folder)
            if problem is same.problem:
                self.on_lost(problem)
            raise

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """Begin a reading transaction; a commit that a failing disk interrupted is rolled back first."""
        with ExitStack() as stack:
            try:
                connection = stack.enter_context(open_transaction(self._database.readers))
            except EnvironmentProblem as problem:
                if problem.facts.get("code") != HOT_JOURNAL:
                    raise
                self._settle()
                connection = stack.enter_context(open_transaction(self._database.readers))
            yield self._transaction(connection, writable=False)

    def _settle(self) -> None:
        if not self._database.writable:
            with self._database.settling:
                roll_back_journal(self._database.path, self._context.clock.instant())
            return
        with open_transaction(self._database.writer):
            """Beginning to write is what rolls back; of several readers the others wait for the one connection."""

    def _transaction(self, connection: Connection, *, writable: bool, act: Act = UNNAMED) -> Transaction:
        context = self._context
        settle = None if writable else self._settle
        outside = frozenset((one.subject, one.id) for one in self.outside) - self.confirmed
        return Transaction(
            connection, context.clock, context.actor, context.make_uid, writable, act, outside, settle=settle
        )


def open_folder(folder: Path, context: WorkContext) -> DataFolder:
    """Open a data folder for work: lock it, create or upgrade the database. Raises ``EnvironmentProblem``.

    Keys: ``not_a_folder``; ``folder_not_writable``, ``place_on_network``, ``place_too_deep`` (for these three may be
    offered :func:`view_folder`), ``data_in_use``, ``database_not_ours``, ``database_newer``, ``database_damaged``,
    ``database_beginning_damaged``, ``database_vanished``, ``backup_place_is_no_data``, ``not_a_file``,
    ``journal_of_other_file``, ``upgrade_copy_full``, ``upgrade_copy_failed``, ``upgrade_failed`` and what the disk
    says.
    """
    require_writable(folder)
    path = folder / DATABASE_NAME
    if not size_of(path):
        # before the lock file is made, which would itself be a trace
        require_no_office(folder)
    with ExitStack() as undo:
        lock = FolderLock(folder)
        lock.take(context.clock.instant())
        undo.callback(lock.release)
        exposed = rights.restrict_access(folder)
        rolled_back = require_own_journal(path, context.clock.instant())
        upgraded = _create_or_upgrade(path, context)
        database = Database(path, writable=True)
        undo.callback(database.close)
        opened = DataFolder(folder, database, context, lock, upgraded, exposed=exposed)
        opened.rolled_back = rolled_back
        opened.remember_newest_link()
        opened.reindex()
        undo.pop_all()
    return opened


def _create_or_upgrade(path: Path, context: WorkContext) -> SchemaUpgrade | None:
    """Create the database or upgrade it to the newest schema; copy an existing one first."""
    found = schema_version(path, Role.WRITER) if exists(path) else 0
    if found == schema.SCHEMA_VERSION:
        return None
    if found == 0 and exists(path):
        require_no_office(path.parent)
    copy = copy_before_upgrade(path, found, context.clock.instant()) if found else None
    upgrade(path)
    return None if copy is None else SchemaUpgrade(found, schema.SCHEMA_VERSION, copy)


def view_folder(folder: Path, context: WorkContext) -> DataFolder:
    """Open for reading only; raises ``database_missing``, ``schema_older``, and what :func:`open_folder` raises."""
    path = folder / DATABASE_NAME
    found = 0
    if is_file(path):
        roll_back_journal(path, context.clock.instant())
        found = schema_version(path, Role.READER)
    if found == 0:
        # whoever only reads is told the same of an office that lay here as whoever works
        require_no_office(folder)
        raise EnvironmentProblem("database_missing", folder=str(folder))
    if found < schema.SCHEMA_VERSION:
        raise EnvironmentProblem("schema_older", path=str(path), found=found, known=schema.SCHEMA_VERSION)
    return DataFolder(folder, Database(path, writable=False), context, None)


def _stop_writing_if_damaged(folder: DataFolder, problem: Exception) -> None:
    """Forbid all writing if the problem means damage."""
    if not folder.findings and (damage := damage_in(problem)) is not None:
        folder.note_found((damage,))
