"""Papers and reports: made while the form is filled, saved whole or not at all, given up, tried again."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from desktop_app.domain.calendar.jalali import JalaliMonth
from desktop_app.domain.documents import documents
from desktop_app.domain.documents.letter_lines import AddresseeLine, LetterAdditions
from desktop_app.domain.documents.paper_kinds import PaperKind, Profile
from desktop_app.domain.documents.paper_orders import PaperChoices, PaperOrder
from desktop_app.domain.errors import EnvironmentProblem, Refused, RuleBroken
from desktop_app.domain.outcome import Changed
from desktop_app.domain.papers import Classification
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.rules.meetings import Guest
from desktop_app.services.documents.papers import paper_of
from desktop_app.services.minutes.clauses import save_clause
from desktop_app.widgets.paper.page_canvas import Render
from desktop_app.window.kit.destinations import Destination, OpenMeeting, OpenPage
from desktop_app.window.kit.paper_printing import SavedPrint
from desktop_app.window.papers.controller import TYPING_MS, PapersController
from desktop_app.window.papers.page import PapersPage
from desktop_app.window.papers.ways import PapersMemory
from desktop_app.words import papers as words
from desktop_app.words.refusals import sentence
from desktop_app.workers import Workers
from tests.bootstrap.parts import AnsweringDialogs, PaperTray
from tests.controllers.test_paper_controller import Paper
from tests.services.office_steps import Office

REPORT = PaperOrder(kind=PaperKind.MONTHLY_REPORT, month=JalaliMonth(1402, 1))
BOOK = PaperOrder(kind=PaperKind.YEAR_BOOK, year=1402)
LETTER = PaperOrder(kind=PaperKind.LETTER, text="سلام")


class Page(PapersPage):
    """The page, which also remembers."""

    def __init__(self) -> None:
        super().__init__()
        self.ways_to_meeting: list[bool] = []
        self.shown: list[str] = []
        self.refused: list[tuple[str, str]] = []
        self.beside: list[tuple[str, str]] = []
        self.done: list[str] = []
        self.progress: list[tuple[int, int]] = []
        self.possible = True
        self.invitees: list[str] = []
        self.leads_to = ""

    def show_choices(self, choices: PaperChoices) -> None:
        self.shown.append("choices")
        super().show_choices(choices)

    def show_invitees(self, invitees: Sequence[AddresseeLine]) -> None:
        self.invitees = [one.name for one in invitees]
        super().show_invitees(invitees)

    def show_meeting_button(self, *, offered: bool) -> None:
        self.ways_to_meeting.append(offered)
        super().show_meeting_button(offered=offered)

    def show_making(self) -> None:
        self.shown.append("making")
        super().show_making()

    def show_progress(self, done: int, total: int) -> None:
        self.progress.append((done, total))
        super().show_progress(done, total)

    def show_pages(self, count: int, render: Render | None) -> None:
        self.shown.append(f"pages {count}")
        super().show_pages(count, render)

    def show_nothing(self, title: str, why: str, *, offer: bool = False, page: str = "") -> None:
        self.shown.append(why)
        self.leads_to = page
        super().show_nothing(title, why, offer=offer, page=page)

    def show_ways(self, *, possible: bool) -> None:
        self.possible = possible
        super().show_ways(possible=possible)

    def show_refusal(self, title: str, text: str = "", action: str = "") -> None:
        self.refused.append((title, action))
        super().show_refusal(title, text, action)

    def show_field_refusal(self, field: str, text: str) -> bool:
        self.beside.append((field, text))
        return super().show_field_refusal(field, text)

    def show_done(self, text: str, why: str = "") -> None:
        self.done.append(text)
        super().show_done(text, why)

    def show_saved(self, text: str) -> None:
        self.done.append(text)
        super().show_saved(text)

    def clear_message(self) -> None:
        self.refused.clear()
        super().clear_message()

    def write(self, text: str) -> None:
        """Type the text of the letter."""
        self.form.ui.text.set_text(text)

    def choose_meeting(self, meeting_id: int) -> None:
        """By hand."""
        self.form.ui.meeting.set_value(str(meeting_id))
        self.form.ui.meeting.value_changed.emit(str(meeting_id))


Make = Callable[[PaperKind, documents.Paper[Any], Progress], bytes]


class Printing:
    """Makes papers of what ``desk`` says, and writes files into the folder."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def make(
        self,
        kind: PaperKind,
        paper: documents.Paper[Any],
        profile: Profile | None = None,
        progress: Progress = no_progress,
    ) -> bytes:
        return self._desk.make(kind, paper, progress)

    def word(self, kind: PaperKind, paper: documents.Paper[Any], progress: Progress) -> bytes:
        return self._desk.word(kind, paper, progress)

    def has_word(self, kind: PaperKind) -> bool:
        return kind in (PaperKind.LETTER, PaperKind.MINUTES)

    def open_pages(self, pdf: bytes) -> Paper:
        self._desk.papers.append(Paper(pdf))
        self._desk.papers[-1].count = self._desk.count
        return self._desk.papers[-1]

    def first_pages(self, pdf: bytes) -> tuple[int, ...]:
        return self._desk.first_pages

    def write_file(self, path: Path, content: bytes) -> str:
        if self._desk.write_refusal is not None:
            raise self._desk.write_refusal
        path.write_bytes(content)
        return "0" * 64

    def keep_paper(self, name: str, pdf: bytes) -> SavedPrint:
        raise NotImplementedError

    def papers_folder(self) -> Path:
        return self._desk.folder


