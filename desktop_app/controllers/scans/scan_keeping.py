"""Keeping of a scan: its files into the store off the window's thread, then one act of the page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop_app.controllers.scans.scan_port import ScanPort
from desktop_app.controllers.shell.job_run import Failed, JobRun, ShowJob
from desktop_app.controllers.shell.undo_list import Do, WayBack, by_act
from desktop_app.controllers.signing.paper_edit_session import PaperEditSession
from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.scans import ScanImport
from desktop_app.services.context import Context
from desktop_app.services.outcome import Outcome, ScanKept
from desktop_app.services.scans.scan_keeping import StoredScan, keep_scan, store_scan, take_back_scan
from desktop_app.text.papers import scan_import as words
from desktop_app.views.scans.scan_dialog import ScanDialog
from desktop_app.workers import Watch, Workers


class ScanKeepingRun(JobRun):
    """Given up before the act nothing is on any record."""

    def __init__(
        self, session: PaperEditSession, scan_port: ScanPort, workers: Workers, show: ShowJob, parent: QObject
    ) -> None:
        super().__init__(workers, show, parent)
        self._session, self._scan_port = session, scan_port

    def keep(self, scan: ScanImport, form: ScanDialog, done: Callable[[ScanKept], object], failed: Failed) -> None:
        """Store its files, then do the act that takes what is typed in the form."""
        self.run(
            lambda watch: self._stored(scan, watch),
            words.keeping,
            lambda stored: form.hand_over(lambda: self._act(scan, stored, done, failed)),
            failed,
        )

    def _stored(self, scan: ScanImport, watch: Watch) -> StoredScan:
        """Its files in the store; off the thread of the window."""
        self._read_letters_ahead()
        return store_scan(self._scan_port.tools(), scan, watch.progress)

    def _read_letters_ahead(self) -> frozenset[int]:
        """Letters that the fonts can draw: read here, off the window's thread, only so that the act finds them read."""
        return self._session.context.paper.supported

    def _act(
        self,
        scan: ScanImport,
        stored: StoredScan,
        done: Callable[[ScanKept], object],
        failed: Failed,
    ) -> None:
        name = words.file_name(self._session.page.ui.title.text(), scan.original)

        def do(context: Context) -> ScanKept:
            return keep_scan(context, scan, stored, name=name)

        def back(made: Outcome) -> Do | None:
            if not isinstance(made, ScanKept) or made.complete:
                return None
            return lambda context: take_back_scan(context, scan.version_id, scan.original)

        try:
            made = self._session.perform(do)
        except Refused as refused:
            failed(refused)
            return
        originals = self._session.sheet.version.originals if self._session.sheet is not None else 1
        self._session.announce(made.changed)
        self._session.steps.add(made, WayBack(words.step_kept(scan.original, originals), by_act(do, back)))
        self._session.tell_done("")
        done(made)
