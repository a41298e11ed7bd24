"""Help shown over the present page, which stays open and unchanged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt

from desktop_app.widgets.shell.page import Page
from desktop_app.window.kit.destinations import OpenHelp
from desktop_app.window.shell.main_window import MainWindow

if TYPE_CHECKING:
    from desktop_app.window.help.page import HelpPage

HELP: Final = "help"


class HelpLayer(QObject):
    """Opens and closes the help; ``turn_to`` returns its page at a chapter, ``show`` shows a page."""

    def __init__(
        self, window: MainWindow, turn_to: Callable[[OpenHelp], Page], show: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)  # so that F1 does not reach the pages of a folder that was left
        self._window, self._turn_to, self._show = window, turn_to, show
        self._beneath = ""

    def page_in_use(self) -> str:
        """Return the key of the page in use: the shown one, or the one beneath the help."""
        return self._beneath or self._window.page()

    def toggle(self) -> None:
        """Open the help, or close it if it is open."""
        if not self.close():
            self.open()

    def open(self) -> None:
        """Open the chapter about the shown page."""
        from desktop_app.window.help.controller import CHAPTER_OF

        if not self._beneath and self._window.page():
            self.show(OpenHelp(CHAPTER_OF[self._window.page()]))

    def show(self, destination: OpenHelp) -> None:
        """Show a chapter; typed text on the page beneath stays."""
        if not self._beneath:
            self._beneath = self._window.page()
        page = self._turn_to(destination)
        self._window.show_page(HELP)
        page.focus_list()

    def close(self) -> bool:
        """Show the page beneath again with its keyboard focus; return False if no help was open."""
        if not self._beneath:
            return False
        key, self._beneath = self._beneath, ""
        self._show(key)
        page = self._window.shown()
        held = page.focusWidget()
        (page if held is None else held).setFocus(Qt.FocusReason.OtherFocusReason)
        return True


def help_without_office(window: MainWindow, data: Path, beneath: Page) -> HelpLayer:
    """Make the help for a page that is shown without an open office."""
    made: list[HelpPage] = []

    def turn_to(destination: OpenHelp) -> Page:
        if not made:
            # nothing of help is loaded before it is asked for
            from desktop_app.window.shell.help import help_page_over

            made.append(help_page_over(data))
            made[0].back_requested.connect(layer.close)
            window.add_page(HELP, made[0])
        made[0].show_chapter(destination.chapter)
        return made[0]

    layer = HelpLayer(window, turn_to, window.show_page, beneath)
    window.help_requested.connect(layer.toggle)
    window.back_requested.connect(layer.close)
    return layer
