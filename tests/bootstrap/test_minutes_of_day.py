"""The clock at the foot turns with the minute, not a minute after the program was started."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop_app.domain.calendar.clock import FixedClock
from desktop_app.window.shell.calendar import MinutesOfDay, until_next_minute


@pytest.mark.parametrize(("second", "wait"), [(0, 60_000), (1, 59_000), (43, 17_000), (59, 1_000)])
def test_the_wait_ends_with_the_minute(second: int, wait: int) -> None:
    assert until_next_minute(FixedClock(datetime.fromisoformat(f"2023-05-13T10:23:{second:02}"))) == wait


def test_each_minute_is_told_at_its_beginning(qtbot: QtBot) -> None:
    class Turning(FixedClock):
        """Stands one second before the next minute, then at its beginning."""

        told = 0

        def instant(self) -> str:
            """As a real clock would tell it."""
            Turning.told += 1
            return "2023-05-13T10:22:59Z" if Turning.told == 1 else "2023-05-13T10:23:00Z"

    owner = QObject()
    minutes = MinutesOfDay(Turning(datetime.fromisoformat("2023-05-13T10:22:59")), owner)
    assert 0 < minutes.remaining() <= 1_000
    with qtbot.waitSignal(minutes.turned, timeout=5_000):
        pass
    assert 50_000 < minutes.remaining() <= 60_000


def test_a_program_that_comes_to_the_front_looks_at_the_clock(qtbot: QtBot) -> None:
    owner = QObject()
    minutes = MinutesOfDay(FixedClock(datetime.fromisoformat("2023-05-13T10:23:00")), owner)
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    with qtbot.assertNotEmitted(minutes.turned):
        application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    with qtbot.waitSignal(minutes.turned):
        application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    minutes.stop()
    with qtbot.assertNotEmitted(minutes.turned):
        application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert minutes.remaining() == -1
