"""The forms of the settings under real keys: what they show is what they give back, and what is typed is told."""

from __future__ import annotations

import io
from datetime import date
from fractions import Fraction
from functools import partial

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.calendar.workdays import Holiday, HolidayTable
from desktop_app.domain.documents.appearance import BUNDLED_FONT, LetterheadValues
from desktop_app.domain.documents.print_setup import USUAL_SETUP, PrintFont
from desktop_app.domain.documents.settings import OfficeSettings
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.attendance import QuorumRule
from desktop_app.domain.workstation import Theme, Workstation
from desktop_app.printing.pictures import picture_from
from desktop_app.widgets.controls.notice import NoticeLine
from desktop_app.window.kit.section_panel import SectionPanel
from desktop_app.window.settings import words as holiday_words
from desktop_app.window.settings.holidays_section import HolidaysSection
from desktop_app.window.settings.letterhead_section import LetterheadSection
from desktop_app.window.settings.office_rules_section import OfficeRulesSection
from desktop_app.window.settings.page import SectionContent, SettingsPage
from desktop_app.window.settings.print_setup_section import PrintSetupSection
from desktop_app.window.settings.this_machine_section import ThisMachineSection
from desktop_app.words.refusals import sentence
from tests import patience
from tests.widgets.typing import CONTROL, press, type_text

RULES = OfficeSettings(
    number_pattern="{سال}/{جلسه}/{ردیف}",
    quorum=QuorumRule(Fraction(3, 5), video_counts=False),
    weekend=frozenset({4}),
    opens_at="07:30",
    closes_at="14:00",
    letterhead=("استانداری",),
    originals=3,
    kept_at="بایگانی",
    closing="جلسه پایان یافت.\nسطر دوم",
    operator="کارشناس",
)
TODAY = date(2023, 5, 13)
NOWRUZ = Holiday(date(2023, 3, 21), "نوروز")
FITR = Holiday(date(2023, 4, 22), "عید فطر", estimated=True)
NEXT = Holiday(date(2024, 3, 20), "نوروز")


def shown(qtbot: QtBot, widget: QWidget) -> None:
    """A form on the screen, with the keyboard."""
    qtbot.addWidget(widget)
    widget.resize(640, 700)
    widget.show()
    widget.activateWindow()
    qtbot.waitExposed(widget)


@pytest.fixture
def rules(qtbot: QtBot) -> OfficeRulesSection:
    panel = OfficeRulesSection()
    shown(qtbot, panel)
    panel.show_values(RULES)
    return panel


@pytest.fixture
def holidays(qtbot: QtBot) -> HolidaysSection:
    panel = HolidaysSection(lambda: TODAY, lambda: (Holiday(date(2025, 3, 21), "نوروز"),))
    shown(qtbot, panel)
    panel.show_values(HolidayTable((NOWRUZ, FITR, NEXT)))
    return panel


# ---- rules of the office


def test_the_rules_come_back_as_they_were_shown(rules: OfficeRulesSection) -> None:
    assert rules.values() == RULES


def test_a_token_is_put_where_the_caret_is_and_one_undo_takes_it_away(rules: OfficeRulesSection) -> None:
    line = rules.ui.pattern
    line.set_text("{جلسه}")
    line.setCursorPosition(len(line.text()))
    rules.ui.tokenRow.click()
    assert rules.values().number_pattern == "{جلسه}/{ردیف}"
    assert rules.ui.patternField.notice_line().text() == holiday_words.number_example("۳/۲")
    press(line, Qt.Key.Key_Z, held=CONTROL)
    assert rules.values().number_pattern == "{جلسه}"
    assert rules.ui.patternField.notice_line().text() == holiday_words.NO_EXAMPLE


def test_the_example_follows_what_is_typed(rules: OfficeRulesSection, qtbot: QtBot) -> None:
    line = rules.ui.pattern
    line.setFocus()
    line.setCursorPosition(0)
    with qtbot.waitSignal(rules.edited):
        type_text(line, "ص-")
    assert rules.ui.patternField.notice_line().text() == holiday_words.number_example("ص-۱۴۰۱/۳/۲")


