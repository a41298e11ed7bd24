"""The acts on members on a real data folder: what the fakes promise is what the database does."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from desktop_app.domain.rules.members import Nomination, NominationRole, Person, Seat, SeatRole, Unit
from desktop_app.services.members.members_sheet import members_sheet, open_tasks_of
from desktop_app.services.members.nominations import begin_membership, end_membership, nominate, save_nomination
from desktop_app.services.members.people import add_person, archive_person, save_person
from desktop_app.services.members.seats import add_seat, archive_seat, move_seat, restore_seat
from desktop_app.services.members.units import add_unit, archive_unit, move_unit, restore_unit
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import WorkContext, open_folder
from tests.refusing import refused
from tests.services.fakes import SettableClock
from tests.services.office import Office, furnish, new_office
from tests.storage.conftest import work_context
from tests.storage.sql_text import restore

LETTER = date(2023, 4, 25)


@pytest.fixture
def real(fresh: Path) -> Iterator[Office]:
    """The office of the tests in a fresh folder."""
    clock = SettableClock(datetime.fromisoformat("2023-05-01T10:00"))
    opened = open_folder(fresh, WorkContext(clock=clock, actor=lambda: "کارشناس"))
    yield furnish(opened.open_write, clock)
    opened.close()


def story(office: Office) -> None:
    """A year of changes: a successor during a meeting, an alternate, a seat that comes and goes, a tree of units."""
    meeting_id = office.convened()
    office.mark(meeting_id, 0)
    letter = Nomination(seat_id=office.seats[3], person_id=None, letter_number="۵", letter_day=LETTER, from_day=LETTER)
    nominate(office.context, letter, newcomer=Person(name="کیوان"), succeeds=True)
    alternate = replace(letter, role=NominationRole.ALTERNATE, from_day=None)
    made = nominate(office.context, alternate, newcomer=Person(name="فرزاد"), succeeds=True).id
    begin_membership(office.context, made, LETTER)
    save_nomination(office.context, replace(office.get("nominations", made), letter_number="۶"))
    end_membership(office.context, made, date(2023, 5, 1), "سفر")
    seat = add_seat(office.context, Seat(party_id=office.parties[1], role=SeatRole.MEMBER, title="ناظر", ordinal=0)).id
    move_seat(office.context, seat, -2)
    archive_seat(office.context, seat)
    restore_seat(office.context, seat)
    save_person(office.context, replace(office.get("people", office.people[0]), name="نام تازه"))
    below = Unit(party_id=office.parties[0], name="اداره", ordinal=0, parent_id=office.units[0])
    first = add_unit(office.context, below).id
    second = add_unit(office.context, replace(below, name="ادارهٔ دوم")).id
    move_unit(office.context, second, -1)
    archive_unit(office.context, first)
    restore_unit(office.context, first)


def test_the_same_story_ends_the_same(real: Office) -> None:
    fake = new_office()[0]
    story(fake)
    story(real)
    ours, theirs = members_sheet(fake.context), members_sheet(real.context)
    assert ours.parties == theirs.parties
    assert [line.person.name for line in ours.people] == [line.person.name for line in theirs.people]
    rows = [[(row.ordinal, row.name, row.state) for row in one.where("attendance")] for one in (fake, real)]
    assert rows[0] == rows[1]
    assert any(name == "کیوان" for _, name, _ in rows[1])


def test_who_follows_up_open_resolutions_is_not_archived(real: Office) -> None:
    owner = add_person(real.context, Person(name="پیگیر")).id
    meeting_id = real.held()
    version_id = real.draft(meeting_id)
    real.decide(version_id, real.items(meeting_id)[2], owner_person_id=owner)
    real.finalised(version_id)
    with refused("person_follows_up", count=1):
        archive_person(real.context, owner)
    assert open_tasks_of(real.context, real.units[0]) == 1
    with refused("unit_has_open_tasks", count=1):
        archive_unit(real.context, real.units[0])


@pytest.mark.parametrize("query", ["۰۱۱-۳۳۲۲", "0113322", "۰۱۱۳۳۲۲۱۱۰۰", "33221100 معاون"])
def test_a_person_is_found_by_phone_in_whatever_digits_and_parts(real: Office, query: str) -> None:
    made = add_person(real.context, Person(name="کیوان", post="معاون", phone=" ۰۱۱-۳۳۲۲ ۱۱۰۰ ")).id
    assert real.get("people", made).phone == "۰۱۱-۳۳۲۲ ۱۱۰۰"
    with real.open_work() as work:
        assert [(hit.id, hit.text) for hit in work.search(query, 5)] == [(made, "معاون\n۰۱۱-۳۳۲۲ ۱۱۰۰")]


def test_a_phone_is_checked_and_its_change_is_audited(real: Office, fresh: Path) -> None:
    with refused("glyph_missing", "phone"):
        add_person(real.context, Person(name="کیوان", phone="☎ ۱۱"))
    seen = real.get("people", real.people[0])
    save_person(real.context, replace(seen, phone="۰۱۱"), seen=seen)
    with refused("changed_elsewhere"):
        save_person(real.context, replace(seen, phone="۰۲۱"), seen=seen)
    with closing(sqlite3.connect(fresh / DATABASE_NAME, isolation_level=None)) as connection:
        (facts,) = connection.execute("SELECT facts FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
        with pytest.raises(sqlite3.IntegrityError, match="ck_person_phone"):
            connection.execute("UPDATE person SET phone = ' '")
    audited = json.loads(facts)
    assert (audited["before"], audited["after"]) == ({"phone": ""}, {"phone": "۰۱۱"})


def test_people_of_an_earlier_schema_have_no_phone_and_take_one(tmp_path: Path) -> None:
    restore(5, tmp_path)
    data = open_folder(tmp_path, work_context())
    with data.open_write() as work:
        (person,) = work.people.where()
        assert person.phone == ""
        work.people.update(replace(person, phone="۰۱۱"))
        work.commit()
    with data.open_read() as work:
        assert work.people.get(person.id) == replace(person, phone="۰۱۱")
    assert data.check() == ()
    data.close()
