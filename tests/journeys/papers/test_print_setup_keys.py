"""Font and paper of the office with the keyboard alone: a font by its file, numbers, sheet, kashida, the way back."""

from __future__ import annotations

from pathlib import Path

from desktop_app.domain.documents.print_setup import USUAL_SETUP
from desktop_app.widgets.fields.field import Field
from desktop_app.window.settings.print_setup_section import PrintSetupSection
from tests.journeys.conftest import Begin
from tests.journeys.driver import Driver
from tests.journeys.papers.test_papers_keys import focused, walk_to
from tests.printing.test_print_fonts import renamed, without_outlines


def _open(driver: Driver) -> PrintSetupSection:
    driver.press("Ctrl+,")
    driver.settle()
    for key in ("Tab", "Down"):
        while not focused(driver).objectName().startswith("section_" if key == "Tab" else "section_print_setup"):
            driver.press(key)
    driver.press("Space")
    panel = driver.find_kind(PrintSetupSection)
    driver.wait(panel.isVisible, "the section")
    return panel


def _write(driver: Driver, name: str, text: str) -> None:
    walk_to(driver, name)
    driver.press("Ctrl+A")
    driver.write(text)


def test_tab_meets_every_field_also_in_the_smallest_window(begin: Begin) -> None:
    driver = begin(size=(960, 540))
    panel = _open(driver)
    met = []
    for _step in range(40):
        driver.press("Tab")
        met.append(focused(driver))
    missed = [
        field.objectName()
        for field in panel.findChildren(Field)
        if field.isVisible() and not any(field.isAncestorOf(stop) for stop in met)
    ]
    assert missed == []
    assert panel.ui.usual in met


def test_numbers_sheet_and_kashida_are_set_refused_beside_their_fields_and_taken_back(begin: Begin) -> None:
    driver = begin(persian=True)
    panel = _open(driver)
    ui = panel.ui
    _write(driver, "size", "۱۲۰")
    walk_to(driver, "sheet")
    driver.press("Left")
    assert ui.sheet.value() == "a5"
    _write(driver, "right", "۴۰")
    _write(driver, "left", "۴۰")
    walk_to(driver, "kashida")
    driver.press("Space")
    driver.press("Ctrl+S")
    assert "پهنای متن کمتر از" in ui.rightField.error()
    assert ui.rightField.isAncestorOf(focused(driver)), "the keyboard goes to what was refused"
    _write(driver, "right", "۱۵")
    _write(driver, "left", "۱۵")
    driver.press("Ctrl+S")
    assert [one.objectName() for one in panel.findChildren(Field) if one.error()] == []
    assert driver.reads("ذخیره شد")
    walk_to(driver, "usual")
    driver.press("Space")
    assert panel.values() == USUAL_SETUP
    driver.press("Ctrl+S")
    assert panel.values() == USUAL_SETUP


def test_a_font_is_taken_and_refused_by_its_file(driver: Driver, tmp_path: Path) -> None:
    good, poor = tmp_path / "Nazli.ttf", tmp_path / "Pictures.ttf"
    good.write_bytes(renamed("Regular", "Nazli"))
    poor.write_bytes(without_outlines())
    panel = _open(driver)
    for file in (poor, good):
        walk_to(driver, "fontFile")
        driver.attendant.will_save_as(file)
        driver.press("Space")
        if file is poor:
            driver.wait(lambda: bool(panel.ui.fontField.error()), "the refusal")
            assert "برای چاپ پذیرفته نیست" in panel.ui.fontField.error()
            focused(driver)
    driver.wait(lambda: panel.values().typography.font == "Nazli", "the font that was taken")
    assert panel.ui.fontField.error() == ""
    assert panel.isAncestorOf(focused(driver)), "the keyboard is where it was"
    driver.press("Ctrl+S")
    driver.wait_for_words("ذخیره شد")
