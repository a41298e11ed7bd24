"""An empty data folder, for tests that open it themselves."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop_app.storage.file.database import DATABASE_NAME


@pytest.fixture
def fresh(empty_folder: Path, tmp_path: Path) -> Path:
    """A data folder of a test's own in which nothing is yet."""
    folder = tmp_path / "داده"
    folder.mkdir()
    shutil.copyfile(empty_folder / DATABASE_NAME, folder / DATABASE_NAME)
    return folder
