"""The keyboard on the page of papers while a paper is made and when it is there: never nowhere, never off the page."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.errors import RuleBroken
from desktop_app.printing.paper_renderer import PaperRenderer
from desktop_app.widgets.accessibility.reading_order import tab_stops
from desktop_app.window.papers import band
from desktop_app.window.papers.page import PapersPage
from desktop_app.words import papers as words
from desktop_app.words import widgets as paper_words
from tests import patience
from tests.journeys.conftest import Begin
from tests.journeys.driver import Driver
from tests.journeys.papers.test_papers import choose
from tests.journeys.papers.test_papers_keys import focused, page_of, walk_to

NEVER = 3_600_000


class Gate:
    """No paper is made while it is closed; one that waits there comes out, or is refused."""

    def __init__(self) -> None:
        self.refuses = False
        self._open = threading.Event()
        self._open.set()

    def close(self) -> None:
        """From now on papers wait."""
        self.refuses = False
        self._open.clear()

    def open(self) -> None:
        """Those that wait go on."""
        self._open.set()

    def passed(self) -> None:
        """Wait for it."""
        self._open.wait()
        if self.refuses:
            raise RuleBroken("meetings_none_yet")


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """Before every paper; and what takes long is said only when the test says so."""
    made, make = Gate(), PaperRenderer.make

    def held(room: PaperRenderer, *asked: Any) -> bytes:
        made.passed()
        return make(room, *asked)

    monkeypatch.setattr(PaperRenderer, "make", held)
    monkeypatch.setattr(band, "WAIT_MS", NEVER)
    yield made
    made.open()


def end(driver: Driver, gate: Gate) -> None:
    """Let the paper be made, and see it come."""
    gate.open()
    driver.wait(lambda: not patience.any_working(driver.window), "the end of the making")
    driver.settle()


def begin_making(driver: Driver, gate: Gate, before: PaperKind, kind: PaperKind) -> PapersPage:
    """The paper of one kind shows, and that of another is being made."""
    page = page_of(driver)
    page.focus_list()
    choose(driver, before)
    end(driver, gate)
    gate.close()
    choose(driver, kind)
    return page


def say_it_takes_long(driver: Driver, page: PapersPage) -> None:
    """As a moment later of itself."""
    page.band.show_making_now(words.MAKING)
    driver.settle()


def test_the_next_page_of_a_paper_that_makes_room_for_one_page_leaves_the_keyboard_at_the_paper(
    begin: Begin, gate: Gate
) -> None:
    driver = begin(size=(960, 540))
    driver.press("Ctrl+6")
    page = begin_making(driver, gate, PaperKind.ALIGNMENT_MATRIX, PaperKind.REGISTER)
    walk_to(driver, paper_words.PAGE_NEXT)
    say_it_takes_long(driver, page)
    end(driver, gate)
    assert driver.reads("صفحهٔ ۱ از ۱"), "there is no next page"
    assert page.ui.pages.isAncestorOf(focused(driver))


ONE_PAGE, PAGES, ASKED_FOR = PaperKind.REGISTER, PaperKind.MONTHLY_REPORT, PaperKind.YEAR_BOOK


def controls(page: PapersPage) -> list[QWidget]:
    """What comes, goes or is shut with a making."""
    ui = page.ui
    return [
        *(one for part in (ui.band, ui.shown) for one in tab_stops(part)),
        *(one for one in (ui.saveButton, ui.printButton, ui.wordButton) if one in tab_stops(page)),
    ]


@pytest.mark.parametrize("refused", [False, True], ids=["made", "refused"])
@pytest.mark.parametrize("said", [False, True], ids=["before it is said", "once it is said"])
@pytest.mark.parametrize("before", [PAGES, ASKED_FOR], ids=lambda kind: kind.value)
def test_from_every_control_the_keyboard_stays_on_the_page_when_the_making_ends(
    begin: Begin, gate: Gate, before: PaperKind, said: bool, refused: bool
) -> None:
    """It stands there before it is said that the making takes long, or comes there after."""
    driver = begin(size=(960, 540))
    driver.press("Ctrl+6")
    tried = 0
    while True:
        page = begin_making(driver, gate, before, ONE_PAGE)
        if said:
            say_it_takes_long(driver, page)
        if tried == len(controls(page)):
            break
        while focused(driver) is not controls(page)[tried]:
            driver.press("Shift+Tab")
        gate.refuses = refused
        say_it_takes_long(driver, page)
        assert page.isAncestorOf(focused(driver)), tried
        end(driver, gate)
        assert page.isAncestorOf(focused(driver)), tried
        assert focused(driver) in tab_stops(page) or not tab_stops(page.ui.shown), tried
        tried += 1
    assert tried >= 3, "saving, printing and the way out, or the paper before"


@pytest.mark.parametrize("refused", [False, True], ids=["made", "refused"])
def test_the_key_that_would_give_up_a_paper_does_nothing_when_the_paper_was_quicker(
    driver: Driver, gate: Gate, refused: bool
) -> None:
    """The button goes with the making, and whoever is about to press it must not press something else."""
    driver.press("Ctrl+6")
    page = begin_making(driver, gate, PAGES, ONE_PAGE)
    say_it_takes_long(driver, page)
    walk_to(driver, words.CANCEL, "Shift+Tab")
    gate.refuses = refused
    end(driver, gate)
    assert focused(driver) is page.kinds.row(ONE_PAGE.value)
    driver.press("Space")
    end(driver, gate)
    assert page.form.order().kind is ONE_PAGE
