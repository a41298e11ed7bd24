"""The program closes over a paper that is made too late to be stopped: what waited for it is not done after all."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.documents.documents import Paper
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.outcome import Changed
from desktop_app.domain.progress import Progress
from desktop_app.workers import Workers
from tests.controllers.test_papers_controller import LETTER, Desk
from tests.services.office_steps import Office


class LateDesk(Desk):
    """Its papers pass their last chance to stop and are made a little later."""

    def __init__(self, folder: Path, workers: Workers, office: Office) -> None:
        super().__init__(folder, workers, office)
        self.passed, self.is_making_current = threading.Event(), threading.Event()
        self.make = self.made_late

    def made_late(self, kind: PaperKind, _paper: Paper[Any], progress: Progress) -> bytes:
        self.made.append(kind)
        progress(3, 3)
        self.passed.set()
        assert self.is_making_current.wait(10)
        return b"%PDF"

    def close_program(self) -> None:
        """As the program does: everything that runs is given up and waited for, then the pages are let go."""
        assert self.passed.wait(10)
        self.workers.cancel_all()
        self.is_making_current.set()
        self.rest()
        self.controller.close()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, office: Office) -> LateDesk:
    """A desk whose papers are late."""
    return LateDesk(tmp_path, Workers(), office)


def test_what_waited_for_a_paper_is_neither_printed_nor_written_while_the_program_closes(desk: LateDesk) -> None:
    desk.controller.show_order(LETTER)
    target = desk.dialogs.save_to = desk.folder / "نامه.pdf"
    desk.page.print_requested.emit()
    desk.page.save_requested.emit()
    desk.close_program()
    assert (desk.printer.jobs, target.exists()) == ([], False)


def test_a_paper_of_earlier_data_is_not_made_anew_while_the_program_closes(desk: LateDesk) -> None:
    desk.controller.show_order(LETTER)
    desk.controller.reload(Changed.MEETINGS)
    desk.close_program()
    assert len(desk.made) == 1


def test_a_word_file_that_was_given_up_is_not_written_while_the_program_closes(desk: LateDesk) -> None:
    desk.is_making_current.set()
    desk.controller.show_order(LETTER)
    desk.rest()
    desk.is_making_current.clear()
    desk.passed.clear()
    desk.word = desk.made_late
    target = desk.dialogs.save_to = desk.folder / "نامه.docx"
    desk.page.word_requested.emit()
    desk.close_program()
    assert not target.exists()
