"""Client of the child process: asks about foreign files, and ends a process that exceeds its limits.

All of it is called off the thread of the window.
"""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from typing import Any, BinaryIO, Final, Self

from desktop_app.domain.errors import EnvironmentProblem, Refused, RuleBroken
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.printing import stranger_limits as limits_of
from desktop_app.printing.stranger_frames import receive, send
from desktop_app.printing.stranger_limits import Limits
from desktop_app.system import paths

NOT_FINISHED: Final = "file_not_finished"
ARGUMENT: Final = "--read-file"
"""Of the program: it serves as the child process."""
LIMITS = Limits()
_ASK: Final = 0.05
"""Seconds between two askings whether to go on."""
_AHEAD: Final = 2
"""Answers that wait to be taken; the child waits meanwhile."""

Answer = tuple[Any, bytes]
_Frame = tuple[dict[str, Any], bytes] | None


class StrangerFile:
    """A foreign file, or those of one scan, read in an own process, which the first question starts.

    Each question raises ``Refused`` as the child does, and ``EnvironmentProblem("file_not_finished")`` where the child
    died or had to be ended; the next question starts another one. After :meth:`close` every question raises that.
    """

    def __init__(self, *files: ChosenFile) -> None:
        self._files = files
        self._lock = threading.Lock()
        """Held while the child is started or given up: a file may be closed by another thread meanwhile."""
        self._child: _Child | None = None
        self._closed = False

    def ask(self, do: str, progress: Progress = no_progress, **more: object) -> Iterator[Answer]:
        """Yield the answers of a job of :mod:`~desktop_app.printing.strangers.jobs`, page by page.

        ``told`` is called again and again, and what it raises ends the process.
        """
        child = self._begun()
        whole = False
        try:
            yield from child.answers(do, more, progress)
            whole = True
        except Refused as refused:
            whole = refused.key != NOT_FINISHED
            raise
        finally:
            if not whole:
                self._end()

    def one(self, do: str, progress: Progress = no_progress, **more: object) -> Answer:
        """Return the only answer of a job."""
        (answer,) = self.ask(do, progress, **more)
        return answer

    def close(self) -> None:
        """End the process, even during a question of another thread."""
        self._closed = True
        self._end()

    def _begun(self) -> _Child:
        with self._lock:
            if self._closed:
                raise EnvironmentProblem("file_not_finished")
            if self._child is None:
                self._child = _Child(self._files)
            return self._child

    def _end(self) -> None:
        with self._lock:
            child, self._child = self._child, None
        if child is not None:
            child.end()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


class _Child:
    """The child process, and the thread that reads its answers."""

    def __init__(self, files: Sequence[ChosenFile]) -> None:
        self._limits = LIMITS
        self._process = subprocess.Popen(
            [*paths.console_command(), ARGUMENT],
            cwd=paths.program_folder(),
            # each thread of the C library would reserve 64 MB of addresses
            env={**os.environ, "MALLOC_ARENA_MAX": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        jobs: list[Any] = []
        if sys.platform == "win32":
            # the only way to the handle of a process
            handle = int(self._process._handle)  # type: ignore[attr-defined]  # noqa: SLF001
            jobs.append(limits_of.ProcessJob(handle, self._limits.memory))
        frames: queue.Queue[_Frame] = queue.Queue(_AHEAD)
        self._frames = frames
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._into: BinaryIO = self._process.stdin  # type: ignore[assignment]
        source: BinaryIO = self._process.stdout  # type: ignore[assignment]
        threading.Thread(target=_read, args=(source, frames), daemon=True).start()
        self.end = weakref.finalize(self, _end, self._process, frames, jobs)
        places = [(one.name, str(one.path.absolute()) if one.path else "", len(one.content)) for one in files]
        self._send({"limits": asdict(self._limits), "files": places}, *(one.content for one in files))

    def answers(self, do: str, more: dict[str, object], told: Progress) -> Iterator[Answer]:
        """Yield answers until the job ends."""
        self._send({"do": do, "with": more})
        progress, spent = (0, 1), 0.0
        while True:
            begun = time.monotonic()
            head, body = self._next(told, progress, spent)
            # what is done with an answer meanwhile is no time of the child
            spent += time.monotonic() - begun
            if "answer" in head:
                yield head["answer"], body
            elif "told" in head:
                progress = tuple(head["told"])
                told(*progress)
            elif "end" in head:
                return
            else:
                raise _problem(head)

    def _next(self, told: Progress, progress: tuple[int, int], spent: float) -> tuple[dict[str, Any], bytes]:
        left = min(self._limits.page_seconds, self._limits.seconds(progress[1]) - spent)
        until = time.monotonic() + left
        while True:
            try:
                frame = self._frames.get(timeout=_ASK)
            except queue.Empty:
                told(*progress)
                if time.monotonic() < until:
                    continue
                raise EnvironmentProblem("file_not_finished") from None
            if frame is None:
                # the end is for whoever ends the process, too
                self._frames.put(None)
                raise EnvironmentProblem("file_not_finished")
            return frame

    def _send(self, head: dict[str, Any], *bodies: bytes) -> None:
        try:
            send(self._into, head, *bodies)
        except (OSError, ValueError) as error:
            raise EnvironmentProblem("file_not_finished") from error


def _problem(head: dict[str, Any]) -> Refused:
    if "refused" in head:
        rule, key, field, facts = head["refused"]
        kind: type[Refused] = RuleBroken if rule else EnvironmentProblem
        return kind(key, field=field, **facts)
    problem = EnvironmentProblem("file_not_finished")
    problem.__cause__ = RuntimeError(str(head.get("fault")))
    return problem


def _read(source: BinaryIO, frames: queue.Queue[_Frame]) -> None:
    """Read frames in a thread of its own, because a pipe of Windows cannot be read with a time limit."""
    frame: _Frame = None
    with source, suppress(OSError, ValueError):
        while (frame := receive(source)) is not None:
            frames.put(frame)
    frames.put(None)


def _end(process: subprocess.Popen[bytes], frames: queue.Queue[_Frame], jobs: list[Any]) -> None:
    process.kill()
    process.wait()
    for job in jobs:
        job.close()
    if process.stdin is not None:
        with suppress(OSError):
            process.stdin.close()
    # who waits for an answer hears of the end, and the thread that reads goes
    while frames.get() is not None:
        pass
    frames.put(None)
