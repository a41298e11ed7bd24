"""Ctrl+C wherever it comes: one sentence and its key, no trace, and no end by the signal."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.exc import PendingRollbackError

from desktop_app.cli import answers
from desktop_app.cli.interrupting import InterruptWatch
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.words import commands as words
from tests.cli.caller import Caller, command, variables
from tests.conftest import ROOT
from tests.systems import not_on_windows

pytestmark = not_on_windows("no SIGINT reaches a single process")


@pytest.fixture(autouse=True)
def _heard() -> Iterator[None]:
    """A run of the tests in the background ignores Ctrl+C."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def _press() -> None:
    os.kill(os.getpid(), signal.SIGINT)


@pytest.mark.parametrize("error", [PendingRollbackError("later"), EnvironmentProblem("disk_error", code="interrupted")])
def test_what_is_raised_of_it_is_told_as_it(call: Caller, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def masked(_asked: object) -> int:
        try:
            _press()
        except KeyboardInterrupt:
            raise error from None
        return 0

    monkeypatch.setattr(answers, "check", masked)
    told = call("check")
    assert (told.code, told.key()) == (1, "interrupted")
    assert words.INTERRUPTED in told.err


def test_that_the_data_are_others_is_told_all_the_same(call: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    def masked(_asked: object) -> int:
        try:
            _press()
        except KeyboardInterrupt:
            raise EnvironmentProblem("restore_differs", folder="دفتر", kept="kept") from None
        return 0

    monkeypatch.setattr(answers, "check", masked)
    told = call("check")
    assert (told.code, told.key()) == (1, "restore_differs")


def test_one_that_was_swallowed_comes_again_and_leaves_no_trace(
    call: Caller, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Gone:
        """Something with a weak reference."""

    def swallowed(_asked: object) -> int:
        gone = Gone()
        held = weakref.ref(gone, lambda _ref: _press())
        del gone
        assert held() is None
        for _ in range(1000):
            time.sleep(0.01)
        return 0

    monkeypatch.setattr(answers, "check", swallowed)
    told = call("check")
    assert (told.code, told.key()) == (1, "interrupted")
    assert "Traceback" not in told.err + capsys.readouterr().err


def test_the_keyboard_is_the_process_own_again() -> None:
    before = sys.unraisablehook
    with InterruptWatch() as watch:
        watch.end()
        _press()
    assert watch.came
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    assert sys.unraisablehook is before


@pytest.mark.slow
def test_a_real_process_ends_with_its_own_code(demo_folder: Path) -> None:
    held = (
        "import dataclasses, os, signal, sys\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from desktop_app.cli import answers\n"
        "def inside(_asked):\n"
        "    exec('os.kill(os.getpid(), signal.SIGINT)', {'os': os, 'signal': signal})\n"
        "answers.check = inside\n"
        "from desktop_app import cli\n"
        "sys.exit(cli.main(sys.argv[1:]))\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", held, *command("check", "--data", demo_folder)[3:]],
        cwd=ROOT,
        env=variables(),
        capture_output=True,
        check=False,
    )
    assert told.returncode == 1
    assert told.stderr.decode("utf-8").endswith("[interrupted]\n")
