"""Ways of guided recovery over one data folder: its backups, those of the second place, and the rows of its file."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final

from desktop_app import paths
from desktop_app.bootstrap.machine import machine_settings
from desktop_app.controllers.backups.backups_memory import BackupsMemory
from desktop_app.controllers.recovery.recovery_ways import Prepared, Told
from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.read_models.backups import Backup, FoundBackups, Restored, RestorePlan
from desktop_app.storage.backup.finding import newest_restorable
from desktop_app.storage.backup.restoring import RestoreContext, restore
from desktop_app.storage.file.folder import WorkContext
from desktop_app.storage.recovery.row_recovery import prepare

REPORT_FILE: Final = "report.txt"
_KB: Final = 1024


class FolderWays:
    """Nothing of it touches the window."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder, self._clock = folder, clock

    @property
    def kept_in(self) -> str:
        """Where damaged files are kept."""
        return str(self._folder / paths.SET_ASIDE)

    @property
    def second_place(self) -> Path | None:
        """As this machine remembers it."""
        return BackupsMemory(machine_settings()).read().folder

    def find_backup(self, second: Path | None, told: Told) -> FoundBackups:
        """The newest that may be restored; told of the kilobytes of the one that is read."""
        done, size = 0, 1

        def begin(backup: Backup) -> None:
            nonlocal done, size
            done, size = 0, max(backup.size, 1)
            more(0)

        def more(count: int) -> None:
            nonlocal done
            done += count
            told(min(done, size) // _KB, max(size // _KB, 1))

        return newest_restorable(self._folder, second, begin, more)

    def restore(self, plan: RestorePlan, told: Told) -> Restored:
        """Put it in place; told of percent."""
        return restore(plan.backup, RestoreContext(self._folder, self._clock), told)

    def prepare(self, told: Told) -> Prepared:
        """Build the recovered database beside the damaged one."""
        return prepare(self._folder, WorkContext(self._clock), told)

    def keep_report(self, kept: Path, text: str) -> None:
        """A report that cannot be kept there was shown all the same."""
        with suppress(OSError):
            (kept / REPORT_FILE).write_text(text, encoding="utf-8")
