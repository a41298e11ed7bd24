"""People, seats, nominations and units as acts: kept, refused, in order, and followed by the attendance."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.outcome import Changed
from desktop_app.domain.rules.meetings import AttendanceState
from desktop_app.domain.rules.members import Nomination, NominationRole, NominationState, Person, Seat, SeatRole
from desktop_app.services.members.members_sheet import members_sheet
from desktop_app.services.members.nominations import begin_membership, end_membership, nominate, save_nomination
from desktop_app.services.members.people import add_person, archive_person, restore_person, save_person
from desktop_app.services.members.seats import add_seat, archive_seat, move_seat, restore_seat, save_seat
from tests.refusing import refused
from tests.services.office_steps import MONDAY, SIGNED, Office
from tests.services.records import Records

LETTER = date(2023, 4, 25)


def letter(office: Office, place: int = 3, **facts: object) -> Nomination:
    """A letter for a seat by its place; the person is nobody yet."""
    given = {"letter_number": "۵/م", "letter_day": LETTER, "from_day": LETTER, "person_id": None, **facts}
    return Nomination(seat_id=office.seats[place], **given)  # type: ignore[arg-type]


def newcomer(office: Office, name: str = "کیوان تنکابنی") -> int:
    return add_person(office.context, Person(name=name, post="معاون")).id


def vacant(office: Office) -> int:
    return add_seat(office.context, Seat(party_id=office.parties[1], role=SeatRole.MEMBER, title="عضو", ordinal=0)).id


# ---- people


def test_a_person_is_kept_archived_and_brought_back(office: Office, records: Records) -> None:
    made = add_person(office.context, Person(name="  كيوان ", post="معاون"))
    assert office.get("people", made.id) == Person(id=made.id, name="کیوان", post="معاون")
    archive_person(office.context, made.id)
    assert office.get("people", made.id).archived_on == MONDAY
    add_person(office.context, Person(name="کیوان", post="معاون"))
    with refused("person_twice", "name"):
        restore_person(office.context, made.id)
    assert [entry[0] for entry in records.audit[-3:]] == ["added", "archived", "added"]


def test_what_a_person_may_not_be(office: Office) -> None:
    with refused("person_without_name", "name"):
        add_person(office.context, Person(name="  "))
    with refused("person_twice", "name", name="شخص 1"):
        add_person(office.context, Person(name="شخص‌1", post="مدیر"))
    add_person(office.context, Person(name="شخص 1", post="مشاور"))
    with refused("glyph_missing", "post"):
        add_person(office.context, Person(name="ب", post="☎"))
    with refused("text_too_long", "name", count=301):
        add_person(office.context, Person(name="ا" * 301))
    add_person(office.context, Person(name="ا" * 300))


def test_a_person_with_a_seat_is_not_archived(office: Office) -> None:
    with refused("person_in_seat", seat="سمت 1"):
        archive_person(office.context, office.people[0])


def test_a_form_that_another_hand_overtook_is_refused(office: Office) -> None:
    seen = office.get("people", office.people[0])
    save_person(office.context, replace(seen, name="نام تازه"), seen=seen)
    with refused("changed_elsewhere"):
        save_person(office.context, replace(seen, name="نام دیگر"), seen=seen)
    assert office.get("people", seen.id).name == "نام تازه"


# ---- seats


def test_seats_are_added_changed_and_ordered(office: Office) -> None:
    made = vacant(office)
    assert office.get("seats", made).ordinal == 5
    with refused("seat_without_title", "title"):
        save_seat(office.context, replace(office.get("seats", made), title=" "))
    save_seat(office.context, replace(office.get("seats", made), title="ناظر", role=SeatRole.DEPUTY, ordinal=77))
    assert (office.get("seats", made).title, office.get("seats", made).ordinal) == ("ناظر", 5)
    move_seat(office.context, made, -1)
    order = [seat.id for seat in office.where("seats", party_id=office.parties[1])]
    assert order == [*office.seats[4:7], made, office.seats[7]]
    assert move_seat(office.context, office.seats[4], -1).changed is Changed.NOTHING


def test_a_filled_seat_is_not_archived_and_an_empty_one_comes_back(office: Office) -> None:
    with refused("seat_in_use", name="شخص 4"):
        archive_seat(office.context, office.seats[3])
    made = vacant(office)
    archive_seat(office.context, made)
    with refused("seat_archived", "seat"):
        nominate(office.context, replace(letter(office), seat_id=made, person_id=newcomer(office)))
    restore_seat(office.context, made)
    assert office.get("seats", made).archived_on is None


# ---- nominations


def test_a_letter_introduces_and_its_day_begins_the_membership(office: Office) -> None:
    seat, person = vacant(office), newcomer(office)
    made = nominate(office.context, replace(letter(office), seat_id=seat, person_id=person, from_day=None)).id
    assert office.get("nominations", made).state is NominationState.INTRODUCED
    begin_membership(office.context, made, MONDAY)
    found = office.get("nominations", made)
    assert (found.state, found.from_day) == (NominationState.ACTIVE, MONDAY)
    end_membership(office.context, made, MONDAY, "بازنشستگی")
    assert office.get("nominations", made).state is NominationState.ENDED


@pytest.mark.parametrize(
    ("changes", "key", "field"),
    [
        ({"person_id": None}, "nominee_missing", "person"),
        ({"letter_day": date(2022, 10, 31)}, "nomination_before_signing", "letter_day"),
        ({"letter_day": date(2023, 5, 2)}, "letter_day_ahead", "letter_day"),
        ({}, "seat_taken", "from_day"),
    ],
)
def test_a_letter_that_cannot_be(office: Office, changes: dict[str, object], key: str, field: str) -> None:
    draft = letter(office, person_id=newcomer(office))
    with refused(key, field):
        nominate(office.context, replace(draft, **changes))  # type: ignore[arg-type]
    assert len(office.where("nominations")) == 8


def test_the_same_person_has_one_seat_at_a_time(office: Office) -> None:
    seat = vacant(office)
    draft = replace(letter(office), seat_id=seat, person_id=office.people[0])
    with refused("person_in_two_seats", "person", name="شخص 1", seat="سمت 1"):
        nominate(office.context, draft)
    first = office.where("nominations", person_id=office.people[0])[0]
    end_membership(office.context, first.id, date(2023, 4, 24))
    nominate(office.context, draft)


def test_a_person_comes_to_the_same_seat_once_and_not_out_of_the_archive(office: Office) -> None:
    holder = office.where("nominations", seat_id=office.seats[3])[0].person_id
    with refused("person_in_this_seat", "person", name="شخص 4"):
        nominate(office.context, letter(office, person_id=holder, role=NominationRole.ALTERNATE))
    away = newcomer(office)
    archive_person(office.context, away)
    with refused("person_archived", "person", name="کیوان تنکابنی"):
        nominate(office.context, replace(letter(office), seat_id=vacant(office), person_id=away))
    restore_person(office.context, away)
    nominate(office.context, replace(letter(office), seat_id=vacant(office), person_id=away))


def test_a_successor_takes_the_seat_over_and_the_history_stays(office: Office) -> None:
    before = office.where("nominations", seat_id=office.seats[3])[0]
    nominate(office.context, letter(office), newcomer=Person(name="کیوان تنکابنی"), succeeds=True)
    old, new = office.where("nominations", seat_id=office.seats[3])
    assert (old.id, old.to_day, old.state) == (before.id, date(2023, 4, 24), NominationState.ENDED)
    assert (new.from_day, new.state) == (LETTER, NominationState.ACTIVE)
    line = members_sheet(office.context).seat(office.seats[3])
    assert line is not None
    assert line[1].holder is not None
    assert line[1].holder.name == "کیوان تنکابنی"
    assert [one.name for one in line[1].history] == ["کیوان تنکابنی", "شخص 4"]


def test_a_refused_successor_leaves_nothing_behind(office: Office) -> None:
    draft = letter(office, person_id=office.people[0])
    with refused("person_in_two_seats"):
        nominate(office.context, draft, succeeds=True)
    assert office.where("nominations", seat_id=office.seats[3])[0].to_day is None
    with refused("person_twice", "person"):
        nominate(office.context, letter(office), newcomer=Person(name="شخص 1", post="مدیر"), succeeds=True)


def test_a_letter_is_corrected_within_its_days(office: Office) -> None:
    stored = office.where("nominations", seat_id=office.seats[3])[0]
    save_nomination(office.context, replace(stored, letter_number="۹/ص", seat_id=1, state=NominationState.ENDED))
    found = office.get("nominations", stored.id)
    assert (found.letter_number, found.seat_id, found.state) == ("۹/ص", stored.seat_id, NominationState.ACTIVE)
    with refused("membership_without_beginning", "from_day"):
        save_nomination(office.context, replace(found, from_day=None))
    with refused("changed_elsewhere"):
        save_nomination(office.context, found, seen=stored)
    end_membership(office.context, stored.id, MONDAY)
    with refused("membership_without_end", "to_day"):
        save_nomination(office.context, replace(office.get("nominations", stored.id), to_day=None))


def test_an_alternate_stands_beside_the_main_holder(office: Office) -> None:
    draft = letter(office, person_id=newcomer(office), role=NominationRole.ALTERNATE)
    nominate(office.context, draft)
    line = members_sheet(office.context).seat(office.seats[3])
    assert line is not None
    assert line[1].alternate is not None
    assert (line[1].alternate.name, line[1].vacant) == ("کیوان تنکابنی", False)


# ---- what follows


def test_drafts_of_minutes_bear_the_new_holder_and_keep_the_other_marks(office: Office) -> None:
    meeting_id = office.convened()
    office.mark(meeting_id, 0, 3, state=AttendanceState.EXCUSED)
    nominate(office.context, letter(office), newcomer=Person(name="کیوان تنکابنی"), succeeds=True)
    rows = {row.seat_id: row for row in office.where("attendance")}
    changed, kept = rows[office.seats[3]], rows[office.seats[0]]
    assert (changed.name, changed.letter_number, changed.state) == ("کیوان تنکابنی", "۵/م", AttendanceState.UNMARKED)
    assert (kept.name, kept.state) == ("شخص 1", AttendanceState.EXCUSED)
    move_seat(office.context, office.seats[3], -3)
    rows = {row.seat_id: row.ordinal for row in office.where("attendance")}
    assert rows[office.seats[3]] < rows[office.seats[0]]


def test_final_minutes_keep_the_names_of_their_day(office: Office) -> None:
    _meeting, version_id = office.written()
    office.finalised(version_id)
    save_person(office.context, Person(id=office.people[0], name="نام تازه", post="مدیر"))
    assert office.where("attendance", minutes_version_id=version_id)[0].name == "شخص 1"


def test_the_page_in_one_read(office: Office) -> None:
    seat = vacant(office)
    nominate(office.context, replace(letter(office, from_day=None), seat_id=seat), newcomer=Person(name="نیلوفر"))
    sheet = members_sheet(office.context)
    assert (sheet.vacancies, sheet.without_liaison, sheet.signed_on) == (1, 4, SIGNED)
    found = sheet.seat(seat)
    assert found is not None
    assert found[1].vacant
    assert [one.name for one in found[1].expected] == ["نیلوفر"]
    clock = sheet.parties[0].clock
    assert clock is not None
    assert (clock.due, clock.days_late) == (date(2022, 11, 22), 0)
    person = sheet.person(office.people[0])
    assert person is not None
    assert [(one.seat.title, one.running) for one in person.seats] == [("سمت 1", True)]
    assert sheet.seat(99) is None
    assert sheet.unit(99) is None
    assert sheet.person(99) is None
