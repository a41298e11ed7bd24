"""The page of papers over a real office: what waits for a paper that is being made is done, or its loss is told."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app import wiring
from desktop_app.bootstrap.papers import papers_screen
from desktop_app.controllers.papers_controller import PapersController
from desktop_app.domain.jalali import JalaliMonth
from desktop_app.domain.paper_kinds import PaperKind
from desktop_app.domain.paper_orders import PaperOrder
from desktop_app.printing.room import PrintingRoom
from desktop_app.services.demo_clock import StoryClock
from desktop_app.services.ports import Changed
from desktop_app.text import papers as words
from desktop_app.views.papers_page import WAIT_MS, PapersPage
from desktop_app.workers import Workers
from tests.bootstrap.parts import AnsweringDialogs, PaperTray
from tests.conftest import DEMO_DAY
from tests.widgets.typing import type_text

REPORT = PaperOrder(kind=PaperKind.MONTHLY_REPORT, month=JalaliMonth(1402, 1))
BOOK = PaperOrder(kind=PaperKind.YEAR_BOOK, year=1401)
LETTER = PaperOrder(kind=PaperKind.LETTER, text="سلام")


class Slow:
    """A printing room whose papers wait until they are let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.gate = threading.Event()
        make = PrintingRoom.make

        def slowly(room: PrintingRoom, *paper: Any) -> bytes:
            assert self.gate.wait(20)
            return make(room, *paper)

        monkeypatch.setattr(PrintingRoom, "make", slowly)


class Stage:
    """The page and its controller, shown, over the demo's folder."""

    page: PapersPage
    controller: PapersController

    def __init__(self, folder: Path, kept: QSettings, bot: QtBot) -> None:
        self.folder, self.bot = folder, bot
        self.office = wiring.open_office(folder, StoryClock(DEMO_DAY))
        self.dialogs, self.tray = AnsweringDialogs(), PaperTray()
        self.owner = QObject()
        self.workers = Workers(self.owner)
        self.page, self.controller = papers_screen(self.office, self.dialogs, self.tray, self.workers, self.owner, kept)
        self.page.resize(1220, 800)
        self.page.show()

    def rest(self) -> None:
        """Wait for what was asked."""
        assert self.workers.wait_until_idle(30_000)

    def ask_to_save(self, name: str = "دفتر.pdf") -> Path:
        """Ctrl+S, and the place of the file."""
        target = self.dialogs.save_to = self.folder / name
        self.page.ui.saveButton.click()
        return target

    @property
    def told(self) -> str:
        """What the band says."""
        band = self.page.ui.band
        return band.title() if band.isVisible() else ""

    def press_band(self) -> None:
        """The button of the band."""
        self.page.ui.band.action_button().click()

    def choose_year(self, place: int) -> None:
        """Another year, by hand."""
        year = self.page.form.ui.year
        year.setCurrentIndex(place)
        year.activated.emit(place)

    def close(self) -> None:
        """Let everything go."""
        self.controller.close()
        self.page.close()
        self.rest()
        self.office.close()
        self.page.deleteLater()
        self.owner.deleteLater()


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    """The way to hold papers back."""
    made = Slow(monkeypatch)
    yield made
    made.gate.set()


@pytest.fixture
def stage(qapp: QApplication, qtbot: QtBot, demo_folder: Path, tmp_path: Path, slow: Slow) -> Iterator[Stage]:
    """The page on screen, nothing shown in it yet."""
    made = Stage(demo_folder, QSettings(str(tmp_path / "m.ini"), QSettings.Format.IniFormat), qtbot)
    yield made
    slow.gate.set()
    made.close()


def test_a_file_that_waited_for_another_choice_is_told_and_saved_for_the_one_that_stands(
    stage: Stage, slow: Slow
) -> None:
    stage.controller.show_order(BOOK)
    first = stage.ask_to_save()
    stage.choose_year(0)
    assert stage.page.order().year == 1402
    assert stage.told == words.dropped(["save"])
    slow.gate.set()
    stage.rest()
    assert not first.exists()
    second = stage.dialogs.save_to = stage.folder / "دیگر.pdf"
    stage.press_band()
    stage.rest()
    assert second.read_bytes().startswith(b"%PDF")
    assert not first.exists()
    assert stage.told == words.saved(str(second))


def test_a_printing_that_waited_for_another_kind_is_told_and_done_for_the_one_that_stands(
    stage: Stage, slow: Slow
) -> None:
    stage.controller.show_order(REPORT)
    stage.page.ui.printButton.click()
    stage.page.kind_requested.emit("register")
    assert stage.page.order().year == 1402
    assert stage.told == words.dropped(["print"])
    slow.gate.set()
    stage.rest()
    assert stage.tray.jobs == []
    stage.press_band()
    stage.rest()
    assert [job.name for job in stage.tray.jobs] == [words.file_name("register", "1402", ".pdf")]


def test_the_notice_outlasts_the_making_of_what_stands_now(stage: Stage, slow: Slow) -> None:
    stage.controller.show_order(LETTER)
    stage.ask_to_save("نامه.pdf")
    type_text(stage.page.form.ui.text, "د")
    assert stage.told == words.dropped(["save"])
    stage.bot.waitUntil(lambda: stage.told == words.MAKING, timeout=WAIT_MS * 20)
    slow.gate.set()
    stage.rest()
    assert stage.told == words.dropped(["save"])
    stage.page.kind_requested.emit("register")
    assert stage.told == "", "it was about a letter"
    stage.rest()


def test_an_order_from_another_page_tells_what_it_took_the_place_of(stage: Stage, slow: Slow) -> None:
    stage.controller.show_order(BOOK)
    target = stage.ask_to_save()
    stage.page.ui.printButton.click()
    stage.controller.show_order(PaperOrder(kind=PaperKind.REGISTER))
    assert stage.told == words.dropped(["save", "print"])
    slow.gate.set()
    stage.rest()
    assert not target.exists()
    assert stage.tray.jobs == []


def test_saving_and_printing_both_wait_for_the_paper_that_both_were_asked_of(stage: Stage, slow: Slow) -> None:
    stage.controller.show_order(BOOK)
    target = stage.ask_to_save()
    stage.page.ui.printButton.click()
    slow.gate.set()
    stage.rest()
    assert target.exists()
    assert len(stage.tray.jobs) == 1


def test_giving_up_by_her_own_hand_is_not_told_as_a_loss(stage: Stage, slow: Slow) -> None:
    stage.controller.show_order(BOOK)
    stage.ask_to_save()
    stage.bot.waitUntil(lambda: stage.told == words.MAKING, timeout=WAIT_MS * 20)
    stage.press_band()
    assert stage.told == words.CANCELLED
    stage.choose_year(0)
    slow.gate.set()
    stage.rest()
    assert stage.told == words.CANCELLED


def test_coming_back_to_the_page_after_the_data_changed_keeps_what_waits(stage: Stage, slow: Slow) -> None:
    stage.controller.show_order(BOOK)
    target = stage.ask_to_save()
    stage.controller.reload(Changed.MEETINGS)
    stage.controller.show()
    slow.gate.set()
    stage.rest()
    assert target.exists()
    assert stage.told == words.saved(str(target))
