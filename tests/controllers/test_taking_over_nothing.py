"""Files that bring nothing, read in the window: it is said above the file, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from desktop_app import wiring
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.workbook import TemplateKind
from desktop_app.services.taking_over.importing import import_workbook, plain_offers
from desktop_app.storage.sheets.template import WrittenSheet, workbook_bytes
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.files.files_adding import FilePort
from desktop_app.window.taking_over import controller as taking_over_controller
from desktop_app.window.taking_over import words
from desktop_app.window.taking_over.controller import PastFiles, TakingOverController
from desktop_app.window.taking_over.page import TakingOverPage
from desktop_app.words import shell as shell_words
from desktop_app.words.refusals import sentence
from desktop_app.workers import Workers
from tests import patience
from tests.bootstrap.parts import AnsweringDialogs
from tests.cli.test_past import GOOD, HEADS
from tests.services.office_steps import Office
from tests.services.taking_over.test_earlier import tell
from tests.shown import action, texts


def _no_template(path: Path, kind: TemplateKind) -> None:
    raise AssertionError(path, kind)


class OneFile(AnsweringDialogs):
    """Answers with it."""

    path: Path

    def pick_open_path(self, title: str, folder: Path, kinds: str) -> Path | None:
        return self.path


@dataclass
class Desk:
    """The page at work, and what it told the foot of the window."""

    page: TakingOverPage
    controller: TakingOverController
    workers: Workers
    dialogs: OneFile
    foot: list[tuple[str, Tone]]

    def read(self, file: Path) -> None:
        """Choose the file, and wait until it is judged."""
        self.dialogs.path = file
        self.page.ui.openFile.click()
        self.wait()

    def wait(self) -> None:
        """Until nothing runs."""
        assert patience.wait(lambda: not self.workers.busy, lambda: self.workers.busy)


def desk_of(qtbot: QtBot, office: Office, folder: Path) -> Desk:
    page = TakingOverPage()
    qtbot.addWidget(page)
    workers, dialogs = Workers(page), OneFile()
    sheets = PastFiles(wiring.taking_over_words(), folder, wiring.past_workbook, _no_template)
    controller = TakingOverController(page, office.context, dialogs, workers, sheets, cast("FilePort", None), page)
    foot: list[tuple[str, Tone]] = []
    controller.status_message.connect(lambda text, tone: foot.append((text, tone)))
    page.resize(1216, 844)
    page.show()
    return Desk(page, controller, workers, dialogs, foot)


def filled(file: Path, *rows: list[str]) -> Path:
    file.write_bytes(workbook_bytes([WrittenSheet(name="مصوبه‌ها", widths=[20] * 7, rows=[HEADS, *rows])]))
    return file


def test_a_file_that_brings_nothing_says_so(qtbot: QtBot, office: Office, tmp_path: Path) -> None:
    tell(office)
    known = wiring.taking_over_words()
    desk = desk_of(qtbot, office, tmp_path)
    for kind in TemplateKind:
        file = tmp_path / f"{kind}.xlsx"
        file.write_bytes(wiring.past_template(kind, plain_offers(known)))
        desk.read(file)
        assert sentence(RuleBroken("import_brings_nothing", known=0)) in texts(desk.page)
        assert not desk.page.ui.bringIn.isVisible()
    file, said = filled(tmp_path / "past.xlsx", GOOD), sentence(RuleBroken("import_brings_nothing", known=1))
    for fresh in (True, False):
        desk.read(file)
        assert desk.page.ui.bringIn.isVisible() is fresh
        assert (said in texts(desk.page)) is not fresh
        if fresh:
            import_workbook(office.context, wiring.past_workbook(file), known)


def test_a_reading_that_was_given_up_shows_no_file(qtbot: QtBot, office: Office, tmp_path: Path) -> None:
    """The button that registers it would have the keyboard a moment later."""
    tell(office)
    desk = desk_of(qtbot, office, tmp_path)
    desk.dialogs.path = filled(tmp_path / "past.xlsx", GOOD)
    desk.page.ui.openFile.click()
    desk.controller.cancel()
    desk.wait()
    assert words.READING_CANCELLED in texts(desk.page)
    assert not desk.page.ui.bringIn.isVisible()
    desk.read(desk.dialogs.path)
    assert desk.page.ui.bringIn.isVisible(), "it can be read again"


def test_the_foot_tells_nothing_of_the_file_before(
    qtbot: QtBot, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(office)
    desk = desk_of(qtbot, office, tmp_path)
    desk.read(filled(tmp_path / "past.xlsx", GOOD))
    desk.page.ui.bringIn.click()
    desk.wait()
    assert desk.foot[-2:] == [(words.BUSY, Tone.PROGRESS), (words.brought(1, 1), Tone.DONE)]

    def endless(*asked: Any) -> None:
        while True:
            asked[-1](0, 1)

    monkeypatch.setattr(taking_over_controller, "import_workbook", endless)
    desk.read(filled(tmp_path / "more.xlsx", ["2", *GOOD[1:]]))
    assert desk.foot[-1] == (shell_words.SAVED, Tone.DONE)
    desk.page.ui.bringIn.click()
    assert desk.foot[-1] == (words.BUSY, Tone.PROGRESS)
    assert desk.page.ui.cancel.text() == words.STOP
    action(desk.page, "Esc").trigger()
    desk.wait()
    assert not action(desk.page, "Esc").isEnabled()
    assert words.CANCELLED in texts(desk.page)
    assert desk.foot[-1] == (shell_words.SAVED, Tone.DONE)
