"""Arrangement of the pages of a scan, checked after each change, and the large view of the chosen page.

Pages are named by their places in the reading, from 0; nothing here reads a file or writes a record. The large page
shows its small picture at once and the drawn one when it is ready.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.paper_sheet import PaperSheet
from desktop_app.domain.read_models.scans import (
    ChosenFile,
    ReadPage,
    RecognisedBy,
    ScanFindingKind,
    ScanImport,
    ScanJudgement,
    ScanReading,
    ScansSheet,
)
from desktop_app.domain.rules.scan_findings import in_order, unread_places, with_pages
from desktop_app.services.context import Context
from desktop_app.services.scans.scan_keeping import judge_scan
from desktop_app.services.scans.scan_tools import with_number, with_typed_code
from desktop_app.widgets.paper.page_canvas import to_image
from desktop_app.widgets.paper.page_pair import ComparedPrint
from desktop_app.window.signing import scan_words as words
from desktop_app.window.signing.scan_dialog import ScanDialog
from desktop_app.window.signing.scan_format import asked_of, cards_of, keeping_verb, page_key
from desktop_app.window.signing.scan_showing import Read, ScanPort
from desktop_app.words.refusals import sentence
from desktop_app.workers import Cancelled, Watch, Workers

Drawn = tuple[int, int]
"""A page by its key, and the number of the page of the print beside it, 0 for none."""


class ScanImages(QObject):
    """Keeps the thumbnails of all pages, and the large image of the chosen page."""

    def __init__(self, dialog: ScanDialog, version_id: int, scan_port: ScanPort, workers: Workers) -> None:
        super().__init__(dialog)
        self._dialog, self._version_id = dialog, version_id
        self._scan_port, self._workers = scan_port, workers
        self._small: dict[int, QImage] = {}
        self._decoded: tuple[int, QImage] | None = None
        """The picture of the reading of one page at a time."""
        self._large: tuple[Drawn, ComparedPrint] | None = None
        self._drawing: Drawn | None = None
        self._drawn: Watch | None = None
        """What is being drawn for the page that shows; nothing once it came or was refused."""
        self._scans = 0
        self._reading: ScanReading | None = None
        self.chosen: int | None = None
        """The page that shows large, by its key."""

    def add(self, pictures: dict[int, QImage]) -> None:
        """Store the thumbnails of more pages."""
        self._small |= pictures

    def small(self, page: ReadPage) -> QImage:
        """Return the thumbnail of a page, not rotated."""
        return self._small.get(page_key(page), QImage())

    def show(self, reading: ScanReading) -> None:
        """Show the chosen page as arranged."""
        page = next((page for page in reading.pages if page_key(page) == self.chosen), None)
        if page is None:
            return
        wanted = page_key(page), _number(page, reading)
        large = self._large[1] if self._large is not None and self._large[0] == wanted else None
        count = sum(one.source == page.source for one in reading.pages)
        file = words.from_file(reading.files[page.source].name, page.page + 1, count)
        look = self._dialog.look
        look.show_page(large or ComparedPrint(self._at_once(page)), page.turn, file=file, left_out=page.left_out)
        tells_itself = page.recognised is RecognisedBy.MARK and page.number > 0
        look.show_numbers(reading.target.pages, None if tells_itself else page.number)
        self._reading = reading
        if large is None:
            self._ask(reading, page, wanted)

    def let_go(self) -> None:
        """Release all images when the dialog closes."""
        self._small, self._decoded, self._large, self.chosen = {}, None, None, None
        self._drawing, self._scans, self._reading = None, self._scans + 1, None
        self._cancel()
        self._dialog.look.show_page(ComparedPrint(), 0, file="", left_out=False)

    # ---- inside

    def _at_once(self, page: ReadPage) -> QImage:
        """Return the large image if only another printed page is needed, else the image of the reading."""
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

        def came(beside: ComparedPrint) -> None:
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
        """Stop drawing a page that is no longer chosen."""
        if self._drawn is not None:
            self._drawn.cancel()

    def _draw(self, file: ChosenFile, page: int, number: int, watch: Watch) -> ComparedPrint:
        """Draw the page off the main thread; without its printed page, show the scan alone."""
        seen = self._scan_port.page(file, page, lambda _done, _all: watch.stop_if_cancelled())
        if not number:
            return ComparedPrint(to_image(seen))
        try:
            return self._scan_port.beside(self._version_id, seen, number)
        except Refused as refused:
            return ComparedPrint(to_image(seen), said=sentence(refused))


def _number(page: ReadPage, reading: ScanReading) -> int:
    """Return the number of the matching printed page; 0 if unknown or of another paper."""
    return 0 if _is_strange(page, reading) else page.number


def _is_strange(page: ReadPage, reading: ScanReading) -> bool:
    return page.code not in {"", reading.target.code}


def _said(number: int, beside: ComparedPrint, *, strange: bool) -> str:
    """Return why no printed page is shown next to the scan, or why they cannot be overlaid."""
    if not number:
        return words.BESIDE_STRANGE if strange else words.BESIDE_UNKNOWN
    if beside.printed.isNull():
        return words.BESIDE_NOT_SHOWN
    return words.BESIDE_NOT_LAID if beside.map is None else ""


QUARTERS: Final = 4


class ScanArranger(QObject):
    """The arrangement of pages in one dialog."""

    def __init__(
        self,
        dialog: ScanDialog,
        sheet: PaperSheet,
        scans: ScansSheet,
        context: Context,
        scan_port: ScanPort,
        workers: Workers,
    ) -> None:
        super().__init__(dialog)
        self._dialog, self._sheet, self._scans, self._context = dialog, sheet, scans, context
        self._looking = ScanImages(dialog, sheet.version.id, scan_port, workers)
        self._judgement = ScanJudgement()
        self.reading: ScanReading | None = None
        """The pages as they stand; None before the first are read."""
        self.original = next(iter(scans.missing), 1)
        """The original that the scan is of."""
        self._listen()
        self._show_originals()

    def scan(self) -> ScanImport | None:
        """The scan that would be stored."""
        if self.reading is None:
            return None
        return ScanImport(
            version_id=self._sheet.version.id,
            original=self.original,
            reading=self.reading,
            reason=self._dialog.asked.reason_text(),
        )

    def take(self, read: Read) -> None:
        """Add the pages of more files, each at its position in the paper."""
        before, new = self.reading, read.reading.pages
        reading = read.reading
        if before is not None:
            reading = joined(before, read.reading)
            new = reading.pages[len(before.pages) :]
        self._looking.add({page_key(page): picture for page, picture in zip(new, read.pictures, strict=True)})
        if new:
            self._looking.chosen = page_key(new[0])
            self._dialog.show_look(page_key(new[0]))
        self.reading = in_order(reading)
        self.show()
        self._dialog.focus_first()

    def change(self, change: Callable[[ScanReading], ScanReading]) -> None:
        """Apply one change of the operator; a page that gets a number moves to its position."""
        before = self.reading
        after = in_order(change(before)) if before is not None else None
        if after is not None and after != before:
            self._dialog.clear_message()
            self.reading = after
            self.show()

    def use_code(self, typed: str) -> None:
        """Assign unrecognised pages by a typed code."""
        try:
            self.change(lambda reading: with_typed_code(self._context, reading, unread_places(reading), typed))
        except Refused as refused:
            self._dialog.show_refusal(refused.field, sentence(refused))

    def show(self) -> None:
        """Check the arrangement; show the pages, the findings, and the effect of storing it."""
        scan, reading = self.scan(), self.reading
        if scan is None or reading is None:
            return
        try:
            self._judgement = judge_scan(self._context, scan)
        except Refused as refused:
            self._judgement = ScanJudgement()
            self._dialog.show_refusal(refused.field, sentence(refused))
        self._show_pages(reading)
        self._dialog.asked.show_asked(asked_of(reading, self._judgement))
        self._dialog.show_keeping(keeping_verb(self._judgement), refused=self._judgement.refused)

    def let_go(self) -> None:
        """Release the images when the dialog closes."""
        self.reading = None
        self._looking.let_go()
        self._dialog.show_cards((), None)

    # ---- inside

    def _listen(self) -> None:
        dialog = self._dialog
        dialog.page_reached.connect(self._reach)
        dialog.turned.connect(lambda key, step: self._of(key, lambda one, place: turned(one, place, step)))
        dialog.left_out.connect(lambda key: self._of(key, toggled))
        dialog.number_chosen.connect(lambda key, number: self._of(key, lambda one, at: with_number(one, at, number)))
        dialog.asked.blanks_left_out.connect(self._leave_blanks_out)
        dialog.asked.code_typed.connect(self.use_code)
        dialog.asked.original_chosen.connect(self._choose_original)
        dialog.asked.changed.connect(dialog.clear_message)

    def _show_pages(self, reading: ScanReading) -> None:
        cards = cards_of(reading, self._judgement, self._looking.small)
        self._dialog.show_cards(cards, reading.pages)
        self._looking.show(reading)

    def _reach(self, key: int) -> None:
        if key != self._looking.chosen and self.reading is not None:
            self._looking.chosen = key
            self._dialog.show_look(key)
            self._show_pages(self.reading)

    def _of(self, key: int, change: Callable[[ScanReading, int], ScanReading]) -> None:
        pages = self.reading.pages if self.reading is not None else ()
        place = next((place for place, page in enumerate(pages) if page_key(page) == key), None)
        if place is not None:
            self.change(lambda reading: change(reading, place))

    def _leave_blanks_out(self) -> None:
        found = [one for one in self._judgement.findings if one.kind is ScanFindingKind.BLANK_PAGE]
        blanks = [place for one in found for place in one.places]
        self.change(lambda reading: without(reading, blanks))
        self._dialog.focus_first()

    def _choose_original(self, original: int) -> None:
        self.original = original
        self._show_originals()
        self.show()

    def _show_originals(self) -> None:
        labels = {}
        for one in range(1, self._scans.originals + 1):
            has = self._scans.of(one) is not None
            labels[one] = words.original_with_scan(one) if has else words.original(one)
        self._dialog.asked.show_originals(labels, self.original)


# ---- changes of a reading


def turned(reading: ScanReading, place: int, step: int) -> ScanReading:
    """Return the scan with a page rotated by quarter turns, clockwise if positive."""
    return with_pages(reading, [place], lambda page: replace(page, turn=(page.turn + step) % QUARTERS))


def toggled(reading: ScanReading, place: int) -> ScanReading:
    """Return the scan with a page left out, or included again."""
    return with_pages(reading, [place], lambda page: replace(page, left_out=not page.left_out))


def without(reading: ScanReading, places: Sequence[int]) -> ScanReading:
    """Return the scan without these pages."""
    return with_pages(reading, places, lambda page: replace(page, left_out=True))


def joined(reading: ScanReading, more: ScanReading) -> ScanReading:
    """Return the scan with the pages of more files at its end."""
    first = len(reading.files)
    pages = tuple(replace(page, source=page.source + first) for page in more.pages)
    return replace(reading, files=(*reading.files, *more.files), pages=(*reading.pages, *pages))
