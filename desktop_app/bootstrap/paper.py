"""The print page, wired: services bound to the open office, pdfium on the thread of the window."""

from __future__ import annotations

from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject

from desktop_app.bootstrap.calendar import keep_calendar
from desktop_app.bootstrap.machine import MachineMemory, machine_settings
from desktop_app.controllers.signing.paper_controller import PaperController, PaperServices
from desktop_app.controllers.signing.paper_round_trip import round_trip_services
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.printing.files import keep_file, write_file
from desktop_app.printing.pages import OpenPdf, PageReader
from desktop_app.services.documents import documents
from desktop_app.services.minutes import minutes, paper_sheet
from desktop_app.services.outcome import Outcome
from desktop_app.views.signing.paper_page import PaperPage
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.paper.page_canvas import PageImage
from desktop_app.widgets.paper.printer import Printer
from desktop_app.wiring import Office
from desktop_app.workers import Workers


class ShownPages:
    """An open PDF as the page view asks for it."""

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
        """Let the PDF go."""
        self._pages.close()


def paper_screen(
    office: Office, dialogs: Dialogs, printer: Printer, workers: Workers, parent: QObject
) -> tuple[PaperPage, PaperController]:
    """The page and its controller."""
    reader = PageReader()

    def make_pdf(version_id: int) -> bytes:
        paper = documents.minutes_paper(office.context, version_id)
        return office.printing.make(PaperKind.MINUTES, paper)

    def record(version_id: int, copies: int, path: str, sha256: str) -> Outcome:
        return minutes.record_printing(office.context, version_id, copies=copies, path=path, sha256=sha256)

    def keep(name: str, pdf: bytes) -> str:
        # a folder that cannot be made is missed by the next line, in words
        with suppress(OSError):
            office.papers_folder.mkdir(parents=True, exist_ok=True)
        return keep_file(office.papers_folder / name, pdf)

    services = PaperServices(
        sheet=partial(paper_sheet.paper_sheet, office.context),
        make_pdf=make_pdf,
        open_pages=lambda pdf: ShownPages(reader.open(pdf)),
        write_file=partial(write_file, office=office.folder.folder),
        keep_paper=keep,
        record_printing=record,
        round_trip=round_trip_services(office.context),
        suggested_folder=MachineMemory(machine_settings()).papers_folder,
    )
    page = PaperPage()
    keep_calendar(page, office, parent)
    return page, PaperController(page, services, dialogs, printer, workers, parent)
