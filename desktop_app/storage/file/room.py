"""Room on the disk: whether an error says that there is none, and how much has to be freed."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path
from typing import Final

ENOUGH: Final = 200 * 1024 * 1024
"""With so much the program works without a warning."""
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FULL_OF_WINDOWS: Final = frozenset({39, 112})
"""ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL."""
_MEGABYTE: Final = 1024 * 1024


def is_full(error: OSError) -> bool:
    """Whether the disk, or what an account may use of it, is full."""
    return error.errno in _FULL or getattr(error, "winerror", None) in _FULL_OF_WINDOWS


def missing_megabytes(folder: Path) -> int:
    """So many megabytes are to be freed until there is enough; 0 where the disk does not say how many."""
    for place in (folder, *folder.parents):
        try:
            free = shutil.disk_usage(place).free
        except OSError:
            continue
        return max(0, -(-(ENOUGH - free) // _MEGABYTE))
    return 0
