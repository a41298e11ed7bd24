"""Run of a job off the window's thread: how far it is, given up by the operator, and its end told once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from desktop_app.domain.errors import Refused
from desktop_app.workers import Cancelled, Watch, Workers

T = TypeVar("T")
Failed = Callable[[Refused | None], object]
"""Hears why not, or None where it was given up."""
ShowJob = Callable[[str, int, int], object]
"""Shows how far a job is: a sentence with how much is done, and of how much; an empty one when it is over."""


class JobRun(QObject):
    """One job at a time, and how it is shown."""

    def __init__(self, workers: Workers, show: ShowJob, parent: QObject) -> None:
        super().__init__(parent)
        self._workers, self._show = workers, show
        self._watch: Watch | None = None

    @property
    def busy(self) -> bool:
        """Whether a job runs."""
        return self._watch is not None

    def run(
        self, work: Callable[[Watch], T], say: Callable[[int, int], str], done: Callable[[T], object], failed: Failed
    ) -> None:
        """Do the work; ``say`` puts into words how far it is, ``done`` hears its answer on the thread of the window."""

        def end(act: Callable[[], object]) -> None:
            watch, self._watch = self._watch, None
            self._show("", 0, 0)
            # the work was ready before it heard that nobody waits any more
            if watch is not None and watch.cancelled:
                failed(None)
            else:
                act()

        def broke(error: BaseException) -> None:
            if not isinstance(error, Refused | Cancelled):
                end(lambda: None)
                raise error
            end(lambda: failed(error if isinstance(error, Refused) else None))

        self._show(say(0, 0), 0, 0)
        self._watch = self._workers.run_watched(
            work,
            lambda answer: end(lambda: done(answer)),
            broke,
            on_progress=lambda at, total: self._show(say(at, total), at, total),
            owner=self,
        )

    def stop(self) -> None:
        """Give up; what was done so far is on no record."""
        if self._watch is not None:
            self._watch.cancel()
