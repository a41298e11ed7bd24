"""What a closed page leaves behind is destroyed on the thread of the window, whoever allocates meanwhile."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop_app.window.shell import application
from desktop_app.window.shell.application import MainThreadCollector, collect_due
from desktop_app.workers import Workers
from tests import patience

OLDEST = 2
ENOUGH = 300_000
"""So many lists call Python's own collector hundreds of times, when it is on."""


class _Page(QObject):
    """Holds itself, as pages do by their closures."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self


def _left_behind(threads: list[int]) -> None:
    gc.collect()
    weakref.finalize(_Page(), lambda: threads.append(threading.get_ident()))


def _allocate() -> int:
    return len([[] for _ in range(ENOUGH)])


def test_a_job_in_the_pool_destroys_nothing_of_the_windows(qtbot: QtBot) -> None:
    threads: list[int] = []
    answers: list[int] = []
    workers = Workers()
    _left_behind(threads)
    workers.run(_allocate, answers.append, lambda _error: None)
    assert workers.wait_until_idle(10_000)
    assert answers == [ENOUGH]
    assert set(threads) <= {threading.get_ident()}, "destroyed by the job: a timer of its would reach freed memory"


def _oldest_due(times: int = 1) -> None:
    """So many times over."""
    gc.collect()
    for _time in range(times * gc.get_threshold()[OLDEST] + 1):
        gc.collect(OLDEST - 1)


def _left_behind_long_ago(threads: list[int], times: int = 1) -> None:
    """What nobody holds any more lies in the oldest generation, and that is due."""
    page = _Page()
    weakref.finalize(page, lambda: threads.append(threading.get_ident()))
    _oldest_due(times)


@pytest.mark.parametrize(
    ("state", "times", "collected"),
    [
        (Qt.ApplicationState.ApplicationActive, 1, False),
        (Qt.ApplicationState.ApplicationInactive, 1, True),
        (Qt.ApplicationState.ApplicationActive, 10, True),
    ],
)
def test_the_oldest_generation_waits_until_nobody_works_in_the_window(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, state: Qt.ApplicationState, times: int, collected: bool
) -> None:
    monkeypatch.setattr(QGuiApplication, "applicationState", lambda: state)
    monkeypatch.setattr(application, "EVERY_MS", 1)
    threads: list[int] = []
    owner = QObject()
    _left_behind_long_ago(threads, times)
    MainThreadCollector(owner)
    patience.let_pass(50)
    owner.deleteLater()
    assert (threads == [threading.get_ident()]) is collected


def test_it_is_destroyed_on_the_windows_own_thread_when_much_was_made(qtbot: QtBot) -> None:
    threads: list[int] = []
    owner = QObject()
    MainThreadCollector(owner)
    _left_behind(threads)
    collect_due()
    assert threads == [], "little was made since the last time"
    kept = [[number] for number in range(gc.get_threshold()[0] + 1)]
    collect_due()
    assert threads == [threading.get_ident()]
    assert kept
    assert not gc.isenabled()
