"""The page of papers and reports, wired: printing of the open office, and what this machine remembers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings

from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.paper.printer import Printer
from desktop_app.window.meeting.made_letters import MadeLetters
from desktop_app.window.papers.controller import PapersController
from desktop_app.window.papers.page import PapersPage
from desktop_app.window.papers.ways import PapersMemory
from desktop_app.window.shell.calendar import keep_calendar
from desktop_app.window.shell.machine import machine_settings
from desktop_app.window.shell.paper_pages import OfficePrinting
from desktop_app.wiring import Office
from desktop_app.workers import Workers

if TYPE_CHECKING:
    pass


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
    settings = kept or machine_settings()
    printing, memory = OfficePrinting(office, settings), PapersMemory(settings)
    page = PapersPage()
    keep_calendar(page.form, office, parent)
    controller = PapersController(page, office.context, dialogs, printer, workers, printing, memory, parent)
    controller.letters_made.connect(letters.keep)
    return page, controller
