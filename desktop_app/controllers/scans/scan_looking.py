"""The page of a scan that shows large: its small picture at once, the large one when it has been drawn elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from desktop_app.controllers.scans.scan_port import ScanPort
from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.scans import ReadPage, RecognisedBy, ScanReading
from desktop_app.text.papers import scan_import as words
from desktop_app.views.scans.scan_dialog import ScanDialog
from desktop_app.views.scans.scan_format import page_key
from desktop_app.widgets.paper.page_canvas import to_image
from desktop_app.workers import Workers


class ScanLooking(QObject):
    """Keeps the pictures of all cards, and the large one of the page that shows."""

    def __init__(self, dialog: ScanDialog, scan_port: ScanPort, workers: Workers) -> None:
        super().__init__(dialog)
        self._dialog, self._scan_port, self._workers = dialog, scan_port, workers
        self._small: dict[int, QImage] = {}
        self._middle: tuple[int, QImage] | None = None
        self._large: dict[int, QImage] = {}
        self._drawn: int | None = None
        """The page that is being drawn large for the one that shows, and goes once it came or was refused."""
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
        """Show the chosen page as it stands now."""
        page = next((page for page in reading.pages if page_key(page) == self.chosen), None)
        if page is None:
            return
        picture = self._large.get(page_key(page)) or self._decoded(page)
        count = sum(one.source == page.source for one in reading.pages)
        file = words.from_file(reading.files[page.source].name, page.page + 1, count)
        look = self._dialog.look
        look.show_page(picture, page.turn, file=file, left_out=page.left_out)
        tells_itself = page.recognised is RecognisedBy.MARK and page.number > 0
        pages = reading.target.pages if reading.target is not None else 0
        look.show_numbers(pages, None if tells_itself else page.number)
        self._reading = reading
        self._ask(reading, page)

    def let_go(self) -> None:
        """The dialog is closed, and its pictures go."""
        self._small, self._middle, self._large, self.chosen = {}, None, {}, None
        self._drawn, self._scans, self._reading = None, self._scans + 1, None
        self._dialog.look.show_page(QImage(), 0, file="", left_out=False)

    # ---- inside

    def _decoded(self, page: ReadPage) -> QImage:
        """The picture of the reading: of one page at a time, and the same one as long as that page shows."""
        key = page_key(page)
        if self._middle is None or self._middle[0] != key:
            self._middle = key, QImage.fromData(page.picture)
        return self._middle[1]

    def _ask(self, reading: ScanReading, page: ReadPage) -> None:
        key = page_key(page)
        if key in self._large or key == self._drawn:
            return
        self._drawn, scan = key, self._scans

        def came(picture: QImage) -> None:
            if scan != self._scans:
                return
            ended()
            if key == self.chosen and self._reading is not None:
                self._large = {key: picture}
                # as it stands now: it may have been turned since
                self.show(self._reading)

        def ended() -> None:
            # who left before that and comes again has to ask again
            if key == self._drawn:
                self._drawn = None

        def failed(error: BaseException) -> None:
            if scan == self._scans:
                ended()
            # the small picture stays: what is wrong with a file was told when it was read
            if not isinstance(error, Refused):
                raise error

        file = reading.files[page.source]
        self._workers.run(lambda: to_image(self._scan_port.page(file, page.page)), came, failed, owner=self)
