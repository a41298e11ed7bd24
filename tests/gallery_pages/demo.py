"""The demo's folder on its day, told once for all pictures."""

from __future__ import annotations

import shutil
from datetime import date
from functools import cache
from pathlib import Path

from desktop_app import wiring
from tests.gallery_pages.folders import empty_folder

TODAY = date(2023, 5, 13)


_taken: list[Path] = []


def take(told: Path) -> None:
    """Use demo data of that day that was made already."""
    _taken[:] = [told]


@cache
def _told() -> Path:
    if _taken:
        return _taken[0]
    folder = empty_folder()
    wiring.build_demo(folder, TODAY)
    return folder


def demo_folder() -> Path:
    """A copy that is the caller's own."""
    return Path(shutil.copytree(_told(), empty_folder() / "data"))
