"""What is chosen in the dialog of printing comes out: pages, copies, their order, the printer and its fineness."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLineEdit, QRadioButton, QSpinBox

from desktop_app.printing.pages import PageReader
from desktop_app.widgets.paper import qt_printer
from desktop_app.widgets.paper.printer import Printed
from desktop_app.widgets.paper.qt_printer import MOST_DPI, QtPrinter
from tests.systems import not_on_windows
from tests.widgets.sheets import A4, TALL, Sheets, shades

# Windows says so of a machine without a printer, whose paper is a file
pytestmark = pytest.mark.qt_log_ignore("Cannot be used on non-native printers")
FIVE = (A4,) * 5


class Choice:
    """The system's dialog, in which a choice is made by hand or by code; the paper is a PDF."""

    def __init__(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.file = file
        self.choose: Callable[[QPrintDialog], object] = lambda _dialog: None
        monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["a printer"])

        def answered(dialog: QPrintDialog) -> QDialog.DialogCode:
            printer = dialog.printer()
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(self.file))
            printer.setResolution(72)
            self.choose(dialog)
            return QDialog.DialogCode.Accepted

        monkeypatch.setattr(QPrintDialog, "exec", answered)

    def printed(self, sheets: Sheets, current: int | None = None) -> tuple[Printed | None, list[int]]:
        """What the printer said, and the numbers of the pages that came out."""
        said = QtPrinter(lambda: None).print_pages(replace(sheets.job(), current=current), lambda _page, _pages: None)
        return said, shades(self.file)


@pytest.fixture
def choice(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Choice:
    """A machine with a printer."""
    return Choice(tmp_path / "out.pdf", monkeypatch)


def _pages(ranges: str) -> Callable[[QPrintDialog], object]:
    def choose(dialog: QPrintDialog) -> None:
        dialog.setPrintRange(QPrintDialog.PrintRange.PageRange)
        dialog.printer().setPageRanges(QPageRanges.fromString(ranges))

    return choose


@pytest.mark.parametrize(
    ("ranges", "pages"), [("2-3", [2, 3]), ("1,4-5", [1, 4, 5]), ("5", [5]), ("4-9", [4, 5]), ("1-5", [1, 2, 3, 4, 5])]
)
def test_only_the_pages_that_are_chosen_come_out(choice: Choice, ranges: str, pages: list[int]) -> None:
    choice.choose = _pages(ranges)
    assert choice.printed(Sheets(*FIVE)) == (Printed(tuple(page - 1 for page in pages), 1), pages)


def test_pages_that_are_not_there_print_nothing(choice: Choice) -> None:
    choice.choose = _pages("7-9")
    assert choice.printed(Sheets(*FIVE)) == (None, [])


def test_the_page_that_shows_is_offered_and_comes_out_alone(choice: Choice) -> None:
    offered: list[bool] = []

    def choose(dialog: QPrintDialog) -> None:
        offered.append(dialog.testOption(QPrintDialog.PrintDialogOption.PrintCurrentPage))
        if offered[-1]:
            dialog.setPrintRange(QPrintDialog.PrintRange.CurrentPage)

    choice.choose = choose
    assert choice.printed(Sheets(*FIVE), current=3) == (Printed((3,), 1), [4])
    assert choice.printed(Sheets(*FIVE)) == (Printed((0, 1, 2, 3, 4), 1), [1, 2, 3, 4, 5])
    assert offered == [True, False]


def test_the_dialog_knows_how_many_pages_there_are(choice: Choice) -> None:
    told: list[tuple[int, int, bool]] = []

    def choose(dialog: QPrintDialog) -> None:
        asks = dialog.testOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        told.append((dialog.minPage(), dialog.maxPage(), asks))

    choice.choose = choose
    choice.printed(Sheets(*FIVE))
    assert told == [(1, 5, True)]


@pytest.mark.parametrize(
    ("copies", "collated", "reverse", "pages"),
    [
        (2, True, False, [1, 2, 3, 1, 2, 3]),
        (2, False, False, [1, 1, 2, 2, 3, 3]),
        (1, True, True, [3, 2, 1]),
        (2, True, True, [3, 2, 1, 3, 2, 1]),
    ],
)
def test_copies_and_their_order_are_kept_where_the_printer_makes_none(
    choice: Choice, copies: int, collated: bool, reverse: bool, pages: list[int]
) -> None:
    def choose(dialog: QPrintDialog) -> None:
        printer = dialog.printer()
        assert not printer.supportsMultipleCopies(), "a file has no copies"
        printer.setCopyCount(copies)
        printer.setCollateCopies(collated)
        if reverse:
            printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)

    choice.choose = choose
    assert choice.printed(Sheets(A4, A4, A4)) == (Printed((2, 1, 0) if reverse else (0, 1, 2), copies), pages)


