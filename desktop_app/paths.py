"""Paths on the machine: the files that ship with the program, and the office's data folder.

Three shapes of the program are known: a checkout (``resources/`` beside the package), an installed
wheel (``desktop_app/_resources``) and a frozen build (the same folder, inside the bundle).
"""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final

APP_NAME: Final = "Dabirkhaneh"
PORTABLE_MARK: Final = "portable.ini"
"""A file of this name beside the program keeps the data beside it too, as on a USB stick."""

DATABASE: Final = "dabirkhaneh.db"
"""In a data folder: the records; SQLite lays its journals beside it under longer names."""

LOCK: Final = "dabirkhaneh.lock"

LOCK_HOLDER: Final = f"{LOCK}.json"
"""In a data folder: who works in it. It goes with the holder, and stays behind one that was killed."""

RECORDS: Final = (DATABASE, LOCK)
"""What the names of all these begin with, journals and copies included."""

SETTINGS: Final = "settings.ini"
SETTINGS_VARIABLE: Final = "DABIRKHANEH_SETTINGS"
"""In the environment: another file for the settings of the machine, also of the programs that are begun from here."""

LOG: Final = "log"
FONTS: Final = "fonts"
"""Below the data folder: the fonts that the operator chose for print, each named by its hash."""

PAPERS: Final = "papers"
"""Below the data folder: the papers that went to the pen, as they were recorded."""

PACKAGE: Final = Path(__file__).resolve().parent


@cache
def resources() -> Path:
    """The folder of fonts, icons, letterhead, holidays and licences that belongs to *this* program."""
    for folder in _resource_folders():
        if (folder / "fonts").is_dir():
            return folder
    raise FileNotFoundError(f"no resources folder beside {PACKAGE}")


def resource(*parts: str) -> Path:
    """One shipped file, by its parts below :func:`resources`: ``resource("fonts", "Vazirmatn-Bold.ttf")``."""
    return resources().joinpath(*parts)


def data_folder(asked: Path | None = None) -> Path:
    """The office's folder: the one asked for, or beside a portable program, or the user's own.

    The folder is named, not made: making it (and saying that it cannot be made) is storage's part.
    """
    if asked is not None:
        with suppress(RuntimeError, OSError):  # "~nobody", or a folder in which one stood and that is gone
            return asked.expanduser().absolute()
        return asked
    portable = portable_folder()
    if portable is not None:
        return portable
    import platformdirs

    # Local, not roaming, application data: scans are too heavy to follow a user through a network
    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False, roaming=False))


def portable_folder() -> Path | None:
    """The data folder beside the program when ``portable.ini`` lies there, else ``None``."""
    home = program_folder()
    return home / "data" if (home / PORTABLE_MARK).is_file() else None


def settings_file() -> Path | None:
    """The INI file of the machine's settings where it is named, or in portable mode; ``None`` is Qt's usual place."""
    named = os.environ.get(SETTINGS_VARIABLE)
    if named:
        return Path(named)
    portable = portable_folder()
    return None if portable is None else portable / SETTINGS


def log_folder(data: Path) -> Path:
    """Where the rotating log of a data folder lies."""
    return data / LOG


def program_folder() -> Path:
    """The folder a person would call the program's: of the executable when frozen, else of the package."""
    if is_frozen():
        return Path(sys.executable).resolve().parent
    return PACKAGE.parent


def program_command() -> list[str]:
    """How this very program is started anew; one that is not packed is started in :func:`program_folder`."""
    return [sys.executable] if is_frozen() else [sys.executable, "-m", PACKAGE.name]


def is_frozen() -> bool:
    """Whether this is a packed executable and not a checkout or an installed wheel."""
    return bool(getattr(sys, "frozen", False))


# ---- questions about a place that a person names: a name that the disk cannot have names nothing


def lies(path: Path) -> bool:
    """Whether anything lies there that may be looked at."""
    return _mode(path) is not None


def is_file(path: Path) -> bool:
    """Whether a file lies there."""
    return stat.S_ISREG(_mode(path) or 0)


def is_folder(path: Path) -> bool:
    """Whether a folder lies there."""
    return stat.S_ISDIR(_mode(path) or 0)


def _mode(path: Path) -> int | None:
    """Kind and rights, links followed; pathlib's own questions raise for a name that is too long or is no name."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return None


# ---- inside


def _resource_folders() -> list[Path]:
    """Candidates, best first; a checkout's own folder wins over a copy that an older install left."""
    inside = PACKAGE / "_resources"
    beside = PACKAGE.parent / "resources"
    # In site-packages a folder named "resources" could be anybody's: only a checkout has ui/ beside it
    is_checkout = (PACKAGE.parent / "pyproject.toml").is_file()
    return [beside] if is_checkout and not is_frozen() else [inside]
