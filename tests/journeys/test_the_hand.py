"""What the hand meets on its way: choices, suggestions, digits, Tab to the facts, menus, months, and where files go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QMenu

from desktop_app.widgets.dates.month_ledger import MonthLedgerBar
from desktop_app.widgets.dates.time_edit import TimeEdit
from desktop_app.widgets.fields.choice_field import ChoiceField
from desktop_app.widgets.style.look import screen_room
from desktop_app.window.minutes.page import MinutesPage
from desktop_app.window.tasks.page import TasksPage
from tests.journeys.conftest import Begin
from tests.journeys.driver import Driver


def offered() -> QListView:
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QListView), "no list is open"
    return popup


def test_an_item_is_written_by_parts_of_words_and_a_time_by_three_digits(driver: Driver) -> None:
    driver.press("Ctrl+N")
    starts = driver.find_kind(TimeEdit, "startsEdit")
    driver.fill(starts, "930", leave="")
    assert starts.text() == "۹۳۰", "digits are Persian before the field is left"
    driver.press("Tab")
    assert starts.text() == "۰۹:۳۰"
    driver.press("Esc", "Esc")  # what is typed is not lost by one key
    driver.open_row("جلسهٔ ششم")
    driver.press("Ins")
    driver.write("آزمون دست")
    presenter = driver.find_kind(QLineEdit, "presenterEdit")
    driver.click(presenter)
    driver.write("سروست")
    assert [offered().model().index(0, 0).data(), offered().model().rowCount()] == ["بهمن سروستانه", 1]
    driver.press("Esc", "Enter")
    assert "سروست" in driver.text(), "with its list closed what is typed stays a free name"
    driver.press("F2")
    presenter = driver.find_kind(QLineEdit, "presenterEdit")
    assert presenter.text() == "سروست"
    driver.fill(presenter, "سروست", leave="")
    driver.press("Enter")
    assert presenter.text() == "بهمن سروستانه", "what alone is offered is taken, and nothing saved yet"
    driver.fill("minutesEdit", "15", leave="")
    assert driver.find_kind(QLineEdit, "minutesEdit").text() == "۱۵"
    kind = driver.find_kind(ChoiceField, "kindEdit")
    line = kind.lineEdit()
    assert line is not None
    driver.click(line)
    whole = offered().model().rowCount()
    assert whole == kind.count()
    last = kind.itemText(kind.count() - 1)
    driver.press("Ctrl+A")
    driver.write(last[:-1])
    assert offered().model().rowCount() == 1
    driver.press("Enter")
    assert kind.currentText() == last
    assert driver.sees("titleEdit"), "the Enter that chooses is not the one that saves"
    driver.press("Enter")
    driver.wait_for_words("آزمون دست")
    assert not driver.sees("titleEdit")


def test_tab_leads_from_a_clause_to_its_facts_and_back(driver: Driver) -> None:
    driver.open_row("جلسهٔ ششم")
    driver.click("act_begin")
    driver.press("F6")
    driver.write("گزارش شنیده شد.")
    driver.press("Enter", "Up", "Ctrl+M")
    driver.wait(lambda: driver.sees("executor"), "the facts")
    page = driver.find_kind(MinutesPage)
    area = driver.app.focusWidget()
    driver.press("Tab")
    focused = driver.app.focusWidget()
    assert focused is not None
    assert page.side.isAncestorOf(focused)
    driver.press("Shift+Tab")
    assert driver.app.focusWidget() is area


def test_a_small_window_shows_all_months_and_whole_menus(begin: Begin) -> None:
    driver = begin(size=(960, 540))
    ledger = driver.find_kind(MonthLedgerBar)
    assert all(driver.sees(f"month_{month}") for month in range(1, 13))
    driver.click("month_5")
    assert ledger.chosen_month() == 5
    driver.press("Ctrl+4")
    driver.press("Enter")
    driver.click(driver.find("moreActs", driver.find_kind(TasksPage).panel))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert screen_room(menu).contains(menu.geometry())
    driver.press("Esc")


def test_a_paper_is_saved_where_the_one_before_was(driver: Driver, tmp_path: Path) -> None:
    folder = tmp_path / "برگه‌های امسال"
    folder.mkdir()
    driver.open_row("جلسهٔ پنجم")
    driver.click("act_minutes")
    driver.press("Ctrl+P")
    driver.wait(lambda: driver.find("printButton").isEnabled(), "the paper")
    for name in ("یک.pdf", "دو.pdf"):
        driver.attendant.will_save_as(folder / name)
        driver.press("Ctrl+S")
        driver.wait((folder / name).exists, name)
    first, second = (read.text for read in driver.attendant.read[-2:])
    assert Path(first) != folder
    assert Path(second) == folder
