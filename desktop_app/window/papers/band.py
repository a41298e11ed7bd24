"""Message above a paper: a result, or the progress of making it with a cancel button."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QMenu, QVBoxLayout

from desktop_app.domain.rules.invitations import SendingWay
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.shell.menu_position import open_at
from desktop_app.widgets.style.tokens import Tone
from desktop_app.words import papers as words
from desktop_app.words.invitations import WAYS

WAIT_MS: Final = 300
"""Shorter waits are not spoken of."""
_MARGINS: Final = (28, 8, 28, 8)
_NO_MARGINS: Final = (0, 0, 0, 0)


class PapersBand(QObject):
    """Message with one button: cancel, retry, or show the folder of the saved file.

    Beneath invitations that were printed or saved it records their sending, once its menu was told the way; the folder
    has the second button then.
    """

    cancel_requested = Signal()
    retry_requested = Signal()
    folder_requested = Signal()
    ways_requested = Signal()
    sending_requested = Signal(object)
    """Carries the way that was chosen."""
    cancel_offered = Signal(bool)
    sending_offered = Signal(bool)
    paper_takes_long = Signal()
    changing = Signal()
    """What was said is over: its button goes, or will do something else."""

    def __init__(self, band: MessageBand, column: QVBoxLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._band, self._column = band, column
        self._cancels = self._word = False
        self._asks: SignalInstance = self.retry_requested
        self._told, self._making = "", words.MAKING
        self._lasting: Callable[[], None] | None = None
        """Says again what a making must not wipe away."""
        self._refused = False
        """Whether that is a refusal of what the form holds."""
        self._paper_wait, self._word_wait = (QTimer(self, singleShot=True, interval=WAIT_MS) for _ in range(2))
        self._paper_wait.timeout.connect(lambda: self.show_making_now(self._making))
        self._word_wait.timeout.connect(lambda: self._say_waiting(words.MAKING_WORD))
        column.setContentsMargins(*_NO_MARGINS)
        band.second_requested.connect(self.folder_requested)
        self.menu = QMenu(words.RECORD_SENDING, band)
        self.menu.setObjectName("sendingWays")
        for way in SendingWay:
            self.menu.addAction(WAYS[way], partial(self.sending_requested.emit, way))
        self.ways_requested.connect(lambda: open_at(self.menu, band.action_button()))

    # ---- what is being made

    def begin_making(self) -> None:
        """Show soon that a paper is being made."""
        self._making = words.MAKING
        self._paper_wait.start()

    def show_progress(self, done: int, total: int) -> None:
        """Show the progress of making a paper; a first report waits for the short delay."""
        self._making = words.progress(done, total)
        if not self._paper_wait.isActive():
            self.show_making_now(self._making)

    def show_making_now(self, said: str) -> None:
        """Show now that a paper is being made, with a cancel button."""
        self._paper_wait.stop()
        self.paper_takes_long.emit()
        self._say_waiting(said)

    def end_making(self) -> None:
        """Hide the progress."""
        self._paper_wait.stop()
        self._end_waiting()

    def show_word(self, *, making: bool) -> None:
        """Show or hide the progress of a Word file."""
        if making and not self._word:
            self._word_wait.start()
        self._word = making
        if not making:
            self._word_wait.stop()
            self._end_waiting()

    # ---- what became of it

    def say(self, title: str, text: str, tone: Tone, action: str = "", second: str = "") -> None:
        """Show a message; its button retries."""
        self._offer_cancel(False)
        self.sending_offered.emit(False)
        self._asks, self._lasting, self._told = self.retry_requested, None, title
        self._refused = False
        self._column.setContentsMargins(*_MARGINS)
        self._band.show_message(title, text, tone, action, second=second)

    def show_form_error(self, title: str, text: str, action: str) -> None:
        """Show an error about the form; it stays until the operator goes on or another message comes."""
        self.say(title, text, Tone.DANGER, action)
        self._lasting, self._refused = partial(self.show_form_error, title, text, action), True

    def show_not_entered(self, text: str) -> None:
        """Show that printed letters are not entered in the register; it stays when the form changes."""
        self.say(words.NOT_ENTERED, text, Tone.DANGER, words.ENTER_AGAIN)
        self._lasting = partial(self.show_not_entered, text)

    def end_refused(self) -> None:
        """Hide the error about the form."""
        if self._refused:
            self.clear()

    def show_file_saved(self, text: str) -> None:
        """Show that a file was saved; the button opens its folder."""
        self.say(text, "", Tone.DONE, words.SHOW_FOLDER)
        self._asks, self._lasting = self.folder_requested, partial(self.show_file_saved, text)

    def show_entered(self, text: str) -> None:
        """Show that letters were entered in the register; it stays until another message comes."""
        self.say(text, "", Tone.DONE)
        self._lasting = partial(self.show_entered, text)

    def ask_sending(self, question: str) -> None:
        """Ask beneath the message whether to record the sending of the invitations."""
        self._ask_sending(self._told, question, words.SHOW_FOLDER if self._lasting is not None else "")

    def show_dropped_action(self, text: str, action: str) -> None:
        """Show that a waiting action was dropped; the button runs it now."""
        self.say(text, "", Tone.WARNING, action)
        self._lasting = partial(self.show_dropped_action, text, action)

    def clear(self) -> None:
        """Hide the message."""
        self._lasting, self._refused = None, False
        self.sending_offered.emit(False)
        self._show_default()

    def press(self) -> None:
        """Run the action of the button."""
        (self.cancel_requested if self._cancels else self._asks).emit()

    # ---- inside

    def _ask_sending(self, title: str, question: str, second: str) -> None:
        self.say(title, question, Tone.DONE, words.RECORD_SENDING, second)
        self._asks, self._lasting = self.ways_requested, partial(self._ask_sending, title, question, second)
        self.sending_offered.emit(True)

    def _say_waiting(self, said: str) -> None:
        lasting, refused = self._lasting, self._refused
        self.say(said, "", Tone.NEUTRAL, words.CANCEL)
        self._lasting, self._refused = lasting, refused
        self._offer_cancel(True)

    def _end_waiting(self) -> None:
        if self._cancels:
            self._show_default()

    def _show_default(self) -> None:
        """Show the progress of a Word file, else the lasting message, else nothing."""
        self.changing.emit()
        self._offer_cancel(False)
        if self._word and not self._word_wait.isActive():
            self._say_waiting(words.MAKING_WORD)
        elif self._lasting is not None:
            self._lasting()
        else:
            self._band.clear()
            self._column.setContentsMargins(*_NO_MARGINS)

    def _offer_cancel(self, offered: bool) -> None:
        self._cancels = offered
        self.cancel_offered.emit(offered)
