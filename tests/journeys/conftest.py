"""A run of the program on demo data of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app.system import paths
from tests.journeys.clock import STORY_DAY, MovedClock
from tests.journeys.driver import SIZE, Driver
from tests.look import dress_application

pytest.register_assert_rewrite("tests.journeys.story", "tests.journeys.beginning", "tests.journeys.month")
Begin = Callable[..., Driver]


@pytest.fixture(scope="package", autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    """The tests' application dressed as the program's own."""
    dress_application(qapp)
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    QApplication.setStyle("Fusion")


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine of the test's own, which remembers its second place; asked for before the program begins."""
    monkeypatch.setenv(paths.SETTINGS_VARIABLE, str(tmp_path / "machine" / "settings.ini"))


@pytest.fixture
def begin(qapp: QApplication, demo_data: Path, tmp_path: Path) -> Iterator[Begin]:
    """Starts the program; ``empty`` begins on a folder without data."""
    runs: list[Driver] = []

    def start(
        *, empty: bool = False, persian: bool = False, size: tuple[int, int] = SIZE, day: date = STORY_DAY
    ) -> Driver:
        folder = tmp_path / "data"
        if not empty and not folder.exists():
            shutil.copytree(demo_data, folder)
        driver = Driver(qapp, folder, MovedClock(day), papers=tmp_path)
        driver.keyboard.persian = persian
        runs.append(driver)
        driver.start(size=size)
        return driver

    yield start
    for driver in runs:
        driver.end()
    # a copy that was made here would outlive Python on the clipboard, and the process end in a crash
    qapp.clipboard().clear()


@pytest.fixture
def driver(begin: Begin) -> Driver:
    """The program, running on demo data, at the list of meetings."""
    return begin()
