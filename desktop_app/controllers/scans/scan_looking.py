"""The page of a scan that shows large beside its page of the print: small at once, large when it has been drawn."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from desktop_app.controllers.scans.scan_port import ScanPort
from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.scans import ChosenFile, ReadPage, RecognisedBy, ScanReading
from desktop_app.text.papers import scan_import as words
from desktop_app.text.shared.refusals import sentence
from desktop_app.views.scans.scan_dialog import ScanDialog
from desktop_app.views.scans.scan_format import page_key
from desktop_app.widgets.paper.page_canvas import to_image
from desktop_app.widgets.paper.page_pair import PrintBeside
from desktop_app.workers import Cancelled, Watch, Workers

Drawn = tuple[int, int]
"""A page by its key, and the number of the page of the print beside it, 0 for none."""


class ScanLooking(QObject):
    """Keeps the pictures of all cards, and the large one of the page that shows."""

    def __init__(self, dialog: ScanDialog, version_id: int, scan_port: ScanPort, workers: Workers) -> None:
        super().__init__(dialog)
        self._dialog, self._version_id = dialog, version_id
        self._scan_port, self._workers = scan_port, workers
        self._small: dict[int, QImage] = {}
        self._decoded: tuple[int, QImage] | None = None
        """The picture of the reading of one page at a time."""
        self._large: tuple[Drawn, PrintBeside] | None = None
        self._drawing: Drawn | None = None
        self._drawn: Watch | None = None
        """What is being drawn for the page that shows; nothing once it came or was refused."""
        self._scans = 0
        self._reading: ScanReading | None = None
        self.chosen: int | None = None
        """The page that shows large, by its key."""

    def add(self, pictures: dict[int, QImage]) -> None:
        """The pictures of the cards of more pages."""
        self._small |= pictures

    def small(self, page: ReadPage) -> QImage:
        """A page as it lies."""
        return self._small.get(page_key(page), QImage())

    def show(self, reading: ScanReading) -> None:
        """Show the chosen page as it is arranged now."""
        page = next((page for page in reading.pages if page_key(page) == self.chosen), None)
        if page is None:
            return
        wanted = page_key(page), _number(page, reading)
        large = self._large[1] if self._large is not None and self._large[0] == wanted else None
        count = sum(one.source == page.source for one in reading.pages)
        file = words.from_file(reading.files[page.source].name, page.page + 1, count)
        look = self._dialog.look
        look.show_page(large or PrintBeside(self._at_once(page)), page.turn, file=file, left_out=page.left_out)
        tells_itself = page.recognised is RecognisedBy.MARK and page.number > 0
        look.show_numbers(reading.target.pages, None if tells_itself else page.number)
        self._reading = reading
        if large is None:
            self._ask(reading, page, wanted)

    def let_go(self) -> None:
        """The dialog is closed, and its pictures go."""
        self._small, self._decoded, self._large, self.chosen = {}, None, None, None
        self._drawing, self._scans, self._reading = None, self._scans + 1, None
        self._cancel()
        self._dialog.look.show_page(PrintBeside(), 0, file="", left_out=False)

    # ---- inside

    def _at_once(self, page: ReadPage) -> QImage:
        """The large picture where another page of the print is wanted beside it, else that of the reading."""
        key = page_key(page)
        if self._large is not None and self._large[0][0] == key:
            return self._large[1].page
        if self._decoded is None or self._decoded[0] != key:
            self._decoded = key, QImage.fromData(page.picture)
        return self._decoded[1]

    def _ask(self, reading: ScanReading, page: ReadPage, wanted: Drawn) -> None:
        if wanted == self._drawing:
            return
        self._drawing, scan = wanted, self._scans
        file, strange = reading.files[page.source], _is_strange(page, reading)

        def came(beside: PrintBeside) -> None:
            if scan != self._scans:
                return
            ended()
            if wanted[0] == self.chosen and self._reading is not None:
                self._large = wanted, replace(beside, said=beside.said or _said(wanted[1], beside, strange=strange))
                # as it is arranged now: it may have been turned since, or be another page of the print
                self.show(self._reading)

        def ended() -> None:
            # who left before that and comes again has to ask again
            if wanted == self._drawing:
                self._drawing = None

        def failed(error: BaseException) -> None:
            if scan == self._scans:
                ended()
            # the small picture stays: what is wrong with a file was told when it was read
            if not isinstance(error, Refused | Cancelled):
                raise error

        self._cancel()
        self._drawn = self._workers.run_watched(
            lambda watch: self._draw(file, page.page, wanted[1], watch), came, failed, owner=self
        )

    def _cancel(self) -> None:
        """A page that nobody looks at any more is not drawn to its end."""
        if self._drawn is not None:
            self._drawn.cancel()

    def _draw(self, file: ChosenFile, page: int, number: int, watch: Watch) -> PrintBeside:
        """Off the thread of the window; a print that cannot be drawn leaves the scan to be looked at alone."""
        seen = self._scan_port.page(file, page, lambda _done, _all: watch.stop_if_cancelled())
        if not number:
            return PrintBeside(to_image(seen))
        try:
            return self._scan_port.beside(self._version_id, seen, number)
        except Refused as refused:
            return PrintBeside(to_image(seen), said=sentence(refused))


def _number(page: ReadPage, reading: ScanReading) -> int:
    """The page of the print that belongs beside it; 0 where it is not known, or of another paper."""
    return 0 if _is_strange(page, reading) else page.number


def _is_strange(page: ReadPage, reading: ScanReading) -> bool:
    return page.code not in {"", reading.target.code}


def _said(number: int, beside: PrintBeside, *, strange: bool) -> str:
    """Why there is no page of the print beside it, or why it cannot be laid over that."""
    if not number:
        return words.BESIDE_STRANGE if strange else words.BESIDE_UNKNOWN
    if beside.printed.isNull():
        return words.BESIDE_NOT_SHOWN
    return words.BESIDE_NOT_LAID if beside.map is None else ""
