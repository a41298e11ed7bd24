"""Backups of one open office: what the window asks, over the folder and its own connection."""

from __future__ import annotations

import secrets
import sqlite3
from contextlib import ExitStack, suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from desktop_app import disk, paths, rights
from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.backups import (
    SOUND,
    Backup,
    BackupKind,
    Moment,
    PlaceCautions,
    PlaceState,
    RestorePlan,
)
from desktop_app.domain.read_models.findings import RecoveredOnce
from desktop_app.storage.backup.database_copy import CopyDatabase, Reached, own_copy, reached_of_file, shared_copy
from desktop_app.storage.backup.file_store import in_kilobytes
from desktop_app.storage.backup.judging import judge
from desktop_app.storage.backup.listing import judged_backups, list_backups, list_copies_before_upgrade, verify
from desktop_app.storage.backup.making import Wish, make_backup
from desktop_app.storage.backup.mending import verify_mending
from desktop_app.storage.backup.newest_beside import newest_in
from desktop_app.storage.backup.restoring import RestoreContext, restore
from desktop_app.storage.backup.thinning import BATCH, makes_superfluous, thin_out
from desktop_app.storage.file.faults import damage_in
from desktop_app.storage.file.faults import told as told_of
from desktop_app.storage.file.folder import DataFolder
from desktop_app.storage.file.told_findings import recoveries
from desktop_app.storage.file.volumes import largest_file, same_disk

LOOK: Final = "look-"
"""So begins, in the place below the data folder, the name of a folder in which a backup is looked at."""
NEAR: Final = 0.75
"""Of the largest file that a place can hold: from here on it is told, while there are years to find another place."""

_NAME: Final = "SELECT name FROM committee ORDER BY id LIMIT 1"


