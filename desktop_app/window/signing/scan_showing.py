"""View of a stored scan, each page next to its printed page, and reading of chosen files off the main thread.

While a scan shows, saving and printing are of the scan. ``ScanPort`` is what controllers need of the services, pages as
pixels and kept files.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QImage

from desktop_app.domain.errors import Refused
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.paper_sheets import FileLine
from desktop_app.domain.read_models.scans import ChosenFile, ReadPage, ScanReading
from desktop_app.domain.rules.minutes import was_taken_over
from desktop_app.services.context import Context
from desktop_app.services.files.owners import file_of
from desktop_app.services.scans.scan_tools import ScanTools, read_scan
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.paper.open_pages import AwaitedPages
from desktop_app.widgets.paper.page_canvas import PageImage
from desktop_app.widgets.paper.page_pair import ComparedPrint
from desktop_app.widgets.paper.printer import NoPrinter, Printer, PrintJob
from desktop_app.window.kit.file_drop import DroppedFiles, png_of
from desktop_app.window.kit.files.files_adding import FilePort
from desktop_app.window.signing import scan_words as words
from desktop_app.window.signing import words as paper_words
from desktop_app.window.signing.paper_edit_session import PaperEditSession
from desktop_app.window.signing.paper_original import SCAN
from desktop_app.words.refusals import sentence
from desktop_app.workers import Watch, Workers


class ScanPort(Protocol):
    """Access to scan tools and pages; called off the main thread."""

    @property
    def file_port(self) -> FilePort:
        """The file store of scans."""
        ...

    def tools(self) -> ScanTools:
        """Return the tools that read and store scans; loaded on first use."""
        ...

    def page(self, file: ChosenFile, page: int, progress: Progress) -> PageImage:
        """Return the image of a page of a chosen file; raises ``Refused`` and what ``progress`` raises."""
        ...

    def beside(self, version_id: int, page: PageImage, number: int = 0) -> ComparedPrint:
        """Return the page with its printed page, found by number or by mark; raises ``Refused``."""
        ...


PNG: Final = ".png"
CARD_PIXELS: Final = 400
"""Of the long side: the largest card on a screen of two pixels to one."""


@dataclass(frozen=True, slots=True)
class Read:
    """A reading, and a thumbnail of each of its pages in order."""

    reading: ScanReading
    pictures: tuple[QImage, ...]


def read_files(context: Context, scan_port: ScanPort, found: DroppedFiles, version_id: int, watch: Watch) -> Read:
    """Read files or a pasted picture; runs off the main thread."""
    files = chosen_files(found)
    reading = read_scan(context, scan_port.tools(), files, watch.progress, version_id=version_id)
    return Read(reading, pictures_of(reading.pages))


def chosen_files(found: DroppedFiles) -> tuple[ChosenFile, ...]:
    """Return the files, or the pasted picture as a file."""
    if found.picture is not None:
        return (ChosenFile(f"{words.PASTED}{PNG}", content=png_of(found.picture)),)
    return tuple(ChosenFile(path.name, path) for path in found.paths)


def pictures_of(pages: Sequence[ReadPage]) -> tuple[QImage, ...]:
    """Return thumbnails; images of the reading stay encoded, as a scan may have 500 pages."""
    made = []
    for page in pages:
        made.append(_for_card(QImage.fromData(page.picture)))
        # Qt's calls take the interpreter back so soon after each other that the window would get it after the last page
        time.sleep(0)
    return tuple(made)


def _for_card(picture: QImage) -> QImage:
    if picture.isNull() or max(picture.width(), picture.height()) <= CARD_PIXELS:
        return picture
    size = QSize(CARD_PIXELS, CARD_PIXELS)
    return picture.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)


LOOK_PIXELS: Final = 1_400
"""Of the width of a page whose mark is read."""


class ScanViewer(QObject):
    """Shows a stored scan in the paper view; call :meth:`let_go` before showing another version."""

    def __init__(
        self,
        session: PaperEditSession,
        scan_port: ScanPort,
        dialogs: Dialogs,
        printer: Printer,
        workers: Workers,
        printed: Callable[[], object],
    ) -> None:
        super().__init__(session)
        self._session, self._scan_port, self._workers = session, scan_port, workers
        self._dialogs, self._printer, self._printed = dialogs, printer, printed
        self._pages: AwaitedPages | None = None
        self._line: FileLine | None = None
        self._asked = 0
        self._reading: Watch | None = None
        session.page.signals.scan_shown.connect(self.show)
        session.page.signals.look_chosen.connect(self._choose)
        session.page.ui.pages.canvas.turned.connect(lambda _page: self._show_print())

    @property
    def shows(self) -> bool:
        """Whether a scan is shown instead of the paper."""
        return self._pages is not None

    def show(self, original: int) -> None:
        """Read and verify the scan off the main thread, then show it."""
        scans = self._session.scans
        kept = scans.of(original) if scans is not None else None
        if kept is None:
            return
        self._cancel_previous()
        number, link, context = self._asked, kept.link_id, self._session.context

        def read(watch: Watch) -> tuple[FileLine, AwaitedPages]:
            line = file_of(context, link)
            return line, self._scan_port.file_port.open_pages(
                line.file, line.link.name, lambda _done, _total: watch.stop_if_cancelled()
            )

        def came(found: tuple[FileLine, AwaitedPages]) -> None:
            if number == self._asked:
                self._show(original, *found)
            else:
                found[1].close()

        def failed(error: BaseException) -> None:
            if not isinstance(error, Refused):
                raise error
            if number == self._asked:
                self._refuse(error)

        self._reading = self._workers.run_watched(read, came, failed, owner=self)

    def save(self) -> None:
        """Copy the scan to a file the operator chooses, off the main thread."""
        line = self._line
        if line is None:
            return
        suggested = self._scan_port.file_port.suggested(line.file, line.link.name)
        path = self._dialogs.pick_save_path(words.SAVE_TITLE, suggested, paper_words.PDF_FILES)
        if path is None:
            return

        def failed(error: BaseException) -> None:
            if not isinstance(error, Refused):
                raise error
            self._refuse(error)

        # what became of it is told whatever shows by then: the sentence names the place
        self._workers.run(
            lambda: self._scan_port.file_port.save_copy(line.file, path),
            lambda _none: self._session.page.show_done(words.saved(str(path))),
            failed,
            owner=self,
        )

    def print_scan(self) -> None:
        """Print the scan; this is not recorded as a printing for signing."""
        pages, line, page = self._pages, self._line, self._session.page
        if pages is None or line is None:
            return
        job = PrintJob(pages.count, pages.drawn, pages.points, line.link.name, page.shown_page())
        try:
            printed = self._printer.print_pages(job, lambda _page, _count: None)
        except NoPrinter:
            page.show_refusal(paper_words.NO_PRINTER, paper_words.NO_PRINTER_WHY)
            return
        except Refused as refused:
            self._refuse(refused)
            return
        if printed is not None:
            page.show_done(paper_words.sent_to_printer(printed.count, printed.copies))

    def follow(self) -> None:
        """Show the paper again if the shown scan was removed."""
        scans, line = self._session.scans, self._line
        if line is not None and (scans is None or all(one.link_id != line.link.id for one in scans.scans)):
            self.let_go()
            self._printed()

    def let_go(self) -> None:
        """Hide the scan and close it after the page has released it."""
        self._cancel_previous()
        pages, self._pages, self._line = self._pages, None, None
        self._session.page.show_scan_mode(on=False)
        if pages is not None:
            self._session.page.show_pages(0, None)
            pages.close()

    # ---- inside

    def _choose(self, look: str) -> None:
        if look == SCAN:
            self.show(self._session.page.look.original())
        elif self._pages is not None:
            self.let_go()
            self._printed()
        else:
            # the one that was asked for is not wanted any more
            self._asked += 1

    def _show(self, original: int, line: FileLine, pages: AwaitedPages) -> None:
        self.let_go()
        self._pages, self._line = pages, line
        page = self._session.page
        page.show_pages(pages.count, pages.draw)
        page.look.show_chosen(original)
        page.show_scan_mode(on=True)

    def _show_print(self) -> None:
        """Draw the printed page that the mark names next to the scan page, off the main thread."""
        pages, sheet, pair = self._pages, self._session.sheet, self._session.page.ui.pages.pair
        if pages is None or sheet is None or was_taken_over(sheet.version):
            return
        pair.show_print(ComparedPrint())
        shown, version_id = self._session.page.shown_page(), sheet.version.id

        def is_awaited() -> bool:
            return self._pages is pages and self._session.page.shown_page() == shown

        def came(beside: ComparedPrint) -> None:
            if is_awaited():
                said = words.BESIDE_NOT_SHOWN if beside.printed.isNull() else ""
                pair.show_print(replace(beside, said=said))

        def failed(error: BaseException) -> None:
            # a scan that was let go meanwhile is closed
            if not is_awaited():
                return
            if not isinstance(error, Refused):
                raise error
            pair.show_print(ComparedPrint(said=sentence(error)))

        def drawn(image: PageImage) -> None:
            if is_awaited():
                self._workers.run(lambda: self._scan_port.beside(version_id, image), came, failed, owner=self)

        pages.ask(shown, LOOK_PIXELS, drawn, failed, self)

    def _cancel_previous(self) -> None:
        """Cancel the previous read."""
        self._asked += 1
        if self._reading is not None:
            self._reading.cancel()

    def _refuse(self, refused: Refused) -> None:
        page = self._session.page
        page.look.show_chosen(page.look.original() if self.shows else None)
        page.show_refusal(sentence(refused))