class Desk:
    """The page and its controller over an office with minutes of one meeting; papers are made as told."""

    def __init__(self, folder: Path, workers: Workers, office: Office) -> None:
        self.folder, self.workers, self.office = folder, workers, office
        self.meeting_id, version_id = self.office.written()
        self.office.finalised(version_id)
        self.page, self.dialogs, self.printer = Page(), AnsweringDialogs(), PaperTray()
        self.memory = PapersMemory(QSettings(str(folder / "m.ini"), QSettings.Format.IniFormat))
        self.made: list[PaperKind] = []
        self.first_pages: tuple[int, ...] = (0,)
        self.count = 2
        self.refusal: Exception | None = None
        self.make: Make = self._make
        self.word: Make = lambda _kind, paper, _told: b"PK" + "".join(paper.document.paragraphs).encode()
        self.write_refusal: Refused | None = None
        self.gate: threading.Event | None = None
        self.papers: list[Paper] = []
        self.controller = PapersController(
            self.page, self.office.context, self.dialogs, self.printer, workers, Printing(self), self.memory
        )

    def _make(self, kind: PaperKind, paper: documents.Paper[Any], progress: Progress) -> bytes:
        self.made.append(kind)
        progress(1, 3)
        if self.gate is not None:
            assert self.gate.wait(10)
        progress(2, 3)
        if self.refusal is not None:
            raise self.refusal
        text = "".join(paper.document.paragraphs) if kind is PaperKind.LETTER else ""
        return f"%PDF {kind} {text}".encode()

    def rest(self) -> None:
        """Wait for what was asked."""
        assert self.workers.wait_until_idle(20_000)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, office: Office) -> Iterator[Desk]:
    """The page of papers, not shown yet."""
    workers = Workers()
    made = Desk(tmp_path, workers, office)
    yield made
    # what runs still reads the data, which go after this
    workers.end_all()
    made.controller.close()
    assert all(paper.closed for paper in made.papers)
    made.controller.deleteLater()
    made.page.deleteLater()


def test_the_remembered_kind_shows_and_is_made(desk: Desk) -> None:
    desk.controller.show()
    desk.rest()
    assert desk.page.shown == ["choices", "making", "pages 2"]
    assert desk.memory.read().kind is REPORT.kind
    assert desk.page.progress == [(1, 3), (2, 3)]


def test_another_page_brings_its_choice_along(desk: Desk) -> None:
    desk.controller.show_order(LETTER)
    desk.rest()
    assert [paper.pdf for paper in desk.papers] == ["%PDF letter سلام".encode()]


def test_a_kind_is_chosen_and_keeps_what_was_chosen_before(desk: Desk) -> None:
    desk.controller.show()
    desk.rest()
    desk.page.kind_requested.emit("register")
    desk.rest()
    assert desk.made[-1] is PaperKind.REGISTER
    assert desk.page.form.order().month == REPORT.month
    assert [paper.closed for paper in desk.papers] == [True, False]


