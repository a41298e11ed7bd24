"""The one rotating log file, in the data folder; it never stops the program and never names a person."""

from __future__ import annotations

import logging
import time
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

from desktop_app.faults.report import fault_lines

LOGGER_NAME: Final = "desktop_app"
FILE_NAME: Final = "dabirkhaneh.log"
LARGEST: Final = 1_000_000
"""Bytes after which a new file begins."""
KEPT: Final = 3
"""Older files that are kept beside the current one."""


class _Formatter(logging.Formatter):
    """UTC times, and errors without their messages (see :mod:`.report`)."""

    def __init__(self) -> None:
        super().__init__("%(asctime)sZ %(levelname)s %(name)s %(message)s", "%Y-%m-%dT%H:%M:%S")
        self.converter = time.gmtime

    def formatException(self, ei: object) -> str:
        """The trace as places and kinds only."""
        error = ei[1] if isinstance(ei, tuple) else None
        return fault_lines(error) if isinstance(error, BaseException) else ""


class _LogFile(RotatingFileHandler):
    """A log that cannot be written (disk full, opened elsewhere on Windows) is silent, not a second fault."""

    def handleError(self, record: logging.LogRecord) -> None:
        """Swallow what writing or rotating raised."""

    def doRollover(self) -> None:
        """Begin a new file; when the old one is held by another process, go on in it."""
        try:
            super().doRollover()
        except OSError:
            self.stream = self._open()


def open_log(folder: Path) -> Path | None:
    """Let the program's logger write into ``folder``; ``None`` when the folder refuses, and all goes on.

    A second call moves the log to another folder, as when the operator opens another data folder.
    """
    logger = logging.getLogger(LOGGER_NAME)
    close_log()
    file = folder / FILE_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = _LogFile(file, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(_Formatter())
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    return file


def close_log() -> None:
    """Close the file, so that the folder can be moved or restored (Windows holds open files)."""
    logger = logging.getLogger(LOGGER_NAME)
    for handler in [one for one in logger.handlers if isinstance(one, _LogFile)]:
        logger.removeHandler(handler)
        handler.close()
