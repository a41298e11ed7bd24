"""Paths on the machine: shipped files, and the office's data folder.

Three shapes of the program are known: a checkout (``resources/`` beside the package), an installed
wheel (``desktop_app/_resources``) and a frozen build (the same folder, inside the bundle).
"""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Final

APP_NAME: Final = "Dabirkhaneh"
PORTABLE_MARK: Final = "portable.ini"
"""A file of this name beside the program keeps the data beside it too, as on a USB stick."""

DATABASE: Final = "dabirkhaneh.db"
"""In a data folder: the records; SQLite lays its journals beside it under longer names."""

UNFOUNDED: Final = f"{DATABASE}.unfounded"
"""In a data folder: so begins the name of a database of a first start that gave way to a later one."""

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

PLACE_FILE: Final = "data-place.txt"
"""In the user's own folder on this machine: one line, the data folder that the operator chose."""

PAPERS: Final = "papers"
"""Below the data folder: the papers that went to the pen, as they were recorded."""

FILES: Final = "files"
"""Below the data folder: the bytes of attached files, each named by its hash."""

BACKUPS: Final = "backups"
"""Below the data folder: the backups that lie beside the records."""

BEFORE_UPGRADE: Final = "before-upgrade"
"""Below the data folder: the database as it was before each upgrade of its schema, in folders of their own."""

SET_ASIDE: Final = "set-aside"
"""Below the data folder: databases as they stood before a rollback or a recovery, in folders of their own."""

MANIFEST: Final = "manifest.json"
"""In the folder of a backup: what it holds."""

FOLDERS: Final = (PAPERS, FILES, FONTS, BACKUPS, BEFORE_UPGRADE, SET_ASIDE, LOG)
"""Folders in a data folder that the program makes; all that lies in them is its own."""

PACKAGE: Final = Path(__file__).resolve().parents[1]


@cache
def resources() -> Path:
    """The folder of shipped files (fonts, icons, holidays, licences) of *this* program."""
    for folder in _resource_folders():
        if (folder / "fonts").is_dir():
            return folder
    raise FileNotFoundError(f"no resources folder beside {PACKAGE}")


def resource(*parts: str) -> Path:
    """Path of a shipped file by its parts below :func:`resources`: ``resource("fonts", "Vazirmatn-Bold.ttf")``."""
    return resources().joinpath(*parts)


def data_folder(asked: Path | None = None) -> Path:
    """The office's data folder; see :func:`data_location`."""
    return data_location(asked).folder


class Origin(Enum):
    """How the data folder was determined."""

    ASKED = "asked"
    PORTABLE = "portable"
    REMEMBERED = "remembered"
    LOST = "lost"
    """The file that remembers is there and names no folder: it stands for the folder itself."""
    USUAL = "usual"


@dataclass(frozen=True, slots=True)
class DataLocation:
    """The data folder and how it was determined."""

    folder: Path
    origin: Origin

    @property
    def lost(self) -> bool:
        """Whether the chosen folder is unknown: ``folder`` is then the file that should name it."""
        return self.origin is Origin.LOST

    @property
    def missing(self) -> bool:
        """Whether a folder chosen earlier is not there now, for example on an unplugged drive."""
        return self.lost or (self.origin is Origin.REMEMBERED and not is_file(self.folder / DATABASE))

    @property
    def may_change(self) -> bool:
        """Whether the operator may choose another folder at the first start."""
        return self.origin in (Origin.REMEMBERED, Origin.USUAL)


def data_location(asked: Path | None = None) -> DataLocation:
    """Determine the data folder: the argument, the portable one, the chosen one, or the user's own.

    The folder is named, not made: making it (and saying that it cannot be made) is storage's part.
    """
    if asked is not None:
        with suppress(RuntimeError, OSError):  # "~nobody", or a folder in which one stood and that is gone
            return DataLocation(asked.expanduser().absolute(), Origin.ASKED)
        return DataLocation(asked, Origin.ASKED)
    portable = portable_folder()
    if portable is not None:
        return DataLocation(portable, Origin.PORTABLE)
    remembered = remembered_folder()
    if remembered is not None:
        return DataLocation(remembered, Origin.LOST if remembered == chosen_folder_file() else Origin.REMEMBERED)
    return DataLocation(_usual_folder(), Origin.USUAL)


