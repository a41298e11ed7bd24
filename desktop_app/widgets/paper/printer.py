"""Interface of printing: a print job, and what was printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from desktop_app.domain.progress import Progress
from desktop_app.widgets.paper.page_canvas import Drawn


class NoPrinter(Exception):
    """This machine has no printer, or the printer cancelled the job."""


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A print job: number of pages, how to draw one, their sizes in points, and a name.

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
    """What was printed: pages (from 0) in their order, and the number of copies."""

    pages: tuple[int, ...]
    copies: int

    @property
    def count(self) -> int:
        """The number of printed pages."""
        return len(self.pages)


class Printer(Protocol):
    """Interface of a printer."""

    def print_pages(self, job: PrintJob, progress: Progress) -> Printed | None:
        """Ask for printer, pages and copies, and print; None if the operator cancelled.

        Raises :class:`NoPrinter`. ``progress`` hears the page and the number of pages as they go.
        """
        ...
