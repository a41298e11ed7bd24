"""The one rotating log file, in the data folder; it never stops the program and never names a person.

The handler behind :func:`desktop_app.faults.log.open_log`, imported only when a log is opened.
"""

from __future__ import annotations

import errno
import logging
import time
from contextlib import closing
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

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
        if paths.lies(file) and not paths.is_file(file):
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


LOGGER_NAME: Final = "desktop_app"
FILE_NAME: Final = "dabirkhaneh.log"
LARGEST: Final = 1_000_000
"""Bytes after which a new file begins."""
KEPT: Final = 3
"""Older files that are kept beside the current one."""


def open_log(folder: Path) -> Path | None:
    """Let the program's logger write into ``folder``; ``None`` when the folder refuses, and all goes on.

    A second call moves the log to another folder, as when the operator opens another data folder.
    """
    logger = logging.getLogger(LOGGER_NAME)
    close_log()
    file = folder / FILE_NAME
    # its libraries are dear to load, and the window has not painted yet when this module is imported

    try:
        rights.make_folder(folder)
        handler = LogFile(file, largest=LARGEST, kept=KEPT)
    except OSError:
        return None
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    return file


def append(file: Path, text: str) -> None:
    """Write one report into a log of its own kind, turned over and filtered as the window's; silent where it cannot."""

    try:
        rights.make_folder(file.parent)
        handler = LogFile(file, largest=LARGEST, kept=KEPT)
    except OSError:
        return
    with closing(handler):
        handler.handle(logging.LogRecord(LOGGER_NAME, logging.ERROR, "", 0, text, None, None))


def close_log() -> None:
    """Close the file, so that the folder can be moved or restored (Windows holds open files)."""
    logger = logging.getLogger(LOGGER_NAME)
    for handler in [one for one in logger.handlers if one.name == FILE_NAME]:
        logger.removeHandler(handler)
        handler.close()
