"""Acts of the help page outside itself: facts are copied for support, and folders are shown by the system."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from desktop_app.domain.read_models.program_help import ProgramFacts
from desktop_app.text import help as words
from desktop_app.views.help.about_rows import as_text
from desktop_app.views.help.help_page import HelpPage
from desktop_app.widgets.style.tokens import Tone

OpenFolder = Callable[[str], bool]
"""Show the folder of a place in the system's file manager; whether that was possible."""


class HelpActs(QObject):
    """For the page in the window and for the one over a dialog; nothing is read or recorded."""

    def __init__(self, page: HelpPage, facts: ProgramFacts, open_folder: OpenFolder, parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._facts, self._open_folder = page, facts, open_folder
        page.copy_requested.connect(self.copy_facts)
        page.folder_requested.connect(self.show_folder)

    def copy_facts(self) -> None:
        """All of them as text, for a call with support."""
        QGuiApplication.clipboard().setText(as_text(self._facts))
        self._page.about().show_notice(words.COPIED, Tone.DONE)

    def show_folder(self, place: str) -> None:
        """Show where something lies; where nothing can be shown, say what to do."""
        if self._open_folder(place):
            self._page.about().show_notice("")
        else:
            self._page.about().show_notice(words.folder_not_opened(place), Tone.WARNING)
