"""What a closed page leaves behind is destroyed on the thread of the window, whoever allocates meanwhile."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop_app.bootstrap.collector import MainThreadCollector, collect_due
from desktop_app.workers import Workers

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
