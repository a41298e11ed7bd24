"""Offices of the tests: furnished once a process, and copied for each test that wants one."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import pytest

from desktop_app.storage.file.database import DATABASE_NAME
from tests.services.clocks import SettableClock
from tests.services.furnishing import furnish
from tests.services.office_steps import Office
from tests.services.records import Records

R = TypeVar("R")


@dataclass(frozen=True)
class Stage:
    """A closed database after some steps, and what the last of them answered."""

    database: Path
    answer: Any


@dataclass
class Offices:
    """The furnished database, closed, the ids of what is in it, and the stages that tests began with so far."""

    database: Path
    ids: Office
    places: Path
    stages: dict[tuple[str, ...], Stage] = field(default_factory=dict)
    used: int = 0

    @contextmanager
    def opened(self) -> Iterator[tuple[Office, Records]]:
        """An office in a data folder of its own, which goes with the ``with``."""
        with _gone_afterwards(self.database, self._place()) as records:
            beginning = CopiedBeginning(self, records)
            yield self.office_in(records, beginning), records

    def office_in(self, records: Records, beginning: CopiedBeginning | None) -> Office:
        """The office in a copy of its database."""
        return replace(self.ids, open_work=records.open_work, clock=records.clock, beginning=beginning, records=records)

    def stage(self, steps: tuple[str, ...], source: Path, at: datetime, step: Callable[[Office], object]) -> Stage:
        """What a step makes of a database, at a moment; made when it is first asked for."""
        if steps not in self.stages:
            records = Records(source, self._place(), SettableClock(at))
            try:
                answer = step(self.office_in(records, None))
            finally:
                records.close()
            assert records.clock.at == at, "a copied step does not move the clock"
            self.stages[steps] = Stage(records.place / DATABASE_NAME, answer)
        return self.stages[steps]

    def _place(self) -> Path:
        self.used += 1
        return self.places / f"دفتر {self.used}"


class CopiedBeginning:
    """The steps that a test has taken so far, as the stage that its data folder will be a copy of."""

    def __init__(self, offices: Offices, records: Records) -> None:
        self._offices, self._records = offices, records
        self._steps: tuple[str, ...] = ()

    @property
    def is_over(self) -> bool:
        """Whether the folder is open: from then on every step is taken in it."""
        return self._records.is_open

    def take(self, name: str, step: Callable[[Office], R]) -> R:
        """The answer of a step that was taken in a copy, once a process for all tests that begin alike."""
        at = self._records.clock.at
        steps = (*self._steps, f"{name} at {at}")
        stage = self._offices.stage(steps, self._records.source, at, step)
        self._steps, self._records.source = steps, stage.database
        answer: R = stage.answer
        return answer


@contextmanager
def _gone_afterwards(source: Path, place: Path) -> Iterator[Records]:
    records = Records(source, place, SettableClock())
    try:
        yield records
    finally:
        records.close()
        if records.is_open:
            shutil.rmtree(place)


@pytest.fixture(scope="session")
def offices(empty_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Offices]:
    """Furnished once: committee, parties, people, units and axes."""
    places = tmp_path_factory.mktemp("offices")
    records = Records(empty_folder / DATABASE_NAME, places / "furnished", SettableClock())
    ids = furnish(records.open_work, records.clock)
    records.close()
    yield Offices(records.place / DATABASE_NAME, ids, places)
    shutil.rmtree(places)


@pytest.fixture
def opened_office(offices: Offices) -> Iterator[tuple[Office, Records]]:
    """An office in a data folder of its own, closed when the test ends."""
    with offices.opened() as opened:
        yield opened


@pytest.fixture
def office(opened_office: tuple[Office, Records]) -> Office:
    """An office with its committee, people and units."""
    return opened_office[0]


@pytest.fixture
def records(opened_office: tuple[Office, Records]) -> Records:
    """What the office has recorded."""
    return opened_office[1]


@pytest.fixture
def unfounded(empty_folder: Path, tmp_path: Path) -> Iterator[Records]:
    """A data folder in which no committee is founded yet."""
    with _gone_afterwards(empty_folder / DATABASE_NAME, tmp_path / "دفتر تازه") as records:
        yield records
