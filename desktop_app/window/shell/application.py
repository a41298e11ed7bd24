"""Start of the QApplication with style and error handlers; the window is shown before any data are read.

Qt's Persian translator is installed after the first paint, for its tables load slowly.

Python's collection of reference cycles is kept on the thread of the window. Left to itself it runs in whichever thread
happens to allocate, so that a job in the pool could destroy what a closed page had left behind. A QObject that is
destroyed off its own thread cannot stop its timers; the next one that fires reaches freed memory and the program dies.
So the collector is switched off, and asked for on the window's own thread.

A collection of the oldest generation looks through everything that was made since the start, and no key is answered
meanwhile: 80 ms once every page is made, and 190 with other work running. It waits until the operator works in another
program, or until it has been due ten times over.

Refusals that no page answers are shown above everything: they are no fault of the program.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from itertools import pairwise, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTimer, QTranslator, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from desktop_app.domain.errors import Refused
from desktop_app.faults import Faults
from desktop_app.faults.log import FILE_NAME
from desktop_app.faults.presenter import FaultPresenter
from desktop_app.system import paths
from desktop_app.widgets.style.icons import IconSet
from desktop_app.widgets.style.style import apply_look
from desktop_app.widgets.style.tokens import Tone, load_fonts
from desktop_app.window.shell.first_paint import AfterFirstPaint
from desktop_app.window.shell.looking import LOOK
from desktop_app.window.shell.machine import (
    WindowSettings,
    WorkstationLook,
    WorkstationSettings,
    machine_settings,
    tokens_of_machine,
)
from desktop_app.window.shell.main_window import MainWindow
from desktop_app.window.shell.single import SingleWindow, set_taskbar_id

if TYPE_CHECKING:
    from desktop_app.widgets.controls.message_band import MessageBand
    from desktop_app.window.shell.opening import Opening

    Watch = Callable[[Opening], object]


class UnhandledRefusals(QObject):
    """Shows the last refusal that no page handled, in a band until the operator closes it."""

    _refused = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._band: MessageBand | None = None
        # also on the thread of the window: the refusal may stand in the middle of a paint or a key event
        self._refused.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def tell(self, error: BaseException) -> bool:
        """Show a refusal soon; return False for any other error. Callable from any thread."""
        if not isinstance(error, Refused):
            return False
        self._refused.emit(error)
        return True

    # ---- inside

    def _show(self, refused: Refused) -> None:
        # only now: a start without refusals does not pay for their sentences
        from desktop_app.words import shell as shell_words
        from desktop_app.words.refusals import sentence

        if self._band is None:
            band = self._band = self._window.show_notice("", "", shell_words.NOTICED)
            # from the press on: what is refused by where the keyboard goes then would be told in a band that goes
            band.action_requested.connect(lambda: self._forget(band))
            band.destroyed.connect(lambda: self._forget(band))
        self._band.show_message(shell_words.NOT_DONE, sentence(refused), Tone.WARNING, shell_words.NOTICED)

    def _forget(self, band: MessageBand) -> None:
        if self._band is band:
            self._band = None


_KEYS: Final = "QShortcut"
"""Where Qt looks for the names of keys."""


class _KeyNames(QTranslator):
    """Translator that keeps the Latin names of keys, as on the keyboard, the buttons and in the help."""

    def isEmpty(self) -> bool:
        """Return False, so that Qt uses this translator."""
        return False

    def translate(self, context: str, text: str, _about: str | None = None, _count: int = -1) -> str | None:
        """Return the name of a key unchanged; None for other texts, which the next translator handles."""
        return text if context == _KEYS else None


def install_translator(app: QApplication) -> None:
    """Show Qt's own dialogs and menus in Persian."""
    QLocale.setDefault(QLocale(QLocale.Language.Persian, QLocale.Country.Iran))
    translator = QTranslator(app)
    if translator.load("qtbase_fa", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
        # who came last is asked first
        app.installTranslator(_KeyNames(app))


EVERY_MS: Final = 1000
"""Milliseconds between two looks at what has been allocated."""
_MIDDLE: Final = 1
_OLDEST: Final = 2
_LATEST: Final = 10
"""So many times over the oldest generation is due before it is collected while the window is worked in."""


class MainThreadCollector(QObject):
    """Runs Python's garbage collection only in the main thread, while that waits for events."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(EVERY_MS)

    @staticmethod
    def _look() -> None:
        worked_in = QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive
        overdue = gc.get_count()[_OLDEST] > _LATEST * gc.get_threshold()[_OLDEST]
        collect_due(_MIDDLE if worked_in and not overdue else _OLDEST)


def collect_due(most: int = _OLDEST) -> None:
    """Collect the oldest generation that is due for garbage collection, at most ``most``."""
    counted, allowed = gc.get_count(), gc.get_threshold()
    due = [age for age in range(most + 1) if counted[age] > allowed[age]]
    if due:
        gc.collect(max(due))


def path_option(argv: Sequence[str], option: str) -> Path | None:
    """Return the path given by a command-line option, None without it; the last one counts."""
    found: Path | None = None
    for word, following in zip_longest(argv, argv[1:], fillvalue=""):
        if word == option:
            found = Path(following)
        elif word.startswith(f"{option}="):
            found = Path(word.removeprefix(f"{option}="))
    return found


def viewed_backup_time(argv: Sequence[str]) -> str:
    """Return the time of the backup that this window only views; empty for a normal start."""
    return next((following for word, following in pairwise(argv) if word == LOOK), "")


def _no_watch(_opening: Opening) -> None:
    """Do nothing with the opening."""


def run(argv: Sequence[str], watch: Watch = _no_watch) -> int:
    """Run the window until it is closed and return the exit code; ``watch`` gets the opening before it begins."""
    asked, demo, look = path_option(argv, "--data"), "--demo" in argv, viewed_backup_time(argv)
    set_taskbar_id()
    app = make_application()
    place = paths.data_location(_demo_folder() if demo and asked is None else asked)
    folder = place.folder
    single = SingleWindow(folder)
    if single.raise_other_if_locked():
        return 0
    window = MainWindow()
    memory = WindowSettings(machine_settings())
    if not memory.place(window):
        window.fit_screen()
    presenter = FaultPresenter(paths.log_folder(folder) / FILE_NAME, window)
    refusals = UnhandledRefusals(window)
    faults = Faults(show=presenter, keep_work=window.keep_requested.emit, tell_refusal=refusals.tell)
    faults.install()
    window.show()
    AfterFirstPaint(window, lambda: _open(window, place, presenter, single, memory, watch, demo=demo, look=look))
    code = app.exec()
    if not look:
        memory.keep_place(window)
    single.close()
    faults.remove()
    return code


def make_application(args: Sequence[str] = ("dabirkhaneh",)) -> QApplication:
    """Make the QApplication."""
    app = QApplication(list(args))
    MainThreadCollector(app)
    apply_style(app)
    return app


def apply_style(app: QApplication) -> None:
    """Set the program's name, fonts, colours and icons."""
    app.setApplicationName(paths.APP_NAME)
    app.setOrganizationName("")
    load_fonts(paths.resource("fonts"))
    dark = app.styleHints().colorScheme() is Qt.ColorScheme.Dark
    machine = WorkstationSettings(machine_settings()).read()
    apply_look(app, tokens_of_machine(machine, dark_system=dark), IconSet(paths.resource("icons")))


def set_program_icon(app: QApplication) -> None:
    """Set the icon of the program's windows."""
    app.setWindowIcon(QIcon(str(paths.resource("program", "dabirkhaneh.ico"))))


def _demo_folder() -> Path:
    import tempfile

    return Path(tempfile.mkdtemp(prefix="dabirkhaneh-demo-"))


def _open(
    window: MainWindow,
    place: paths.DataLocation,
    faults: FaultPresenter,
    single: SingleWindow,
    memory: WindowSettings,
    watch: Watch,
    *,
    demo: bool,
    look: str,
) -> None:
    """Open the data after the first paint, with all modules that are slow to import."""
    from desktop_app.widgets.shell.shortcuts import NativeKeyFilter, actions_in_reach
    from desktop_app.window.shell.opening import Opening
    from desktop_app.window.shell.place import ChosenDataFolder

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    install_translator(app)
    NativeKeyFilter(app, lambda: actions_in_reach(window), windows=sys.platform == "win32")
    WorkstationLook(app, WorkstationSettings(machine_settings()), app).follow_system()
    opening = Opening(window, ChosenDataFolder(place, faults.log_into), demo=demo, single=single, memory=memory)
    opening.look = look
    opening.backups.automatically = not look
    watch(opening)
    # what is loaded by now stays: a search for garbage passes it over, and keeps no page and no key waiting
    gc.freeze()
    opening.begin()
    # the system shows the icon of the program itself until then
    set_program_icon(app)
    AfterFirstPaint(window.shown(), lambda: _keep_keyboard(app))
    # and what the opening loaded
    gc.freeze()


def _keep_keyboard(app: QApplication) -> None:
    from desktop_app.widgets.accessibility.keyboard_focus import FocusKeeper

    FocusKeeper(app)
