"""Check of a paper's target file: a file or a new name, never what the program itself keeps in a data folder."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PureWindowsPath

from desktop_app import paths
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.rules.files import is_device


def require_target(path: Path, office: Path | None = None) -> None:
    """Raise ``EnvironmentProblem`` for a place that the operator may not name.

    Keys: ``target_not_file`` and ``target_of_office``. Any folder with a database in it is a data folder; of the one
    that is open, ``office``, hard links are known from afar, too.
    """
    require_file(path)
    target = real_path(path)
    folders = [folder for folder in target.parents if paths.lies(folder / paths.DATABASE)]
    if office is not None:
        with suppress(EnvironmentProblem):  # what cannot be followed holds no file of ours
            folders.append(real_path(office))
    named = target.name.casefold().startswith(paths.RECORDS)  # in whatever folder
    if named or any(_is_kept(target, folder) or _is_linked(target, folder) for folder in folders):
        raise EnvironmentProblem("target_of_office", path=str(path))


def require_file(path: Path, *, windows: bool = os.name == "nt") -> None:
    """Raise ``target_not_file`` for a pipe, a device and the like: a file would take its place for all programs."""
    if windows and is_device_of_windows(path):
        raise EnvironmentProblem("target_not_file", path=str(path))
    try:
        mode = real_path(path).lstat().st_mode
    except OSError:  # nothing is there, or it has a name that writing refuses in its own words
        return
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise EnvironmentProblem("target_not_file", path=str(path))


def real_path(path: Path) -> Path:
    """Where a path leads, its links followed; raises ``file_name_unusable`` where the system cannot follow it."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError) as error:
        raise EnvironmentProblem("file_name_unusable", path=str(path)) from error


def is_device_of_windows(path: Path) -> bool:
    """Whether Windows takes it for a device, in whatever folder and with whatever ending: ``NUL.pdf``."""
    named = PureWindowsPath(path)
    if str(named).startswith("\\\\.\\"):
        return True
    return any(is_device(part) for part in named.parts if part != named.anchor)


def _is_kept(target: Path, folder: Path) -> bool:
    """By its name, also one that is still to come; beside the papers that were recorded a new one may lie."""
    if not target.is_relative_to(folder):
        return False
    first = target.relative_to(folder).parts[0].casefold() if target != folder else ""
    if first == paths.PAPERS:
        return paths.lies(target)
    return first in paths.FOLDERS or first.startswith(paths.SETTINGS)


def _is_linked(target: Path, folder: Path) -> bool:
    """By what it is: a second name of a kept file. What has one name only is not compared with all of them."""
    if not _has_names(target):
        return False
    for kept in _kept(folder):
        with suppress(OSError):
            if target.samefile(kept):
                return True
    return False


def _has_names(target: Path) -> bool:
    try:
        return target.stat().st_nlink > 1
    except OSError:
        return False


def _kept(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from (file for file in folder.iterdir() if file.name.startswith((*paths.RECORDS, paths.SETTINGS)))
    for name in paths.FOLDERS:
        for place, _inner, files in os.walk(folder / name):
            yield from (Path(place) / file for file in files)
