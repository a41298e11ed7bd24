"""A letter that was saved or printed enters the register once, and Ctrl+Z strikes it there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.documents.letter_lines import LetterSaid
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.rules.registered_papers import OutgoingPaper
from desktop_app.workers import Workers
from tests.controllers.test_papers_controller import Desk
from tests.services.office_steps import Office

LETTER = PaperOrder(kind=PaperKind.LETTER, text="با سلام", to="فرماندار", said=LetterSaid(subject="هماهنگی"))


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


def test_a_saved_letter_enters_the_register_once(desk: Desk) -> None:
    save(desk, LETTER)
    save(desk, LETTER, "باز.pdf")
    desk.page.print_requested.emit()
    desk.rest()
    assert [(one.addressee, one.subject, one.row) for one in register(desk)] == [("فرماندار", "هماهنگی", 1)]
    save(desk, replace(LETTER, text="با سلام دوباره"))
    assert len(register(desk)) == 2


def test_taking_back_strikes_the_row_and_doing_again_enters_a_new_one(desk: Desk) -> None:
    save(desk, LETTER)
    desk.controller.undo()
    assert [one.struck_on is not None for one in register(desk)] == [True]
    desk.controller.redo()
    assert [one.struck_on is not None for one in register(desk)] == [True, False]


def test_a_word_file_is_still_written_in_and_enters_nothing(desk: Desk) -> None:
    save(desk, LETTER, "نامه.docx")
    assert (desk.folder / "نامه.docx").exists()
    assert register(desk) == []


def test_minutes_and_invitations_enter_nothing_here(desk: Desk) -> None:
    save(desk, PaperOrder(kind=PaperKind.MINUTES, meeting_id=desk.meeting_id), "صورت‌جلسه.pdf")
    save(desk, PaperOrder(kind=PaperKind.INVITATION, meeting_id=desk.meeting_id), "دعوت.pdf")
    assert register(desk) == []