def test_typing_makes_it_once_when_the_hand_is_still(desk: Desk, qtbot: QtBot) -> None:
    desk.controller.show_order(LETTER)
    desk.rest()
    for text in ("سلام و", "سلام و درود"):
        desk.page.write(text)
    qtbot.waitUntil(lambda: len(desk.made) == 2, timeout=5000)
    desk.rest()
    assert [paper.pdf for paper in desk.papers][1:] == ["%PDF letter سلام و درود".encode()]


def test_a_paper_that_came_too_late_is_not_shown(desk: Desk) -> None:
    desk.gate = threading.Event()
    desk.controller.show_order(LETTER)
    desk.page.kind_requested.emit("register")
    desk.gate.set()
    desk.rest()
    assert [paper.pdf for paper in desk.papers] == [b"%PDF register "]


# ---- saving


def test_a_made_paper_is_written_where_it_is_wanted(desk: Desk) -> None:
    desk.controller.show()
    desk.rest()
    target = desk.dialogs.save_to = desk.folder / "گزارش.pdf"
    desk.page.save_requested.emit()
    assert target.read_bytes().startswith(b"%PDF monthly-report")
    assert desk.page.done == [words.saved(str(target))]
    assert len(desk.made) == 1


def test_the_name_that_is_suggested_says_what_it_is(desk: Desk) -> None:
    desk.controller.show()
    desk.rest()
    desk.dialogs.save_to = None
    desk.page.save_requested.emit()
    assert desk.dialogs.suggested[-1].name == "گزارش-ماهانه-1402-01.pdf"


def test_a_long_book_waits_until_it_is_asked_for_and_is_saved_in_one_go(desk: Desk) -> None:
    desk.controller.show_order(BOOK)
    desk.rest()
    assert desk.made == []
    assert desk.page.shown[-1] == words.LONG_WHY
    target = desk.dialogs.save_to = desk.folder / "دفتر.pdf"
    desk.page.save_requested.emit()
    desk.rest()
    assert target.exists()
    assert desk.page.shown[-1] == "pages 2"


def test_giving_a_long_job_up_leaves_nothing_and_the_old_file(desk: Desk) -> None:
    desk.gate = threading.Event()
    desk.controller.show_order(BOOK)
    target = desk.dialogs.save_to = desk.folder / "دفتر.pdf"
    target.write_bytes(b"earlier")
    desk.page.save_requested.emit()
    desk.page.cancel_requested.emit()
    desk.gate.set()
    desk.rest()
    assert target.read_bytes() == b"earlier"
    assert list(desk.folder.glob("*.pdf")) == [target]
    assert (desk.page.done, desk.papers) == ([words.CANCELLED], [])
    desk.gate = None
    desk.page.make_requested.emit()
    desk.rest()
    assert desk.page.shown[-1] == "pages 2", "and it can be made after all"
    assert target.read_bytes() == b"earlier", "without writing what was given up"


def test_giving_up_what_is_not_being_made_says_nothing(desk: Desk) -> None:
    desk.controller.show()
    desk.rest()
    desk.page.cancel_requested.emit()
    assert desk.page.done == []


@pytest.mark.parametrize("key", ["print_target_busy", "disk_full"])
def test_a_target_that_refuses_is_told_and_tried_again(desk: Desk, key: str) -> None:
    desk.controller.show()
    desk.rest()
    target = desk.dialogs.save_to = desk.folder / "r.pdf"
    target.write_bytes(b"earlier")
    desk.write_refusal = EnvironmentProblem(key, path="r.pdf")
    desk.page.save_requested.emit()
    assert desk.page.refused == [(sentence(desk.write_refusal), words.AGAIN)]
    assert target.read_bytes() == b"earlier"
    desk.write_refusal = None
    desk.page.retry_requested.emit()
    assert target.read_bytes().startswith(b"%PDF")
    assert desk.page.refused == []


# ---- Word and printer


def test_word_is_written_for_a_kind_that_has_it(desk: Desk) -> None:
    desk.controller.show_order(LETTER)
    desk.rest()
    target = desk.dialogs.save_to = desk.folder / "نامه.docx"
    desk.page.word_requested.emit()
    desk.rest()
    assert target.read_bytes() == b"PK" + "سلام".encode()
    desk.controller.show_order(REPORT)
    desk.rest()
    target = desk.dialogs.save_to = desk.folder / "nothing.docx"
    desk.page.word_requested.emit()
    desk.rest()
    assert not target.exists()


