"""Fonts and paper over a real data folder: what is chosen is kept, shown, saved, and holds for the next paper."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QObject, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app import wiring
from desktop_app.domain.calendar.jalali import JalaliMonth
from desktop_app.domain.documents.appearance import Sheet, Typography
from desktop_app.domain.documents.paper_kinds import PaperKind, Profile
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.documents.print_setup import USUAL_SETUP, PrintFont, PrintSetup
from desktop_app.printing import print_fonts
from desktop_app.services.demo.demo_story import StoryClock
from desktop_app.services.documents.papers import paper_of
from desktop_app.services.office.settings import print_setup
from desktop_app.window.kit.section import Section
from desktop_app.window.papers.ways import CHOICE, PapersMemory
from desktop_app.window.settings.print_setup_section import PrintSetupSection
from desktop_app.window.shell.settings import print_setup_section
from desktop_app.words import print_setup as words
from desktop_app.workers import Workers
from tests.conftest import DEMO_DAY
from tests.look import dress
from tests.printing.test_print_fonts import renamed, without_outlines
from tests.shown import child
from tests.views.minutes_desk import Person


class Picker(Person):
    """Picks the file that lies ready."""

    file: Path | None = None

    def pick_open_path(self, title: str, folder: Path, kinds: str) -> Path | None:
        return self.file


class Stage:
    """The section over the demo's folder, with one font on the machine."""

    def __init__(self, folder: Path, fonts: Path) -> None:
        self.office = wiring.open_office(folder, StoryClock(DEMO_DAY))
        self.person = Picker()
        self.owner = QObject()
        self.workers = Workers(self.owner)
        self.panel: PrintSetupSection
        self.section: Section[PrintSetup]
        entry = print_setup_section(self.office, self.person, self.workers, self.owner)
        assert isinstance(entry.content.panel, PrintSetupSection)
        self.panel, self.section = entry.content.panel, entry.section
        self.fonts = fonts

    def rest(self) -> None:
        """Wait for what was asked."""
        assert self.workers.wait_until_idle(30_000)

    def close(self) -> None:
        """Let everything go."""
        child(self.panel, QTimer, "still").stop()
        self.panel.close()
        self.rest()
        self.office.close()
        self.panel.deleteLater()
        self.owner.deleteLater()


@pytest.fixture
def stage(
    qapp: QApplication, qtbot: QtBot, demo_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Stage]:
    """The section, loaded, with the fonts of the machine found."""
    dress(qapp)
    fonts = tmp_path / "system"
    fonts.mkdir()
    for weight in ("Regular", "Bold"):
        (fonts / f"nazli-{weight}.ttf").write_bytes(renamed(weight, "Nazli"))
    monkeypatch.setattr(print_fonts, "font_folders", lambda: [fonts])
    monkeypatch.setattr(print_fonts, "registered_fonts", tuple)
    made = Stage(demo_folder, fonts)
    made.panel.resize(640, 700)
    made.panel.show()
    made.section.load()
    made.rest()
    yield made
    made.close()


def _offered(stage: Stage) -> list[str]:
    return [stage.panel.ui.font.itemText(place) for place in range(stage.panel.ui.font.count())]


def _choose(stage: Stage, key: str) -> None:
    stage.panel.ui.font.set_value(key)
    stage.panel.ui.font.value_changed.emit(key)
    stage.rest()


def test_the_fonts_of_the_machine_are_offered_beside_the_one_that_ships(stage: Stage) -> None:
    assert _offered(stage) == [words.BUNDLED_NAMED, "Nazli"]
    assert not stage.section.is_changed()
    assert stage.panel.ui.preview.has_page()


def test_a_chosen_font_is_kept_saved_and_printed_with(stage: Stage, demo_folder: Path) -> None:
    _choose(stage, "Nazli")
    assert stage.section.is_changed()
    assert len(list((demo_folder / "fonts").iterdir())) == 2
    assert stage.section.save()
    setup = print_setup(stage.office.context)
    assert (setup.typography.font, len(setup.fonts)) == ("Nazli", 2)
    order = PaperOrder(kind=PaperKind.MONTHLY_REPORT, month=JalaliMonth(1402, 1))
    paper = paper_of(stage.office.context, order)
    with pikepdf.open(io.BytesIO(stage.office.printing.make(order.kind, paper))) as pdf:
        used = {str(font.BaseFont) for font in pdf.pages[0].resources["/Font"].values()}
    assert {name.partition("+")[2].partition("-")[0] for name in used} == {"Nazli"}


def test_it_is_used_again_when_the_folder_is_opened_again(stage: Stage, demo_folder: Path) -> None:
    _choose(stage, "Nazli")
    assert stage.section.save()
    stage.office.close()
    again = wiring.open_office(demo_folder, StoryClock(DEMO_DAY))
    try:
        assert {digest for _name, digest in again.context.paper.fonts} == {
            font.digest for font in print_setup(again.context).fonts
        }
        assert again.printing.fonts.supported()
    finally:
        again.close()


def test_a_font_that_forbids_it_is_refused_and_the_old_one_stays(stage: Stage, tmp_path: Path) -> None:
    forbidden = tmp_path / "Titr.ttf"
    forbidden.write_bytes(renamed("Bold", "Titr", permission=2))
    stage.person.file = forbidden
    stage.panel.ui.fontFile.click()
    stage.rest()
    assert "اجازهٔ گنجاندن" in stage.panel.ui.fontField.error()
    assert not stage.section.is_changed()
    assert stage.panel.ui.font.value() == "Vazirmatn"


