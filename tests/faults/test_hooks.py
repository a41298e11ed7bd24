"""Every uncaught error: the work is kept first, then it is logged, then shown, once."""

from __future__ import annotations

import gc
import logging
import sys
import threading
from collections.abc import Iterator

import pytest

from desktop_app.faults import Faults
from desktop_app.faults.report import Report


class _Story:
    """What happened, in order."""

    def __init__(self) -> None:
        self.events: list[str] = []
        self.reports: list[Report] = []

    def keep(self) -> None:
        self.events.append("kept")

    def show(self, report: Report) -> None:
        self.events.append("shown")
        self.reports.append(report)


@pytest.fixture
def story() -> _Story:
    return _Story()


@pytest.fixture
def faults(story: _Story) -> Iterator[Faults]:
    before = (sys.excepthook, sys.unraisablehook, threading.excepthook)
    faults = Faults(show=story.show, keep_work=story.keep)
    faults.install()
    yield faults
    faults.remove()
    assert (sys.excepthook, sys.unraisablehook, threading.excepthook) == before


def _raised(error: BaseException) -> BaseException:
    try:
        raise error
    except BaseException as caught:
        return caught


def _uncaught(error: BaseException) -> None:
    sys.excepthook(type(error), error, error.__traceback__)


def test_work_is_kept_before_the_fault_is_shown(
    faults: Faults, story: _Story, log_errors: list[logging.LogRecord]
) -> None:
    _uncaught(_raised(ValueError("x")))
    assert story.events == ["kept", "shown"]
    assert len(log_errors) == 1
    log_errors.clear()


def test_the_same_fault_is_shown_once_but_logged_each_time(
    faults: Faults, story: _Story, log_errors: list[logging.LogRecord]
) -> None:
    for _ in range(3):
        _uncaught(_raised(ValueError("x")))
    assert len(story.reports) == 1
    assert len(log_errors) == 3
    log_errors.clear()


def test_a_fault_in_a_thread_is_told_too(faults: Faults, story: _Story, log_errors: list[logging.LogRecord]) -> None:
    def work() -> None:
        raise LookupError("x")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert [report.where for report in story.reports] == ["thread"]
    log_errors.clear()


def test_an_error_while_clearing_away_is_logged_and_not_shown(
    faults: Faults, story: _Story, log_errors: list[logging.LogRecord]
) -> None:
    class Untidy:
        def __del__(self) -> None:
            raise LookupError("x")

    Untidy()
    gc.collect()
    assert story.reports == []
    assert ["clearing away" in record.getMessage() for record in log_errors] == [True]
    log_errors.clear()


def test_keeping_the_work_may_fail_and_the_fault_is_still_shown(
    story: _Story, log_errors: list[logging.LogRecord]
) -> None:
    def full_disk() -> None:
        raise OSError(28, "No space left")

    Faults(show=story.show, keep_work=full_disk).caught(_raised(ValueError("x")), "window")
    assert story.events == ["shown"]
    assert len(log_errors) == 2
    log_errors.clear()


def test_a_fault_inside_the_telling_goes_no_deeper(log_errors: list[logging.LogRecord]) -> None:
    shown: list[Report] = []

    def show(report: Report) -> None:
        shown.append(report)
        teller.caught(_raised(TypeError("while showing")), "window")

    teller = Faults(show=show)
    teller.caught(_raised(ValueError("x")), "window")
    assert len(shown) == 1
    assert len(log_errors) == 2
    log_errors.clear()


def test_an_interrupt_from_the_keyboard_is_no_fault(
    faults: Faults, story: _Story, capsys: pytest.CaptureFixture[str]
) -> None:
    _uncaught(_raised(KeyboardInterrupt()))
    assert story.events == []
    assert "KeyboardInterrupt" in capsys.readouterr().err