def test_a_paper_goes_to_the_printer_and_nothing_is_recorded(desk: Desk) -> None:
    desk.controller.show()
    desk.rest()
    desk.page.print_requested.emit()
    assert desk.page.done == [words.printing(2, 1, 2)]


def test_some_pages_of_a_paper_are_told_and_what_is_typed_stays_unsaved(desk: Desk) -> None:
    heard: list[object] = []
    # private: that an order was left in some way is told to the controller alone
    desk.controller._ways.left.connect(lambda order: heard.extend([order]))
    desk.controller.show()
    desk.rest()
    desk.printer.pages = (0,)
    desk.page.print_requested.emit()
    assert desk.page.done == ["۱ صفحه از ۲ صفحه در ۱ نسخه به چاپگر رفت."]
    assert heard == []
    desk.printer.pages = None
    desk.page.print_requested.emit()
    assert desk.page.done[1:] == ["۲ صفحه در ۱ نسخه به چاپگر رفت."]
    assert len(heard) == 1


def test_without_a_printer_it_is_told(desk: Desk) -> None:
    desk.controller.show()
    desk.rest()
    desk.printer.copies = None
    desk.page.print_requested.emit()
    assert desk.page.refused == [(words.NO_PRINTER, words.AGAIN)]


# ---- refusals


def test_what_is_still_missing_is_told_calmly(desk: Desk) -> None:
    desk.refusal = RuleBroken("paper_part_missing", field="text", part="text")
    desk.controller.show_order(replace(LETTER, text=""))
    desk.rest()
    assert desk.page.shown[-1] == sentence(desk.refusal)
    assert (desk.page.beside, desk.page.refused, desk.page.possible) == ([], [], False)


@pytest.mark.parametrize(
    ("key", "page"),
    [
        ("meetings_none_yet", "meetings"),
        ("meeting_without_minutes", "meetings"),
        ("extract_before_final", "minutes"),
        ("year_without_minutes", "minutes"),
        ("reminder_to_nobody", ""),
    ],
)
def test_what_is_made_on_another_page_is_led_to(desk: Desk, qtbot: QtBot, key: str, page: str) -> None:
    desk.refusal = RuleBroken(key, number=7, year=1402)
    desk.controller.show()
    desk.rest()
    assert desk.page.leads_to == page
    with qtbot.waitSignal(desk.controller.navigated) as asked:
        desk.page.list_requested.emit("meetings")
    assert asked.args == [OpenPage("meetings")]


def test_whoever_asked_for_the_file_is_told_beside_the_field(desk: Desk) -> None:
    desk.refusal = RuleBroken("paper_part_missing", field="text", part="text")
    desk.controller.show_order(replace(LETTER, text=""))
    desk.rest()
    target = desk.dialogs.save_to = desk.folder / "x.pdf"
    desk.page.save_requested.emit()
    desk.rest()
    assert desk.page.beside == [("text", sentence(desk.refusal))]
    assert not target.exists()


def test_a_machine_that_stands_in_the_way_is_tried_again(desk: Desk) -> None:
    desk.refusal = EnvironmentProblem("font_lost", font="Nazli")
    desk.controller.show()
    desk.rest()
    assert desk.page.refused == [(sentence(desk.refusal), words.AGAIN)]
    desk.refusal = None
    desk.page.retry_requested.emit()
    desk.rest()
    assert desk.page.shown[-1] == "pages 2"


def test_a_bug_reaches_the_log_and_leaves_a_way_to_try_again(desk: Desk, qtbot: QtBot) -> None:
    desk.refusal = ZeroDivisionError()
    with qtbot.captureExceptions() as caught:
        desk.controller.show()
        desk.rest()
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    assert (desk.page.shown[-1], desk.page.possible) == ("", False), "nothing is being made any more"


# ---- a paper that was given up, and data that change while one is made


class Gates:
    """Makings that wait, each for a gate of its own."""

    def __init__(self, desk: Desk) -> None:
        self.open: list[threading.Event] = []
        self.refusals: dict[int, Exception] = {}
        self.done = 0
        desk.make = self._make

    def _make(self, kind: PaperKind, _paper: documents.Paper[Any], _told: Progress) -> bytes:
        gate, number = threading.Event(), len(self.open)
        self.open.append(gate)
        assert gate.wait(10)
        if number in self.refusals:
            raise self.refusals[number]
        self.done += 1
        return f"%PDF {number} {kind}".encode()


