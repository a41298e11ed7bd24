"""Backups of an open office as controllers ask for them.

:class:`desktop_app.storage.backup.office_backups.OfficeBackups` implements the protocol; it stays because controllers
never import storage.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.backups import Backup, BackupKind, Moment, PlaceState, RestorePlan


class Backups(Protocol):
    """Of one open office. All but the first two may take long and run off the main thread."""

    @property
    def own(self) -> Path:
        """The place below the data folder."""

    def moment(self) -> Moment | None:
        """How far the office has come; None before its founding."""

    def changed_since(self, place: Path) -> bool:
        """Whether an act was recorded that the newest backup of a place has not."""

    def state(self, place: Path) -> PlaceState:
        """What lies in a place, newest first, judged by names and sizes."""

    def mark(self, place: Path) -> str:
        """Mark a place that is chosen, and return its uid; raises ``EnvironmentProblem``."""

    def is_there(self, place: Path, mark: str) -> bool:
        """Whether the place with this uid can be reached: a mount folder without its medium cannot."""

    def make(self, place: Path, kind: BackupKind, told: Progress) -> Backup:
        """Make and verify a backup, then thin the place out."""

    def verify(self, backup: Backup, told: Progress) -> Backup:
        """Read every byte of a backup, and hold its rows against their hashes and the chain."""

    def judge(self, backup: Backup, told: Progress) -> RestorePlan:
        """What restoring it would do."""

    def unpack(self, backup: Backup, told: Progress) -> Path:
        """A data folder with what the backup holds, to be looked at; :meth:`drop_unpacked` removes it."""

    def drop_unpacked(self, folder: Path | None = None) -> None:
        """Remove such a folder, or all that were left behind."""
