"""The office's table of official holidays as it is edited: whole, in the order of the days, one row a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.calendar.jalali import year_of
from desktop_app.domain.calendar.workdays import Holiday
from desktop_app.domain.errors import RuleBroken


@dataclass(frozen=True, slots=True)
class HolidayTable:
    """Every holiday of every year; a year without any is one whose table is not known."""

    rows: tuple[Holiday, ...] = ()

    @property
    def years(self) -> frozenset[int]:
        """Jalali years that have a table."""
        return frozenset(year_of(row.day) for row in self.rows)

    def of_year(self, year: int) -> tuple[Holiday, ...]:
        """The holidays of one Jalali year, in order."""
        return tuple(row for row in self.rows if year_of(row.day) == year)

    def of_day(self, day: date) -> Holiday | None:
        """The holiday of a day."""
        return next((row for row in self.rows if row.day == day), None)

    def with_rows(self, rows: Iterable[Holiday]) -> HolidayTable:
        """With these added; a day that has a holiday already takes the new one."""
        found = {row.day: row for row in self.rows} | {row.day: row for row in rows}
        return HolidayTable(tuple(found[day] for day in sorted(found)))

    def without(self, day: date) -> HolidayTable:
        """Without the holiday of a day."""
        return HolidayTable(tuple(row for row in self.rows if row.day != day))

    def unknown_years(self, first: int, last: int) -> tuple[int, ...]:
        """Years from ``first`` to ``last`` in which only the weekend is known to be closed."""
        return tuple(year for year in range(first, last + 1) if year not in self.years)


def require_new_day(table: HolidayTable, day: date | None) -> date:
    """The day, or ``RuleBroken`` when none is written or it has a holiday already."""
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
