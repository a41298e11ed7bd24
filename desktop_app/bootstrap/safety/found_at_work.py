"""Damage that is met while the office is open: nothing is written any more, and the ways back are offered."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.bootstrap.safety.guided_recovery import GuidedRecovery
from desktop_app.bootstrap.screens import Screens
from desktop_app.domain.outcome import Changed
from desktop_app.text import shell as words
from desktop_app.widgets.style.tokens import Tone


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
        self._screens.foot.rest_on(words.VIEW_ONLY, Tone.WARNING)
