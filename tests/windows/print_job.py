"""One print job on Windows through the program's own printer: `python -m tests.windows.print_job PDF JOB.json`.

The system's dialog shows nothing here. It answers as the operator would have, since Wine's dialog does not hand on
a range; the job, the pages that are drawn and the way to the printer are the program's own.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

# Wine drops every variable that begins with QT_
os.environ["QT_QPA_PLATFORM"] = "windows"

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog

from desktop_app.printing.pages import PageReader
from desktop_app.widgets.paper.page_canvas import PageImage
from desktop_app.widgets.paper.printer import PrintJob
from desktop_app.widgets.paper.qt_printer import QtPrinter


def answer_dialog(job: Mapping[str, Any]) -> list[QPrinter]:
    """The dialog, answered: a range, copies, the back of the sheet, the resolution, as the job asks.

    The printer that was set up so is put into the list.
    """
    printers: list[QPrinter] = []

    def accepted(dialog: QPrintDialog) -> int:
        printer = dialog.printer()
        printers.append(printer)
        if "pages" in job:
            first, last = job["pages"]
            dialog.setPrintRange(QPrintDialog.PrintRange.PageRange)
            dialog.setFromTo(first, last)
        if "current" in job:
            dialog.setPrintRange(QPrintDialog.PrintRange.CurrentPage)
        printer.setCopyCount(job.get("copies", 1))
        printer.setResolution(job.get("dpi", printer.resolution()))
        if job.get("duplex"):
            printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
        return QDialog.DialogCode.Accepted

    QPrintDialog.exec = accepted  # type: ignore[method-assign]
    return printers


def main(pdf: Path, asked: Path) -> int:
    """Print; an error ends it with its trace."""
    app = QApplication([])
    assert app.platformName() == "windows", app.platformName()
    job = json.loads(asked.read_text(encoding="utf-8"))
    printers = answer_dialog(job)
    reader = PageReader()
    pages = reader.open(pdf.read_bytes())
    sizes = tuple((size.width, size.height) for size in pages.sizes)

    def draw(page: int, width: int) -> PageImage:
        drawn = pages.pixels(page, width)
        return PageImage(drawn.bgra, drawn.width, drawn.height)

    current = job.get("current")
    made = PrintJob(pages.count, draw, sizes, str(job["name"]), None if current is None else int(current) - 1)
    printed = QtPrinter(lambda: None).print_pages(made, lambda _page, _pages: None)
    assert printed is not None
    assert printed.copies == job.get("copies", 1)
    (printer,) = printers
    both_sides = printer.duplex() is QPrinter.DuplexMode.DuplexLongSide
    assert both_sides is bool(job.get("duplex")), printer.duplex()
    assert printer.resolution() == job.get("dpi", printer.resolution())
    reader.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
