"""The handler behind :func:`desktop_app.faults.log.open_log`, imported only when a log is opened."""

from __future__ import annotations

import errno
import logging
import time
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from desktop_app.faults.report import fault_lines
from desktop_app.system import paths, rights


class _Formatter(logging.Formatter):
    """UTC times, and errors without their messages (see :mod:`.report`)."""

    def __init__(self) -> None:
        super().__init__("%(asctime)sZ %(levelname)s %(name)s %(message)s", "%Y-%m-%dT%H:%M:%S")
        self.converter = time.gmtime

    def formatException(self, ei: object) -> str:
        """The trace as places and kinds only."""
        error = ei[1] if isinstance(ei, tuple) else None
        return fault_lines(error) if isinstance(error, BaseException) else ""


class LogFile(RotatingFileHandler):
    """A log that cannot be written (disk full, opened elsewhere on Windows) is silent, not a second fault."""

    def __init__(self, file: Path, *, largest: int, kept: int) -> None:
        super().__init__(file, maxBytes=largest, backupCount=kept, encoding="utf-8")
        self.name = file.name
        self.setFormatter(_Formatter())

    def handleError(self, record: logging.LogRecord) -> None:
        """Swallow what writing or rotating raised."""

    def _open(self) -> TextIOWrapper:
        """The first of a name is made here, too."""
        file = Path(self.baseFilename)
        if paths.exists(file) and not paths.is_file(file):
            # a pipe would be waited for
            raise OSError(errno.EINVAL, "not a file")
        rights.make_file(file)
        return super()._open()

    def doRollover(self) -> None:
        """Begin a new file; when the old one is held by another process, go on in it."""
        try:
            super().doRollover()
        except OSError:
            self.stream = self._open()
