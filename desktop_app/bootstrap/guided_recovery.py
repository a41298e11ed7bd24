"""Guided recovery over a data folder: its page, its controller, and the ways that storage has."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QObject, Signal

from desktop_app import paths
from desktop_app.controllers.recovery.recovery_controller import FoundBackup, Prepared, RecoveryController
from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.storage.file.folder import WorkContext
from desktop_app.storage.recovery.row_recovery import prepare
from desktop_app.text import recovery as words
from desktop_app.views.recovery.recovery_page import RecoveryPage
from desktop_app.views.shell.main_window import MainWindow
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.workers import Workers

PAGE: Final = "recovery"
LEADS: Final = frozenset({"database_damaged", "database_vanished", "value_unreadable"})
"""Problems of an opening to which guided recovery is the answer."""
REPORT_FILE: Final = "report.txt"


class Backups(Protocol):
    """Backups of a data folder, as guided recovery needs them."""

    def latest(self) -> FoundBackup | None:
        """The newest that passed its check."""
        ...

    def restore(self, backup: FoundBackup) -> None:
        """Put it in the place of the database, which is kept aside; raises ``EnvironmentProblem``."""
        ...


class NoBackups:
    """No backup is known."""

    def latest(self) -> FoundBackup | None:
        """None."""
        return None

    def restore(self, backup: FoundBackup) -> None:
        """Nothing to restore."""
        raise EnvironmentProblem("database_missing", folder=backup.name)


def leads(problem: EnvironmentProblem) -> bool:
    """Whether the window leads through recovery instead of ending with a sentence."""
    return problem.key in LEADS or (problem.key == "database_not_ours" and "code" in problem.facts)


class FolderWays:
    """The ways of one data folder."""

    def __init__(self, folder: Path, clock: Clock, backups: Backups) -> None:
        self._folder, self._clock, self._backups = folder, clock, backups

    @property
    def kept_in(self) -> str:
        """Where damaged files are kept."""
        return str(self._folder / paths.SET_ASIDE)

    def latest_backup(self) -> FoundBackup | None:
        """The newest verified backup."""
        return self._backups.latest()

    def restore(self, backup: FoundBackup) -> None:
        """Put it in place."""
        self._backups.restore(backup)

    def prepare(self, told: Callable[[int, int], object]) -> Prepared:
        """Build the recovered database beside the damaged one."""
        return prepare(self._folder, WorkContext(self._clock), told)

    def keep_report(self, kept: Path, text: str) -> None:
        """A report that cannot be kept there was shown all the same."""
        with suppress(OSError):
            (kept / REPORT_FILE).write_text(text, encoding="utf-8")


class GuidedRecovery(QObject):
    """The page over a window without an open folder, or over one that is open for reading."""

    at_work = Signal(str, str)
    view_requested = Signal()
    close_requested = Signal()

    def __init__(
        self,
        window: MainWindow,
        folder: Path,
        clock: Clock,
        workers: Workers,
        dialogs: Dialogs,
        backups: Backups | None = None,
    ) -> None:
        super().__init__(window)
        self._window, self._folder = window, folder
        self.page = RecoveryPage()
        self._controller = RecoveryController(
            self.page, FolderWays(folder, clock, backups or NoBackups()), workers, dialogs
        )
        self._controller.at_work.connect(self.at_work)
        self._controller.view_requested.connect(self.view_requested)
        self._controller.close_requested.connect(self.close_requested)

    def begin(self, why: str, *, vanished: bool, view: bool) -> None:
        """Show the page."""
        self._window.show_navigation(shown=False)
        self._window.add_page(PAGE, self.page)
        self._window.show_page(PAGE)
        rows = paths.size_of(self._folder / paths.DATABASE) > 0
        self._controller.begin(words.VANISHED if vanished else words.TITLE, why, rows=rows, view=view)

    def leave(self) -> None:
        """The window closes or goes on."""
        self._controller.leave()
