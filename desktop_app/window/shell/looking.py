"""Read-only windows over unpacked backups, each in a process of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QProcess

LOOK: Final = "--look"
"""Hidden option of the window: the moment of the backup that the data folder was unpacked from."""


_PROGRAM: Final = "desktop_app"


class BackupViewers(QObject):
    """Starts and ends the processes that show backups."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._open: list[QProcess] = []

    def begin(self, folder: Path, made: str, over: Callable[[Path], object]) -> None:
        """Start a process over an unpacked folder; ``over`` is called with the folder at its end."""
        process = QProcess(self)
        program, *arguments = command(folder, made)

        def ended() -> None:
            if process in self._open:
                self._open.remove(process)
                process.deleteLater()
                over(folder)

        process.finished.connect(ended)
        process.errorOccurred.connect(lambda _error: ended())
        self._open.append(process)
        process.start(program, arguments)

    def end_all(self) -> None:
        """End all processes when the window closes; they write nothing, so nothing is lost."""
        for process in list(self._open):
            process.kill()
            process.waitForFinished()


def command(folder: Path, made: str) -> list[str]:
    """Return the command line of a read-only window."""
    own = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", _PROGRAM]
    return [*own, "--data", str(folder), LOOK, made]
