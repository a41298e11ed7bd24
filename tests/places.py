"""Places that tests need and that a machine may not have: a link to a file, a folder that refuses everybody."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.systems import skip_on_windows

REFUSING = "Z:/sys" if sys.platform == "win32" else "/sys"
"""A folder in which nobody may write, the administrator neither; under Wine it is that of the machine below."""


def refusing() -> Path:
    """The folder that refuses everybody."""
    folder = Path(REFUSING)
    if not folder.is_dir():
        skip_on_windows("no folder here refuses everybody, as one of Linux does")
        pytest.fail("this machine has no folder that refuses everybody; give the test another one")
    return folder


def link(place: Path, target: Path) -> None:
    """Make a link to a file or a folder, or say that this machine makes none."""
    try:
        place.symlink_to(target)
    except OSError:
        if sys.platform != "win32":
            raise
    if not place.is_symlink():
        skip_on_windows("links are made by administrators alone, and by Wine not at all")
