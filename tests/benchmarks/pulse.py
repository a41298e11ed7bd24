"""Pulse of a window: the longest time for which it does not answer, and how much of that it worked itself."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QTimer

MOST_STALL: Final = 100.0
"""Milliseconds for which the window may not answer."""
LOOK_MS: Final = 5


@dataclass(frozen=True, slots=True)
class Stall:
    """Milliseconds: the longest time for which the window did not answer, and the longest that it worked itself."""

    longest: float
    busy: float


@dataclass(slots=True)
class Pulse:
    """Looks from the main thread every few milliseconds.

    The longest time between two looks is a stall: of it ``busy`` is what the thread of the window worked itself, and
    the rest it waited for the interpreter or for a processor, which on a loaded machine takes as long as it likes.
    """

    gaps: list[float] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)
    _last: float = 0.0
    _worked: float = 0.0
    _timer: QTimer = field(default_factory=QTimer)

    def begin(self) -> None:
        """Look from now on."""
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_MS)

    def end(self) -> Stall:
        """The longest in milliseconds."""
        self._look()
        self._timer.stop()
        return Stall(max(self.gaps), max(self.busy))

    def _look(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.gaps.append(1000 * (now - self._last))
        self.busy.append(1000 * (worked - self._worked))
        self._last, self._worked = now, worked
