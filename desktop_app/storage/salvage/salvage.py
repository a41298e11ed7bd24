"""Salvage of a damaged database: rows proven by their hashes become a new database, all others are listed.

Rows are read by rowid and through each index. Those whose hash agrees and whose parents are kept come over under their
ids; the chain begins anew, and its first act names the head of the old one. The damaged file is only read.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from typing import Any, Final

from sqlalchemy.exc import DBAPIError

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.papers import Classification, highest
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.findings import Reason, SalvageReport
from desktop_app.storage.evidence.sealing import begin_chain
from desktop_app.storage.evidence.value_checks import SUBJECT, UPTO, VERB
from desktop_app.storage.file import journal
from desktop_app.storage.file.folder import WorkContext
from desktop_app.storage.file.lock import FolderLock
from desktop_app.storage.file.upgrade import upgrade
from desktop_app.storage.salvage.row_checks import (
    ACT,
    AUDIT,
    HASH,
    HOLIDAY,
    LINK,
    CheckedRows,
    check_rows,
    key_counters,
    name_of,
    open_damaged,
    read_rows,
)
from desktop_app.storage.schema.base import Record
from desktop_app.storage.schema.guards import guards
from desktop_app.storage.sqlite.connections import Role, connect, engine_for, open_transaction
from desktop_app.storage.store.audit import record_act
from desktop_app.storage.store.reindex import reindex
from desktop_app.storage.store.transaction import Transaction
from desktop_app.storage.store.work import Work
from desktop_app.system import disk, paths, rights

REPORT: Final = "report.txt"
"""The name of the report beside a database."""
_MADE_ANEW: Final = frozenset({HASH, LINK, "search_text", "resolution_facts"})
"""Tables that are made of the others."""
_COUNTED: Final = frozenset({AUDIT, ACT, HASH, LINK})
"""Tables whose counters the new act moves on."""


def salvage(data: Path, target: Path, context: WorkContext, progress: Progress = no_progress) -> SalvageReport:
    """Build a database in the new or empty folder ``target`` from the provable rows of the one in ``data``.

    Raises ``EnvironmentProblem``: ``database_missing``, ``salvage_target_not_empty``, ``nothing_salvaged``,
    ``salvage_failed`` and what the disk says; then ``target`` holds nothing of it.
    """
    if not paths.size_of(data / paths.DATABASE):
        raise EnvironmentProblem("database_missing", folder=str(data))
    try:
        if paths.exists(target) and any(target.iterdir()):
            raise EnvironmentProblem("salvage_target_not_empty", folder=str(target))
        judged = _read(data / paths.DATABASE, progress)
        if not judged.kept.get("committee"):
            raise EnvironmentProblem("nothing_salvaged")
        rights.make_folder(target)
        with ExitStack() as undo:
            undo.callback(_drop, target / paths.DATABASE)
            report = _build(target / paths.DATABASE, judged, context)
            disk.sync_file(target / paths.DATABASE)
            disk.sync_name(target / paths.DATABASE)
            undo.pop_all()
        return report
    except (DBAPIError, sqlite3.Error, OSError) as error:
        raise EnvironmentProblem("salvage_failed", why=getattr(error, "strerror", "") or str(error)) from error


def copy_files(data: Path, target: Path) -> None:
    """Copy attached files, prints and fonts to the salvaged database; raises ``EnvironmentProblem``."""
    try:
        for name in (paths.FILES, paths.PAPERS, paths.FONTS):
            if paths.is_folder(data / name):
                shutil.copytree(data / name, target / name, symlinks=True)
    except OSError as error:
        raise EnvironmentProblem("salvage_failed", why=error.strerror or str(error)) from error


def replace_damaged_database(salvaged: Path, data: Path, context: WorkContext) -> Path:
    """Replace the damaged database by the salvaged one; return the folder that keeps the damaged one.

    Raises ``EnvironmentProblem``: ``data_in_use`` and ``salvage_failed``; then nothing has changed.
    """
    instant = context.clock.instant()
    lock = FolderLock(data)
    lock.take(instant)
    try:
        kept = journal.new_folder(data, journal.DAMAGED, instant)
        database = data / paths.DATABASE
        for file in (database, database.with_name(f"{database.name}-journal")):
            if paths.exists(file):
                journal.copy_durably(file, kept / file.name)
        disk.sync_folder(kept)
        disk.remove(database.with_name(f"{database.name}-journal"))
        disk.replace(salvaged / paths.DATABASE, database)
        disk.sync_name(database)
        return kept
    except OSError as error:
        raise EnvironmentProblem("salvage_failed", why=error.strerror or str(error)) from error
    finally:
        lock.release()


# ---- inside


def _read(path: Path, progress: Progress) -> CheckedRows:
    tables = [one for one in Record.metadata.sorted_tables if one.name not in _MADE_ANEW - {HASH, LINK}]
    with open_damaged(path) as connection:
        given = key_counters(connection)
        rows = {}
        for done, table in enumerate(tables):
            progress(done, len(tables))
            known = range(1, given.get(table.name, 0) + 1)
            rows[table.name] = read_rows(connection, table, known, lambda done=done: progress(done, len(tables)))  # type: ignore[misc]
        head = next((cells[-1] for _key, cells in sorted(rows[LINK].items(), reverse=True)), "")
    judged = check_rows(rows, given)
    judged.head = str(head)
    return judged


def _build(path: Path, judged: CheckedRows, context: WorkContext) -> SalvageReport:
    upgrade(path)
    with closing(connect(path, Role.MIGRATION)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        for name in guards():
            connection.execute(f"DROP TRIGGER {name}")
        _insert(connection, judged)
        _keep_counters(connection, judged.key_counters)
        for body in guards().values():
            connection.execute(body)
        connection.execute("COMMIT")
    engine = engine_for(path, Role.WRITER)
    try:
        with open_transaction(engine) as opened:
            transaction = Transaction(opened, context.clock, context.actor, context.make_uid, writable=True)
            reindex(transaction)
            _record(transaction, judged)
            opened.commit()
    finally:
        engine.dispose()
    return SalvageReport(
        at=context.clock.instant(),
        committee=next((name_of("committee", cells) for cells in judged.kept["committee"].values()), ""),
        kept=sum(len(rows) for rows in judged.kept.values()),
        rows=tuple(judged.listed),
        classification=_highest_class(judged),
    )


def _insert(connection: sqlite3.Connection, judged: CheckedRows) -> None:
    """Insert every kept row under its id; list rows that their table refuses, and rows that refer to them."""
    for table in Record.metadata.sorted_tables:
        kept = judged.kept.get(table.name, {})
        names = ", ".join(column.name for column in table.columns)
        places = ", ".join("?" for _column in table.columns)
        for key, cells in list(kept.items()):
            try:
                connection.execute(f"INSERT INTO {table.name} ({names}) VALUES ({places})", cells)
            except (sqlite3.IntegrityError, sqlite3.DataError) as error:
                judged.drop(table.name, key, Reason.REFUSED, _field(table.name, str(error)))
    while broken := connection.execute("PRAGMA foreign_key_check").fetchall():
        for kind, key, _parent, _place in broken:
            if key in judged.kept[kind]:
                connection.execute(f"DELETE FROM {kind} WHERE rowid = ?", (key,))
                judged.drop(kind, key, Reason.PARENT_LOST)


def _field(table: str, message: str) -> str:
    """Return the rule or column in a message of SQLite; empty if there is none."""
    for mark in (f"ck_{table}_", f"{table}."):
        _before, found, name = message.rpartition(mark)
        if found:
            return name
    return ""


def _keep_counters(connection: sqlite3.Connection, given: Mapping[str, int]) -> None:
    """Restore SQLite's counters, so that no id is given twice, not even that of a lost row."""
    for table, last in given.items():
        if table in Record.metadata.tables and table not in _MADE_ANEW:
            connection.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
            connection.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, last))


