"""The help page in the window: it lies over the page of the work, which stays as it is."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.controllers.help.help_acts import HelpActs, OpenFolder
from desktop_app.controllers.shell.destinations import Destination, GoBack, OpenHelp
from desktop_app.controllers.shell.page_controller import PageController
from desktop_app.domain.read_models.program_help import ProgramFacts
from desktop_app.services.context import Context
from desktop_app.views.help.help_page import HelpPage


class HelpController(PageController):
    """Shows the chapter that fits, and leads back."""

    def __init__(
        self, page: HelpPage, context: Context, facts: ProgramFacts, open_folder: OpenFolder, parent: QObject
    ) -> None:
        super().__init__(context, parent)
        self._page = page
        HelpActs(page, facts, open_folder, self)
        page.back_requested.connect(lambda: self.navigated.emit(GoBack()))

    def visit(self, destination: Destination) -> None:
        """Show the chapter that is asked for."""
        if isinstance(destination, OpenHelp):
            self._page.show_chapter(destination.chapter)
