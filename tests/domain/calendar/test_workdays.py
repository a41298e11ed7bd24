"""Closed days and counting in working days."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop_app.domain.calendar.jalali import LAST_DAY, from_jalali, year_of
from desktop_app.domain.calendar.workdays import (
    FRIDAY,
    Closed,
    ClosedKind,
    Holiday,
    WorkCalendar,
    calendar_from,
    holidays_from,
)
from desktop_app.domain.errors import RuleBroken

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "holidays"


@pytest.fixture(scope="module")
def calendar() -> WorkCalendar:
    return calendar_from(json.loads(file.read_text(encoding="utf-8")) for file in sorted(FOLDER.glob("*.json")))


def test_ten_working_days_after_the_fifth_meeting(calendar: WorkCalendar) -> None:
    assert calendar.add_working_days(from_jalali(1402, 2, 11), 10) == from_jalali(1402, 2, 25)


def test_a_holiday_between_moves_the_count(calendar: WorkCalendar) -> None:
    # the 14th and 15th of Khordad are holidays, the 11th and 12th a weekend
    assert calendar.add_working_days(from_jalali(1402, 3, 10), 1) == from_jalali(1402, 3, 13)
    assert calendar.add_working_days(from_jalali(1402, 3, 10), 2) == from_jalali(1402, 3, 16)
    assert WorkCalendar().add_working_days(from_jalali(1402, 3, 10), 2) == from_jalali(1402, 3, 14)


def test_a_closed_day_offers_the_next_working_day(calendar: WorkCalendar) -> None:
    closed = from_jalali(1402, 3, 14)
    assert not calendar.is_working(closed)
    assert calendar.working_day_from(closed) == calendar.next_working_day(closed) == from_jalali(1402, 3, 16)
    assert calendar.previous_working_day(closed) == from_jalali(1402, 3, 13)


def test_a_working_day_stays_itself(calendar: WorkCalendar) -> None:
    monday = from_jalali(1402, 3, 8)
    assert calendar.is_working(monday)
    assert calendar.closed_because(monday) is None
    assert calendar.working_day_from(monday) == monday
    assert calendar.next_working_day(monday) == from_jalali(1402, 3, 9)


def test_why_a_day_is_closed(calendar: WorkCalendar) -> None:
    assert calendar.closed_because(from_jalali(1402, 3, 14)) == Closed(ClosedKind.HOLIDAY, "رحلت امام خمینی")
    assert calendar.closed_because(from_jalali(1402, 3, 11)) == Closed(ClosedKind.WEEKEND)
    # a Friday that is a holiday is told by its name
    assert calendar.closed_because(from_jalali(1402, 4, 16)) == Closed(ClosedKind.HOLIDAY, "عید غدیر خم")
    assert calendar.closed_because(from_jalali(1406, 3, 26)) == Closed(ClosedKind.HOLIDAY, "عاشورا", estimated=True)


def test_the_years_that_are_known(calendar: WorkCalendar) -> None:
    assert calendar.years == frozenset(range(1401, 1407))
    assert calendar.knows(from_jalali(1406, 12, 29))
    assert not calendar.knows(from_jalali(1407, 1, 1))


def test_the_weekend_is_a_setting() -> None:
    thursday = from_jalali(1402, 3, 11)
    assert WorkCalendar(frozenset({FRIDAY})).is_working(thursday)
    assert WorkCalendar(frozenset()).is_working(thursday + timedelta(days=1))


def test_a_week_without_a_working_day_is_refused() -> None:
    with pytest.raises(RuleBroken) as refused:
        WorkCalendar(frozenset(range(7)))
    assert (refused.value.key, refused.value.field) == ("no_working_day", "weekend")
    with pytest.raises(ValueError, match="no such days"):
        WorkCalendar(frozenset({7}))


def _counted(calendar: WorkCalendar, start: date, end: date) -> int:
    """Working days after ``start`` up to and with ``end``; where ``end`` comes first, those left behind, below zero."""
    if end < start:
        return -sum(calendar.is_working(end + timedelta(days=ahead)) for ahead in range((start - end).days))
    return sum(calendar.is_working(start + timedelta(days=ahead)) for ahead in range(1, (end - start).days + 1))


def test_counting_and_adding_agree(calendar: WorkCalendar) -> None:
    chance = random.Random(20230501)
    for _ in range(500):
        start = from_jalali(1401, 1, 1) + timedelta(days=chance.randrange(2000))
        count = chance.randint(-80, 80)
        end = calendar.add_working_days(start, count)
        assert _counted(calendar, start, end) == count
        assert count == 0 or calendar.is_working(end)


def test_no_working_day_passes_over_a_weekend(calendar: WorkCalendar) -> None:
    wednesday = from_jalali(1402, 3, 10)
    assert _counted(calendar, wednesday, wednesday + timedelta(days=2)) == 0


def test_a_count_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(RuleBroken, match="year_out_of_range"):
        WorkCalendar().add_working_days(LAST_DAY - timedelta(days=9), 30)


def test_the_calendar_keeps_its_own_table() -> None:
    table = {date(2023, 5, 1): "x"}
    calendar = WorkCalendar(holidays=table)
    table.clear()
    assert not calendar.is_working(date(2023, 5, 1))
    with pytest.raises(TypeError):
        calendar.holidays[date(2023, 5, 2)] = "y"  # type: ignore[index]


ROW = {"day": "2023-06-04", "jalali": "ignored", "name": "نام", "estimated": False}


def test_one_table_is_read() -> None:
    table = {"schema": 1, "year": 1402, "holidays": [ROW]}
    assert holidays_from(table) == (1402, (Holiday(date(2023, 6, 4), "نام"),))


@pytest.mark.parametrize(
    "table",
    [
        [],
        {},
        {"schema": 2, "year": 1402, "holidays": []},
        {"schema": 1, "year": "1402", "holidays": []},
        {"schema": 1, "year": 1402, "holidays": {}},
        {"schema": 1, "year": 1402, "holidays": ["2023-06-04"]},
        {"schema": 1, "year": 1402, "holidays": [{**ROW, "name": " "}]},
        {"schema": 1, "year": 1402, "holidays": [{**ROW, "estimated": "no"}]},
        {"schema": 1, "year": 1402, "holidays": [{**ROW, "day": "1402-03-14"}]},
        {"schema": 1, "year": 1403, "holidays": [ROW]},
        {"schema": 1, "year": 1402, "holidays": [ROW, ROW]},
        {"schema": 1, "year": 1402, "holidays": [{**ROW, "day": "14 Khordad"}]},
    ],
)
def test_a_broken_table_is_told(table: object) -> None:
    with pytest.raises((ValueError, RuleBroken)):
        holidays_from(table)


def test_the_shipped_days_lie_in_their_years(calendar: WorkCalendar) -> None:
    counted = {year: sum(year_of(day) == year for day in calendar.holidays) for year in sorted(calendar.years)}
    assert counted == {1401: 27, 1402: 29, 1403: 27, 1404: 33, 1405: 26, 1406: 27}
    assert min(calendar.estimates) > from_jalali(1405, 10, 1)


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (date(2023, 2, 25), date(2023, 3, 1)),
        (date(2023, 3, 1), date(2023, 3, 1)),
        (date(2023, 3, 2), date(2023, 3, 2)),
        (date(2023, 3, 3), date(2023, 3, 3)),
        (date(2023, 3, 4), date(2023, 3, 7)),
    ],
)
def test_a_week_ends_with_its_last_working_day(day: date, end: date) -> None:
    """Weeks run from Saturday to Friday; Thursday and Friday are closed, and here a Wednesday, too."""
    assert WorkCalendar(holidays={date(2023, 3, 8): "نیمهٔ شعبان"}).end_of_week(day) == end
