"""Early warning of a disk that fills up, while everything can still be saved."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer

from desktop_app.storage.file.room import ENOUGH
from desktop_app.text import shell as words
from desktop_app.views.shell.main_window import MainWindow
from desktop_app.widgets.style.tokens import Tone

EVERY_MS: Final = 60_000
_MEGABYTE: Final = 1024 * 1024


class DiskSpace(QObject):
    """Looks once a minute; what was seen is told again only after there was room in between."""

    def __init__(self, window: MainWindow, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._folder = window, folder
        self._low = False
        clock = QTimer(self, interval=EVERY_MS)
        clock.timeout.connect(self.look)
        clock.start()
        self.look()

    def look(self) -> None:
        """Tell where there is little room."""
        with suppress(OSError):
            free = shutil.disk_usage(self._folder).free
            if free < ENOUGH and not self._low:
                megabytes = free // _MEGABYTE
                told = words.low_disk(megabytes, ENOUGH // _MEGABYTE - megabytes)
                self._window.show_notice(words.LOW_DISK, told, words.NOTICED, Tone.WARNING)
            self._low = free < ENOUGH
