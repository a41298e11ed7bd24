"""Keeping of a scan: its files into the store off the window's thread, then one act of the page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop_app.controllers.scans.scan_ports import ScanDesk
from desktop_app.controllers.shell.undo_list import Do, WayBack, by_act
from desktop_app.controllers.signing.paper_edit_session import PaperEditSession
from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.scans import ScanImport
from desktop_app.services.context import Context
from desktop_app.services.outcome import Outcome, ScanKept
from desktop_app.services.scans.scan_keeping import StoredScan, keep_scan, store_scan, take_back_scan
from desktop_app.text.papers import scan_import as words
from desktop_app.views.scans.scan_dialog import ScanDialog
from desktop_app.workers import Cancelled, Watch, Workers


class ScanKeepingRun(QObject):
    """Given up before the act nothing is on any record; ``told`` hears how far it is."""

    def __init__(
        self,
        session: PaperEditSession,
        desk: ScanDesk,
        workers: Workers,
        told: Callable[[str, int, int], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._desk, self._workers, self._told = session, desk, workers, told
        self._watch: Watch | None = None

    @property
    def busy(self) -> bool:
        """Whether a scan is being kept."""
        return self._watch is not None

    def keep(
        self,
        scan: ScanImport,
        form: ScanDialog,
        done: Callable[[ScanKept], object],
        failed: Callable[[Refused | None], object],
    ) -> None:
        """Store its files, then do the act that takes what is typed in the form.

        ``failed`` hears why not, or None where it was given up.
        """

        def end(act: Callable[[], object]) -> None:
            watch, self._watch = self._watch, None
            self._told("", 0, 0)
            # the store was ready before it heard that nobody waits any more
            if watch is not None and watch.cancelled:
                failed(None)
            else:
                act()

        def broke(error: BaseException) -> None:
            if not isinstance(error, Refused | Cancelled):
                end(lambda: None)
                raise error
            end(lambda: failed(error if isinstance(error, Refused) else None))

        self._told(words.keeping(0, 0), 0, 0)
        self._watch = self._workers.run_watched(
            lambda watch: store_scan(self._desk.tools(), scan, watch.progress),
            lambda stored: end(lambda: form.hand_over(lambda: self._act(scan, stored, done, failed))),
            broke,
            on_progress=lambda at, total: self._told(words.keeping(at, total), at, total),
            owner=self,
        )

    def stop(self) -> None:
        """Give up; what lies in the store is on no record."""
        if self._watch is not None:
            self._watch.cancel()

    def _act(
        self,
        scan: ScanImport,
        stored: StoredScan,
        done: Callable[[ScanKept], object],
        failed: Callable[[Refused | None], object],
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