def test_a_changed_week_says_what_stays(rules: OfficeRulesSection) -> None:
    press(rules.ui.thursday, Qt.Key.Key_Space, " ")
    assert rules.values().weekend == {3, 4}
    assert rules.ui.weekendField.notice_line().text() == holiday_words.CHANGED_WEEK
    press(rules.ui.thursday, Qt.Key.Key_Space, " ")
    assert not rules.ui.weekendField.notice_line().text()


def test_the_share_of_the_quorum_is_chosen_by_arrows(rules: OfficeRulesSection) -> None:
    assert rules.ui.quorum.value() == "3/5"
    rules.ui.quorum.setFocus()
    focused = rules.focusWidget()
    assert focused is not None
    press(focused, Qt.Key.Key_Home)
    assert rules.values().quorum == QuorumRule(Fraction(1, 2), video_counts=False)
    assert rules.ui.quorumField.notice_line().text() == holiday_words.quorum_example(8, 5)


def test_what_is_no_time_and_no_number_stays_as_typed(rules: OfficeRulesSection) -> None:
    for line in (rules.ui.opensAt, rules.ui.originals):
        line.selectAll()
        type_text(line, "دیر")
    assert (rules.values().opens_at, rules.values().originals) == ("دیر", 0)
    assert rules.show_refusal("originals", "شمار را بنویسید.")
    assert rules.ui.originals.text() == "دیر"
    assert not rules.show_refusal("nowhere", "x")
    rules.clear_refusals()
    assert not rules.ui.originalsField.error()


# ---- letterhead


def test_the_letterhead_comes_back_and_its_logo_may_go(qtbot: QtBot) -> None:
    out = io.BytesIO()
    Image.new("RGB", (60, 60), "black").save(out, "PNG")
    values = LetterheadValues(
        lines=("استانداری", "مرکز ملی"), invocation="بسمه تعالی", logo=picture_from(out.getvalue())
    )
    panel = LetterheadSection()
    shown(qtbot, panel)
    panel.show_values(values)
    assert panel.values() == values
    assert panel.ui.preview.has_picture()
    with qtbot.waitSignal(panel.edited):
        press(panel.ui.remove, Qt.Key.Key_Space, " ")
    assert panel.values().logo is None
    assert panel.ui.remove.isHidden()
    with qtbot.waitSignal(panel.logo_requested):
        press(panel.ui.choose, Qt.Key.Key_Space, " ")
    panel.ui.lines.setFocus()
    press(panel.ui.lines, Qt.Key.Key_End, held=CONTROL)
    press(panel.ui.lines, Qt.Key.Key_Return, "\r")
    type_text(panel.ui.lines, "وزارت")
    assert panel.values().lines == ("استانداری", "مرکز ملی", "وزارت")


# ---- holidays


