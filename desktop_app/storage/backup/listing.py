"""Listing and verifying backups from what lies on the disk; nothing of it is kept in the database."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

from desktop_app import paths
from desktop_app.domain.read_models.backups import READ, Backup, BackupKind, Flaw, Verdict
from desktop_app.storage.backup.database_copy import Contents, Reached, contents_of, require_sound
from desktop_app.storage.backup.evidence import held_against_evidence
from desktop_app.storage.backup.file_store import Count, hashed, stored_at, stored_sizes, uncounted
from desktop_app.storage.backup.last_reading import with_reading
from desktop_app.storage.backup.manifest import (
    BadManifest,
    Manifest,
    Stored,
    listed,
    listed_with_manifest,
    read_manifest,
)
from desktop_app.storage.backup.places import number_of, numbered
from desktop_app.storage.backup.wrong_files import held_against_files
from desktop_app.storage.file.before_upgrade import copies_before_upgrade
from desktop_app.storage.file.connections import file_uri
from desktop_app.storage.file.copying import CopyDiffers
from desktop_app.storage.file.database import begins_as_database
from desktop_app.storage.schema import schema

Mend = Callable[[Path, str, Stored], bool]
"""Writes a stored file of a place anew that has this name in the office; whether it is what it was."""
Before = Callable[[Backup], object]
"""Told of each backup before it is read; what it raises ends the work."""


def list_backups(place: Path, committee: str = "") -> tuple[Backup, ...]:
    """Every backup of a place, newest first, judged by manifests, names and sizes alone; fast.

    With the uid of a committee, those of another one are told as such.
    """
    return tuple(judged_backups(place, committee))


def judged_backups(place: Path, committee: str = "") -> Iterator[Backup]:
    """The same one by one: of those that nobody asks for nothing is read.

    Each manifest is read once, and the store is listed once for all of them.
    """
    there: Mapping[str, int] | None = None
    for number, folder in reversed(numbered(place)):
        backup, manifest = listed_with_manifest(folder, number)
        backup = _judged(backup, committee)
        if backup.verdict is Verdict.UNREAD and manifest is not None:
            there = stored_sizes(place) if there is None else there
            backup = _by_sizes(backup, manifest, there)
            if backup.verdict is Verdict.UNREAD:
                backup = with_reading(backup, manifest)
        yield backup


def list_copies_before_upgrade(data: Path, committee: str = "") -> tuple[Backup, ...]:
    """The copies that were made before upgrades of the schema, newest schema first; they hold the database alone."""
    return tuple(
        _judged(_of_copy(folder / paths.DATABASE, BackupKind.BEFORE_UPGRADE, instant), committee)
        for instant, folder in copies_before_upgrade(data)
    )


def backup_at(path: Path) -> Backup | None:
    """The backup that a person names: its folder, a file in it, a place (its newest whole one), or a bare database.

    None where nothing of the kind lies there.
    """
    folder = path if paths.is_folder(path) else path.parent
    if paths.is_folder(path) or path.name in (paths.MANIFEST, paths.DATABASE):
        if paths.lies(folder / paths.MANIFEST):
            return listed(folder, number_of(folder))
        if numbered(folder):
            right = next((one for one in _read_in_turn(folder, "") if one.records_right or one.verdict in READ), None)
            return right or next(_read_in_turn(folder, ""), None) or list_backups(folder)[0]
    database = path / paths.DATABASE if paths.is_folder(path) else path
    if not paths.is_file(database) or path.name == paths.MANIFEST:
        return None
    if database.name != paths.DATABASE and paths.size_of(database) and not _may_be_copy(database):
        return None
    return _of_copy(database, BackupKind.BY_HAND, "")


def _may_be_copy(file: Path) -> bool:
    """Whether a file may be a copy of a database that somebody gave a name of their own; one unread may be."""
    try:
        return begins_as_database(file)
    except OSError:
        return True


def verify(backup: Backup, committee: str = "", count: Count = uncounted, read: Verifier | None = None) -> Backup:
    """Read every byte of a backup, and hold its records against their hashes: what it is then."""
    if backup.bare:
        return _verified_copy(backup, committee, count)
    fresh = listed(backup.folder, backup.number)
    if fresh.verdict is not Verdict.UNREAD:
        return fresh
    fresh = _judged(fresh, committee)
    if fresh.verdict is not Verdict.UNREAD:
        return fresh
    return (read or Verifier(count)).verified(fresh)


def latest_verified(folder: Path, committee: str = "") -> Backup | None:
    """The newest backup of a place that was read just now and found without fault; None where there is none.

    ``folder`` is a place of backups, such as ``data_folder / paths.BACKUPS``. ``committee`` is the uid of the
    committee whose records are wanted; empty takes any (where the damaged database no longer says whose it is).
    A newer schema than this program's, another committee, anything damaged, and records that are not what the program
    wrote are passed over. The result names the
    folder of the backup (``backup.folder / paths.DATABASE`` is its database, complete and with no journal) and how
    far it goes (``last_entry``, ``chain_head``, ``made_at``); its files lie in the store beside it and are brought
    back by :func:`desktop_app.storage.backup.restoring.restore`. It only reads, and raises nothing for what it finds;
    ``OSError`` of a place that cannot be read at all is an empty place.
    """
    return next((one for one in _read_in_turn(folder, committee) if one.verdict in READ), None)


class Verifier:
    """Reads backups of one place; a file that several of them hold is read once."""

    def __init__(self, count: Count = uncounted) -> None:
        self.count = count
        self.mend: Mend | None = None
        """Asked for each stored file that is missing or changed."""
        self._read: dict[Path, Stored | None] = {}
        self._held: dict[Path, Backup] = {}
        self._mended: set[Path] = set()

    def verified(self, backup: Backup) -> Backup:
        """The backup with what was found."""
        try:
            manifest = read_manifest(backup.folder)
        except (OSError, BadManifest) as error:
            return replace(backup, verdict=Verdict.DAMAGED, flaw=Flaw.MANIFEST, detail=str(error))
        flaw = self._flaw_of(backup.folder, manifest)
        backup = replace(backup, mended=len(self._mended))
        if flaw is not None:
            return replace(backup, verdict=Verdict.DAMAGED, flaw=flaw[0], detail=flaw[1])
        if backup.folder not in self._held:
            self._held[backup.folder] = held_against_files(held_against_evidence(backup, self.count), manifest)
        return self._held[backup.folder]

    def _flaw_of(self, folder: Path, manifest: Manifest) -> tuple[Flaw, str] | None:
        database = folder / paths.DATABASE
        found = self._hashed(database)
        if found != manifest.database:
            missing = found is None
            return (Flaw.DATABASE_MISSING if missing else Flaw.DATABASE_CHANGED), paths.DATABASE
        try:
            if not _agrees(require_sound(database), manifest):
                return Flaw.DATABASE_CHANGED, paths.DATABASE
        except CopyDiffers as error:
            return Flaw.DATABASE_UNSOUND, str(error)
        return self._flaw_of_files(folder.parent, manifest)

    def _flaw_of_files(self, place: Path, manifest: Manifest) -> tuple[Flaw, str] | None:
        """The first that is not what it was; where any can be mended, all are asked."""
        flaw = None
        for name, stored in manifest.files.items():
            held = self._hashed(stored_at(place, stored.sha256))
            if held == stored or self._mends(place, name, stored):
                continue
            flaw = flaw or (Flaw.FILE_MISSING if held is None else Flaw.FILE_CHANGED, name)
            if self.mend is None:
                break
        return flaw

    def _mends(self, place: Path, name: str, stored: Stored) -> bool:
        if self.mend is None or not self.mend(place, name, stored):
            return False
        file = stored_at(place, stored.sha256)
        self._read[file] = stored
        self._mended.add(file)
        return True

    def _hashed(self, file: Path) -> Stored | None:
        if file not in self._read:
            self._read[file] = None
            with suppress(OSError):
                self._read[file] = hashed(file, self.count)
        return self._read[file]


# ---- inside


def _read_in_turn(folder: Path, committee: str) -> Iterator[Backup]:
    """What may be restored of a place, newest first, each read when it is asked for."""
    reading = Verifier()
    for backup in list_backups(folder, committee):
        if backup.verdict is Verdict.UNREAD:
            found = verify(backup, committee, read=reading)
            if found.verdict is not Verdict.DAMAGED:
                yield found


def _judged(backup: Backup, committee: str) -> Backup:
    if backup.verdict is not Verdict.UNREAD:
        return backup
    if backup.schema > schema.SCHEMA_VERSION:
        return replace(backup, verdict=Verdict.NEWER_SCHEMA, detail=str(backup.schema))
    if committee and backup.committee != committee:
        return replace(backup, verdict=Verdict.OTHER_COMMITTEE, detail=backup.committee_name)
    return backup


def _by_sizes(backup: Backup, manifest: Manifest, there: Mapping[str, int]) -> Backup:
    database = backup.folder / paths.DATABASE
    if not paths.is_file(database):
        return replace(backup, verdict=Verdict.DAMAGED, flaw=Flaw.DATABASE_MISSING, detail=paths.DATABASE)
    if paths.size_of(database) != backup.database_size:
        return replace(backup, verdict=Verdict.DAMAGED, flaw=Flaw.DATABASE_CHANGED, detail=paths.DATABASE)
    for name, stored in manifest.files.items():
        if there.get(stored.sha256) != stored.size:
            return replace(backup, verdict=Verdict.DAMAGED, flaw=Flaw.FILE_MISSING, detail=name)
    return backup


def _agrees(held: Contents, manifest: Manifest) -> bool:
    return (
        held.owner == schema.APPLICATION_ID
        and held.schema == manifest.schema
        and held.reached == Reached(manifest.committee, manifest.last_entry, manifest.last_act, manifest.chain_head)
        and held.counts == manifest.counts
    )


def _of_copy(database: Path, kind: BackupKind, instant: str) -> Backup:
    size = paths.size_of(database)
    begun = Backup(database.parent, 0, kind, instant, database_size=size, bare=database.name)
    try:
        with closing(sqlite3.connect(file_uri(database, "ro"), uri=True, isolation_level=None)) as opened:
            return _filled(begun, contents_of(opened))
    except sqlite3.Error as error:
        return replace(begun, verdict=Verdict.DAMAGED, flaw=Flaw.DATABASE_UNSOUND, detail=str(error))


def _filled(backup: Backup, held: Contents) -> Backup:
    return replace(
        backup,
        committee=held.committee,
        committee_name=held.committee_name,
        schema=held.schema,
        last_entry=held.last_entry,
        last_act=held.last_act,
        chain_head=held.chain_head,
    )


def _verified_copy(backup: Backup, committee: str, count: Count) -> Backup:
    """A copy without a manifest: SQLite's own check, and its records, are all that it can be asked."""
    try:
        held = require_sound(backup.database)
    except CopyDiffers as error:
        return replace(backup, verdict=Verdict.DAMAGED, flaw=Flaw.DATABASE_UNSOUND, detail=str(error))
    found = _judged(replace(_filled(backup, held), verdict=Verdict.UNREAD), committee)
    return held_against_evidence(found, count) if found.verdict is Verdict.UNREAD else found
