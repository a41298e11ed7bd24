"""How late someone came, and how long a session has been going on."""

from __future__ import annotations

import pytest

from desktop_app.domain.rules.attendance import minutes_between, minutes_late


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [("10:00", "10:26", 26), ("09:50", "12:10", 140), ("10:00", "10:00", 0), ("10:30", "10:00", 0)],
)
def test_minutes_between_two_times_of_one_day(start: str, end: str, minutes: int) -> None:
    assert minutes_between(start, end) == minutes


@pytest.mark.parametrize(("start", "end"), [("", "10:00"), ("10:00", ""), ("", "")])
def test_a_missing_time_is_no_time_at_all(start: str, end: str) -> None:
    assert minutes_between(start, end) == 0


def test_late_is_measured_from_the_real_beginning() -> None:
    assert minutes_late("10:18", "10:05", "10:00") == 13


def test_late_is_measured_from_the_announced_hour_before_it_begins() -> None:
    assert minutes_late("10:18", "", "10:00") == 18


def test_who_came_before_the_beginning_is_not_late() -> None:
    assert minutes_late("09:55", "10:05", "10:00") == 0
