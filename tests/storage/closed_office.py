"""A closed data folder with the one file that its records tell of."""

from __future__ import annotations

import shutil
from pathlib import Path

from desktop_app.system import paths
from tests.storage.sample import SCAN, kept_at


def closed_office(folder: Path, database: Path) -> Path:
    """Made of a database of the sample."""
    (folder / kept_at(SCAN)).parent.mkdir(parents=True)
    (folder / kept_at(SCAN)).write_bytes(SCAN)
    shutil.copyfile(database, folder / paths.DATABASE)
    return folder