def test_a_file_of_the_operator_is_taken(stage: Stage) -> None:
    stage.person.file = stage.fonts / "nazli-Bold.ttf"
    stage.panel.ui.fontFile.click()
    stage.rest()
    assert stage.panel.values().typography.font == "Nazli"
    assert [font.style for font in stage.panel.values().fonts] == ["Bold"]


def test_a_font_without_a_bold_cut_says_what_that_does(stage: Stage) -> None:
    said = stage.panel.ui.fontField.notice_line
    one = PrintFont(family="Nazli", style="Regular", weight=400, digest="0" * 64)
    stage.panel.show_font([one])
    assert said().text() == words.FONT_WITHOUT_BOLD
    stage.panel.show_font([one, replace(one, style="Bold", weight=700)])
    assert said().text() == words.FONT_HINT


def test_the_font_that_ships_is_one_choice_away(stage: Stage) -> None:
    _choose(stage, "Nazli")
    assert stage.section.save()
    _choose(stage, "Vazirmatn")
    assert stage.section.save()
    assert print_setup(stage.office.context).fonts == ()
    assert stage.office.context.paper.fonts[0][0].startswith("Vazirmatn")


def test_a_font_without_outlines_is_refused_beside_its_field(stage: Stage, tmp_path: Path) -> None:
    pictures = tmp_path / "Pictures.ttf"
    pictures.write_bytes(without_outlines())
    stage.person.file = pictures
    stage.panel.ui.fontFile.click()
    stage.rest()
    assert "برای چاپ پذیرفته نیست" in stage.panel.ui.fontField.error()
    assert not stage.section.is_changed()


def test_a_font_whose_files_are_not_kept_is_refused_beside_its_field(stage: Stage) -> None:
    stage.panel.show_values(PrintSetup(typography=Typography(font="Nazli")))
    assert not stage.section.save()
    assert "نگه‌داشته نشده است. قلم را دوباره برگزینید." in stage.panel.ui.fontField.error()


def test_margins_that_leave_no_room_are_refused_beside_their_field(stage: Stage) -> None:
    ui = stage.panel.ui
    ui.sheet.choose("a5")
    for line in (ui.right, ui.left):
        line.set_text("۴۰")
    assert not stage.section.save()
    assert "پهنای متن کمتر از ۹۰ میلی‌متر می‌ماند" in ui.rightField.error()
    ui.right.set_text("۴")
    assert not stage.section.save()
    assert ui.rightField.error() == "باید ۵ تا ۶۰ میلی‌متر باشد. عدد دیگری بنویسید."
    ui.right.set_text("۱۵")
    ui.left.set_text("۱۵")
    assert stage.section.save()


def test_the_usual_setup_is_one_press_away_and_can_be_taken_back(stage: Stage, qtbot: QtBot) -> None:
    ui = stage.panel.ui
    _choose(stage, "Nazli")
    ui.size.set_text("۱۲۰")
    assert stage.section.save()
    qtbot.mouseClick(ui.usual, Qt.MouseButton.LeftButton)
    assert stage.panel.values() == USUAL_SETUP
    assert stage.section.is_changed()
    stage.section.restore()
    assert stage.panel.values().typography.font == "Nazli"
    qtbot.mouseClick(ui.usual, Qt.MouseButton.LeftButton)
    assert stage.section.save()
    assert print_setup(stage.office.context) == USUAL_SETUP


def test_numbers_are_typed_in_persian_and_judged_beside_their_fields(stage: Stage, qtbot: QtBot) -> None:
    ui = stage.panel.ui
    ui.bottom.set_text("۸")
    ui.size.set_text("بزرگ")
    assert not stage.section.save()
    assert ui.bottomField.error()
    assert ui.sizeField.error()
    stage.panel.preview_requested.emit()
    stage.rest()
    assert not ui.preview.has_page()
    ui.bottom.set_text("۳۰")
    ui.size.set_text("۱۱۰")
    ui.sheet.choose("a5")
    ui.profile.choose("a-2b")
    qtbot.mouseClick(ui.kashida, Qt.MouseButton.LeftButton)
    assert stage.section.save()
    setup = print_setup(stage.office.context)
    wanted = setup.typography
    assert (wanted.size, wanted.margins.bottom, wanted.sheet, wanted.kashida) == (110, 30, Sheet.A5, True)
    assert setup.profile is Profile.A_2B


def test_the_small_page_follows_when_the_hand_is_still(stage: Stage, qtbot: QtBot) -> None:
    seen: list[PrintSetup] = []
    stage.panel.preview_requested.connect(lambda: seen.append(stage.panel.values()))
    stage.panel.ui.size.set_text("۱۲۰")
    stage.panel.ui.pitch.set_text("۱۱۰")
    qtbot.waitUntil(lambda: bool(seen), timeout=5000)
    stage.rest()
    assert [(one.typography.size, one.typography.pitch) for one in seen] == [(120, 110)]


# ---- what this machine remembers of the page of papers


@pytest.fixture
def kept(tmp_path: Path) -> QSettings:
    """Settings of a machine."""
    return QSettings(str(tmp_path / "m.ini"), QSettings.Format.IniFormat)


def test_the_last_choice_is_remembered(kept: QSettings) -> None:
    order = PaperOrder(kind=PaperKind.REGISTER, year=1401, text="نامه", month=JalaliMonth(1402, 1))
    PapersMemory(kept).keep(order)
    assert PapersMemory(kept).read() == PaperOrder(kind=PaperKind.REGISTER, year=1401)


@pytest.mark.parametrize("kept_text", ["", "{", "[]", '{"kind": "poem"}', '{"kind": "register", "year": "x"}'])
def test_what_makes_no_sense_is_as_if_it_were_not_there(kept: QSettings, kept_text: str) -> None:
    kept.setValue(CHOICE, kept_text)
    assert PapersMemory(kept).read().year is None
