"""Steps of the self-test about window, resources, libraries and data, and their common context."""

from __future__ import annotations

import string
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEventLoop, QLibraryInfo, QRectF, QTimer
from PySide6.QtGui import QColor, QFontInfo, QIcon, QImage, QPainter, QRawFont
from PySide6.QtWidgets import QApplication, QLabel

from desktop_app import wiring
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.program_help import Chapter
from desktop_app.system import paths
from desktop_app.widgets.style.icons import IconSet
from desktop_app.widgets.style.tokens import FONT_FAMILY
from desktop_app.window.kit.record_list_page import RecordListPage
from desktop_app.window.shell.main_window import MainWindow
from desktop_app.window.shell.opening import Opening
from desktop_app.window.shell.screens import Screens
from desktop_app.window.shell.smoke import words

LATIN: Final = string.ascii_letters + string.digits
LIBRARIES: Final = (
    "PIL.Image",
    "PIL.JpegImagePlugin",
    "PIL.PngImagePlugin",
    "alembic.command",
    "alembic.config",
    "docx",
    "fontTools.cffLib",
    "fontTools.fontBuilder",
    "fontTools.pens.t2CharStringPen",
    "fontTools.pens.transformPen",
    "jdatetime",
    "lxml.etree",
    "openpyxl.styles",
    "openpyxl.utils",
    "openpyxl.worksheet.datavalidation",
    "pikepdf.pdfa",
    "platformdirs",
    "platform",
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "PySide6.QtSvg",
    "pypdfium2",
    "reportlab.pdfgen.canvas",
    "segno",
    "sqlalchemy.dialects.sqlite",
    "tempfile",
    "traceback",
    "uharfbuzz",
    "zoneinfo",
    "zxingcpp",
)
"""What only later steps of the work load, and a build could therefore lack unseen."""
OF_WINDOWS: Final = ("tzdata", "winreg", "ctypes.wintypes")
_OFFICIAL_YEARS: Final = 6


PATIENCE: Final = 120
"""Seconds that one thing is waited for."""
LOOK_MS: Final = 20


class SmokeFailed(Exception):
    """A step found an error."""


