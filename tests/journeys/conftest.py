"""A demo folder made once by the command line, and a run of the program on a copy of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app import cli
from desktop_app.bootstrap.application import dress_application
from tests.journeys.clock import MovedClock
from tests.journeys.driver import Driver

DEMO_DAY = date(2023, 5, 13)
Begin = Callable[..., Driver]


@pytest.fixture(scope="package", autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    """The tests' application dressed as the program's own."""
    dress_application(qapp)
    yield
    QApplication.setStyle("Fusion")


@pytest.fixture(scope="package")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Demo data as the command line makes them; never opened by a test itself."""
    folder = tmp_path_factory.mktemp("demo") / "data"
    assert cli.main(["demo", "--data", str(folder), "--today", DEMO_DAY.isoformat()]) == 0
    return folder


@pytest.fixture
def begin(qapp: QApplication, demo_folder: Path, tmp_path: Path) -> Iterator[Begin]:
    """Starts the program; ``empty`` begins on a folder without data."""
    runs: list[Driver] = []

    def start(*, empty: bool = False, pictures: Path | None = None, day: date = DEMO_DAY) -> Driver:
        folder = tmp_path / "data"
        if not empty and not folder.exists():
            shutil.copytree(demo_folder, folder)
        driver = Driver(qapp, folder, MovedClock(day), papers=tmp_path, pictures=pictures)
        runs.append(driver)
        driver.start()
        return driver

    yield start
    for driver in runs:
        driver.end()


@pytest.fixture
def driver(begin: Begin) -> Driver:
    """The program, running on demo data, at the list of meetings."""
    return begin()
