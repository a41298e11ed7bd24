"""The page of a scan that shows large: drawn elsewhere, however often and fast one goes from page to page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.scans import ChosenFile, ReadPage, ScanReading
from desktop_app.widgets.paper.page_pair import ComparedPrint
from desktop_app.window.signing import scan_words as words
from desktop_app.window.signing.scan_arranging import ScanImages
from desktop_app.window.signing.scan_dialog import ScanDialog
from desktop_app.window.signing.scan_format import page_key
from desktop_app.window.signing.scan_showing import ScanPort
from desktop_app.workers import Watch, Workers
from tests.views.scan_readings import OTHER, PAPER


def page(number: int) -> ReadPage:
    """A page that was read."""
    return ReadPage(
        source=0,
        page=number,
        width=10,
        height=10,
        dpi=0,
        turn=0,
        blank=False,
        mark=None,
        code="",
        number=0,
        recognised=None,
        picture=b"",
    )


FIRST, SECOND = page(0), page(1)
READING = ScanReading(files=(ChosenFile("scan.pdf", content=b"x"),), pages=(FIRST, SECOND), target=PAPER)


class Dialog(QObject):
    """Shows one picture."""

    def __init__(self) -> None:
        super().__init__()
        self.shown, self.turn, self.said = QImage(), 0, ""
        self.look = SimpleNamespace(show_page=self._show, show_numbers=lambda *_numbers: None)

    def _show(self, beside: ComparedPrint, turn: int, **_more: object) -> None:
        self.shown, self.turn, self.said = beside.page, turn, beside.said


class Jobs:
    """Work that is done when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable[[ComparedPrint], object], Callable[[BaseException], object]]] = []
        self.asked = 0

    def run_watched(
        self,
        _work: Callable[[Watch], ComparedPrint],
        done: Callable[[ComparedPrint], object],
        failed: Callable[[BaseException], object],
        *,
        owner: QObject,
    ) -> Watch:
        assert owner is not None
        self.asked += 1
        self.waiting.append((done, failed))
        return Watch(lambda _done, _total: None)

    def done(self, width: int) -> None:
        """The one that was asked for first is drawn, so wide."""
        self.waiting.pop(0)[0](ComparedPrint(QImage(width, width, QImage.Format.Format_RGB32)))

    def failed(self, error: BaseException) -> None:
        """It could not be."""
        self.waiting.pop(0)[1](error)


class Looking:
    """Goes from page to page."""

    def __init__(self) -> None:
        self.dialog, self.jobs = Dialog(), Jobs()
        self.looking = ScanImages(
            cast("ScanDialog", self.dialog), 1, cast("ScanPort", None), cast("Workers", self.jobs)
        )

    def go_to(self, wanted: ReadPage, reading: ScanReading = READING) -> None:
        self.looking.chosen = page_key(wanted)
        self.looking.show(reading)

    @property
    def width(self) -> int:
        """Of the picture that shows."""
        return self.dialog.shown.width()


@pytest.fixture
def looking(qapp: QApplication) -> Looking:
    assert qapp is not None
    return Looking()


def test_a_page_that_was_left_before_it_was_drawn_is_drawn_when_one_comes_again(looking: Looking) -> None:
    looking.go_to(FIRST)
    looking.jobs.done(1400)
    looking.go_to(SECOND)
    looking.go_to(FIRST)
    looking.jobs.done(1401)
    assert looking.width == 1400, "the second one is not wanted any more"
    looking.go_to(SECOND)
    looking.jobs.done(1402)
    assert looking.width == 1402


def test_a_page_that_is_being_drawn_is_not_asked_for_twice(looking: Looking) -> None:
    looking.go_to(FIRST)
    looking.go_to(FIRST)
    assert looking.jobs.asked == 1
    looking.jobs.done(1400)
    looking.go_to(FIRST)
    assert (looking.jobs.asked, looking.width) == (1, 1400)


def test_a_page_that_was_left_and_come_back_to_shows_when_it_is_drawn(looking: Looking) -> None:
    looking.go_to(FIRST)
    looking.go_to(SECOND)
    looking.go_to(FIRST)
    looking.jobs.done(1400)
    assert looking.width == 1400
    while looking.jobs.waiting:
        looking.jobs.done(1401)
    looking.go_to(SECOND)
    looking.jobs.done(1402)
    assert looking.width == 1402


def test_a_page_that_was_refused_is_tried_when_one_comes_again(looking: Looking) -> None:
    looking.go_to(FIRST)
    looking.jobs.failed(EnvironmentProblem("scan_damaged", name="scan.pdf"))
    assert looking.jobs.asked == 1, "not by itself"
    looking.go_to(FIRST)
    looking.jobs.done(1400)
    assert looking.width == 1400


def test_a_page_of_a_scan_that_was_closed_is_not_shown_in_the_next(looking: Looking) -> None:
    looking.go_to(FIRST)
    looking.looking.let_go()
    looking.go_to(FIRST)
    looking.jobs.done(1400)
    assert looking.width == 0, "it is of the other scan"
    looking.jobs.done(1401)
    assert looking.width == 1401


def test_a_page_that_was_turned_while_it_was_drawn_stays_turned(looking: Looking) -> None:
    looking.go_to(FIRST)
    turned = replace(READING, pages=(replace(FIRST, turn=1), SECOND))
    looking.go_to(FIRST, turned)
    looking.jobs.done(1400)
    assert (looking.width, looking.dialog.turn) == (1400, 1)


def test_what_is_wrong_with_the_program_is_raised(looking: Looking) -> None:
    looking.go_to(FIRST)
    with pytest.raises(ValueError, match="a bug"):
        looking.jobs.failed(ValueError("a bug"))


def test_it_is_said_why_no_page_of_the_print_lies_beside(looking: Looking) -> None:
    looking.go_to(FIRST)
    looking.jobs.done(1400)
    assert looking.dialog.said == words.BESIDE_UNKNOWN
    strange = replace(SECOND, code=OTHER.code, number=1)
    looking.go_to(strange, replace(READING, pages=(FIRST, strange)))
    looking.jobs.done(1400)
    assert looking.dialog.said == words.BESIDE_STRANGE
