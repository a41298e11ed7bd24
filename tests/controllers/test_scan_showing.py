"""A kept scan in the place of the paper: saved off the thread of the window, and a torn page of it raises nothing."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QTransform
from pytestqt.qtbot import QtBot

from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.paper_sheets import FileLine
from desktop_app.domain.rules.files import PDF, FileLink, FileRole, StoredFile
from desktop_app.widgets.dates.date_source import date_source
from desktop_app.widgets.paper.open_pages import AwaitedPages
from desktop_app.widgets.paper.page_canvas import PageImage, to_image
from desktop_app.widgets.paper.page_pair import ComparedPrint
from desktop_app.widgets.paper.printer import Printed, PrintJob
from desktop_app.window.signing import scan_showing
from desktop_app.window.signing import scan_words as words
from desktop_app.window.signing.page import PaperPage
from desktop_app.window.signing.paper_edit_session import PaperEditSession
from desktop_app.window.signing.paper_original import PRINTED
from desktop_app.window.signing.scan_showing import ScanPort, ScanViewer
from desktop_app.words import refusals
from desktop_app.workers import Workers
from tests import patience
from tests.bootstrap.parts import AnsweringDialogs
from tests.shown import texts
from tests.views.test_paper_page import TODAY, final_sheet

LINE = FileLine(
    FileLink(
        id=7,
        file_id=1,
        record_kind="minutes_version",
        record_uid="u",
        role=FileRole.SCAN,
        name="اسکن.pdf",
        ordinal=1,
        classification=None,
    ),
    StoredFile(id=1, sha256="0" * 64, size=9, type=PDF),
    fixed=True,
)
TORN = EnvironmentProblem("pdf_unreadable")


class Pages:
    """Two pages, of which the second is torn."""

    count, points = 2, ((595.0, 842.0),) * 2

    def __init__(self) -> None:
        self.closed = False

    def draw(self, page: int, width: int) -> PageImage:
        if page == 1:
            raise TORN
        return PageImage(b"\xff" * (width * width * 4), width, width)

    drawn = draw

    def ask(
        self,
        page: int,
        width: int,
        on_done: Callable[[PageImage], object],
        on_error: Callable[[BaseException], object],
        _owner: QObject,
    ) -> None:
        try:
            on_done(self.draw(page, width))
        except EnvironmentProblem as problem:
            on_error(problem)

    def close(self) -> None:
        self.closed = True


class FilesOfTest:
    """Saves as slowly as a large file and a slow stick are: until its gate opens."""

    def __init__(self) -> None:
        self.pages, self.gate = Pages(), threading.Event()
        self.saved: list[tuple[Path, bool]] = []
        self.refused: EnvironmentProblem | None = None

    def open_pages(self, _file: StoredFile, _name: str, _told: Progress = no_progress) -> AwaitedPages:
        return self.pages

    def suggested(self, _file: StoredFile, name: str) -> Path:
        return Path(name)

    def save_copy(self, _file: StoredFile, path: Path) -> None:
        own = threading.current_thread() is not threading.main_thread()
        assert not own or self.gate.wait(10)
        self.saved.append((path, own))
        if self.refused is not None:
            raise self.refused


class Printer:
    """Draws every page."""

    def print_pages(self, job: PrintJob, progress: Progress) -> Printed | None:
        for page in range(job.count):
            progress(page, job.count)
            job.render(page, 100)
        return Printed(tuple(range(job.count)), 1)


class Session(QObject):
    """What the look at a scan asks of the page's controller."""

    def __init__(self) -> None:
        super().__init__()
        self.page = PaperPage()
        self.page.set_source(date_source(WorkCalendar(), lambda: TODAY, refusals.sentence))
        self.context = None
        kept = SimpleNamespace(link_id=7)
        self.scans = SimpleNamespace(of=lambda _original: kept, scans=(kept,))
        self.sheet = final_sheet()
        self.page.show_sheet(self.sheet)


class Showing:
    """The scan of the first original shows."""

    def __init__(self) -> None:
        self.session, self.file_port, self.dialogs, self.workers = (
            Session(),
            FilesOfTest(),
            AnsweringDialogs(),
            Workers(),
        )
        self.page = self.session.page
        self.page.resize(1200, 800)
        self.page.show()
        self.showing = ScanViewer(
            cast("PaperEditSession", self.session),
            cast("ScanPort", SimpleNamespace(file_port=self.file_port, beside=self.beside)),
            self.dialogs,
            Printer(),
            self.workers,
            lambda: None,
        )
        self.showing.show(1)
        self.wait()

    def beside(self, _version_id: int, page: PageImage) -> ComparedPrint:
        """Of the same look, and as large."""
        return ComparedPrint(to_image(page), to_image(page), QTransform())

    def wait(self) -> None:
        """Until nothing runs any more."""
        assert patience.wait(lambda: not self.workers.busy, lambda: self.workers.busy)


@pytest.fixture
def shown(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Showing]:
    monkeypatch.setattr(scan_showing, "file_of", lambda _context, _link: LINE)
    made = Showing()
    qtbot.addWidget(made.page)
    assert made.showing.shows
    yield made
    made.file_port.gate.set()
    made.workers.end_all()
    made.showing.let_go()


def test_a_scan_is_saved_off_the_thread_of_the_window(shown: Showing, tmp_path: Path) -> None:
    path = shown.dialogs.save_to = tmp_path / "اسکن.pdf"
    shown.showing.save()
    assert shown.file_port.saved == []
    assert words.saved(str(path)) not in texts(shown.page), "not before it was"
    shown.file_port.gate.set()
    shown.wait()
    assert shown.file_port.saved == [(path, True)]
    assert words.saved(str(path)) in texts(shown.page)


def test_a_scan_that_is_not_saved_is_told_and_stays(shown: Showing, tmp_path: Path) -> None:
    shown.dialogs.save_to = tmp_path / "اسکن.pdf"
    shown.file_port.refused = EnvironmentProblem("file_copy_not_written", path="اسکن.pdf")
    shown.showing.save()
    shown.file_port.gate.set()
    shown.wait()
    assert refusals.sentence(shown.file_port.refused) in texts(shown.page)
    assert shown.showing.shows


def test_what_became_of_a_copy_is_told_also_when_the_paper_shows_again(shown: Showing, tmp_path: Path) -> None:
    shown.dialogs.save_to = tmp_path / "اسکن.pdf"
    shown.file_port.refused = EnvironmentProblem("file_copy_not_written", path="اسکن.pdf")
    shown.showing.save()
    shown.showing.let_go()
    shown.file_port.gate.set()
    shown.wait()
    assert refusals.sentence(shown.file_port.refused) in texts(shown.page)
    assert shown.page.look.value() == PRINTED


def test_a_torn_page_of_a_scan_is_told_in_its_place_and_on_printing(shown: Showing) -> None:
    canvas = shown.page.ui.pages.canvas
    assert canvas.said() == ""
    shown.page.ui.pages.go_to(1)
    assert canvas.said() == refusals.sentence(TORN)
    shown.showing.print_scan()
    assert refusals.sentence(TORN) in texts(shown.page)
    assert shown.showing.shows


def test_each_page_of_a_kept_scan_lies_beside_its_page_of_the_print(shown: Showing) -> None:
    pair = shown.page.ui.pages.pair
    assert pair.over.isEnabled()
    shown.page.ui.pages.go_to(1)
    shown.wait()
    assert not pair.over.isEnabled(), "the second is torn, and that of the first is not left beside it"
    assert refusals.sentence(TORN) in texts(pair)
    shown.showing.let_go()
    assert not pair.printed.isVisible(), "the printed paper lies alone"
