"""The demo's folder on its day, told once for all pictures."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date
from functools import cache
from pathlib import Path

from desktop_app import wiring

TODAY = date(2023, 5, 13)


@cache
def _told() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="gallery-"))
    wiring.build_demo(folder, TODAY)
    return folder


def demo_folder() -> Path:
    """A copy that is the caller's own."""
    return Path(shutil.copytree(_told(), Path(tempfile.mkdtemp(prefix="gallery-")) / "data"))
