"""Conversion against a second library on every day, months, and how a day is written."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from persiantools.jdatetime import JalaliDate as ReferenceDate

from desktop_app.domain.calendar.jalali import (
    FIRST_DAY,
    FIRST_YEAR,
    LAST_DAY,
    LAST_YEAR,
    JalaliDate,
    JalaliMonth,
    add_months,
    day_from_iso,
    format_date,
    format_long,
    format_month,
    format_short,
    format_words,
    from_jalali,
    is_leap,
    iso_text,
    last_day_of_year,
    month_length,
    month_of,
    to_jalali,
    weekday_name,
    year_of,
)
from desktop_app.domain.errors import RuleBroken
from tests.whole import deciding

# the ends of the range; a leap year after four years and after five, each with the year after it, whose first day a
# wrong leap year moves; of every other year the test after it asks the first day and the last
DECIDING_YEARS = (FIRST_YEAR, 1399, 1400, 1408, 1409, LAST_YEAR)


@pytest.mark.parametrize("year", deciding(range(FIRST_YEAR, LAST_YEAR + 1), DECIDING_YEARS))
def test_every_day_agrees_with_a_second_library_both_ways(year: int) -> None:
    different = []
    first = from_jalali(year, 1, 1)
    for ahead in range((last_day_of_year(year) - first).days + 1):
        day = first + timedelta(days=ahead)
        ours, reference = to_jalali(day), ReferenceDate(day)  # type: ignore[no-untyped-call]
        if (ours.year, ours.month, ours.day) != (reference.year, reference.month, reference.day) or ours.civil != day:
            different.append(day)
    assert different == []
    assert ours.year == year


@pytest.mark.parametrize("year", range(FIRST_YEAR, LAST_YEAR + 1))
def test_every_year_begins_and_ends_as_in_a_second_library(year: int) -> None:
    for day in (from_jalali(year, 1, 1), last_day_of_year(year)):
        reference = ReferenceDate(day)  # type: ignore[no-untyped-call]
        assert to_jalali(day) == JalaliDate(reference.year, reference.month, reference.day)


def test_the_calendar_has_so_many_days() -> None:
    assert (LAST_DAY - FIRST_DAY).days + 1 == 73_414


def test_the_range_is_whole_years() -> None:
    assert to_jalali(FIRST_DAY) == JalaliDate(FIRST_YEAR, 1, 1)
    assert to_jalali(LAST_DAY) == JalaliDate(LAST_YEAR, 12, 29)


def test_leap_years_have_a_gap_of_four_or_five() -> None:
    leap = [year for year in range(1395, 1421) if is_leap(year)]
    assert leap == [1395, 1399, 1403, 1408, 1412, 1416, 1420]


@pytest.mark.parametrize("year", range(FIRST_YEAR, LAST_YEAR + 1))
def test_month_lengths_fill_the_year(year: int) -> None:
    next_year = from_jalali(year + 1, 1, 1) if year < LAST_YEAR else LAST_DAY + timedelta(days=1)
    assert sum(month_length(year, month) for month in range(1, 13)) == (next_year - from_jalali(year, 1, 1)).days
    assert last_day_of_year(year) == next_year - timedelta(days=1)


@pytest.mark.parametrize(
    ("parts", "key"),
    [
        ((1299, 1, 1), "year_out_of_range"),
        ((1501, 1, 1), "year_out_of_range"),
        ((1402, 0, 1), "month_not_in_year"),
        ((1402, 13, 1), "month_not_in_year"),
        ((1402, 12, 30), "day_not_in_month"),
        ((1402, 7, 31), "day_not_in_month"),
        ((1402, 1, 0), "day_not_in_month"),
        ((1403, 12, 31), "day_not_in_month"),
    ],
)
def test_a_day_that_does_not_exist_is_refused(parts: tuple[int, int, int], key: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        from_jalali(*parts)
    assert refused.value.key == key


def test_the_refusal_holds_what_its_sentence_says() -> None:
    with pytest.raises(RuleBroken) as refused:
        JalaliDate(1402, 12, 30)
    assert refused.value.facts == {
        "year": 1402,
        "month": 12,
        "day": 30,
        "month_length": 29,
        "month_length_words": "بیست‌ونه",
        "month_name": "اسفند",
        "next_month_name": "فروردین",
    }


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(1921, 3, 20), 1299),
        (date(1920, 6, 1), 1299),
        (date(2122, 3, 21), 1501),
        (date(2200, 1, 1), 1578),
        (date.min, -621),
        (date.max, 9378),
    ],
)
def test_a_civil_day_beyond_the_calendar_is_refused(day: date, year: int) -> None:
    with pytest.raises(RuleBroken) as refused:
        to_jalali(day)
    assert refused.value.key == "year_out_of_range"
    assert refused.value.facts["year"] == year


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ((1402, 6, 31), 1, (1402, 7, 30)),
        ((1402, 6, 31), 6, (1402, 12, 29)),
        ((1402, 6, 31), 18, (1403, 12, 30)),
        ((1402, 11, 15), 2, (1403, 1, 15)),
        ((1402, 1, 31), -1, (1401, 12, 29)),
        ((1402, 1, 1), -13, (1400, 12, 1)),
        ((1403, 12, 30), 12, (1404, 12, 29)),
        ((1402, 5, 5), 0, (1402, 5, 5)),
    ],
)
def test_months_later_keep_the_day_or_end_with_the_month(
    start: tuple[int, int, int], months: int, end: tuple[int, int, int]
) -> None:
    assert add_months(from_jalali(*start), months) == from_jalali(*end)


def test_months_are_ordered_and_counted() -> None:
    month = month_of(from_jalali(1401, 12, 8))
    assert month == JalaliMonth(1401, 12)
    assert month < month.plus(1) == JalaliMonth(1402, 1)
    assert month.plus(-12) == JalaliMonth(1400, 12)
    assert month.months_until(JalaliMonth(1402, 3)) == 3
    assert JalaliMonth(1402, 3).months_until(month) == -3
    assert (month.first_day, month.last_day, month.length) == (date(2023, 2, 20), date(2023, 3, 20), 29)


def test_a_month_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(RuleBroken, match="year_out_of_range"):
        JalaliMonth(LAST_YEAR, 12).plus(1)


def test_how_a_day_is_written() -> None:
    day = from_jalali(1402, 3, 8)
    assert day == date(2023, 5, 29)
    assert format_date(day) == "۱۴۰۲/۰۳/۰۸"
    assert format_words(day) == "دوشنبه ۸ خرداد ۱۴۰۲"
    assert format_long(day) == "۸ خرداد ۱۴۰۲"
    assert format_short(day) == "۸ خرداد"
    assert format_month(month_of(day)) == "خرداد ۱۴۰۲"
    assert weekday_name(day) == "دوشنبه"
    assert year_of(day) == 1402


def test_seven_days_have_seven_names() -> None:
    saturday = from_jalali(1402, 2, 9)
    names = [weekday_name(saturday + timedelta(days=ahead)) for ahead in range(7)]
    assert names == ["شنبه", "یکشنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه"]


def test_the_stored_text_comes_back() -> None:
    assert day_from_iso(iso_text(date(2023, 5, 1))) == date(2023, 5, 1)
    assert iso_text(date(2023, 5, 1)) == "2023-05-01"


@pytest.mark.parametrize(
    "text", ["", "20230501", "2023-5-1", "2023-W18-1", "2023-05-01T00:00", "۲۰۲۳-۰۵-۰۱", "2023-02-30"]
)
def test_any_other_stored_text_is_a_fault(text: str) -> None:
    with pytest.raises(ValueError, match=r"YYYY-MM-DD|day is out of range"):
        day_from_iso(text)
