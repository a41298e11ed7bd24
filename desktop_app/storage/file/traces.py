"""Traces of an office in a folder whose database is missing, empty or damaged: it never becomes a new office."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from desktop_app import paths
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.paths import lies, size_of

_OF_AN_OFFICE: Final = tuple(name for name in paths.FOLDERS if name != paths.LOG)


def require_no_office(folder: Path) -> None:
    """Raise ``EnvironmentProblem("database_vanished")`` where records were kept in this folder before.

    A place of backups, which has files as well, is told as that: ``backup_place_is_no_data``.

    A log alone tells of a start that failed before there was any database; with the lock file beside it, of one that
    opened it.
    """
    kept = _kept(folder)
    if lies(folder / paths.LOCK) and _holds_files(folder / paths.LOG):
        kept.append(paths.LOG)
    journal = folder / f"{paths.DATABASE}-journal"
    if size_of(journal):
        kept.append(journal.name)
    if {*kept} <= {paths.FILES} and _holds_backups(folder):
        raise EnvironmentProblem("backup_place_is_no_data", folder=str(folder))
    if kept:
        raise EnvironmentProblem("database_vanished", folder=str(folder), kept=kept[0])


def holds_office(folder: Path) -> bool:
    """Whether files of an office lie beside a database that does not say whose it is; a log is none of them."""
    return bool(_kept(folder))


def _kept(folder: Path) -> list[str]:
    return [name for name in _OF_AN_OFFICE if _holds_files(folder / name)]


def _holds_backups(folder: Path) -> bool:
    """Whether backups lie in the folder itself; those of an office lie in a folder of their own below it."""
    try:
        inside = [one for one in folder.iterdir() if paths.is_folder(one)]
    except OSError:
        return False
    return any(lies(one / paths.MANIFEST) and lies(one / paths.DATABASE) for one in inside)


def _holds_files(folder: Path) -> bool:
    """Whether anything lies in a folder, at whatever depth, that is not empty."""
    return any(size_of(Path(place, name)) for place, _folders, names in os.walk(folder) for name in names)
