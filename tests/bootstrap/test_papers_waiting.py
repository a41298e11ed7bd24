"""The page of papers over a real office: what waits for a paper that is being made is done, or its loss is told."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app import wiring
from desktop_app.domain.calendar.jalali import JalaliMonth
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.outcome import Changed
from desktop_app.printing.paper_renderer import PaperRenderer
from desktop_app.services.demo.demo_story import StoryClock
from desktop_app.storage.file.lock import LOCK_NAME
from desktop_app.window.meeting.made_letters import MadeLetters
from desktop_app.window.papers.band import WAIT_MS
from desktop_app.window.papers.controller import PapersController
from desktop_app.window.papers.page import PapersPage
from desktop_app.window.shell.paper_pages import papers_screen
from desktop_app.words import papers as words
from desktop_app.words.refusals import sentence
from desktop_app.workers import Workers
from tests import patience
from tests.bootstrap.parts import AnsweringDialogs, PaperTray
from tests.conftest import DEMO_DAY
from tests.shown import action
from tests.widgets.typing import type_text

REPORT = PaperOrder(kind=PaperKind.MONTHLY_REPORT, month=JalaliMonth(1402, 1))
BOOK = PaperOrder(kind=PaperKind.YEAR_BOOK, year=1401)
LETTER = PaperOrder(kind=PaperKind.LETTER, text="سلام")


class Slow:
    """A renderer whose papers, and whose Word files, wait until they are let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.gate, self.word = threading.Event(), threading.Event()
        for name, gate in (("make", self.gate), ("word", self.word)):
            monkeypatch.setattr(PaperRenderer, name, _after(gate, getattr(PaperRenderer, name)))


def _after(gate: threading.Event, make: Callable[..., bytes]) -> Callable[..., bytes]:
    def slowly(*paper: Any) -> bytes:
        assert gate.wait(20)
        return make(*paper)

    return slowly


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
        self.letters = MadeLetters()
        self.page, self.controller = papers_screen(
            self.office, self.dialogs, self.tray, self.workers, self.owner, letters=self.letters, kept=kept
        )
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

    def ask_for_word(self, name: str = "نامه.docx") -> Path:
        """Ctrl+Shift+S, and the place of the file."""
        target = self.dialogs.save_to = self.folder / name
        self.page.ui.wordButton.click()
        return target

    def wait_for(self, said: str) -> None:
        """Until the band says it."""
        self.bot.waitUntil(lambda: self.told == said, timeout=WAIT_MS * 20)

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
    made.word.set()


@pytest.fixture
def stage(qapp: QApplication, qtbot: QtBot, demo_folder: Path, tmp_path: Path, slow: Slow) -> Iterator[Stage]:
    """The page on screen, nothing shown in it yet."""
    made = Stage(demo_folder, QSettings(str(tmp_path / "m.ini"), QSettings.Format.IniFormat), qtbot)
    yield made
    slow.gate.set()
    slow.word.set()
    made.close()


def test_a_file_that_waited_for_another_choice_is_told_and_saved_for_the_one_that_stands(
    stage: Stage, slow: Slow
) -> None:
    stage.controller.show_order(BOOK)
    first = stage.ask_to_save()
    stage.choose_year(0)
    assert stage.page.form.order().year == 1402
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


def test_the_window_writes_no_paper_over_the_office(stage: Stage, slow: Slow) -> None:
    slow.gate.set()
    stage.controller.show_order(REPORT)
    stage.rest()
    hard = stage.folder.parent / "hard.pdf"
    os.link(stage.folder / LOCK_NAME, hard)
    before = hard.stat()
    for target in (hard, stage.folder / LOCK_NAME):
        stage.dialogs.save_to = target
        stage.page.ui.saveButton.click()
        stage.rest()
        assert stage.told == sentence(EnvironmentProblem("target_of_office", path=str(target)))
    assert hard.stat() == before
    other = stage.dialogs.save_to = stage.folder / "دیگر.pdf"
    stage.press_band()
    assert other.read_bytes().startswith(b"%PDF"), "the next step is another place, not the same again"
    assert hard.stat() == before


def test_a_printing_that_waited_for_another_kind_is_told_and_done_for_the_one_that_stands(
    stage: Stage, slow: Slow
) -> None:
    stage.controller.show_order(REPORT)
    stage.page.ui.printButton.click()
    stage.page.kind_requested.emit("register")
    assert stage.page.form.order().year == 1402
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
    stage.wait_for(words.MAKING)
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


def test_invitations_that_were_saved_are_known_to_the_page_of_their_meeting(stage: Stage, slow: Slow) -> None:
    slow.gate.set()
    stage.controller.show_order(PaperOrder(kind=PaperKind.INVITATION, meeting_id=5))
    stage.ask_to_save("دعوت.pdf")
    stage.rest()
    made = stage.letters.of(5)
    assert made is not None
    assert made.order == stage.page.form.order()


def test_giving_up_by_her_own_hand_is_not_told_as_a_loss(stage: Stage, slow: Slow) -> None:
    stage.controller.show_order(BOOK)
    stage.ask_to_save()
    stage.wait_for(words.MAKING)
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


