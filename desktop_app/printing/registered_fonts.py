"""Fonts that Windows knows although they lie outside of its folders: managers of fonts register them where they are."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PureWindowsPath
from typing import Final

_KEY: Final = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts"


def registered_fonts() -> tuple[Path, ...]:
    """The files; none where there is no registry."""
    return tuple(Path(name) for name in outside_of_folders(_registered()))


def outside_of_folders(entries: Iterable[object]) -> list[str]:
    """Of what the registry holds, the names that say where a file lies; the others lie in the folder of Windows."""
    names = (os.path.expandvars(entry) for entry in entries if isinstance(entry, str))
    return [name for name in names if PureWindowsPath(name).is_absolute()]


def _registered() -> list[object]:
    """The values of both lists, that of the machine and that of the person."""
    found: list[object] = []
    if sys.platform == "win32":
        import winreg

        for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
            with suppress(OSError), winreg.OpenKey(root, _KEY) as key:
                found += [winreg.EnumValue(key, place)[1] for place in range(winreg.QueryInfoKey(key)[1])]
    return found