def test_of_two_makings_of_one_paper_the_later_counts(desk: Desk, qtbot: QtBot) -> None:
    gates = Gates(desk)
    desk.controller.show_order(LETTER)
    qtbot.waitUntil(lambda: len(gates.open) == 1)
    desk.controller.reload(Changed.MEETINGS)
    desk.controller.show()
    qtbot.waitUntil(lambda: len(gates.open) == 2)
    gates.open[0].set()
    qtbot.waitUntil(lambda: gates.done == 1)
    qtbot.wait(20)
    gates.open[1].set()
    desk.rest()
    assert [paper.pdf for paper in desk.papers if not paper.closed] == [b"%PDF 1 letter"]


def test_a_making_that_was_given_up_and_fails_does_not_stop_the_next_of_the_same_paper(
    desk: Desk, qtbot: QtBot
) -> None:
    gates = Gates(desk)
    gates.refusals[0] = RuleBroken("letter_empty", field="text")
    desk.controller.show_order(LETTER)
    qtbot.waitUntil(lambda: len(gates.open) == 1)
    desk.page.make_requested.emit()
    qtbot.waitUntil(lambda: len(gates.open) == 2)
    gates.open[0].set()
    qtbot.wait(20)
    gates.open[1].set()
    desk.rest()
    assert [paper.pdf for paper in desk.papers] == [b"%PDF 1 letter"]
    assert desk.page.possible


def test_after_a_kind_that_cannot_be_made_the_next_can_be_saved_at_once(desk: Desk, qtbot: QtBot) -> None:
    """Saving waits for the paper; a key that did nothing until then would be taken for one that was not pressed."""
    gates = Gates(desk)
    gates.refusals[0] = RuleBroken("letter_empty", field="text")
    desk.controller.show_order(LETTER)
    qtbot.waitUntil(lambda: len(gates.open) == 1)
    gates.open[0].set()
    desk.rest()
    possible = [desk.page.possible]
    desk.page.kind_requested.emit("register")
    qtbot.waitUntil(lambda: len(gates.open) == 2)
    assert [*possible, desk.page.possible] == [False, True]
    target = desk.dialogs.save_to = desk.folder / "دفتر.pdf"
    desk.page.save_requested.emit()
    gates.open[1].set()
    desk.rest()
    assert target.exists()


def test_a_bug_in_a_paper_that_nobody_waits_for_reaches_the_log(desk: Desk, qtbot: QtBot) -> None:
    gates = Gates(desk)
    gates.refusals[0] = ZeroDivisionError()
    desk.controller.show()
    qtbot.waitUntil(lambda: len(gates.open) == 1)
    desk.page.kind_requested.emit("year-book")
    with qtbot.captureExceptions() as caught:
        gates.open[0].set()
        desk.rest()
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    assert desk.page.shown[-1] == words.LONG_WHY


def test_a_long_paper_goes_on_while_another_page_shows(desk: Desk, qtbot: QtBot) -> None:
    gates = Gates(desk)
    desk.controller.show_order(BOOK)
    desk.page.make_requested.emit()
    qtbot.waitUntil(lambda: len(gates.open) == 1)
    desk.controller.show()
    assert desk.page.shown[-1] == "making"
    gates.open[0].set()
    desk.rest()
    assert (desk.page.shown[-1], len(gates.open)) == ("pages 2", 1)


def test_what_changes_while_a_long_paper_is_made_is_in_what_is_saved(desk: Desk, qtbot: QtBot) -> None:
    gates = Gates(desk)
    desk.controller.show_order(BOOK)
    target = desk.dialogs.save_to = desk.folder / "دفتر.pdf"
    desk.page.save_requested.emit()
    qtbot.waitUntil(lambda: len(gates.open) == 1)
    desk.controller.reload(Changed.MINUTES)
    gates.open[0].set()
    qtbot.waitUntil(lambda: len(gates.open) == 2)
    assert not target.exists()
    gates.open[1].set()
    desk.rest()
    assert target.read_bytes() == b"%PDF 1 year-book"