def test_one_year_shows_and_the_arrows_go_to_others(holidays: HolidaysSection) -> None:
    table = holidays.ui.table
    model = table.model()
    assert [model.index(row, 1).data() for row in range(table.rowCount())] == ["نوروز", "عید فطر"]
    assert Qt.CheckState(model.index(1, 2).data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
    press(holidays.ui.later, Qt.Key.Key_Space, " ")
    assert (holidays.ui.year.text(), table.rowCount()) == (holiday_words.year(1403), 1)
    assert holidays.values() == HolidayTable((NOWRUZ, FITR, NEXT))


def test_a_year_without_a_table_says_so_and_takes_the_one_that_ships(holidays: HolidaysSection) -> None:
    assert holidays.ui.offer.isHidden()
    holidays.show_year(1404)
    assert holidays.ui.unknown.accessibleName() or holidays.ui.unknown.isVisible()
    press(holidays.ui.offer, Qt.Key.Key_Space, " ")
    assert holidays.values().of_year(1404) == (Holiday(date(2025, 3, 21), "نوروز"),)
    shipped = holidays.values()
    holidays.show_year(1402)
    assert holidays.undo_edit()
    assert holidays.values() == HolidayTable((NOWRUZ, FITR, NEXT))
    assert holidays.ui.year.text() == holiday_words.year(1404), "the change shows that was taken back"
    assert holidays.redo_edit()
    assert holidays.values() == shipped
    assert not holidays.redo_edit()
    assert holidays.undo_edit()
    assert not holidays.undo_edit(), "what is stored stays"


def test_a_name_is_typed_in_its_cell(holidays: HolidaysSection, qtbot: QtBot) -> None:
    table = holidays.ui.table
    table.setCurrentCell(0, 1)
    table.setFocus()
    press(table, Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    type_text(editor, "آغاز سال")
    with qtbot.waitSignal(holidays.edited):
        press(editor, Qt.Key.Key_Return, "\r")
    assert holidays.values().of_day(NOWRUZ.day) == Holiday(NOWRUZ.day, "آغاز سال")


def test_a_day_is_added_refused_twice_and_removed(holidays: HolidaysSection) -> None:
    ui = holidays.ui
    type_text(ui.day.focusProxy() or ui.day, "1402/3/14")
    press(ui.name, Qt.Key.Key_Return, "\r")
    assert ui.nameField.error()
    type_text(ui.name, "رحلت امام")
    press(ui.name, Qt.Key.Key_Return, "\r")
    added = Holiday(date(2023, 6, 4), "رحلت امام")
    assert holidays.values().rows[2] == added
    assert ui.day.text() == ""
    type_text(ui.day.focusProxy() or ui.day, "1402/3/14")
    type_text(ui.name, "دوباره")
    press(ui.name, Qt.Key.Key_Return, "\r")
    assert ui.dayField.error()
    assert ui.name.text() == "دوباره"
    assert ui.table.currentRow() == 2
    ui.remove.click()
    assert holidays.values() == HolidayTable((NOWRUZ, FITR, NEXT))
    for left in (1, 0):
        ui.remove.setFocus()
        ui.remove.click()
        assert holidays.focusWidget() is (ui.remove if left else ui.day.line()), "where the next day is typed"


def test_a_holiday_without_its_day_is_refused_there_and_keeps_its_name(holidays: HolidaysSection) -> None:
    ui = holidays.ui
    type_text(ui.name, "نیمهٔ شعبان")
    ui.add.click()
    assert ui.dayField.error() == sentence(RuleBroken("holiday_without_day", field="day"))
    assert not ui.nameField.error()
    assert holidays.focusWidget() is ui.day.line()
    assert ui.name.text() == "نیمهٔ شعبان"
    assert holidays.values() == HolidayTable((NOWRUZ, FITR, NEXT))


def test_a_refused_name_leads_to_its_year_and_row(holidays: HolidaysSection) -> None:
    assert holidays.show_refusal("name 2024-03-20", "نام ندارد.")
    holidays.go_to("name 2024-03-20")
    assert holidays.ui.year.text() == holiday_words.year(1403)
    assert holidays.ui.table.currentRow() == 0


# ---- this machine


def test_every_choice_of_the_machine_is_told_at_once(qtbot: QtBot) -> None:
    panel = ThisMachineSection()
    shown(qtbot, panel)
    values = Workstation(theme=Theme.DARK, large=True, dense=True, papers="/tmp")
    panel.show_values(values)
    assert panel.values() == values
    panel.ui.theme.setFocus()
    focused = panel.focusWidget()
    assert focused is not None
    with qtbot.waitSignal(panel.edited):
        press(focused, Qt.Key.Key_Home)
    assert panel.values().theme is Theme.SYSTEM
    with qtbot.waitSignal(panel.edited):
        panel.show_papers("/home")
    with qtbot.assertNotEmitted(panel.edited):
        press(panel.ui.papers, Qt.Key.Key_Return, "\r")
    assert panel.values().papers == "/home"


# ---- the page


def test_the_page_walks_its_sections_and_saves_by_keys(qtbot: QtBot) -> None:
    first, second = SectionPanel(), SectionPanel()
    page = SettingsPage([SectionContent("a", "یک", "stamp", first), SectionContent("b", "دو", "monitor", second)])
    shown(qtbot, page)
    page.show_section("a")
    assert first.isVisible()
    assert second.isHidden()
    page.focus_list()
    assert page.focusWidget() is page.row("a")
    press(page.row("a"), Qt.Key.Key_Down)
    assert page.focusWidget() is page.row("b")
    with qtbot.waitSignal(page.section_requested) as asked:
        press(page.row("b"), Qt.Key.Key_Return, "\r")
    assert asked.args == ["b"]
    with qtbot.waitSignal(page.save_requested):
        page.actions()[-1].trigger()
    assert page.actions()[-1].shortcut().toString() == "Ctrl+S"


def _tall() -> SectionPanel:
    """A panel that takes the height there is, as the table of holidays does."""
    panel = SectionPanel()
    panel.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    return panel


def _shows_whole(panel: QWidget, sentence: str) -> bool:
    """Whether a sentence stands in one line of notices, beneath its field or beneath the row, with all its lines."""
    found = [line for line in panel.findChildren(NoticeLine) if line.isVisible() and line.text() == sentence]
    return len(found) == 1 and found[0].height() >= found[0].heightForWidth(found[0].width())


def test_a_file_of_the_font_that_ships_chooses_that_font(qtbot: QtBot) -> None:
    panel = PrintSetupSection()
    shown(qtbot, panel)
    panel.show_values(USUAL_SETUP)
    panel.show_font([PrintFont(family="Nazli", style="Regular", weight=400, digest="0" * 64)])
    assert panel.values().typography.font == "Nazli"
    panel.show_font([PrintFont(family=BUNDLED_FONT, style="Bold", weight=700, digest="1" * 64)])
    assert panel.values() == USUAL_SETUP


def test_a_refused_font_stays_refused_when_the_fonts_of_the_machine_come_after_it(qtbot: QtBot) -> None:
    panel = PrintSetupSection()
    shown(qtbot, panel)
    panel.show_values(USUAL_SETUP)
    panel.refuse_font("پذیرفته نیست")
    panel.show_busy("")
    panel.show_families(["Nazli"])
    assert panel.ui.fontField.error() == "پذیرفته نیست"
    panel.show_busy("…")
    assert panel.ui.fontField.error() == "", "another one is being judged"


@pytest.mark.parametrize("width", [900, 1216, 1700])
def test_a_refusal_shows_all_its_lines_however_wide_the_page_is(qtbot: QtBot, width: int) -> None:
    panel = PrintSetupSection()
    page = SettingsPage(
        [SectionContent("a", "یک", "stamp", _tall()), SectionContent("b", "دو", "type", panel, widest=860)]
    )
    shown(qtbot, page)
    page.resize(width, 400)
    page.show_section("b")
    panel.show_values(USUAL_SETUP)
    cut = []
    for words in range(3, 26):
        sentence = "باید" + " نو" * words
        panel.ui.bottomField.set_error(sentence)
        # each form around the line takes a turn of the loop to make room for it
        if not patience.wait(partial(_shows_whole, panel, sentence), idle=2):
            cut.append(words)
    assert cut == []
    page.resize(width, 1400)

    def top() -> int:
        return panel.mapTo(page.ui.scroll.viewport(), panel.rect().topLeft()).y()

    assert patience.wait(lambda: top() < 20, idle=2), "it begins under its title, whatever else is hidden"
    assert panel.mapTo(page, panel.rect().topRight()).x() > page.width() // 2, "it begins at the right edge"
