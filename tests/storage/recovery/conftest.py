"""Demo data of a test's own, for what is damaged and recovered."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def office(demo_data: Path, tmp_path: Path) -> Path:
    """The demo data, closed, in a folder of the test's own."""
    return Path(shutil.copytree(demo_data, tmp_path / "دفتر"))
