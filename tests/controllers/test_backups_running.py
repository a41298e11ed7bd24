"""The one long work of the page of backups: what is read beside it, and what was given up, leave it alone."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.backups import BackupFolderState
from desktop_app.services.office.backups import Backups
from desktop_app.window.backups.controller import BackupsController
from desktop_app.window.backups.memory import BackupSettings
from desktop_app.window.backups.page import BackupsPage
from desktop_app.window.kit.destinations import OpenPage
from desktop_app.words import backups as words
from desktop_app.workers import Workers
from tests import patience
from tests.bootstrap.parts import AnsweringDialogs
from tests.services.office_steps import Office
from tests.shown import texts


class HeldBackups:
    """Backups whose place is read once that is let go, and is refused then where a test wants it."""

    own = Path("پشتیبان")

    def __init__(self) -> None:
        self.listed = threading.Event()
        self.problem: EnvironmentProblem | None = None

    def state(self, place: Path) -> BackupFolderState:
        assert self.listed.wait(30)
        if self.problem is not None:
            raise self.problem
        return BackupFolderState(place, reached=True)


@pytest.fixture
def backups() -> HeldBackups:
    return HeldBackups()


@pytest.fixture
def workers() -> Iterator[Workers]:
    made = Workers(threads=3)
    yield made
    made.end_all()


@pytest.fixture
def page(qtbot: QtBot) -> BackupsPage:
    made = BackupsPage()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def controller(
    page: BackupsPage, office: Office, workers: Workers, backups: HeldBackups, tmp_path: Path
) -> BackupsController:
    memory = BackupSettings(QSettings(str(tmp_path / "machine.ini"), QSettings.Format.IniFormat), tmp_path)
    port = cast(Backups, backups)
    return BackupsController(page, office.context, AnsweringDialogs(), workers, port, memory, parent=page)


class Held:
    """A long work that ends once it is let go, and never looks whether it is still wanted."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.answers: list[str] = []

    def work(self, _told: Progress) -> str:
        assert self.go.wait(30)
        return "made"


def test_a_list_that_cannot_be_read_ends_no_long_work(
    controller: BackupsController, page: BackupsPage, workers: Workers, backups: HeldBackups
) -> None:
    backups.problem = EnvironmentProblem("place_unusable", folder="پشتیبان")
    held = Held()
    controller.visit(OpenPage("backups"))
    controller.run("کار", held.work, held.answers.append)
    backups.listed.set()
    assert patience.wait(lambda: words.NOT_DONE in texts(page))
    assert page.ui.busy.isVisible(), "it goes on, and can be given up"
    held.go.set()
    assert patience.wait(lambda: not workers.busy)
    assert (held.answers, page.ui.busy.isVisible()) == (["made"], False)


def test_what_was_given_up_near_its_end_takes_the_place_of_nothing(
    controller: BackupsController, page: BackupsPage, workers: Workers, backups: HeldBackups
) -> None:
    backups.listed.set()
    given_up, after = Held(), Held()
    controller.run("کار", given_up.work, given_up.answers.append)
    page.cancel_requested.emit()
    controller.run("کار دیگر", after.work, after.answers.append)
    given_up.go.set()
    assert not patience.wait(lambda: bool(given_up.answers), idle=0.5)
    assert page.ui.busy.isVisible()
    after.go.set()
    assert patience.wait(lambda: not workers.busy)
    assert (given_up.answers, after.answers) == ([], ["made"])