def test_the_paper_that_shows_again_can_be_saved_again(desk: Desk) -> None:
    desk.controller.show()
    desk.rest()
    desk.refusal = RuleBroken("paper_part_missing", field="text", part="text")
    desk.page.kind_requested.emit("letter")
    desk.rest()
    assert not desk.page.possible
    desk.refusal = None
    desk.page.kind_requested.emit(REPORT.kind.value)
    desk.rest()
    assert (desk.page.shown[-1], desk.page.possible) == ("pages 2", True)


def test_a_change_that_is_taken_back_leaves_the_paper_to_the_printer(desk: Desk, qtbot: QtBot) -> None:
    """The dialog of the printer lets timers and answers through: the pages must not be exchanged under it."""
    desk.controller.show_order(LETTER)
    desk.rest()
    desk.page.write("سلام.")
    desk.page.write("سلام")
    desk.printer.meanwhile = lambda: qtbot.wait(2 * TYPING_MS)
    desk.page.print_requested.emit()
    desk.rest()
    assert desk.page.done == [words.printing(2, 1, 2)]
    assert len(desk.made) == 1, "what is there is not made again"


# ---- what is written in each kind


def test_what_is_said_in_one_kind_does_not_go_along_to_another_and_is_there_again(desk: Desk) -> None:
    said = LetterAdditions(number="۲۱۷", note="با احترام")
    desk.controller.show_order(replace(LETTER, kind=PaperKind.EXTRACT, said=said))
    desk.page.kind_requested.emit("reminder")
    assert desk.page.form.order().said == LetterAdditions()
    desk.page.kind_requested.emit("extract")
    assert desk.page.form.order().said == said
    desk.rest()


def test_an_order_from_another_page_leaves_the_letter_standing_and_asks_for_a_number_of_its_own(desk: Desk) -> None:
    desk.controller.show_order(
        replace(LETTER, kind=PaperKind.EXTRACT, said=LetterAdditions(number="۲۱۷", note="با احترام"))
    )
    desk.controller.show_order(PaperOrder(kind=PaperKind.EXTRACT, meeting_id=desk.meeting_id))
    assert desk.page.form.order().text == LETTER.text
    assert desk.page.form.order().said == LetterAdditions(note="با احترام")
    desk.rest()


def test_a_note_in_a_kind_that_is_not_shown_is_asked_about_too(desk: Desk) -> None:
    desk.controller.show_order(PaperOrder(kind=PaperKind.EXTRACT, said=LetterAdditions(note="با احترام")))
    desk.page.kind_requested.emit("register")
    desk.rest()
    assert not desk.controller.may_close()


def test_the_invitees_follow_the_meeting(desk: Desk) -> None:
    first, second = desk.office.convened(), desk.office.convened()
    version_id = desk.office.draft(second)
    desk.office.add("guests", Guest(minutes_version_id=version_id, ordinal=1, name="مهمان"))
    desk.controller.show_order(PaperOrder(kind=PaperKind.INVITATION, meeting_id=first))
    members = desk.page.invitees
    assert len(members) == 8
    desk.page.choose_meeting(second)
    assert desk.page.invitees == [*members, "مهمان"]
    desk.rest()


def test_invitations_are_told_of_when_they_are_saved_and_other_papers_are_not(desk: Desk) -> None:
    told: list[PaperOrder] = []
    desk.controller.letters_made.connect(lambda order, _numbers: told.append(order))
    desk.dialogs.save_to = desk.folder / "دعوت.pdf"
    desk.controller.show_order(PaperOrder(kind=PaperKind.INVITATION, meeting_id=desk.meeting_id))
    desk.page.save_requested.emit()
    desk.rest()
    desk.page.kind_requested.emit("register")
    desk.page.save_requested.emit()
    desk.rest()
    assert [(order.kind, order.meeting_id) for order in told] == [(PaperKind.INVITATION, desk.meeting_id)]


