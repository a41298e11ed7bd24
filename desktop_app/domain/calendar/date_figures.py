"""Dates in figures: which run of digits is the year, and which year when it is short or left out.

The rules are told in :mod:`desktop_app.domain.calendar.written_dates`, which reads whole texts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop_app.domain.calendar.jalali import (
    FIRST_YEAR,
    LAST_YEAR,
    JalaliMonth,
    format_date,
    from_jalali,
    require_month,
    year_of,
)
from desktop_app.domain.errors import RuleBroken

LONGEST: Final = 60
"""Characters beyond which nothing is a date."""


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """The day that was meant, and whether its year had to be guessed (the field then shows it first)."""

    day: date
    year_guessed: bool = False


def not_understood(text: str) -> RuleBroken:
    """The refusal of a text that is no date at all."""
    return RuleBroken("date_not_understood", text=text[:LONGEST])


def from_figures(parts: list[str], text: str, today: date) -> WrittenDate:
    """The day of the runs of digits in ``text``: one of 6 or 8, month and day, or three with the year."""
    if len(parts) == 1 and len(parts[0]) in {6, 8}:
        whole = parts[0]
        parts = [whole[:-4], whole[-4:-2], whole[-2:]]
    if len(parts) == 3 and len(parts[2]) == 4:
        parts.reverse()
    if not _may_be_a_date([len(part) for part in parts]):
        raise not_understood(text)
    *years, month, day = parts
    return dated(years[0] if years else None, int(month), int(day), today)


def _may_be_a_date(lengths: list[int]) -> bool:
    """Month and day of one or two figures, before them perhaps a year of two to four."""
    *years, month, day = lengths if len(lengths) in {2, 3} else [0, 0]
    return month in {1, 2} and day in {1, 2} and all(2 <= year <= 4 for year in years)


def dated(year: str | None, month: int, day: int, today: date) -> WrittenDate:
    """The day of a month and day, and of the year in digits as written, or the nearest year without one."""
    if year is None:
        return WrittenDate(from_jalali(nearest_year(month, day, today), month, day), year_guessed=True)
    full = full_year(year, today)
    if full > LAST_YEAR:
        _refuse_gregorian(full, month, day)
    return WrittenDate(from_jalali(full, month, day))


def full_year(digits: str, today: date) -> int:
    """The year that two, three (402 for 1402) or four digits mean."""
    if len(digits) == 4:
        return int(digits)
    if len(digits) == 3:
        return 1000 + int(digits)
    present = year_of(today)
    in_century = present - present % 100 + int(digits)
    # the past one first: of two equally near, min keeps the first
    return min((in_century - 100, in_century, in_century + 100), key=lambda year: abs(year - present))


def nearest_year(month: int, day: int, today: date) -> int:
    """The year in which the day lies nearest to today; whether it exists there is asked afterwards."""
    present = year_of(today)
    require_month(present, month)

    def distance(year: int) -> int:
        there = from_jalali(year, month, min(max(day, 1), JalaliMonth(year, month).length))
        return abs((there - today).days)

    years = [year for year in (present + 1, present, present - 1) if FIRST_YEAR <= year <= LAST_YEAR]
    return min(years, key=distance)


def _refuse_gregorian(year: int, month: int, day: int) -> None:
    """A year such as 2023 is refused with the Jalali date it most likely stands for."""
    try:
        suggestion = format_date(date(year, month, day))
    except (ValueError, RuleBroken):
        return
    raise RuleBroken("year_is_gregorian", year=year, suggestion=suggestion)
