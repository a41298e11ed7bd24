"""Opens the data folder for the window: lock, view mode, a clock that stands wrong, demo data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from desktop_app import wiring
from desktop_app.bootstrap.screens import Screens
from desktop_app.domain.clock import Clock
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.jalali import format_words
from desktop_app.services.clock_check import ClockDoubt, clock_doubt
from desktop_app.text import shell as words
from desktop_app.text.refusals import sentence
from desktop_app.views.main_window import MainWindow
from desktop_app.widgets.button import ButtonKind
from desktop_app.widgets.dialogs import Choice, Dialogs, QtDialogs, Question
from desktop_app.widgets.printer import Printer, QtPrinter
from desktop_app.widgets.tokens import Tone
from desktop_app.wiring import Office, SystemClock
from desktop_app.workers import Workers


class Opening(QObject):
    """One opening of one folder; on success the screens are built and the first page shows."""

    def __init__(
        self,
        window: MainWindow,
        folder: Path,
        *,
        demo: bool = False,
        dialogs: Dialogs | None = None,
        printer: Printer | None = None,
        clock: Clock | None = None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._folder = folder
        self._demo = demo
        self._clock = clock or SystemClock()
        self.dialogs: Dialogs = dialogs or QtDialogs(lambda: window)
        self.printer: Printer = printer or QtPrinter(lambda: window)
        self.workers = Workers(self)
        self.screens: Screens | None = None

    def begin(self) -> None:
        """Open the folder, with demo data first when they were asked for."""
        if self._demo:
            self.make_demo()
        else:
            self._open(wiring.open_office)

    def make_demo(self) -> None:
        """Fill the folder with demo data off the main thread, then open it."""
        self._window.show_saved(words.MAKING_DEMO, Tone.PROGRESS)
        self._close_office()
        today = self._clock.today()
        self.workers.run(
            lambda: wiring.build_demo(self._folder, today),
            lambda _made: self._open(wiring.open_office),
            self._refused,
            owner=self,
        )

    def close(self) -> None:
        """The window closes: wait for running jobs, free the folder."""
        self.workers.cancel_all()
        self.workers.wait_until_idle()
        self._close_office()

    def _open(self, opener: Callable[[Path, Clock], Office]) -> None:
        try:
            office = opener(self._folder, self._clock)
        except EnvironmentProblem as problem:
            if problem.key == "folder_not_writable":
                self._view_only()
            else:
                self._refused(problem)
            return
        doubt = clock_doubt(office.read, self._clock)
        if doubt is not None and not self._clock_is_right(doubt):
            office.close()
            self._window.close()
            return
        self._show(office)

    def _view_only(self) -> None:
        try:
            office = wiring.view_office(self._folder, self._clock)
        except EnvironmentProblem as problem:
            self._refused(problem)
            return
        self._window.show_band(words.VIEW_ONLY, words.VIEW_ONLY_WHY, Tone.WARNING)
        self._show(office)

    def _show(self, office: Office) -> None:
        self.screens = Screens(self._window, office, self.dialogs, self.printer, self.workers)
        self.screens.demo_requested.connect(self.make_demo)
        self._window.closed.connect(self.close)
        self.screens.open_first()

    def _refused(self, error: BaseException) -> None:
        """A refusal is told and ends the program; anything else is a bug and goes to the hooks."""
        if not isinstance(error, EnvironmentProblem):
            raise error
        question = Question(
            words.CANNOT_OPEN,
            sentence(error),
            (Choice("close", words.CLOSE, ButtonKind.FILLED),),
            tone=Tone.DANGER,
        )
        self.dialogs.ask(question)
        # closing inside this call would end the loop before it began
        QTimer.singleShot(0, self._window.close)

    def _clock_is_right(self, doubt: ClockDoubt) -> bool:
        say = words.clock_behind if doubt.behind else words.clock_ahead
        question = Question(
            words.CLOCK_WRONG,
            say(format_words(doubt.today), format_words(doubt.last_day), doubt.days),
            (
                Choice("close", words.CLOCK_CLOSE, ButtonKind.FILLED),
                Choice("right", words.CLOCK_RIGHT),
            ),
            tone=Tone.WARNING,
        )
        return self.dialogs.ask(question) == "right"

    def _close_office(self) -> None:
        if self.screens is not None:
            self._window.closed.disconnect(self.close)
            self.screens.close()
            self.screens = None