def test_copies_that_the_printer_makes_are_not_painted(choice: Choice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinter, "supportsMultipleCopies", lambda _printer: True)
    choice.choose = lambda dialog: dialog.printer().setCopyCount(4)
    assert choice.printed(Sheets(A4, A4)) == (Printed((0, 1), 4), [1, 2])


def test_a_finer_printer_that_is_chosen_in_the_dialog_is_asked_for_no_more_than_the_eye_sees(choice: Choice) -> None:
    """A page of 2400 dpi is two gigabytes."""
    choice.choose = lambda dialog: dialog.printer().setResolution(2400)
    sheets = Sheets((72.0, 144.0))
    choice.printed(sheets)
    assert sheets.asked == [(0, MOST_DPI)]


@pytest.mark.parametrize("points", [203, 300])
def test_a_coarser_printer_is_given_its_own_points(choice: Choice, points: int) -> None:
    choice.choose = lambda dialog: dialog.printer().setResolution(points)
    sheets = Sheets((72.0, 144.0))
    choice.printed(sheets)
    assert sheets.asked == [(0, points)]


def test_a_sheet_of_the_same_size_is_not_set_up_anew(choice: Choice, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else each page begins a sheet, and paper that is printed on both sides has empty backs."""
    set_up: list[float] = []
    lay = QPrinter.setPageLayout

    def counted(printer: QPrinter, layout: QPageLayout) -> bool:
        set_up.append(layout.pageSize().size(QPageSize.Unit.Point).height())
        return bool(lay(printer, layout))

    monkeypatch.setattr(QPrinter, "setPageLayout", counted)
    choice.printed(Sheets(A4, A4, A4))
    assert len(set_up) == 1
    set_up.clear()
    choice.choose = _pages("2-4")
    assert choice.printed(Sheets(A4, TALL, TALL, A4, A4))[1] == [2, 3, 4]
    assert [round(height) for height in set_up] == [842, 900, 842]


def test_a_sheet_that_is_laid_across_in_the_dialog_is_upright(choice: Choice) -> None:
    """The page has its own shape, and would be cut."""
    choice.choose = lambda dialog: dialog.printer().setPageOrientation(QPageLayout.Orientation.Landscape)
    choice.printed(Sheets(A4))
    reader = PageReader()
    (size,) = reader.open(choice.file.read_bytes()).sizes
    reader.close()
    assert (size.width, size.height) == pytest.approx(A4, abs=1)


@not_on_windows("the dialog is the system's own")
def test_the_pages_that_are_typed_into_the_dialog_come_out(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By hand in Qt's own dialog; five sheets at the points of a real printer would be half a gigabyte."""
    monkeypatch.setattr(qt_printer, "MOST_DPI", 72)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["a printer"])
    out, asked = tmp_path / "out.pdf", []

    def by_hand() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintDialog)
        asked.append(dialog)
        find = dialog.findChild
        printed_to, pages = find(QLineEdit, "filename"), find(QRadioButton, "printRange")
        first, last, buttons = find(QSpinBox, "from"), find(QSpinBox, "to"), find(QDialogButtonBox)
        assert printed_to is not None
        assert pages is not None
        assert first is not None
        assert last is not None
        assert buttons is not None
        printed_to.setText(str(out))
        assert (first.value(), last.value()) == (1, 5)
        pages.click()
        first.setValue(2)
        last.setValue(3)
        buttons.button(QDialogButtonBox.StandardButton.Ok).click()

    QTimer.singleShot(0, by_hand)
    sheets = Sheets(*FIVE)
    assert QtPrinter(lambda: None).print_pages(sheets.job(), lambda _page, _pages: None) == Printed((1, 2), 1)
    assert (len(asked), shades(out)) == (1, [2, 3])