def test_the_folder_of_a_saved_paper_is_shown_when_asked_for(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    desk.controller.show()
    desk.rest()
    desk.dialogs.save_to = desk.folder / "گزارش.pdf"
    desk.page.save_requested.emit()
    desk.page.folder_requested.emit()
    assert [Path(url.toLocalFile()) for url in opened] == [desk.folder]


def test_nothing_is_saved_or_printed_past_a_field_that_cannot_be_read(desk: Desk) -> None:
    desk.controller.show_order(LETTER)
    desk.rest()
    desk.page.form.ui.day.set_text("فردا")
    target = desk.dialogs.save_to = desk.folder / "نامه.pdf"
    for asked in (desk.page.save_requested, desk.page.word_requested, desk.page.print_requested):
        asked.emit()
    desk.rest()
    assert not target.exists()
    assert desk.page.done == []


def test_a_paper_asked_for_on_the_page_of_a_meeting_leads_back_there(desk: Desk) -> None:
    asked: list[Destination] = []
    desk.controller.navigated.connect(asked.append)
    desk.controller.show()
    first, second = desk.office.convened(), desk.office.convened()
    desk.controller.show_order(PaperOrder(kind=PaperKind.INVITATION, meeting_id=first))
    desk.page.choose_meeting(second)
    desk.page.meeting_requested.emit()
    assert asked == [OpenMeeting(first)], "to where the paper was asked for, whatever was chosen since"
    desk.controller.show()
    assert desk.page.ways_to_meeting == [False, True, False], "none where the navigation led here"


# ---- class of an extract


def test_an_extract_gets_a_lower_class_for_one_unit_with_a_reason(desk: Desk) -> None:
    resolution = desk.office.where("resolutions", meeting_id=desk.meeting_id)[0]
    of_all = PaperOrder(kind=PaperKind.EXTRACT, meeting_id=desk.meeting_id)
    desk.controller.show_order(of_all)
    desk.rest()
    desk.page.form.more.ui.lower.click()
    assert desk.page.beside[-1] == ("classification", sentence(RuleBroken("class_of_many_extracts")))
    one = replace(of_all, resolution_id=resolution.id, unit_id=desk.office.units[0])
    desk.controller.show_order(one)
    desk.rest()
    desk.page.form.more.ui.lower.click()
    assert desk.page.beside[-1] == ("classification", sentence(RuleBroken("class_not_lower")))


def secret_extract(desk: Desk) -> PaperOrder:
    """The extract of a secret resolution for one unit, which shows."""
    meeting_id, version_id = desk.office.written(1, date(2023, 4, 30))
    clause = next(one for one in desk.office.where("clauses", minutes_version_id=version_id) if one.is_resolution)
    save_clause(desk.office.context, replace(clause, classification=Classification.SECRET))
    desk.office.finalised(version_id)
    one = PaperOrder(
        kind=PaperKind.EXTRACT,
        meeting_id=meeting_id,
        resolution_id=clause.resolution_id,
        unit_id=desk.office.units[0],
    )
    desk.controller.show_order(one)
    desk.rest()
    return one


def test_a_lower_class_is_recorded_taken_back_and_given_again(desk: Desk) -> None:
    """By Ctrl+Z and Ctrl+Y, and by its button on any later day; the paper is made anew each time."""
    one = secret_extract(desk)
    ui = desk.page.form.more.ui

    def after(do: Callable[[], object]) -> str:
        """The class on the paper, which was made anew."""
        made = len(desk.made)
        do()
        desk.rest()
        assert len(desk.made) == made + 1
        (letter,) = documents_of(desk, one).document.letters
        return str(letter.letterhead.classification)

    assert after(ui.lower.click) == "normal"
    assert after(desk.controller.undo) == "secret"
    assert after(desk.controller.redo) == "normal"
    assert after(ui.takeBackLowering.click) == "secret"
    assert after(desk.controller.undo) == "normal"
    assert after(desk.controller.redo) == "secret"
    ui.takeBackLowering.click()
    assert desk.page.beside[-1] == ("classification", sentence(RuleBroken("class_has_no_lowering")))


def documents_of(desk: Desk, order: PaperOrder) -> documents.Paper[Any]:
    """The paper of an order as it is made now."""
    return paper_of(desk.office.context, order)


def test_the_lower_class_is_offered_for_extracts_alone(desk: Desk) -> None:
    desk.controller.show_order(PaperOrder(kind=PaperKind.EXTRACT, meeting_id=desk.meeting_id))
    assert not desk.page.form.more.ui.lower.isHidden()
    desk.page.kind_requested.emit("reminder")
    assert desk.page.form.more.ui.lower.isHidden()
    assert desk.page.form.more.ui.takeBackLowering.isHidden()
    desk.rest()
