"""Recovery actions on one data folder: find and restore a backup, or salvage the database file."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.documents.salvage_report_document import SalvageContents
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.backups import NewestBackup, Restored, RestorePlan
from desktop_app.domain.read_models.findings import SalvageReport
from desktop_app.printing.files import keep_file, write_file
from desktop_app.printing.pages import PageReader
from desktop_app.storage.backup.restore_plan import newest_restorable
from desktop_app.storage.backup.restoring import RestoreContext, restore
from desktop_app.storage.file.folder import WorkContext
from desktop_app.storage.salvage.salvage import REPORT, replace_damaged_database, salvage
from desktop_app.system import disk, paths
from desktop_app.window.backups.memory import BackupSettings
from desktop_app.window.backups.report_paper import SalvagedDatabase
from desktop_app.window.shell.machine import machine_settings
from desktop_app.window.shell.paper_pages import ShownPages
from desktop_app.wiring import salvage_report

SALVAGED: Final = ".salvaged"
"""The folder below the data folder in which a salvaged database is prepared."""
_KB: Final = 1024


@dataclass(frozen=True, slots=True)
class PreparedSalvage:
    """A salvaged database in a folder inside the data folder."""

    data: Path
    clock: Clock
    report: SalvageReport

    @property
    def folder(self) -> Path:
        """The folder of the salvaged database."""
        return self.data / SALVAGED

    def accept(self) -> Path:
        """Replace the damaged database by this one; return the folder where the damaged one is kept."""
        kept = replace_damaged_database(self.folder, self.data, WorkContext(self.clock))
        self.discard()
        return kept

    def discard(self) -> None:
        """Remove the salvaged database."""
        disk.drop_tree(self.folder)


class RecoveryActions:
    """Recovery actions on one data folder, without any use of the window."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder, self._clock, self._reader = folder, clock, PageReader()

    @property
    def source(self) -> str:
        """The path of the damaged database file."""
        return str(self._folder / paths.DATABASE)

    @property
    def kept_in(self) -> str:
        """The folder where damaged files are kept."""
        return str(self._folder / paths.SET_ASIDE)

    @property
    def second_place(self) -> Path | None:
        """The second backup folder set on this computer, if any."""
        return BackupSettings(machine_settings(), self._folder).folder

    def find_backup(self, second: Path | None, progress: Progress) -> NewestBackup:
        """Return the newest backup that can be restored; ``progress`` gets the kilobytes read and 0."""
        done = 0

        def more(count: int) -> None:
            nonlocal done
            done += count
            progress(done // _KB, 0)

        return newest_restorable(self._folder, second, count=more)

    def restore(self, plan: RestorePlan, progress: Progress) -> Restored:
        """Restore the backup; ``progress`` gets the percentage."""
        return restore(plan.backup, RestoreContext(self._folder, self._clock), progress)

    def prepare(self, progress: Progress) -> SalvagedDatabase:
        """Salvage the damaged file into a separate folder."""
        disk.drop_tree(self._folder / SALVAGED)
        report = salvage(self._folder, self._folder / SALVAGED, WorkContext(self._clock), progress)
        return PreparedSalvage(self._folder, self._clock, report)

    def keep_report(self, kept: Path, text: str) -> None:
        """Save the report; if that fails, do nothing, for it was shown already."""
        with suppress(EnvironmentProblem):
            keep_file(kept / REPORT, text.encode())

    def report_paper(self, prepared: SalvagedDatabase, contents: SalvageContents) -> bytes:
        """Return the PDF of the report, drawn in the office's fonts."""
        return salvage_report(self._folder, self._folder / SALVAGED, self._clock, contents, prepared.report)

    def open_pages(self, pdf: bytes) -> ShownPages:
        """Open a PDF in the main thread."""
        return ShownPages(self._reader.open(pdf))

    def save_report(self, path: Path, content: bytes) -> None:
        """Write the report to the chosen path; raises ``EnvironmentProblem``."""
        write_file(path, content, office=self._folder)
