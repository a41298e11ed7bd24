"""Backups as the window works with them: the port behind which the storage makes, reads and judges them."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.backups import Backup, BackupKind, Moment, PlaceCautions, PlaceState, RestorePlan
from desktop_app.domain.read_models.findings import RecoveredOnce


class Backups(Protocol):
    """Of one open office. All but the first two may take long and run off the main thread."""

    @property
    def own(self) -> Path:
        """The place below the data folder."""

    def moment(self) -> Moment | None:
        """How far the office has come; None before its founding."""

    def changed_since(self, place: Path) -> bool:
        """Whether an act was recorded that the newest backup of a place has not."""

    def recovered(self) -> tuple[RecoveredOnce, ...]:
        """Every recovery that the data themselves record, the newest first."""

    def cautions(self, place: Path) -> PlaceCautions:
        """What has to be known of a place before it is relied on."""

    def state(self, place: Path) -> PlaceState:
        """What lies in a place, newest first, judged by names and sizes."""

    def make(self, place: Path, kind: BackupKind, told: Progress) -> Backup:
        """Make a backup; of its files only those that are new in the place are read."""

    def read_made(self, made: Backup, told: Progress) -> Backup:
        """Verify a backup that was made, and remove what it makes superfluous; the backup as it was found."""

    def read_newest(self, place: Path, told: Progress) -> Backup | None:
        """The same of the newest backup of a place; None where there is none to rely on."""

    def thin(self, place: Path, told: Progress) -> Backup | None:
        """The same once enough backups of a place are superfluous; None before, and then nothing was read."""

    def verify(self, backup: Backup, told: Progress) -> Backup:
        """Read every byte of a backup, and hold its records against what was written of them.

        What is wrong in its place is written anew where the office has the right bytes.
        """

    def judge(self, backup: Backup, told: Progress) -> RestorePlan:
        """What restoring it would do."""

    def open_to_look(self, backup: Backup, told: Progress) -> Path:
        """A data folder with what the backup holds, to be opened for reading; :meth:`drop_looked_at` removes it."""

    def drop_looked_at(self, folder: Path | None = None) -> None:
        """Remove such a folder, or all that were left behind."""
