"""While a correction is written the signed minutes hold: lists, counts and search say so, by keys and by pointer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from contextlib import closing

from PySide6.QtWidgets import QTableView, QTextEdit

from desktop_app.services.documents.register_document import year_book_paper
from desktop_app.widgets.lists.view_tabs import ViewTabs
from desktop_app.wiring import view_office
from tests.journeys.driver import Driver, row_text
from tests.journeys.minutes.test_amending import MEETING, WHY, Hands, hands, walk, walk_to

__all__ = ["hands"]
NUMBER = "۱۴۰۱/۴/۱"
ITEM = "سواد فضای مجازی"
SIGNED = "سواد فضای مجازی برای مدیران"
ADDED = "با اولویت روستاها"
VIEWS = ("all", "in_hand", "awaits_pen", "signed", "ended")


def minutes_counts(driver: Driver) -> dict[str, int]:
    """The views of the list of minutes, each with how many it says; the rows of each are as many."""
    driver.press("Ctrl+2")
    tabs = driver.find_kind(ViewTabs)
    found = {view: tabs.count(view) or 0 for view in VIEWS}
    for view in VIEWS[::-1]:
        driver.click(f"view_{view}")
        shown = driver.find_kind(QTableView).model().rowCount() if found[view] else 0
        assert shown == found[view], view
    return found


def book_counts(driver: Driver) -> Mapping[str, int]:
    """How many minutes of each state the year books hold, read beside the window."""
    with closing(view_office(driver.folder, driver.clock)) as office:
        books = [year_book_paper(office.context, year).document for year in (1401, 1402)]
    return Counter(one.state for book in books for one in book.minutes)


def agree(driver: Driver) -> dict[str, int]:
    """The counts of the list, which have to be those of the year books."""
    counts, book = minutes_counts(driver), book_counts(driver)
    assert counts["signed"] == book["signed"]
    assert counts["awaits_pen"] == book["final"]
    assert counts["ended"] == book["amended"] + book["withdrawn"]
    return counts


def changed(counts: Mapping[str, int], **by: int) -> dict[str, int]:
    """The counts after some have changed."""
    return {view: count + by.get(view, 0) for view, count in counts.items()}


def word_otherwise(hands: Hands) -> None:
    """The resolution says more in the draft than what was signed."""
    driver = hands.driver
    walk(driver, lambda here: ITEM in here.accessibleName() and "Bar" in here.objectName(), "the item")
    driver.press("Space")
    walk(driver, lambda here: isinstance(here, QTextEdit) and SIGNED in here.toPlainText(), "its resolution")
    driver.press("Ctrl+End")
    driver.write(f" {ADDED}")


def found(driver: Driver, words: str, count: int = 1) -> str:
    """The rows that the list of resolutions finds, when it has found so many."""
    driver.press("Ctrl+3", "Ctrl+F", "Ctrl+A")
    driver.write(words)
    driver.click("view_all")
    tabs = driver.find_kind(ViewTabs)
    driver.wait(lambda: tabs.count("all") == count, f"{count} resolutions with «{words}»")
    if not count:
        return ""
    table = driver.find_kind(QTableView)
    assert table.model().rowCount() == count
    return row_text(table, 0)


def test_until_a_correction_is_final_the_signed_minutes_are_found_and_counted(hands: Hands) -> None:
    driver = hands.driver
    before = agree(driver)
    hands.to_signed_paper()
    hands.begin_correction()
    word_otherwise(hands)
    assert agree(driver) == changed(before, all=1, in_hand=1)
    assert NUMBER in found(driver, SIGNED)
    assert ADDED not in found(driver, SIGNED)
    found(driver, ADDED, 0)
    driver.press("Ctrl+2")
    driver.open_row("پیش‌نویس")
    driver.wait(lambda: driver.window.page() == "minutes_editor", "the draft, which the list leads to")
    hands.read_out()
    hands.answer("Enter")
    walk_to(driver, "finalise")
    driver.press("Space")
    driver.wait_for_words("اصلاحیهٔ شمارهٔ ۱ نهایی شد")
    assert agree(driver) == changed(before, all=1, awaits_pen=1, signed=-1, ended=1)
    assert NUMBER in found(driver, ADDED)
    assert ADDED in found(driver, SIGNED)
    driver.press("Ctrl+2")
    driver.click("view_ended")
    ended = driver.find_kind(QTableView)
    texts = [row_text(ended, place) for place in range(ended.model().rowCount())]
    (amended,) = [text for text in texts if MEETING in text]
    assert "دارای اصلاحیه" in amended
    driver.open_row_by_pointer(MEETING)
    driver.wait(lambda: driver.reads("این نسخه اصلاحیه دارد"), "the version that was signed first")


def test_a_dropped_correction_leaves_every_count_as_it_was(hands: Hands) -> None:
    driver = hands.driver
    before = agree(driver)
    signed = found(driver, SIGNED)
    hands.to_signed_paper()
    hands.begin_correction()
    word_otherwise(hands)
    assert agree(driver) == changed(before, all=1, in_hand=1)
    driver.click("view_in_hand")
    driver.open_row_by_pointer(MEETING)
    driver.wait(lambda: driver.window.page() == "minutes_editor", "the draft")
    hands.answer("Ctrl+Enter", text=WHY)
    driver.click("کنار گذاشتن اصلاحیه…")
    driver.wait_for_words("پیش‌نویس اصلاحیهٔ شمارهٔ ۱ کنار گذاشته شد")
    assert agree(driver) == before
    assert found(driver, SIGNED) == signed
    found(driver, ADDED, 0)
