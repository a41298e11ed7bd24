"""Choice of the data folder: judged before anything is written, filled, remembered; and its disk.

Two volumes of one disk are lost together, and so are told apart only where the system says which disk each lies on.
What the system does not tell counts as another disk: nobody is warned of what is not known.
"""

from __future__ import annotations

import os
import re
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.storage.file.copying import CopyDiffers, copy_database
from desktop_app.storage.file.database import require_no_office, schema_version
from desktop_app.storage.file.lock import FolderLock
from desktop_app.storage.file.writable import (
    LONGEST,
    DriveKind,
    drive_kind,
    require_local,
    require_short,
    require_writable,
)
from desktop_app.storage.sqlite.connections import Role, connect
from desktop_app.system import disk, paths, rights

Disks = Callable[[Path], frozenset[str]]
"""Names of the volume that a folder lies on and of the disks below it; of no meaning beyond being compared."""


def disks_under(folder: Path) -> frozenset[str]:
    """Return the disks under an existing folder; empty if they are unknown."""
    try:
        device = folder.stat().st_dev
    except (OSError, ValueError):
        return frozenset()
    # Windows says 0 of what has no number
    volume = {f"volume {device}"} if device else set[str]()
    return frozenset({*volume, *_disks_of(folder, device)})


def same_disk(one: Path, other: Path, disks: Disks = disks_under) -> bool:
    """Whether two folders are on one disk, and so are lost together."""
    return bool(disks(one) & disks(other))


def disks_of_linux(device: str, blocks: Path) -> Iterator[str]:
    """Yield the names of the disks below a device, ``8:1``, from the kernel's folder of block devices."""
    with suppress(OSError):
        node = (blocks / device).resolve(strict=True)
        below = sorted((node / "slaves").iterdir()) if paths.is_folder(node / "slaves") else []
        for one in below:
            # an encrypted volume, or one of several disks
            yield from disks_of_linux((one / "dev").read_text(encoding="ascii").strip(), blocks)
        if not below:
            yield f"disk {node.parent.name if paths.exists(node / 'partition') else node.name}"


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _DEVICE_NUMBER: Final = 0x2D1080
    """IOCTL_STORAGE_GET_DEVICE_NUMBER: which disk a volume lies on; it needs no right to read or write it."""
    _SHARED, _EXISTING, _LETTERS = 3, 3, 261

    def _disks_of(folder: Path, _device: int) -> Iterator[str]:
        root = _root(folder)
        if len(root) != 3 or root[1] != ":":
            return
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateFileW.restype = wintypes.HANDLE
        handle = wintypes.HANDLE(kernel.CreateFileW(f"\\\\.\\{root[:2]}", 0, _SHARED, None, _EXISTING, 0, None))
        if handle.value is None or handle.value == wintypes.HANDLE(-1).value:
            return
        try:
            told, size = (wintypes.DWORD * 3)(), wintypes.DWORD()
            asked = (handle, _DEVICE_NUMBER, None, 0, told, ctypes.sizeof(told), ctypes.byref(size), None)
            if kernel.DeviceIoControl(*asked) and size.value == ctypes.sizeof(told):
                yield f"disk {told[0]} {told[1]}"
        finally:
            kernel.CloseHandle(handle)

    def _root(folder: Path) -> str:
        root = ctypes.create_unicode_buffer(_LETTERS)
        return root.value if ctypes.windll.kernel32.GetVolumePathNameW(str(folder), root, _LETTERS) else ""

else:

    def _disks_of(_folder: Path, device: int) -> Iterator[str]:
        return disks_of_linux(f"{os.major(device)}:{os.minor(device)}", Path("/sys/dev/block"))


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
    """A possible data folder, and what to ask the operator about it first."""

    folder: Path
    """The chosen one, or a new one inside it where other files lie there."""
    holds_office: bool = False
    """A committee is founded there, or what lies there cannot be read and may be one."""
    removable: bool = False
    cloud: bool = False


def judge_folder(
    chosen: Path,
    *,
    program: Path | None = None,
    kind_of: Callable[[Path], DriveKind] = drive_kind,
    variable: Callable[[str], str | None] = os.environ.get,
    longest: int | None = LONGEST,
) -> ChosenFolder:
    """Judge a chosen folder; nothing is created or written.

    Raises ``EnvironmentProblem``: ``place_on_network``, where neither locks nor journals are safe,
    ``place_in_program``, which an upgrade replaces, ``place_too_deep``, and ``place_unusable`` for what is no folder.
    """
    folder = chosen.absolute()
    kind = require_local(folder, kind_of)
    if paths.resolved(folder).is_relative_to(paths.resolved(program or paths.program_folder())):
        raise EnvironmentProblem("place_in_program", folder=str(folder))
    if not paths.is_folder(folder):
        raise EnvironmentProblem("place_unusable", folder=str(folder))
    if not paths.is_file(folder / paths.DATABASE) and _has_foreign_files(folder):
        folder = folder / paths.APP_NAME
    require_short(folder, longest)
    cloud = _in_cloud(folder, variable)
    office = _holds_office(folder / paths.DATABASE)
    return ChosenFolder(folder, holds_office=office, removable=kind is DriveKind.REMOVABLE, cloud=cloud)


def copy_unfounded_database(source: Path, target: Path, instant: str) -> None:
    """Copy the database of a closed data folder without a committee into another data folder without one.

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
            if paths.exists(target / paths.DATABASE):
                _move_aside(target, instant, undo)
            with closing(connect(source / paths.DATABASE, Role.WRITER)) as connection:
                copy_database(connection, target / paths.DATABASE)
            undo.pop_all()
    except (OSError, sqlite3.Error, CopyDiffers) as error:
        raise EnvironmentProblem("place_not_taken", folder=str(target)) from error


def remember_folder(folder: Path) -> None:
    """Store this folder as the data folder of this machine; raises ``EnvironmentProblem`` if that fails."""
    file = paths.chosen_folder_file()
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
    """Rename the database of an unused first start; ``undo`` can revert it."""
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
    """Return the name, or a similar one that is free."""
    name, number = wanted, 0
    while paths.exists(name):
        number += 1
        name = wanted.with_name(f"{wanted.name}-{number}")
    return name


def _holds_office(file: Path) -> bool:
    """Whether a database has a founded committee, or is unreadable and may have one; it is only read."""
    if not paths.exists(file):
        return False
    try:
        if schema_version(file, Role.READER) == 0:
            return False
        with closing(connect(file, Role.READER)) as connection:
            return bool(connection.execute("SELECT count(*) FROM committee").fetchone()[0])
    except (EnvironmentProblem, sqlite3.Error):
        return True


def _has_foreign_files(folder: Path) -> bool:
    """Whether the folder contains files that the program did not create."""
    try:
        names = [one.name.casefold() for one in folder.iterdir()]
    except OSError as error:
        raise EnvironmentProblem("place_unusable", folder=str(folder)) from error
    return not all(map(rights.is_program_file, names))


def _in_cloud(folder: Path, variable: Callable[[str], str | None]) -> bool:
    named = [Path(found) for name in _CLOUD_VARIABLES if (found := variable(name))]
    if any(folder.is_relative_to(cloud) for cloud in named):
        return True
    names = [part.casefold() for part in folder.parts]
    return any(name.startswith(_CLOUDS) or name in _WHOLE_CLOUDS for name in names)
