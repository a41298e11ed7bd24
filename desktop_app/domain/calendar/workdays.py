"""Working days (روز کاری): the office's weekend, official holidays, the editable holiday table, and day counts.

Lunar holidays cannot be computed, so they come as a table a year: from ``resources/holidays`` at first, then from the
operator's own. A day of a year without a table is judged by the weekend alone; :meth:`WorkCalendar.knows` tells the
difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from desktop_app.domain.calendar.jalali import FIRST_DAY, LAST_DAY, day_from_iso, require_year, to_jalali, year_of
from desktop_app.domain.errors import RuleBroken

THURSDAY: Final = 3
FRIDAY: Final = 4
SATURDAY: Final = 5
DEFAULT_WEEKEND: Final = frozenset({THURSDAY, FRIDAY})
"""The two closed days of an office, as numbers of :meth:`datetime.date.weekday`."""

TABLE_SCHEMA: Final = 1
_ONE_DAY: Final = timedelta(days=1)


class ClosedKind(StrEnum):
    """Why a day is closed."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True)
class Closed:
    """Why the office is closed on a day: the name of the holiday, if any, and whether its date is an estimate."""

    kind: ClosedKind
    name: str = ""
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class Holiday:
    """One official holiday; a lunar one of a coming year is an estimate until it is announced."""

    day: date
    name: str
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The working days of an office.

    ``holidays`` gives the name by day, ``estimates`` those of them that may still move, ``years`` the Jalali
    years whose table is known.
    """

    weekend: frozenset[int] = DEFAULT_WEEKEND
    holidays: Mapping[date, str] = field(default_factory=dict)
    estimates: frozenset[date] = frozenset()
    years: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        if not self.weekend <= frozenset(range(7)):
            raise ValueError(f"no such days of the week: {sorted(self.weekend)}")
        if len(self.weekend) == 7:
            raise RuleBroken("no_working_day", field="weekend")
        object.__setattr__(self, "holidays", MappingProxyType(dict(self.holidays)))

    def knows(self, day: date) -> bool:
        """Whether the calendar has the official holidays of the day's year."""
        return year_of(day) in self.years

    def closed_because(self, day: date) -> Closed | None:
        """Why the day is closed; a holiday comes before the weekend. None on a working day."""
        if day in self.holidays:
            return Closed(ClosedKind.HOLIDAY, self.holidays[day], day in self.estimates)
        return Closed(ClosedKind.WEEKEND) if day.weekday() in self.weekend else None

    def is_working(self, day: date) -> bool:
        """Whether the office is open on the day."""
        return day.weekday() not in self.weekend and day not in self.holidays

    def next_working_day(self, day: date) -> date:
        """The first working day after ``day``, also when ``day`` itself is one."""
        return self.add_working_days(day, 1)

    def previous_working_day(self, day: date) -> date:
        """The last working day before ``day``, also when ``day`` itself is one."""
        return self.add_working_days(day, -1)

    def working_day_from(self, day: date) -> date:
        """``day`` itself when it is a working day, else the next one."""
        return day if self.is_working(day) else self.next_working_day(day)

    def add_working_days(self, day: date, count: int) -> date:
        """Return the day after ``count`` working days; ``day`` itself is not counted.

        A negative count goes back. Where the calendar ends before the count is full, the year is refused.
        """
        step = _ONE_DAY if count >= 0 else -_ONE_DAY
        left = abs(count)
        while left:
            day += step
            if not FIRST_DAY <= day <= LAST_DAY:
                to_jalali(day)
            left -= self.is_working(day)
        return day

    def end_of_week(self, day: date) -> date:
        """Return the last working day of the week of ``day`` (a week ends on Friday), or ``day`` when none is left."""
        last = day + timedelta(days=(FRIDAY - day.weekday()) % 7)
        while last > day and not self.is_working(last):
            last -= _ONE_DAY
        return last


def holidays_from(table: object) -> tuple[int, tuple[Holiday, ...]]:
    """Read the Jalali year and the holidays from one parsed JSON table; raises ``ValueError``."""
    if not isinstance(table, Mapping) or table.get("schema") != TABLE_SCHEMA:
        raise ValueError("not a table of holidays")
    year, rows = table.get("year"), table.get("holidays")
    if not isinstance(year, int) or not isinstance(rows, list):
        raise ValueError("a table of holidays needs its year and its rows")  # noqa: TRY004 - data, not a caller's type
    require_year(year)
    holidays = tuple(map(_holiday, rows))
    for holiday in holidays:
        if year_of(holiday.day) != year:
            raise ValueError(f"{holiday.day} is not in {year}")
    if len({holiday.day for holiday in holidays}) != len(holidays):
        raise ValueError(f"a day stands twice in {year}")
    return year, holidays


def _holiday(row: object) -> Holiday:
    match row:
        case {"day": str(day), "name": str(name), "estimated": bool(estimated)} if name.strip():
            return Holiday(day_from_iso(day), name, estimated)
    raise ValueError(f"not a holiday: {row!r}")


def calendar_from(tables: Iterable[object], weekend: frozenset[int] = DEFAULT_WEEKEND) -> WorkCalendar:
    """Build a calendar from parsed tables, one for each year, as in ``resources/holidays/<year>.json``."""
    read = [holidays_from(table) for table in tables]
    every = [holiday for _, holidays in read for holiday in holidays]
    return WorkCalendar(
        weekend,
        {holiday.day: holiday.name for holiday in every},
        frozenset(holiday.day for holiday in every if holiday.estimated),
        frozenset(year for year, _ in read),
    )


@dataclass(frozen=True, slots=True)
class HolidayTable:
    """The official holidays of all years; a year without rows is unknown."""

    rows: tuple[Holiday, ...] = ()

    @property
    def years(self) -> frozenset[int]:
        """Jalali years that have a table."""
        return frozenset(year_of(row.day) for row in self.rows)

    def of_year(self, year: int) -> tuple[Holiday, ...]:
        """The holidays of one Jalali year, in order."""
        return tuple(row for row in self.rows if year_of(row.day) == year)

    def of_day(self, day: date) -> Holiday | None:
        """The holiday on a day, or None."""
        return next((row for row in self.rows if row.day == day), None)

    def with_rows(self, rows: Iterable[Holiday]) -> HolidayTable:
        """Return the table with ``rows`` added; they replace earlier holidays on those days."""
        found = {row.day: row for row in self.rows} | {row.day: row for row in rows}
        return HolidayTable(tuple(found[day] for day in sorted(found)))

    def without(self, day: date) -> HolidayTable:
        """Return the table without the holiday on ``day``."""
        return HolidayTable(tuple(row for row in self.rows if row.day != day))

    def unknown_years(self, first: int, last: int) -> tuple[int, ...]:
        """Years from ``first`` to ``last`` that have no holidays in the table."""
        return tuple(year for year in range(first, last + 1) if year not in self.years)


def require_new_day(table: HolidayTable, day: date | None) -> date:
    """Return the day; raise ``RuleBroken`` when it is missing or has a holiday already."""
    if day is None:
        raise RuleBroken("holiday_without_day", field="day")
    there = table.of_day(day)
    if there is not None:
        raise RuleBroken("holiday_twice", field="day", name=there.name)
    return day


def require_name(name: str) -> None:
    """Raise ``RuleBroken`` for a holiday without a name."""
    if not name.strip():
        raise RuleBroken("holiday_without_name", field="name")
