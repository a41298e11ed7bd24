"""Writability of a data folder: on a disk of this machine, by a short address, and with nothing found wrong in it."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from desktop_app import disk, paths, rights
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.findings import Finding
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.drives import DriveKind, drive_kind
from desktop_app.storage.file.room import missing_megabytes

LONGEST_OF_WINDOWS: Final = 148
"""Letters of a folder below which all of ours still fits into the 259 of a path: SQLite knows no longer ones there."""
LONGEST: Final = LONGEST_OF_WINDOWS if sys.platform == "win32" else None
"""The same on this system; elsewhere it is the single name that is limited."""


def require_local(folder: Path, kind_of: Callable[[Path], DriveKind] | None = None) -> DriveKind:
    """What the folder lies on, its links followed, or ``place_on_network``: no lock and no journal is safe there."""
    kind = (kind_of or drive_kind)(paths.followed(folder))
    if kind is DriveKind.NETWORK:
        raise EnvironmentProblem("place_on_network", folder=str(folder))
    return kind


def require_short(folder: Path, longest: int | None) -> None:
    """Raise ``place_too_deep`` where not all of ours would fit below the folder."""
    if longest is not None and len(str(folder)) > longest:
        raise EnvironmentProblem("place_too_deep", folder=str(folder), longest=longest)


def require_none_found(findings: Sequence[Finding]) -> None:
    """Raise ``records_doubtful`` where a check found anything: nothing is written into such a file."""
    if findings:
        raise EnvironmentProblem("records_doubtful", count=len(findings))


def require_writable(folder: Path) -> None:
    """Make the folder if need be and write a file into it, or raise ``folder_not_writable``.

    What is unfit is not tried: ``not_a_folder``, ``place_on_network`` and ``place_too_deep``.
    """
    if paths.is_file(folder):
        raise EnvironmentProblem("not_a_folder", path=str(folder))
    require_local(folder)
    require_short(folder, LONGEST)
    try:
        rights.make_folder(folder)
        _probe(folder)
    except OSError as error:
        if disk.is_full(error):
            megabytes = missing_megabytes(folder)
            raise EnvironmentProblem("full_at_start", folder=str(folder), megabytes=megabytes) from error
        raise EnvironmentProblem("folder_not_writable", folder=str(folder)) from error
    path = folder / DATABASE_NAME
    if paths.lies(path) and not _may_write(path):
        raise EnvironmentProblem("folder_not_writable", folder=str(folder))


def require_may_be(folder: Path) -> None:
    """As :func:`require_writable` of a folder that may not be there yet; nothing is made and nothing written."""
    require_local(folder)
    require_short(folder, LONGEST)
    try:
        nearest = next(filter(_is_there, (folder, *folder.parents)), folder)
    except (OSError, ValueError) as error:
        raise EnvironmentProblem("folder_not_writable", folder=str(folder)) from error
    if not paths.is_folder(nearest) or not os.access(nearest, os.W_OK | os.X_OK):
        raise EnvironmentProblem("folder_not_writable", folder=str(folder))


def _is_there(path: Path) -> bool:
    """Whether it is; a name that no disk can have raises, as does a folder that nobody may enter."""
    try:
        path.stat()
    except OSError as error:
        if isinstance(error, FileNotFoundError | NotADirectoryError):
            return False
        raise
    return True


def _probe(folder: Path) -> None:
    """One try: `tempfile` takes a refusal of Windows for a taken name, and tries two thousand million others."""
    probe = folder / f".{secrets.token_hex(6)}.probe"
    try:
        with probe.open("xb") as out:
            out.write(b"probe")
    finally:
        with suppress(OSError):
            disk.remove(probe)


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK)
