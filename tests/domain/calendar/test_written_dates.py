"""Dates as people type them: every form right, everything else refused with its reason, nothing moved silently."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from desktop_app.domain.calendar.date_words import MONTHS
from desktop_app.domain.calendar.jalali import (
    FIRST_DAY,
    LAST_DAY,
    JalaliDate,
    format_date,
    format_long,
    format_words,
    from_jalali,
    to_jalali,
)
from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.calendar.written_dates import read_date, read_time
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.text.digits import persian_digits
from tests.whole import Share

# Monday, the day of the fifth meeting
TODAY = from_jalali(1402, 2, 11)
CALENDAR = WorkCalendar(holidays={from_jalali(1402, 3, 14): "الف", from_jalali(1402, 3, 15): "ب"})


def read(text: str, today: date = TODAY) -> date:
    return read_date(text, today=today, calendar=CALENDAR).day


def refusal(text: str, today: date = TODAY) -> RuleBroken:
    with pytest.raises(RuleBroken) as refused:
        read(text, today)
    return refused.value


def _arabic(text: str) -> str:
    return "".join(chr(0x0660 + int(char)) if char.isascii() and char.isdigit() else char for char in text)


def _mixed(text: str) -> str:
    return "".join(
        (char, persian_digits(char), _arabic(char))[place % 3] if char.isdigit() else char
        for place, char in enumerate(text)
    )


FORMS: dict[str, Callable[[JalaliDate], str]] = {
    "padded": lambda day: f"{day.year}/{day.month:02}/{day.day:02}",
    "bare": lambda day: f"{day.year}/{day.month}/{day.day}",
    "dashes": lambda day: f"{day.year}-{day.month:02}-{day.day:02}",
    "dots": lambda day: f"{day.year}.{day.month}.{day.day}",
    "blanks": lambda day: f"{day.year} {day.month} {day.day}",
    "eight digits": lambda day: f"{day.year}{day.month:02}{day.day:02}",
    "month by name": lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
}
DIGITS: dict[str, Callable[[str], str]] = {
    "latin": str,
    "persian": persian_digits,
    "arabic": _arabic,
    "mixed": _mixed,
}


def _random_days(count: int) -> list[date]:
    chance = random.Random(1402)
    days = [FIRST_DAY + timedelta(days=chance.randrange((LAST_DAY - FIRST_DAY).days + 1)) for _ in range(count - 2)]
    return [*days, from_jalali(1403, 12, 30), from_jalali(1402, 12, 29)]


@pytest.mark.parametrize("digits", DIGITS)
@pytest.mark.parametrize("form", FORMS)
def test_seven_written_forms_of_two_hundred_days(form: str, digits: str) -> None:
    days = _random_days(200)
    wrong = []
    for day in days:
        text = DIGITS[digits](FORMS[form](to_jalali(day)))
        if read(text) != day:
            wrong.append(text)
    assert wrong == []


def test_what_the_program_writes_it_reads() -> None:
    for day in _random_days(200):
        for text in (format_date(day), format_long(day), format_words(day)):
            assert read(text) == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # two digits of a year: the nearest
        ("02/03/08", (1402, 3, 8)),
        ("020308", (1402, 3, 8)),
        ("۹۹/۷/۱۶", (1399, 7, 16)),
        ("52/1/1", (1352, 1, 1)),  # fifty years both ways: the past one
        ("51/1/1", (1451, 1, 1)),
        ("402/3/8", (1402, 3, 8)),
        # the year last
        ("8/3/1402", (1402, 3, 8)),
        ("۸-۳-۱۴۰۲", (1402, 3, 8)),
        # separators of Persian keyboards
        ("۱۴۰۲٫۳٫۸", (1402, 3, 8)),
        ("۱۴۰۲،۳،۸", (1402, 3, 8)),
        (" " * 60 + "فردا", (1402, 2, 12)),
        (" ۱۴۰۲ / ۰۳ / ۰۸ ", (1402, 3, 8)),
        ("1402–03–08", (1402, 3, 8)),
        # near days
        ("امروز", (1402, 2, 11)),
        ("فردا", (1402, 2, 12)),
        ("پس‌فردا", (1402, 2, 13)),
        ("پس فردا", (1402, 2, 13)),
        ("پسفردا", (1402, 2, 13)),
        ("ديروز", (1402, 2, 10)),
        ("پریروز", (1402, 2, 9)),
        # counts
        ("+۳هفته", (1402, 3, 1)),
        ("+ 3 هفته", (1402, 3, 1)),
        ("سه هفتهٔ دیگر", (1402, 3, 1)),
        ("سه هفته‌ی ديگر", (1402, 3, 1)),
        ("+10", (1402, 2, 21)),
        ("-۳", (1402, 2, 8)),
        ("۱۰ روز", (1402, 2, 21)),
        ("چهل و پنج روز دیگر", (1402, 3, 25)),
        ("۵ روز پیش", (1402, 2, 6)),
        ("+۲ماه", (1402, 4, 11)),
        ("دو ماه قبل", (1401, 12, 11)),
        ("-1ماه", (1402, 1, 11)),
        ("یک سال بعد", (1403, 2, 11)),
        ("هفتهٔ آینده", (1402, 2, 18)),
        ("ماه بعد", (1402, 3, 11)),
        ("سال گذشته", (1401, 2, 11)),
        ("۱۰ روز کاری", (1402, 2, 25)),
        ("ظرف ده روز کاری", (1402, 2, 25)),
        ("+10 روز‌کاری", (1402, 2, 25)),
        ("۲ روز کاری قبل", (1402, 2, 9)),
        # ends
        ("پایان ماه", (1402, 2, 31)),
        ("تا پایان این ماه", (1402, 2, 31)),
        ("آخر ماه جاری", (1402, 2, 31)),
        ("پایان ماه آینده", (1402, 3, 31)),
        ("پایان هفته", (1402, 2, 13)),
        ("پایان هفتهٔ بعد", (1402, 2, 20)),
        ("پایان سال", (1402, 12, 29)),
        ("پایان سال آینده", (1403, 12, 30)),
        ("پایان شهریور", (1402, 6, 31)),
        ("تا پایان اسفند ماه ۱۴۰۳", (1403, 12, 30)),
        ("آخر بهمن", (1401, 11, 30)),  # ten weeks back is nearer than nine months on
        # weekdays
        ("دوشنبه", (1402, 2, 18)),
        ("سه شنبه", (1402, 2, 12)),
        ("سه‌شنبه", (1402, 2, 12)),
        ("۳شنبه", (1402, 2, 12)),
        ("یک‌شنبه", (1402, 2, 17)),
        ("تا روز شنبه", (1402, 2, 16)),
        ("چهارشنبهٔ آینده", (1402, 2, 13)),
        ("چهارشنبه هفته بعد", (1402, 2, 20)),
        ("شنبه هفته بعد", (1402, 2, 16)),
        ("جمعه هفتهٔ آینده", (1402, 2, 22)),
        # by name
        ("۸ خرداد", (1402, 3, 8)),
        ("هشتم خرداد", (1402, 3, 8)),
        ("8خرداد1402", (1402, 3, 8)),
        ("۸ خرداد ماه سال ۱۴۰۲", (1402, 3, 8)),
        ("8 خرداد 02", (1402, 3, 8)),
        ("بیست و یکم خرداد", (1402, 3, 21)),
        ("یکم مهر", (1402, 7, 1)),
        ("اول مهر", (1402, 7, 1)),
        ("مورخ ۸ خرداد، ۱۴۰۲", (1402, 3, 8)),
        ("دوشنبه ۸ خرداد", (1402, 3, 8)),
        ("دوشنبه، ۸ خرداد ۱۴۰۲", (1402, 3, 8)),
        ("۵ امرداد", (1402, 5, 5)),
        # no year: the nearest
        ("3/8", (1402, 3, 8)),
        ("20 اسفند", (1401, 12, 20)),
        ("12/20", (1401, 12, 20)),
    ],
)
def test_what_people_type(text: str, expected: tuple[int, int, int]) -> None:
    assert to_jalali(read(text)) == JalaliDate(*expected)


def test_a_date_without_a_year_says_so() -> None:
    for text in ("3/8", "۸ خرداد", "پایان شهریور"):
        assert read_date(text, today=TODAY, calendar=CALENDAR).year_guessed
    for text in ("02/3/8", "۸ خرداد ۱۴۰۲", "پایان شهریور ۱۴۰۲", "فردا", "پایان ماه"):
        assert not read_date(text, today=TODAY, calendar=CALENDAR).year_guessed


def test_of_two_equally_near_years_the_later_one_is_meant() -> None:
    earlier, later = from_jalali(1403, 1, 3), from_jalali(1404, 1, 3)
    day = earlier + (later - earlier) / 2
    assert (day - earlier) == (later - day), "choose another date: these are not equally far"
    assert read("3 فروردین", day) == later


def test_the_year_without_a_year_turns_at_the_ends_of_the_calendar() -> None:
    assert read("20 اسفند", FIRST_DAY) == from_jalali(1300, 12, 20)
    assert read("3 فروردین", LAST_DAY) == from_jalali(1500, 1, 3)


def test_counting_from_a_short_month() -> None:
    assert read("+1ماه", from_jalali(1402, 6, 31)) == from_jalali(1402, 7, 30)


def test_the_end_of_a_week_that_has_passed_is_the_next_one() -> None:
    assert read("پایان هفته", from_jalali(1402, 2, 13)) == from_jalali(1402, 2, 13)
    assert read("پایان هفته", from_jalali(1402, 2, 14)) == from_jalali(1402, 2, 20)
    assert read("پایان هفته", from_jalali(1402, 2, 15)) == from_jalali(1402, 2, 20)


def test_the_end_of_a_closed_week_is_the_next_one() -> None:
    week = {from_jalali(1402, 2, day): "بسته" for day in range(16, 21)}
    found = read_date("پایان هفته", today=from_jalali(1402, 2, 16), calendar=WorkCalendar(holidays=week))
    assert found.day == from_jalali(1402, 2, 27)


def test_the_end_of_a_closed_next_week_does_not_fall_back_to_this_one() -> None:
    week = {from_jalali(1402, 2, day): "بسته" for day in range(16, 21)}
    found = read_date("پایان هفتهٔ بعد", today=TODAY, calendar=WorkCalendar(holidays=week))
    assert found.day == from_jalali(1402, 2, 27)


def test_the_end_of_a_week_with_an_open_friday() -> None:
    found = read_date("پایان هفته", today=TODAY, calendar=WorkCalendar(frozenset()))
    assert found.day == from_jalali(1402, 2, 15)


@pytest.mark.parametrize("back", range(7))
def test_a_weekday_is_always_ahead_within_a_week(back: int) -> None:
    today = TODAY - timedelta(days=back)
    assert 1 <= (read("دوشنبه", today) - today).days <= 7
    assert read("دوشنبه", today).weekday() == 0
    assert read("شنبه هفته بعد", today) > today
    assert (read("جمعه هفته بعد", today) - read("شنبه هفته بعد", today)).days == 6


@pytest.mark.parametrize(
    ("text", "key", "facts"),
    [
        ("", "date_empty", {}),
        (" \u200c ", "date_empty", {}),
        ("1402/12/30", "day_not_in_month", {"month_length": 29, "month_name": "اسفند"}),
        ("۳۰ اسفند ۱۴۰۲", "day_not_in_month", {"year": 1402}),
        ("30 اسفند", "day_not_in_month", {"year": 1401}),
        ("1402/07/31", "day_not_in_month", {"month_length": 30, "next_month_name": "آبان"}),
        ("۳۱ مهر", "day_not_in_month", {"day": 31, "year": 1402}),
        ("14021230", "day_not_in_month", {"day": 30}),
        ("1402/1/32", "day_not_in_month", {"month_length_words": "سی‌ویک"}),
        ("1402/1/0", "day_not_in_month", {"day": 0}),
        ("0/0", "month_not_in_year", {"month": 0}),
        ("3/0", "day_not_in_month", {"day": 0}),
        ("1402/13/1", "month_not_in_year", {"month": 13, "year": 1402}),
        ("13/1", "month_not_in_year", {"month": 13, "year": 1402}),
        ("1402/00/01", "month_not_in_year", {"month": 0}),
        ("1299/1/1", "year_out_of_range", {"year": 1299, "first": 1300, "last": 1500}),
        ("1501/1/1", "year_out_of_range", {"year": 1501}),
        ("202/1/1", "year_out_of_range", {"year": 1202}),
        ("پایان خرداد ۱۶۰۰", "year_out_of_range", {"year": 1600}),
        ("2023-05-29", "year_is_gregorian", {"year": 2023, "suggestion": "۱۴۰۲/۰۳/۰۸"}),
        ("29/5/2023", "year_is_gregorian", {"suggestion": "۱۴۰۲/۰۳/۰۸"}),
        ("20230529", "year_is_gregorian", {}),
        ("2023/13/1", "year_out_of_range", {"year": 2023}),
        ("2500/1/1", "year_out_of_range", {"year": 2500}),
        ("سه‌شنبه ۸ خرداد ۱۴۰۲", "weekday_differs", {"written": "سه‌شنبه", "actual": "دوشنبه", "date": "۱۴۰۲/۰۳/۰۸"}),
        ("+9999 سال", "year_out_of_range", {"year": 11401}),
        ("+99999999999", "year_out_of_range", {}),
        ("-99999999999", "year_out_of_range", {}),
        ("۹۹۹۹۹۹ روز کاری", "year_out_of_range", {"year": 1501}),
        ("-999999 ماه", "year_out_of_range", {}),
        ("abc", "date_not_understood", {"text": "abc"}),
        ("10", "date_not_understood", {}),
        ("1402", "date_not_understood", {}),
        ("14023", "date_not_understood", {}),
        ("140203081", "date_not_understood", {}),
        ("2/3/8", "date_not_understood", {}),
        ("1402/3", "date_not_understood", {}),
        ("1402/3/8/1", "date_not_understood", {}),
        ("1402/3/123", "date_not_understood", {}),
        ("14021/3/8", "date_not_understood", {}),
        ("1402//", "date_not_understood", {}),
        ("+", "date_not_understood", {}),
        ("+هفته", "date_not_understood", {}),
        ("+ هفته بعد", "date_not_understood", {}),
        ("-3 روز پیش", "date_not_understood", {}),
        ("+3 روز بعد", "date_not_understood", {}),
        ("روز", "date_not_understood", {}),
        ("هفته", "date_not_understood", {}),
        ("بعد", "date_not_understood", {}),
        ("۳ بعد", "date_not_understood", {}),
        ("خرداد", "date_not_understood", {}),
        ("خرداد ۱۴۰۲", "date_not_understood", {}),
        ("۸ خرداد ۱", "date_not_understood", {}),
        ("۸ ژوئن", "date_not_understood", {}),
        ("٪", "date_not_understood", {}),
        ("1402/3/8 " * 9, "date_not_understood", {}),
    ],
)
def test_what_is_no_date_is_refused(text: str, key: str, facts: dict[str, object]) -> None:
    refused = refusal(text)
    assert refused.key == key
    assert {name: refused.facts[name] for name in facts} == facts


def test_a_step_over_the_edge_of_the_calendar_is_refused() -> None:
    for text, today in (
        ("فردا", LAST_DAY),
        ("دوشنبه", LAST_DAY),
        ("+1", LAST_DAY),
        ("-1", FIRST_DAY),
        ("دیروز", FIRST_DAY),
        ("ماه بعد", LAST_DAY),
    ):
        refused = refusal(text, today)
        assert refused.key == "year_out_of_range", text
        assert refused.facts["year"] in {1299, 1501}


def test_a_long_text_is_quoted_in_part() -> None:
    assert refusal("الف" * 100).facts["text"] == ("الف" * 100)[:60]


PIECES = [
    *"0123456789۰۱۲۳۴۵۶۷۸۹٠١٢٣/-.+, ‌",
    "خرداد",
    "اسفند",
    "ماه",
    "روز",
    "کاری",
    "هفته",
    "پایان",
    "دوشنبه",
    "شنبه",
    "فردا",
    "بعد",
    "پیش",
    "سال",
    "۱۴۰۲",
    "30",
    "\ud800",
    "\u202e",
    "x",
]


def test_nothing_typed_ever_fails_otherwise(share: Share) -> None:
    """Any text is a day of the calendar or a refusal with a known key."""
    chance = random.Random(8)
    keys = set()
    # four thousand reach each of the six refusals
    for _ in range(share(4_000, 20_000)):
        text = "".join(chance.choices(PIECES, k=chance.randint(1, 6)))
        try:
            day = read(text)
        except RuleBroken as refused:
            keys.add(refused.key)
        else:
            assert FIRST_DAY <= day <= LAST_DAY, text
    assert keys == {
        "date_empty",
        "date_not_understood",
        "day_not_in_month",
        "month_not_in_year",
        "year_out_of_range",
        "weekday_differs",
    }


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("9", "09:00"),
        ("۹:۳۰", "09:30"),
        ("٠٩:٣٠", "09:30"),
        ("09.30", "09:30"),
        ("۹٫۳۰", "09:30"),
        ("0930", "09:30"),
        ("930", "09:30"),
        ("۸۰۵", "08:05"),
        ("14 : 5", "14:05"),
        ("ساعت ۱۰", "10:00"),
        ("00:00", "00:00"),
        ("23:59", "23:59"),
    ],
)
def test_times(text: str, time: str) -> None:
    assert read_time(text) == time


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "time_empty"),
        (" ", "time_empty"),
        ("ساعت ", "time_empty"),
        ("24", "time_not_understood"),
        ("9:60", "time_not_understood"),
        ("960", "time_not_understood"),
        ("2500", "time_not_understood"),
        ("09305", "time_not_understood"),
        ("صبح", "time_not_understood"),
        ("9:30:00", "time_not_understood"),
        ("9" * 100, "time_not_understood"),
    ],
)
def test_what_is_no_time_is_refused(text: str, key: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        read_time(text)
    assert refused.value.key == key
    assert len(str(refused.value.facts.get("text", ""))) <= 60
