"""Printed report of a salvage, made off the main thread, and the interface of recovery that the controller needs.

Discarding a salvage gives up what is made of it. That work may still end; it is of an earlier round then, and only a
bug in it is reported.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject

from desktop_app.domain.documents.salvage_report_document import ListedRecord, SalvageContents
from desktop_app.domain.errors import Refused
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.backups import NewestBackup, Restored, RestorePlan
from desktop_app.domain.read_models.findings import SalvageReport
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.paper.open_pages import OpenPages
from desktop_app.widgets.paper.printer import NoPrinter, Printer, PrintJob
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.backups.recovery_page import RecoveryPage
from desktop_app.words import recovery as words
from desktop_app.words.refusals import sentence
from desktop_app.words.salvage_lines import listed, summary_of
from desktop_app.workers import Cancelled, Watch, Workers


class SalvagedDatabase(Protocol):
    """A salvaged database that lies next to the damaged one."""

    @property
    def report(self) -> SalvageReport:
        """The report of what was and was not salvaged."""
        ...

    def accept(self) -> Path:
        """Replace the damaged database; return the folder that keeps the damaged one."""
        ...

    def discard(self) -> None:
        """Delete the salvaged database."""
        ...


class RecoveryWays(Protocol):
    """What can be done with a data folder; whatever takes a ``progress`` is called off the main thread."""

    @property
    def source(self) -> str:
        """The damaged file."""
        ...

    @property
    def kept_in(self) -> str:
        """The folder in which damaged files are kept."""
        ...

    @property
    def second_place(self) -> Path | None:
        """The second backup folder of this machine."""
        ...

    def find_backup(self, second: Path | None, progress: Progress) -> NewestBackup:
        """Read the backups from the newest, until one may be restored."""
        ...

    def restore(self, plan: RestorePlan, progress: Progress) -> Restored:
        """Replace the damaged file by its backup and keep the damaged one; report percent and the last step."""
        ...

    def prepare(self, progress: Progress) -> SalvagedDatabase:
        """Salvage the damaged file."""
        ...

    def keep_report(self, kept: Path, text: str) -> None:
        """Write the report next to the damaged file."""
        ...

    def report_paper(self, prepared: SalvagedDatabase, contents: SalvageContents) -> bytes:
        """Return the report as PDF, with the letterhead of the salvaged office; raises ``Refused``."""
        ...

    def open_pages(self, pdf: bytes) -> OpenPages:
        """Open the PDF for printing."""
        ...

    def save_report(self, path: Path, content: bytes) -> None:
        """Write the report to another file; raises ``Refused``."""
        ...


class ReportPaper(QObject):
    """Handles the print and save buttons of a salvage; its PDF is made once."""

    def __init__(
        self,
        page: RecoveryPage,
        ways: RecoveryWays,
        workers: Workers,
        dialogs: Dialogs,
        printer: Printer,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page, self._ways, self._workers = page, ways, workers
        self._dialogs, self._printer = dialogs, printer
        self._prepared: SalvagedDatabase | None = None
        self._pdf = b""
        self._watch: Watch | None = None
        self._round = 0
        page.pdf_requested.connect(self._save)
        page.print_requested.connect(lambda: self._with_pdf(self._print))

    def take(self, prepared: SalvagedDatabase | None) -> None:
        """Set the salvaged database, or None."""
        if self._watch is not None:
            self._watch.cancel()
            self._end()
        self._prepared, self._pdf = prepared, b""

    # ---- inside

    def _save(self) -> None:
        path = self._dialogs.pick_save_path(words.SAVE_TITLE, Path.home() / words.PDF_NAME, words.PDF_KINDS)
        if path is not None:
            self._with_pdf(lambda pdf: self._write(path, pdf))

    def _with_pdf(self, then: Callable[[bytes], object]) -> None:
        prepared = self._prepared
        # while one is made the page asks for no other
        if prepared is None or self._watch is not None:
            return
        if self._pdf:
            then(self._pdf)
            return
        contents, turn = report_contents(prepared.report, self._ways.source, self._ways.kept_in), self._round

        def made(pdf: bytes) -> None:
            if turn == self._round:
                self._end()
                self._pdf = pdf
                then(pdf)

        def failed(error: BaseException) -> None:
            if turn == self._round:
                self._end()
                if isinstance(error, Refused):
                    self._page.say(sentence(error), Tone.DANGER)
            # a file that went while it was read is no bug
            if not isinstance(error, Refused | Cancelled):
                raise error

        self._page.show_making(on=True)
        self._watch = self._workers.run(lambda: self._ways.report_paper(prepared, contents), made, failed, owner=self)

    def _end(self) -> None:
        """Forget the PDF that is being made and who waits for it."""
        self._round += 1
        self._watch = None
        self._page.show_making(on=False)

    def _write(self, path: Path, pdf: bytes) -> None:
        try:
            self._ways.save_report(path, pdf)
        except Refused as refused:
            self._page.say(sentence(refused), Tone.DANGER)
        else:
            self._page.say(words.SAVED_REPORT, Tone.DONE)

    def _print(self, pdf: bytes) -> None:
        pages = self._ways.open_pages(pdf)
        try:
            job = PrintJob(pages.count, pages.draw, pages.points, words.REPORT)
            printed = self._printer.print_pages(job, lambda _page, _count: None)
        except NoPrinter:
            self._page.say(words.NO_PRINTER, Tone.WARNING)
            return
        finally:
            pages.close()
        if printed is not None:
            self._page.say(words.printed(printed.count), Tone.DONE)


def report_contents(report: SalvageReport, source: str, kept_in: str) -> SalvageContents:
    """Return the contents of the paper; ``source`` is the file read, ``kept_in`` the folder that will keep it."""
    return SalvageContents(
        summary=summary_of(report),
        sources=(words.read_from(source), words.kept_there(kept_in)),
        listed=tuple(ListedRecord(**one._asdict()) for one in listed(report)),
    )
