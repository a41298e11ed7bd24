"""The logo is picked, read off the window's thread, and shown or refused beside its field."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from desktop_app.controllers.settings.letterhead_logo import LetterheadLogo
from desktop_app.controllers.settings.machine_papers import MachinePapers
from desktop_app.domain.documents.pictures import Picture
from desktop_app.domain.errors import RuleBroken
from desktop_app.text.shared.refusals import sentence
from desktop_app.workers import Workers
from tests.views.minutes_desk import Person

LOGO = Picture(sha256="ab" * 32, width=60, height=60, content=b"png")


class Panel(QObject):
    """A section that only remembers."""

    logo_requested = Signal()
    papers_requested = Signal()
    answered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.reading: list[bool] = []
        self.logo: Picture | None = None
        self.refused: tuple[str, str] | None = None
        self.papers = ""

    def show_reading(self, reading: bool) -> None:
        self.reading.append(reading)

    def show_logo(self, logo: Picture) -> None:
        self.logo = logo
        self.answered.emit()

    def show_refusal(self, field: str, text: str) -> bool:
        self.refused = (field, text)
        self.answered.emit()
        return True

    def show_papers(self, folder: str) -> None:
        self.papers = folder


class Picker(Person):
    """Picks a file, or leaves the dialog."""

    def __init__(self, path: Path | None) -> None:
        super().__init__()
        self.path = path
        self.folders: list[Path] = []

    def pick_open_path(self, title: str, folder: Path, kinds: str) -> Path | None:
        assert title
        assert "*.png" in kinds
        self.folders.append(folder)
        return self.path


def read(path: Path) -> Picture:
    """A file by its name."""
    if path.name == "logo.png":
        return LOGO
    raise RuleBroken("picture_not_image", field="logo")


def test_a_picked_file_is_shown_and_the_next_question_begins_beside_it(qtbot: QtBot) -> None:
    panel, person = Panel(), Picker(Path("/signs/logo.png"))
    logo = LetterheadLogo(panel, read, person, Workers(panel), Path("/pictures"), panel)
    with qtbot.waitSignal(panel.answered):
        panel.logo_requested.emit()
    assert (panel.logo, panel.reading) == (LOGO, [True, False])
    person.path = None
    logo.pick()
    assert person.folders == [Path("/pictures"), Path("/signs")]
    assert panel.reading == [True, False]


def test_a_file_that_is_no_picture_is_refused_beside_the_logo(qtbot: QtBot) -> None:
    panel = Panel()
    LetterheadLogo(panel, read, Picker(Path("/signs/text.txt")), Workers(panel), Path("/"), panel)
    with qtbot.waitSignal(panel.answered):
        panel.logo_requested.emit()
    assert panel.refused == ("logo", sentence(RuleBroken("picture_not_image")))
    assert panel.logo is None
    assert panel.reading == [True, False]


def test_the_folder_of_papers_is_asked_for_where_it_stands() -> None:
    panel, asked = Panel(), list[Path]()

    def pick(_title: str, folder: Path) -> Path | None:
        asked.append(folder)
        return Path("/papers") if len(asked) == 1 else None

    MachinePapers(panel, pick, lambda: Path("/documents"), panel)
    panel.papers_requested.emit()
    panel.papers_requested.emit()
    assert (panel.papers, asked) == ("/papers", [Path("/documents")] * 2)
