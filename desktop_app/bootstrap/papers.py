"""The page of papers and reports, wired: services bound to the open office, pdfium on the thread of the window."""

from __future__ import annotations

import json
from functools import partial

from PySide6.QtCore import QObject, QSettings, QUrl
from PySide6.QtGui import QDesktopServices

from desktop_app.bootstrap.calendar import keep_calendar
from desktop_app.bootstrap.machine import MachineMemory, machine_settings
from desktop_app.bootstrap.paper import ShownPages
from desktop_app.controllers.meeting.made_letters import MadeLetters
from desktop_app.controllers.papers.papers_controller import PapersController
from desktop_app.controllers.papers.papers_view import PapersServices, Told
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.printing.files import write_file
from desktop_app.printing.pages import PageReader
from desktop_app.printing.room import WORD, plainly_shaped
from desktop_app.services.documents.paper_choices import invitees_offered, paper_choices
from desktop_app.services.documents.papers import paper_of
from desktop_app.views.papers.papers_page import PapersPage
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.paper.printer import Printer
from desktop_app.wiring import Office
from desktop_app.workers import Workers

CHOICE = "papers/choice"


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
    """The page and its controller."""
    reader = PageReader()
    settings = kept or machine_settings()
    memory = PapersMemory(settings)

    def make(order: PaperOrder, told: Told) -> bytes:
        paper = paper_of(office.context, order)
        return office.printing.make(order.kind, paper, order.profile, told)

    def word(order: PaperOrder, told: Told) -> bytes:
        return office.printing.word(order.kind, paper_of(office.context, order), told)

    services = PapersServices(
        choices=lambda: paper_choices(office.context),
        invitees=partial(invitees_offered, office.context),
        make=make,
        word=word,
        has_word=lambda kind: kind in WORD,
        open_pages=lambda pdf: ShownPages(reader.open(pdf)),
        write_file=partial(write_file, office=office.folder.folder),
        suggested_folder=MachineMemory(settings).papers_folder,
        show_folder=lambda folder: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))),
        remembered=memory.read,
        remember=memory.keep,
        letters_made=letters.keep,
    )
    page = PapersPage()
    if plainly_shaped():
        page.warn_of_plain_shaping()
    keep_calendar(page, office, parent)
    return page, PapersController(page, services, dialogs, printer, workers, parent)


class PapersMemory:
    """The kind that was chosen last and what lasts of its choices; month and meeting are the newest each time."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def read(self) -> PaperOrder:
        """The remembered choice; what makes no sense is as if it were not there."""
        try:
            found = json.loads(str(self._settings.value(CHOICE) or "{}"))
            year = found.get("year")
            return PaperOrder(
                kind=PaperKind(found.get("kind", PaperKind.MONTHLY_REPORT)),
                year=year if isinstance(year, int) else None,
                every=found.get("every") is True,
            )
        except (ValueError, AttributeError):
            return PaperOrder(kind=PaperKind.MONTHLY_REPORT)

    def keep(self, order: PaperOrder) -> None:
        """Remember it."""
        kept = {"kind": order.kind.value, "year": order.year, "every": order.every}
        self._settings.setValue(CHOICE, json.dumps(kept))
