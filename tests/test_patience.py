"""Waiting: for as long as work goes on, no longer than that, and never at the cost of the work."""

from __future__ import annotations

import re
import sqlite3
import threading
import time
from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from tests import patience
from tests.conftest import ROOT

LONG_MS, WAITS = 400, 5
STEPS = 20_000
"""Of work that each ask for the lock again: a wait that holds it lets few of them through."""


def _works_during(wait: Callable[[], object]) -> bool:
    """Whether a thread that needs the lock of the interpreter at each step does its work while this thread waits."""
    begin, ended = threading.Event(), threading.Event()

    def work() -> None:
        begin.wait()
        connection = sqlite3.connect(":memory:")
        for _step in range(STEPS):
            connection.execute("select 1").fetchone()
        connection.close()
        ended.set()

    thread = threading.Thread(target=work)
    thread.start()
    begin.set()
    wait()
    worked = ended.is_set()
    thread.join()
    return worked


def test_work_in_a_thread_goes_on_while_events_are_waited_for(qapp: QApplication) -> None:
    """On a machine with other work one of a few waits has to show it."""
    assert any(_works_during(lambda: patience.let_pass(LONG_MS)) for _wait in range(WAITS))


def test_it_waits_as_long_as_there_is_work(qapp: QApplication) -> None:
    working = threading.Event()
    working.set()
    begun = time.monotonic()
    threading.Timer(0.3, working.clear).start()
    assert patience.wait(lambda: not working.is_set(), working.is_set, idle=0.05)
    assert time.monotonic() - begun > 0.25


def test_it_gives_up_when_nothing_works_any_more(qapp: QApplication) -> None:
    assert not patience.wait(lambda: False, idle=0.05)


def test_work_without_an_end_is_given_up(qapp: QApplication) -> None:
    assert not patience.wait(lambda: False, lambda: True, longest=0.05)


def test_what_is_so_is_not_waited_for(qapp: QApplication) -> None:
    assert patience.wait(lambda: True, idle=0.0, longest=0.0)


def test_nothing_waits_with_the_lock_of_the_interpreter_held() -> None:
    sleeping = re.compile(r"QTest\.(qWait|qSleep)\(")
    sources = (ROOT / "tests").rglob("*.py")
    assert [path.name for path in sources if sleeping.search(path.read_text(encoding="utf-8"))] == []
