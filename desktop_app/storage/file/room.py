"""Room on the disk: how much has to be freed until there is enough."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

ENOUGH: Final = 200 * 1024 * 1024
"""With so much the program works without a warning."""
_MEGABYTE: Final = 1024 * 1024


def missing_megabytes(folder: Path) -> int:
    """So many megabytes are to be freed until there is enough; 0 where the disk does not say how many."""
    for place in (folder, *folder.parents):
        try:
            free = shutil.disk_usage(place).free
        except OSError:
            continue
        return max(0, -(-(ENOUGH - free) // _MEGABYTE))
    return 0
