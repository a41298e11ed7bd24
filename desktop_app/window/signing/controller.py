"""Controller of the print page: makes the paper off the main thread, saves it, prints it, records the printing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.rules.minutes import was_taken_over
from desktop_app.services.context import STORED_BEFORE, Context
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.services.minutes.minutes import record_printing
from desktop_app.widgets.feedback.dialogs import Dialogs, confirm_leave
from desktop_app.widgets.paper.open_pages import OpenPages
from desktop_app.widgets.paper.printer import NoPrinter, Printed, Printer, PrintJob
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.destinations import Destination, OpenMinutes, OpenPage, OpenPaper, OpenPapers
from desktop_app.window.kit.paper_printing import NEVER_THERE, PaperPrinting, SavedPrint
from desktop_app.window.signing import words
from desktop_app.window.signing.page import PaperPage
from desktop_app.window.signing.paper_edit_session import PaperEditSession
from desktop_app.window.signing.round_trip_acts import PaperRoundTrip
from desktop_app.window.signing.scan_importing import ScanImporter
from desktop_app.window.signing.scan_showing import ScanPort, ScanViewer
from desktop_app.words import signing as signing_words
from desktop_app.words.refusals import sentence
from desktop_app.workers import Watch, Workers


class PaperController(PaperEditSession):
    """Shows one version of minutes at a time; ``show`` switches to another version."""

    made = Signal(int)
    """The pages of this version are on screen."""

    def __init__(
        self,
        page: PaperPage,
        context: Context,
        dialogs: Dialogs,
        printer: Printer,
        workers: Workers,
        printing: PaperPrinting,
        scan_port: ScanPort,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(page, context, parent)
        self._dialogs, self._printer = dialogs, printer
        self._workers, self._printing = workers, printing
        self._pdf = b""
        self._makings = 0
        self._pages: OpenPages | None = None
        self._retry: Callable[[], None] = self._make
        self.round_trip = PaperRoundTrip(self, dialogs)
        self.importing = ScanImporter(self, scan_port, dialogs, workers)
        self.showing = ScanViewer(self, scan_port, dialogs, printer, workers, self._show_printed)
        page.save_requested.connect(self.save)
        page.print_requested.connect(self.print_paper)
        page.back_requested.connect(self._back)
        page.verify_requested.connect(lambda: self.navigated.emit(OpenPage("verify")))
        page.retry_requested.connect(self._try_again)
        page.signals.scan_requested.connect(self.importing.open)
        page.scan_brought.connect(self.importing.bring)
        page.paste_requested.connect(self.importing.paste)
        page.signals.extracts_requested.connect(self._to_extracts)

    def visit(self, destination: Destination) -> None:
        """Show the paper of a navigation request."""
        if isinstance(destination, OpenPaper):
            self.show(destination.version_id)

    def show(self, version_id: int) -> None:
        """Make and show the paper of one version."""
        self.page.clear_message()
        if self.sheet is None or self.sheet.version.id != version_id:
            # what was done on another paper is not taken back from this one
            self.steps.forget()
        try:
            self.read(version_id)
        except Refused as refused:
            self._forget()
            self.show_problem(refused)
            return
        self._make()

    def reload(self, changed: Changed) -> None:
        """Read the round trip again, and the scan that is shown."""
        super().reload(changed)
        self.showing.follow()

    def may_leave(self) -> bool:
        """Ask the operator if a notice is unsaved."""
        if not self.page.unfinished():
            return True
        title, loss = signing_words.UNSAVED_TITLE, signing_words.UNSAVED_TEXT
        keep, drop = signing_words.KEEP, signing_words.DROP
        if not confirm_leave(self._dialogs, title, loss, stay=keep, leave=drop, save=self.page.trip.notice.save_now):
            return False
        self.page.close_notice()
        return True

    def save(self) -> None:
        """Save the PDF that is shown to a file the operator chooses."""
        if self.showing.shows:
            self.showing.save()
            return
        if self.sheet is None or not self._pdf:
            return
        suggested = self._printing.papers_folder() / self._file_name()
        path = self._dialogs.pick_save_path(words.SAVE_TITLE, suggested, words.PDF_FILES)
        if path is not None:
            self._save_to(path)

    def print_paper(self) -> None:
        """Print the paper; final minutes are stored first and their printing is recorded."""
        sheet, pages = self.sheet, self._pages
        if self.showing.shows:
            self.showing.print_scan()
            return
        if sheet is None or pages is None:
            return
        self._retry = self.print_paper
        try:
            kept = self._printing.keep_paper(self._file_name(), self._pdf) if sheet.can_print_for_pen else None
            printed = self._printer.print_pages(self._job(pages), lambda _page, _count: None)
        except NoPrinter:
            self.page.show_refusal(words.NO_PRINTER, words.NO_PRINTER_WHY, words.PRINT_AGAIN)
            return
        except Refused as refused:
            self.page.show_refusal(sentence(refused), action=words.PRINT_AGAIN)
            return
        if printed is None:
            return
        if printed.count < pages.count:
            self._show_part_printed(printed, pages.count, for_pen=kept is not None)
            return
        self.page.show_done(words.sent_to_printer(printed.count, printed.copies))
        if kept is not None:
            self._record(sheet.version.id, printed.copies, kept)

    def close(self) -> None:
        """Close the open PDF after the page has released it."""
        # what is being made is for nobody any more
        self._makings += 1
        self.importing.close()
        self.showing.let_go()
        if self._pages is not None:
            self.page.show_pages(0, None)
            self._pages.close()
            self._pages = None

    # ---- inside

    def _forget(self) -> None:
        """Show nothing, so that an earlier paper is not mistaken for the requested one."""
        self.close()
        self.sheet, self.scans, self._pdf = None, None, b""
        self.page.show_pages(0, None)
        self.page.show_unread()

    def _make(self) -> None:
        if self.sheet is None:
            return
        version_id = self.sheet.version.id
        self.page.show_pages(0, None)
        self.close()
        self._pdf = b""
        if was_taken_over(self.sheet.version):
            self._show_signed()
            return
        number = self._makings

        def make(watch: Watch) -> bytes:
            paper = minutes_paper(self.context, version_id)
            return self._printing.make(PaperKind.MINUTES, paper, None, lambda _done, _all: watch.stop_if_cancelled())

        self._workers.run_watched(
            make,
            lambda pdf: self._show_pdf(number, version_id, pdf),
            lambda error: self._not_made(number, error),
            owner=self,
        )

    def _show_signed(self) -> None:
        """Show the scan of minutes imported from older records, if there is one."""
        first = next(iter(self.scans.scans), None) if self.scans is not None else None
        if first is not None:
            self.showing.show(first.original)
            return
        self._retry = self._back
        self.page.show_refusal(words.NO_SCAN, words.NO_SCAN_WHY, words.TO_MINUTES, Tone.WARNING)

    def _show_pdf(self, number: int, version_id: int, pdf: bytes) -> None:
        # of one version several may have been asked for, with a change of its words in between
        if number != self._makings:
            return
        self._pdf = pdf
        self._pages = self._printing.open_pages(pdf)
        if not self.showing.shows:
            self._show_printed()
        self.made.emit(version_id)

    def _show_printed(self) -> None:
        if self._pages is not None:
            self.page.show_pages(self._pages.count, self._pages.draw)

    def _not_made(self, number: int, error: BaseException) -> None:
        if not isinstance(error, Refused):
            raise error
        if number != self._makings:
            return
        self._retry = self._make
        self.page.show_refusal(sentence(error), action=words.PRINT_AGAIN)

    def _save_to(self, path: Path) -> None:
        try:
            self._printing.write_file(path, self._pdf)
        except Refused as refused:
            elsewhere = refused.key in NEVER_THERE
            self._retry = self.save if elsewhere else lambda: self._save_to(path)
            self.page.show_refusal(sentence(refused), action=words.OTHER_PLACE if elsewhere else words.PRINT_AGAIN)
            return
        self.page.show_done(words.saved(str(path)))

    def _show_part_printed(self, printed: Printed, count: int, *, for_pen: bool) -> None:
        """Report that some pages were printed; only a whole paper is recorded as printed for signing."""
        told = words.part_sent_to_printer(printed.count, printed.copies, count)
        self.page.show_done(f"{told} {words.PART_NOT_RECORDED}" if for_pen else told)

    def _record(self, version_id: int, copies: int, kept: SavedPrint) -> None:
        """Record the printing; a failed record is retried without printing again."""
        self._retry = lambda: self._record(version_id, copies, kept)

        def do(context: Context) -> Outcome:
            return record_printing(context, version_id, copies=copies, path=kept.name, sha256=kept.sha256)

        def refuse(refused: Refused) -> bool:
            if refused.key == STORED_BEFORE:
                # it was recorded by the try before: another one would record a second printing
                self._retry = self._make
            again = "" if refused.key == STORED_BEFORE else words.RECORD_AGAIN
            self.page.show_refusal(sentence(refused), action=again)
            return True

        self.act(do, refuse)

    def _job(self, pages: OpenPages) -> PrintJob:
        return PrintJob(pages.count, pages.draw, pages.points, self._file_name(), self.page.shown_page())

    def _file_name(self) -> str:
        if self.sheet is None:
            return ""
        return words.file_name(self.sheet.meeting.number or 0, self.sheet.version.version)

    def _try_again(self) -> None:
        self.page.clear_message()
        self._retry()

    def _to_extracts(self) -> None:
        """Open the letters with the resolutions of this meeting, one per unit."""
        if self.sheet is not None:
            order = PaperOrder(kind=PaperKind.EXTRACT, meeting_id=self.sheet.meeting.id)
            self.navigated.emit(OpenPapers(order))

    def _back(self) -> None:
        if self.sheet is not None:
            self.navigated.emit(OpenMinutes(self.sheet.version.id))
