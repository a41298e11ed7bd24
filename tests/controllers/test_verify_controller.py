"""The page «بررسی برگه»: a file that is being read is given up by another question, whose answer alone shows."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.outcome import Changed
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.listing import register_line
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.domain.read_models.verified_paper import VerificationText, VerifiedPaper
from desktop_app.domain.rules.verifying import IdentifiedBy, PaperVerdict
from desktop_app.printing.words.verified_words import result_texts
from desktop_app.services.context import Context
from desktop_app.services.registers import papers
from desktop_app.services.verifying.verify_file import verify_typed
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.paper.page_canvas import PageImage
from desktop_app.widgets.paper.page_view import PageView
from desktop_app.window.kit.destinations import OpenPage, OpenRegister
from desktop_app.window.kit.file_drop import DroppedFiles
from desktop_app.window.verifying import controller as verify_controller
from desktop_app.window.verifying import words
from desktop_app.window.verifying.controller import VerifyController
from desktop_app.window.verifying.page import VerifyPage
from desktop_app.words import verifying as words_of
from desktop_app.workers import Workers
from tests import patience
from tests.bootstrap.parts import AnsweringDialogs
from tests.services.office_steps import Office
from tests.services.registers.test_registers import went
from tests.services.verifying.papers import code_of, signed
from tests.shown import child, texts
from tests.widgets.typing import PASTING, Chord

FOREIGN = words_of.UNKNOWN["none"]


class OnePage:
    """A paper of one white page."""

    count = 1
    points = ((595.0, 842.0),)
    closed = False

    def draw(self, _page: int, width: int) -> PageImage:
        height = round(width * 1.4142)
        return PageImage(b"\xff" * (4 * width * height), width, height)

    def close(self) -> None:
        self.closed = True


class HeldFiles:
    """Files whose reading waits until it is let go; what each was asked, in order."""

    folder = Path()

    def __init__(self) -> None:
        self.go = threading.Event()
        self.asked: list[str] = []
        self.problem: Exception | None = None
        self.broken: Exception | None = None
        """What ends a reading that does not look whether it is still wanted."""
        self.context: Context | None = None
        self.drawn: list[VerifiedPaper] = []
        self.pages: list[OnePage] = []

    def verify(self, files: Sequence[ChosenFile], progress: Progress) -> VerifiedPaper:
        self.asked.append(files[0].name)
        assert self.go.wait(30)
        if self.broken is not None:
            raise self.broken
        progress(1, 2)
        if self.problem is not None:
            raise self.problem
        return VerifiedPaper(verdict=PaperVerdict.UNKNOWN, clue=IdentifiedBy.NONE)

    def verify_typed(self, typed: str) -> VerifiedPaper:
        assert self.context is not None
        return verify_typed(self.context, typed)

    def told(self, paper: VerifiedPaper) -> VerificationText:
        return result_texts(paper)

    def draw(self, paper: VerifiedPaper) -> bytes:
        self.drawn.append(paper)
        return b"pdf" if paper.minutes is not None else b""

    def open_pages(self, pdf: bytes) -> OnePage:
        assert pdf == b"pdf"
        self.pages.append(OnePage())
        return self.pages[-1]


@pytest.fixture
def files() -> HeldFiles:
    return HeldFiles()


@pytest.fixture
def workers() -> Iterator[Workers]:
    made = Workers()
    yield made
    made.end_all()


@pytest.fixture
def page(qtbot: QtBot) -> VerifyPage:
    made = VerifyPage()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def controller(page: VerifyPage, office: Office, workers: Workers, files: HeldFiles) -> VerifyController:
    files.context = office.context
    return VerifyController(page, office.context, AnsweringDialogs(), workers, files, page)


def idle(workers: Workers) -> None:
    assert patience.wait(lambda: not workers.busy)


def bring(page: VerifyPage, name: str) -> None:
    page.brought.emit(DroppedFiles((Path(name),)))


def test_a_file_is_answered(controller: VerifyController, page: VerifyPage, workers: Workers, files: HeldFiles) -> None:
    bring(page, "الف.pdf")
    assert any("خوانده می‌شود" in one for one in texts(page))
    files.go.set()
    idle(workers)
    assert FOREIGN in texts(page)
    assert any("الف.pdf" in one for one in texts(page))


def test_a_pasted_picture_is_made_a_file_off_the_thread_of_the_window(
    controller: VerifyController, page: VerifyPage, workers: Workers, files: HeldFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a scanned page that takes a quarter of a second."""
    threads: list[threading.Thread] = []

    def png_of(_picture: QImage) -> bytes:
        threads.append(threading.current_thread())
        return b"png"

    monkeypatch.setattr(verify_controller, "png_of", png_of)
    page.brought.emit(DroppedFiles(picture=QImage(4, 4, QImage.Format.Format_RGB32)))
    files.go.set()
    idle(workers)
    assert files.asked == [words.PASTED]
    assert threading.main_thread() not in threads
    assert len(threads) == 1
    assert any(words.PASTED in one for one in texts(page))


