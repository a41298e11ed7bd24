"""A reason is typed in a dialog that has closed when its act is refused: no word of it is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.errors import EnvironmentProblem, Refused, RuleBroken
from desktop_app.storage.store.work import Work
from desktop_app.widgets.feedback.dialogs import QtDialogs, ReasonDialog
from desktop_app.window.months.controller import MeetingsController
from desktop_app.window.shell.typed_copy import TypedCopy
from tests.bootstrap.conftest import Run, Start
from tests.bootstrap.test_typed_drafts import foot

REASON = "nobody could come"
MONTH = (1402, 1)


@pytest.fixture
def run(start: Start, demo_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The page of meetings, with the dialog that a screen shows."""
    run = start(demo_folder)
    run.at("meetings")
    monkeypatch.setattr(run.dialogs, "reason", QtDialogs(lambda: run.window).reason)
    return run


def answer(run: Run, what: Callable[[ReasonDialog], object]) -> None:
    """Ask for the excuse of a month, and do this in the dialog."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ReasonDialog) or not dialog.editor().hasFocus():
            QTimer.singleShot(10, look)
            return
        what(dialog)

    assert run.opening.screens is not None
    controller = run.opening.screens.screen("meetings").controller
    assert isinstance(controller, MeetingsController)
    QTimer.singleShot(0, look)
    controller.excuse(*MONTH)
    QApplication.processEvents()


def give(dialog: ReasonDialog) -> None:
    if not dialog.text():
        QTest.keyClicks(dialog.editor(), REASON)
    QTest.keyClick(dialog.editor(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize(
    "why", [EnvironmentProblem("database_moved"), RuleBroken("demo_not_empty")], ids=lambda one: type(one).__name__
)
def test_it_stands_in_the_dialog_when_that_opens_again(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, why: Refused
) -> None:
    def refuse(_work: Work) -> None:
        raise why

    with monkeypatch.context() as broken:
        broken.setattr(Work, "commit", refuse)
        answer(run, give)
        run.dialogs.save_to = tmp_path / "typed.txt"
        TypedCopy(run.window, run.dialogs, tmp_path / "data", run.window).save()
        assert REASON in (tmp_path / "typed.txt").read_text("utf-8")
    found: list[str] = []

    def take(dialog: ReasonDialog) -> None:
        found.append(dialog.text())
        give(dialog)

    answer(run, take)
    assert found == [REASON]
    run.until(lambda: "عذر" in foot(run))

    def leave(dialog: ReasonDialog) -> None:
        found.append(dialog.text())
        dialog.leave()

    answer(run, leave)
    assert found == [REASON, ""], "what was recorded is over"
