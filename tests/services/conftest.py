"""An empty data folder, for tests that open it themselves; a hand that changes the data behind the program."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from desktop_app.storage.file.database import DATABASE_NAME
from tests.foreign import forge as change
from tests.services.records import Records

Forge = Callable[..., None]


@pytest.fixture
def fresh(empty_folder: Path, tmp_path: Path) -> Path:
    """A data folder of a test's own in which nothing is yet."""
    folder = tmp_path / "داده"
    folder.mkdir()
    shutil.copyfile(empty_folder / DATABASE_NAME, folder / DATABASE_NAME)
    return folder


@pytest.fixture
def forge(records: Records) -> Forge:
    """A hand that takes the guards away, changes what it wants and puts them back."""

    return partial(change, records.place)
