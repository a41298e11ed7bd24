"""Window over a backup: everything can be read in it as in the office, and nothing written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from desktop_app import wiring
from desktop_app.bootstrap.backups.asking import Asking
from desktop_app.bootstrap.safety.guided_recovery import leads
from desktop_app.bootstrap.safety.said_findings import said
from desktop_app.bootstrap.screens import Screens
from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.text.office import backup_doubts as doubts
from desktop_app.text.office import backups as words
from desktop_app.views.shell.main_window import MainWindow
from desktop_app.widgets.shell.shortcuts import add_action
from desktop_app.widgets.style.tokens import Tone
from desktop_app.wiring import Office
from desktop_app.workers import Workers

NAMED: Final = 3
"""So many findings are named in the band."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An office that is only looked at, and what is said of the first that its check found."""

    office: Office
    first: tuple[str, ...]


class BackupWindow(QObject):
    """Over the unpacked folder, which was opened for reading; with the window it goes."""

    def __init__(
        self,
        folder: Path,
        made: str,
        opened: Opened,
        asking: Asking,
        gone: Callable[[BackupWindow], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.folder = folder
        self.window = MainWindow()
        self._gone, self._over = gone, False
        self._workers = Workers(self)
        self.screens = Screens(self.window, opened.office, *asking.over(self.window), self._workers)
        self.window.setWindowTitle(f"{words.LOOKING} {made}")
        band = self.window.band
        if opened.first:
            told = doubts.looking_at(made, len(opened.office.folder.findings), opened.first)
            band.show_message(doubts.LOOKING, told, Tone.DANGER, words.CLOSE_LOOKING)
        else:
            band.show_message(words.LOOKING, words.looking_at(made), Tone.WARNING, words.CLOSE_LOOKING)
        band.action_requested.connect(self.window.close)
        add_action(self.window, words.CLOSE_LOOKING, words.CLOSE_LOOKING_KEYS, self.window.close)
        self.screens.open_first()
        self.screens.foot.rest_on(words.LOOKING, Tone.WARNING)
        self.window.closed.connect(self.close)
        self.window.fit_screen()
        self.window.show()

    def close(self) -> None:
        """Free the folder."""
        if self._over:
            return
        self._over = True
        self._workers.end_all()
        self.screens.close()
        self.screens.deleteLater()
        self.window.close()
        self.window.deleteLater()
        self._gone(self)


def opened_to_look(folder: Path, clock: Clock) -> Opened:
    """Open it, off the window's thread: every row is checked. What cannot be opened leaves no window behind."""
    try:
        office = wiring.view_office(folder, clock)
    except EnvironmentProblem as problem:
        if not leads(problem):
            raise
        # what is said of damaged data leads to the backup: this is the backup
        raise EnvironmentProblem("backup_not_shown", code=problem.facts.get("code", problem.key)) from problem
    return Opened(office, said(office, office.folder.findings[:NAMED]))
