"""Writability of a data folder: it lies on a disk of this machine, which is asked first, and is written into."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from desktop_app import disk, paths, rights
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.drives import DriveKind, drive_kind
from desktop_app.storage.file.room import missing_megabytes


def require_local(folder: Path, kind_of: Callable[[Path], DriveKind] | None = None) -> DriveKind:
    """What the folder lies on, its links followed, or ``place_on_network``: no lock and no journal is safe there."""
    kind = (kind_of or drive_kind)(paths.followed(folder))
    if kind is DriveKind.NETWORK:
        raise EnvironmentProblem("place_on_network", folder=str(folder))
    return kind


def require_writable(folder: Path) -> None:
    """Make the folder if need be and write a file into it, or raise ``folder_not_writable``.

    On a network nothing is tried: ``place_on_network``.
    """
    require_local(folder)
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
