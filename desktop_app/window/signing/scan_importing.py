"""Import of a scan on the print page: choose, drop or paste files, arrange the pages in a dialog, store them.

Reading and storing run off the window's thread; one act then keeps the scan. Given up before it, nothing is on record.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import Outcome, ScanKept
from desktop_app.domain.read_models.scans import ScanImport
from desktop_app.services.context import Context
from desktop_app.services.scans.scan_keeping import (
    StoredScan,
    keep_scan,
    require_may_keep,
    store_scan,
    take_back_scan,
)
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.draft_form import JobRun
from desktop_app.window.kit.file_drop import DroppedFiles, clipboard_files
from desktop_app.window.kit.undo_list import Do, HowToUndo, undo_by_act
from desktop_app.window.signing import scan_words as words
from desktop_app.window.signing.paper_edit_session import PaperEditSession
from desktop_app.window.signing.scan_arranging import ScanArranger
from desktop_app.window.signing.scan_dialog import ScanDialog
from desktop_app.window.signing.scan_showing import Read, ScanPort, read_files
from desktop_app.words.refusals import sentence
from desktop_app.workers import Watch, Workers


class ScanImporter(QObject):
    """Controls the import dialog; nothing is written before the operator stores the scan."""

    def __init__(self, session: PaperEditSession, scan_port: ScanPort, dialogs: Dialogs, workers: Workers) -> None:
        super().__init__(session)
        self._session, self._scan_port, self._dialogs, self._workers = session, scan_port, dialogs, workers
        self._folder = Path.home()
        self._dialog: ScanDialog | None = None
        self._arranging: ScanArranger | None = None
        self._run = JobRun(workers, self._show_reading, self)
        self._keeping = JobRun(workers, self._show_keeping, self)

    # ---- bringing files

    def open(self) -> None:
        """Open the dialog."""
        self._opened()

    def pick(self) -> None:
        """Show the file dialog."""
        paths = self._dialogs.pick_open_paths(words.PICK_TITLE, self._folder, words.KINDS)
        if paths:
            self._folder = paths[0].parent
            self.bring(DroppedFiles(paths))

    def paste(self) -> None:
        """Import the files or the picture on the clipboard; show why if that is not possible."""
        found, scans = clipboard_files(), self._session.scans
        if scans is not None and scans.can_import and found:
            self.bring(found)
        elif scans is not None and self._session.context.writable:
            told = words.NOTHING_TO_PASTE if scans.can_import else words.NOT_TAKEN
            self._session.status_message.emit(told, Tone.WARNING)

    def bring(self, found: DroppedFiles) -> None:
        """Read chosen, dropped or pasted files and add their pages."""
        dialog, sheet = self._opened() if found else None, self._session.sheet
        if dialog is None or sheet is None:
            return
        if self._busy:
            dialog.show_message_above(words.BUSY, Tone.WARNING)
            return
        dialog.clear_message()
        work = partial(read_files, self._session.context, self._scan_port, found, sheet.version.id)
        self._run.run(work, words.reading, self._take, partial(self._not_read, count=len(found.paths)))

    def stop(self) -> None:
        """Cancel the running work."""
        self._run.stop()
        self._keeping.stop()

    def close(self) -> None:
        """Close the dialog when the page closes or shows another paper."""
        self.stop()
        if self._dialog is not None:
            self._dialog.leave()

    # ---- the dialog

    @property
    def _busy(self) -> bool:
        return self._run.busy or self._keeping.busy

    def _opened(self) -> ScanDialog | None:
        """Return the open dialog, opening it if needed; None if the minutes take no scan."""
        sheet, scans = self._session.sheet, self._session.scans
        if self._dialog is not None or sheet is None or scans is None or not scans.can_import:
            return self._dialog
        page = self._session.page
        about = words.context(sheet.version.version, sheet.code)
        dialog = ScanDialog(page.window(), title=words.title(page.ui.title.text()), context=about)
        self._dialog = dialog
        self._arranging = ScanArranger(dialog, sheet, scans, self._session.context, self._scan_port, self._workers)
        dialog.add_requested.connect(self.pick)
        dialog.brought.connect(self.bring)
        dialog.stop_requested.connect(self.stop)
        dialog.keep_requested.connect(self._keep)
        dialog.finished.connect(self._closed)
        dialog.begin_about(sheet.version.id)
        dialog.open()
        dialog.focus_first()
        return dialog

    def _closed(self, _result: int) -> None:
        dialog, arranged = self._dialog, self._arranging
        self._dialog, self._arranging = None, None
        if self._busy:
            # by one key, and without the dialog nothing else says what became of it
            given_up = words.STOPPED if self._run.busy else words.KEEPING_GIVEN_UP
            self._session.status_message.emit(given_up, Tone.WARNING)
        self.stop()
        if arranged is not None:
            arranged.let_go()
        if dialog is not None:
            dialog.deleteLater()

    # ---- what was read

    def _take(self, read: Read) -> None:
        if self._arranging is not None:
            self._arranging.take(read)

    def _not_read(self, refused: Refused | None, count: int = 0) -> None:
        """Show why `count` files were not read; None: the operator stopped it."""
        if self._dialog is not None and refused is None:
            self._dialog.show_message_above(words.STOPPED, Tone.WARNING)
        elif self._dialog is not None and refused is not None:
            others = f" {words.none_added(count)}" if count > 1 and "name" in refused.facts else ""
            self._dialog.show_refusal(refused.field, f"{sentence(refused)}{others}")

    # ---- keeping

    def _keep(self) -> None:
        arranged = self._arranging
        scan = arranged.scan() if arranged is not None else None
        if arranged is None or scan is None or self._dialog is None or self._busy:
            return
        self._dialog.clear_message()
        try:
            require_may_keep(self._session.context, scan)
        except Refused as refused:
            self._not_kept(refused)
            return
        dialog = self._dialog
        self._keeping.run(
            lambda watch: self._stored(scan, watch),
            words.keeping,
            lambda stored: dialog.hand_over(lambda: self._act(scan, stored)),
            self._not_kept,
        )

    def _stored(self, scan: ScanImport, watch: Watch) -> StoredScan:
        """Write the files to the store; runs off the main thread."""
        self._read_letters_ahead()
        return store_scan(self._scan_port.tools(), scan, watch.progress)

    def _read_letters_ahead(self) -> frozenset[int]:
        """Read the letters of the fonts off the main thread, so that the action finds them cached."""
        return self._session.context.paper.supported

    def _act(self, scan: ScanImport, stored: StoredScan) -> None:
        """Store the scan; a scan that archives the minutes cannot be undone."""
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
            self._not_kept(refused)
            return
        originals = self._session.sheet.version.originals if self._session.sheet is not None else 1
        self._session.announce(made.changed)
        self._session.steps.add(made, HowToUndo(words.step_kept(scan.original, originals), undo_by_act(do, back)))
        self._session.report_done("")
        self._kept(made)

    def _kept(self, made: ScanKept) -> None:
        if self._dialog is not None:
            self._dialog.leave()
        sheet, page = self._session.sheet, self._session.page
        originals = sheet.version.originals if sheet is not None else 1
        told = words.kept_now(made.original, originals, complete=made.complete, provisional=made.provisional)
        page.show_done(told)
        page.trip.scans.focus(made.original)

    def _not_kept(self, refused: Refused | None) -> None:
        if self._dialog is not None and refused is None:
            self._dialog.show_message_above(words.KEEPING_STOPPED, Tone.WARNING)
        elif self._dialog is not None and refused is not None:
            self._dialog.show_refusal(refused.field, sentence(refused))

    # ---- how far it is

    def _show_reading(self, text: str, done: int, total: int) -> None:
        if self._dialog is not None:
            self._dialog.show_progress(text, done, total)

    def _show_keeping(self, text: str, done: int, total: int) -> None:
        if self._dialog is not None:
            self._dialog.show_progress(text, done, total, stop=words.STOP_KEEPING)
