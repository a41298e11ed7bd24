"""The logo is picked, dropped or pasted, read off the window's thread, and shown or refused beside its field."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.documents.appearance import Picture
from desktop_app.domain.errors import RuleBroken
from desktop_app.window.settings import words
from desktop_app.window.settings.chosen_files import LetterheadLogo
from desktop_app.window.settings.letterhead_section import LetterheadSection
from desktop_app.words import attached_files as file_words
from desktop_app.words.refusals import sentence
from desktop_app.workers import Workers
from tests.letting_go import Hovered, let_go, place_of_field
from tests.views.minutes_desk import Person
from tests.widgets.typing import PASTING, Chord

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


def read(source: Path | bytes) -> Picture:
    """A file by its name, and what is in the clipboard by its size."""
    if isinstance(source, bytes):
        made = QImage.fromData(source, "PNG")  # type: ignore[arg-type] # the stub wants bytes, Qt takes the name
        return Picture(sha256="cd" * 32, width=made.width(), height=made.height(), content=source)
    if source.name == "logo.png":
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


# ---- dropped and pasted


def files(*names: str) -> QMimeData:
    """Files as managers of files copy and drag them: their paths go as a text besides."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(f"/signs/{name}") for name in names])
    mime.setText("\n".join(f"/signs/{name}" for name in names))
    return mime


def picture() -> QMimeData:
    """A picture that was copied, or is dragged out of another program."""
    image = QImage(70, 50, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    mime = QMimeData()
    mime.setImageData(image)
    return mime


def written(text: str) -> QMimeData:
    mime = QMimeData()
    mime.setText(text)
    return mime


def shown(qtbot: QtBot) -> LetterheadSection:
    """The section in a window that has the keyboard."""
    panel, _logo = logo_of(qtbot, Picker(None), Path("/"))
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return panel


def size_of(panel: LetterheadSection) -> tuple[int, int] | None:
    logo = panel.values().logo
    return (logo.width, logo.height) if logo is not None else None


def paste(panel: LetterheadSection, stop: QWidget, mime: QMimeData, chord: Chord) -> None:
    QGuiApplication.clipboard().setMimeData(mime)
    stop.setFocus()
    QTest.keyClick(stop, *chord)


def test_a_dropped_file_or_picture_is_the_logo_and_its_place_is_framed(qtbot: QtBot) -> None:
    panel = shown(qtbot)
    seen = Hovered()
    edits: list[None] = []
    panel.edited.connect(lambda: edits.append(None))
    assert let_go(panel.ui.preview, files("logo.png"), seen)
    assert not panel.ui.choose.isEnabled(), "it is read as a chosen file is"
    assert panel.ui.logoField.notice_line().text() == words.READING
    qtbot.waitUntil(panel.ui.choose.isEnabled)
    assert seen.framed == [place_of_field(panel, panel.ui.logoBox)], "no word is beneath the frame"
    assert size_of(panel) == (60, 60)
    assert panel.ui.remove.isVisible()
    assert len(edits) == 1, "it waits to be saved"
    # wherever in the section it is let go, over a field as well
    assert let_go(panel.ui.invocation, picture())
    qtbot.waitUntil(lambda: size_of(panel) == (70, 50))
    for field in (panel.ui.invocation, panel.ui.lines.viewport()):
        panel.ui.remove.click()
        assert let_go(field, files("logo.png"))
        qtbot.waitUntil(lambda: size_of(panel) == (60, 60))
    assert let_go(panel.ui.invocation, written("بسمه تعالی"))
    assert (panel.ui.invocation.text(), panel.ui.lines.text()) == ("بسمه تعالی", ""), "no path is typed"


def test_a_dropped_file_that_is_no_picture_is_refused_as_a_picked_one_is(qtbot: QtBot) -> None:
    panel = shown(qtbot)
    assert let_go(panel.ui.preview, files("text.txt"))
    qtbot.waitUntil(panel.ui.choose.isEnabled)
    assert panel.ui.logoField.error() == sentence(RuleBroken("picture_not_image"))
    assert size_of(panel) is None


def test_while_one_is_read_no_other_is_taken(qtbot: QtBot) -> None:
    panel = shown(qtbot)
    panel.show_reading(True)
    assert not let_go(panel.ui.preview, files("logo.png"))
    paste(panel, panel.ui.invocation, files("logo.png"), PASTING[0])
    panel.show_reading(False)
    qtbot.wait(50)
    assert size_of(panel) is None


def test_a_text_is_not_dropped_on_the_logo(qtbot: QtBot) -> None:
    assert not let_go(shown(qtbot).ui.preview, written("متن"))


@pytest.mark.parametrize("chord", PASTING)
@pytest.mark.parametrize("stop", ["choose", "invocation", "lines"])
def test_a_copied_file_or_picture_is_pasted_wherever_the_keyboard_is(qtbot: QtBot, stop: str, chord: Chord) -> None:
    panel = shown(qtbot)
    keyboard = panel.findChild(QWidget, stop)
    assert isinstance(keyboard, QWidget)
    paste(panel, keyboard, files("logo.png"), chord)
    qtbot.waitUntil(lambda: size_of(panel) == (60, 60))
    assert (panel.ui.invocation.text(), panel.ui.lines.text()) == ("", ""), "no path is typed"
    paste(panel, keyboard, picture(), chord)
    qtbot.waitUntil(lambda: size_of(panel) == (70, 50))


@pytest.mark.parametrize("chord", PASTING)
def test_a_field_with_the_keyboard_keeps_pasting_text(qtbot: QtBot, chord: Chord) -> None:
    panel = shown(qtbot)
    paste(panel, panel.ui.invocation, written("بسمه تعالی"), chord)
    paste(panel, panel.ui.lines, written("استانداری"), chord)
    assert (panel.ui.invocation.text(), panel.ui.lines.text()) == ("بسمه تعالی", "استانداری")
    assert panel.ui.logoField.notice_line().text() == words.LOGO_HINT


@pytest.mark.parametrize("chord", PASTING)
def test_what_cannot_be_the_logo_is_told_beside_it_until_something_else_is(qtbot: QtBot, chord: Chord) -> None:
    panel = shown(qtbot)
    told = panel.ui.logoField.notice_line()
    paste(panel, panel.ui.choose, written("متن"), chord)
    assert told.text() == file_words.NOTHING_TO_PASTE
    paste(panel, panel.ui.choose, files("logo.png", "other.png"), chord)
    assert told.text() == file_words.ONE_FILE
    assert size_of(panel) is None
    panel.clear_refusals()
    assert told.text() == words.LOGO_HINT
    assert let_go(panel.ui.preview, files("logo.png", "other.png"))
    assert told.text() == file_words.ONE_FILE
    paste(panel, panel.ui.choose, files("logo.png"), chord)
    qtbot.waitUntil(lambda: size_of(panel) == (60, 60))
    assert told.text() == words.LOGO_HINT
