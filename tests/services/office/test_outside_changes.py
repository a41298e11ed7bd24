"""Live rows that another program changed: their old values, their acceptance, and acts that would write them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app import paths
from desktop_app.domain.read_models.findings import FindingKind, OutsideChange
from desktop_app.services.history.history import history_ids, history_rows
from desktop_app.services.members.units import save_unit
from desktop_app.services.office.outside_changes import accept_outside, outside_changes
from desktop_app.storage.backup.office_backups import copy_closed
from desktop_app.wiring import Office as Opened
from desktop_app.wiring import open_office
from tests.foreign import forge
from tests.refusing import refused
from tests.services.office_steps import Office
from tests.services.records import Records

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
            kind=FindingKind.ROW_DIFFERS, table="unit", id=1, old={"liaison": "رابط"}, new={"liaison": "دیگری"}
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
        newest = history_rows(office.context, history_ids(office.context))[:2]
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
