"""Controller of the help: chooses the chapter for the current page, and copies facts and opens folders.

The help lies over the page of the work, which stays as it is. Facts are copied for support; folders are shown by the
system.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from desktop_app.domain.read_models.program_help import Chapter, ProgramFacts
from desktop_app.services.context import Context
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.help.about_panel import as_text
from desktop_app.window.help.page import HelpPage
from desktop_app.window.kit.destinations import Destination, GoBack, OpenHelp
from desktop_app.window.kit.page_controller import PageController
from desktop_app.words import help as words

OpenFolder = Callable[[str], bool]
"""Show the folder of a place in the system's file manager; whether that was possible."""


class HelpActs(QObject):
    """Actions of the help page and of the help window: copy facts, open folders."""

    def __init__(self, page: HelpPage, facts: ProgramFacts, open_folder: OpenFolder, parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._facts, self._open_folder = page, facts, open_folder
        page.copy_requested.connect(self.copy_facts)
        page.folder_requested.connect(self.show_folder)

    def copy_facts(self) -> None:
        """Copy all facts as text for support."""
        QGuiApplication.clipboard().setText(as_text(self._facts))
        self._page.about().show_notice(words.COPIED, Tone.DONE)

    def show_folder(self, place: str) -> None:
        """Open a folder in the file manager, or show what to do if that fails."""
        if self._open_folder(place):
            self._page.about().show_notice("")
        else:
            self._page.about().show_notice(words.folder_not_opened(place), Tone.WARNING)


CHAPTER_OF: Final[Mapping[str, Chapter]] = {
    "founding": Chapter.START,
    "meetings": Chapter.MEETING,
    "meeting": Chapter.MEETING,
    "minutes": Chapter.MINUTES,
    "minutes_editor": Chapter.MINUTES,
    "paper": Chapter.PAPER,
    "resolutions": Chapter.FOLLOW_UP,
    "upstream": Chapter.FOLLOW_UP,
    "tasks": Chapter.FOLLOW_UP,
    "members": Chapter.MEMBERS,
    "papers": Chapter.PRINTING,
    "verify": Chapter.PAPER,
    "registers": Chapter.REGISTERS,
    "history": Chapter.LISTS,
    "settings": Chapter.START,
    "taking_over": Chapter.TAKING_OVER,
    "backups": Chapter.BACKUP,
    "restoring": Chapter.BACKUP,
    "recovery": Chapter.DATA,
}
"""By the key of the page; a test holds them against the pages that can be made, and those without an office."""


class HelpController(PageController):
    """Shows the chapter for the current page and leads back to the page."""

    def __init__(
        self, page: HelpPage, context: Context, facts: ProgramFacts, open_folder: OpenFolder, parent: QObject
    ) -> None:
        super().__init__(context, parent)
        self._page = page
        HelpActs(page, facts, open_folder, self)
        page.back_requested.connect(lambda: self.navigated.emit(GoBack()))

    def visit(self, destination: Destination) -> None:
        """Show the requested chapter."""
        if isinstance(destination, OpenHelp):
            self._page.show_chapter(destination.chapter)
