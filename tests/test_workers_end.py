"""Workers that go away: on the window's thread, whatever their own threads are doing at that moment.

The last to hold them may be a thread of theirs that has told its end and is about to leave. Destroyed there, the pool
waited for that very thread, which stood still for ever, and an answer on its way was delivered to freed memory.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import weakref

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop_app.workers import Workers
from tests.conftest import ROOT


@pytest.fixture
def threads() -> list[int]:
    """The threads on which something was let go."""
    return []


def _watched(threads: list[int], parent: QObject | None = None) -> Workers:
    workers = Workers(parent)
    weakref.finalize(workers, lambda: threads.append(threading.get_ident()))
    return workers


def _leaving_slowly(workers: Workers) -> threading.Event:
    """Each thread waits for this after it has told its end, as it does on a busy machine."""
    leaves = threading.Event()
    workers.post.ended.connect(lambda _number: leaves.wait(5), Qt.ConnectionType.DirectConnection)
    return leaves


def test_a_thread_that_is_about_to_leave_does_not_destroy_them(qtbot: QtBot, threads: list[int]) -> None:
    workers = _watched(threads)
    leaves = _leaving_slowly(workers)
    answers: list[object] = []
    workers.run(lambda: 1, answers.append, answers.append)
    qtbot.waitUntil(lambda: answers == [1])
    threading.Timer(0.2, leaves.set).start()
    del workers
    assert threads == [threading.get_ident()], "a thread of the pool would wait for itself"


@pytest.mark.parametrize("way", ["let go", "deleted", "with their parent"])
def test_the_work_of_a_job_that_still_runs_is_let_go_on_the_windows_thread(
    qtbot: QtBot, threads: list[int], way: str
) -> None:
    begun, goes_on = threading.Event(), threading.Event()
    parent = QObject() if way == "with their parent" else None
    workers = _watched(threads, parent)
    answers: list[object] = []

    def job(workers: Workers) -> None:
        held = QObject()
        weakref.finalize(held, lambda: threads.append(threading.get_ident()))

        def work() -> str:
            begun.set()
            assert goes_on.wait(5)
            return held.objectName()

        workers.run(work, answers.append, answers.append)

    job(workers)
    assert begun.wait(5)
    threading.Timer(0.2, goes_on.set).start()
    if way == "deleted":
        delete(workers)
    del workers, parent
    qtbot.wait(50)
    assert goes_on.is_set(), "the job is waited for"
    assert threads == [threading.get_ident()] * 2
    assert answers == [], "nobody is left to hear it"


DYING = """
import gc, threading, time
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer

from desktop_app.workers import Workers

gc.disable()
app = QCoreApplication([])
leaves = threading.Event()


class Page(QObject):
    def __init__(self):
        super().__init__()
        self.timer = QTimer(self)
        self.timer.start(1)


def asked():
    workers, page, answers = Workers(), Page(), []
    workers.post.ended.connect(lambda _number: leaves.wait(5), Qt.ConnectionType.DirectConnection)
    workers.idle.connect(lambda: answers.append(page.objectName()))
    workers.run(lambda: 1, answers.append, answers.append)
    while len(answers) < 2:
        app.processEvents()


asked()
leaves.set()
time.sleep(0.2)
taken = [bytes([255]) * size for size in (24, 32, 40, 56, 72, 88) * 2000]
until = time.monotonic() + 1
while time.monotonic() < until:
    app.processEvents()
"""
"""A page that waits for its workers to be idle goes with them while their thread is about to leave."""


DELETED = """
import sys, threading, time
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.workers import Workers

app = QApplication([])


class Page(QWidget):
    def event(self, event):
        return super().event(event)


page, begun = Page(), threading.Event()
workers = Workers(page)


def work():
    begun.set()
    time.sleep(0.3)


for _ in range(5):
    workers.run(work, print, print)
begun.wait()
page.deleteLater()
QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
"""
"""A page is deleted under Python's lock, because it overrides ``event``, while jobs of its workers run and wait."""


def _program(text: str, seconds: float) -> tuple[int, str, str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    ended = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", text],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=seconds,
    )
    return ended.returncode, ended.stdout, ended.stderr


def test_a_page_that_goes_with_its_workers_leaves_no_timer_behind() -> None:
    """Destroyed by the thread of the pool, its timers went on and reached freed memory: a segmentation fault."""
    assert _program(DYING, 100) == (0, "", "")


def test_a_page_that_is_deleted_while_jobs_run_does_not_stand_still() -> None:
    """The pool waited for its threads with Python's lock held, and they for the lock."""
    assert _program(DELETED, 60) == (0, "", "")
