"""Handling of Ctrl+C during a command: at any time the command ends with one sentence.

It may come where nothing can be raised (a weak reference is cleared, a function that SQLite calls), or amid what undoes
a transaction; then another error is raised in its place, or none, and the trace is written by Python itself.
"""

from __future__ import annotations

import _thread
import signal
import sys
import threading
from types import FrameType
from typing import Final

from desktop_app.words import commands as words

_SOON: Final = 0.02
"""Seconds until one that was swallowed comes again."""


class Interrupted(KeyboardInterrupt):
    """Ctrl+C was pressed; holds the sentence to print.

    A class of its own: of the plain one Python remembers that it came, and ends the process by the signal.
    """

    def __init__(self, message: str = words.INTERRUPTED) -> None:
        super().__init__()
        self.message = message


class InterruptWatch:
    """Context manager that remembers Ctrl+C, whatever exception follows from it."""

    def __init__(self) -> None:
        self.came = False
        self._over = False
        self._watched = False

    def __enter__(self) -> InterruptWatch:
        # a process that ignores it goes on doing so; a thread can take no signal
        plain = signal.getsignal(signal.SIGINT) is signal.default_int_handler
        self._watched = plain and threading.current_thread() is threading.main_thread()
        if self._watched:
            signal.signal(signal.SIGINT, self._hear)
            self._before = sys.unraisablehook
            sys.unraisablehook = self._swallowed
        return self

    def __exit__(self, *_error: object) -> None:
        self._over = True
        if self._watched:
            signal.signal(signal.SIGINT, signal.default_int_handler)
            sys.unraisablehook = self._before

    def end(self) -> None:
        """Ignore any further Ctrl+C while the first one is reported."""
        self._over = True

    # ---- inside

    def _hear(self, _number: int, _frame: FrameType | None) -> None:
        self.came = True
        if not self._over:
            raise Interrupted

    def _swallowed(self, told: sys.UnraisableHookArgs) -> None:
        if not isinstance(told.exc_value, KeyboardInterrupt):
            self._before(told)
        elif not self._over:
            again = threading.Timer(_SOON, self._again)
            again.daemon = True
            again.start()

    def _again(self) -> None:
        if not self._over:
            _thread.interrupt_main()
