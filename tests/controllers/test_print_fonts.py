"""Fonts of the section of fonts and paper: of two choices the later counts, whatever became of the earlier."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from desktop_app.controllers.settings.print_fonts import Families, PrintFonts, PrintFontsServices
from desktop_app.domain.documents.print_setup import PrintFont, PrintSetup
from desktop_app.domain.errors import Refused, RuleBroken
from desktop_app.text.office import print_setup as words
from desktop_app.text.shared.refusals import sentence
from desktop_app.widgets.paper.page_view import Render
from desktop_app.workers import Workers
from tests import patience
from tests.bootstrap.parts import AnsweringDialogs
from tests.controllers.test_paper_controller import Paper

DAMAGED = RuleBroken("font_damaged", field="font", font="کهنه")


class Panel(QObject):
    """A section that only remembers."""

    family_requested = Signal(str)
    file_requested = Signal()
    families_wanted = Signal()
    preview_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.taking = ""
        self.fonts: list[str] = []
        self.refused: list[str] = []
        self.families: list[str] = []
        self.previews: list[str] = []

    def values(self) -> PrintSetup:
        return PrintSetup()

    def show_families(self, families: Sequence[str]) -> None:
        self.families = list(families)

    def show_taking(self, said: str) -> None:
        self.taking = said

    def show_font(self, fonts: Sequence[PrintFont]) -> None:
        self.fonts.append(fonts[0].family)

    def refuse_font(self, text: str) -> None:
        self.refused.append(text)

    def show_preview(self, render: Render | None, said: str) -> None:
        self.previews.append(said)


class Shelf:
    """Families that are taken when their gate opens."""

    def __init__(self, qtbot: QtBot) -> None:
        self.bot, self.workers, self.panel = qtbot, Workers(), Panel()
        self.gates = {"کهنه": threading.Event(), "نو": threading.Event()}
        self.looking = threading.Event()
        self.preview: Refused | None = None
        services = PrintFontsServices(
            families=self._families,
            take=self._take,
            preview=self._preview,
            open_pages=Paper,
            folder=Path("/fonts"),
        )
        self.dialogs = AnsweringDialogs()
        self.controller = PrintFonts(self.panel, services, self.dialogs, self.workers, self.panel)

    def _families(self) -> Families:
        assert self.looking.wait(10)
        return {name: (Path(f"{name}.ttf"),) for name in self.gates}

    def _take(self, files: Sequence[Path], family: str) -> tuple[PrintFont, ...]:
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
def shelf(qtbot: QtBot) -> Shelf:
    made = Shelf(qtbot)
    made.looking.set()
    made.panel.families_wanted.emit()
    made.rest()
    return made


def test_the_fonts_of_the_machine_are_offered_and_one_is_taken(shelf: Shelf) -> None:
    assert shelf.panel.families == ["کهنه", "نو"]
    shelf.gates["نو"].set()
    shelf.panel.family_requested.emit("نو")
    assert shelf.panel.taking == words.TAKING
    shelf.rest()
    assert (shelf.panel.fonts, shelf.panel.taking, shelf.panel.refused) == (["نو"], "", [])


def test_a_font_that_may_not_be_used_says_why(shelf: Shelf) -> None:
    shelf.gates["کهنه"].set()
    shelf.panel.family_requested.emit("کهنه")
    shelf.rest()
    assert (shelf.panel.refused, shelf.panel.taking) == ([sentence(DAMAGED)], "")


def test_a_refusal_of_an_earlier_choice_is_not_said_of_the_later_one(shelf: Shelf) -> None:
    for family in ("کهنه", "نو"):
        shelf.panel.family_requested.emit(family)
    shelf.gates["کهنه"].set()
    shelf.bot.wait(50)
    assert (shelf.panel.refused, shelf.panel.taking) == ([], words.TAKING)
    shelf.gates["نو"].set()
    shelf.rest()
    assert (shelf.panel.fonts, shelf.panel.refused, shelf.panel.taking) == (["نو"], [], "")


def test_what_the_machine_has_ends_nothing_that_is_said_of_a_font_being_taken(shelf: Shelf) -> None:
    shelf.looking.clear()
    shelf.panel.families = []
    shelf.panel.families_wanted.emit()
    shelf.panel.family_requested.emit("نو")
    shelf.looking.set()
    assert patience.wait(lambda: bool(shelf.panel.families))
    assert shelf.panel.taking == words.TAKING
    shelf.gates["نو"].set()
    shelf.rest()
    assert (shelf.panel.fonts, shelf.panel.taking) == (["نو"], "")


def test_the_small_page_or_why_there_is_none(shelf: Shelf) -> None:
    shelf.panel.preview_requested.emit()
    shelf.rest()
    shelf.preview = RuleBroken("typography_narrow", field="right", least=90)
    shelf.panel.preview_requested.emit()
    shelf.rest()
    assert shelf.panel.previews == [words.PREVIEW_NOTE, words.NO_PREVIEW]
