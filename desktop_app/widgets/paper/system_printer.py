"""Printer of this machine, which loads Qt's printing on first use."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop_app.domain.progress import Progress
from desktop_app.widgets.paper.printer import Printed, PrintJob


class SystemPrinter:
    """Prints through the system's dialog."""

    def __init__(self, parent: Callable[[], QWidget | None]) -> None:
        self._parent = parent

    def print_pages(self, job: PrintJob, progress: Progress) -> Printed | None:
        """See :class:`Printer`."""
        # Qt's printing is a library of its own: the first print loads it, and the window opens without it
        from desktop_app.widgets.paper.qt_printer import QtPrinter

        return QtPrinter(self._parent).print_pages(job, progress)
