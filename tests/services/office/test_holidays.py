"""The table of holidays is saved as what was changed of it."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.calendar.workdays import Holiday, HolidayTable
from desktop_app.domain.outcome import Changed
from desktop_app.services.office.office_state import holiday_refusals, holiday_table, save_holidays
from tests.refusing import refused
from tests.services.office_steps import Office
from tests.services.records import Records

FITR, QADR = Holiday(date(2025, 3, 31), "عید فطر", estimated=True), Holiday(date(2025, 3, 22), "شهادت امام علی")


def test_days_are_added_renamed_and_removed_in_one_act(office: Office, records: Records) -> None:
    empty = holiday_table(office.context)
    first = empty.with_rows([FITR, QADR])
    assert save_holidays(office.context, first, empty).changed == Changed.SETTINGS
    assert holiday_table(office.context) == first
    renamed = Holiday(FITR.day, "عيد سعید فطر")
    before = records.commits
    save_holidays(office.context, first.without(QADR.day).with_rows([renamed]), first)
    after = holiday_table(office.context)
    assert after.of_year(1404) == (Holiday(FITR.day, "عید سعید فطر"),)
    assert records.commits == before + 1


def test_an_untouched_table_is_no_act(office: Office, records: Records) -> None:
    table, before = holiday_table(office.context), records.commits
    assert save_holidays(office.context, table, table).changed == Changed.NOTHING
    assert records.commits == before


def test_a_day_that_another_hand_added_meanwhile_stays(office: Office) -> None:
    seen = holiday_table(office.context)
    save_holidays(office.context, seen.with_rows([QADR]), seen)
    save_holidays(office.context, seen.with_rows([FITR]), seen)
    assert {QADR, FITR} <= set(holiday_table(office.context).rows)


def test_every_nameless_and_unprintable_day_is_told_by_its_own_field(office: Office) -> None:
    table = HolidayTable((Holiday(QADR.day, " "), Holiday(FITR.day, "☎")))
    found = holiday_refusals(office.context, table)
    assert [(one.key, one.field) for one in found] == [
        ("holiday_without_name", "name 2025-03-22"),
        ("glyph_missing", "name 2025-03-31"),
    ]
    with refused("holiday_without_name"):
        save_holidays(office.context, table, HolidayTable())
    assert not holiday_table(office.context).of_year(1404)
