"""Writability of a data folder: a fixed disk of this machine, a short path, enough room, no severe findings.

A drive is fixed, removable or of a network.
"""

from __future__ import annotations

import os
import secrets
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from enum import Enum
from pathlib import Path, PureWindowsPath
from typing import Final

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.findings import Finding
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.system import disk, paths, rights

ENOUGH: Final = 200 * 1024 * 1024
"""With so much the program works without a warning."""
_MEGABYTE: Final = 1024 * 1024


def missing_megabytes(folder: Path) -> int:
    """Return how many megabytes must be freed to have enough; 0 if the free space is unknown."""
    for place in (folder, *folder.parents):
        try:
            free = shutil.disk_usage(place).free
        except OSError:
            continue
        return max(0, -(-(ENOUGH - free) // _MEGABYTE))
    return 0


class DriveKind(Enum):
    """Kind of the drive of a folder; ``FIXED`` also if it is unknown."""

    FIXED = "fixed"
    REMOVABLE = "removable"
    NETWORK = "network"


_OF_WINDOWS: Final = {2: DriveKind.REMOVABLE, 4: DriveKind.NETWORK, 5: DriveKind.REMOVABLE}
"""What GetDriveTypeW says; 5 is a disc."""
_NETWORKS: Final = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "ncpfs", "fuse.sshfs", "davfs"}
)
_PULLED_OUT: Final = ("/media/", "/run/media/")


def drive_kind(folder: Path) -> DriveKind:
    """Return the kind of drive that a folder is on; the folder may be missing."""
    # one statement, for each system's checker takes the branch of the other as never reached
    of_windows = sys.platform == "win32"
    return kind_of_windows(PureWindowsPath(folder), _drive_type) if of_windows else kind_of_linux(folder, mounts())


def kind_of_windows(folder: PureWindowsPath, drive_type: Callable[[str], int]) -> DriveKind:
    """Return the kind of drive by the drive letter of the path; a network share has none, or has a letter too."""
    drive = folder.drive.removeprefix("\\\\?\\")
    if drive.startswith("\\\\") or drive.upper().startswith("UNC\\"):
        return DriveKind.NETWORK
    return _OF_WINDOWS.get(drive_type(f"{drive}\\"), DriveKind.FIXED)


def kind_of_linux(folder: Path, mounts: Iterator[tuple[str, str]]) -> DriveKind:
    """Return the kind of drive by the nearest mount point."""
    place, system = mount_of(folder, mounts)
    if system in _NETWORKS:
        return DriveKind.NETWORK
    return DriveKind.REMOVABLE if place.startswith(_PULLED_OUT) else DriveKind.FIXED


def mount_of(folder: Path, mounts: Iterator[tuple[str, str]]) -> tuple[str, str]:
    """Return the nearest mount point and its file system."""
    place, system = "", ""
    for mounted, kind in mounts:
        if folder.is_relative_to(mounted) and len(mounted) >= len(place):
            place, system = mounted, kind
    return place, system


def mounts() -> Iterator[tuple[str, str]]:
    """Yield every mount point and its file system."""
    with suppress(OSError):
        for line in Path("/proc/self/mounts").read_text(encoding="utf-8", errors="surrogateescape").splitlines():
            parts = line.split()
            if len(parts) > 2:
                yield parts[1].replace("\\040", " "), parts[2]


if sys.platform == "win32":
    import ctypes

    def _drive_type(root: str) -> int:
        return int(ctypes.windll.kernel32.GetDriveTypeW(root))

else:

    def _drive_type(_root: str) -> int:
        return 0


LONGEST_OF_WINDOWS: Final = 148
"""Letters of a folder below which all of ours still fits into the 259 of a path: SQLite knows no longer ones there."""
LONGEST: Final = LONGEST_OF_WINDOWS if sys.platform == "win32" else None
"""The same on this system; elsewhere it is the single name that is limited."""


def require_local(folder: Path, kind_of: Callable[[Path], DriveKind] | None = None) -> DriveKind:
    """Return the kind of drive, links followed; raise ``place_on_network`` where locks and journals are unsafe."""
    kind = (kind_of or drive_kind)(paths.resolved(folder))
    if kind is DriveKind.NETWORK:
        raise EnvironmentProblem("place_on_network", folder=str(folder))
    return kind


def require_short(folder: Path, longest: int | None) -> None:
    """Raise ``place_too_deep`` if the paths of the program's files would be too long in this folder."""
    if longest is not None and len(str(folder)) > longest:
        raise EnvironmentProblem("place_too_deep", folder=str(folder), longest=longest)


def require_no_findings(findings: Sequence[Finding]) -> None:
    """Raise ``records_doubtful`` if there are findings: nothing is written into such a file."""
    if findings:
        raise EnvironmentProblem("records_doubtful", count=len(findings))


def require_writable(folder: Path) -> None:
    """Create the folder if needed and write a test file into it; raise ``folder_not_writable``.

    What is unfit is not tried: ``not_a_folder``, ``place_on_network`` and ``place_too_deep``.
    """
    if paths.is_file(folder):
        raise EnvironmentProblem("not_a_folder", path=str(folder))
    require_local(folder)
    require_short(folder, LONGEST)
    try:
        rights.make_folder(folder)
        _write_test_file(folder)
    except OSError as error:
        if disk.is_full(error):
            megabytes = missing_megabytes(folder)
            raise EnvironmentProblem("full_at_start", folder=str(folder), megabytes=megabytes) from error
        raise EnvironmentProblem("folder_not_writable", folder=str(folder)) from error
    path = folder / DATABASE_NAME
    if paths.exists(path) and not _may_write(path):
        raise EnvironmentProblem("folder_not_writable", folder=str(folder))


def require_may_become_writable(folder: Path) -> None:
    """Like :func:`require_writable`, for a folder that may be missing; nothing is created or written."""
    require_local(folder)
    require_short(folder, LONGEST)
    try:
        nearest = next(filter(_is_there, (folder, *folder.parents)), folder)
    except (OSError, ValueError) as error:
        raise EnvironmentProblem("folder_not_writable", folder=str(folder)) from error
    if not paths.is_folder(nearest) or not os.access(nearest, os.W_OK | os.X_OK):
        raise EnvironmentProblem("folder_not_writable", folder=str(folder))


def _is_there(path: Path) -> bool:
    """Whether the path exists; an impossible name or a forbidden folder raises ``OSError``."""
    try:
        path.stat()
    except OSError as error:
        if isinstance(error, FileNotFoundError | NotADirectoryError):
            return False
        raise
    return True


def _write_test_file(folder: Path) -> None:
    """Write a test file once; `tempfile` would retry for very long when Windows refuses."""
    probe = folder / f".{secrets.token_hex(6)}.probe"
    try:
        with probe.open("xb") as out:
            out.write(b"probe")
    finally:
        with suppress(OSError):
            disk.remove(probe)


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK)
