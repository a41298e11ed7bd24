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
    Verdict,
)
from desktop_app.storage.backup.database_copy import Contents, CopyDatabase, contents_of_file, own_copy, shared_copy
from desktop_app.storage.backup.evidence import held_against_evidence
from desktop_app.storage.backup.file_store import in_kilobytes
from desktop_app.storage.backup.judging import judge
from desktop_app.storage.backup.listing import (
    Verifier,
    judged_backups,
    list_backups,
    list_copies_before_upgrade,
    verify,
)
from desktop_app.storage.backup.making import Wish, make_backup
from desktop_app.storage.backup.restoring import RestoreContext, restore
from desktop_app.storage.backup.thinning import makes_superfluous, thin_out
from desktop_app.storage.file.faults import told as told_of
from desktop_app.storage.file.folder import DataFolder
from desktop_app.storage.file.volumes import largest_file, same_disk

LOOK: Final = "look-"
"""So begins, in the place below the data folder, the name of a folder in which a backup is looked at."""
NEAR: Final = 0.75
"""Of the largest file that a place can hold: from here on it is told, while there are years to find another place."""


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
        """How far the office has come; None before its founding."""
        held = self._contents()
        return Moment(held.committee, held.last_entry, held.chain_head) if held.committee else None

    def changed_since(self, place: Path) -> bool:
        """Whether an act was recorded that the newest sound backup of a place has not; never before the founding."""
        held = self._contents()
        newest = next((one for one in judged_backups(place, held.committee) if one.verdict in SOUND), None)
        moment = None if newest is None else (newest.last_entry, newest.last_act, newest.chain_head)
        return bool(held.committee) and moment != held.moment

    def cautions(self, place: Path) -> PlaceCautions:
        """Of a place for this office."""
        return cautions_of(place, self._data.folder)

    def state(self, place: Path) -> PlaceState:
        """What lies in a place; in the one below the data folder also the copies from before upgrades."""
        committee = self._committee()
        backups = list_backups(place, committee)
        if place == self.own:
            copies = list_copies_before_upgrade(self._data.folder, committee)
            return PlaceState(place, True, (*backups, *copies), replace(self.cautions(place), same_disk=False))
        reached = paths.is_folder(place)
        return PlaceState(place, reached, backups, self.cautions(place) if reached else PlaceCautions())

    def make(self, place: Path, kind: BackupKind, told: Progress = no_progress) -> Backup:
        """Make a backup beside the work; one by hand is verified, and what it makes superfluous is thinned out."""
        if not self._committee():
            raise EnvironmentProblem("backup_unfounded")
        if self._data.writable:
            # what was put in place of the data meanwhile, or written over them, is no backup of this office
            with self._data.open_drafts():
                """The look before each write refuses it; nothing is written."""
        wish = Wish(kind, self._clock.instant())
        return _made(self._data.folder, place, self._copy(), wish, told)

    def thin(self, place: Path, told: Progress = no_progress, made: Backup | None = None) -> Backup | None:
        """Remove what the newest backup of a place makes superfluous, once its records were held against evidence.

        ``made`` is that backup where it was made just now, and its bytes were read. The backup as it was found; None
        where nothing is superfluous, and nothing was read.
        """
        committee = self._committee()
        newest = made or next(judged_backups(place, committee), None)
        if newest is None or newest.verdict not in SOUND or not makes_superfluous(place, newest):
            return None
        if newest.verdict is Verdict.WHOLE:
            found = held_against_evidence(newest, in_kilobytes(newest.database_size, told))
        else:
            found = self.verify(newest, told)
        with suppress(EnvironmentProblem):
            # whoever is at work in the place by now: the next one thins out
            thin_out(place, found, self._clock.instant())
        return found

    def verify(self, backup: Backup, told: Progress = no_progress) -> Backup:
        """Read every byte of a backup, and hold its records against their hashes; it is told in kilobytes."""
        return verify(backup, self._committee(), read=Verifier(in_kilobytes(backup.size, told)))

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
        return self._contents().committee if beside is None or beside.office is None else beside.office.committee

    def _contents(self) -> Contents:
        try:
            return contents_of_file(self._path, counted=False)
        except sqlite3.Error as error:
            raise told_of(error) from error


def cautions_of(place: Path, data: Path) -> PlaceCautions:
    """Whether a place is lost with the data folder, and whether the database will soon be too large for it."""
    largest, size = largest_file(place), paths.size_of(data / paths.DATABASE)
    return PlaceCautions(same_disk(place, data), size if largest is not None and size >= NEAR * largest else 0)


def copy_closed(data: Path, place: Path, instant: str, told: Progress = no_progress) -> Backup:
    """Make a backup by hand without the office being open here; a window may be at work in it."""
    with suppress(sqlite3.Error):
        if not contents_of_file(data / paths.DATABASE).committee:
            raise EnvironmentProblem("backup_unfounded")
    return _made(data, place, own_copy(data / paths.DATABASE), Wish(BackupKind.BY_HAND, instant), told)


def _made(data: Path, place: Path, copy: CopyDatabase, wish: Wish, told: Progress) -> Backup:
    made = make_backup(data, place, copy, wish, told)
    if wish.kind is BackupKind.BY_HAND:
        # what a person asks for is told as it is; one that nobody asks for is held against it before it lets others go
        made = held_against_evidence(made)
        with suppress(EnvironmentProblem):
            # the backup is made, whoever is at work in its place by now; the next one thins out
            thin_out(place, made, wish.instant)
    return made