def test_the_window_does_not_close_over_a_file_that_is_not_written_yet(stage: Stage, slow: Slow) -> None:
    stage.controller.show_order(BOOK)
    target = stage.ask_to_save()
    assert not stage.controller.may_close(), "to stay is what is proposed"
    assert stage.dialogs.asked[-1].title == words.WAITING_ASK
    slow.gate.set()
    stage.rest()
    assert target.exists()
    assert stage.controller.may_close()
    assert len(stage.dialogs.asked) == 1


# ---- Word


@pytest.fixture
def letter(stage: Stage, slow: Slow) -> Stage:
    """A letter that shows."""
    slow.gate.set()
    stage.controller.show_order(LETTER)
    stage.rest()
    return stage


def test_a_word_file_that_takes_long_says_so_and_is_given_up_beside_the_paper_that_shows(
    letter: Stage, slow: Slow
) -> None:
    target = letter.ask_for_word()
    target.write_bytes(b"earlier")
    letter.wait_for(words.MAKING_WORD)
    assert letter.page.ui.shown.currentWidget() is letter.page.ui.pages
    leave = action(letter.page, "Esc")
    assert leave.isEnabled(), "Esc is the way out"
    leave.trigger()
    assert letter.told == words.CANCELLED
    slow.word.set()
    letter.rest()
    assert letter.told == words.CANCELLED
    assert target.read_bytes() == b"earlier"
    assert letter.page.ui.shown.currentWidget() is letter.page.ui.pages
    assert letter.page.ui.saveButton.isEnabled()


def test_a_word_file_that_was_there_already_when_it_was_given_up_is_not_written(letter: Stage, slow: Slow) -> None:
    target = letter.ask_for_word()
    letter.wait_for(words.MAKING_WORD)
    ended = threading.Event()
    letter.workers.post.ended.connect(lambda _number: ended.set(), Qt.ConnectionType.DirectConnection)
    slow.word.set()
    assert ended.wait(20)
    letter.press_band()
    letter.rest()
    assert not target.exists()
    assert letter.told == words.CANCELLED


def test_a_word_file_that_is_there_soon_is_only_told_as_saved(letter: Stage, slow: Slow) -> None:
    slow.word.set()
    target = letter.ask_for_word()
    letter.rest()
    assert target.read_bytes().startswith(b"PK")
    # that no word of the making comes after it can only be waited for
    patience.let_pass(2 * WAIT_MS)
    assert letter.told == words.saved(str(target))


def test_the_paper_that_shows_meanwhile_leaves_the_way_out_of_the_word_file(stage: Stage, slow: Slow) -> None:
    stage.controller.show_order(LETTER)
    first, second = stage.ask_for_word(), stage.ask_for_word("دیگر.docx")
    stage.wait_for(words.MAKING_WORD)
    slow.gate.set()
    stage.bot.waitUntil(lambda: stage.page.ui.shown.currentWidget() is stage.page.ui.pages, timeout=20_000)
    assert stage.told == words.MAKING_WORD
    stage.page.kind_requested.emit("register")
    assert stage.told == words.MAKING_WORD, "another kind does not take the way out away"
    slow.word.set()
    stage.rest()
    assert first.exists()
    assert second.exists()
    assert stage.told in {words.saved(str(one)) for one in (first, second)}, "whichever came last"


def test_a_saved_word_file_is_told_of_after_the_paper_that_was_made_beside_it(stage: Stage, slow: Slow) -> None:
    stage.controller.show_order(LETTER)
    stage.wait_for(words.MAKING)
    slow.word.set()
    target = stage.ask_for_word()
    stage.wait_for(words.saved(str(target)))
    stage.page.show_progress(1, 2)
    assert stage.told == words.progress(1, 2)
    slow.gate.set()
    stage.rest()
    assert stage.told == words.saved(str(target))
    stage.page.folder_requested.disconnect()
    with stage.bot.waitSignal(stage.page.folder_requested, timeout=1000):
        stage.page.ui.band.action_button().click()


def test_a_word_file_that_is_refused_is_made_at_another_try(
    letter: Stage, slow: Slow, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow.word.set()
    word = PaperRenderer.word
    refusal = EnvironmentProblem("font_lost", font="Nazli")

    def refuse(*_paper: Any) -> bytes:
        raise refusal

    monkeypatch.setattr(PaperRenderer, "word", refuse)
    target = letter.ask_for_word()
    letter.rest()
    assert letter.told == sentence(refusal)
    monkeypatch.setattr(PaperRenderer, "word", word)
    letter.press_band()
    letter.rest()
    assert target.exists()


def test_the_window_asks_before_it_closes_over_a_word_file(letter: Stage, slow: Slow) -> None:
    target = letter.ask_for_word()
    assert not letter.controller.may_close()
    assert letter.dialogs.asked[-1].title == words.WAITING_ASK
    slow.word.set()
    letter.rest()
    assert target.exists()
    assert letter.controller.may_close()
