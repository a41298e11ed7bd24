"""Folders for pictures: each its own, all removed when the process ends."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path


@cache
def _all() -> tempfile.TemporaryDirectory[str]:
    # An office that a page still holds open keeps its file on Windows
    return tempfile.TemporaryDirectory(prefix="gallery-", ignore_cleanup_errors=True)


def empty_folder() -> Path:
    """A new one."""
    return Path(tempfile.mkdtemp(dir=_all().name))
