"""Base of the opening: the open office, and its dialogs, printer, clock and workers."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.calendar.clock import Clock
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.paper.printer import Printer
from desktop_app.window.shell.form_drafts import FormDraftsOffer
from desktop_app.window.shell.main_window import MainWindow
from desktop_app.window.shell.screens import Screens
from desktop_app.workers import Workers


class OpenedOffice(QObject):
    """Holds the pages while an office is open; ``screens`` is None before and after."""

    open_again = Signal()
    """The folder is to be opened once more: at the place that was chosen, or as a restore left it."""

    def __init__(self, window: MainWindow, clock: Clock, dialogs: Dialogs, printer: Printer) -> None:
        super().__init__(window)
        self._window = window
        self._closed = False
        self.clock, self.dialogs, self.printer = clock, dialogs, printer
        self.workers = Workers(self)
        self.screens: Screens | None = None
        self.form_drafts: FormDraftsOffer | None = None

    def close_office(self) -> None:
        """Close the office and its folder; the window stays, empty."""
        if self.screens is not None:
            self.workers.end_all()
            self.screens.close()
            self.screens.deleteLater()
            self.screens = self.form_drafts = None
            if not self._closed:
                self._window.clear()