def _record(transaction: Transaction, judged: CheckedRows) -> None:
    """Record the act of the salvage and begin a new chain over everything."""
    work = Work(transaction)
    recorded = work.frozen_hashes(judged.kept["minutes_version"].keys())
    facts: dict[str, Any] = {
        "old_head": judged.head,
        "lost_rows": sum(one.reason is not Reason.UNPROVEN for one in judged.listed),
        UPTO: {kind: max(rows) for kind, rows in judged.kept.items() if rows and kind not in _COUNTED | {HOLIDAY}},
    }
    work.audit(VERB, SUBJECT, 0, **facts)
    unproven = {one.id for one in judged.listed if (one.kind, one.reason) == ("minutes_version", Reason.UNPROVEN)}
    for version in work.versions.where():
        if version.content_hash and version.id not in recorded and version.id not in unproven:
            # its row is proved by its hash; the entry that told it is lost
            work.audit("hashed", "minutes_version", version.id, content_hash=version.content_hash)
    record_act(transaction, transaction.make_uid(), f"{SUBJECT}.{VERB}", Outcome(changed=Changed.NOTHING))
    begin_chain(transaction)


def _highest_class(judged: CheckedRows) -> Classification:
    found = [Classification.NORMAL]
    for kind, rows in judged.rows.items():
        names = [column.name for column in Record.metadata.tables[kind].columns]
        if "classification" in names:
            place = names.index("classification")
            for cells in rows.values():
                with suppress(ValueError):
                    found.append(Classification(cells[place]))
    return highest(found)


def _drop(path: Path) -> None:
    for name in ("", "-journal"):
        with suppress(OSError):
            disk.remove(path.with_name(path.name + name))