def remembered_folder() -> Path | None:
    """The data folder that the operator chose on this machine, or None.

    A file that is there and names nothing is a choice that was lost: it stands for itself, and no office lies in it.
    """
    file = chosen_folder_file()
    if exists(file) and not is_file(file):
        # a pipe would be waited for
        return file
    try:
        told = os.fsdecode(file.read_bytes().removeprefix(b"\xef\xbb\xbf").rstrip(b"\r\n"))
    except FileNotFoundError:
        return None
    except (OSError, UnicodeError):
        return file
    return Path(told) if Path(told).is_absolute() else file


def chosen_folder_file() -> Path:
    """The file that stores the chosen folder, on this machine only."""
    named = os.environ.get(SETTINGS_VARIABLE)
    return Path(named).with_name(PLACE_FILE) if named else _usual_folder() / PLACE_FILE


def portable_folder() -> Path | None:
    """The data folder beside the program when ``portable.ini`` lies there, else ``None``."""
    home = program_folder()
    return home / "data" if is_file(home / PORTABLE_MARK) else None


def settings_file() -> Path | None:
    """The INI file of the machine's settings when named or portable; ``None`` means Qt's usual location."""
    named = os.environ.get(SETTINGS_VARIABLE)
    if named:
        return Path(named)
    portable = portable_folder()
    return None if portable is None else portable / SETTINGS


def log_folder(data: Path) -> Path:
    """The folder of a data folder's log files."""
    return data / LOG


def program_folder() -> Path:
    """The program's folder: of the executable when packed, else of the package."""
    if is_frozen():
        return Path(sys.executable).resolve().parent
    return PACKAGE.parent


def program_command() -> list[str]:
    """The command that starts this program again, run in :func:`program_folder` when not packed."""
    return [sys.executable] if is_frozen() else [sys.executable, "-m", PACKAGE.name]


def console_command() -> list[str]:
    """The command with console streams: in the bundle the console executable."""
    return [str(Path(sys.executable).with_name("dabirkhaneh-cli.exe"))] if is_frozen() else program_command()


def is_frozen() -> bool:
    """Whether this is a packed executable, not a checkout or an installed wheel."""
    return bool(getattr(sys, "frozen", False))


# ---- questions about a place that a person names: a name that the disk cannot have names nothing


def exists(path: Path) -> bool:
    """Whether anything accessible exists at the path."""
    return _mode(path) is not None


def is_file(path: Path) -> bool:
    """Whether the path is an existing file."""
    return stat.S_ISREG(_mode(path) or 0)


def is_folder(path: Path) -> bool:
    """Whether the path is an existing folder."""
    return stat.S_ISDIR(_mode(path) or 0)


def size_of(path: Path) -> int:
    """Size in bytes; 0 when nothing exists at the path."""
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0


def resolved(path: Path) -> Path:
    """Return the path with links resolved, or unchanged when that fails."""
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError):  # the last is Python's before 3.13 for links in a circle
        return path


def _mode(path: Path) -> int | None:
    """Return type and permission bits, links followed; None where pathlib's own methods would raise."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return None


# ---- inside


def _usual_folder() -> Path:
    """The user's own data folder; local, not roaming, because scans are large."""
    import platformdirs

    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False, roaming=False))


def _resource_folders() -> list[Path]:
    """Candidate resource folders, best first; a checkout's own folder comes before an installed copy."""
    inside = PACKAGE / "_resources"
    beside = PACKAGE.parent / "resources"
    # In site-packages a folder named "resources" could be anybody's: only a checkout has ui/ beside it
    is_checkout = (PACKAGE.parent / "pyproject.toml").is_file()
    return [beside] if is_checkout and not is_frozen() else [inside]
