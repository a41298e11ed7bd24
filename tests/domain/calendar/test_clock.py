"""The fixed clock, time between instants, and a refusal put beside another field."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from desktop_app.domain.calendar.clock import FixedClock, seconds_between
from desktop_app.domain.errors import EnvironmentProblem, RuleBroken


def test_a_fixed_clock_stands_still() -> None:
    clock = FixedClock(datetime.fromisoformat("2023-05-01T10:05:30"))
    assert (clock.today(), clock.local_time(), clock.instant()) == (
        date(2023, 5, 1),
        "10:05",
        "2023-05-01T10:05:30Z",
    )


@pytest.mark.parametrize(
    ("start", "end", "seconds"),
    [
        ("", "2023-05-01T10:00:00Z", 0),
        ("2023-05-01T10:00:00Z", "2023-05-01T10:07:40Z", 460),
        ("2023-05-01T10:00:00Z", "2023-05-01T09:00:00Z", 0),
    ],
)
def test_seconds_between(start: str, end: str, seconds: int) -> None:
    assert seconds_between(start, end) == seconds


def test_a_refusal_says_its_key_and_facts() -> None:
    assert str(RuleBroken("agenda_empty")) == "agenda_empty"
    assert str(EnvironmentProblem("disk_full", folder="D")) == "disk_full(folder='D')"


def test_a_refusal_moves_beside_another_field() -> None:
    moved = RuleBroken("time_empty", field="a", text="x").beside("b", row=2)
    assert (type(moved), moved.key, moved.field, moved.facts) == (
        RuleBroken,
        "time_empty",
        "b",
        {"text": "x", "row": 2},
    )
