"""Listing and verifying of backups by the files on the disk; the database keeps no list of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from desktop_app.domain.calendar.clock import FixedClock
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.backups import SOUND, Backup, BackupDamage, BackupKind, Verdict
from desktop_app.domain.read_models.findings import Finding
from desktop_app.storage.backup.database_copy import DatabaseContents, contents_of, open_for_reading, require_sound
from desktop_app.storage.backup.file_store import Count, hash_file, ignore_count, stored_path, stored_sizes
from desktop_app.storage.backup.manifest import BadManifest, HashAndSize, Manifest, read_backup, read_manifest
from desktop_app.storage.backup.places import backup_number, numbered_backups
from desktop_app.storage.evidence.value_checks import severe_findings, states_without_acts
from desktop_app.storage.evidence.verifying import chain_against_entries, rows_against_hashes
from desktop_app.storage.file.check import Steps, run_checks, schema_differences, with_reading_errors
from desktop_app.storage.file.copying import CopyDiffers
from desktop_app.storage.file.upgrade import copies_before_upgrade
from desktop_app.storage.sqlite.connections import Role, engine_for, open_transaction
from desktop_app.storage.store import schema
from desktop_app.storage.store.transaction import Transaction, new_uid
from desktop_app.system import paths

_UNASKED: Final = FixedClock(datetime(2000, 1, 1))  # noqa: DTZ001 - who only reads asks no clock


def list_backups(place: Path, committee: str = "") -> tuple[Backup, ...]:
    """Return every backup in a folder, newest first by its last entry; only manifests, names and sizes are checked.

    With the uid of a committee, those of another one are told as such.
    """
    there = stored_sizes(place)
    found = [_by_sizes(*read_backup(folder, number), there, committee) for number, folder in numbered_backups(place)]
    return tuple(sorted(found, key=lambda one: one.order, reverse=True))


def list_copies_before_upgrade(data: Path, committee: str = "") -> tuple[Backup, ...]:
    """Return the copies made before upgrades of the schema, newest schema first; they hold only the database."""
    return tuple(
        _backup_of_copy(folder / paths.DATABASE, BackupKind.BEFORE_UPGRADE, instant, committee)
        for instant, folder in copies_before_upgrade(data)
    )


def backup_at(path: Path) -> Backup | None:
    """Return the backup at a path: its folder, a file in it, a backup folder (newest sound one), or a bare database.

    None where nothing of the kind lies there.
    """
    folder = path if paths.is_folder(path) else path.parent
    if paths.is_folder(path) or path.name in (paths.MANIFEST, paths.DATABASE):
        if paths.exists(folder / paths.MANIFEST):
            return read_backup(folder, backup_number(folder))[0]
        every = list_backups(folder)
        if every:
            return next((one for one in every if one.verdict in SOUND), every[0])
    database = path / paths.DATABASE if paths.is_folder(path) else path
    if not paths.is_file(database) or path.name == paths.MANIFEST:
        return None
    return _backup_of_copy(database, BackupKind.BY_HAND, "", "")


def verify(backup: Backup, committee: str = "", count: Count = ignore_count) -> Backup:
    """Read every byte of a backup and check its rows against their hashes and the chain; return it with its verdict.

    Raises ``EnvironmentProblem``: ``backup_place_missing`` where its medium was pulled out meanwhile.
    """
    found = _verified(backup, committee, count)
    if (found.verdict is Verdict.DAMAGED or found.lost) and not paths.exists(backup.folder):
        raise EnvironmentProblem("backup_place_missing", folder=str(backup.folder.parent))
    return found


def has_its_database(backup: Backup, *, records: bool) -> bool:
    """Whether the database of a backup matches its manifest, and on request whether its records are sound.

    Cheap enough to be asked before another backup goes: no file is read.
    """
    try:
        if hash_file(backup.database) != read_manifest(backup.folder).database:
            return False
    except (OSError, BadManifest):
        return False
    return not records or _verified_records(backup, ignore_count).verdict is Verdict.VERIFIED


def findings_in(database: Path, count: Count = ignore_count) -> tuple[Finding, ...]:
    """Return the severe findings in a closed database of this schema: schema, states, rows and chain.

    Raises ``EnvironmentProblem`` where it cannot be read.
    """
    engine = engine_for(database, Role.READER)
    try:
        with open_transaction(engine) as connection:
            transaction = Transaction(connection, _UNASKED, None, new_uid, writable=False)
            return severe_findings(run_checks(transaction, _steps(count)))
    finally:
        engine.dispose()


# ---- inside


def _steps(count: Count) -> Steps:
    def table(findings: Iterator[Finding]) -> Iterator[Finding]:
        # no byte more, but a way out between two tables
        count(0)
        return with_reading_errors("rows", findings)

    return (
        ("schema", schema_differences),
        ("states", states_without_acts),
        ("rows", partial(rows_against_hashes, alone=table)),
        ("chain", chain_against_entries),
    )


def _verified(backup: Backup, committee: str, count: Count) -> Backup:
    if backup.bare:
        found = _backup_of_copy(backup.database, backup.kind, backup.made_at, committee)
        return _verified_records(found, count) if found.verdict is Verdict.UNREAD else found
    there = stored_sizes(backup.folder.parent)
    fresh, manifest = read_backup(backup.folder, backup.number)
    fresh = _by_sizes(fresh, manifest, there, committee)
    if fresh.verdict is not Verdict.UNREAD or manifest is None:
        return fresh
    flaw = _flaw_of(fresh, manifest, count)
    if flaw is not None:
        return _damaged(fresh, *flaw)
    place = backup.folder.parent
    lost = tuple(name for name, one in manifest.files.items() if name in fresh.lost or not _holds(place, one, count))
    return _verified_records(replace(fresh, lost=lost), count)


def _holds(place: Path, stored: HashAndSize, count: Count) -> bool:
    try:
        return hash_file(stored_path(place, stored.sha256), count) == stored
    except OSError:
        return False


def _damaged(backup: Backup, flaw: BackupDamage, detail: str) -> Backup:
    return replace(backup, verdict=Verdict.DAMAGED, flaw=flaw, detail=detail)


def _flaw_of(backup: Backup, manifest: Manifest, count: Count) -> tuple[BackupDamage, str] | None:
    """Return what is wrong with the database of a backup."""
    try:
        if hash_file(backup.database, count) != manifest.database:
            return BackupDamage.DATABASE_CHANGED, paths.DATABASE
        _require_as_told(backup.database, manifest)
    except OSError as error:
        return BackupDamage.UNREADABLE, str(error)
    except CopyDiffers as error:
        return BackupDamage.DATABASE_UNSOUND, str(error)
    return None


def _require_as_told(database: Path, manifest: Manifest) -> None:
    held = require_sound(database)
    said = schema.APPLICATION_ID, manifest.schema, manifest.committee, manifest.last_entry, manifest.chain_head
    reached = held.reached
    if (held.owner, held.schema, reached.committee, reached.last_entry, reached.chain_head) != said:
        raise CopyDiffers(paths.MANIFEST)


def _verified_records(backup: Backup, count: Count) -> Backup:
    """Return the backup after a check of its records; an older schema is checked only after its restore."""
    found: tuple[Finding, ...] = ()
    if backup.schema == schema.SCHEMA_VERSION:
        try:
            found = findings_in(backup.database, count)
        except EnvironmentProblem as problem:
            return _damaged(backup, BackupDamage.UNREADABLE, str(problem.facts.get("code", problem.key)))
    if found:
        return _damaged(backup, BackupDamage.RECORDS, f"{found[0].kind} {found[0].subject} {found[0].detail}".strip())
    return replace(backup, verdict=Verdict.VERIFIED)


def _by_sizes(backup: Backup, manifest: Manifest | None, there: dict[str, int], committee: str) -> Backup:
    backup = _with_verdict_by_committee(backup, committee)
    if backup.verdict is not Verdict.UNREAD or manifest is None:
        return backup
    database = backup.folder / paths.DATABASE
    if not paths.is_file(database):
        return _damaged(backup, BackupDamage.DATABASE_MISSING, paths.DATABASE)
    if paths.size_of(database) != backup.database_size:
        return _damaged(backup, BackupDamage.DATABASE_CHANGED, paths.DATABASE)
    lost = tuple(name for name, one in manifest.files.items() if there.get(one.sha256) != one.size)
    return replace(backup, lost=lost)


def _with_verdict_by_committee(backup: Backup, committee: str) -> Backup:
    if backup.verdict is not Verdict.UNREAD:
        return backup
    if backup.schema > schema.SCHEMA_VERSION:
        return replace(backup, verdict=Verdict.NEWER_SCHEMA, detail=str(backup.schema))
    if committee and backup.committee != committee:
        return replace(backup, verdict=Verdict.OTHER_COMMITTEE, detail=backup.committee_name)
    return backup


def _backup_of_copy(database: Path, kind: BackupKind, instant: str, committee: str) -> Backup:
    """Return a bare database as a backup; without a manifest only SQLite's own check applies."""
    size = paths.size_of(database)
    begun = Backup(database.parent, kind=kind, made_at=instant, database_size=size, bare=database.name)
    if not size:
        return replace(begun, verdict=Verdict.NOT_OURS)
    try:
        with closing(open_for_reading(database)) as opened:
            # another program may call its tables as ours are called
            if opened.execute("PRAGMA application_id").fetchone()[0] != schema.APPLICATION_ID:
                return replace(begun, verdict=Verdict.NOT_OURS, detail=database.name)
            held = contents_of(opened)
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorname", "") == "SQLITE_NOTADB":
            return replace(begun, verdict=Verdict.NOT_OURS, detail=database.name)
        return _damaged(begun, BackupDamage.DATABASE_UNSOUND, str(error))
    with suppress(CopyDiffers):
        require_sound(database)
        return _with_verdict_by_committee(_filled(begun, held), committee)
    return _damaged(_filled(begun, held), BackupDamage.DATABASE_UNSOUND, database.name)


def _filled(backup: Backup, held: DatabaseContents) -> Backup:
    return replace(
        backup,
        committee=held.reached.committee,
        committee_name=held.committee_name,
        schema=held.schema,
        last_entry=held.reached.last_entry,
        chain_head=held.reached.chain_head,
    )
