"""The Jalali calendar over civil days: conversion, months, and how a day is written on screen and paper.

A day is a :class:`datetime.date` everywhere and ISO text in storage; Jalali is only how it is shown and typed.
Conversion is jdatetime's, which agrees with a second library on every day of the years 1300 to 1500 (a test);
Qt's own calendar does not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

import jdatetime

from desktop_app.domain.calendar.date_words import WEEKDAYS, cardinal, month_name
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.text.digits import persian_digits

FIRST_YEAR: Final = 1300
LAST_YEAR: Final = 1500
FIRST_DAY: Final = date(1921, 3, 21)
LAST_DAY: Final = date(2122, 3, 20)

_ISO: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LEAP_IN_33: Final = frozenset({1, 5, 9, 13, 17, 22, 26, 30})


@dataclass(frozen=True, slots=True, order=True)
class JalaliMonth:
    """One month of one Jalali year; months sort by time."""

    year: int
    month: int

    def __post_init__(self) -> None:
        require_month(self.year, self.month)

    @property
    def length(self) -> int:
        """Days in the month."""
        return month_length(self.year, self.month)

    @property
    def first_day(self) -> date:
        """The first civil day of the month."""
        return from_jalali(self.year, self.month, 1)

    @property
    def last_day(self) -> date:
        """The last civil day of the month."""
        return from_jalali(self.year, self.month, self.length)

    def plus(self, months: int) -> JalaliMonth:
        """Return the month that is ``months`` later, or earlier for a negative number."""
        year, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        return JalaliMonth(year, month + 1)

    def months_until(self, other: JalaliMonth) -> int:
        """Number of months from this one to the other."""
        return (other.year - self.year) * 12 + other.month - self.month


@dataclass(frozen=True, slots=True, order=True)
class JalaliDate:
    """A day by its Jalali year, month and day; a day that does not exist raises ``RuleBroken``."""

    year: int
    month: int
    day: int

    def __post_init__(self) -> None:
        require_day(self.year, self.month, self.day)

    @property
    def civil(self) -> date:
        """The day as a :class:`datetime.date`."""
        converted: date = jdatetime.date(self.year, self.month, self.day).togregorian()
        return converted

    @property
    def in_month(self) -> JalaliMonth:
        """The month of the day."""
        return JalaliMonth(self.year, self.month)


def is_leap(year: int) -> bool:
    """Whether the year is a leap year (Esfand has 30 days); the gap is four years, sometimes five."""
    return year % 33 in _LEAP_IN_33


def month_length(year: int, month: int) -> int:
    """Number of days in the month: 31, 30, and 29 or 30 in Esfand."""
    if month <= 6:
        return 31
    return 30 if month < 12 or is_leap(year) else 29


def require_year(year: int) -> None:
    """Raise ``RuleBroken`` for a year outside the range of the calendar."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise RuleBroken("year_out_of_range", year=year, first=FIRST_YEAR, last=LAST_YEAR)


def require_month(year: int, month: int) -> None:
    """Raise ``RuleBroken`` for a month that is not 1 to 12."""
    require_year(year)
    if not 1 <= month <= 12:
        raise RuleBroken("month_not_in_year", month=month, year=year)


def require_day(year: int, month: int, day: int) -> None:
    """Raise ``RuleBroken`` for a day that the month does not have; the facts hold the month and its length."""
    require_month(year, month)
    length = month_length(year, month)
    if not 1 <= day <= length:
        raise RuleBroken(
            "day_not_in_month",
            year=year,
            month=month,
            day=day,
            month_length=length,
            month_length_words=cardinal(length),
            month_name=month_name(month),
            next_month_name=month_name(month % 12 + 1),
        )


@lru_cache(maxsize=4096)
def to_jalali(day: date) -> JalaliDate:
    """The Jalali date of a civil day."""
    if not FIRST_DAY <= day <= LAST_DAY:
        # near enough for the sentence; a year turns on 20 or 21 March
        require_year(day.year - (621 if (day.month, day.day) >= (3, 21) else 622))
    found = jdatetime.date.fromgregorian(date=day)
    return JalaliDate(found.year, found.month, found.day)


def from_jalali(year: int, month: int, day: int) -> date:
    """The civil day of a Jalali date; a date that does not exist raises ``RuleBroken``."""
    return JalaliDate(year, month, day).civil


def month_of(day: date) -> JalaliMonth:
    """The Jalali month of a civil day."""
    return to_jalali(day).in_month


def year_of(day: date) -> int:
    """The Jalali year of a civil day."""
    return to_jalali(day).year


def add_months(day: date, months: int) -> date:
    """Return the day of the month ``months`` later; the last day of that month when it has no such day."""
    start = to_jalali(day)
    month = start.in_month.plus(months)
    return from_jalali(month.year, month.month, min(start.day, month.length))


def last_day_of_year(year: int) -> date:
    """The last day of a Jalali year: 29 or 30 Esfand."""
    return JalaliMonth(year, 12).last_day


# ---- as text


def iso_text(day: date) -> str:
    """Return the stored text of a day, ``YYYY-MM-DD`` Gregorian."""
    return day.isoformat()


def day_from_iso(text: str) -> date:
    """Parse the stored text of a day; raises ``ValueError`` for anything but ``YYYY-MM-DD``."""
    if not _ISO.fullmatch(text):
        raise ValueError(f"not YYYY-MM-DD: {text!r}")
    return date.fromisoformat(text)


def format_date(day: date) -> str:
    """Format a day for columns and paper: ``۱۴۰۲/۰۳/۰۸``, always ten characters."""
    jalali = to_jalali(day)
    return persian_digits(f"{jalali.year:04}/{jalali.month:02}/{jalali.day:02}")


def format_short(day: date) -> str:
    """Format a day as day and month name."""
    jalali = to_jalali(day)
    return f"{persian_digits(jalali.day)} {month_name(jalali.month)}"


def format_long(day: date) -> str:
    """Format a day as day, month name and year."""
    return f"{format_short(day)} {persian_digits(year_of(day))}"


def format_words(day: date) -> str:
    """Format a day as weekday, day, month name and year."""
    return f"{weekday_name(day)} {format_long(day)}"


def format_month(month: JalaliMonth) -> str:
    """Format a month as month name and year."""
    return f"{month_name(month.month)} {persian_digits(month.year)}"


def weekday_name(day: date) -> str:
    """The name of the day of the week."""
    return WEEKDAYS[day.weekday()]
