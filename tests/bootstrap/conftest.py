"""The program started in the tests' own application, on a folder, with dialogs that answer by themselves."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.domain.calendar.clock import FixedClock
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.window.shell.left_out import DeferredChecks
from desktop_app.window.shell.machine import WindowSettings
from desktop_app.window.shell.main_window import MainWindow
from desktop_app.window.shell.opening import Opening
from desktop_app.window.shell.screens import Screens
from desktop_app.window.shell.single import SingleWindow
from tests import patience
from tests.bootstrap.parts import AnsweringDialogs, PaperTray
from tests.bootstrap.slow_restore import SlowRestore, SlowRestores
from tests.conftest import DEMO_DAY
from tests.look import dress_application
from tests.writing_places import prepare


def clock_on(day: date) -> FixedClock:
    """Half past three in the afternoon of that day, in Iran."""
    return FixedClock(datetime(day.year, day.month, day.day, 12, tzinfo=UTC))


def clock_before(day: date) -> FixedClock:
    """An hour before :func:`clock_on`: what was there when something was typed."""
    return FixedClock(datetime(day.year, day.month, day.day, 11, tzinfo=UTC))


@dataclass
class Run:
    """One run of the window."""

    window: MainWindow
    opening: Opening
    dialogs: AnsweringDialogs
    printer: PaperTray
    bot: QtBot

    def until(self, holds: Callable[[], bool]) -> None:
        """Let the program work until something holds."""
        assert patience.wait(holds, lambda: patience.any_working(self.window)), "waited in vain"

    def at(self, page: str) -> None:
        """Wait for a page."""
        self.until(lambda: self.window.page() == page)

    def verified(self) -> Screens:
        """The open pages, once the check behind the first of them has ended: what it asks is no part of an act."""
        screens = self.opening.screens
        assert screens is not None
        self.until(lambda: bool(screens.findChildren(DeferredChecks)) and not self.opening.workers.busy)
        return screens

    @property
    def office_open(self) -> bool:
        """Whether a data folder is open."""
        return self.opening.screens is not None


Start = Callable[..., Run]


@pytest.fixture(scope="package", autouse=True)
def _dressed(qapp: QApplication) -> Iterator[None]:
    dress_application(qapp)
    yield
    QApplication.setStyle("Fusion")


@pytest.fixture(scope="package")
def begun_data(demo_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Demo data whose newest meeting has begun an hour before a run, with minutes that are being written."""
    folder = Path(shutil.copytree(demo_data, tmp_path_factory.mktemp("begun") / "data"))
    prepare(folder, clock_before(DEMO_DAY))
    return folder


@pytest.fixture
def begun_folder(begun_data: Path, tmp_path: Path) -> Path:
    """A copy of the data with begun minutes that is a test's own."""
    return Path(shutil.copytree(begun_data, tmp_path / "data"))


@pytest.fixture
def read_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests may run as root, whom no permission stops: so the probe of the folder is told to fail."""

    def refuse(folder: Path) -> None:
        raise EnvironmentProblem("folder_not_writable", folder=str(folder))

    monkeypatch.setattr("desktop_app.storage.file.folder.require_writable", refuse)


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Start]:
    """Builds a window over a folder and begins; what is left open is closed at the end."""
    runs: list[Run] = []

    def begin(
        folder: Path,
        *answers: str | None,
        demo: bool = False,
        day: date = DEMO_DAY,
        single: SingleWindow | None = None,
        memory: WindowSettings | None = None,
        watch: Callable[[Run], object] = lambda _run: None,
    ) -> Run:
        window, dialogs, printer = MainWindow(), AnsweringDialogs(*answers), PaperTray()
        opening = Opening(
            window,
            folder,
            demo=demo,
            dialogs=dialogs,
            printer=printer,
            clock=clock_on(day),
            single=single,
            memory=memory,
        )
        run = Run(window, opening, dialogs, printer, qtbot)
        runs.append(run)
        watch(run)
        window.show()
        opening.begin()
        return run

    yield begin
    for run in runs:
        run.window.set_may_close(lambda: True)
        run.window.close()
        run.opening.close()
        run.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def slow_restore(monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowRestores]:
    """Puts one into a module."""
    made: list[SlowRestore] = []

    def put(module: ModuleType, percent: int) -> SlowRestore:
        made.append(SlowRestore(percent))
        monkeypatch.setattr(module, "restore", made[-1])
        return made[-1]

    yield put
    for one in made:
        one.go_on.set()
