"""The port of printing on paper, and Qt's printer behind it: pages as pictures at the printer's own points."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QMarginsF, QRect, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.widgets.paper.page_canvas import Render, to_image

MOST_DPI = 600
POINTS_PER_INCH = 72


class NoPrinter(Exception):
    """This machine has no printer."""


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What goes to paper: how many pages, how to draw one, their sizes in points, and a name for the queue."""

    count: int
    render: Render
    sizes: tuple[tuple[float, float], ...]
    name: str


class Printer(Protocol):
    """Whoever puts pages on paper."""

    def print_pages(self, job: PrintJob, told: Callable[[int, int], object]) -> int:
        """Ask for printer and copies and print; the number of copies, 0 when the operator declined.

        Raises :class:`NoPrinter`. ``told`` hears the page and the number of pages as they go.
        """
        ...


class QtPrinter:
    """Printing through the system's dialog, one page in memory at a time."""

    def __init__(self, parent: Callable[[], QWidget | None]) -> None:
        self._parent = parent

    def print_pages(self, job: PrintJob, told: Callable[[int, int], object]) -> int:
        """See :class:`Printer`."""
        if not QPrinterInfo.availablePrinterNames():
            raise NoPrinter
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(job.name)
        printer.setResolution(min(printer.resolution(), MOST_DPI))
        _fit(printer, job.sizes[0])
        dialog = QPrintDialog(printer, self._parent())
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return 0
        paint_on(printer, job, told)
        return printer.copyCount()


def paint_on(printer: QPrinter, job: PrintJob, told: Callable[[int, int], object]) -> None:
    """Paint every page at its true size, so that ruled lines stay where the paper has them."""
    painter = QPainter()
    if not painter.begin(printer):
        raise NoPrinter
    try:
        for page in range(job.count):
            if page:
                _fit(printer, job.sizes[page])
                printer.newPage()
            told(page + 1, job.count)
            width = round(job.sizes[page][0] / POINTS_PER_INCH * printer.resolution())
            picture = to_image(job.render(page, width))
            painter.drawImage(QRect(0, 0, picture.width(), picture.height()), picture)
    finally:
        painter.end()


def _fit(printer: QPrinter, size: tuple[float, float]) -> None:
    """The whole sheet, no margin of the printer's own: the page has its own."""
    printer.setFullPage(True)
    paper = QPageSize(QSizeF(*size), QPageSize.Unit.Point)
    printer.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF()))
