"""The logo is picked, read off the window's thread, and shown or refused beside its field."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop_app.controllers.settings.letterhead_logo import LetterheadLogo
from desktop_app.controllers.settings.machine_papers import MachinePapers
from desktop_app.domain.documents.pictures import Picture
from desktop_app.domain.errors import RuleBroken
from desktop_app.text.shared.refusals import sentence
from desktop_app.views.settings.letterhead_section import LetterheadSection
from desktop_app.views.settings.this_machine_section import ThisMachineSection
from desktop_app.workers import Workers
from tests.views.minutes_desk import Person

LOGO = Picture(sha256="ab" * 32, width=60, height=60, content=b"png")


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


def logo_of(qtbot: QtBot, person: Picker, folder: Path) -> tuple[LetterheadSection, LetterheadLogo]:
    """The section of the letterhead, and what picks its logo."""
    panel = LetterheadSection()
    qtbot.addWidget(panel)
    return panel, LetterheadLogo(panel, read, person, Workers(panel), folder, panel)


def pick(qtbot: QtBot, panel: LetterheadSection) -> None:
    """Ask for a logo, and wait until its file is read."""
    panel.logo_requested.emit()
    assert not panel.ui.choose.isEnabled()
    qtbot.waitUntil(panel.ui.choose.isEnabled)


def test_a_picked_file_is_shown_and_the_next_question_begins_beside_it(qtbot: QtBot) -> None:
    person = Picker(Path("/signs/logo.png"))
    panel, logo = logo_of(qtbot, person, Path("/pictures"))
    pick(qtbot, panel)
    assert panel.values().logo == LOGO
    person.path = None
    logo.pick()
    assert person.folders == [Path("/pictures"), Path("/signs")]
    assert panel.ui.choose.isEnabled()


def test_a_file_that_is_no_picture_is_refused_beside_the_logo(qtbot: QtBot) -> None:
    panel, _logo = logo_of(qtbot, Picker(Path("/signs/text.txt")), Path("/"))
    pick(qtbot, panel)
    assert panel.ui.logoField.error() == sentence(RuleBroken("picture_not_image"))
    assert panel.values().logo is None


def test_the_folder_of_papers_is_asked_for_where_it_stands(qtbot: QtBot) -> None:
    panel, asked = ThisMachineSection(), list[Path]()
    qtbot.addWidget(panel)

    def pick_folder(_title: str, folder: Path) -> Path | None:
        asked.append(folder)
        return Path("/papers") if len(asked) == 1 else None

    MachinePapers(panel, pick_folder, lambda: Path("/documents"), panel)
    panel.papers_requested.emit()
    panel.papers_requested.emit()
    assert (panel.values().papers, asked) == (str(Path("/papers")), [Path("/documents")] * 2)
