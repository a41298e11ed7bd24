"""Worker threads for long jobs: results and errors are delivered on the main thread.

A controller says ``workers.run(work, on_done, on_error)``. ``work`` runs in a thread of the pool and may
touch no widget and no session of another thread; both callbacks run on the thread that made the
:class:`Workers`, which is the window's. What ``work`` raises reaches ``on_error``; what a callback raises
is a bug and reaches the hook of :mod:`desktop_app.faults`.

A QObject must be destroyed on its own thread, and the last to hold one may be ``work``, or the thread itself while it
ends: a :class:`Workers` that it destroyed would wait for its own end, and its answers be delivered to freed memory. So
work and answer lie with the job and are let go on the main thread, and a thread of the pool is given no more than a
:class:`WorkerSignals`. (Cycles that nobody holds are the matter of ``window/shell/application.py``.)

The pool is no child of its :class:`Workers`. Qt waits for the threads where it destroys a pool, and it may do so while
Python's lock is held (a widget that overrides ``event`` deletes itself under it), for which the threads wait in turn.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QThreadPool, Signal, Slot
from shiboken6 import isValid

T = TypeVar("T")

OnError = Callable[[BaseException], object]
OnProgress = Callable[[int, int], object]
"""Called with how much is done and how much there is, on the main thread."""

_META_CALL: Final = QEvent.Type.MetaCall.value


class Cancelled(Exception):
    """Raised inside ``work`` by :meth:`Watch.stop_if_cancelled`, and delivered to ``on_error``."""


class Watch:
    """Handle of a long job: it reports progress and checks for cancellation."""

    def __init__(self, tell: OnProgress) -> None:
        self._tell = tell
        self._told: tuple[int, int] | None = None
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask the job to end at its next check; callable from any thread."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether :meth:`cancel` was called."""
        return self._cancelled.is_set()

    def stop_if_cancelled(self) -> None:
        """Raise :class:`Cancelled` when the job was cancelled."""
        if self.cancelled:
            raise Cancelled

    def progress(self, done: int, total: int) -> None:
        """Report the progress of the job, and raise :class:`Cancelled` when it was cancelled."""
        self.stop_if_cancelled()
        if self._told != (done, total):
            # who only asks whether to go on does so many thousand times
            self._told = done, total
            self._tell(done, total)


@dataclass(slots=True)
class _Job:
    """The main thread's part of one job."""

    work: Callable[[Watch], object]
    watch: Watch
    on_done: Callable[[Any], object]
    on_error: OnError
    on_progress: OnProgress | None
    owner: QObject | None
    done: bool = False
    answer: object = None
    """What the work gave or, when it is not done, the error that it raised."""

    @property
    def orphaned(self) -> bool:
        """Whether the owner is deleted, so that its callbacks must not be called."""
        return self.owner is not None and not isValid(self.owner)

    def do(self) -> None:
        """Run the work in the pool's thread; keep the result or the error."""
        try:
            self.watch.stop_if_cancelled()
            self.answer = self.work(self.watch)
            self.done = True
        except BaseException as error:
            self.answer = error


class WorkerSignals(QObject):
    """Signals from pool threads to the main thread; deleted after the threads end."""

    ended = Signal(int)
    progressed = Signal(int, int, int)

    def tell_end(self, number: int) -> None:
        """Emit the end of a job, in the pool's thread; ignored when the workers are gone."""
        self.ended.emit(number)

    def tell_progress(self, number: int, done: int, total: int) -> None:
        """Emit the progress of a job, in the pool's thread."""
        self.progressed.emit(number, done, total)


def _do(jobs: Mapping[int, _Job], number: int, post: WorkerSignals) -> None:
    """Run a job in the pool's thread, then report its end without keeping the job alive."""
    jobs[number].do()
    post.tell_end(number)


def _end(pool: QThreadPool, jobs: dict[int, _Job]) -> None:
    """Wait for running threads when the workers are deleted, without Python's lock, and release the jobs."""
    for job in jobs.values():
        job.watch.cancel()
    # at the end of the program all that Python made goes, in any order
    if isValid(pool):
        pool.waitForDone()
    jobs.clear()