def paste_into(part: QWidget, qtbot: QtBot, chord: Chord) -> None:
    """Press what pastes where the keyboard is."""
    qtbot.waitUntil(part.isActiveWindow)
    part.setFocus()
    QTest.keyClick(part, *chord)


@pytest.mark.parametrize("chord", PASTING)
def test_files_are_pasted_while_the_keyboard_is_in_the_field(
    page: VerifyPage, qtbot: QtBot, tmp_path: Path, chord: Chord
) -> None:
    """There it is when the page opens; managers of files give the paths as a text besides."""
    path = tmp_path / "برگه.pdf"
    met: list[DroppedFiles] = []
    path.write_bytes(b"%PDF")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    mime.setText(str(path))
    QGuiApplication.clipboard().setMimeData(mime)
    page.brought.connect(met.append)
    paste_into(page.ui.codeEdit, qtbot, chord)
    assert met == [DroppedFiles((path,))]
    assert page.code() == "", "no path of a file is typed"


@pytest.mark.parametrize("chord", PASTING)
def test_where_nothing_was_copied_pasting_says_what_is_expected(page: VerifyPage, qtbot: QtBot, chord: Chord) -> None:
    QGuiApplication.clipboard().clear()
    paste_into(page.ui.openFile, qtbot, chord)
    assert words.NOTHING_TO_PASTE in texts(page)


def test_another_question_gives_the_first_up(
    controller: VerifyController, page: VerifyPage, workers: Workers, files: HeldFiles, office: Office
) -> None:
    code = code_of(office, signed(office))
    bring(page, "الف.pdf")
    page.code_given.emit(code)
    files.go.set()
    idle(workers)
    assert FOREIGN not in texts(page), "the answer to the file came too late"
    assert any("برقرار" in one for one in texts(page))


def test_reading_is_stopped(controller: VerifyController, page: VerifyPage, workers: Workers, files: HeldFiles) -> None:
    bring(page, "الف.pdf")
    page.stop_requested.emit()
    files.go.set()
    idle(workers)
    assert FOREIGN not in texts(page)
    assert "بررسی به خواست شما متوقف شد" in texts(page)


def test_a_file_that_cannot_be_read_is_told(
    controller: VerifyController, page: VerifyPage, workers: Workers, files: HeldFiles
) -> None:
    files.problem = EnvironmentProblem("pdf_unreadable")
    files.go.set()
    bring(page, "الف.pdf")
    idle(workers)
    assert "فایل بررسی نشد" in texts(page)


def test_what_changed_is_asked_again_when_the_page_shows(
    controller: VerifyController, page: VerifyPage, workers: Workers, files: HeldFiles
) -> None:
    files.go.set()
    bring(page, "الف.pdf")
    idle(workers)
    controller.visit(OpenPage("verify"))
    assert files.asked == ["الف.pdf"], "nothing changed"
    controller.outdate(Changed.MINUTES)
    assert files.asked == ["الف.pdf"], "nobody looks"
    controller.visit(OpenPage("verify"))
    idle(workers)
    assert files.asked == ["الف.pdf"] * 2
    controller.reload(Changed.MINUTES)
    idle(workers)
    assert files.asked == ["الف.pdf"] * 3


def test_a_fault_leaves_nothing_that_only_seems_to_go_on(
    controller: VerifyController, page: VerifyPage, workers: Workers, files: HeldFiles, qtbot: QtBot
) -> None:
    files.problem = ValueError("a fault of the program")
    files.go.set()
    with qtbot.captureExceptions() as caught:
        bring(page, "الف.pdf")
        idle(workers)
    assert [one[0] for one in caught] == [ValueError]
    assert "فایل بررسی نشد" in texts(page)
    controller.reload(Changed.MINUTES)
    assert files.asked == ["الف.pdf"], "nor is it tried again by itself"


