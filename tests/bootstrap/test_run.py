"""The program as a process: what it has loaded when it paints first, and that no network is ever touched."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.bootstrap import confined
from tests.conftest import ROOT

HEAVY = ("sqlalchemy", "alembic", "sqlite3", "reportlab", "uharfbuzz", "fontTools", "jdatetime", "pikepdf", "pypdfium2")
LATER = tuple(
    f"desktop_app.{part}"
    for part in (
        "faults.report",
        "widgets.controls.button",
        "widgets.controls.message_band",
        "widgets.shell.navigation_row",
        "widgets.style.style_parts",
        "widgets.style.writing",
    )
)
"""Parts of our own that the first window, which has no page yet, neither shows nor needs."""
UNOPENED = (
    "PySide6.QtPrintSupport",
    "reportlab",
    "pypdfium2",
    "zxingcpp",
    "desktop_app.window.shell.form_draft_ways",
    "desktop_app.window.backups.memory",
    "desktop_app.domain.documents.documents",
    "desktop_app.printing.words.field_words",
    "desktop_app.services.demo.demo",
    "desktop_app.services.office.founding",
    "desktop_app.storage.backup.making",
    "desktop_app.system.temporary",
    "desktop_app.storage.file.check_beside",
    "desktop_app.storage.file.whole_check",
    "desktop_app.words.all_refusals",
    "desktop_app.window.founding.page",
    "desktop_app.window.months.scheduling_form",
    "desktop_app.widgets.accessibility.keyboard_focus",
)
"""What an office's first page does not need either: each is loaded by its first use."""
PROBE = f"""
import gc, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop_app.window.shell import application

def look(window, *_, **__):
    print("painted", window.isVisible(), gc.isenabled(), *sorted(set({HEAVY + LATER!r}) & set(sys.modules)), flush=True)
    QTimer.singleShot(0, window.close)

application._open = look
print("code", application.run(["--data", sys.argv[1]]))
"""


