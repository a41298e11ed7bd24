"""A year of changes among members, seats and units, and where it ends."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.read_models.members_sheet import Membership
from desktop_app.domain.rules.members import Nomination, NominationRole, Person, Seat, SeatRole, Unit
from desktop_app.services.members.members_sheet import members_sheet, unit_details
from desktop_app.services.members.nominations import begin_membership, end_membership, nominate, save_nomination
from desktop_app.services.members.people import add_person, archive_person, save_person
from desktop_app.services.members.seats import add_seat, archive_seat, move_seat, restore_seat
from desktop_app.services.members.units import add_unit, archive_unit, move_unit, restore_unit
from tests.refusing import refused
from tests.services.office_steps import Office
from tests.services.records import Records

LETTER = date(2023, 4, 25)


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


def test_the_story_ends_as_it_was_told(office: Office, records: Records) -> None:
    story(office)
    province, center = members_sheet(office.context).parties
    assert [(line.seat.title, _name(line.holder)) for line in province.seats] == [
        ("سمت 1", "نام تازه"),
        ("سمت 2", "شخص 2"),
        ("سمت 3", "شخص 3"),
        ("سمت 4", "کیوان"),
    ]
    assert [(one.name, one.nomination.to_day) for one in province.seats[3].history] == [
        ("فرزاد", date(2023, 5, 1)),
        ("کیوان", None),
        ("شخص 4", date(2023, 4, 24)),
    ]
    assert [(line.seat.title, _name(line.holder)) for line in center.seats] == [
        ("سمت 5", "شخص 5"),
        ("سمت 6", "شخص 6"),
        ("ناظر", None),
        ("سمت 7", "شخص 7"),
        ("سمت 8", "شخص 8"),
    ]
    assert [(line.unit.name, line.depth) for line in province.units] == [
        ("واحد 1", 0),
        ("ادارهٔ دوم", 1),
        ("اداره", 1),
        ("واحد 2", 0),
    ]
    assert [(row.ordinal, row.name) for row in office.where("attendance")][:4] == [
        (1, "نام تازه"),
        (2, "شخص 2"),
        (3, "شخص 3"),
        (4, "کیوان"),
    ]
    assert records.folder.check() == ()


def _name(membership: Membership | None) -> str | None:
    return None if membership is None else membership.name


def test_who_follows_up_open_resolutions_is_not_archived(office: Office) -> None:
    owner = add_person(office.context, Person(name="پیگیر")).id
    meeting_id = office.held()
    version_id = office.draft(meeting_id)
    office.decide(version_id, office.items(meeting_id)[2], owner_person_id=owner)
    office.finalised(version_id)
    with refused("person_follows_up", count=1):
        archive_person(office.context, owner)
    assert unit_details(office.context, office.units[0]).open_tasks == 1
    with refused("unit_has_open_tasks", count=1):
        archive_unit(office.context, office.units[0])


@pytest.mark.parametrize("query", ["۰۱۱-۳۳۲۲", "0113322", "۰۱۱۳۳۲۲۱۱۰۰", "33221100 معاون"])
def test_a_person_is_found_by_phone_in_whatever_digits_and_parts(office: Office, query: str) -> None:
    made = add_person(office.context, Person(name="کیوان", post="معاون", phone=" ۰۱۱-۳۳۲۲ ۱۱۰۰ ")).id
    assert office.get("people", made).phone == "۰۱۱-۳۳۲۲ ۱۱۰۰"
    with office.open_work() as work:
        assert [(hit.id, hit.text) for hit in work.search(query, 5)] == [(made, "معاون\n۰۱۱-۳۳۲۲ ۱۱۰۰")]


def test_a_phone_is_checked_and_its_change_is_audited(office: Office, records: Records) -> None:
    with refused("glyph_missing", "phone"):
        add_person(office.context, Person(name="کیوان", phone="☎ ۱۱"))
    seen = office.get("people", office.people[0])
    save_person(office.context, replace(seen, phone="۰۱۱"), seen=seen)
    with refused("changed_elsewhere"):
        save_person(office.context, replace(seen, phone="۰۲۱"), seen=seen)
    facts = records.audit[-1].facts
    assert (facts["before"], facts["after"]) == ({"phone": ""}, {"phone": "۰۱۱"})
    with pytest.raises(sqlite3.IntegrityError, match="ck_person_phone"):
        records.forge("person", "UPDATE person SET phone = ' '")
