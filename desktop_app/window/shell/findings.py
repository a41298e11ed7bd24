"""Warnings in an open office: damaged data, and rows changed by another program."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import Changed
from desktop_app.services.context import ActRunner
from desktop_app.services.office.outside_changes import ShownChange, accept_outside, outside_changes, shown_changes
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.shell.dialogs import OutsideDialog, OutsideRow
from desktop_app.window.shell.guided_recovery import GuidedRecovery
from desktop_app.window.shell.main_window import MainWindow
from desktop_app.window.shell.screens import Screens
from desktop_app.words import findings as words
from desktop_app.words import shell as shell_words
from desktop_app.words.refusals import sentence
from desktop_app.words.shell import NOTICED


class LaterFindings(QObject):
    """Shows the findings of a later check of the open office; callable from any thread."""

    _found = Signal()

    def __init__(self, guided: GuidedRecovery, screens: Screens) -> None:
        super().__init__(screens)
        self._guided, self._screens = guided, screens
        # also on the window's thread only after the reading that met it has ended: the pages are read anew
        self._found.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        screens.office.folder.on_found = self._found.emit

    # ---- inside

    def _tell(self) -> None:
        """Show the findings; the pages stay open with their typed text."""
        if self._screens.office.folder.writable:
            # only live rows that another program changed: the work goes on
            self._screens.changed.emit(Changed.NOTHING)
            return
        self._guided.show_later_findings(self._screens.office)
        self._screens.disable_writing()
        self._screens.announce(~Changed.NOTHING)
        self._screens.foot.set_idle_message(shell_words.VIEW_ONLY, Tone.WARNING)


class OutsideRows(QObject):
    """Shows a band while rows changed by another program wait to be accepted."""

    def __init__(self, window: MainWindow, screens: Screens) -> None:
        super().__init__(screens)
        self._window, self._screens = window, screens
        self._band: MessageBand | None = None
        self._told = 0
        """How many the band tells of."""
        screens.changed.connect(lambda _changed: self.tell())
        self.tell()

    def tell(self) -> None:
        """Show the number of these rows; hide the band if there are none."""
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
        """Open the dialog that lists these rows."""
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
