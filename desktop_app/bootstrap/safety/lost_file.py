"""A file that is not the one that was opened: told above everything, with a copy of what is still in hand."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.bootstrap.safety.typed_copy import TypedCopy
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.text import recovery as words
from desktop_app.text.shared.refusals import sentence
from desktop_app.views.shell.main_window import MainWindow
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.feedback.message_band import MessageBand
from desktop_app.widgets.style.tokens import Tone
from desktop_app.wiring import Office

GONE: Final = "database_moved"
"""Its name is gone or leads elsewhere, and its records are still in hand."""


class LostFile(QObject):
    """One for an open office; drafts are written on a thread of their own, so it may be told on any."""

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
