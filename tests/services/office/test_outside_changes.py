"""Live rows that another program changed: their old values, their acceptance, and acts that would write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.calendar.workdays import Holiday, HolidayTable
from desktop_app.domain.read_models.findings import FindingKind, OutsideChange
from desktop_app.services.members.units import save_unit
from desktop_app.services.office.office_state import holiday_table, save_holidays
from desktop_app.services.office.outside_changes import accept_outside, outside_changes, shown_change
from desktop_app.services.office.settings import office_settings
from desktop_app.storage.backup.office_backups import copy_closed
from desktop_app.system import paths
from desktop_app.wiring import Office as Opened
from desktop_app.wiring import open_office
from desktop_app.words import findings as words
from tests.foreign import forge
from tests.refusing import refused
from tests.services.office_steps import Office
from tests.services.prepared import save_settings
from tests.services.records import Records
from tests.told_history import history_rows

NAME = "UPDATE person SET name = 'دیگری' WHERE id = 1"
LIAISON = "UPDATE unit SET liaison = 'دیگری' WHERE id = 1"


@pytest.fixture
def folder(office: Office, records: Records) -> Path:
    """A closed office, in which the liaison of a unit was recorded by an act."""
    unit = office.get("units", 1)
    save_unit(office.context, replace(unit, liaison="رابط"))
    records.close()
    return records.place


@contextmanager
def opened(folder: Path, records: Records) -> Iterator[Opened]:
    with closing(open_office(folder, records.clock)) as office:
        yield office


def changes(folder: Path, records: Records) -> list[OutsideChange]:
    with opened(folder, records) as office:
        assert office.context.writable, "the work goes on"
        return list(outside_changes(office.context))


def back_up(folder: Path, records: Records) -> None:
    (folder / paths.BACKUPS).mkdir()
    copy_closed(folder, folder / paths.BACKUPS, records.clock.instant())


def test_the_old_value_comes_from_the_history(folder: Path, records: Records) -> None:
    forge(folder, LIAISON)
    assert changes(folder, records) == [
        OutsideChange(
            kind=FindingKind.ROW_DIFFERS,
            table="unit",
            id=1,
            old={"liaison": "رابط"},
            new={"liaison": "دیگری"},
            seen=changes(folder, records)[0].seen,
        )
    ]


def test_else_from_the_newest_backup_that_has_the_row_as_it_was_written(folder: Path, records: Records) -> None:
    back_up(folder, records)
    forge(folder, NAME)
    (found,) = changes(folder, records)
    assert (found.old, found.new) == ({"name": "شخص 1"}, {"name": "دیگری"})


def test_a_backup_of_the_changed_row_tells_no_old_value(folder: Path, records: Records) -> None:
    forge(folder, NAME)
    back_up(folder, records)
    (found,) = changes(folder, records)
    assert found.old is None
    assert found.new["name"] == "دیگری"


def test_rows_that_were_added_or_taken_away_are_told_as_such(folder: Path, records: Records) -> None:
    back_up(folder, records)
    forge(
        folder,
        "INSERT INTO person (uid, name, post, name_key) VALUES ('x', 'افزوده', '', '')",
        "DELETE FROM axis WHERE id = 2",
    )
    found = {one.table: one for one in changes(folder, records)}
    assert found["person"].kind is FindingKind.ROW_UNKNOWN
    assert (found["person"].old, found["person"].new["name"]) == (None, "افزوده")
    assert found["axis"].kind is FindingKind.ROW_MISSING
    assert found["axis"].old is not None
    assert (found["axis"].old["title"], found["axis"].new) == ("محور ۲", {})


def test_the_chosen_ones_are_accepted_by_name_and_the_others_stay(folder: Path, records: Records) -> None:
    forge(folder, LIAISON, NAME, "DELETE FROM axis WHERE id = 2")
    with opened(folder, records) as office:
        person, axis, unit = sorted(
            outside_changes(office.context), key=lambda one: ("person axis unit").find(one.table)
        )
        accept_outside(office.context, [unit, axis])
        assert outside_changes(office.context) == [person]
        newest = history_rows(office.context)[:2]
        assert {(one.act, one.actor, one.record.kind) for one in newest} == {
            ("accepted_outside", "کارشناس", "unit"),
            ("accepted_outside", "کارشناس", "axis"),
        }
        (told,) = [one for one in newest if one.record.kind == "unit"]
        assert [(one.name, one.before, one.after) for one in told.fields] == [("liaison", "رابط", "دیگری")]
    assert [one.table for one in changes(folder, records)] == ["person"]
    with opened(folder, records) as office:
        assert {(one.subject, one.id) for one in office.folder.check()} == {("person", 1)}


def test_settings_and_holidays_are_accepted_like_any_row(folder: Path, records: Records) -> None:
    back_up(folder, records)
    forge(
        folder,
        "UPDATE office_setting SET kept_at = 'جای دیگر'",
        "INSERT INTO holiday (day, name, estimated) VALUES ('2023-06-05', 'افزوده', 0)",
    )
    with opened(folder, records) as office:
        found = {one.table: one for one in outside_changes(office.context)}
        assert found["office_setting"].old == {"kept_at": "دبیرخانه"}
        assert found["holiday"].new["name"] == "افزوده"
        accept_outside(office.context, found.values())
    with opened(folder, records) as office:
        assert office.folder.check() == ()


@pytest.mark.parametrize(
    ("sql", "key", "kind", "column"),
    [
        ("UPDATE person SET phone = ' 12' WHERE id = 1", "outside_breaks_rule", "person", "phone"),
        ("UPDATE unit SET party_id = 99 WHERE id = 1", "outside_breaks_reference", "unit", "party_id"),
        ("DELETE FROM person WHERE id = 1", "outside_breaks_reference", "person", "nomination"),
    ],
)
def test_what_breaks_a_rule_or_a_reference_is_refused_by_name_and_none_is_accepted(
    folder: Path, records: Records, sql: str, key: str, kind: str, column: str
) -> None:
    forge(folder, "UPDATE axis SET title = 'دیگر' WHERE id = 1", sql)
    with opened(folder, records) as office:
        found = outside_changes(office.context)
        with refused(key, kind=kind, id=1, column=column):
            accept_outside(office.context, found)
        assert outside_changes(office.context) == found
    assert len(changes(folder, records)) == len(found)


def test_an_act_on_such_a_row_is_refused_until_the_operator_says_so(folder: Path, records: Records) -> None:
    forge(folder, LIAISON, "UPDATE unit SET head = 'دیگری' WHERE id = 2")
    with opened(folder, records) as office:
        with office.context.read() as work:
            unit, other = work.units.get(1), work.units.get(3)
        save_unit(office.context, replace(other, liaison="رابط"))
        wanted = replace(unit, head="سرپرست")
        with refused("row_changed_outside", kind="unit", id=1):
            save_unit(office.context, wanted)
        office.context.outside.confirm("unit", 1)
        save_unit(office.context, wanted)
        assert [one.id for one in outside_changes(office.context)] == [2], "it counts as written by that act"
    assert [one.id for one in changes(folder, records)] == [2]


def test_only_what_was_shown_is_accepted(folder: Path, records: Records) -> None:
    """A third hand changes another field, removes the row, or makes one again, while the list is open."""
    back_up(folder, records)
    forge(folder, LIAISON, NAME, "DELETE FROM axis WHERE id = 2")
    again = {
        "unit": "UPDATE unit SET head = 'ناآشنا' WHERE id = 1",
        "person": "DELETE FROM person WHERE id = 1",
        "axis": "INSERT INTO axis SELECT 2, 'x', committee_id, '۹', 'ناآشنا', 9, NULL FROM axis WHERE id = 1",
    }
    with opened(folder, records) as office:
        for one in outside_changes(office.context):
            forge(folder, again[one.table])
            with refused("outside_changed_again", kind=one.table, id=one.id):
                accept_outside(office.context, [one])
        seen_now = outside_changes(office.context)
        assert {one.table for one in seen_now} == set(again)


HOLIDAYS = (
    "UPDATE holiday SET name = 'دستکاری' WHERE day = '2023-03-21'",
    "DELETE FROM holiday WHERE day = '2023-03-22'",
    "INSERT INTO holiday (day, name, estimated) VALUES ('2023-06-06', 'افزوده', 0)",
)


def test_a_save_of_the_settings_writes_over_no_holiday_unasked(folder: Path, records: Records) -> None:
    with opened(folder, records) as office:
        table = holiday_table(office.context)
        save_holidays(office.context, _with(table, date(2023, 3, 21), date(2023, 3, 22)), table)
    forge(folder, *HOLIDAYS)
    with opened(folder, records) as office:
        assert {one.subject for one in office.folder.outside} == {"holiday"}
        table = holiday_table(office.context)
        for changed in (date(2023, 3, 21), date(2023, 3, 22), date(2023, 6, 6)):
            with refused("row_changed_outside", kind="holiday", id=changed.toordinal()):
                save_holidays(office.context, _with(table, changed, name="نام تازه"), table)
        without = HolidayTable(tuple(row for row in table.rows if row.day != date(2023, 3, 21)))
        with refused("row_changed_outside", kind="holiday", id=date(2023, 3, 21).toordinal()):
            save_holidays(office.context, without, table)
        save_holidays(office.context, _with(table, date(2023, 7, 1)), table)
        assert holiday_table(office.context).of_day(date(2023, 3, 21)) == Holiday(date(2023, 3, 21), "دستکاری")
        office.context.outside.confirm("holiday", date(2023, 3, 21).toordinal())
        table = holiday_table(office.context)
        save_holidays(office.context, _with(table, date(2023, 3, 21), name="نام تازه"), table)
        assert len(office.folder.outside) == 2


def _with(table: HolidayTable, *days: date, name: str = "روز") -> HolidayTable:
    rows = {row.day: row for row in table.rows} | {day: Holiday(day, name) for day in days}
    return HolidayTable(tuple(rows[day] for day in sorted(rows)))


def test_a_second_row_of_settings_is_asked_about_by_its_own_id(folder: Path, records: Records) -> None:
    names = "committee_id, number_pattern, quorum_numerator, quorum_denominator, quorum_video_counts, weekend, opens_at"
    rest = "closes_at, letterhead, logo, invocation, originals, kept_at, closing, operator, print_setup, sample"
    forge(folder, f"INSERT INTO office_setting (uid, {names}, {rest}) SELECT 'x', {names}, {rest} FROM office_setting")
    with opened(folder, records) as office:
        (found,) = office.folder.outside
        settings = replace(office_settings(office.context), operator="کارشناس تازه")
        with refused("row_changed_outside", kind="office_setting", id=found.id):
            save_settings(office.context, settings)
        office.context.outside.confirm("office_setting", found.id)
        save_settings(office.context, settings)


RAW = re.compile(r"[A-Za-z{}\[\]_]|[0-9]{4}-")
"""What no operator should read: keys, ids, ISO days, JSON."""


def test_what_is_shown_is_in_persian_words(folder: Path, records: Records) -> None:
    back_up(folder, records)
    forge(
        folder,
        "UPDATE unit SET kind = 'agency', parent_id = 2, party_id = 2 WHERE id = 1",
        "UPDATE office_setting SET weekend = '[1, 2]', letterhead = '[\"سطر نخست\", \"سطر دوم\"]',"
        " quorum_numerator = 2, quorum_denominator = 3, quorum_video_counts = 1 - quorum_video_counts",
        "UPDATE nomination SET letter_day = '2023-03-04', role = 'alternate', person_id = 2 WHERE id = 1",
        "UPDATE seat SET role = 'member', party_id = 2 WHERE id = 1",
        "UPDATE axis SET title = 'دیگر', committee_id = 9 WHERE id = 1",
        "INSERT INTO holiday (day, name, estimated) VALUES ('2023-06-05', 'افزوده', 1)",
        "DELETE FROM axis WHERE id = 2",
        "UPDATE person SET archived_on = '2023-99-99' WHERE id = 3",
    )
    with opened(folder, records) as office, office.context.read() as work:
        found = list(office.context.outside.found())
        backups = office.context.outside.backups()
        told = []
        for one in found:
            shown = shown_change(work, office.context.paper.history, work.outside_change(one, backups))
            change = shown.change
            told.append(words.row(change.kind, change.table, change.id, shown.name))
            told += words.fields(change.kind, shown.fields, known=change.old is not None, inner=shown.inner)
    said = "\n".join(told)
    assert len(found) >= 6
    assert [one for one in told if RAW.search(one)] == ["تاریخ بایگانی: پیش از این خالی، اکنون 2023-99-99"], (
        "no day at all"
    )
    for expected in ("۱۵ خرداد ۱۴۰۲", "سطر نخست، سطر دوم", words.INNER):
        assert expected in said
