"""Hours of past years on a machine whose C library knows only the rules of today, as that of Windows."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from desktop_app.domain.calendar import clock
from desktop_app.domain.calendar.clock import local_moment, zone_here, zone_of_windows
from tests.systems import not_on_windows

TEHRAN = ZoneInfo("Asia/Tehran")
SUMMER_1400, SUMMER_1402, LATE_1400 = "2021-07-01T05:30:00Z", "2023-07-01T05:30:00Z", "2021-07-01T19:45:00Z"


@pytest.fixture
def rules_of_today(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Half past three before Greenwich in all years."""
    monkeypatch.setenv("TZ", "IRST-3:30")
    if hasattr(time, "tzset"):
        time.tzset()
    yield
    monkeypatch.undo()
    if hasattr(time, "tzset"):
        time.tzset()


@pytest.mark.usefixtures("rules_of_today")
def test_hours_of_a_summer_long_ago_are_those_of_the_clocks_then(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "zone_here", lambda: zone_of_windows("Iran Standard Time"))
    assert local_moment(SUMMER_1400) == (date(2021, 7, 1), "10:00")
    assert local_moment(SUMMER_1402) == (date(2023, 7, 1), "09:00")
    assert local_moment(LATE_1400) == (date(2021, 7, 2), "00:15"), "else the day before"


def test_this_machine_tells_them_too() -> None:
    """Set to Tehran, as all tests are: by the C library on Linux, by the name of the zone on Windows."""
    assert [local_moment(at)[1] for at in (SUMMER_1400, SUMMER_1402)] == ["10:00", "09:00"]


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Iran Standard Time", TEHRAN),
        ("Asia/Tehran", TEHRAN),
        ("Nowhere Standard Time", None),
        ("IRST-3:30", None),
        ("../../etc", None),
        ("", None),
    ],
)
def test_a_zone_is_known_by_the_name_that_windows_has_for_it(name: str, zone: ZoneInfo | None) -> None:
    assert zone_of_windows(name) == zone


@not_on_windows("its C library knows the rules of today alone")
def test_where_the_c_library_knows_all_years_it_is_asked() -> None:
    assert zone_here() is None
