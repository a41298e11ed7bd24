"""State of saving at the bottom of the window: unsaved text comes before the last message of a page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.text.digits import persian_time
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.draft_keeper import DraftKeeper, Typing
from desktop_app.words import shell as words
from desktop_app.words.refusals import sentence

Show = Callable[[str, Tone], object]


class SaveStatus(QObject):
    """Shows whether typed text is saved, else the last message of a page."""

    def __init__(self, show: Show, clock: Clock, keeper: DraftKeeper | None, parent: QObject) -> None:
        super().__init__(parent)
        self._show, self._clock, self._keeper = show, clock, keeper
        self._said = self._rest = (words.SAVED, Tone.DONE)
        self._saved_at = self._kept_at = ""
        self._waiting = 0
        if keeper is not None:
            keeper.changed.connect(self._tell)
            keeper.act_done.connect(self._act_done)
            keeper.written.connect(self._written)

    def say(self, text: str, tone: Tone = Tone.DONE) -> None:
        """Show the message of a page about its last act."""
        self._said = (text, tone)
        self._tell()

    def set_idle_message(self, text: str, tone: Tone) -> None:
        """Set the text shown instead of «saved» in an office that cannot be written."""
        self._rest = (text, tone)
        self.say(words.SAVED)

    def clear_for_page(self) -> None:
        """Clear the message of the former page when another page is shown."""
        if self._keeper is not None:
            self._keeper.forget_refusal()
        self.say(words.SAVED)

    def show_waiting(self, count: int) -> None:
        """Set the number of drafts from an earlier run that are neither recorded nor dropped."""
        self._waiting = count
        self._tell()

    def _act_done(self) -> None:
        self._saved_at = self._time()

    def _written(self) -> None:
        self._kept_at = self._time()

    def _time(self) -> str:
        return persian_time(self._clock.local_time())

    def _tell(self) -> None:
        self._show(*self._state())

    def _state(self) -> tuple[str, Tone]:
        keeper = self._keeper
        typing = keeper.typing if keeper is not None else Typing.NONE
        if keeper is not None and keeper.problem is not None and typing is Typing.REFUSED:
            return words.not_saved(sentence(keeper.problem)), Tone.DANGER
        if typing is Typing.UNSAVED:
            return words.UNSAVED, Tone.WARNING
        if typing is Typing.SAVING:
            return words.SAVING, Tone.PROGRESS
        if typing is Typing.KEPT:
            return words.kept_at(self._kept_at), Tone.NEUTRAL
        return self._at_rest()

    def _at_rest(self) -> tuple[str, Tone]:
        """Return the message while no text is unsaved; never claim «saved» while drafts wait."""
        if self._said[0] == words.SAVED != self._rest[0]:
            return self._rest
        if self._said[0] == words.SAVED and self._saved_at:
            return words.saved_at(self._saved_at), Tone.DONE
        if self._said[0] == words.SAVED and self._waiting:
            return words.waiting(self._waiting), Tone.WARNING
        return self._said
