"""Dates and times as people type them, converted to civil days and ``HH:MM``.

Figures: ``1402/3/8`` with / - . , or blanks, year first (or last, when it has four digits); ``14020308``;
``020308`` and ``02/03/08``; ``3/8`` is month and day. Words: «امروز», «پس‌فردا», «+۳هفته», «۱۰ روز کاری»,
«پایان ماه», «دوشنبه», «۸ خرداد», «دوشنبه ۸ خرداد ۱۴۰۲» and their kin, in any spelling, with any digits.

The rules where people leave something out:

* a year of two digits is the one nearest to today (of two equally far, the past one);
* a date without a year lies in the year that brings it nearest to today (of two equally far, the later);
* a weekday alone is the next one after today; weeks begin on Saturday;
* «پایان هفته» is the last working day of the week, or of the next week when that has passed;
* a month later keeps the day, or takes the month's last day where it is missing.

Nothing is ever moved silently: a day that does not exist is refused, never brought to the nearest one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from desktop_app.domain.calendar import date_words as words
from desktop_app.domain.calendar.jalali import (
    FIRST_DAY,
    FIRST_YEAR,
    LAST_DAY,
    LAST_YEAR,
    JalaliMonth,
    add_months,
    format_date,
    from_jalali,
    last_day_of_year,
    month_of,
    require_month,
    require_year,
    to_jalali,
    weekday_name,
    year_of,
)
from desktop_app.domain.calendar.workdays import FRIDAY, SATURDAY, WorkCalendar
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.text.folding import fold

LONGEST: Final = 60
"""Characters beyond which nothing is a date."""


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """The day that was typed, and whether its year was guessed (the field then shows the year first)."""

    day: date
    year_guessed: bool = False


def not_understood(text: str) -> RuleBroken:
    """Return the refusal for a text that is not a date."""
    return RuleBroken("date_not_understood", text=text[:LONGEST])


def from_digits(parts: list[str], text: str, today: date) -> WrittenDate:
    """Return the day from runs of digits: one run of 6 or 8, or month and day, or three runs with the year."""
    if len(parts) == 1 and len(parts[0]) in {6, 8}:
        whole = parts[0]
        parts = [whole[:-4], whole[-4:-2], whole[-2:]]
    if len(parts) == 3 and len(parts[2]) == 4:
        parts.reverse()
    if not _may_be_a_date([len(part) for part in parts]):
        raise not_understood(text)
    *years, month, day = parts
    return day_with_year(years[0] if years else None, int(month), int(day), today)


def _may_be_a_date(lengths: list[int]) -> bool:
    """Whether runs of these lengths can be a month and a day, with or without a year before them."""
    *years, month, day = lengths if len(lengths) in {2, 3} else [0, 0]
    return month in {1, 2} and day in {1, 2} and all(2 <= year <= 4 for year in years)


def day_with_year(year: str | None, month: int, day: int, today: date) -> WrittenDate:
    """Return the day of a month and day; without a typed year the nearest year is guessed."""
    if year is None:
        return WrittenDate(from_jalali(nearest_year(month, day, today), month, day), year_guessed=True)
    full = full_year(year, today)
    if full > LAST_YEAR:
        _refuse_gregorian(full, month, day)
    return WrittenDate(from_jalali(full, month, day))


def full_year(digits: str, today: date) -> int:
    """Return the four-digit year for a year typed with two, three (402 for 1402) or four digits."""
    if len(digits) == 4:
        return int(digits)
    if len(digits) == 3:
        return 1000 + int(digits)
    present = year_of(today)
    in_century = present - present % 100 + int(digits)
    # the past one first: of two equally near, min keeps the first
    return min((in_century - 100, in_century, in_century + 100), key=lambda year: abs(year - present))


def nearest_year(month: int, day: int, today: date) -> int:
    """Return the year in which month and day lie nearest to today; the day may not exist in it."""
    present = year_of(today)
    require_month(present, month)

    def distance(year: int) -> int:
        there = from_jalali(year, month, min(max(day, 1), JalaliMonth(year, month).length))
        return abs((there - today).days)

    years = [year for year in (present + 1, present, present - 1) if FIRST_YEAR <= year <= LAST_YEAR]
    return min(years, key=distance)


def _refuse_gregorian(year: int, month: int, day: int) -> None:
    """Raise ``RuleBroken`` for a Gregorian year such as 2023, with the Jalali date that was probably meant."""
    try:
        suggestion = format_date(date(year, month, day))
    except (ValueError, RuleBroken):
        return
    raise RuleBroken("year_is_gregorian", year=year, suggestion=suggestion)


def _key(word: str) -> str:
    return fold(word).replace(" ", "")


def _keys(spellings: Iterable[str]) -> str:
    return "|".join(sorted({re.escape(_key(word)) for word in spellings}, key=len, reverse=True))


def _table(*tables: Mapping[str, int]) -> dict[str, int]:
    return {_key(word): value for table in tables for word, value in table.items()}


_DAYS: Final = _table(words.DAY_WORDS)
_MONTHS: Final = _table({name: place for place, name in enumerate(words.MONTHS, 1)}, words.MONTH_SPELLINGS)
_WEEKDAYS: Final = _table({name: place for place, name in enumerate(words.WEEKDAYS)}, words.WEEKDAY_SPELLINGS)
_NUMBERS: Final = _table({words.cardinal(number): number for number in range(1, 100)})
_RANKS: Final = _table({words.ordinal(number): number for number in range(1, 32)}, words.FIRST_SPELLINGS)

_WEEK: Final = _key(words.WEEK_UNIT)
_MONTH: Final = _key(words.MONTH_UNIT)
_YEAR: Final = _key(words.YEAR_UNIT)
_WORKING: Final = _key(words.WORKING_DAY_UNIT)
_UNITS: Final = f"{_WORKING}|{_key(words.DAY_UNIT)}|{_WEEK}|{_MONTH}|{_YEAR}"
_LATER: Final = _keys(words.LATER_WORDS)
_EARLIER: Final = _keys(words.EARLIER_WORDS)
_NEXT: Final = f"(?P<next>{_LATER})"
_THIS: Final = f"(?:{_keys(words.THIS_WORDS)})?"
_CURRENT: Final = f"(?:{_keys(words.CURRENT_WORDS)})?"
_MONTH_YEAR: Final = f"(?P<month>{_keys(_MONTHS)})(?:{_MONTH})?(?:{_YEAR})?,?(?P<year>[0-9]{{2,4}})?"

_LEADING: Final = re.compile(f"(?:{_keys(words.LEADING_WORDS)})+")
_TIME_LEADING: Final = re.compile(f"(?:{_keys(words.TIME_WORDS)}) ?")
_FIGURES: Final = re.compile(r"[0-9]+(?:[-/.,\\_ ]+[0-9]+)*")
_RELATIVE: Final = re.compile(
    f"(?P<sign>[-+])?(?P<count>[0-9]+|{_keys(_NUMBERS)})?(?P<unit>{_UNITS})?(?:(?P<later>{_LATER})|(?P<earlier>{_EARLIER}))?"
)
_END_OF_UNIT: Final = re.compile(
    f"(?:{_keys(words.END_WORDS)}){_THIS}(?P<unit>{_WEEK}|{_MONTH}|{_YEAR})(?:{_NEXT}|{_CURRENT})"
)
_END_OF_MONTH: Final = re.compile(f"(?:{_keys(words.END_WORDS)})(?:{_MONTH})?{_MONTH_YEAR}")
_WEEKDAY: Final = re.compile(f"(?P<weekday>{_keys(_WEEKDAYS)})(?:(?P<week>{_WEEK})?{_NEXT})?")
_NAMED: Final = re.compile(f"(?P<weekday>{_keys(_WEEKDAYS)})?,?(?P<day>[0-9]{{1,2}}|{_keys(_RANKS)}){_MONTH_YEAR}")
_TIME: Final = re.compile(r"([0-9]{1,2})(?: ?[:.,/] ?([0-9]{1,2}))?|([0-9]{1,2})([0-9]{2})")


def read_date(text: str, *, today: date, calendar: WorkCalendar) -> WrittenDate:
    """Return the day that ``text`` means; raises ``RuleBroken`` with a precise key when it is not a date.

    Keys: ``date_empty``, ``date_not_understood``, ``year_out_of_range``, ``year_is_gregorian``,
    ``month_not_in_year``, ``day_not_in_month``, ``weekday_differs``.
    """
    text = text.strip()
    plain = fold(text[: LONGEST + 1])
    if not plain:
        raise RuleBroken("date_empty")
    if len(text) > LONGEST:
        raise not_understood(text)
    if _FIGURES.fullmatch(plain):
        return from_digits(re.findall("[0-9]+", plain), text, today)
    key = plain.replace(" ", "")
    for candidate in (key, _LEADING.sub("", key, count=1)):
        found = _from_words(candidate, today, calendar)
        if found is not None:
            to_jalali(found.day)  # refuses a day beyond the calendar
            return found
    raise not_understood(text)


def read_time(text: str) -> str:
    """Return a typed time of day as ``HH:MM``: ``9``, ``9:30``, ``09.30``, ``0930`` or ``930`` in any digits.

    Keys: ``time_empty``, ``time_not_understood``.
    """
    plain = _TIME_LEADING.sub("", fold(text[: LONGEST + 1]), count=1)
    if not plain:
        raise RuleBroken("time_empty")
    match = _TIME.fullmatch(plain)
    if match:
        hour, minute = int(match[1] or match[3]), int(match[2] or match[4] or 0)
        if hour < 24 and minute < 60:
            return f"{hour:02}:{minute:02}"
    raise RuleBroken("time_not_understood", text=text[:LONGEST])


# ---- words


def _from_words(key: str, today: date, calendar: WorkCalendar) -> WrittenDate | None:
    if key in _DAYS:
        return WrittenDate(today + timedelta(days=_DAYS[key]))
    for pattern, reader in _READERS:
        if match := pattern.fullmatch(key):
            return reader(match, today, calendar)
    return None


def _relative(match: re.Match[str], today: date, calendar: WorkCalendar) -> WrittenDate | None:
    if not _says_how_far(match):
        return None
    written = match["count"]
    count = 1 if written is None else _NUMBERS.get(written) or int(written)
    back = match["earlier"] is not None or match["sign"] == "-"
    return WrittenDate(_moved(today, match["unit"], -count if back else count, calendar))


def _says_how_far(match: re.Match[str]) -> bool:
    """Whether a relative date is complete: a sign needs a number, a unit needs a number or a direction."""
    counted = match["count"] is not None
    directed = match["earlier"] is not None or match["later"] is not None
    if match["sign"]:
        return counted and not directed
    return bool(match["unit"]) and (counted or directed)


def _moved(today: date, unit: str | None, count: int, calendar: WorkCalendar) -> date:
    if unit == _WORKING:
        return calendar.add_working_days(today, count)
    if unit in {_MONTH, _YEAR}:
        return add_months(today, count * (12 if unit == _YEAR else 1))
    days = count * (7 if unit == _WEEK else 1)
    if days > (LAST_DAY - today).days:
        require_year(max(LAST_YEAR + 1, year_of(today) + days // 365))
    if days < (FIRST_DAY - today).days:
        require_year(min(FIRST_YEAR - 1, year_of(today) + days // 365))
    return today + timedelta(days=days)


def _end_of_unit(match: re.Match[str], today: date, calendar: WorkCalendar) -> WrittenDate:
    in_next = int(match["next"] is not None)
    if match["unit"] == _MONTH:
        return WrittenDate(month_of(today).plus(in_next).last_day)
    if match["unit"] == _YEAR:
        return WrittenDate(last_day_of_year(year_of(today) + in_next))
    friday = today + timedelta(days=(FRIDAY - today.weekday()) % 7 + 7 * in_next)
    while True:
        last = friday if calendar.is_working(friday) else calendar.previous_working_day(friday)
        if last >= max(today, friday - timedelta(days=6)):
            return WrittenDate(last)
        friday += timedelta(days=7)


def _weekday(match: re.Match[str], today: date, _calendar: WorkCalendar) -> WrittenDate:
    wanted = _WEEKDAYS[match["weekday"]]
    if match["week"] is None:
        return WrittenDate(today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1))
    saturday = today + timedelta(days=(SATURDAY - today.weekday() - 1) % 7 + 1)
    return WrittenDate(saturday + timedelta(days=(wanted - SATURDAY) % 7))


def _end_of_month(match: re.Match[str], today: date, _calendar: WorkCalendar) -> WrittenDate:
    month, year = _MONTHS[match["month"]], match["year"]
    full = nearest_year(month, 31, today) if year is None else full_year(year, today)
    return WrittenDate(JalaliMonth(full, month).last_day, year_guessed=year is None)


def _named(match: re.Match[str], today: date, _calendar: WorkCalendar) -> WrittenDate:
    rank = match["day"]
    found = day_with_year(match["year"], _MONTHS[match["month"]], _RANKS.get(rank) or int(rank), today)
    written = match["weekday"]
    if written is not None and _WEEKDAYS[written] != found.day.weekday():
        raise RuleBroken(
            "weekday_differs",
            written=words.WEEKDAYS[_WEEKDAYS[written]],
            actual=weekday_name(found.day),
            date=format_date(found.day),
        )
    return found


_Reader = Callable[["re.Match[str]", date, WorkCalendar], WrittenDate | None]
_READERS: Final[tuple[tuple[re.Pattern[str], _Reader], ...]] = (
    (_RELATIVE, _relative),
    (_END_OF_UNIT, _end_of_unit),
    (_WEEKDAY, _weekday),
    (_END_OF_MONTH, _end_of_month),
    (_NAMED, _named),
)
