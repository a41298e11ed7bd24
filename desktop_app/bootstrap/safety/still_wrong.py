"""Band over what an accepted recovery left wrong: at every start, until nothing of it is wrong any more.

The work goes on meanwhile: what is lost stays lost. The lists, though, may not show the records that it is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from desktop_app import paths
from desktop_app.bootstrap.safety.said_findings import said
from desktop_app.domain.errors import EnvironmentProblem, Refused
from desktop_app.storage.file.check_beside import check_recovered
from desktop_app.text import record_check as words
from desktop_app.text.shared.refusals import sentence
from desktop_app.text.shell import NOTICED
from desktop_app.views.shell.main_window import MainWindow
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question
from desktop_app.widgets.style.tokens import Tone
from desktop_app.wiring import Office
from desktop_app.workers import Workers


class StillWrong(QObject):
    """One for an open office; whoever waves the band away meets it again at the next start."""

    def __init__(self, window: MainWindow, office: Office, dialogs: Dialogs, workers: Workers, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._office, self._dialogs = window, office, dialogs
        self._found: tuple[str, ...] = ()
        """What is said of each; names are read where nobody waits for them."""
        # what the start itself found stands above everything already
        if not office.folder.findings:
            workers.run_watched(
                lambda watch: said(office, check_recovered(office.folder, watch.progress)),
                self._tell,
                self._failed,
                owner=self,
            )

    # ---- inside

    def _tell(self, found: tuple[str, ...]) -> None:
        self._found = found
        if not found:
            return
        title, why = words.left_over(len(found)), words.left_over_why(found)
        band = self._window.show_notice(title, why, NOTICED, Tone.WARNING, leads_on=words.DETAILS)
        band.action_requested.connect(self._show)
        # closing the folder takes what tells of it along
        self.destroyed.connect(band.deleteLater)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, Refused):
            raise error
        self._window.show_notice(words.NOT_ENDED, words.not_ended(sentence(error)), NOTICED, Tone.WARNING)

    def _show(self) -> None:
        lines = self._found
        choices = (Choice("close", words.CLOSE), Choice("save", words.SAVE_LIST))
        if self._dialogs.ask(Question(words.left_over(len(lines)), words.left_lines(lines), choices)) == "save":
            self._save(lines)

    def _save(self, lines: Sequence[str]) -> None:
        path = self._dialogs.pick_save_path(words.SAVE_LIST, Path.home() / words.LIST_NAME, words.LIST_KINDS)
        if path is None:
            return
        from desktop_app.printing.files import write_file

        folder = self._office.folder.folder
        try:
            write_file(path, words.left_list(lines, str(folder / paths.SET_ASIDE)).encode(), office=folder)
        except EnvironmentProblem as problem:
            self._dialogs.tell(words.LIST_NOT_SAVED, sentence(problem), Tone.DANGER)
        else:
            self._dialogs.tell(words.LIST_SAVED, words.list_saved(str(path)), Tone.DONE)
