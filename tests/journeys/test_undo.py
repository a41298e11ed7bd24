"""Ctrl+Z and Ctrl+Y in the window, under both layouts: what is stored follows, and typing stays the field's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.rules.members import Unit
from desktop_app.services.members.units import add_unit
from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.lists.item_row import ItemRow
from desktop_app.window.kit.members_format import UNIT
from desktop_app.window.members.page import MembersPage
from desktop_app.window.resolutions.page import ResolutionsPage
from desktop_app.window.settings.holidays_section import HolidaysSection
from desktop_app.wiring import Office
from tests import stored_rows
from tests.journeys.conftest import Begin
from tests.journeys.driver import Driver
from tests.journeys.secretary import Secretary

GROWS = frozenset({"resolution_act", "deadline_event"})
ITEM = "بررسی پوشش روستاهای جنوب"


def _office(driver: Driver) -> Office:
    assert driver.opening is not None
    assert driver.opening.screens is not None
    return driver.opening.screens.office


def stored(driver: Driver) -> dict[str, list[tuple[Any, ...]]]:
    """Everything but the histories, which only grow."""
    with _office(driver).context.read() as work:
        return {name: rows for name, rows in stored_rows.rows(work).items() if name not in GROWS}


def _there_and_back(driver: Driver, act: Callable[[], object], what: str) -> None:
    """An act, Ctrl+Z, Ctrl+Y and Ctrl+Z again, with what is stored and said after each."""
    before = stored(driver)
    act()
    after = stored(driver)
    assert after != before
    for keys, expected, told in (
        ("Ctrl+Z", before, "پس گرفته شد"),
        ("Ctrl+Y", after, "دوباره انجام شد"),
        ("Ctrl+Z", before, "پس گرفته شد"),
        ("Ctrl+Shift+Z", after, "دوباره انجام شد"),
        ("Ctrl+Z", before, "پس گرفته شد"),
    ):
        driver.press(keys)
        assert stored(driver) == expected, keys
        assert driver.foot() == f"{told}: {what}"


def _add_item(driver: Driver) -> None:
    driver.press("Ins")
    driver.write(ITEM)
    driver.press("Ctrl+Enter")


def _row(driver: Driver, title: str) -> ItemRow | None:
    rows = [one for one in driver.visible() if isinstance(one, ItemRow) and title in one.accessibleName()]
    return rows[0] if rows else None


@pytest.mark.parametrize("persian", [False, True], ids=["us", "ir"])
def test_acts_on_a_meeting(begin: Begin, persian: bool) -> None:
    driver = begin(persian=persian)
    secretary = Secretary(driver)
    secretary.open_meeting("جلسهٔ ششم")
    driver.press("Ctrl+Z")
    assert driver.foot() == "کاری برای پس گرفتن نیست."
    driver.press("Ctrl+Y")
    assert driver.foot() == "کاری برای دوباره انجام دادن نیست."

    _add_item(driver)
    with_item = stored(driver)
    driver.press("Delete")
    assert _row(driver, ITEM) is None
    driver.press("Ctrl+Z")
    row = _row(driver, ITEM)
    assert row is not None
    assert row.hasFocus()
    assert stored(driver) == with_item, "the same record at its place, with all it had"
    assert driver.foot() == f"پس گرفته شد: برداشتن بند «{ITEM}»"
    driver.press("Ctrl+Y")
    assert _row(driver, ITEM) is None
    driver.press("Ctrl+Z", "Ctrl+Z")
    assert _row(driver, ITEM) is None, "now the adding is taken back, too"

    secretary.begin()
    driver.press("Ctrl+Z")
    assert driver.foot() == "کاری برای پس گرفتن نیست.", "what began is not unbegun"
    seat = QApplication.focusWidget()
    before = stored(driver)
    secretary.mark("غ")
    assert QApplication.focusWidget() is not seat
    driver.press("Ctrl+Z")
    assert stored(driver) == before
    assert QApplication.focusWidget() is seat, "the seat may be marked anew at once"
    assert driver.foot().startswith("پس گرفته شد: ثبت ")


@pytest.mark.parametrize("persian", [False, True], ids=["us", "ir"])
def test_typing_in_a_field_is_undone_alone(begin: Begin, persian: bool) -> None:
    driver = begin(persian=persian)
    Secretary(driver).open_meeting("جلسهٔ ششم")
    _add_item(driver)
    added = stored(driver)
    driver.press("F2")
    assert driver.writings().count(ITEM) == 1
    driver.press("End")
    driver.write("۱۲")
    driver.press("Ctrl+Z")
    assert ITEM in driver.writings()
    driver.press("Ctrl+Y")
    assert f"{ITEM}۱۲" in driver.writings()
    for _more in range(4):
        driver.press("Ctrl+Z")
    assert stored(driver) == added, "however often: the field is meant"
    driver.press("Esc")
    driver.settle()


def test_a_resolution_is_deferred_and_goes_on(begin: Begin) -> None:
    driver = begin(persian=True)
    driver.press("Ctrl+3", "Return")
    page = driver.find_kind(ResolutionsPage)
    sheet = page.detail.sheet()
    assert sheet is not None

    def defer() -> None:
        driver.click("action_defer")
        driver.write("بودجه نرسید")
        driver.press("Ctrl+Enter")
        driver.wait_for_words("به جلسهٔ بعد موکول شد.")

    _there_and_back(driver, defer, f"موکول به جلسهٔ بعد – مصوبهٔ {sheet.resolution.number}")
    shown = page.detail.sheet()
    assert shown is not None
    assert shown.resolution.id == sheet.resolution.id
    assert not page.ui.band.action_button().isVisible()


def test_a_unit_is_archived_and_stands_again(begin: Begin) -> None:
    driver = begin(persian=True)
    with_unit = Unit(party_id=1, name="واحد تازهٔ استان", ordinal=0)
    made = add_unit(_office(driver).context, with_unit).id
    driver.press("Ctrl+5", "Alt+2")
    page = driver.find_kind(MembersPage)
    page.list.focus((UNIT, made))

    def archive() -> None:
        driver.attendant.will_press("بایگانی")
        driver.press("Delete")

    _there_and_back(driver, archive, f"بایگانی «{with_unit.name}»")
    assert page.list.focused() == (UNIT, made)


def test_the_table_of_holidays_and_the_day_of_a_signature(begin: Begin) -> None:
    driver = begin(persian=True)
    driver.press("Ctrl+,")
    driver.click("تعطیلات رسمی")
    section = driver.find_kind(HolidaysSection)
    table, values = section.ui.table, section.values()
    table.setCurrentCell(0, 1)
    table.setFocus()
    driver.press("Delete")
    removed = section.values()
    assert removed != values
    driver.press("Ctrl+Z")
    assert section.values() == values
    driver.press("Ctrl+Y")
    assert section.values() == removed
    driver.click(section.ui.later)
    driver.press("Ctrl+Z")
    assert section.values() == values, "from any place of the section that is no field"
    assert driver.foot() == "همهٔ تغییرها ذخیره شده است"
    driver.press("Ctrl+2")
    driver.open_row("جلسهٔ پنجم")
    Secretary(driver).to_paper()
    day = driver.find_kind(JalaliDateEdit, "signingDay").line()
    driver.click(day)
    driver.press("Ctrl+A")
    driver.write("۱۲")
    driver.press("Ctrl+Z")
    driver.check()
    assert day.text() != "۱۲", "the typing was undone, and no signature"
