"""An auditor asks who changed a meeting: its history by keys, its paper, and the way back."""

from __future__ import annotations

from PySide6.QtWidgets import QTableView

from desktop_app.words import history as words
from tests.journeys.driver import Driver, row_text


def _first(driver: Driver) -> str:
    return row_text(driver.find_kind(QTableView), 0)


def test_who_changed_a_meeting_is_read_narrowed_printed_and_left(driver: Driver) -> None:
    driver.open_row("جلسهٔ پنجم")
    driver.press("Ctrl+H")
    assert driver.window.page() == "history"
    assert driver.reads("تاریخچهٔ جلسهٔ ۵")
    rows = driver.find_kind(QTableView).model().rowCount()
    assert "جلسهٔ ۵" in _first(driver)
    driver.press("Ctrl+F")
    driver.write("قرائت" if not rows else "زرین‌قلم")
    driver.wait(lambda: 0 < driver.find_kind(QTableView).model().rowCount() < rows, "fewer rows")
    driver.press("Esc")
    driver.wait(lambda: driver.find_kind(QTableView).model().rowCount() == rows, "all rows again")
    driver.press("Enter")
    assert driver.reads("کارشناس دبیرخانه")
    driver.press("Esc", "Ctrl+P")
    assert driver.window.page() == "papers"
    driver.press("Alt+Left")
    assert driver.window.page() == "history"
    driver.press("Alt+Left")
    assert driver.window.page() == "meeting"


def test_the_whole_office_is_reached_from_everywhere_and_leads_to_its_records(driver: Driver) -> None:
    driver.press("Ctrl+,", "Ctrl+H")
    assert driver.reads("تاریخچهٔ تنظیمات دفتر")
    driver.click("act_whole")
    assert driver.reads(words.HISTORY)
    assert driver.find_kind(QTableView).model().rowCount() > 300
    driver.press("Ctrl+G")
    assert driver.window.page() in {"meeting", "minutes_editor", "resolutions", "tasks"}
    driver.press("Ctrl+H")
    assert driver.window.page() == "history"
