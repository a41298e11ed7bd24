"""Kinds of drives: whether a folder lies on a disk of the machine, on one that can be pulled out, or on a network."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from enum import Enum
from pathlib import Path, PureWindowsPath
from typing import Final


class DriveKind(Enum):
    """What a folder lies on; ``FIXED`` also where nothing else is known."""

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
    """What the folder lies on, or would; it need not be there."""
    # one statement, for each system's checker takes the branch of the other as never reached
    of_windows = sys.platform == "win32"
    return kind_of_windows(PureWindowsPath(folder), _drive_type) if of_windows else kind_of_linux(folder, mounts())


def kind_of_windows(folder: PureWindowsPath, drive_type: Callable[[str], int]) -> DriveKind:
    """By the drive that its path begins with; a share of a network has none, or is behind a letter."""
    drive = folder.drive.removeprefix("\\\\?\\")
    if drive.startswith("\\\\") or drive.upper().startswith("UNC\\"):
        return DriveKind.NETWORK
    return _OF_WINDOWS.get(drive_type(f"{drive}\\"), DriveKind.FIXED)


def kind_of_linux(folder: Path, mounts: Iterator[tuple[str, str]]) -> DriveKind:
    """By the nearest place at which something is mounted."""
    place, system = mount_of(folder, mounts)
    if system in _NETWORKS:
        return DriveKind.NETWORK
    return DriveKind.REMOVABLE if place.startswith(_PULLED_OUT) else DriveKind.FIXED


def mount_of(folder: Path, mounts: Iterator[tuple[str, str]]) -> tuple[str, str]:
    """The nearest place at which something is mounted, and the kind of its file system."""
    place, system = "", ""
    for mounted, kind in mounts:
        if folder.is_relative_to(mounted) and len(mounted) >= len(place):
            place, system = mounted, kind
    return place, system


def mounts() -> Iterator[tuple[str, str]]:
    """Every place at which something is mounted, with the kind of its file system."""
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
