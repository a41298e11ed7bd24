"""The port of printing on paper: what goes to a printer, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

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
