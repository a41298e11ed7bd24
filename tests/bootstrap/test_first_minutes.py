"""The first F6 of a run: the page of the minutes is made by then, while the meeting was looked at."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.window.kit.destinations import OpenMeeting
from desktop_app.window.minutes.page import MinutesPage
from tests.bootstrap.conftest import Start


def test_the_first_f6_makes_no_page_and_loads_no_module(start: Start, demo_folder: Path) -> None:
    run = start(demo_folder)
    screens = run.verified()
    made: list[object] = []
    screens.made.connect(made.append)
    run.window.activateWindow()
    run.until(lambda: QApplication.activeWindow() is run.window)
    screens.go(OpenMeeting(1))
    run.until(lambda: any(isinstance(page, MinutesPage) for page in made))
    assert run.window.page() == "meeting", "what is made ahead does not come to the front"
    made.clear()
    loaded = {name for name in sys.modules if name.startswith("desktop_app.")}
    QTest.keyClick(run.window, Qt.Key.Key_F6)
    assert run.window.page() == "minutes_editor"
    assert not made
    assert {name for name in sys.modules if name.startswith("desktop_app.")} == loaded
