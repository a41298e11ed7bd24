"""A restore under way: off the main thread, with progress, given up before its last step, and safe when closed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject

from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.backups import LAST_STEP, Restored
from desktop_app.text.office import backups as words
from desktop_app.widgets.feedback.dialogs import Dialogs, sure_to_leave
from desktop_app.workers import OnError, Watch, Workers


class ShowsRestore(Protocol):
    """A page that shows how far a restore is."""

    def show_restore(self, percent: int) -> None:
        """It may still be given up."""

    def show_last_step(self) -> None:
        """It may not any more."""

    def show_giving_up(self) -> None:
        """It ends at its next convenient point."""


class RestoreRun(QObject):
    """One restore after the other, on one page."""

    def __init__(self, page: ShowsRestore, workers: Workers, dialogs: Dialogs, parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._workers, self._dialogs = page, workers, dialogs
        self._watch: Watch | None = None
        self._last = False
        self.given_up = False
        """Whether it was asked to end; one that was in its last step by then is done all the same."""

    def begin(self, work: Callable[[Progress], Restored], done: Callable[[Restored], object], failed: OnError) -> None:
        """Start; ``failed`` hears of :class:`~desktop_app.workers.Cancelled` where it was given up."""
        self._last = self.given_up = False

        def over(restored: Restored) -> None:
            self._watch = None
            done(restored)

        def not_done(error: BaseException) -> None:
            self._watch = None
            failed(error)

        self._page.show_restore(0)
        self._watch = self._workers.run_watched(
            lambda watch: work(watch.progress), over, not_done, on_progress=self._progress, owner=self
        )

    def give_up(self) -> None:
        """Before the last step it ends and leaves everything as it was; that step is waited for."""
        if self._watch is not None and not self._last:
            self.given_up = True
            self._watch.cancel()
            self._page.show_giving_up()

    def may_close(self) -> bool:
        """Whether the window may close: a restore that can be given up is not without a question."""
        if not self._can_be_given_up():
            return True
        leave = sure_to_leave(
            self._dialogs, words.CLOSE_ASK, words.CLOSE_ASK_WHY, stay=words.GO_ON, leave=words.GIVE_UP_AND_CLOSE
        )
        if not leave or not self._can_be_given_up():
            # over meanwhile, or no longer to be given up: what comes of it is to be seen
            return False
        self.give_up()
        return True

    # ---- inside

    def _can_be_given_up(self) -> bool:
        return self._watch is not None and not self._last and not self.given_up

    def _progress(self, done: int, _total: int) -> None:
        if done >= LAST_STEP:
            self._last = True
            self._page.show_last_step()
        else:
            self._page.show_restore(done)
