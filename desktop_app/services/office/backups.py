"""Interface to the backups of an open office, for controllers.

:class:`desktop_app.storage.backup.office_backups.OfficeBackups` implements the protocol; it stays because controllers
never import storage.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.backups import Backup, BackupFolderState, BackupKind, RecordsState, RestorePlan


class Backups(Protocol):
    """Backups of one open office. All methods but the first two may be slow and run in a worker thread."""

    @property
    def own(self) -> Path:
        """The backup folder inside the data folder."""

    def moment(self) -> RecordsState | None:
        """The present state of the records; None before the founding."""

    def changed_since(self, place: Path) -> bool:
        """Whether an act was recorded after the newest backup in a folder."""

    def state(self, place: Path) -> BackupFolderState:
        """List the backups in a folder, newest first, by names and sizes only."""

    def mark(self, place: Path) -> str:
        """Write an identifying mark into a chosen folder and return its uid; raises ``EnvironmentProblem``."""

    def is_there(self, place: Path, mark: str) -> bool:
        """Whether the folder with this uid can be reached; an empty mount point cannot."""

    def make(self, place: Path, kind: BackupKind, progress: Progress) -> Backup:
        """Make and verify a backup, then delete surplus old ones."""

    def verify(self, backup: Backup, progress: Progress) -> Backup:
        """Read every byte of a backup, and check its rows against hashes and chain."""

    def judge(self, backup: Backup, progress: Progress) -> RestorePlan:
        """Return the plan of a restore of a backup."""

    def unpack(self, backup: Backup, progress: Progress) -> Path:
        """Unpack a backup into a data folder for viewing; :meth:`drop_unpacked` removes it."""

    def drop_unpacked(self, folder: Path | None = None) -> None:
        """Remove one unpacked folder, or all leftover ones."""
