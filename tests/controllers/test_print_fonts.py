"""Fonts of the section of fonts and paper: of two choices the later counts, whatever became of the earlier."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.documents.appearance import BUNDLED_FONT
from desktop_app.domain.documents.print_setup import PrintFont, PrintSetup
from desktop_app.domain.errors import Refused, RuleBroken
from desktop_app.window.settings.chosen_files import Families, PrintFonts
from desktop_app.window.settings.print_setup_section import PrintSetupSection
from desktop_app.words import print_setup as words
from desktop_app.words.refusals import sentence
from desktop_app.workers import Workers
from tests import patience
from tests.bootstrap.parts import AnsweringDialogs
from tests.controllers.test_paper_controller import Paper

DAMAGED = RuleBroken("font_damaged", field="font", font="کهنه")


class FilesOfTest:
    """Families that are taken when their gate opens."""

    def __init__(self, qtbot: QtBot) -> None:
        self.bot, self.workers, self.panel = qtbot, Workers(), PrintSetupSection()
        qtbot.addWidget(self.panel)
        self.gates = {"کهنه": threading.Event(), "نو": threading.Event()}
        self.looking = threading.Event()
        self.preview: Refused | None = None
        self.controller = PrintFonts(
            self.panel,
            AnsweringDialogs(),
            self.workers,
            find=self._find,
            judge=self._judge,
            preview=self._preview,
            open_pages=Paper,
            parent=self.panel,
        )

    @property
    def families(self) -> list[str]:
        """What is offered beside the font that ships."""
        font = self.panel.ui.font
        return [font.itemText(place) for place in range(1, font.count())]

    @property
    def font(self) -> str:
        return self.panel.values().typography.font

    @property
    def taking(self) -> str:
        """What is said of a font while it is looked for or judged."""
        said = self.panel.ui.fontField.notice_line().text()
        return said if said in {words.LOOKING, words.TAKING} else ""

    @property
    def refused(self) -> str:
        return self.panel.ui.fontField.error()

    def _find(self) -> Families:
        assert self.looking.wait(10)
        return {name: (Path(f"{name}.ttf"),) for name in self.gates}

    def _judge(self, files: Sequence[Path], family: str) -> tuple[PrintFont, ...]:
        assert self.gates[family].wait(10)
        if family == "کهنه":
            raise DAMAGED
        return (PrintFont(family=family, style=files[0].stem, weight=400, digest="0" * 64),)

    def _preview(self, _setup: PrintSetup) -> bytes:
        if self.preview is not None:
            raise self.preview
        return b"%PDF"

    def rest(self) -> None:
        assert self.workers.wait_until_idle(20_000)


@pytest.fixture
def file_port(qtbot: QtBot) -> FilesOfTest:
    made = FilesOfTest(qtbot)
    made.looking.set()
    made.panel.families_wanted.emit()
    made.rest()
    return made


def test_the_fonts_of_the_machine_are_offered_and_one_is_taken(file_port: FilesOfTest) -> None:
    assert file_port.families == ["کهنه", "نو"]
    file_port.gates["نو"].set()
    file_port.panel.family_requested.emit("نو")
    assert file_port.taking == words.TAKING
    file_port.rest()
    assert (file_port.font, file_port.taking, file_port.refused) == ("نو", "", "")


def test_a_font_that_may_not_be_used_says_why(file_port: FilesOfTest) -> None:
    file_port.gates["کهنه"].set()
    file_port.panel.family_requested.emit("کهنه")
    file_port.rest()
    assert (file_port.font, file_port.refused, file_port.taking) == (BUNDLED_FONT, sentence(DAMAGED), "")


def test_a_refusal_of_an_earlier_choice_is_not_said_of_the_later_one(file_port: FilesOfTest) -> None:
    for family in ("کهنه", "نو"):
        file_port.panel.family_requested.emit(family)
    file_port.gates["کهنه"].set()
    file_port.bot.wait(50)
    assert (file_port.refused, file_port.taking) == ("", words.TAKING)
    file_port.gates["نو"].set()
    file_port.rest()
    assert (file_port.font, file_port.refused, file_port.taking) == ("نو", "", "")


def test_what_the_machine_has_ends_nothing_that_is_said_of_a_font_being_taken(file_port: FilesOfTest) -> None:
    file_port.looking.clear()
    file_port.panel.show_families([])
    file_port.panel.families_wanted.emit()
    file_port.panel.family_requested.emit("نو")
    file_port.looking.set()
    assert patience.wait(lambda: bool(file_port.families))
    assert file_port.taking == words.TAKING
    file_port.gates["نو"].set()
    file_port.rest()
    assert (file_port.font, file_port.taking) == ("نو", "")


def test_the_small_page_or_why_there_is_none(file_port: FilesOfTest) -> None:
    preview = file_port.panel.ui.preview
    file_port.panel.preview_requested.emit()
    file_port.rest()
    assert (preview.has_page(), preview.accessibleDescription()) == (True, words.PREVIEW_NOTE)
    file_port.preview = RuleBroken("typography_narrow", field="right", least=90)
    file_port.panel.preview_requested.emit()
    file_port.rest()
    assert (preview.has_page(), preview.accessibleDescription()) == (False, words.NO_PREVIEW)
