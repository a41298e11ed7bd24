"""Printing with Qt: the system's dialog, and pages as pictures in printer resolution.

Print server that is asked for printers on Linux: that of this machine, through its local socket.

Where that socket does not exist, CUPS's library asks for one at port 631 of ``localhost``: over the internet protocols,
though it goes nowhere. The program promises that it never asks for the network, so it names the local socket itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, MutableMapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMarginsF, QRect, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.domain.progress import Progress
from desktop_app.widgets.paper.page_canvas import to_image
from desktop_app.widgets.paper.printer import NoPrinter, Printed, PrintJob

VARIABLE: Final = "CUPS_SERVER"


LOCAL_SOCKET: Final = "/run/cups/cups.sock"


def use_local_printers(
    environment: MutableMapping[str, str] = os.environ, settings: Sequence[Path] | None = None
) -> None:
    """Limit CUPS to this machine before Qt asks for printers, unless a server is set up."""
    if sys.platform == "linux" and VARIABLE not in environment:
        files = _settings() if settings is None else settings
        if not any(_names_a_server(file) for file in files):
            environment[VARIABLE] = LOCAL_SOCKET


def _settings() -> list[Path]:
    """Return the CUPS settings files of the machine and of the user."""
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
    """Prints through the system's dialog, with one page in memory at a time."""

    def __init__(self, parent: Callable[[], QWidget | None]) -> None:
        self._parent = parent

    def print_pages(self, job: PrintJob, progress: Progress) -> Printed | None:
        """See :class:`~desktop_app.widgets.paper.printer.Printer`."""
        if not printer_names():
            raise NoPrinter
        printer = new_printer()
        printer.setDocName(job.name)
        _fit(printer, job.sizes[0])
        if self._dialog(printer, job).exec() != QDialog.DialogCode.Accepted:
            return None
        return send_to(printer, job, progress)

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
    """Return the names of this machine's printers."""
    use_local_printers()
    return QPrinterInfo.availablePrinterNames()


def new_printer(mode: QPrinter.PrinterMode = QPrinter.PrinterMode.HighResolution) -> QPrinter:
    """Return a printer object that knows only the printers of this machine."""
    use_local_printers()
    return QPrinter(mode)


def send_to(printer: QPrinter, job: PrintJob, progress: Progress) -> Printed | None:
    """Print on a printer set up by the dialog; None if no page was selected. Raises :class:`NoPrinter`."""
    _settle(printer)
    pages = selected_pages(printer, job)
    if not pages:
        return None
    taken = paint_on(printer, job, progress)
    return Printed(tuple(page for page in pages if page in taken), printer.copyCount())


def selected_pages(printer: QPrinter, job: PrintJob) -> list[int]:
    """Return the selected pages, from 0, in printing order.

    Ranges that the printer's own system picks out of the whole leave the choice at all pages here.
    """
    pages = list(range(job.count))
    if printer.printRange() is QPrinter.PrintRange.CurrentPage and job.current is not None:
        pages = [job.current]
    elif printer.printRange() is QPrinter.PrintRange.PageRange:
        ranges = printer.pageRanges()
        pages = [page for page in pages if ranges.isEmpty() or ranges.contains(page + 1)]
    return pages[::-1] if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst else pages


def paint_on(printer: QPrinter, job: PrintJob, progress: Progress) -> set[int]:
    """Paint every selected page at its true size, so that ruled lines are exact.

    Gives the pages that the printer took: of several copies those that came in all. Raises :class:`NoPrinter` where it
    took none, or gave the job up.
    """
    run = _run(printer, job)
    laid = _page_layout(printer, job.sizes[run[0]], job.sizes[0])
    painter = QPainter()
    if not painter.begin(printer):
        raise NoPrinter
    missing: list[int] = []
    try:
        for place, page in enumerate(run):
            laid = _page_layout(printer, job.sizes[page], laid)
            if place and not printer.newPage():
                missing = run[place:]
                break
            progress(place + 1, len(run))
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
    """Return the pages as painted, repeated for copies that the printer does not make."""
    pages = selected_pages(printer, job)
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    return pages * copies if printer.collateCopies() else [page for page in pages for _copy in range(copies)]


def _settle(printer: QPrinter) -> None:
    """Correct the printer after the dialog: limited resolution, whole sheet, upright."""
    printer.setResolution(min(printer.resolution(), MOST_DPI))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)


def _page_layout(printer: QPrinter, size: tuple[float, float], before: tuple[float, float]) -> tuple[float, float]:
    """Return the sheet for a page; reuse an equal one, as a change ends double-sided printing."""
    if size != before:
        _fit(printer, size)
    return size


def _fit(printer: QPrinter, size: tuple[float, float]) -> None:
    """Use the whole sheet without the printer's margins, as the page has its own."""
    printer.setFullPage(True)
    paper = QPageSize(QSizeF(*size), QPageSize.Unit.Point)
    printer.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF()))
