"""Makes the pages of papers, the registers, «تاریخچه» and «بررسی برگه» for the open office.

pdfium draws on the thread of the window. Verifying compares files of the machine with the papers of the open office.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSettings

from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.calendar.jalali import format_month, from_jalali, iso_text, last_day_of_year, month_of, year_of
from desktop_app.domain.documents.documents import Paper
from desktop_app.domain.documents.paper_kinds import PaperKind, Profile
from desktop_app.domain.errors import Refused
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.domain.read_models.verified_paper import VerificationText, VerifiedPaper
from desktop_app.domain.text.digits import persian_digits
from desktop_app.printing.files import keep_beside, write_file
from desktop_app.printing.pages import OpenPdf, PageReader
from desktop_app.printing.paper_renderer import WORD
from desktop_app.printing.strangers.paper_reading import PaperFiles
from desktop_app.services.history.history import history_offer
from desktop_app.services.registers.paper_capabilities import KeptDrawing
from desktop_app.services.registers.register_sheet import register_years
from desktop_app.services.registers.sent_letters import kept_letter
from desktop_app.services.verifying.verify_file import verify_files, verify_typed
from desktop_app.storage.file.file_store import file_bytes
from desktop_app.system import rights
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.lists.filter_bar import FilterOption
from desktop_app.widgets.paper.page_canvas import PageImage
from desktop_app.widgets.paper.printer import Printer
from desktop_app.window.history import controller as history_controller
from desktop_app.window.history.page import HistoryOptions, HistoryPage, history_spec
from desktop_app.window.kit.paper_printing import SavedPrint
from desktop_app.window.letters import controller as letters_controller
from desktop_app.window.letters.page import RegistersPage, registers_spec
from desktop_app.window.meeting.made_letters import MadeLetters
from desktop_app.window.papers.controller import PapersController
from desktop_app.window.papers.page import PapersPage
from desktop_app.window.papers.ways import PapersMemory
from desktop_app.window.shell.calendar import keep_calendar
from desktop_app.window.shell.machine import WorkstationSettings, machine_settings
from desktop_app.window.shell.office_files import OfficeFiles
from desktop_app.window.signing.controller import PaperController
from desktop_app.window.signing.page import PaperPage
from desktop_app.window.verifying.controller import VerifyController
from desktop_app.window.verifying.page import VerifyPage
from desktop_app.wiring import Office
from desktop_app.words import acts
from desktop_app.words import history as words
from desktop_app.workers import Workers

MONTHS = 12
"""So many months are offered, then whole years."""


def history_screen(office: Office, parent: QObject) -> tuple[HistoryPage, history_controller.HistoryController]:
    """Make the page of the history and its controller."""
    wording = office.context.paper.history
    options = HistoryOptions(
        lambda: _spans(office),
        lambda: [FilterOption(one, one) for one in history_offer(office.context).actors],
        lambda: [FilterOption(one, acts.kind_word(one)) for one in history_offer(office.context).kinds],
    )
    page = HistoryPage(history_spec(options, wording), history_controller.READS.fetch(office.context), wording)
    return page, history_controller.HistoryController(page, office.context, parent)


def _spans(office: Office) -> list[FilterOption]:
    """Return the periods of the filter: days, week, months of the last year, and years."""
    today = office.clock.today()
    first = history_offer(office.context).first
    begun = min(local_moment(first)[0], today) if first else today
    found = [
        (words.TODAY, today, today),
        (words.YESTERDAY, today - timedelta(days=1), today - timedelta(days=1)),
        (words.LAST_WEEK, today - timedelta(days=6), today),
    ]
    this = month_of(today)
    months = [this.plus(-step) for step in range(MONTHS)]
    found += [(format_month(one), one.first_day, one.last_day) for one in months if one.last_day >= begun]
    for year in range(year_of(today), year_of(begun) - 1, -1):
        found.append((words.year(persian_digits(year)), from_jalali(year, 1, 1), last_day_of_year(year)))
    return [FilterOption(f"{iso_text(start)}/{iso_text(end)}", label) for label, start, end in found]


class ShownPages:
    """The pages of a PDF made by the program, for the page view."""

    def __init__(self, pages: OpenPdf) -> None:
        self._pages = pages

    @property
    def count(self) -> int:
        """The number of pages."""
        return self._pages.count

    @property
    def points(self) -> tuple[tuple[float, float], ...]:
        """The width and height of each page in points."""
        return tuple((size.width, size.height) for size in self._pages.sizes)

    def draw(self, page: int, width: int) -> PageImage:
        """Return a page ``width`` pixels wide."""
        drawn = self._pages.pixels(page, width)
        return PageImage(drawn.bgra, drawn.width, drawn.height)

    def close(self) -> None:
        """Close the PDF."""
        self._pages.close()


class OfficePrinting:
    """Printing of an open office; see ``PaperPrinting`` for its methods."""

    def __init__(self, office: Office, settings: QSettings) -> None:
        self._office, self._reader = office, PageReader()
        self.papers_folder = WorkstationSettings(settings).papers_folder

    def make(
        self, kind: PaperKind, paper: Paper[Any], profile: Profile | None = None, progress: Progress = no_progress
    ) -> bytes:
        """Return the PDF of a paper."""
        return self._office.printing.make(kind, paper, profile, progress)

    def word(self, kind: PaperKind, paper: Paper[Any], progress: Progress) -> bytes:
        """Return the Word file of a paper."""
        return self._office.printing.word(kind, paper, progress)

    def has_word(self, kind: PaperKind) -> bool:
        """Whether this kind of paper has a Word file too."""
        return kind in WORD

    def open_pages(self, pdf: bytes) -> ShownPages:
        """Open a PDF made by the program."""
        return ShownPages(self._reader.open(pdf))

    def first_pages(self, pdf: bytes) -> tuple[int, ...]:
        """Return the first page of each letter, counted from 0."""
        from desktop_app.printing.engine.pdf.page_labels import first_pages_of

        return first_pages_of(pdf)

    def write_file(self, path: Path, content: bytes) -> str:
        """Write the file to the given path, which may not be in the data folder."""
        return write_file(path, content, office=self._office.folder.folder)

    def keep_paper(self, name: str, pdf: bytes) -> SavedPrint:
        """Save the PDF in the folder of papers; never replace another print."""
        folder = self._office.papers_folder
        # a folder that cannot be made is missed by the next line, in words
        with suppress(OSError):
            rights.make_folder(folder)
        path, sha256 = keep_beside(folder / name, pdf)
        return SavedPrint(path.name, sha256)


def paper_screen(
    office: Office, dialogs: Dialogs, printer: Printer, workers: Workers, parent: QObject
) -> tuple[PaperPage, PaperController]:
    """Make the page of a paper and its controller."""
    page = PaperPage()
    keep_calendar(page, office, parent)
    from desktop_app.window.shell.office_files import OfficeScans

    printing, scan_port = OfficePrinting(office, machine_settings()), OfficeScans(office)
    return page, PaperController(page, office.context, dialogs, printer, workers, printing, scan_port, parent)


class OfficeVerifying:
    """Verification of papers in an open office; see ``PaperVerifying`` for its methods."""

    folder = Path.home()

    def __init__(self, office: Office) -> None:
        self._context, self._reading, self._reader = office.context, PaperFiles(file_bytes), PageReader()
        self._drawing = KeptDrawing(office.context, office.printing.make)

    def verify(self, files: Sequence[ChosenFile], progress: Progress) -> VerifiedPaper:
        """Find the paper that the files show."""
        return verify_files(self._context, self._reading, files, progress)

    def verify_typed(self, typed: str) -> VerifiedPaper:
        """Find the paper with a code or a number."""
        return verify_typed(self._context, typed)

    def told(self, paper: VerifiedPaper) -> VerificationText:
        """Return the result in words; its module is imported at the first use."""
        from desktop_app.printing.words import verified_words

        return verified_words.result_texts(paper)

    def draw(self, paper: VerifiedPaper) -> bytes:
        """Return the PDF of the office's own paper; empty if there is none or it cannot be drawn."""
        try:
            if paper.minutes is not None:
                return self._drawing.minutes(paper.minutes.version_id)
            letter = paper.letters[0] if len(paper.letters) == 1 else None
            if letter is not None and letter.invitation_id:
                return self._drawing.invitation(letter.invitation_id)
            return self._drawing.letter(letter.outgoing_id) if letter is not None and letter.outgoing_id else b""
        except Refused:
            return b""

    def open_pages(self, pdf: bytes) -> ShownPages:
        """Open a PDF made by the program."""
        return ShownPages(self._reader.open(pdf))


