"""Volumes: which disk of the machine a folder lies on.

Two volumes of one disk are lost together, and so are told apart only where the system says which disk each lies on.
What the system does not tell counts as another disk: nobody is warned of what is not known.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from desktop_app import paths

Disks = Callable[[Path], frozenset[str]]
"""Names of the volume that a folder lies on and of the disks below it; of no meaning beyond being compared."""


def disks_under(folder: Path) -> frozenset[str]:
    """Of a folder that is there; empty where nothing can be found out."""
    try:
        device = folder.stat().st_dev
    except (OSError, ValueError):
        return frozenset()
    # Windows says 0 of what has no number
    volume = {f"volume {device}"} if device else set[str]()
    return frozenset({*volume, *_disks_of(folder, device)})


def same_disk(one: Path, other: Path, disks: Disks = disks_under) -> bool:
    """Whether two folders are lost with one disk."""
    return bool(disks(one) & disks(other))


def disks_of_linux(device: str, blocks: Path) -> Iterator[str]:
    """Names of the disks below a device, ``8:1``, by the folder in which the kernel lists them."""
    with suppress(OSError):
        node = (blocks / device).resolve(strict=True)
        below = sorted((node / "slaves").iterdir()) if paths.is_folder(node / "slaves") else []
        for one in below:
            # an encrypted volume, or one of several disks
            yield from disks_of_linux((one / "dev").read_text(encoding="ascii").strip(), blocks)
        if not below:
            yield f"disk {node.parent.name if paths.lies(node / 'partition') else node.name}"


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
