"""Waiting in Qt's event loop, with the threads of the pool at work meanwhile.

`QTest.qWait` holds the interpreter's lock while it sleeps, and a job in the pool starves beside it. An event loop
lets go of the lock whenever it waits for events.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEventLoop, QObject, QTimer

from desktop_app.workers import Workers

IDLE_SECONDS: Final = 15.0
"""How long something may take to show on a loaded machine while no job runs that could still bring it."""
LONGEST_SECONDS: Final = 900.0
"""After which also a job that runs is taken for one that never ends."""
TURN_MS: Final = 5
SHARE: Final = 4
"""A look that is dear is had more rarely: what is waited for has this many times as long to itself."""


def let_pass(milliseconds: int) -> None:
    """Handle events for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait(
    until: Callable[[], bool],
    working: Callable[[], bool] = lambda: False,
    *,
    idle: float = IDLE_SECONDS,
    longest: float = LONGEST_SECONDS,
) -> bool:
    """Handle events until something is so; ``False`` after ``idle`` seconds without a job at ``working``."""
    began = last_work = looked = time.monotonic()
    while not until():
        now = time.monotonic()
        # asked only when it matters: to look for the workers of a window is dear
        if now - last_work > idle / 4 and working():
            last_work = now
        if now - last_work > idle or now - began > longest:
            return False
        let_pass(max(TURN_MS, round(SHARE * 1000 * (time.monotonic() - looked))))
        looked = time.monotonic()
    return True


def any_working(root: QObject) -> bool:
    """Whether a job of the workers that belong to a window still runs, waits or is to be answered."""
    return any(workers.busy for workers in root.findChildren(Workers))
