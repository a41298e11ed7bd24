"""The office in memory that every test of the services begins with."""

from __future__ import annotations

import pytest

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
