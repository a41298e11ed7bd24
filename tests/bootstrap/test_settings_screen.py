"""The settings page over a real data folder: from keys to the database and back, and the logo to the paper."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app import wiring
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.errors import RuleBroken
from desktop_app.services.demo.demo_story import StoryClock
from desktop_app.services.documents.documents import meeting_of_number
from desktop_app.services.documents.papers import paper_of
from desktop_app.services.office.settings import office_settings
from desktop_app.widgets.accessibility.reading_order import move_focus
from desktop_app.window.settings.controller import SAVE, SettingsController
from desktop_app.window.settings.letterhead_section import LetterheadSection
from desktop_app.window.settings.office_rules_section import OfficeRulesSection
from desktop_app.window.settings.page import SettingsPage
from desktop_app.window.settings.this_machine_section import ThisMachineSection
from desktop_app.window.shell.settings import settings_screen
from desktop_app.words.refusals import sentence
from desktop_app.workers import Workers
from tests.look import dress
from tests.views.minutes_desk import Person
from tests.widgets.typing import type_text

TODAY = date(2023, 5, 13)


class Picker(Person):
    """Picks the file that lies ready."""

    file = Path()

    def pick_open_path(self, title: str, folder: Path, kinds: str) -> Path | None:
        assert title
        assert str(folder)
        assert kinds
        return self.file


class Screen:
    """The page over the demo's office."""

    def __init__(self, office: wiring.Office, folder: Path) -> None:
        self.office, self.person = office, Picker()
        self.owner = QObject()
        kept = QSettings(str(folder / "machine.ini"), QSettings.Format.IniFormat)
        made: tuple[SettingsPage, SettingsController] = settings_screen(
            office, self.person, Workers(self.owner), self.owner, kept=kept
        )
        self.page, self.controller = made