def test_a_letter_is_found_by_its_number_and_a_way_leads_to_its_row(
    controller: VerifyController, page: VerifyPage, workers: Workers, office: Office
) -> None:
    made = papers.record_outgoing(office.context, went(office, number="دک/۱۴۰۲/۷"))
    gone: list[object] = []
    controller.navigated.connect(gone.append)
    page.code_given.emit("دک/1402/7")
    idle(workers)
    assert any(one.startswith("شمارهٔ نامه به استانداری") for one in texts(page))
    child(page, Button, "way_register0").click()
    assert gone == [OpenRegister(register_line(made.id, outgoing=True))]


def test_of_several_letters_with_one_number_each_has_a_way_to_its_row(
    controller: VerifyController, page: VerifyPage, workers: Workers, office: Office
) -> None:
    made = [papers.record_outgoing(office.context, went(office, number="دک/۱۴۰۲/۷")) for _ in range(2)]
    gone: list[object] = []
    controller.navigated.connect(gone.append)
    page.code_given.emit("دک/1402/7")
    idle(workers)
    rows = [register_line(one.id, outgoing=True) for one in made]
    for key in ("way_register0", "way_register1"):
        child(page, Button, key).click()
    assert sorted(one.line for one in gone if isinstance(one, OpenRegister)) == sorted(rows)


def test_what_is_neither_code_nor_number_is_refused_beneath_the_field(
    controller: VerifyController, page: VerifyPage, workers: Workers
) -> None:
    page.code_given.emit("دک/۹۹")
    idle(workers)
    assert "در دفتر صادره نامه‌ای با شمارهٔ" in page.ui.codeField.error()
    controller.reload(Changed.REGISTERS)
    assert not workers.busy, "what was refused is not asked again"


@pytest.mark.parametrize(
    ("typed", "direction"),
    [
        ("OB24 E2PD", Qt.LayoutDirection.LeftToRight),
        ("۱۴۰۲/۱۶", Qt.LayoutDirection.LeftToRight),
        ("۲۱۵/ص/۱۴۰۲", Qt.LayoutDirection.RightToLeft),
    ],
)
def test_a_number_stands_in_the_field_as_on_the_paper(page: VerifyPage, typed: str, direction: object) -> None:
    page.show_code(typed)
    assert page.ui.codeEdit.layoutDirection() == direction
    page.show_code("")
    assert page.ui.codeEdit.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_a_fault_in_a_file_that_was_given_up_is_a_fault_all_the_same(
    controller: VerifyController, page: VerifyPage, workers: Workers, files: HeldFiles, qtbot: QtBot
) -> None:
    with qtbot.captureExceptions() as caught:
        bring(page, "الف.pdf")
        assert patience.wait(lambda: files.asked == ["الف.pdf"])
        page.stop_requested.emit()
        files.broken = ValueError("a fault of the program")
        files.go.set()
        idle(workers)
    assert [one[0] for one in caught] == [ValueError]
    assert "بررسی به خواست شما متوقف شد" in texts(page)


def test_the_paper_shows_beside_its_answer_and_goes_with_it(
    controller: VerifyController, page: VerifyPage, workers: Workers, files: HeldFiles, office: Office
) -> None:
    view = child(page, PageView)
    page.resize(1200, 700)
    page.code_given.emit(code_of(office, signed(office)))
    assert patience.wait(view.isVisible)
    page.resize(700, 700)
    assert not view.isVisible(), "no room for both"
    page.resize(1200, 700)
    page.code_given.emit("ABCDEFGHIJ234567")
    idle(workers)
    assert not view.isVisible()
    assert [one.closed for one in files.pages] == [True]


def test_hashes_show_when_asked_for(
    controller: VerifyController, page: VerifyPage, workers: Workers, office: Office
) -> None:
    code = code_of(office, signed(office))
    page.code_given.emit(code)
    idle(workers)
    assert not any(code in one for one in texts(page))
    child(page, Button, "details").click()
    assert any(code in one for one in texts(page))
