"""Ways of guided recovery over one data folder: its backups, those of the second place, and the rows of its file."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final

from desktop_app import paths
from desktop_app.bootstrap.machine import machine_settings
from desktop_app.bootstrap.paper import ShownPages
from desktop_app.controllers.backups.backups_memory import BackupsMemory
from desktop_app.controllers.recovery.recovery_ways import Prepared
from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.documents.recovery_report_document import RecoveryContents
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.backups import Backup, FoundBackups, Restored, RestorePlan, Verdict
from desktop_app.domain.read_models.history import Named
from desktop_app.printing.files import keep_file, write_file
from desktop_app.printing.pages import PageReader
from desktop_app.printing.wording.record_words import named_with_class
from desktop_app.storage.backup.file_store import Count, in_kilobytes, uncounted
from desktop_app.storage.backup.finding import newest_restorable
from desktop_app.storage.backup.restoring import RestoreContext, restore
from desktop_app.storage.file.folder import WorkContext
from desktop_app.storage.recovery.row_recovery import prepare
from desktop_app.wiring import RecoveredRecords, recovered_report

REPORT_FILE: Final = "report.txt"


class FolderWays:
    """Nothing of it touches the window."""

    def __init__(self, folder: Path, clock: Clock, committee: str = "") -> None:
        """``committee`` is the uid of that whose folder it is, where its database is another's."""
        self._folder, self._clock, self._reader = folder, clock, PageReader()
        self._committee = committee

    @property
    def source(self) -> str:
        """The damaged file."""
        return str(self._folder / paths.DATABASE)

    @property
    def kept_in(self) -> str:
        """Where damaged files are kept."""
        return str(self._folder / paths.SET_ASIDE)

    @property
    def second_place(self) -> Path | None:
        """As this machine remembers it."""
        memory = BackupsMemory(machine_settings(), self._folder)
        return memory.folder or memory.last

    def name_of(self, record: Named) -> str:
        """As on the page of the history, with its class."""
        return named_with_class(record)

    def find_backup(self, second: Path | None, told: Progress) -> FoundBackups:
        """The newest that may be restored; told of the kilobytes of the one that is read."""
        read: Count = uncounted

        def begin(backup: Backup) -> None:
            nonlocal read
            read = in_kilobytes(backup.size, told)
            read(0)

        def more(count: int) -> None:
            # of whichever is being read by then
            read(count)

        return newest_restorable(self._folder, second, begin, more, office=self._committee)

    def restore(self, plan: RestorePlan, told: Progress) -> Restored:
        """Put it in place; told of percent."""
        doubtful = plan.backup.verdict is Verdict.DOUBTFUL
        context = RestoreContext(self._folder, self._clock, doubtful, self._committee)
        return restore(plan.backup, context, told)

    def prepare(self, told: Progress) -> Prepared:
        """Build the recovered database beside the damaged one."""
        return prepare(self._folder, WorkContext(self._clock), told)

    def keep_report(self, kept: Path, text: str) -> None:
        """A report that cannot be kept there was shown all the same."""
        with suppress(EnvironmentProblem):
            keep_file(kept / REPORT_FILE, text.encode())

    def report_paper(self, prepared: Prepared, contents: RecoveryContents) -> bytes:
        """Draw it in the fonts of the office."""
        report = prepared.report
        reading = RecoveredRecords(self._folder, self._clock, prepared.open_read)
        return recovered_report(reading, contents, report.at, report.classification)

    def open_pages(self, pdf: bytes) -> ShownPages:
        """Open it on the thread of the window."""
        return ShownPages(self._reader.open(pdf))

    def save_report(self, path: Path, content: bytes) -> None:
        """Write the report where the operator wants it; raises ``EnvironmentProblem``."""
        write_file(path, content, office=self._folder)
