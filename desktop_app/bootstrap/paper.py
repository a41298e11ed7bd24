"""The print page, wired: printing of the open office, pdfium on the thread of the window."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSettings

from desktop_app import rights
from desktop_app.bootstrap.calendar import keep_calendar
from desktop_app.bootstrap.machine import MachineMemory, machine_settings
from desktop_app.controllers.papers.paper_printing import KeptPrint
from desktop_app.controllers.signing.paper_controller import PaperController
from desktop_app.domain.documents.documents import Paper
from desktop_app.domain.documents.paper_kinds import PaperKind, Profile
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.printing.files import keep_beside, write_file
from desktop_app.printing.pages import OpenPdf, PageReader
from desktop_app.printing.paper_renderer import WORD
from desktop_app.views.signing.paper_page import PaperPage
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.paper.page_canvas import PageImage
from desktop_app.widgets.paper.printer import Printer
from desktop_app.wiring import Office
from desktop_app.workers import Workers


class ShownPages:
    """An open paper of our own as the page view asks for it."""

    def __init__(self, pages: OpenPdf) -> None:
        self._pages = pages

    @property
    def count(self) -> int:
        """How many pages."""
        return self._pages.count

    @property
    def points(self) -> tuple[tuple[float, float], ...]:
        """Width and height of each page in points."""
        return tuple((size.width, size.height) for size in self._pages.sizes)

    def draw(self, page: int, width: int) -> PageImage:
        """One page at a width in pixels."""
        drawn = self._pages.pixels(page, width)
        return PageImage(drawn.bgra, drawn.width, drawn.height)

    def close(self) -> None:
        """Let it go."""
        self._pages.close()


class OfficePrinting:
    """Printing of an open office; what it stands for is told at ``PaperPrinting`` in the controllers."""

    def __init__(self, office: Office, settings: QSettings) -> None:
        self._office, self._reader = office, PageReader()
        self.papers_folder = MachineMemory(settings).papers_folder

    def make(
        self, kind: PaperKind, paper: Paper[Any], profile: Profile | None = None, told: Progress = no_progress
    ) -> bytes:
        """The PDF of a paper."""
        return self._office.printing.make(kind, paper, profile, told)

    def word(self, kind: PaperKind, paper: Paper[Any], told: Progress) -> bytes:
        """The Word file of a paper."""
        return self._office.printing.word(kind, paper, told)

    def has_word(self, kind: PaperKind) -> bool:
        """Whether a kind is also made as a Word file."""
        return kind in WORD

    def open_pages(self, pdf: bytes) -> ShownPages:
        """Open a PDF that was made."""
        return ShownPages(self._reader.open(pdf))

    def first_pages(self, pdf: bytes) -> tuple[int, ...]:
        """The first page of each letter, from 0."""
        from desktop_app.printing.pdf.page_labels import first_pages_of

        return first_pages_of(pdf)

    def write_file(self, path: Path, content: bytes) -> str:
        """Write it where the operator wants it, but over nothing of the data folder."""
        return write_file(path, content, office=self._office.folder.folder)

    def keep_paper(self, name: str, pdf: bytes) -> KeptPrint:
        """Keep it among the papers of the data folder, over no other print."""
        folder = self._office.papers_folder
        # a folder that cannot be made is missed by the next line, in words
        with suppress(OSError):
            rights.make_folder(folder)
        path, sha256 = keep_beside(folder / name, pdf)
        return KeptPrint(path.name, sha256)


def paper_screen(
    office: Office, dialogs: Dialogs, printer: Printer, workers: Workers, parent: QObject
) -> tuple[PaperPage, PaperController]:
    """The page and its controller."""
    page = PaperPage()
    keep_calendar(page, office, parent)
    from desktop_app.bootstrap.files.office_scans import OfficeScans

    printing, scan_port = OfficePrinting(office, machine_settings()), OfficeScans(office)
    return page, PaperController(page, office.context, dialogs, printer, workers, printing, scan_port, parent)
