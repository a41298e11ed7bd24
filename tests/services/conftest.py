"""The office in memory that every test of the services begins with."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop_app.storage.file.database import DATABASE_NAME
from tests.services.fakes import Ledger
from tests.services.office import Office, new_office


@pytest.fixture
def both() -> tuple[Office, Ledger]:
    """An office and the ledger behind it."""
    return new_office()


@pytest.fixture
def office(both: tuple[Office, Ledger]) -> Office:
    """An office with its committee, people and units."""
    return both[0]


@pytest.fixture
def ledger(both: tuple[Office, Ledger]) -> Ledger:
    """What the office has committed."""
    return both[1]


@pytest.fixture
def fresh(empty_folder: Path, tmp_path: Path) -> Path:
    """A data folder of a test's own in which nothing is yet."""
    folder = tmp_path / "داده"
    folder.mkdir()
    shutil.copyfile(empty_folder / DATABASE_NAME, folder / DATABASE_NAME)
    return folder
