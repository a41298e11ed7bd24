"""Pages on paper: every one at its true size, in its order, and no printer is said and not guessed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication

from desktop_app.printing.pages import PageReader
from desktop_app.widgets.paper.page_canvas import PageImage
from desktop_app.widgets.paper.printer import NoPrinter
from desktop_app.widgets.paper.qt_printer import POINTS_PER_INCH, new_printer, paint_on, send_to
from desktop_app.widgets.paper.system_printer import SystemPrinter
from tests.widgets.sheets import A4, TALL, Sheets


def _on_paper(sheets: Sheets, file: Path, resolution: int = 150) -> list[tuple[int, int]]:
    printer = new_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setResolution(resolution)
    told: list[tuple[int, int]] = []
    printer.setPageSize(printer.pageLayout().pageSize())
    paint_on(printer, sheets.job(), lambda page, pages: told.append((page, pages)))
    return told


def test_every_page_is_drawn_once_at_the_points_of_the_printer(qapp: QApplication, tmp_path: Path) -> None:
    sheets = Sheets(A4, A4, A4)
    told = _on_paper(sheets, tmp_path / "out.pdf")
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert sheets.asked == [(page, round(A4[0] / POINTS_PER_INCH * 150)) for page in range(3)]


def test_what_comes_out_has_the_true_size_and_no_margin(qapp: QApplication, tmp_path: Path) -> None:
    _on_paper(Sheets(A4, A4), tmp_path / "out.pdf")
    reader = PageReader()
    pages = reader.open((tmp_path / "out.pdf").read_bytes())
    assert pages.count == 2
    for number, size in enumerate(pages.sizes):
        assert (size.width, size.height) == pytest.approx(A4, abs=1)
        drawn = pages.pixels(number, 100)
        shade = 40 * (number + 1)
        for x, y in ((1, 1), (97, 1), (50, 70), (1, drawn.height - 3), (97, drawn.height - 3)):
            start = (y * drawn.width + x) * 4
            assert drawn.bgra[start] == pytest.approx(shade, abs=6), (number, x, y)
    reader.close()


def test_pages_of_other_sizes_each_have_their_own(qapp: QApplication, tmp_path: Path) -> None:
    _on_paper(Sheets(A4, TALL), tmp_path / "out.pdf")
    reader = PageReader()
    sizes = [(size.width, size.height) for size in reader.open((tmp_path / "out.pdf").read_bytes()).sizes]
    reader.close()
    assert sizes[0] == pytest.approx(A4, abs=1)
    assert sizes[1] == pytest.approx(TALL, abs=1)


def test_a_machine_without_a_printer_says_so(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    with pytest.raises(NoPrinter):
        SystemPrinter(lambda: None).print_pages(Sheets(A4).job(), lambda _page, _pages: None)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_target_that_cannot_be_begun_is_no_success(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(NoPrinter):
        _on_paper(Sheets(A4), tmp_path / "nowhere" / "out.pdf")


def test_a_printer_that_takes_no_more_pages_took_those_before(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinter, "newPage", lambda _printer: False)
    printer = new_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setResolution(150)
    printed = send_to(printer, Sheets(A4, A4, A4).job(), lambda _page, _pages: None)
    assert printed is not None
    assert printed.pages == (0,)


def test_a_job_that_the_printer_gave_up_is_no_success(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinter, "printerState", lambda _printer: QPrinter.PrinterState.Aborted)
    with pytest.raises(NoPrinter):
        _on_paper(Sheets(A4), tmp_path / "out.pdf")


def test_fewer_pixels_than_the_printer_has_points_fill_the_sheet(qapp: QApplication, tmp_path: Path) -> None:
    class Coarse(Sheets):
        def draw(self, page: int, _width: int) -> PageImage:
            return super().draw(page, 100)

    _on_paper(Coarse(A4), tmp_path / "out.pdf")
    assert sheet_corner(tmp_path / "out.pdf") == pytest.approx(40, abs=6)


def sheet_corner(file: Path) -> int:
    """The shade of the last corner of the first page."""
    reader = PageReader()
    drawn = reader.open(file.read_bytes()).pixels(0, 100)
    reader.close()
    return drawn.bgra[((drawn.height - 3) * 100 + 97) * 4]
