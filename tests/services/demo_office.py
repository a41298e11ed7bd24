"""The demo office on its day, open for reading: what the services of papers are tried on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.services.context import Context
from desktop_app.wiring import view_office
from tests.journeys.clock import STORY_DAY, MovedClock


@contextmanager
def demo_office(folder: Path) -> Iterator[Context]:
    """What every service of a paper takes first."""
    clock = MovedClock(STORY_DAY)
    office = view_office(folder, clock)
    try:
        yield office.context
    finally:
        office.close()
