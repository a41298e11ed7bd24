"""Layer of help: it lies over the page of the work, which is not left and goes on as it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt

from desktop_app.bootstrap.makers import Screen
from desktop_app.controllers.shell.destinations import OpenHelp
from desktop_app.views.shell.main_window import MainWindow

HELP: Final = "help"


class HelpLayer(QObject):
    """Opened and closed any time; ``screen`` makes a page, ``show`` brings one into the window by its key."""

    def __init__(
        self, window: MainWindow, screen: Callable[[str], Screen], show: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)  # so that F1 does not reach the pages of a folder that was left
        self._window, self._screen, self._show = window, screen, show
        self._beneath = ""

    def worked_on(self) -> str:
        """Key of the page that is worked on: the one that shows, or the one beneath the help."""
        return self._beneath or self._window.page()

    def turn(self) -> None:
        """F1 opens help, and from there it leads back."""
        if not self.close():
            self.open()

    def open(self) -> None:
        """The chapter that fits the page that shows."""
        from desktop_app.controllers.help.help_chapters import CHAPTER_OF

        if not self._beneath and self._window.page():
            self.show(OpenHelp(CHAPTER_OF[self._window.page()]))

    def show(self, destination: OpenHelp) -> None:
        """A chapter; what is typed on the page beneath stays, and is kept for a crash as ever."""
        if not self._beneath:
            self._beneath = self._window.page()
        screen = self._screen(HELP)
        screen.controller.visit(destination)
        self._window.show_page(HELP)
        screen.page.focus_list()

    def close(self) -> bool:
        """The page beneath shows again as it was, the keyboard where it stood; False where no help was open."""
        if not self._beneath:
            return False
        key, self._beneath = self._beneath, ""
        self._show(key)
        page = self._screen(key).page
        held = page.focusWidget()
        (page if held is None else held).setFocus(Qt.FocusReason.OtherFocusReason)
        return True
