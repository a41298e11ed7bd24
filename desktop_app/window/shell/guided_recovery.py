"""Guided recovery of damaged data: when it opens, its page and controller, and the return to work.

Two notices come before damage: the data file is no longer the one that was opened, and the disk is filling up while all
can still be saved. The first offers a copy of what is still in hand.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.findings import Finding
from desktop_app.storage.file.writable import ENOUGH
from desktop_app.system import paths
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.feedback.file_dialog import ask_folder
from desktop_app.widgets.paper.printer import Printer
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.shell.help_layer import help_without_office
from desktop_app.window.shell.main_window import MainWindow
from desktop_app.window.shell.typed_copy import TypedCopy
from desktop_app.wiring import Office
from desktop_app.words import findings as finding_words
from desktop_app.words import record_check as record_check_words
from desktop_app.words import recovery as words
from desktop_app.words import shell as shell_words
from desktop_app.words.refusals import sentence
from desktop_app.workers import Workers

if TYPE_CHECKING:
    from desktop_app.window.backups.recovery_controller import RecoveryController


GONE: Final = "database_moved"
"""Its name is gone or leads elsewhere, and its records are still in hand."""


class LostFileNotice(QObject):
    """Shows that the database file of an open office is lost or unusable; callable from any thread."""

    ways_wanted = Signal(object)
    """Nothing of the data is in hand any more: carries what happened."""
    _told = Signal(object)

    def __init__(self, window: MainWindow, office: Office, dialogs: Dialogs, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._office, self._dialogs = window, office, dialogs
        self._band: MessageBand | None = None
        self._problem: EnvironmentProblem | None = None
        self._typed = TypedCopy(window, dialogs, office.folder.folder, self)
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        office.folder.on_lost = self._told.emit

    # ---- inside

    def _tell(self, problem: EnvironmentProblem) -> None:
        if self._band is None:
            self._band = MessageBand(self._window)
            self._window.ui.frame.insertWidget(0, self._band)
            self._band.action_requested.connect(self._act)
            self._band.second_requested.connect(self._typed.save)
            self._typed.begin()
        self._problem = problem
        self._band.show_message(
            words.FILE_LOST,
            f"{sentence(problem)} {words.LOST_NEXT[problem.key]}",
            Tone.DANGER,
            words.SAVE_COPY if problem.key == GONE else words.WAYS,
            second=words.SAVE_TYPED,
        )

    def _act(self) -> None:
        if self._problem is None or self._problem.key == GONE:
            self._save_copy()
        else:
            self.ways_wanted.emit(self._problem)

    def _save_copy(self) -> None:
        path = self._dialogs.pick_save_path(words.COPY_TITLE, Path.home() / words.COPY_NAME, words.COPY_KINDS)
        if path is None:
            return
        try:
            self._office.folder.rescue(path)
        except EnvironmentProblem as problem:
            self._dialogs.tell(words.COPY_NOT_SAVED, sentence(problem), Tone.DANGER)
        else:
            self._dialogs.tell(words.COPY_SAVED, words.saved_where(str(path)), Tone.DONE)


EVERY_MS: Final = 60_000
_MEGABYTE: Final = 1024 * 1024


class DiskSpace(QObject):
    """Checks the free disk space once a minute and warns once each time it becomes low."""

    def __init__(self, window: MainWindow, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._folder = window, folder
        self._low = False
        clock = QTimer(self, interval=EVERY_MS)
        clock.timeout.connect(self.look)
        clock.start()
        self.look()

    def look(self) -> None:
        """Warn if there is little disk space."""
        with suppress(OSError):
            free = shutil.disk_usage(self._folder).free
            if free < ENOUGH and not self._low:
                megabytes = free // _MEGABYTE
                told = shell_words.low_disk(megabytes, ENOUGH // _MEGABYTE - megabytes)
                self._window.show_notice(shell_words.LOW_DISK, told, shell_words.NOTICED, Tone.WARNING)
            self._low = free < ENOUGH


PAGE: Final = "recovery"
LEADS: Final = frozenset(
    {
        "database_damaged",
        "database_beginning_damaged",
        "database_vanished",
        "schema_other_shape",
        "value_unreadable",
    }
)
"""Problems of an opening to which guided recovery is the answer."""
NOTHING_OF_OURS: Final = frozenset({"database_vanished", "database_not_ours", "database_beginning_damaged"})
"""Those in which perhaps no file of the office lies in the folder: a new office may be wanted in another one."""


def opens_recovery(problem: EnvironmentProblem) -> bool:
    """Whether this problem opens guided recovery instead of ending the program."""
    return problem.key in LEADS or (problem.key == "database_not_ours" and "code" in problem.facts)


class GuidedRecovery(QObject):
    """Guides from damage back to work. ``room_wanted`` asks to close an open folder first."""

    room_wanted = Signal()
    open_again = Signal(object)
    """Carries what is known to be wrong with the data as they lie there."""
    close_requested = Signal()
    other_folder_wanted = Signal()

    def __init__(self, window: MainWindow, clock: Clock, workers: Workers, dialogs: Dialogs, printer: Printer) -> None:
        super().__init__(window)
        self._window, self._clock, self._workers = window, clock, workers
        self._dialogs, self._printer = dialogs, printer
        self._folder = Path()
        self._controller: RecoveryController | None = None
        self._elsewhere = False
        """Whether the page that is about to show offers another folder for the data."""
        self._found = ""
        """What a check says, first."""
        self._known: tuple[Finding, ...] = ()
        """What was found at work, of which the next start need not know."""
        self._band: MessageBand | None = None
        """Tells of that; the standing one may tell of texts that wait."""
        self._to_tell: tuple[str, str] | None = None
        """Title and detail of what is told once the folder is open again."""

    def offer(self, office: Office) -> None:
        """Show the findings of the check at the start, with a button to guided recovery."""
        findings = office.folder.findings
        self._folder = office.folder.folder
        self._forget()
        if not findings:
            return
        detail = shell_words.found_wrong(len(findings), self._say(office, findings))
        band = self._window.band
        band.show_message(shell_words.FOUND_WRONG, detail, Tone.DANGER, words.WAYS)
        band.action_requested.connect(self._lead_from_band, Qt.ConnectionType.UniqueConnection)

    def show_later_findings(self, office: Office) -> None:
        """Show the findings of a later check, with buttons for recovery and for saving typed text."""
        self._known = office.folder.findings
        if self._band is None:
            self._band = band = MessageBand(self._window)
            self._window.ui.frame.insertWidget(0, band)
            band.action_requested.connect(self._lead_from_band)
            typed = TypedCopy(self._window, self._dialogs, self._folder, band)
            band.second_requested.connect(typed.save)
            typed.begin()
        detail = record_check_words.found(len(self._known), self._say(office, self._known))
        self._band.show_message(record_check_words.FOUND, detail, Tone.DANGER, words.WAYS, second=words.SAVE_TYPED)

    def watch_file_and_disk(self, office: Office, screens: QObject) -> None:
        """Watch the database file and the disk space while the pages exist."""
        folder = office.folder.folder
        lost = LostFileNotice(self._window, office, self._dialogs, screens)
        lost.ways_wanted.connect(lambda problem: self._lead_from_lost(folder, problem))
        DiskSpace(self._window, folder, screens)

    def open_for_folder(self, folder: Path, problem: EnvironmentProblem, *, elsewhere: bool = False) -> None:
        """Open guided recovery for a folder that cannot be opened; ``elsewhere``: offer another folder."""
        self._folder = folder
        self._elsewhere = elsewhere and problem.key in NOTHING_OF_OURS
        self._forget()
        title = words.VANISHED if problem.key == "database_vanished" else words.TITLE
        self._begin(title, sentence(problem), view=False)

    def restore_on_first_start(self, folder: Path) -> None:
        """Ask for a backup folder of another computer and restore from it."""
        place = self._pick(words.ELSEWHERE_TITLE, Path.home())
        if place is not None:
            self._folder = folder
            self.room_wanted.emit()
            self._open_page().begin_first_start(place)

    def tell(self, office: Office) -> None:
        """Show what the opening did to the data, and who else can read them."""
        if office.folder.exposed:
            why = shell_words.exposed_why(office.folder.exposed, str(office.folder.folder))
            self._window.show_notice(shell_words.EXPOSED, why, shell_words.NOTICED)
        upgraded = office.folder.upgraded
        if upgraded is not None:
            told_of = shell_words.copy_before_upgrade(str(upgraded.copy))
            self._window.show_notice(shell_words.UPGRADED, told_of, shell_words.NOTICED)
        told, self._to_tell = self._to_tell, None
        if told is not None:
            self._window.show_notice(*told, shell_words.NOTICED, of_data=True)
        rolled_back = office.folder.rolled_back
        if rolled_back is not None:
            kept = words.rolled_back_where(str(rolled_back.kept or ""))
            self._window.show_notice(words.ROLLED_BACK, kept, shell_words.NOTICED)

    def leave(self) -> None:
        """Stop the recovery when the window closes."""
        if self._controller is not None:
            self._controller.leave()

    # ---- inside

    def _say(self, office: Office, findings: Sequence[Finding]) -> str:
        from desktop_app.services.history.history import name_of

        first = findings[0]
        said = finding_words.found(first.kind, first.subject, first.id, name_of(office.context, first))
        self._found = finding_words.trouble(said, len(findings))
        return said

    def _forget(self) -> None:
        """Forget the former findings before another opening."""
        self._found, self._known = "", ()
        if self._band is not None:
            self._band.hide()
            self._band.deleteLater()
            self._band = None

    def _lead_from_band(self) -> None:
        # what is typed cannot be recorded any more, and closing the folder takes its page away
        if self._found and self._window.may_close():
            why, known = self._found, self._known
            self._forget()
            self.room_wanted.emit()
            self._window.band.clear()
            self._known = known
            self._begin(words.TITLE, why, view=True)

    def _lead_from_lost(self, folder: Path, problem: EnvironmentProblem) -> None:
        # what is typed cannot be recorded any more, and closing the folder takes its page away
        if self._window.may_close():
            self._folder = folder
            self._forget()
            self.room_wanted.emit()
            self._window.band.clear()
            self._begin(words.TITLE, sentence(problem), view=False)

    def _begin(self, title: str, why: str, *, view: bool) -> None:
        rows = paths.size_of(self._folder / paths.DATABASE) > 0
        if self._elsewhere:
            why = f"{why} {words.OTHER_FOLDER_WHY}"
        self._open_page().begin(title, why, rows=rows, view=view)

    def _open_page(self) -> RecoveryController:
        # what storage has for it is not loaded at a start that finds nothing wrong
        from desktop_app.window.backups.recovery_controller import RecoveryController
        from desktop_app.window.backups.recovery_page import RecoveryPage
        from desktop_app.window.shell.folder_ways import RecoveryActions

        page = RecoveryPage()
        ways = RecoveryActions(self._folder, self._clock)
        self._controller = controller = RecoveryController(
            page, ways, self._workers, self._dialogs, self._printer, self._pick
        )
        controller.at_work.connect(self._at_work)
        controller.view_requested.connect(lambda: self._open_again(self._known))
        controller.close_requested.connect(self.close_requested)
        page.other_folder.clicked.connect(self.other_folder_wanted)
        page.other_folder.setVisible(self._elsewhere)
        self._elsewhere = False
        self._window.show_navigation(shown=False)
        self._window.add_page(PAGE, page)
        self._window.show_page(PAGE)
        self._window.set_may_close(controller.may_close)
        help_without_office(self._window, self._folder, page)
        self._window.show_saved(words.CLOSED, Tone.WARNING)
        return controller

    def _pick(self, title: str, folder: Path) -> Path | None:
        return ask_folder(self._window, title, folder)

    def _at_work(self, title: str, detail: str) -> None:
        self._to_tell = (title, detail)
        self._window.data_replaced.emit()
        self._open_again(())

    def _open_again(self, known: tuple[Finding, ...]) -> None:
        self._controller = None
        self._window.clear()
        self.open_again.emit(known)
