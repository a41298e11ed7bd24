"""Folder that the operator chose for the data: judged before anything is written there, filled, remembered."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app import disk, paths, rights
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.storage.file.connections import Role, connect
from desktop_app.storage.file.copying import CopyDiffers, copy_database
from desktop_app.storage.file.database import stamp
from desktop_app.storage.file.drives import DriveKind, drive_kind
from desktop_app.storage.file.lock import FolderLock
from desktop_app.storage.file.traces import require_no_office
from desktop_app.storage.file.writable import LONGEST, require_local, require_short, require_writable

_PLACE_PART: Final = f"{paths.PLACE_FILE}.part"
_CLOUDS: Final = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "my drive",
    "shared drives",
    "icloud",
    "nextcloud",
    "owncloud",
    "box sync",
)
"""How the folder's name of a service that copies to other machines begins, in small letters."""
_WHOLE_CLOUDS: Final = ("box",)
"""The whole name, where other words begin so too."""
_CLOUD_VARIABLES: Final = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
"""Where Windows says that it keeps that folder."""


@dataclass(frozen=True, slots=True)
class ChosenFolder:
    """A folder in which the data may lie, and what has to be asked about first."""

    folder: Path
    """The chosen one, or a new one inside it where other files lie there."""
    holds_office: bool = False
    """A committee is founded there, or what lies there cannot be read and may be one."""
    removable: bool = False
    cloud: bool = False


def judge(
    chosen: Path,
    *,
    program: Path | None = None,
    kind_of: Callable[[Path], DriveKind] = drive_kind,
    variable: Callable[[str], str | None] = os.environ.get,
    longest: int | None = LONGEST,
) -> ChosenFolder:
    """Judge it; nothing is made or written.

    Raises ``EnvironmentProblem``: ``place_on_network``, where neither locks nor journals are safe,
    ``place_in_program``, which an upgrade replaces, ``place_too_deep``, and ``place_unusable`` for what is no folder.
    """
    folder = chosen.absolute()
    kind = require_local(folder, kind_of)
    if paths.followed(folder).is_relative_to(paths.followed(program or paths.program_folder())):
        raise EnvironmentProblem("place_in_program", folder=str(folder))
    if not paths.is_folder(folder):
        raise EnvironmentProblem("place_unusable", folder=str(folder))
    if not paths.is_file(folder / paths.DATABASE) and _has_strangers(folder):
        folder = folder / paths.APP_NAME
    require_short(folder, longest)
    cloud = _in_cloud(folder, variable)
    office = _holds_office(folder / paths.DATABASE)
    return ChosenFolder(folder, holds_office=office, removable=kind is DriveKind.REMOVABLE, cloud=cloud)


def take_along(source: Path, target: Path, instant: str) -> None:
    """Copy the database of a closed data folder, in which no committee is founded yet, into one that has none.

    What was typed goes along, and stays where it was too. An older database of a first start that lies in ``target``
    is kept under a name with the ``instant``. Raises ``EnvironmentProblem``: ``folder_not_writable``,
    ``not_a_folder``, ``data_in_use``, ``place_not_taken``, ``database_vanished``, ``backup_place_is_no_data``; then all
    is as it was.
    """
    require_writable(target)
    if not paths.size_of(target / paths.DATABASE):
        require_no_office(target)
    try:
        with ExitStack() as undo:
            if paths.lies(target / paths.DATABASE):
                _move_aside(target, instant, undo)
            with closing(connect(source / paths.DATABASE, Role.WRITER)) as connection:
                copy_database(connection, target / paths.DATABASE)
            undo.pop_all()
    except (OSError, sqlite3.Error, CopyDiffers) as error:
        raise EnvironmentProblem("place_not_taken", folder=str(target)) from error


def remember_place(folder: Path) -> None:
    """From now on the data of this machine lie there; raises ``EnvironmentProblem`` where that cannot be kept."""
    file = paths.place_file()
    part = file.with_name(_PLACE_PART)
    try:
        rights.make_folder(file.parent)
        rights.make_file(part)
        part.write_bytes(os.fsencode(folder))
        disk.sync_file(part)
        disk.replace(part, file)
        disk.sync_name(file)
    except OSError as error:
        raise EnvironmentProblem("place_not_remembered", folder=str(folder)) from error


def _move_aside(folder: Path, instant: str, undo: ExitStack) -> None:
    """Give the database of a first start that nobody is at another name; ``undo`` brings it back."""
    lock = FolderLock(folder)
    lock.take(instant)
    try:
        file = folder / paths.DATABASE
        if _holds_office(file):
            raise EnvironmentProblem("place_not_taken", folder=str(folder))
        aside = _new_name(folder / f"{paths.UNFOUNDED}-{re.sub('[^0-9TZ]', '', instant)}")
        disk.replace(file, aside)
        undo.callback(disk.replace, aside, file)
    finally:
        lock.release()


def _new_name(wanted: Path) -> Path:
    """The name, or one like it that nothing has yet."""
    name, number = wanted, 0
    while paths.lies(name):
        number += 1
        name = wanted.with_name(f"{wanted.name}-{number}")
    return name


def _holds_office(file: Path) -> bool:
    """Whether a committee is founded in a database; one that cannot be read may hold one. It is only read."""
    if not paths.lies(file):
        return False
    try:
        if stamp(file, Role.READER) == 0:
            return False
        with closing(connect(file, Role.READER)) as connection:
            return bool(connection.execute("SELECT count(*) FROM committee").fetchone()[0])
    except (EnvironmentProblem, sqlite3.Error):
        return True


def _has_strangers(folder: Path) -> bool:
    """Whether something lies there that the program does not lay there itself."""
    try:
        names = [one.name.casefold() for one in folder.iterdir()]
    except OSError as error:
        raise EnvironmentProblem("place_unusable", folder=str(folder)) from error
    return not all(map(rights.is_ours, names))


def _in_cloud(folder: Path, variable: Callable[[str], str | None]) -> bool:
    named = [Path(found) for name in _CLOUD_VARIABLES if (found := variable(name))]
    if any(folder.is_relative_to(cloud) for cloud in named):
        return True
    names = [part.casefold() for part in folder.parts]
    return any(name.startswith(_CLOUDS) or name in _WHOLE_CLOUDS for name in names)