class OfficeBackups:
    """The port :class:`desktop_app.services.office.backups.Backups` over an open data folder."""

    def __init__(self, data: DataFolder, clock: Clock) -> None:
        self._data, self._clock = data, clock
        self._path = data.folder / paths.DATABASE

    @property
    def own(self) -> Path:
        """The place below the data folder."""
        return self._data.folder / paths.BACKUPS

    def moment(self) -> Moment | None:
        """How far the office has come; None before its founding, and where the data cannot say."""
        try:
            held = self._reached()
        except EnvironmentProblem:
            return None
        return Moment(held.committee, held.last_entry, held.chain_head) if held.committee else None

    def changed_since(self, place: Path) -> bool:
        """Whether an act was recorded that the newest sound backup of a place has not; never before the founding."""
        held = self._reached()
        newest = next((one for one in judged_backups(place, held.committee) if one.verdict in SOUND), None)
        if not held.committee or newest is None:
            return bool(held.committee)
        return held != Reached(newest.committee, newest.last_entry, newest.last_act, newest.chain_head)

    def recovered(self) -> tuple[RecoveredOnce, ...]:
        """Every recovery that the data record, the newest first; none where they cannot be read."""
        try:
            with self._data.reading() as transaction:
                return recoveries(transaction)
        except EnvironmentProblem:
            return ()

    def cautions(self, place: Path) -> PlaceCautions:
        """Of a place for this office."""
        return cautions_of(place, self._data.folder)

    def state(self, place: Path) -> PlaceState:
        """What lies in a place; in the one below the data folder also the copies from before upgrades."""
        committee = self._committee_told()
        backups = list_backups(place, committee)
        if place == self.own:
            copies = list_copies_before_upgrade(self._data.folder, committee)
            return PlaceState(place, True, (*backups, *copies), replace(self.cautions(place), same_disk=False))
        reached = paths.is_folder(place)
        cautions = self.cautions(place) if reached else PlaceCautions()
        return PlaceState(place, reached, backups, cautions, self._committee_called())

    def make(self, place: Path, kind: BackupKind, told: Progress = no_progress) -> Backup:
        """Make a backup beside the work; what was stored before is not read, and nothing is thinned out."""
        if self._data.writable:
            # what was put in place of the data meanwhile, or written over them, is no backup of this office
            with self._data.open_drafts():
                """The look before each write refuses it; nothing is written."""
        if not self._committee():
            raise EnvironmentProblem("backup_unfounded")
        return make_backup(self._data.folder, place, self._copy(), Wish(kind, self._clock.instant()), told)

    def read_made(self, made: Backup, told: Progress = no_progress) -> Backup:
        """Read all of a backup that was made, mend what can be, and thin out what it makes superfluous."""
        return _read_and_thin(made, self._committee(), self._data.folder, self._clock.instant(), told)

    def read_newest(self, place: Path, told: Progress = no_progress) -> Backup | None:
        """The same of the newest backup of a place; None where there is none to rely on."""
        newest = next(judged_backups(place, self._committee()), None)
        return None if newest is None or newest.verdict not in SOUND else self.read_made(newest, told)

    def thin(self, place: Path, told: Progress = no_progress) -> Backup | None:
        """The same once enough backups of a place are superfluous to be worth it; else None, and nothing was read."""
        newest = next(judged_backups(place, self._committee()), None)
        if newest is None or newest.verdict not in SOUND or len(makes_superfluous(place, newest)) < BATCH:
            return None
        return self.read_made(newest, told)

    def verify(self, backup: Backup, told: Progress = no_progress) -> Backup:
        """Read every byte of a backup, and hold its records against their hashes; it is told in kilobytes.

        What is wrong in the store of its place is mended, unless nothing may be written.
        """
        committee, count = self._committee_told(), in_kilobytes(backup.size, told)
        if not self._data.writable:
            return verify(backup, committee, count)
        return verify_mending(backup, committee, self._data.folder, self._clock.instant(), count)

    def judge(self, backup: Backup, told: Progress = no_progress) -> RestorePlan:
        """What restoring it would do."""
        return judge(backup, self._data.folder, in_kilobytes(backup.size, told))

    def open_to_look(self, backup: Backup, told: Progress = no_progress) -> Path:
        """Restore it into a folder of its own, which only this account may enter."""
        rights.make_folder(self.own)
        folder = self.own / f"{LOOK}{secrets.token_hex(4)}"
        rights.make_new_folder(folder)
        with ExitStack() as undo:
            undo.callback(self.drop_looked_at, folder)
            restore(backup, RestoreContext(folder, self._clock, with_doubts=True), told)
            undo.pop_all()
        return folder

    def drop_looked_at(self, folder: Path | None = None) -> None:
        """Remove the folder of a backup that was looked at, or all that a kill left behind."""
        for one in self.own.glob(f"{LOOK}*") if folder is None else (folder,):
            disk.drop_tree(one)

    def _copy(self) -> CopyDatabase:
        if self._data.writable:
            return shared_copy(self._data.live_connection(), self._path)
        return own_copy(self._path)

    def _committee(self) -> str:
        """Whose office it is: where another's data were put in place, its backups say so."""
        beside = self._data.beside
        return self._reached().committee if beside is None or beside.office is None else beside.office.committee

    def _committee_told(self) -> str:
        """The same; where the data cannot say it any more, the newest backup does: that is when the list is needed."""
        try:
            return self._committee()
        except EnvironmentProblem:
            newest = newest_in(self.own)
            return "" if newest is None else newest.committee

    def _committee_called(self) -> str:
        beside = self._data.beside
        if beside is not None and beside.office is not None:
            return beside.office.committee_name
        try:
            with self._data.reading() as transaction:
                return next((str(name) for (name,) in transaction.text(_NAME)), "")
        except EnvironmentProblem:
            return ""

    def _reached(self) -> Reached:
        try:
            return reached_of_file(self._path)
        except sqlite3.Error as error:
            problem = told_of(error)
            damage = damage_in(problem)
            if damage is not None and not self._data.findings:
                # met on a connection of its own: as much as what any page reads, it ends all writing
                self._data.stop_writing((damage,))
            raise problem from error


def cautions_of(place: Path, data: Path) -> PlaceCautions:
    """Whether a place is lost with the data folder, and whether the database will soon be too large for it."""
    largest, size = largest_file(place), paths.size_of(data / paths.DATABASE)
    return PlaceCautions(same_disk(place, data), size if largest is not None and size >= NEAR * largest else 0)


def copy_closed(
    data: Path, place: Path, instant: str, told: Progress = no_progress, read: Progress = no_progress
) -> Backup:
    """Make a backup by hand without the office being open here, and read all of it; a window may be at work in it.

    ``told`` hears of the making, ``read`` of the reading after it.
    """
    with suppress(sqlite3.Error):
        if not reached_of_file(data / paths.DATABASE).committee:
            raise EnvironmentProblem("backup_unfounded")
    made = make_backup(data, place, own_copy(data / paths.DATABASE), Wish(BackupKind.BY_HAND, instant), told)
    return _read_and_thin(made, made.committee, data, instant, read)


def _read_and_thin(made: Backup, committee: str, data: Path, instant: str, told: Progress) -> Backup:
    found = verify_mending(made, committee, data, instant, in_kilobytes(made.size, told))
    # the making stored some anew, the reading others
    found = replace(found, mended=made.mended + found.mended)
    with suppress(EnvironmentProblem):
        # it is read, whoever is at work in its place by now; the next one thins out
        thin_out(found.folder.parent, found, instant)
    return found
