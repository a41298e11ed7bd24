"""Work off the main thread: answers and errors come home, on the right thread, always."""

from __future__ import annotations

import gc
import sys
import threading
import weakref
from collections.abc import Callable
from types import TracebackType

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop_app.workers import Cancelled, Watch, Workers


class _Answers:
    """Collects what was called back and on which thread."""

    def __init__(self) -> None:
        self.done: list[object] = []
        self.errors: list[BaseException] = []
        self.threads: set[int] = set()
        self.progress: list[tuple[int, int]] = []

    def on_done(self, answer: object) -> None:
        self.done.append(answer)
        self.threads.add(threading.get_ident())

    def on_error(self, error: BaseException) -> None:
        self.errors.append(error)
        self.threads.add(threading.get_ident())

    def on_progress(self, done: int, total: int) -> None:
        self.progress.append((done, total))
        self.threads.add(threading.get_ident())


class _Painted(QWidget):
    """Says when it is painted."""

    painted: Callable[[], object] = staticmethod(lambda: None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.painted()


@pytest.fixture
def workers(qtbot: QtBot) -> Workers:
    return Workers()


@pytest.fixture
def answers() -> _Answers:
    return _Answers()


def test_the_answer_comes_back_on_the_main_thread(qtbot: QtBot, workers: Workers, answers: _Answers) -> None:
    with qtbot.waitSignal(workers.idle, timeout=5000):
        workers.run(threading.get_ident, answers.on_done, answers.on_error)
    assert answers.errors == []
    assert answers.threads == {threading.get_ident()}
    assert answers.done != [threading.get_ident()], "the work itself ran on the main thread"
    assert not workers.busy


@pytest.mark.parametrize("kind", [ValueError, OSError, SystemExit, KeyboardInterrupt])
def test_every_kind_of_error_is_delivered(
    qtbot: QtBot, workers: Workers, answers: _Answers, kind: type[BaseException]
) -> None:
    def work() -> None:
        raise kind("no")

    with qtbot.waitSignal(workers.idle, timeout=5000):
        workers.run(work, answers.on_done, answers.on_error)
    assert [type(error) for error in answers.errors] == [kind]
    assert answers.done == []
    assert answers.threads == {threading.get_ident()}


def test_what_is_told_again_and_again_is_told_once(qtbot: QtBot, workers: Workers, answers: _Answers) -> None:
    """Judging one page of a PDF asks a hundred thousand times whether to go on, and the window shows each telling."""

    def work(watch: Watch) -> None:
        for page in (1, 2, 1):
            for _asked in range(1_000):
                watch.progress(page, 2)

    with qtbot.waitSignal(workers.idle):
        workers.run_watched(work, answers.on_done, answers.on_error, on_progress=answers.on_progress)
    assert answers.progress == [(1, 2), (2, 2), (1, 2)]


def test_progress_is_told_in_order_before_the_answer(qtbot: QtBot, workers: Workers, answers: _Answers) -> None:
    def work(watch: Watch) -> str:
        for page in range(1, 4):
            watch.progress(page, 3)
        return "three pages"

    with qtbot.waitSignal(workers.idle, timeout=5000):
        workers.run_watched(work, answers.on_done, answers.on_error, on_progress=answers.on_progress)
    assert answers.progress == [(1, 3), (2, 3), (3, 3)]
    assert answers.done == ["three pages"]
    assert answers.threads == {threading.get_ident()}


def test_a_cancelled_job_stops_at_its_next_step_and_says_so(qtbot: QtBot, workers: Workers, answers: _Answers) -> None:
    started, cancelled = threading.Event(), threading.Event()

    def work(watch: Watch) -> None:
        started.set()
        assert cancelled.wait(5)
        watch.progress(1, 2)

    with qtbot.waitSignal(workers.idle, timeout=5000):
        watch = workers.run_watched(work, answers.on_done, answers.on_error, on_progress=answers.on_progress)
        assert started.wait(5)
        watch.cancel()
        cancelled.set()
    assert [type(error) for error in answers.errors] == [Cancelled]
    assert answers.progress == []


def test_progress_that_arrives_after_the_job_was_given_up_is_not_told(
    qtbot: QtBot, workers: Workers, answers: _Answers
) -> None:
    told, cancelled = threading.Event(), threading.Event()

    def work(watch: Watch) -> None:
        watch.progress(1, 9)
        told.set()
        assert cancelled.wait(5)
        watch.stop_if_cancelled()

    watch = workers.run_watched(work, answers.on_done, answers.on_error, on_progress=answers.on_progress)
    assert told.wait(5)
    watch.cancel()
    cancelled.set()
    assert workers.wait_until_idle(5_000)
    qtbot.wait(0)
    assert (answers.progress, [type(one) for one in answers.errors]) == ([], [Cancelled])


def test_a_job_cancelled_while_it_waits_never_starts(qtbot: QtBot, answers: _Answers) -> None:
    workers = Workers(threads=1)
    started, gate = threading.Event(), threading.Event()
    ran: list[str] = []

    def first() -> bool:
        started.set()
        return gate.wait(5)

    workers.run(first, lambda _answer: None, answers.on_error)
    assert started.wait(5)
    workers.run(lambda: ran.append("second"), answers.on_done, answers.on_error)
    workers.cancel_all()
    gate.set()
    assert workers.wait_until_idle(5000)
    assert ran == []
    assert [type(error) for error in answers.errors] == [Cancelled]


def test_waiting_at_close_delivers_what_is_still_under_way(workers: Workers, answers: _Answers) -> None:
    """The second job is started by the first one's callback, as recording follows writing."""
    workers.run(
        lambda: "written",
        lambda _answer: workers.run(lambda: "recorded", answers.on_done, answers.on_error),
        answers.on_error,
    )
    assert workers.wait_until_idle(5000)
    assert answers.done == ["recorded"]


def test_who_waits_for_an_answer_goes_on_painting(qtbot: QtBot, workers: Workers) -> None:
    page, go_on, threads = _Painted(), threading.Event(), list[threading.Thread]()
    qtbot.addWidget(page)
    page.show()

    def work() -> str:
        threads.append(threading.current_thread())
        assert go_on.wait(10)
        return "answer"

    page.painted = go_on.set
    assert workers.wait_for(work) == "answer"
    assert threads[0] is not threading.main_thread()
    assert not workers.busy


def test_what_a_waited_for_job_raises_is_raised_here(workers: Workers) -> None:
    def work() -> None:
        raise ValueError("why")

    with pytest.raises(ValueError, match="why"):
        workers.wait_for(work)
    assert workers.wait_for(lambda: 7) == 7


def test_an_answer_is_waited_for_inside_the_answer_of_another(
    qtbot: QtBot, workers: Workers, answers: _Answers
) -> None:
    """As a folder is opened once its demo data are made."""
    found: list[int] = []
    workers.run(lambda: 1, lambda one: found.append(one + workers.wait_for(lambda: 2)), answers.on_error)
    qtbot.waitUntil(lambda: not workers.busy)
    assert found == [3]


def test_a_wait_that_is_too_short_says_so(workers: Workers, answers: _Answers) -> None:
    gate = threading.Event()
    workers.run(lambda: gate.wait(5), answers.on_done, answers.on_error)
    assert not workers.wait_until_idle(1)
    assert workers.busy
    gate.set()
    assert workers.wait_until_idle(5000)
    assert answers.done == [True]


@pytest.mark.parametrize("fails", [False, True])
def test_what_a_job_held_last_is_destroyed_on_the_main_thread(
    workers: Workers, answers: _Answers, *, fails: bool
) -> None:
    threads: list[int] = []

    def asked() -> Callable[[], str]:
        held = QObject()
        weakref.finalize(held, lambda: threads.append(threading.get_ident()))

        def work() -> str:
            if fails:
                raise LookupError(held.objectName())
            return held.objectName()

        return work

    workers.run(asked(), lambda _answer: None, lambda _error: None)
    assert workers.wait_until_idle(5000)
    gc.collect()
    assert threads == [threading.get_ident()]


def test_nothing_is_called_back_into_a_deleted_owner(qtbot: QtBot, workers: Workers, answers: _Answers) -> None:
    owner = QObject()
    workers.run(lambda: "late", answers.on_done, answers.on_error, owner=owner)
    delete(owner)
    assert workers.wait_until_idle(5000)
    assert answers.done == []
    assert answers.errors == []


def test_an_error_whose_owner_is_gone_reaches_the_fault_hook(
    workers: Workers, answers: _Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    def hook(kind: type[BaseException], _error: BaseException, _trace: TracebackType | None) -> None:
        heard.append(kind.__name__)

    def work() -> None:
        raise LookupError("gone")

    monkeypatch.setattr(sys, "excepthook", hook)
    owner = QObject()
    workers.run(work, answers.on_done, answers.on_error, owner=owner)
    delete(owner)
    assert workers.wait_until_idle(5000)
    assert heard == ["LookupError"]


def test_a_job_that_the_closing_window_gives_up_is_no_fault(qtbot: QtBot, answers: _Answers) -> None:
    """Such as the sample of a font that still waits for its turn: its controller knows no answer but to raise it."""
    workers = Workers(threads=1)
    gate = threading.Event()

    def refuse(error: BaseException) -> None:
        raise error

    with qtbot.captureExceptions() as caught:
        workers.run(lambda: gate.wait(5), answers.on_done, answers.on_error)
        workers.run(lambda: 1, answers.on_done, refuse)
        workers.cancel_all()
        gate.set()
        assert workers.wait_until_idle(5000)
    assert caught == []
    assert not workers.busy


def test_a_callback_that_fails_still_leaves_the_workers_idle(qtbot: QtBot, workers: Workers, answers: _Answers) -> None:
    def broken(_answer: object) -> None:
        raise RuntimeError("a bug in a controller")

    with qtbot.captureExceptions() as caught:
        workers.run(lambda: 1, broken, answers.on_error)
        assert workers.wait_until_idle(5000)
    assert [kind.__name__ for kind, _error, _trace in caught] == ["RuntimeError"]
    assert not workers.busy
