"""A restore that stands still at a percent until a test lets it go on."""

from __future__ import annotations

import threading
from collections.abc import Callable
from types import ModuleType

from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.backups import Backup, Restored
from desktop_app.storage.backup.restoring import RestoreContext, restore

LONGEST = 20.0
"""Seconds after which it goes on by itself."""


class SlowRestore:
    """In the place of the function; tells the percent, and only then stands still."""

    def __init__(self, percent: int) -> None:
        self._percent = percent
        self.reached = threading.Event()
        self.go_on = threading.Event()

    def __call__(self, backup: Backup, context: RestoreContext, progress: Progress) -> Restored:
        """Restore."""

        def hold(done: int, total: int) -> None:
            stops = done >= self._percent and not self.reached.is_set()
            progress(self._percent if stops else done, total)
            if stops:
                self.reached.set()
                self.go_on.wait(LONGEST)

        return restore(backup, context, hold)


SlowRestores = Callable[[ModuleType, int], SlowRestore]
