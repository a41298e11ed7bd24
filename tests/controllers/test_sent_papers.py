"""A letter enters the register only by «چاپ و ثبت در دفتر», once, and Ctrl+Z strikes it there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.domain.documents.documents import Paper
from desktop_app.domain.documents.letter_lines import AddresseeLine, LetterAdditions
from desktop_app.domain.documents.meeting_documents import InvitationDocument, numbers_of
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.documents.unit_documents import ExtractDocument
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed
from desktop_app.domain.progress import Progress
from desktop_app.domain.rules.invitations import SendingWay
from desktop_app.domain.rules.registered_papers import OutgoingPaper
from desktop_app.domain.text.digits import persian_digits
from desktop_app.services.meetings.convening import take_back_convening
from desktop_app.services.meetings.meeting_facts import save_meeting
from desktop_app.services.meetings.meeting_sheet import meeting_sheet
from desktop_app.services.registers.papers import record_outgoing
from desktop_app.services.versions.signing import sign_all
from desktop_app.words import invitations as letter_words
from desktop_app.words import letters
from desktop_app.words import papers as words
from desktop_app.words.refusals import sentence
from desktop_app.workers import Workers
from tests.controllers.test_papers_controller import Desk
from tests.refusing import refused
from tests.services.office_steps import Office
from tests.services.registers.test_registers import went
from tests.shown import texts

LETTER = PaperOrder(kind=PaperKind.LETTER, text="با سلام", to="فرماندار", said=LetterAdditions(subject="هماهنگی"))


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, office: Office) -> Iterator[Desk]:
    """The page of papers, not shown yet."""
    workers = Workers()
    made = Desk(tmp_path, workers, office)
    yield made
    made.rest()
    made.controller.close()


def register(desk: Desk) -> list[OutgoingPaper]:
    return list(desk.office.where("outgoing_papers"))


def save(desk: Desk, order: PaperOrder, name: str = "نامه.pdf") -> None:
    desk.controller.show_order(order)
    desk.dialogs.save_to = desk.folder / name
    (desk.page.word_requested if name.endswith("docx") else desk.page.save_requested).emit()
    desk.rest()


def print_it(desk: Desk, order: PaperOrder | None = None) -> None:
    if order is not None:
        desk.controller.show_order(order)
    desk.page.print_requested.emit()
    desk.rest()


def test_looking_and_saving_enter_nothing_and_bear_no_number(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    _patterned(desk)
    numbers = _made_numbers(desk, monkeypatch)
    for name in ("نامه.pdf", "نامه.docx"):
        save(desk, LETTER, name)
        assert (desk.folder / name).exists()
    assert (set(numbers), register(desk)) == ({""}, [])


def test_a_letter_enters_by_its_print_and_an_earlier_one_gets_no_second_row(desk: Desk) -> None:
    print_it(desk, LETTER)
    assert [(one.addressee, one.subject, one.row) for one in register(desk)] == [("فرماندار", "هماهنگی", 1)]
    assert letters.registered((1,)) in texts(desk.page)
    print_it(desk)
    whole = [job.whole for job in desk.printer.jobs]
    assert whole == [True, False], "the system's dialog offers no pages of a run that is entered"
    print_it(desk, replace(LETTER, text="با سلام دوباره"))
    assert len(register(desk)) == 2


def test_the_page_tells_before_the_press_how_many_rows_it_makes(desk: Desk) -> None:
    desk.controller.show_order(LETTER)
    desk.rest()
    assert desk.page.ui.printButton.text() == words.PRINT_AND_ENTER
    assert desk.page.ui.saveButton.text() == words.SAVE_UNREGISTERED
    assert words.rows_to_come(1) in texts(desk.page)
    print_it(desk)
    assert desk.page.ui.printButton.text() == words.PRINT
    assert desk.page.ui.saveButton.text() == words.SAVE
    assert words.NO_ROWS in texts(desk.page)


def test_taking_back_strikes_the_row_and_doing_again_enters_a_new_one(desk: Desk) -> None:
    print_it(desk, LETTER)
    desk.controller.undo()
    assert [one.struck_on is not None for one in register(desk)] == [True]
    desk.controller.redo()
    assert [one.struck_on is not None for one in register(desk)] == [True, False]
    desk.rest()


def test_minutes_and_invitations_enter_nothing_here(desk: Desk) -> None:
    save(desk, PaperOrder(kind=PaperKind.MINUTES, meeting_id=desk.meeting_id), "صورت‌جلسه.pdf")
    save(desk, PaperOrder(kind=PaperKind.INVITATION, meeting_id=desk.meeting_id), "دعوت.pdf")
    assert register(desk) == []


def _invitations(desk: Desk) -> PaperOrder:
    return PaperOrder(kind=PaperKind.INVITATION, meeting_id=desk.office.convened())


def test_the_sending_of_printed_invitations_is_offered_and_recorded_by_one_key(desk: Desk, qtbot: QtBot) -> None:
    said: list[str] = []
    desk.controller.status_message.connect(lambda text, _tone: said.append(text))
    order = replace(_invitations(desk), said=LetterAdditions(number="۱۲/د"))
    desk.controller.show_order(order)
    desk.page.print_requested.emit()
    desk.rest()
    assert register(desk) == [], "a letter may be printed long before it goes"
    assert words.ask_sending(8) in texts(desk.page)
    qtbot.addWidget(desk.page)
    with qtbot.waitActive(desk.page):
        desk.page.show()
        desk.page.activateWindow()
    QTest.keyClick(desk.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    menu = desk.page.band.menu
    qtbot.waitUntil(menu.isVisible)
    assert register(desk) == [], "the way was not told yet"
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    rows = register(desk)
    assert [(one.number, one.way, one.day) for one in rows] == 8 * [
        ("۱۲/د", SendingWay.AUTOMATION, desk.office.clock.today())
    ]
    assert said == [words.sending_recorded(8, letter_words.WAYS["automation"])]
    assert words.ask_sending(8) not in texts(desk.page)
    desk.rest()
    QTest.keyClick(desk.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(register(desk)) == 8, "the key goes with the question"
    desk.controller.undo()
    assert all(one.struck_on is not None for one in register(desk))
    desk.controller.redo()
    assert [one.struck_on is None for one in register(desk)] == 8 * [False] + 8 * [True]
    desk.rest()


def test_a_saved_invitation_offers_its_sending_and_its_folder(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    order = _invitations(desk)
    one = meeting_sheet(desk.office.context, order.meeting_id or 0).invitees[0].line.name
    save(desk, replace(order, only=one), "دعوت.pdf")
    assert words.ask_sending(1) in texts(desk.page)
    desk.page.ui.band.second_requested.emit()
    assert len(opened) == 1
    desk.page.ui.band.action_requested.emit()
    desk.page.band.menu.actions()[0].trigger()
    desk.page.band.menu.close()
    assert [row.addressee for row in register(desk)] == [one]
    desk.rest()
    save(desk, replace(order, only=one), "باز.pdf")
    assert words.ask_sending(1) not in texts(desk.page), "it is recorded already"


@pytest.mark.parametrize("out", [save, print_it])
def test_a_paper_of_the_meeting_that_is_out_holds_its_convening(
    desk: Desk, out: Callable[[Desk, PaperOrder], None]
) -> None:
    order = _invitations(desk)
    out(desk, replace(order, kind=PaperKind.ATTENDANCE_SHEET))
    with refused("convening_known"):
        take_back_convening(desk.office.context, order.meeting_id or 0)


def test_invitations_that_say_something_else_by_now_are_not_recorded_as_they_were(desk: Desk) -> None:
    order = _invitations(desk)
    save(desk, order, "دعوت.pdf")
    meeting = desk.office.get("meetings", order.meeting_id or 0)
    save_meeting(desk.office.context, replace(meeting, place="تالار"))
    desk.page.band.sending_requested.emit(SendingWay.POST)
    assert register(desk) == []
    assert sentence(RuleBroken("invitation_changed_since_made")) in [title for title, _ in desk.page.refused]


def _patterned(desk: Desk) -> None:
    with desk.office.open_work() as work:
        work.put_settings(replace(work.settings(), outgoing_pattern="د/{سریال}"))
        work.audit("changed", "office_setting", 1)
        work.commit()


def _made_numbers(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The numbers of the letters that are made from now on."""
    numbers: list[str] = []
    make = desk.make

    def told(kind: PaperKind, paper: Paper[Any], progress: Progress) -> bytes:
        numbers.append(paper.document.letterhead.number)
        return make(kind, paper, progress)

    monkeypatch.setattr(desk, "make", told)
    return numbers