class SmokeContext:
    """The window under test and the test folder."""

    def __init__(self, folder: Path, window: MainWindow, opening: Opening) -> None:
        self.folder, self.window, self.opening = folder, window, opening

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.folder / "data"

    @property
    def screens(self) -> Screens:
        """The pages of the open office; raises ``SmokeFailed`` if none is open."""
        if self.opening.screens is None:
            raise SmokeFailed("no office is open")
        return self.opening.screens

    def require(self, holds: bool, why: str) -> None:
        """Fail the step if the condition is false."""
        if not holds:
            raise SmokeFailed(why)

    def until(self, holds: Callable[[], bool], what: str) -> None:
        """Run the event loop until ``holds`` is true; fail on a dialog or a timeout."""
        begun, wrong = time.monotonic(), ""
        loop, timer = QEventLoop(), QTimer()

        def look() -> None:
            nonlocal wrong
            wrong = _asked(what) or ("" if time.monotonic() - begun < PATIENCE else f"waited in vain for {what}")
            if holds() or wrong:
                loop.quit()

        if not holds():
            timer.timeout.connect(look)
            timer.start(LOOK_MS)
            loop.exec()
        self.require(not wrong, wrong)

    def call(self, *arguments: str) -> int:
        """Run this program again with these arguments; return its exit code. The window stays responsive."""
        # a program of the window has no streams, nor has one that it starts
        other = subprocess.Popen(
            [*paths.program_command(), *arguments],
            cwd=paths.program_folder(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            self.until(lambda: other.poll() is not None, f"the end of {arguments}")
        finally:
            other.kill()
        return other.wait()


Step = Callable[[SmokeContext], str]
"""What was found, in a few words; whatever it raises fails the step."""


def _window(smoke: SmokeContext) -> str:
    """Check that the first page shows its rows."""
    smoke.until(lambda: smoke.opening.screens is not None and bool(smoke.window.page()), "the first page")
    key = smoke.window.page()
    pages = [page for page in smoke.window.findChildren(RecordListPage) if page.spec.key == key]
    smoke.require(len(pages) == 1, f"the first page is {key}, which is no list")
    smoke.until(lambda: pages[0].model.rowCount() > 0, f"rows of {key}")
    ratio = smoke.window.devicePixelRatioF()
    return f"{key}: {pages[0].model.rowCount()} rows, {QApplication.platformName()}, scale {ratio:g}"


def _fonts(smoke: SmokeContext) -> str:
    """Check that the window uses our own font and that it has every letter."""
    found = QFontInfo(QApplication.font())
    smoke.require(found.family() == FONT_FAMILY, f"the window is written in {found.family()}")
    raw = QRawFont.fromFont(QApplication.font())
    lacking = [
        letter for letter in words.LETTERS + LATIN if letter.isprintable() and not raw.supportsCharacter(ord(letter))
    ]
    smoke.require(not lacking, f"{raw.familyName()} lacks {lacking}")
    return f"{raw.familyName()} {raw.styleName()}, {raw.unitsPerEm():g} units"


def _resources(smoke: SmokeContext) -> str:
    """Check icons, holidays, licences, help, and the Persian translation of Qt."""
    files = sorted(paths.resource("icons").glob("*.svg"))
    icons = IconSet(paths.resource("icons"))
    empty = [file.name for file in files if not _leaves_ink(icons, file.stem)]
    smoke.require(bool(files) and not empty, f"icons that draw nothing: {empty or 'all'}")
    sizes = QIcon(str(paths.resource("program", "dabirkhaneh.ico"))).availableSizes()
    smoke.require(bool(sizes), "the icon of the program cannot be read")
    years = {one.day.year for one in wiring.holidays()}
    smoke.require(len(years) >= _OFFICIAL_YEARS, f"holidays of {sorted(years)}")
    licences = [file for file in paths.resource("licences").rglob("*") if file.suffix in (".txt", ".md")]
    smoke.require(len(licences) > 2, "the licences are missing")
    wrong = wrong_chapters(paths.resource("help"))
    smoke.require(not wrong, f"chapters of help that are missing or strange: {wrong}")
    translated = QApplication.translate("QPlatformTheme", "Cancel")
    smoke.require(translated != "Cancel", f"no Persian in {QLibraryInfo.path(_TRANSLATIONS)}")
    return (
        f"{len(files)} icons, {len(years)} years of holidays, {len(licences)} licences, {len(Chapter)} chapters of help"
    )


def wrong_chapters(folder: Path) -> list[str]:
    """Return the missing help chapters and the files that are no chapter."""
    return sorted({file.stem for file in folder.glob("*.md")} ^ {str(one) for one in Chapter})


_TRANSLATIONS: Final = QLibraryInfo.LibraryPath.TranslationsPath


def _leaves_ink(icons: IconSet, name: str) -> bool:
    picture = QImage(24, 24, QImage.Format.Format_ARGB32)
    picture.fill(QColor("white"))
    blank = picture.copy()
    painter = QPainter(picture)
    icons.paint(painter, QRectF(0, 0, 24, 24), name, QColor("black"))
    painter.end()
    return picture != blank


def _libraries(smoke: SmokeContext) -> str:
    """Check that all modules that are imported late exist; name the missing ones."""
    wanted = (*LIBRARIES, *(OF_WINDOWS if sys.platform == "win32" else ()))
    lacking: list[str] = []
    for name in wanted:
        try:
            import_module(name)
        except ImportError as error:
            lacking.append(f"{name} ({error})")
    smoke.require(not lacking, f"not in this build: {'; '.join(lacking)}")
    return f"{len(wanted)} libraries"


def _database(smoke: SmokeContext) -> str:
    """Check the database: full check, triggers, and journal mode."""
    folder = smoke.screens.office.folder
    findings = folder.check()
    smoke.require(not findings, f"{len(findings)} findings, the first: {findings[:1]}")
    engine = folder.engine()
    smoke.require(engine["journal_mode"] == "truncate", f"journal mode {engine['journal_mode']}")
    smoke.require(int(engine["guards"]) > 0, "no guard stands")
    return ", ".join(f"{name} {value}" for name, value in sorted(engine.items()))


def _lock(smoke: SmokeContext) -> str:
    """Check that a second opening is refused because the folder is in use."""
    try:
        wiring.open_office(smoke.data, smoke.screens.office.clock).close()
    except EnvironmentProblem as problem:
        smoke.require(problem.key == "data_in_use", f"refused as {problem.key}")
        return f"{problem.key}, held by process {problem.facts['pid']}"
    raise SmokeFailed("a second opening was let in")


def _second_start(smoke: SmokeContext) -> str:
    """Check that a second start of the program raises this window and ends."""
    raised: list[bool] = []
    smoke.window.raised.connect(lambda: raised.append(True))
    code = smoke.call("--data", str(smoke.data))
    smoke.require(code == 0, f"the second start ended with {code}")
    smoke.until(lambda: bool(raised), "the window to be raised")
    return "raised"


def _commands(smoke: SmokeContext) -> str:
    """Check the command line while the window is open: a check, a search, and a paper as a file."""
    made = smoke.folder / "commands.pdf"
    calls = (
        ("check", "--json"),
        ("search", words.SEARCHED),
        ("print", "minutes", "--meeting", "1", "-o", str(made)),
    )
    for call in calls:
        code = smoke.call(call[0], *call[1:], "--data", str(smoke.data))
        smoke.require(code == 0, f"{call[0]} ended with {code}")
    size = len(made.read_bytes())
    smoke.require(size > 0, "an empty paper")
    return f"check, search, print: {size} bytes"


STEPS_OF_WINDOW: Final[Mapping[str, Step]] = {
    "window": _window,
    "fonts": _fonts,
    "resources": _resources,
    "libraries": _libraries,
    "database": _database,
    "lock": _lock,
    "second_start": _second_start,
    "commands": _commands,
}


def _asked(what: str) -> str:
    """Return the text of an open dialog; empty if there is none."""
    asking = QApplication.activeModalWidget()
    if asking is None:
        return ""
    said = " / ".join(label.text() for label in asking.findChildren(QLabel) if label.text())
    return f"waiting for {what}, the program asked: {said}"
