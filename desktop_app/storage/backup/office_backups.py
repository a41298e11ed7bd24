"""Backups of one open office: the operations of the window, through its own connection."""

from __future__ import annotations

import secrets
import sqlite3
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Final

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.backups import (
    SOUND,
    Backup,
    BackupFolderState,
    BackupKind,
    RecordsState,
    RestorePlan,
)
from desktop_app.storage.backup.database_copy import (
    CopyDatabase,
    HistoryPosition,
    copier_by_new_connection,
    copier_of_open_database,
    history_position_of_file,
)
from desktop_app.storage.backup.file_store import kilobyte_counter
from desktop_app.storage.backup.listing import list_backups, list_copies_before_upgrade, verify
from desktop_app.storage.backup.making import BackupOrder, make_backup
from desktop_app.storage.backup.places import folder_mark, mark_folder
from desktop_app.storage.backup.restore_plan import plan_restore
from desktop_app.storage.backup.restoring import unpack
from desktop_app.storage.backup.thinning import thin_out
from desktop_app.storage.file.folder import DataFolder
from desktop_app.storage.file.places import same_disk
from desktop_app.storage.sqlite.faults import damage_in
from desktop_app.storage.sqlite.faults import sqlite_refusal as told_of
from desktop_app.system import disk, paths, rights

LOOK: Final = "look-"
"""So begins, in the place below the data folder, the name of a folder in which a backup is looked at."""


class OfficeBackups:
    """Backups of an open data folder. All but :meth:`moment` may take long and run off the main thread."""

    def __init__(self, data: DataFolder, clock: Clock) -> None:
        self._data, self._clock = data, clock
        self._path = data.folder / paths.DATABASE
        self._known: dict[tuple[Path, bool], bool] = {}
        """Which backups were found whole, so that thinning reads each once."""

    @property
    def own(self) -> Path:
        """The backup folder inside the data folder."""
        return self._data.folder / paths.BACKUPS

    def moment(self) -> RecordsState | None:
        """Return how far the records go; None before the founding, and if the data are unreadable."""
        try:
            held = self._reached()
        except EnvironmentProblem:
            return None
        return RecordsState(held.committee, held.last_entry, held.chain_head) if held.committee else None

    def changed_since(self, place: Path) -> bool:
        """Whether an act was recorded after the newest sound backup of a folder; never before the founding."""
        moment = self.moment()
        every = list_backups(place, moment.committee if moment else "")
        return moment is not None and all(
            one.moment != moment for one in every if one.verdict in SOUND and not one.lost
        )

    def state(self, place: Path) -> BackupFolderState:
        """Return the backups in a folder; for the one inside the data folder also the copies from before upgrades."""
        moment = self.moment()
        committee = moment.committee if moment is not None else ""
        backups = list_backups(place, committee)
        if place == self.own:
            return BackupFolderState(place, True, (*backups, *list_copies_before_upgrade(self._data.folder, committee)))
        reached = paths.is_folder(place)
        return BackupFolderState(place, reached, backups, same_disk=reached and same_disk(place, self._data.folder))

    def make(self, place: Path, kind: BackupKind, progress: Progress = no_progress) -> Backup:
        """Make and verify a backup while the office is in use, then thin out its folder."""
        if self._data.writable:
            # what was put in place of the data meanwhile, or written over them, is no backup of this office
            with self._data.open_drafts():
                """The look before each write refuses it; nothing is written."""
        if not self._reached().committee:
            raise EnvironmentProblem("backup_unfounded")
        instant = self._clock.instant()
        made = make_backup(self._data.folder, place, self._copy(), BackupOrder(kind, instant), progress)
        _thin_out(place, made, self._known)
        return made

    def verify(self, backup: Backup, progress: Progress = no_progress) -> Backup:
        """Read every byte of a backup, and check its rows against their hashes; progress in kilobytes."""
        moment = self.moment()
        return verify(backup, moment.committee if moment is not None else "", kilobyte_counter(backup.size, progress))

    def judge(self, backup: Backup, progress: Progress = no_progress) -> RestorePlan:
        """Return what restoring a backup would do."""
        return plan_restore(backup, self._data.folder, kilobyte_counter(backup.size, progress))

    def mark(self, place: Path) -> str:
        """Mark a chosen backup folder and return its uid; raises ``backup_place_unwritable``."""
        try:
            return mark_folder(place)
        except OSError as error:
            raise EnvironmentProblem("backup_place_unwritable", folder=str(place)) from error

    def is_there(self, place: Path, mark: str) -> bool:
        """Whether the backup folder with this uid is reachable; a mount folder without its disk is not."""
        return paths.is_folder(place) and folder_mark(place) == mark

    def unpack(self, backup: Backup, progress: Progress = no_progress) -> Path:
        """Unpack a backup into a new data folder that only this account may open; return the folder."""
        rights.make_folder(self.own)
        folder = self.own / f"{LOOK}{secrets.token_hex(4)}"
        rights.make_new_folder(folder)
        with ExitStack() as undo:
            undo.callback(self.drop_unpacked, folder)
            unpack(backup, folder, kilobyte_counter(2 * backup.size, progress))
            undo.pop_all()
        return folder

    def drop_unpacked(self, folder: Path | None = None) -> None:
        """Remove the folder of a viewed backup; without one, all that killed programs left."""
        for one in self.own.glob(f"{LOOK}*") if folder is None else (folder,):
            disk.drop_tree(one)

    # ---- inside

    def _copy(self) -> CopyDatabase:
        if self._data.writable:
            return copier_of_open_database(self._data.live_connection(), self._path)
        return copier_by_new_connection(self._path)

    def _reached(self) -> HistoryPosition:
        try:
            return history_position_of_file(self._path)
        except sqlite3.Error as error:
            problem = told_of(error)
            damage = damage_in(problem)
            if damage is not None and not self._data.findings:
                # met on a connection of its own: as much as what any page reads, it ends all writing
                self._data.note_found((damage,))
            raise problem from error


def copy_closed(data: Path, place: Path, instant: str, progress: Progress = no_progress) -> Backup:
    """Make a backup of an office that is not open here; a window may be using it."""
    if not history_position_of_file(data / paths.DATABASE).committee:
        raise EnvironmentProblem("backup_unfounded")
    made = make_backup(
        data, place, copier_by_new_connection(data / paths.DATABASE), BackupOrder(BackupKind.BY_HAND, instant), progress
    )
    _thin_out(place, made, {})
    return made


# ---- inside


def _thin_out(place: Path, made: Backup, known: dict[tuple[Path, bool], bool]) -> None:
    """Thin out the folder after a backup; if another program uses the folder, that program does it later."""
    with suppress(EnvironmentProblem, OSError):
        thin_out(place, made.committee, made.made_at, known)