@pytest.fixture(scope="module")
def screen(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    folder = tmp_path_factory.mktemp("settings")
    wiring.build_demo(folder, TODAY)
    dress(qapp)
    office = wiring.open_office(folder, StoryClock(TODAY))
    made = Screen(office, folder)
    yield made
    made.page.deleteLater()
    office.close()
    QApplication.setStyle("Fusion")


def test_a_rule_is_typed_saved_and_refused_beside_its_field(screen: Screen) -> None:
    screen.controller.show("office_rules")
    (panel,) = screen.page.findChildren(OfficeRulesSection)
    panel.ui.operator.selectAll()
    type_text(panel.ui.operator, "سمیرا پایدار")
    panel.ui.pattern.set_text("{سال}/{ردیف}")
    assert not screen.controller.save()
    assert panel.ui.patternField.error()
    assert panel.ui.operator.text() == "سمیرا پایدار"
    # the demo gave numbers of this shape to other resolutions
    panel.ui.pattern.set_text("{سال}/{ردیف}/{جلسه}")
    assert not screen.controller.save()
    assert panel.ui.patternField.error()
    panel.ui.pattern.set_text("{سال}/{جلسه}/{ردیف}")
    screen.person.answer = SAVE
    assert screen.controller.may_leave()
    assert office_settings(screen.office.context).operator == "سمیرا پایدار"


def _pick(screen: Screen, qtbot: QtBot, file: Path) -> LetterheadSection:
    (panel,) = screen.page.findChildren(LetterheadSection)
    screen.person.file = file
    panel.ui.choose.click()
    qtbot.waitUntil(panel.ui.choose.isEnabled)
    return panel


def test_a_picture_of_80_megapixels_and_a_text_are_refused_beside_the_logo(
    screen: Screen, qtbot: QtBot, tmp_path: Path
) -> None:
    screen.controller.show("letterhead")
    large, text = tmp_path / "large.png", tmp_path / "text.png"
    Image.new("1", (10_000, 8_000)).save(large)
    text.write_text("این تصویر نیست", encoding="utf-8")
    panel = _pick(screen, qtbot, large)
    assert "۵۰ میلیون" in panel.ui.logoField.error()
    panel = _pick(screen, qtbot, text)
    assert "تصویر نیست" in panel.ui.logoField.error()
    assert panel.values().logo is None
    assert not panel.ui.choose.property("tone")


def _images(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return sum(isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image" for one in opened.objects)


def _paper(screen: Screen, meeting: int) -> bytes:
    office = screen.office
    order = PaperOrder(kind=PaperKind.MINUTES, meeting_id=meeting_of_number(office.context, meeting))
    return office.printing.make(order.kind, paper_of(office.context, order))


def test_a_logo_goes_to_new_papers_and_leaves_the_final_ones_alone(
    screen: Screen, qtbot: QtBot, tmp_path: Path
) -> None:
    final, before = _paper(screen, 4), _images(_paper(screen, 5))
    screen.controller.show("letterhead")
    file = tmp_path / "نشان.jpg"
    Image.new("RGB", (600, 300), "#0B5F6B").save(file)
    panel = _pick(screen, qtbot, file)
    assert panel.ui.preview.has_picture()
    assert screen.controller.save()
    with screen.office.context.read() as work:
        (kept,) = work.pictures.where()
        assert work.settings().logo == kept.sha256
    assert _paper(screen, 4) == final
    assert before == 0


def test_the_theme_is_worn_as_soon_as_it_is_chosen(screen: Screen, qapp: QApplication) -> None:
    screen.page.section_requested.emit("this_machine")
    (panel,) = screen.page.findChildren(ThisMachineSection)
    panel.ui.theme.choose("dark")
    assert qapp.palette().window().color().lightness() < 60
    panel.ui.theme.choose("light")
    assert qapp.palette().window().color().lightness() > 200
    assert Qt.LayoutDirection.RightToLeft == qapp.layoutDirection()


def test_the_folder_of_papers_is_asked_for_where_it_stands(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen.page.section_requested.emit("this_machine")
    (panel,) = screen.page.findChildren(ThisMachineSection)
    answers, asked = iter([tmp_path, None]), list[Path]()

    def pick(_window: object, _title: str, folder: Path) -> Path | None:
        asked.append(folder)
        return next(answers)

    monkeypatch.setattr("desktop_app.window.shell.settings.ask_folder", pick)
    panel.ui.choosePapers.click()
    panel.ui.choosePapers.click()
    assert panel.values().papers == str(tmp_path)
    assert asked[1] == tmp_path, "it is kept at once"


def test_every_refusal_of_this_part_has_its_sentence() -> None:
    assert sentence(RuleBroken("picture_too_large", most=20)).count("۲۰") == 1


def test_tab_brings_a_field_below_the_fold_into_view(screen: Screen, qtbot: QtBot) -> None:
    screen.controller.show("office_rules")
    page = screen.page
    page.resize(900, 420)
    page.show()
    page.activateWindow()
    with qtbot.waitActive(page):
        pass
    qtbot.waitUntil(lambda: page.ui.scroll.verticalScrollBar().maximum() > page.ui.scroll.height())
    (panel,) = page.findChildren(OfficeRulesSection)
    panel.ui.pattern.setFocus()
    for _ in range(40):
        move_focus(page, forward=True)
        if panel.ui.operator.hasFocus():
            break
    line = panel.ui.operator
    at = line.mapTo(page.ui.scroll.viewport(), line.rect().center())
    assert page.ui.scroll.viewport().rect().contains(at)
    page.hide()


def _copy_picture(side: int) -> None:
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    QGuiApplication.clipboard().setImage(image)


def _size(panel: LetterheadSection) -> tuple[int, int] | None:
    logo = panel.values().logo
    return (logo.width, logo.height) if logo is not None else None


def test_a_copied_picture_is_judged_as_a_file_is(screen: Screen, qtbot: QtBot, tmp_path: Path) -> None:
    """With the keyboard on the section among the others, where it stands when the page is gone to."""
    own = Screen(screen.office, tmp_path)
    qtbot.addWidget(own.page)
    own.controller.show("letterhead")
    own.page.resize(900, 420)
    own.page.show()
    own.page.activateWindow()
    qtbot.waitUntil(own.page.isActiveWindow)
    (panel,) = own.page.findChildren(LetterheadSection)
    row = own.page.row("letterhead")
    row.setFocus()
    _copy_picture(20)
    QTest.keyClick(row, Qt.Key.Key_Insert, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: bool(panel.ui.logoField.error()))
    assert panel.ui.logoField.error() == sentence(RuleBroken("picture_too_small", least=48))
    told, seen = panel.ui.logoField.notice_line(), own.page.ui.scroll.viewport()
    qtbot.waitUntil(lambda: seen.rect().contains(told.mapTo(seen, told.rect().bottomLeft())))
    _copy_picture(64)
    QTest.keyClick(row, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: _size(panel) == (64, 64))
    assert not panel.ui.logoField.error()
    # another section shows, and what is pasted there is no logo
    panel.ui.remove.click()
    own.controller.show("office_rules")
    rules = own.page.row("office_rules")
    rules.setFocus()
    QTest.keyClick(rules, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.wait(50)
    assert panel.values().logo is None
