"""The table of holidays as it is edited."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.calendar.workdays import Holiday, HolidayTable, require_name, require_new_day
from tests.refusing import refused

NOWRUZ, OIL = Holiday(date(2023, 3, 21), "نوروز"), Holiday(date(2023, 3, 20), "ملی شدن نفت")
FITR = Holiday(date(2023, 4, 22), "عید فطر", estimated=True)


def test_rows_stand_in_the_order_of_their_days_and_belong_to_their_jalali_year() -> None:
    table = HolidayTable().with_rows([FITR, NOWRUZ, OIL])
    assert table.rows == (OIL, NOWRUZ, FITR)
    assert table.years == {1401, 1402}
    assert table.of_year(1402) == (NOWRUZ, FITR)
    assert table.unknown_years(1402, 1404) == (1403, 1404)


def test_a_day_has_one_name() -> None:
    table = HolidayTable((NOWRUZ,))
    with refused("holiday_twice", "day", name="نوروز"):
        require_new_day(table, NOWRUZ.day)
    with refused("holiday_without_day", "day"):
        require_new_day(table, None)
    assert require_new_day(table, FITR.day) == FITR.day
    assert table.with_rows([Holiday(NOWRUZ.day, "سال نو")]).rows == (Holiday(NOWRUZ.day, "سال نو"),)
    assert table.without(NOWRUZ.day) == HolidayTable()
    with refused("holiday_without_name", "name"):
        require_name("  ")