def verify_screen(
    office: Office, dialogs: Dialogs, workers: Workers, parent: QObject
) -> tuple[VerifyPage, VerifyController]:
    """Make the page «بررسی برگه» and its controller."""
    page = VerifyPage()
    return page, VerifyController(page, office.context, dialogs, workers, OfficeVerifying(office), parent)


def papers_screen(
    office: Office,
    dialogs: Dialogs,
    printer: Printer,
    workers: Workers,
    parent: QObject,
    *,
    letters: MadeLetters,
    kept: QSettings | None = None,
) -> tuple[PapersPage, PapersController]:
    """Make the page of papers and its controller."""
    settings = kept or machine_settings()
    printing, memory = OfficePrinting(office, settings), PapersMemory(settings)
    page = PapersPage()
    keep_calendar(page.form, office, parent)
    controller = PapersController(page, office.context, dialogs, printer, workers, printing, memory, parent)
    controller.letters_made.connect(letters.keep)
    return page, controller


def _letters(office: Office) -> Callable[[int], ShownPages]:
    """Return the function that opens a sent letter, in the main thread."""
    reader = PageReader()

    def open_letter(paper_id: int) -> ShownPages:
        kind, paper = kept_letter(office.context, paper_id)
        return ShownPages(reader.open(office.printing.make(kind, paper)))

    return open_letter


def registers_screen(
    office: Office, dialogs: Dialogs, workers: Workers, parent: QObject
) -> tuple[RegistersPage, letters_controller.RegistersController]:
    """Make the page of the registers and its controller."""
    spec = registers_spec(partial(_years, office), partial(_months, office))
    name_of = office.context.paper.history.name
    page = RegistersPage(spec, letters_controller.READS.fetch(office.context), name_of)
    keep_calendar(page, office, parent)
    files = OfficeFiles(office)
    return page, letters_controller.RegistersController(
        page, office.context, dialogs, _letters(office), files, workers, parent
    )


def _years(office: Office) -> tuple[FilterOption, ...]:
    return tuple(FilterOption(str(one), persian_digits(str(one))) for one in register_years(office.context))


def _months(office: Office) -> tuple[FilterOption, ...]:
    this = month_of(office.clock.today())
    months = [this.plus(-back) for back in range(MONTHS)]
    return tuple(FilterOption(f"{one.year}-{one.month:02}", format_month(one)) for one in months)
