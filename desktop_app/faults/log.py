"""The one rotating log file, in the data folder; it never stops the program and never names a person."""

from __future__ import annotations

import logging
from contextlib import closing
from pathlib import Path
from typing import Final

from desktop_app.system import rights

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
    from desktop_app.faults.log_file import LogFile

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
    from desktop_app.faults.log_file import LogFile

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
