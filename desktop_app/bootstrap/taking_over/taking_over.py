"""The page of taking over, wired to the open office, and the ways that lead to it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from desktop_app import wiring
from desktop_app.bootstrap.calendar import keep_calendar
from desktop_app.bootstrap.files.office_files import OfficeFiles
from desktop_app.controllers.settings.settings_controller import SettingsEntry
from desktop_app.controllers.shell.destinations import OpenPage
from desktop_app.controllers.shell.page_controller import PageController
from desktop_app.controllers.taking_over.taking_over_controller import PastFiles, TakingOverController
from desktop_app.domain.read_models.template_words import TemplateKind
from desktop_app.services.taking_over.importing import offered_of
from desktop_app.views.settings.earlier_section import EarlierSection
from desktop_app.views.taking_over.taking_over_page import TakingOverPage
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.wiring import Office
from desktop_app.workers import Workers

TAKING_OVER = "taking_over"


def taking_over_screen(
    office: Office, dialogs: Dialogs, workers: Workers, parent: QObject
) -> tuple[TakingOverPage, TakingOverController]:
    """The page and its controller; the units of the office are offered in its templates."""
    page, words = TakingOverPage(), wiring.taking_over_words()
    keep_calendar(page.form, office, parent)

    def write_template(path: Path, kind: TemplateKind) -> None:
        from desktop_app.printing.files import write_file

        write_file(path, wiring.past_template(kind, offered_of(office.context, words)), office=office.folder.folder)

    files = PastFiles(words, Path.home(), wiring.past_workbook, write_template)
    return page, TakingOverController(page, office.context, dialogs, workers, files, OfficeFiles(office), parent)


def lead_to_taking_over(entries: Sequence[SettingsEntry], controller: PageController) -> None:
    """The section of the time before the records leads to the page."""
    for entry in entries:
        panel = entry.content.panel
        if isinstance(panel, EarlierSection):
            panel.bring_requested.connect(lambda: controller.navigated.emit(OpenPage(TAKING_OVER)))
