"""Dialogs and printer of one run: each window asks over itself."""

from __future__ import annotations

from desktop_app.bootstrap.folders import FolderMemory
from desktop_app.bootstrap.machine import machine_settings
from desktop_app.views.shell.main_window import MainWindow
from desktop_app.widgets.feedback.dialogs import Dialogs, QtDialogs
from desktop_app.widgets.paper.printer import Printer, SystemPrinter


class Asking:
    """What was given to the run, or the screen's own dialogs and the machine's printer."""

    def __init__(self, dialogs: Dialogs | None = None, printer: Printer | None = None) -> None:
        self._dialogs, self._printer = dialogs, printer

    def over(self, window: MainWindow) -> tuple[Dialogs, Printer]:
        """For one window: a dialog over another one would bring that to the front, and leave it there."""
        return (
            self._dialogs or QtDialogs(lambda: window, FolderMemory(machine_settings())),
            self._printer or SystemPrinter(lambda: window),
        )
