"""What every test stands on: a fixed platform, Persian right to left, bundled fonts, and no silent errors.

The platform comes from a variable of our own, DABIR_QPA, because Wine drops every ``QT_*`` variable
before a program starts; so it is set here, before the first import of Qt.
"""

from __future__ import annotations

import atexit
import ctypes
import gc
import logging
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

PLATFORM = os.environ.get("DABIR_QPA", "offscreen")
os.environ["QT_QPA_PLATFORM"] = PLATFORM
# A photograph of a page must not depend on the scale of the screen it was made beside
os.environ["QT_SCALE_FACTOR"] = "1"
# nor on the machine's own fonts and its way of drawing them
os.environ["FONTCONFIG_FILE"] = str(Path(__file__).resolve().parent / "fonts.conf")
# nor on where on earth the machine stands: the hours on the pages are the office's
os.environ["TZ"] = "Asia/Tehran"
if hasattr(time, "tzset"):
    time.tzset()
# nor on what this machine remembers of the person who runs the tests, nor change it; programs begun by a test hear it
SETTINGS = Path(tempfile.mkdtemp(prefix="dabirkhaneh-settings-"))
atexit.register(shutil.rmtree, SETTINGS, ignore_errors=True)
os.environ["XDG_CONFIG_HOME"] = str(SETTINGS)

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QSettings, Qt
from PySide6.QtGui import QFont, QFontDatabase, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.window.shell.application import collect_due

pytest_plugins = (
    "tests.measured",
    "tests.no_network",
    "tests.whole",
    "tests.services.offices",
    "tests.printing.low_limits",
)
ROOT = Path(__file__).resolve().parent.parent
DEMO_DAY = date(2023, 5, 13)
"""23 Ordibehesht 1402, on which the demo story stands as it is told."""


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """pytest-qt's application, dressed as the program's: Fusion, right to left, Vazirmatn, fa_IR."""
    assert QApplication.platformName() == PLATFORM, "asked for another Qt platform than the one that runs"
    # Cycles are collected after each test, not by a timer: it took windows that a test had left, while they were shown
    gc.disable()
    QApplication.setStyle("Fusion")
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QLocale.setDefault(QLocale("fa_IR"))
    for file in sorted((ROOT / "resources" / "fonts").glob("*.ttf")):
        assert QFontDatabase.addApplicationFont(str(file)) >= 0, f"{file.name} cannot be loaded"
    QApplication.setFont(QFont("Vazirmatn", 10))
    return qapp


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Thousands of tests and all modules live to the end of the run: no search for cycles has to look at them again."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """What a test has closed goes with it.

    `deleteLater` waits for an event loop, and most tests run none: pages by the hundred stayed, a gigabyte of them,
    until a later test waited in a loop and they were all deleted in its middle. The C library keeps what was freed
    unless it is asked, behind each file of tests: the licences of the help held 400 MB to the end of a run.
    """
    yield
    if QApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        collect_due()
    if sys.platform == "linux" and (nextitem is None or nextitem.path != item.path):
        ctypes.CDLL(None).malloc_trim(0)


@pytest.fixture(autouse=True)
def collector_stays_off() -> Iterator[None]:
    """Once a window has switched the collector off, no test switches it on behind the later ones."""
    was_off = not gc.isenabled()
    yield
    assert not (was_off and gc.isenabled()), "this test left the collector on: threads would destroy what windows hold"


@pytest.fixture(scope="session")
def demo_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Demo data on :data:`DEMO_DAY`, made once for all workers; never opened by a test itself."""
    from tests.demo_data import shared

    own = tmp_path_factory.getbasetemp()
    return shared(own.parent if "PYTEST_XDIST_WORKER" in os.environ else own)


@pytest.fixture
def demo_folder(demo_data: Path, tmp_path: Path) -> Path:
    """A copy of the demo data that is a test's own."""
    return Path(shutil.copytree(demo_data, tmp_path / "data"))


@pytest.fixture(scope="session")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder as the program makes it, closed; its making takes longer than most tests that begin with one."""
    from desktop_app.domain.calendar.clock import FixedClock
    from desktop_app.storage.file.folder import WorkContext, open_folder

    folder = tmp_path_factory.mktemp("empty-folder")
    open_folder(
        folder, WorkContext(FixedClock(datetime(2023, 3, 1, 10, tzinfo=UTC)), lambda: "کارشناس دبیرخانه")
    ).close()
    return folder


class _ErrorKeeper(logging.Handler):
    """Keeps what was logged as an error, so that no test passes over one."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def log_errors() -> Iterator[list[logging.LogRecord]]:
    """A logged error fails the test; one that expects it asks for this list and clears it."""
    keeper = _ErrorKeeper()
    logging.getLogger().addHandler(keeper)
    try:
        yield keeper.records
    finally:
        logging.getLogger().removeHandler(keeper)
    if keeper.records:
        pytest.fail("logged as an error: " + "; ".join(record.getMessage() for record in keeper.records))


@pytest.fixture(autouse=True)
def machine_of_its_own(request: pytest.FixtureRequest) -> None:
    """What a test's window remembers on this machine is not found by the next test."""
    own = SETTINGS / str(abs(hash(request.node.nodeid)))
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(own))


@pytest.fixture
def type_text(qapp: QApplication) -> Callable[[QWidget, str], None]:
    """Types any text, Persian included, by key events (``qtbot.keyClicks`` aborts outside Latin-1)."""

    def send(widget: QWidget, text: str) -> None:
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = Qt.Key.Key_Return if letter == "\n" else Qt.Key(ord(letter.upper()) if letter.isascii() else 0)
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "\r" if letter == "\n" else letter)
                QApplication.sendEvent(widget, event)

    return send


@pytest.fixture(autouse=True)
def no_window_stays(log_errors: list[logging.LogRecord]) -> Iterator[None]:
    """A window, dialog or menu that a test leaves open takes the keyboard from the tests after it."""
    before = _open_windows()
    yield
    assert QApplication.mouseButtons() == Qt.MouseButton.NoButton, "this test left a button pressed for all after it"
    left = _open_windows() - before
    for window in left:
        window.close()
    if left:
        pytest.fail(f"left open: {left}")


def _open_windows() -> set[QWidget]:
    return {window for window in QApplication.topLevelWidgets() if window.isVisible()}
