"""The window paints first; what is slow to load comes after."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.window.shell import first_paint
from desktop_app.window.shell.first_paint import AfterFirstPaint
from tests import patience


class _Window(QWidget):
    """Tells when it painted."""

    def __init__(self, story: list[str]) -> None:
        super().__init__()
        self._story = story

    def paintEvent(self, event: QPaintEvent) -> None:
        self._story.append("painted")


def test_the_slow_part_runs_once_and_after_the_paint(qtbot: QtBot) -> None:
    story: list[str] = []
    window = _Window(story)
    qtbot.addWidget(window)
    window.show()
    AfterFirstPaint(window, lambda: story.append("opened"))
    assert story == [], "nothing may run before the event loop does"
    qtbot.waitUntil(lambda: "opened" in story)
    assert story[:2] == ["painted", "opened"]
    window.repaint()
    qtbot.waitUntil(lambda: story.count("painted") > 1)
    assert story.count("opened") == 1


def test_a_window_that_wants_to_be_painted_has_not_been_seen_yet(qtbot: QtBot) -> None:
    """The wish comes before the screen shows the window, on a slow screen long before."""
    story: list[str] = []
    window = _Window(story)
    qtbot.addWidget(window)
    AfterFirstPaint(window, lambda: story.append("opened"))
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))
    # that nothing is opened can only be waited for
    patience.let_pass(30)
    assert story == []


def test_a_window_that_is_never_painted_opens_its_data_all_the_same(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_paint, "UNSEEN_AFTER", 1)
    story: list[str] = []
    window = _Window(story)
    qtbot.addWidget(window)
    AfterFirstPaint(window, lambda: story.append("opened"))
    qtbot.waitUntil(lambda: story == ["opened"])
