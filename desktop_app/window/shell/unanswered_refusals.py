"""Refusals that no page answers, told above everything in their own words: they are no fault of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.domain.errors import Refused
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.shell.main_window import MainWindow

if TYPE_CHECKING:
    from desktop_app.widgets.controls.message_band import MessageBand


class UnansweredRefusals(QObject):
    """Teller of the refusals of one window: a band shows the last one until it was seen."""

    _refused = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._band: MessageBand | None = None
        # also on the thread of the window: the refusal may stand in the middle of a paint or a key event
        self._refused.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def tell(self, error: BaseException) -> bool:
        """Tell of a refusal soon; False for any other error. Callable from any thread."""
        if not isinstance(error, Refused):
            return False
        self._refused.emit(error)
        return True

    # ---- inside

    def _show(self, refused: Refused) -> None:
        # only now: a start without refusals does not pay for their sentences
        from desktop_app.words import shell as shell_words
        from desktop_app.words.refusals import sentence

        if self._band is None:
            band = self._band = self._window.show_notice("", "", shell_words.NOTICED)
            # from the press on: what is refused by where the keyboard goes then would be told in a band that goes
            band.action_requested.connect(lambda: self._forget(band))
            band.destroyed.connect(lambda: self._forget(band))
        self._band.show_message(shell_words.NOT_DONE, sentence(refused), Tone.WARNING, shell_words.NOTICED)

    def _forget(self, band: MessageBand) -> None:
        if self._band is band:
            self._band = None