def _run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    settings = folder.parent / "settings"
    return subprocess.run(
        [sys.executable, *command, str(folder)],
        cwd=ROOT,
        env={**os.environ, "XDG_CONFIG_HOME": str(settings)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=280,
    )


def test_what_must_not_be_loaded_yet_is_there_to_be_loaded() -> None:
    """A part that moved would never be found among the loaded ones."""
    assert all(find_spec(name) for name in (*HEAVY, *LATER, *UNOPENED))


def test_nothing_slow_is_loaded_before_the_first_paint(tmp_path: Path) -> None:
    done = _run(tmp_path / "data", "-c", PROBE)
    assert done.stderr == ""
    assert done.stdout.splitlines() == ["painted True False", "code 0"]


OPENED = f"""
import sys
from PySide6.QtCore import QTimer
from desktop_app.window.shell import application

def look(opening):
    show = opening._show

    def shown(office):
        show(office)
        print("page", *sorted(set({UNOPENED!r}) & set(sys.modules)), flush=True)
        QTimer.singleShot(0, opening._window.close)

    opening._show = shown
    opening.dialogs.ask = lambda _question: "right"

application.run(["--data", sys.argv[1]], look)
"""


def test_the_first_page_loads_nothing_that_it_does_not_show(demo_folder: Path) -> None:
    done = _run(demo_folder, "-c", OPENED)
    assert done.stdout.splitlines() == ["page"], done.stderr


KEPT = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop_app.window.shell import application

def look(opening):
    opening.dialogs.ask = lambda _question: "right"
    watch = QTimer(opening, interval=20)

    def lose():
        held = QApplication.focusWidget()
        if held is None or "desktop_app.widgets.accessibility.keyboard_focus" not in sys.modules:
            return
        watch.stop()
        held.clearFocus()
        QTimer.singleShot(50, tell)

    def tell():
        print(QApplication.focusWidget() is not None, flush=True)
        opening._window.close()

    watch.timeout.connect(lose)
    watch.start()
    # where nothing keeps it, the window closes with nothing said
    QTimer.singleShot(20_000, opening._window.close)

application.run(["--data", sys.argv[1]], look)
"""


def test_the_program_keeps_the_keyboard_once_its_first_page_shows(demo_folder: Path) -> None:
    done = _run(demo_folder, "-c", KEPT)
    assert done.stdout.splitlines() == ["True"], done.stderr


LOADED = """
import gc, sys
from PySide6.QtCore import QTimer
from desktop_app.window.shell import application

def look(opening):
    wait_for = opening.workers.wait_for

    def waited(work):
        print("looked through", sum(len(gc.get_objects(age)) for age in range(3)) < 5_000, flush=True)
        try:
            return wait_for(work)
        finally:
            QTimer.singleShot(0, opening._window.close)

    opening.workers.wait_for = waited
    opening.dialogs.ask = lambda _question: "right"

application.run(["--data", sys.argv[1]], look)
"""


def test_while_the_data_are_opened_garbage_is_not_searched_among_all_that_was_loaded(demo_folder: Path) -> None:
    """It was: for up to a tenth of a second the window did not answer."""
    done = _run(demo_folder, "-c", LOADED)
    assert done.stdout.splitlines() == ["looked through True"], done.stderr


WAYS = """
import sys
from PySide6.QtCore import QTimer
from desktop_app.window.shell import application, single

class Window(application.MainWindow):
    def __init__(self):
        print("window", flush=True)
        super().__init__()

def look(window, *_, **__):
    print("ratio", window.devicePixelRatioF(), flush=True)
    QTimer.singleShot(0, window.close)

application.set_taskbar_id = lambda: single.set_taskbar_id(lambda name: print(name, flush=True))
application.MainWindow = Window
application._open = look
application.run(["--data", sys.argv[1]])
"""


@pytest.mark.parametrize("scale", ["1.25", "1.5"])
def test_the_program_is_named_before_its_window_which_takes_the_scale_of_its_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scale: str
) -> None:
    """A screen at 125 % is drawn at 125 %, not at the next whole."""
    monkeypatch.delenv("QT_SCALE_FACTOR")
    monkeypatch.setenv("QT_SCREEN_SCALE_FACTORS", scale)
    done = _run(tmp_path / "data", "-c", WAYS)
    assert done.stdout.splitlines() == ["Dabirkhaneh.Dabirkhaneh", "window", f"ratio {scale}"]


ICON = """
import sys
from types import SimpleNamespace
from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication
from desktop_app.window.shell import application

class Opening:
    def __init__(self, window, *_, **__):
        self.window, self.backups = window, SimpleNamespace()

    def begin(self):
        QTimer.singleShot(0, self.tell)

    def tell(self):
        sides = [size.width() for size in QApplication.windowIcon().availableSizes()]
        print(self.window.windowIcon().isNull(), *sides, flush=True)
        QTimer.singleShot(0, self.window.close)

import desktop_app.window.shell.opening as opening
opening.Opening = Opening
application.run(["--data", sys.argv[1]])
"""


def test_the_window_has_the_icon_of_the_program_in_every_size(tmp_path: Path) -> None:
    done = _run(tmp_path / "data", "-c", ICON)
    assert done.stdout.split() == ["False", "16", "20", "24", "32", "40", "48", "64", "128", "256"], done.stderr


needs_a_kernel_that_confines = pytest.mark.skipif(
    not confined.known_machine(), reason="the filter of system calls is known for Linux on x86-64 and ARM64"
)


@pytest.mark.slow
@needs_a_kernel_that_confines
def test_no_internet_socket_is_ever_made(tmp_path: Path) -> None:
    done = _run(tmp_path / "data", "-m", "tests.bootstrap.confined")
    assert done.returncode == 0, done.stderr
    assert done.stderr.replace("This plugin does not support raise()\n", "") == ""
    told = done.stdout.splitlines()
    assert told[0] == "raised True", "the one local pipe works all the same"
    assert told[1].startswith("code 0")
    assert told[1].endswith("True")
    assert told[2] == "families []"


@needs_a_kernel_that_confines
def test_an_internet_socket_would_end_that_run(tmp_path: Path) -> None:
    done = _run(tmp_path / "control", "-m", "tests.bootstrap.confined")
    assert done.returncode == -signal.SIGSYS


PLAIN_START = """
from PySide6.QtCore import QTimer
from desktop_app.system import paths
from desktop_app.window import shell
from desktop_app.window.shell import application

def look(window, place, *_, **__):
    print(place == paths.data_location(), flush=True)
    QTimer.singleShot(0, window.close)

application._open = look
print("code", shell.main([]))
"""


def test_a_plain_start_opens_the_usual_folder(tmp_path: Path) -> None:
    """As from a shortcut: without any option."""
    done = _run(tmp_path / "home", "-c", PLAIN_START)
    assert (done.stdout, done.stderr) == ("True\ncode 0\n", "")


REFUSED = """
import sys, threading
from PySide6.QtCore import QTimer
from desktop_app.window.shell import application
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.words.refusals import sentence
from desktop_app.widgets.controls.message_band import MessageBand

def refusal(code):
    return EnvironmentProblem("disk_error", code=code)

def fail(code):
    raise refusal(code)

def look(window, *_, **__):
    def told():
        return [band.accessibleName() for band in window.findChildren(MessageBand) if not band.isHidden()]

    def slot_failed():
        print(any(sentence(refusal("SQLITE_IOERR_READ")) in one for one in told()), flush=True)
        window.close()

    def thread_failed():
        print(any(sentence(refusal("SQLITE_IOERR_WRITE")) in one for one in told()), flush=True)
        QTimer.singleShot(0, lambda: fail("SQLITE_IOERR_READ"))
        QTimer.singleShot(200, slot_failed)

    thread = threading.Thread(target=fail, args=("SQLITE_IOERR_WRITE",))
    thread.start()
    thread.join()
    QTimer.singleShot(200, thread_failed)

application._open = look
print("code", application.run(["--data", sys.argv[1]]))
"""


def test_what_is_refused_on_any_thread_is_told_above_the_page(tmp_path: Path) -> None:
    """It is no fault of the program, of which a dialog would tell."""
    done = _run(tmp_path / "data", "-c", REFUSED)
    assert done.stdout == "True\nTrue\ncode 0\n"


WATCHED = """
import builtins, sys
plain = builtins.__import__
import desktop_app.window.shell as bootstrap
bootstrap.load_qt()
print(builtins.__import__ is plain, "PySide6.QtCore" in sys.modules)
import PySide6.QtWidgets
print(builtins.__import__ is plain)
"""


def test_pyside_does_not_search_the_source_of_what_is_imported_later(tmp_path: Path) -> None:
    done = _run(tmp_path, "-c", WATCHED)
    assert (done.stdout, done.stderr) == ("True True\nTrue\n", "")
