"""From an empty folder to demo data, and round the lists by keys alone."""

from __future__ import annotations

from PySide6.QtWidgets import QTableView

from tests.journeys.conftest import Begin
from tests.journeys.driver import Driver, row_text
from tests.journeys.secretary import Secretary


def test_an_empty_folder_offers_demo_data_and_fills_with_it(begin: Begin) -> None:
    driver = begin(empty=True)
    assert driver.reads("راه‌اندازی کمیته")
    driver.click("demo")
    driver.wait(lambda: driver.sees("table") and driver.find_kind(QTableView).model().rowCount() == 6, "six meetings")
    assert "جلسهٔ ششم" in row_text(driver.find_kind(QTableView), 0)


def test_the_lists_are_walked_and_searched_by_keys(driver: Driver) -> None:
    driver.press("Ctrl+3")
    assert driver.window.page() == "resolutions"
    driver.press("Ctrl+F")
    driver.write("سامانه" if driver.reads("سامانه") else "گردشگری")
    table = driver.find_kind(QTableView)
    driver.wait(lambda: table.model().rowCount() == 1, "one row")
    driver.press("Esc")
    driver.wait(lambda: table.model().rowCount() == 8, "all open ones again")
    driver.press("Ctrl+2")
    assert driver.window.page() == "minutes"
    driver.press("Ctrl+1")
    assert driver.window.page() == "meetings"


def test_a_list_stands_on_the_record_one_comes_from(driver: Driver) -> None:
    driver.open_row("جلسهٔ سوم")
    driver.click("act_minutes")
    Secretary(driver).to_paper()
    for chord in ("Ctrl+2", "Ctrl+1"):
        driver.press(chord)
        table = driver.find_kind(QTableView)
        assert "جلسهٔ سوم" in row_text(table, table.currentIndex().row()), chord
    driver.press("Up", "Ctrl+2", "Ctrl+1")
    table = driver.find_kind(QTableView)
    assert "جلسهٔ چهارم" in row_text(table, table.currentIndex().row()), "from list to list each keeps its row"


def test_the_pages_are_reached_by_pointer_alone(driver: Driver) -> None:
    driver.open_row_by_pointer("جلسهٔ پنجم")
    assert driver.window.page() == "meeting"
    driver.click("act_minutes")
    assert driver.window.page() == "minutes_editor"
    driver.click("preview")
    assert driver.window.page() == "paper"
    driver.click("backButton")
    assert driver.window.page() == "minutes_editor"
    driver.click("مصوبات")
    driver.open_row_by_pointer("۱۴۰۲/۵/۱")
    assert driver.window.page() == "resolutions"
    driver.click("fact_minutes")
    assert driver.window.page() == "minutes_editor"
    assert driver.reads("صورت‌جلسهٔ جلسهٔ پنجم")
    driver.click("صورت‌جلسه‌ها")
    assert driver.window.page() == "minutes"
