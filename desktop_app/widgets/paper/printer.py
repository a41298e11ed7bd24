"""Printing on paper: its interface, and the machine's printer through the system's dialog.

Pages go out as pictures at the printer's points. On Linux the program names the local socket of the print server
itself. Where that socket does not exist, CUPS's library asks for one at port 631 of ``localhost``: over the internet
protocols, though it goes nowhere. The program promises that it never asks for the network.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, MutableMapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QMarginsF, QRect, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.domain.progress import Progress
from desktop_app.widgets.paper.page_canvas import Drawn, to_image

VARIABLE: Final = "CUPS_SERVER"
LOCAL_SOCKET: Final = "/run/cups/cups.sock"


def ask_this_machine_alone(
    environment: MutableMapping[str, str] = os.environ, settings: Sequence[Path] | None = None
) -> None:
    """To be called before Qt is asked for a printer. A server that the office has set up stays the one asked."""
    if sys.platform == "linux" and VARIABLE not in environment:
        files = _settings() if settings is None else settings
        if not any(_names_a_server(file) for file in files):
            environment[VARIABLE] = LOCAL_SOCKET


def _settings() -> list[Path]:
    """CUPS's own, of the machine and of the person."""
    found = [Path("/etc/cups/client.conf")]
    with suppress(RuntimeError):  # a person without a home
        found.append(Path.home() / ".cups" / "client.conf")
    return found


def _names_a_server(settings: Path) -> bool:
    with suppress(OSError):
        lines = settings.read_text(encoding="utf-8", errors="replace").splitlines()
        return any(line.strip().lower().startswith("servername") for line in lines)
    return False


MOST_DPI = 600
POINTS_PER_INCH = 72


class QtPrinter:
    """Printing through the system's dialog, one page in memory at a time."""

    def __init__(self, parent: Callable[[], QWidget | None]) -> None:
        self._parent = parent

    def print_pages(self, job: PrintJob, told: Progress) -> Printed | None:
        """See :class:`~desktop_app.widgets.paper.printer.Printer`."""
        if not printer_names():
            raise NoPrinter
        printer = new_printer()
        printer.setDocName(job.name)
        _fit(printer, job.sizes[0])
        if self._dialog(printer, job).exec() != QDialog.DialogCode.Accepted:
            return None
        return send_to(printer, job, told)

    def _dialog(self, printer: QPrinter, job: PrintJob) -> QPrintDialog:
        dialog = QPrintDialog(printer, self._parent())
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage, on=job.current is not None)
        if job.whole:
            dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=False)
        else:
            dialog.setMinMax(1, job.count)
            dialog.setFromTo(1, job.count)
        return dialog


def printer_names() -> list[str]:
    """The printers of this machine."""
    ask_this_machine_alone()
    return QPrinterInfo.availablePrinterNames()


def new_printer(mode: QPrinter.PrinterMode = QPrinter.PrinterMode.HighResolution) -> QPrinter:
    """One to be set up; also one that writes into a file is made with the printers of this machine."""
    ask_this_machine_alone()
    return QPrinter(mode)


def send_to(printer: QPrinter, job: PrintJob, told: Progress) -> Printed | None:
    """Print as the printer has been set up by the dialog; None where no page was chosen. Raises :class:`NoPrinter`."""
    _settle(printer)
    pages = chosen_pages(printer, job)
    if not pages:
        return None
    taken = paint_on(printer, job, told)
    return Printed(tuple(page for page in pages if page in taken), printer.copyCount())


def chosen_pages(printer: QPrinter, job: PrintJob) -> list[int]:
    """The pages that were chosen in the dialog, from 0, in the order in which they leave the printer.

    Ranges that the printer's own system picks out of the whole leave the choice at all pages here.
    """
    pages = list(range(job.count))
    if printer.printRange() is QPrinter.PrintRange.CurrentPage and job.current is not None:
        pages = [job.current]
    elif printer.printRange() is QPrinter.PrintRange.PageRange:
        ranges = printer.pageRanges()
        pages = [page for page in pages if ranges.isEmpty() or ranges.contains(page + 1)]
    return pages[::-1] if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst else pages


def paint_on(printer: QPrinter, job: PrintJob, told: Progress) -> set[int]:
    """Paint every chosen page at its true size, so that ruled lines stay where the paper has them.

    Gives the pages that the printer took: of several copies those that came in all. Raises :class:`NoPrinter` where it
    took none, or gave the job up.
    """
    run = _run(printer, job)
    laid = _laid(printer, job.sizes[run[0]], job.sizes[0])
    painter = QPainter()
    if not painter.begin(printer):
        raise NoPrinter
    missing: list[int] = []
    try:
        for place, page in enumerate(run):
            laid = _laid(printer, job.sizes[page], laid)
            if place and not printer.newPage():
                missing = run[place:]
                break
            told(place + 1, len(run))
            width = round(laid[0] / POINTS_PER_INCH * printer.resolution())
            picture = to_image(job.render(page, width))
            # of a very large sheet come fewer pixels, which fill the same place
            height = round(picture.height() * width / max(1, picture.width()))
            painter.drawImage(QRect(0, 0, width, height), picture)
    finally:
        ended = painter.end()
    if not ended or printer.printerState() in (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error):
        raise NoPrinter
    return set(run).difference(missing)


def _run(printer: QPrinter, job: PrintJob) -> list[int]:
    """The pages as they are painted: with their copies, where the printer makes none by itself."""
    pages = chosen_pages(printer, job)
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    return pages * copies if printer.collateCopies() else [page for page in pages for _copy in range(copies)]


def _settle(printer: QPrinter) -> None:
    """After the dialog, which may have changed the printer: no finer than the eye sees, the whole sheet, upright."""
    printer.setResolution(min(printer.resolution(), MOST_DPI))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)


def _laid(printer: QPrinter, size: tuple[float, float], before: tuple[float, float]) -> tuple[float, float]:
    """The sheet for a page; an equal one stays: where a printer is set up anew, the back of the last sheet is empty."""
    if size != before:
        _fit(printer, size)
    return size


def _fit(printer: QPrinter, size: tuple[float, float]) -> None:
    """The whole sheet, no margin of the printer's own: the page has its own."""
    printer.setFullPage(True)
    paper = QPageSize(QSizeF(*size), QPageSize.Unit.Point)
    printer.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF()))


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
        # Qt's printing is a library of its own: the first print loads it, and the window opens without it

        return QtPrinter(self._parent).print_pages(job, told)
