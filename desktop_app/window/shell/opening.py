"""Opening of the data folder: lock, read-only mode, wrong clock, demo data.

A folder that is open for reading only has a band: why, what to do, and what else is wrong with its data.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QSessionManager
from PySide6.QtWidgets import QWidget

from desktop_app import wiring
from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.calendar.jalali import format_words
from desktop_app.domain.errors import EnvironmentProblem, Refused, RuleBroken
from desktop_app.domain.outcome import Changed
from desktop_app.domain.read_models.findings import Finding
from desktop_app.services.office.office_state import ClockDoubt, clock_doubt, confirm_clock, office_state
from desktop_app.storage.file.check import LISTS
from desktop_app.system.paths import DataLocation, Origin
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, QtDialogs, Question
from desktop_app.widgets.paper.printer import Printer
from desktop_app.widgets.paper.system_printer import SystemPrinter
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.record_list_page import RecordListPage
from desktop_app.window.shell.files_check import check_files_soon, remove_leftovers_soon
from desktop_app.window.shell.findings import LaterFindings, OutsideRows
from desktop_app.window.shell.first_paint import AfterFirstPaint
from desktop_app.window.shell.first_start import FirstStart
from desktop_app.window.shell.folders import UsedFolders
from desktop_app.window.shell.form_drafts import FormDraftsOffer
from desktop_app.window.shell.guided_recovery import GuidedRecovery, opens_recovery
from desktop_app.window.shell.machine import WindowSettings, machine_settings
from desktop_app.window.shell.main_window import MainWindow
from desktop_app.window.shell.opened_office import OpenedOffice
from desktop_app.window.shell.place import ChosenDataFolder, DataFolderChoice, pick_folder_over
from desktop_app.window.shell.restoring import Restoring
from desktop_app.window.shell.screens import Screens
from desktop_app.window.shell.single import SingleWindow
from desktop_app.wiring import Office, SystemClock
from desktop_app.words import backups, shell
from desktop_app.words.refusals import sentence
from desktop_app.workers import Cancelled, Workers


def show_why_view_only(window: MainWindow, guided: GuidedRecovery, office: Office, why: EnvironmentProblem) -> None:
    """Show why nothing can be written; for damaged data offer recovery too."""
    folder = office.folder
    if why.key == "looked_at":
        made = str(why.facts["made"])
        window.show_band(backups.LOOKING, backups.looking_at(made), Tone.WARNING)
        return
    if not folder.findings:
        window.show_band(shell.VIEW_ONLY, shell.VIEW_ONLY_BECAUSE[why.key], Tone.WARNING)
        return
    because = shell.VIEW_ONLY_FOUND_BECAUSE[why.key]
    notice = window.show_notice(shell.VIEW_ONLY, because, shell.NOTICED, Tone.WARNING)
    guided.room_wanted.connect(notice.deleteLater)
    guided.offer(office)


class Opening(OpenedOffice):
    """Opens a data folder, then makes the pages and shows the first one."""

    def __init__(
        self,
        window: MainWindow,
        folder: Path | ChosenDataFolder,
        *,
        demo: bool = False,
        dialogs: Dialogs | None = None,
        printer: Printer | None = None,
        clock: Clock | None = None,
        single: SingleWindow | None = None,
        memory: WindowSettings | None = None,
    ) -> None:
        super().__init__(
            window,
            clock or SystemClock(),
            dialogs or QtDialogs(lambda: window, UsedFolders(machine_settings())),
            printer or SystemPrinter(lambda: window),
        )
        self._place = (
            folder if isinstance(folder, ChosenDataFolder) else ChosenDataFolder(DataLocation(folder, Origin.ASKED))
        )
        self._demo = demo
        self.look = ""
        """The moment of the backup that the folder was unpacked from, where it is only looked at."""
        self._single = single
        self._memory = memory
        self.backups = Restoring(self, window)
        self._choice = DataFolderChoice(self.dialogs, self._place.pick_folder or pick_folder_over(window))
        self._guided = GuidedRecovery(window, self.clock, self.workers, self.dialogs, self.printer)
        self._guided.room_wanted.connect(self.close_office)
        self._guided.open_again.connect(self.begin)
        self.open_again.connect(self.begin)
        self._guided.close_requested.connect(self._end)
        self._guided.other_folder_wanted.connect(self._choose_other)
        self._first_start = FirstStart(self, window, self._place, self._choice)
        window.closed.connect(self.close)
        window.dialog_help_requested.connect(lambda dialog: _help_over(dialog, self._folder, window.page()))
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.commitDataRequest.connect(self.session_ends)

    def begin(self, known: Sequence[Finding] = ()) -> None:
        """Open the folder, with demo data first if wanted; ask if the folder is missing.

        ``known`` is what was found in it before, of which its start need not know.
        """
        if not self._place.find(self._choice):
            self._end()
            return
        if self._single is not None:
            self._single.move(self._folder)
        self._place.begin()
        if self.look:
            self._view_only(EnvironmentProblem("looked_at", made=self.look))
            return
        try:
            # the window is seen already, and is not to freeze while every row is verified
            office = self.workers.wait_for(partial(wiring.open_office, self._folder, self.clock, LISTS))
        except EnvironmentProblem as problem:
            if not self._closed:
                self._open_otherwise(problem)
            return
        except Cancelled:
            # the window was closed before it began
            return
        if self._closed:
            office.close()
            return
        if known:
            office.folder.note_found(known)
        if self._single is not None:
            # from here on this is the one window: also while it asks about the clock
            self._single.listen(self._window.raise_up)
        self._guided.offer(office)
        self._take(office)

    def make_demo(self) -> None:
        """Fill the folder with demo data in a background thread, then open it."""
        self._demo = False
        self.close_office()
        self._window.show_saved(shell.MAKING_DEMO, Tone.PROGRESS)
        self._window.show_waiting(shell.MAKING_DEMO, shell.MAKING_DEMO_WHY)
        today = self.clock.today()
        self.workers.run(
            lambda: wiring.build_demo(self._folder, today),
            lambda _made: self._demo_ended(None),
            self._demo_ended,
            owner=self,
        )

    def close(self) -> None:
        """Wait for running jobs and close the folder when the window closes."""
        if self._closed:
            return
        self._closed = True
        self._guided.leave()
        if self.screens is not None and self._memory is not None:
            self._memory.keep(self._window.page(), self._window.findChildren(RecordListPage))
        self.workers.end_all()
        self.backups.finish()
        self.close_office()

    def session_ends(self, _manager: QSessionManager | None = None) -> None:
        """Save everything without questions, for the operator logs off or the system shuts down."""
        screens = self.screens
        self._window.set_may_close(lambda: True) if screens is None else screens.prepare_for_session_end()

    # ---- inside

    @property
    def _folder(self) -> Path:
        return self._place.folder

    def _open_otherwise(self, problem: EnvironmentProblem) -> None:
        """Open a read-only view, raise the window that uses the folder, or show the refusal."""
        if problem.key in shell.VIEW_ONLY_BECAUSE:
            self._view_only(problem)
        elif problem.key == "data_in_use" and self._single is not None:
            self._single.raise_other_soon(lambda raised: self._window.close() if raised else self._refused(problem))
        elif opens_recovery(problem):
            self._guided.open_for_folder(self._folder, problem, elsewhere=self._place.may_change)
        else:
            self._refused(problem)

    def _view_only(self, why: EnvironmentProblem) -> None:
        try:
            # as where it is opened for work: every row is verified
            office = self.workers.wait_for(partial(wiring.view_office, self._folder, self.clock))
        except EnvironmentProblem as problem:
            if self._closed:
                return
            if problem.key in ("database_missing", "database_vanished", "backup_place_is_no_data", "schema_older"):
                # nothing there to look at, or only after an upgrade: what matters is that nothing can be written there
                self._go_elsewhere(why)
            elif opens_recovery(problem):
                self._guided.open_for_folder(self._folder, problem, elsewhere=self._place.may_change)
            else:
                self._refused(problem)
            return
        except Cancelled:
            return
        if self._closed:
            office.close()
            return
        show_why_view_only(self._window, self._guided, office, why)
        self._take(office)

    def _go_elsewhere(self, problem: EnvironmentProblem) -> None:
        """Ask for another folder if that is allowed, else refuse."""
        if not self._place.may_change:
            self._refused(problem)
        elif self._place.leave(problem, self._choice):
            self.begin()
        else:
            self._end()

    def _choose_other(self) -> None:
        """Leave guided recovery for another folder; the damaged one stays as it is."""
        if _chose_other(self._place, self._choice, self.dialogs):
            self._guided.leave()
            self._window.clear()
            self.begin()

    def _take(self, office: Office) -> None:
        """Ask about a wrong clock, then make the demo data or show the pages."""
        if not self.look and not _clock_is_right(office, self.dialogs):
            office.close()
            self._end()
            return
        state = office_state(office.context)
        if self._demo and not (state.founded and state.sample):
            office.close()
            self._refused(RuleBroken("demo_not_empty")) if state.founded else self.make_demo()
            return
        self._window.show_sample(state.sample)
        if self.look:
            self._window.setWindowTitle(f"{backups.LOOKING} {self.look}")
        self._show(office)

    def _show(self, office: Office) -> None:
        self.screens = Screens(self._window, office, self.dialogs, self.printer, self.workers)
        self.screens.demo_requested.connect(self.make_demo)
        if self._memory is not None:
            self.screens.made.connect(self._memory.dress_page)
        self.screens.open_first(self._memory.page() if self._memory is not None else "")
        if not self._demo:
            self._first_start.offer(self._guided)
        if not office.folder.writable:
            self.screens.foot.set_idle_message(shell.VIEW_ONLY, Tone.WARNING)
        _remember(self._place, self.dialogs)
        self._guided.tell(office)
        LaterFindings(self._guided, self.screens)
        OutsideRows(self._window, self.screens)
        self._guided.watch_file_and_disk(office, self.screens)
        self.backups.serve(self.screens, office)
        # its threads would keep the first page waiting; closing, whose loop may call it, does as much itself
        AfterFirstPaint(self._window.shown(), partial(self._look_after, self.screens))
        # the last: what is wrong with a draft keeps nothing else from beginning
        if self.screens.keeper is not None:
            self.form_drafts = FormDraftsOffer(self._window, office, self.screens, self.screens.keeper)
            self.form_drafts.offer()

    def _look_after(self, screens: Screens) -> None:
        if self.screens is screens and not self._closed:
            _look_for_faults(self._window, screens, self.workers)
            self.backups.begin()

    def _demo_ended(self, error: BaseException | None) -> None:
        """Open the folder after the demo data were made or failed, unless the window is closed."""
        if self._closed:
            return
        self._window.clear()
        self.begin()
        if isinstance(error, Refused):
            self.dialogs.tell(shell.DEMO_NOT_MADE, sentence(error), Tone.DANGER)
        elif error is not None:
            raise error

    def _refused(self, problem: Refused) -> None:
        """Show a refusal and end the program."""
        self.dialogs.ask(_refusal(problem))
        self._end()

    def _end(self) -> None:
        # closing inside this call would end the loop before it began
        QTimer.singleShot(0, self._window.close)


def _help_over(dialog: QWidget | None, folder: Path, page: str) -> None:
    """Open the help over a dialog."""
    from desktop_app.window.shell.help import help_over

    if dialog is not None:
        help_over(dialog, folder, page)


def _look_for_faults(window: MainWindow, screens: Screens, workers: Workers) -> None:
    """Run the remaining checks after the first page is shown."""
    # what nothing waits for is not loaded before
    from desktop_app.window.shell.left_out import DeferredChecks

    left_out = DeferredChecks(window, screens.office, workers, screens)
    left_out.remade.connect(partial(screens.announce, ~Changed.NOTHING))
    check_files_soon(window, screens.office, workers, screens)
    remove_leftovers_soon(workers, screens)


def _refusal(problem: Refused) -> Question:
    close = (Choice("close", shell.CLOSE, ButtonKind.FILLED),)
    return Question(shell.CANNOT_OPEN, sentence(problem), close, tone=Tone.DANGER)


def _clock_is_right(office: Office, dialogs: Dialogs) -> bool:
    """Ask about a doubtful clock; return whether it is right. Never asks if the records have findings."""
    doubt = None if office.folder.findings else clock_doubt(office.context)
    if doubt is None:
        return True
    right = dialogs.ask(_clock_question(doubt)) == "right"
    if right and office.folder.writable:
        confirm_clock(office.context)
    return right


def _clock_question(doubt: ClockDoubt) -> Question:
    say = shell.clock_behind if doubt.behind else shell.clock_ahead
    return Question(
        shell.CLOCK_WRONG,
        say(format_words(doubt.today), format_words(doubt.last_day), doubt.days),
        (Choice("close", shell.CLOCK_CLOSE, ButtonKind.FILLED), Choice("right", shell.CLOCK_RIGHT)),
        tone=Tone.WARNING,
    )


def _remember(place: ChosenDataFolder, dialogs: Dialogs) -> None:
    try:
        place.opened()
    except EnvironmentProblem as problem:
        dialogs.tell(shell.NOT_REMEMBERED, sentence(problem), Tone.WARNING)


def _chose_other(place: ChosenDataFolder, choice: DataFolderChoice, dialogs: Dialogs) -> bool:
    try:
        return place.choose(choice)
    except EnvironmentProblem as problem:
        dialogs.tell(shell.CANNOT_OPEN, sentence(problem), Tone.DANGER)
        return False
