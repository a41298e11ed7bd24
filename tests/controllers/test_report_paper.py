"""The paper of a salvage that is let go amid its making: what becomes of it is told to nobody."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.documents.salvage_report_document import SalvageContents
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.papers import Classification
from desktop_app.domain.read_models.findings import SalvageReport
from desktop_app.window.backups.recovery_page import RecoveryPage
from desktop_app.window.backups.report_paper import RecoveryWays, ReportPaper, SalvagedDatabase
from desktop_app.words import recovery as words
from desktop_app.workers import Workers
from tests import patience
from tests.bootstrap.parts import AnsweringDialogs, PaperTray
from tests.shown import texts

REPORT = SalvageReport(at="2023-03-01T10:00:00Z", committee="", kept=0, rows=(), classification=Classification.NORMAL)


class Salvaged:
    """A salvage whose paper is made when its gate opens."""

    def __init__(self, pdf: bytes) -> None:
        self.report, self.pdf = REPORT, pdf
        self.gate, self.begun = threading.Event(), threading.Event()
        self.problem: Exception | None = None


class Ways:
    """Makes the papers of several salvages, and keeps which were saved."""

    source = kept_in = "office.sqlite3"

    def __init__(self) -> None:
        self.saved: list[bytes] = []

    def report_paper(self, prepared: Salvaged, _contents: SalvageContents) -> bytes:
        prepared.begun.set()
        assert prepared.gate.wait(20)
        if prepared.problem is not None:
            raise prepared.problem
        return prepared.pdf

    def save_report(self, _path: Path, content: bytes) -> None:
        self.saved.append(content)


class Desk:
    """The page and its papers, of two salvages one after the other."""

    def __init__(self, place: Path) -> None:
        self.page, self.ways, self.workers = RecoveryPage(), Ways(), Workers(threads=1)
        self.page.show_report("خلاصه", "گزارش")
        self.earlier, self.now = Salvaged(b"earlier"), Salvaged(b"now")
        dialogs = AnsweringDialogs()
        dialogs.save_to = place
        ways = cast("RecoveryWays", self.ways)
        self.paper = ReportPaper(self.page, ways, self.workers, dialogs, PaperTray(), self.page)

    def ask(self, salvaged: Salvaged | None) -> None:
        self.paper.take(cast("SalvagedDatabase | None", salvaged))
        self.page.pdf_requested.emit()

    def waits(self) -> bool:
        return words.MAKING in texts(self.page)

    def end_earlier(self) -> None:
        """The first making ends and the window hears of it, before the second one ends."""
        self.earlier.gate.set()
        assert patience.wait(self.now.begun.is_set)
        patience.let_pass(1)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "report.pdf")
    qtbot.addWidget(made.page)
    yield made
    for salvaged in (made.earlier, made.now):
        salvaged.gate.set()
    made.workers.end_all()


@pytest.mark.parametrize("problem", [None, EnvironmentProblem("database_unreachable")], ids=["made", "refused"])
def test_the_paper_of_an_earlier_salvage_ends_no_waiting_for_that_of_this_one(
    desk: Desk, problem: EnvironmentProblem | None
) -> None:
    desk.earlier.problem = problem
    desk.ask(desk.earlier)
    desk.ask(desk.now)
    desk.end_earlier()
    assert desk.waits()
    assert desk.ways.saved == []
    desk.now.gate.set()
    assert desk.workers.wait_until_idle(20_000)
    assert words.SAVED_REPORT in texts(desk.page)
    assert desk.ways.saved == [b"now"]


def test_nobody_waits_for_the_paper_of_a_salvage_that_was_let_go(desk: Desk) -> None:
    desk.ask(desk.earlier)
    assert desk.waits()
    desk.paper.take(None)
    assert not desk.waits()
    desk.earlier.gate.set()
    assert desk.workers.wait_until_idle(20_000)
    assert desk.ways.saved == []
