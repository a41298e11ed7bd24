"""Checks that the start left out: the audit chain, and all rows or the search index.

It runs off the thread of the window, begins once the first page is seen, and ends with the open folder. What it finds
in the records stops all writing, as what the start finds does; what is searched is made anew where it differs.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.findings import Finding
from desktop_app.storage.file.check import SEARCH
from desktop_app.storage.file.check_beside import check_left_out
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.shell.main_window import MainWindow
from desktop_app.wiring import Office
from desktop_app.words import record_check as record_check_words
from desktop_app.words.refusals import sentence
from desktop_app.words.shell import NOTICED
from desktop_app.workers import Workers


class DeferredChecks(QObject):
    """Runs these checks in the background; shows a notice while a large file is checked."""

    remade = Signal()
    """What is searched was not what the records say, and is now."""

    def __init__(self, window: MainWindow, office: Office, workers: Workers, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._folder = window, office.folder
        self._band: MessageBand | None = None
        if self._folder.findings:
            return
        if self._folder.large:
            self._band = window.show_notice(
                record_check_words.GOES_ON, record_check_words.GOES_ON_WHY, NOTICED, Tone.PROGRESS
            )
            self._band.destroyed.connect(self._forget)
            # closing the folder takes what tells of it along
            self.destroyed.connect(self._band.deleteLater)
        elif self._folder.writable:
            # first, and beside the rest: who is quick may search already
            workers.run(lambda: office.folder.reindex(SEARCH), self._compared, self._not_compared, owner=self)
        workers.run_watched(
            lambda watch: check_left_out(office.folder, watch.progress), self._ended, self._failed, owner=self
        )

    # ---- inside

    def _compared(self, remade: object) -> None:
        if remade:
            self.remade.emit()

    def _not_compared(self, error: BaseException) -> None:
        # what was found meanwhile stops all writing, and is told
        if not self._folder.findings:
            self._failed(error)

    def _ended(self, found: tuple[Finding, ...]) -> None:
        self._take_band()
        if found:
            self._folder.note_found(found)

    def _failed(self, error: BaseException) -> None:
        self._take_band()
        if not isinstance(error, Refused):
            raise error
        self._window.show_notice(
            record_check_words.NOT_ENDED, record_check_words.not_ended(sentence(error)), NOTICED, Tone.WARNING
        )

    def _take_band(self) -> None:
        if self._band is not None:
            self._band.hide()
            self._band.deleteLater()
            self._band = None

    def _forget(self) -> None:
        self._band = None
