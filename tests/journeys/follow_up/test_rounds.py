"""Rounds through the pages leave the window as it was: its memory does not grow with the pages that are opened."""

from __future__ import annotations

import gc
from collections import Counter

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import getAllValidWrappers

from desktop_app.widgets.style import writing
from desktop_app.window.kit.destinations import OpenMeeting, OpenMinutes, OpenPaper, OpenResolution, OpenTask
from tests import patience
from tests.journeys.driver import Driver

LISTS = ("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5", "Ctrl+6", "Ctrl+7", "Ctrl+,")
MEETING, VERSION, RESOLUTION, TASK = 5, 5, 3, 2
"""Records of the demo data; the meeting's minutes are signed, so its paper can be asked for."""


def test_rounds_through_the_pages_leave_the_number_of_widgets_and_objects_unchanged(driver: Driver) -> None:
    for _warm in range(2):
        _round(driver)
    before = _alive(driver)
    _round(driver)
    more = _alive(driver)
    more.subtract(before)
    assert {kind: count for kind, count in more.items() if count > 0} == {}, "more after another round"


def _round(driver: Driver) -> None:
    """Every list by its key, and every page of one record."""
    assert driver.opening is not None
    screens = driver.opening.screens
    assert screens is not None
    for chord in LISTS:
        driver.press(chord)
        _rest(driver)
    for destination in (
        OpenMeeting(MEETING),
        OpenMinutes(VERSION),
        OpenPaper(VERSION),
        OpenResolution(RESOLUTION),
        OpenTask(TASK),
    ):
        screens.go(destination)
        _rest(driver)
    driver.press("Ctrl+1")


def _rest(driver: Driver) -> None:
    assert patience.wait(lambda: not patience.any_working(driver.window))
    driver.settle()


def _alive(driver: Driver) -> Counter[str]:
    """Widgets, objects of the window, and what Python has on record of Qt, by kind."""
    driver.settle()
    # private: a bounded memory of measured texts, each with its font, grows when a minute turns and its text is new
    writing._known_height.cache_clear()
    # private: the same of widths
    writing._known_width.cache_clear()
    gc.collect()
    found = Counter(f"widget {type(one).__name__}" for one in QApplication.allWidgets())
    found.update(f"object {type(one).__name__}" for one in driver.window.findChildren(QObject))
    found.update(f"record {type(one).__name__}" for one in getAllValidWrappers())
    return found
