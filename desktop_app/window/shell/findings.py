"""Band over an office in which another program changed live rows, and the dialog that accepts them.

Damage that is met while the office is open: nothing is written any more, and the ways back are offered.

Check of what the start left out: the whole chain, in a large file each row, in others what is searched.

It runs off the thread of the window, begins once the first page is seen, and ends with the open folder. What it finds
in the records stops all writing, as what the start finds does; what is searched is made anew where it differs.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import Changed
from desktop_app.domain.read_models.findings import Finding
from desktop_app.services.context import ActRunner
from desktop_app.services.office.outside_changes import ShownChange, accept_outside, outside_changes, shown_changes
from desktop_app.storage.file.check import SEARCH
from desktop_app.storage.file.check_beside import check_left_out
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.shell.dialogs import OutsideDialog, OutsideRow
from desktop_app.window.shell.guided_recovery import GuidedRecovery
from desktop_app.window.shell.main_window import MainWindow
from desktop_app.window.shell.screens import Screens
from desktop_app.wiring import Office
from desktop_app.words import findings as words
from desktop_app.words import record_check as record_check_words
from desktop_app.words import shell as shell_words
from desktop_app.words.refusals import sentence
from desktop_app.words.shell import NOTICED
from desktop_app.workers import Workers


class FoundAtWork(QObject):
    """One for an open office; checks and readings go on in threads of their own, so it may be told on any."""

    _found = Signal()

    def __init__(self, guided: GuidedRecovery, screens: Screens) -> None:
        super().__init__(screens)
        self._guided, self._screens = guided, screens
        # also on the window's thread only after the reading that met it has ended: the pages are read anew
        self._found.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        screens.office.folder.on_found = self._found.emit

    # ---- inside

    def _tell(self) -> None:
        """The pages stay, with what is typed in them."""
        if self._screens.office.folder.writable:
            # only live rows that another program changed: the work goes on
            self._screens.changed.emit(Changed.NOTHING)
            return
        self._guided.found_at_work(self._screens.office)
        self._screens.offer_no_writing()
        self._screens.announce(~Changed.NOTHING)
        self._screens.foot.rest_on(shell_words.VIEW_ONLY, Tone.WARNING)


class LeftOut(QObject):
    """One for an open office; a large one is told of it while it runs."""

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


class OutsideRows(QObject):
    """One for an open office that can be written; the band stays until nothing is left to accept."""

    def __init__(self, window: MainWindow, screens: Screens) -> None:
        super().__init__(screens)
        self._window, self._screens = window, screens
        self._band: MessageBand | None = None
        self._told = 0
        """How many the band tells of."""
        screens.changed.connect(lambda _changed: self.tell())
        self.tell()

    def tell(self) -> None:
        """Show how many rows there are; nothing where there are none."""
        folder = self._screens.office.folder
        count = len(folder.outside) if folder.writable else 0
        if count == self._told:
            # also where the band was seen
            return
        self._told = count
        if self._band is not None:
            self._band.hide()
            self._band.deleteLater()
            self._band = None
        if count:
            band = self._window.show_notice(
                words.TITLE, words.band(count), NOTICED, Tone.WARNING, leads_on=words.SHOW, of_data=True
            )
            band.action_requested.connect(self.show_rows)
            band.destroyed.connect(lambda: self._gone(band))
            self._band = band

    def show_rows(self) -> None:
        """Open the dialog over the window."""
        context = self._screens.office.context
        changes = outside_changes(context)
        dialog = OutsideDialog([_row(one) for one in shown_changes(context, changes)], self._window)

        def accept(places: Sequence[int]) -> None:
            chosen = [changes[place] for place in places]
            try:
                ActRunner(context).do(lambda of_act: accept_outside(of_act, chosen))
            except Refused as refused:
                dialog.say(sentence(refused), Tone.DANGER)
                return
            dialog.accept()
            self._screens.announce(~Changed.NOTHING)
            self._screens.foot.say(words.ACCEPTED, Tone.DONE)

        dialog.accept_requested.connect(accept)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # ---- inside

    def _gone(self, band: MessageBand) -> None:
        if self._band is band:
            self._band = None


def _row(shown: ShownChange) -> OutsideRow:
    change = shown.change
    title = words.row(change.kind, change.table, change.id, shown.name)
    return OutsideRow(
        title, tuple(words.fields(change.kind, shown.fields, known=change.old is not None, inner=shown.inner))
    )
