"""The port of printing on paper, and the machine's printer behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget

from desktop_app.domain.progress import Progress
from desktop_app.widgets.paper.page_canvas import Drawn


class NoPrinter(Exception):
    """This machine has no printer, or the printer gave the job up."""


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What goes to paper: how many pages, how to draw one, their sizes in points, and a name for the queue.

    ``current`` is the page that shows, from 0, which the dialog then offers alone. Of a ``whole`` job it offers no
    part.
    """

    count: int
    render: Drawn
    sizes: tuple[tuple[float, float], ...]
    name: str
    current: int | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """What went to the printer: these of the pages, from 0, as they left it, in so many copies."""

    pages: tuple[int, ...]
    copies: int

    @property
    def count(self) -> int:
        """How many pages."""
        return len(self.pages)


class Printer(Protocol):
    """Whoever puts pages on paper."""

    def print_pages(self, job: PrintJob, told: Progress) -> Printed | None:
        """Ask for printer, pages and copies and print; None when the operator declined.

        Raises :class:`NoPrinter`. ``told`` hears the page and the number of pages as they go.
        """
        ...


class SystemPrinter:
    """The machine's printer, asked for in the system's dialog."""

    def __init__(self, parent: Callable[[], QWidget | None]) -> None:
        self._parent = parent

    def print_pages(self, job: PrintJob, told: Progress) -> Printed | None:
        """See :class:`Printer`."""
        from desktop_app.widgets.paper.qt_printer import QtPrinter

        # Qt's printing is a library of its own: the first print loads it, and the window opens without it

        return QtPrinter(self._parent).print_pages(job, told)
