"""A refusal that no page answers: told above everything in its own words, and never as a fault of the program."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QPushButton

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.faults import Faults
from desktop_app.faults.report import Report
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.window.shell.application import UnhandledRefusals
from desktop_app.words import shell as words
from desktop_app.words.refusals import sentence
from tests.bootstrap.conftest import Run, Start

REFUSED = EnvironmentProblem("disk_error", code="SQLITE_IOERR_READ")


class Told:
    """The open program with its hooks for errors."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.kept: list[bool] = []
        self.shown: list[Report] = []
        run.window.keep_requested.connect(lambda: self.kept.append(True))
        self.refusals = UnhandledRefusals(run.window)
        keep = run.window.keep_requested.emit
        self.faults = Faults(show=self.shown.append, keep_work=keep, tell_refusal=self.refusals.tell)
        self.faults.install()

    def raised(self, error: Exception) -> None:
        """Let an error come out of a slot."""
        came: list[bool] = []

        def fail() -> None:
            came.append(True)
            raise error

        QTimer.singleShot(0, fail)
        self.run.until(lambda: bool(came))
        QCoreApplication.sendPostedEvents()

    def notices(self) -> list[MessageBand]:
        """Those that say that something was not done."""
        bands = self.run.window.findChildren(MessageBand)
        return [band for band in bands if band.accessibleName().startswith(words.NOT_DONE)]


@pytest.fixture
def told(start: Start, demo_folder: Path, log_errors: list[logging.LogRecord]) -> Iterator[Told]:
    run = start(demo_folder)
    run.at("meetings")
    told = Told(run)
    yield told
    told.faults.remove()
    assert log_errors
    log_errors.clear()


def test_a_refusal_that_no_page_answers_is_told_in_its_own_words(told: Told) -> None:
    told.raised(REFUSED)
    (notice,) = told.notices()
    assert sentence(REFUSED) in notice.accessibleName()
    assert told.kept
    assert told.shown == []


def test_a_refusal_is_told_once_while_it_stands_and_again_after_it_was_seen(told: Told) -> None:
    told.raised(REFUSED)
    told.raised(REFUSED)
    (notice,) = told.notices()
    notice.findChildren(QPushButton)[0].click()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert told.notices() == []
    told.raised(REFUSED)
    assert len(told.notices()) == 1


def test_a_refusal_that_comes_while_the_band_goes_is_told(told: Told) -> None:
    """As by where the keyboard goes once the button is pressed."""
    told.raised(REFUSED)
    (notice,) = told.notices()
    other = EnvironmentProblem("disk_error", code="SQLITE_IOERR_WRITE")
    notice.action_requested.connect(lambda: told.refusals.tell(other))
    notice.findChildren(QPushButton)[0].click()
    QCoreApplication.sendPostedEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    (left,) = told.notices()
    assert sentence(other) in left.accessibleName()
    told.raised(REFUSED)
    assert told.notices() == [left], "and it is the one that tells the next"


def test_any_other_error_is_a_fault_of_the_program(told: Told) -> None:
    told.raised(KeyError("planted"))
    assert told.notices() == []
    assert len(told.shown) == 1