class Workers(QObject):
    """A small pool of threads, made at start and shared by the controllers.

    A library that bears one thread only (pdfium) gets a :class:`Workers` of its own with ``threads=1``.
    """

    idle = Signal()
    """The last job has ended and its callback has run."""

    def __init__(self, parent: QObject | None = None, *, threads: int = 2) -> None:
        super().__init__(parent)
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(threads)
        self._jobs: dict[int, _Job] = {}
        self._last = 0
        self.post = WorkerSignals()
        # Queued, although emitted from elsewhere anyway: a callback never runs inside the emitting frame
        self.post.ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self.post.progressed.connect(self._tell_progress, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(partial(_end, self._pool, self._jobs))

    def run(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], object],
        on_error: OnError,
        *,
        owner: QObject | None = None,
    ) -> Watch:
        """Run ``work()`` in the pool; no callback comes after ``owner`` is deleted."""
        return self.run_watched(lambda _watch: work(), on_done, on_error, owner=owner)

    def run_watched(
        self,
        work: Callable[[Watch], T],
        on_done: Callable[[T], object],
        on_error: OnError,
        *,
        on_progress: OnProgress | None = None,
        owner: QObject | None = None,
    ) -> Watch:
        """Run a long ``work(watch)`` that reports progress; the returned watch cancels it."""
        self._last += 1
        number = self._last
        jobs, post = self._jobs, self.post
        watch = Watch(lambda done, total: post.tell_progress(number, done, total))
        jobs[number] = _Job(work, watch, on_done, on_error, on_progress, owner)
        self._pool.start(lambda: _do(jobs, number, post))
        return watch

    def wait_for(self, work: Callable[[], T]) -> T:
        """Run ``work`` in the pool while this thread repaints and ignores input; return the result or raise."""
        loop = QEventLoop(self)
        answers: list[T] = []
        errors: list[BaseException] = []

        def end(kept: list[Any], answer: object) -> None:
            kept.append(answer)
            loop.quit()

        self.run(work, partial(end, answers), partial(end, errors))
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        if not answers and not errors:
            # a program that ends takes its loops along
            self.wait_until_idle()
        loop.deleteLater()
        for error in errors:
            raise error
        return answers[0]

    @property
    def busy(self) -> bool:
        """Whether a job is running, waiting, or not yet delivered."""
        return bool(self._jobs)

    def cancel_all(self) -> None:
        """Cancel every job; each still delivers: :class:`Cancelled`, or a result that was ready."""
        for job in self._jobs.values():
            job.watch.cancel()

    def end_all(self) -> None:
        """Cancel every job, and wait until each has delivered."""
        self.cancel_all()
        self.wait_until_idle()

    def wait_until_idle(self, milliseconds: int = -1) -> bool:
        """Wait at close for the running jobs and deliver them; ``False`` on timeout."""
        while self._jobs:
            if not self._pool.waitForDone(milliseconds):
                return False
            # A callback may start the next job (written, then recorded), hence the loop
            QCoreApplication.sendPostedEvents(self, _META_CALL)
        return True

    @Slot(int)
    def _deliver(self, number: int) -> None:
        job = self._jobs.pop(number)
        try:
            self._call_back(job)
        finally:
            if not self._jobs:
                self.idle.emit()

    @staticmethod
    def _call_back(job: _Job) -> None:
        error = job.answer if not job.done and isinstance(job.answer, BaseException) else None
        if job.orphaned:
            if error is not None and not isinstance(error, Cancelled):
                # Nobody is left to hear of it, so the fault log must
                sys.excepthook(type(error), error, error.__traceback__)
        elif error is not None:
            # who has no answer to an error raises it again; that a job was given up is nobody's fault
            with suppress(Cancelled):
                job.on_error(error)
        else:
            job.on_done(job.answer)

    @Slot(int, int, int)
    def _tell_progress(self, number: int, done: int, total: int) -> None:
        job = self._jobs.get(number)
        # what was told before the job was given up arrives after it, and would bring its waiting back to the screen
        if job is not None and job.on_progress is not None and not job.orphaned and not job.watch.cancelled:
            job.on_progress(done, total)