def test_a_letter_gets_its_number_when_it_is_printed_and_a_cancelled_dialog_takes_none(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    _patterned(desk)
    numbers = _made_numbers(desk, monkeypatch)
    desk.controller.show_order(LETTER)
    desk.rest()
    assert words.NUMBER_BY_PATTERN in texts(desk.page)
    desk.printer.copies = 0
    print_it(desk)
    assert (numbers, register(desk)) == (["", "د/۱", ""], []), "what shows and is saved bears no number again"
    record_outgoing(desk.office.context, went(desk.office))
    desk.controller.outdate(Changed.REGISTERS)
    desk.printer.copies = 1
    print_it(desk)
    assert numbers[-2:] == ["د/۲", "د/۲"], "the first was given to another letter meanwhile"
    assert [one.number for one in register(desk)] == ["د/۱", "د/۲"]
    desk.controller.show_order(PaperOrder(kind=PaperKind.ATTENDANCE_SHEET, meeting_id=desk.office.convened()))
    desk.rest()
    assert words.NUMBER_BY_PATTERN not in texts(desk.page)


def test_invitations_show_the_numbers_that_their_rows_get(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    _patterned(desk)
    made: list[InvitationDocument] = []
    numbers: list[Mapping[AddresseeLine, str]] = []
    make = desk.make

    def told(kind: PaperKind, paper: Paper[Any], progress: Progress) -> bytes:
        made.append(paper.document)
        return make(kind, paper, progress)

    monkeypatch.setattr(desk, "make", told)
    desk.controller.letters_made.connect(lambda _order, found: numbers.append(found))
    desk.controller.show_order(_invitations(desk))
    desk.page.print_requested.emit()
    desk.rest()
    assert words.NUMBER_BY_PATTERN in texts(desk.page)
    assert numbers == [numbers_of(made[-1])]
    desk.page.band.sending_requested.emit(SendingWay.POST)
    assert [one.number for one in register(desk)] == list(numbers[0].values()) == [f"د/{digit}" for digit in "۱۲۳۴۵۶۷۸"]
    desk.rest()


def _run_of_letters(desk: Desk) -> int:
    """A run of extracts, of which none is printed; how many letters."""
    (version,) = desk.office.where("versions", meeting_id=desk.meeting_id)
    sign_all(desk.office.context, version.id, desk.office.clock.today(), asked=True)
    made: list[ExtractDocument] = []
    make = desk.make

    def told(kind: PaperKind, paper: Paper[Any], progress: Progress) -> bytes:
        made.append(paper.document)
        return make(kind, paper, progress)

    desk.make = told
    desk.controller.show_order(PaperOrder(kind=PaperKind.EXTRACT, meeting_id=desk.meeting_id))
    desk.rest()
    assert len(made[-1].letters) >= 2
    return len(made[-1].letters)


def test_a_run_of_which_a_page_stayed_in_the_printer_enters_nothing_and_one_act_enters_the_whole(desk: Desk) -> None:
    _patterned(desk)
    count = _run_of_letters(desk)
    assert words.rows_to_come(count) in texts(desk.page)
    desk.printer.pages = (0,)
    print_it(desk)
    assert register(desk) == []
    assert words.NOT_WHOLE in [title for title, _ in desk.page.refused]
    desk.printer.pages = None
    print_it(desk)
    assert [one.number for one in register(desk)] == [f"د/{persian_digits(one)}" for one in range(1, count + 1)]
    desk.controller.undo()
    assert all(one.struck_on is not None for one in register(desk))
    desk.rest()


def test_of_invitations_the_sending_of_those_is_offered_that_were_printed(desk: Desk) -> None:
    desk.first_pages, desk.count = tuple(range(8)), 8
    desk.controller.show_order(_invitations(desk))
    desk.rest()
    desk.printer.pages = (1, 4)
    desk.page.print_requested.emit()
    assert words.ask_sending(2) in texts(desk.page)
    desk.page.band.press()
    assert register(desk) == [], "the way was not told yet"
    assert [one.text() for one in desk.page.band.menu.actions()] == list(letter_words.WAYS.values())
    desk.page.band.menu.actions()[2].trigger()
    desk.page.band.menu.close()
    assert {one.way for one in register(desk)} == {SendingWay.POST}
    invited = [one.line.name for one in meeting_sheet(desk.office.context, _meeting_of(desk)).invitees]
    assert [one.addressee for one in register(desk)] == [invited[1], invited[4]]
    desk.rest()


def _meeting_of(desk: Desk) -> int:
    return desk.page.form.order().meeting_id or 0
