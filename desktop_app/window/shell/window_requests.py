"""Requests of the window, led to the pages of the folder that is open, until it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.window.kit.destinations import OpenHistory
from desktop_app.window.shell.help_layer import HELP, HelpLayer
from desktop_app.window.shell.main_window import MainWindow

if TYPE_CHECKING:
    from desktop_app.window.shell.screens import Screens

FOUNDING = "founding"
"""The key of the page of the first start."""


class WindowRequests(QObject):
    """Part of the screens; whoever closes them ends it: their own end may come later than the next request."""

    def __init__(self, screens: Screens, window: MainWindow, help_layer: HelpLayer) -> None:
        super().__init__(screens)
        self._screens, self._window = screens, window
        self._served = (
            (window.page_chosen, screens.open),
            (window.back_requested, screens.go_back),
            (window.help_requested, help_layer.turn),
            (window.undo_requested, screens.undo),
            (window.redo_requested, screens.redo),
            (window.history_requested, self._show_history),
            (window.keep_requested, screens.keep_work),
        )
        for signal, slot in self._served:
            signal.connect(slot)

    def end(self) -> None:
        """The folder is closed."""
        for signal, slot in self._served:
            signal.disconnect(slot)

    def _show_history(self) -> None:
        """What was done to the record that shows; where none does, in the whole office."""
        shown = self._window.page()
        if shown and shown not in (FOUNDING, HELP):
            controller = self._screens.screen(shown).controller
            controller.flush()
            self._screens.go(OpenHistory(controller.history_key()))
