"""Tab on the pages with a record beside or beneath: wherever the keyboard stands, it is seen, and text is scrolled."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QTabBar, QWidget

from tests.journeys.conftest import Begin
from tests.journeys.driver import Driver
from tests.journeys.papers.test_papers_keys import focused
from tests.journeys.secretary import Secretary

MOST_STOPS = 40


def blind(driver: Driver, stop: QWidget) -> bool:
    """Whether the window looks the same with the keyboard there and with the keyboard at none of its controls."""
    seen = driver.window.grab().toImage()
    driver.window.setFocus(Qt.FocusReason.OtherFocusReason)
    driver.settle()
    unseen = driver.window.grab().toImage()
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    driver.settle()
    return seen == unseen


def walk(driver: Driver, record: QWidget) -> dict[QWidget, bool]:
    """Where Tab stops, once round, and whether it is in the record and blind there."""
    met: dict[QWidget, bool] = {}
    for _step in range(MOST_STOPS):
        driver.press("Tab")
        stop = focused(driver)
        if stop in met:
            return met
        met[stop] = record.isAncestorOf(stop) and blind(driver, stop)
    raise AssertionError("Tab does not come round")


@pytest.mark.parametrize("page", ["Ctrl+3", "Ctrl+4"], ids=["resolutions", "tasks"])
def test_no_stop_beside_a_list_is_blind_and_the_record_is_scrolled_with_the_arrows(begin: Begin, page: str) -> None:
    driver = begin(size=(1280, 720))
    driver.press(page, "Down", "F9")
    record = driver.find("detailHolder")
    met = walk(driver, record)
    areas = [stop for stop in met if isinstance(stop, QScrollArea)]
    assert [area.objectName() for area in areas] == ["area"]
    inside = [stop for stop in met if record.isAncestorOf(stop)]
    assert len(inside) > len(areas)
    assert [stop.objectName() or stop for stop in inside if met[stop]] == []
    areas[0].setFocus(Qt.FocusReason.TabFocusReason)
    driver.press("Down", "Down")
    assert areas[0].verticalScrollBar().value() > 0


def test_the_history_of_a_meeting_shows_that_it_has_the_keyboard(driver: Driver) -> None:
    Secretary(driver).open_meeting("جلسهٔ پنجم")
    tabs = driver.find_kind(QTabBar)
    tabs.setFocus(Qt.FocusReason.TabFocusReason)
    driver.press("Left", "Left", "Left")
    area = driver.find("history")
    area.setFocus(Qt.FocusReason.TabFocusReason)
    driver.settle()
    assert not blind(driver, area)


def test_a_meeting_that_was_left_at_another_tab_has_the_keyboard_on_that_tab(driver: Driver) -> None:
    """It would be on an item of the agenda that nobody sees, and Space or Delete act there."""
    Secretary(driver).open_meeting("جلسهٔ پنجم")
    tabs = driver.find_kind(QTabBar)
    for tab in range(tabs.count()):
        driver.click(tabs, tabs.tabRect(tab).center())
        driver.press("Ctrl+1")
        Secretary(driver).open_meeting("جلسهٔ پنجم")
        driver.settle()
        assert tabs.currentIndex() == tab
        focused(driver)
