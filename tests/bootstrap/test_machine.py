"""What a machine was told is kept in its settings, worn at once, and odd settings are as if they were not there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtWidgets import QApplication

from desktop_app.domain.workstation import Theme, Workstation
from desktop_app.widgets.style.look import LookBearer
from desktop_app.window.shell.machine import WorkstationLook, WorkstationSettings, tokens_of_machine
from tests.look import dress
from tests.refusing import refused


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "machine.ini"


def memory_of(file: Path) -> WorkstationSettings:
    """A memory that reads the file afresh."""
    return WorkstationSettings(QSettings(str(file), QSettings.Format.IniFormat))


@pytest.fixture
def worn(qapp: QApplication) -> Iterator[LookBearer]:
    yield dress(qapp)
    QApplication.setStyle("Fusion")


def test_choices_are_read_back_from_the_file(file: Path, tmp_path: Path) -> None:
    assert memory_of(file).read() == Workstation()
    chosen = Workstation(theme=Theme.DARK, large=True, dense=True, papers=str(tmp_path))
    memory_of(file).keep(chosen)
    assert memory_of(file).read() == chosen
    assert memory_of(file).papers_folder() == tmp_path


def test_a_folder_that_is_not_there_is_refused_and_nothing_is_kept(file: Path, tmp_path: Path) -> None:
    with refused("papers_folder_missing", "papers"):
        memory_of(file).keep(Workstation(large=True, papers=str(tmp_path / "gone")))
    assert memory_of(file).read() == Workstation()


def test_a_folder_that_has_gone_since_is_passed_over(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    memory_of(file).keep(Workstation(papers=str(folder)))
    folder.rmdir()
    assert memory_of(file).papers_folder() != folder


def test_an_edited_file_that_makes_no_sense_is_a_new_machine(file: Path) -> None:
    file.write_text("[look]\ntheme=purple\nlarge=perhaps\n[lists]\ndense=@Invalid()\n", encoding="utf-8")
    assert memory_of(file).read() == Workstation()


@pytest.mark.parametrize(
    ("theme", "dark_system", "dark"),
    [(Theme.SYSTEM, True, True), (Theme.SYSTEM, False, False), (Theme.LIGHT, True, False), (Theme.DARK, False, True)],
)
def test_the_system_decides_only_where_it_is_asked(theme: Theme, dark_system: bool, dark: bool) -> None:
    assert tokens_of_machine(Workstation(theme=theme), dark_system=dark_system).dark is dark


def test_the_running_program_takes_the_choices_at_once(file: Path, qapp: QApplication, worn: LookBearer) -> None:
    memory, owner = memory_of(file), QObject()
    look = WorkstationLook(qapp, memory, owner)
    memory.keep(Workstation(theme=Theme.DARK, large=True))
    look.apply()
    assert (worn.tokens.dark, worn.tokens.text_scale) == (True, 1.25)
    assert qapp.font().pointSizeF() == pytest.approx(10.5 * 1.25)
    memory.keep(Workstation(theme=Theme.LIGHT))
    look.apply()
    assert (worn.tokens.dark, worn.tokens.text_scale) == (False, 1.0)


def test_the_colours_of_the_system_are_followed_while_they_are_the_choice(
    file: Path, qapp: QApplication, worn: LookBearer, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory, owner = memory_of(file), QObject()
    WorkstationLook(qapp, memory, owner).follow_system()

    def change(scheme: Qt.ColorScheme) -> None:
        """As the system does it: the offscreen platform has no colours of its own."""
        # private: the offscreen platform has no colours that could be changed
        monkeypatch.setattr(WorkstationLook, "_system_is_dark", lambda _look: scheme is Qt.ColorScheme.Dark)
        qapp.styleHints().colorSchemeChanged.emit(scheme)

    for scheme, dark in ((Qt.ColorScheme.Dark, True), (Qt.ColorScheme.Light, False)):
        change(scheme)
        assert worn.tokens.dark is dark
    memory.keep(Workstation(theme=Theme.LIGHT))
    change(Qt.ColorScheme.Dark)
    assert not worn.tokens.dark
