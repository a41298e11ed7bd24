"""Acts on a meeting: its facts, its course, its number."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.outcome import Changed
from desktop_app.domain.rules.meetings import (
    AgendaItem,
    AgendaState,
    AttendanceState,
    Meeting,
    MeetingKind,
    MeetingState,
)
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.services.meetings.agenda import remove_item, start_item
from desktop_app.services.meetings.meeting_facts import save_meeting
from desktop_app.services.meetings.meetings import (
    add_meeting,
    begin_session,
    end_session,
    move_meeting,
)
from desktop_app.services.versions.signing import sign_all
from tests.refusing import refused
from tests.services.office_steps import MONDAY, Office
from tests.services.records import Records

M = MeetingState


def meeting(office: Office, meeting_id: int) -> Meeting:
    found: Meeting = office.get("meetings", meeting_id)
    return found


# ---- new and changed


def test_a_new_meeting_is_a_draft_without_a_number(office: Office, records: Records) -> None:
    before = records.commits
    made = add_meeting(
        office.context,
        Meeting(committee_id=office.committee, number=9, state=M.HELD, began_at="10:00", starts_at="۹.۳۰"),
        [AgendaItem(committee_id=0, meeting_id=None, ordinal=9, title="بند", background="سابقه\nيك")],
    )
    found = meeting(office, made.id)
    assert (found.state, found.number, found.began_at, found.starts_at) == (M.DRAFT, None, "", "09:30")
    (item,) = office.where("agenda", meeting_id=made.id)
    assert (item.committee_id, item.ordinal, item.background) == (office.committee, 1, "سابقه\nیک")
    assert made.changed == Changed.MEETINGS
    assert records.commits == before + 1


def test_facts_change_but_neither_state_nor_number(office: Office) -> None:
    meeting_id = office.convened()
    changed = replace(
        meeting(office, meeting_id),
        place="مرکز",
        starts_at="11",
        kind=MeetingKind.EXTRAORDINARY,
        state=M.HELD,
        number=77,
        committee_id=99,
        note="دو\nسطر",
    )
    save_meeting(office.context, changed)
    found = meeting(office, meeting_id)
    assert (found.place, found.starts_at, found.kind) == ("مرکز", "11:00", MeetingKind.EXTRAORDINARY)
    assert (found.state, found.number, found.committee_id) == (M.CONVENED, 1, office.committee)
    assert found.note == "دو\nسطر"


def test_a_time_that_is_none_is_refused_beside_its_field(office: Office, records: Records) -> None:
    meeting_id = office.planned()
    before = records.commits
    with refused("time_not_understood", "starts_at"):
        save_meeting(office.context, replace(meeting(office, meeting_id), starts_at="۲۵:۰۰"))
    assert records.commits == before


def test_a_character_that_the_font_lacks_is_named_at_the_field(office: Office) -> None:
    meeting_id = office.planned()
    with refused("glyph_missing", "place", character="☎", code_point=0x260E):
        save_meeting(office.context, replace(meeting(office, meeting_id), place="سالن ☎"))


def test_text_is_stored_as_the_field_shows_it(office: Office) -> None:
    meeting_id = office.planned()
    save_meeting(office.context, replace(meeting(office, meeting_id), place="سالن كيش", chair="علي"))
    assert (meeting(office, meeting_id).place, meeting(office, meeting_id).chair) == ("سالن کیش", "علی")


def test_a_text_too_long_is_refused_with_its_count(office: Office) -> None:
    meeting_id = office.planned()
    with refused("text_too_long", "note", count=50_001):
        save_meeting(office.context, replace(meeting(office, meeting_id), note="آ" * 50_001))
    save_meeting(office.context, replace(meeting(office, meeting_id), note="آ" * 50_000))


@pytest.mark.parametrize("state", [M.CANCELLED, M.CLOSED])
def test_a_shut_meeting_takes_no_change(office: Office, state: MeetingState) -> None:
    meeting_id = office.planned()
    office.put("meetings", replace(meeting(office, meeting_id), state=state))
    with refused("meeting_shut", state=state):
        save_meeting(office.context, replace(meeting(office, meeting_id), place="جا"))


def test_frozen_minutes_freeze_the_facts_of_the_meeting(office: Office) -> None:
    meeting_id, version_id = office.written()
    office.finalised(version_id)
    with refused("minutes_frozen", state=MinutesState.FINAL):
        save_meeting(office.context, replace(meeting(office, meeting_id), place="جا"))


# ---- the day


def test_members_were_invited_to_a_day_so_it_is_postponed(office: Office) -> None:
    meeting_id = office.convened()
    with refused("day_needs_postponing", "day", day=MONDAY):
        save_meeting(office.context, replace(meeting(office, meeting_id), day=date(2023, 5, 8)))
    office.move(meeting_id, M.POSTPONED, reason="سفر رئیس")
    save_meeting(office.context, replace(meeting(office, meeting_id), day=date(2023, 5, 8)))
    office.move(meeting_id, M.SCHEDULED, M.CONVENED)
    assert (meeting(office, meeting_id).day, meeting(office, meeting_id).number) == (date(2023, 5, 8), 1)


def test_a_meeting_that_began_is_not_moved_ahead_of_today(office: Office) -> None:
    meeting_id = office.held()
    with refused("began_on_a_later_day", "day"):
        save_meeting(office.context, replace(meeting(office, meeting_id), day=date(2023, 5, 8)))
    save_meeting(office.context, replace(meeting(office, meeting_id), day=date(2023, 4, 30)))
    assert meeting(office, meeting_id).day == date(2023, 4, 30)


def test_only_a_draft_may_lose_its_day(office: Office) -> None:
    meeting_id = office.planned()
    save_meeting(office.context, replace(meeting(office, meeting_id), day=None))
    with refused("meeting_without_day", "day"):
        office.move(meeting_id, M.SCHEDULED)
    save_meeting(office.context, replace(meeting(office, meeting_id), day=MONDAY))
    office.move(meeting_id, M.SCHEDULED)
    with refused("meeting_without_day", "day"):
        save_meeting(office.context, replace(meeting(office, meeting_id), day=None))


def _new_holder(office: Office, place: int, day: date) -> None:
    """Another person takes a seat from ``day`` on."""
    (old,) = office.where("nominations", seat_id=office.seats[place])
    office.put("nominations", replace(old, to_day=date.fromordinal(day.toordinal() - 1)))
    office.add("nominations", replace(old, id=0, person_id=office.people[0], from_day=day, to_day=None))


def test_a_new_day_brings_the_holders_of_that_day_and_forgets_marks_made_beforehand(office: Office) -> None:
    meeting_id = office.convened()
    office.mark(meeting_id, 3, state=AttendanceState.EXCUSED)
    (version,) = office.where("versions", meeting_id=meeting_id)
    _new_holder(office, 3, date(2023, 5, 8))
    office.move(meeting_id, M.POSTPONED, reason="سفر")
    save_meeting(office.context, replace(meeting(office, meeting_id), day=date(2023, 5, 8)))
    row = office.where("attendance", minutes_version_id=version.id, seat_id=office.seats[3])[0]
    assert (row.name, row.state) == ("شخص 1", AttendanceState.UNMARKED)


def test_a_corrected_day_of_a_held_meeting_keeps_marks_and_follows_the_seats(office: Office) -> None:
    meeting_id = office.in_session()
    office.mark(meeting_id, 0, state=AttendanceState.SUBSTITUTE, substitute_name="کیوان", letter_number="۹/ص")
    office.mark(meeting_id, 1)
    (version,) = office.where("versions", meeting_id=meeting_id)
    (last,) = office.where("nominations", seat_id=office.seats[7])
    office.put("nominations", replace(last, to_day=date(2023, 4, 25)))
    (late,) = office.where("nominations", seat_id=office.seats[6])
    office.put("nominations", replace(late, from_day=date(2023, 5, 1)))
    save_meeting(office.context, replace(meeting(office, meeting_id), day=date(2023, 4, 24)))
    rows = {row.seat_id: row for row in office.where("attendance", minutes_version_id=version.id)}
    assert set(rows) == {seat for place, seat in enumerate(office.seats) if place != 6}
    assert (rows[office.seats[0]].substitute_name, rows[office.seats[0]].letter_number) == ("کیوان", "۹/ص")
    assert (rows[office.seats[1]].state, rows[office.seats[1]].letter_number) == (AttendanceState.PRESENT, "2/ص")
    save_meeting(office.context, replace(meeting(office, meeting_id), day=date(2023, 5, 1)))
    rows = {row.seat_id: row for row in office.where("attendance", minutes_version_id=version.id)}
    assert set(rows) == set(office.seats[:7])


# ---- the course


def test_convening_gives_the_next_number_through_life(office: Office) -> None:
    first, second, third = office.planned(), office.planned(), office.planned()
    office.move(second, M.SCHEDULED, M.CONVENED)
    office.move(second, M.CANCELLED, reason="بدون حد نصاب")
    office.move(first, M.SCHEDULED, M.CONVENED)
    office.move(third, M.SCHEDULED, M.CONVENED)
    numbers = [meeting(office, one).number for one in (second, first, third)]
    assert numbers == [1, 2, 3]


def test_a_postponed_meeting_keeps_its_number(office: Office) -> None:
    meeting_id = office.convened()
    other = office.convened()
    office.move(meeting_id, M.POSTPONED, reason="سفر")
    office.move(meeting_id, M.SCHEDULED, M.CONVENED)
    assert (meeting(office, meeting_id).number, meeting(office, other).number) == (1, 2)


def test_convening_without_place_or_item_is_refused_and_writes_nothing(office: Office, records: Records) -> None:
    meeting_id = office.planned(place="")
    office.move(meeting_id, M.SCHEDULED)
    before = records.commits
    with refused("meeting_without_place", "place"):
        office.move(meeting_id, M.CONVENED)
    save_meeting(office.context, replace(meeting(office, meeting_id), place="سالن"))
    for item_id in office.items(meeting_id):
        remove_item(office.context, item_id)
    with refused("agenda_empty", "agenda"):
        office.move(meeting_id, M.CONVENED)
    assert meeting(office, meeting_id).state is M.SCHEDULED
    assert meeting(office, meeting_id).number is None
    assert records.commits == before + 4


def test_convening_without_an_hour_is_refused_beside_it(office: Office) -> None:
    meeting_id = office.planned()
    save_meeting(office.context, replace(meeting(office, meeting_id), starts_at=""))
    office.move(meeting_id, M.SCHEDULED)
    with refused("meeting_without_hour", "starts_at"):
        office.move(meeting_id, M.CONVENED)


def test_convening_without_a_seat_of_one_party_is_refused(office: Office) -> None:
    meeting_id = office.planned()
    for seat_id in office.seats[4:]:
        for one in office.where("nominations", seat_id=seat_id):
            office.put("nominations", replace(one, to_day=date(2023, 4, 30)))
    office.move(meeting_id, M.SCHEDULED)
    with refused("party_without_seat", "", party=office.get("parties", office.parties[1]).name):
        office.move(meeting_id, M.CONVENED)
    assert meeting(office, meeting_id).number is None


def test_what_the_invited_were_told_changes_but_does_not_go(office: Office) -> None:
    meeting_id = office.convened()
    save_meeting(office.context, replace(meeting(office, meeting_id), starts_at="۱۱", place="تالار"))
    with refused("meeting_without_hour", "starts_at"):
        save_meeting(office.context, replace(meeting(office, meeting_id), starts_at=""))
    with refused("meeting_without_place", "place"):
        save_meeting(office.context, replace(meeting(office, meeting_id), place=" "))


def test_each_move_is_an_act_with_who_when_and_why(office: Office) -> None:
    meeting_id = office.convened()
    office.move(meeting_id, M.POSTPONED, reason=" سفر رئیس ")
    acts = office.where("meeting_acts", meeting_id=meeting_id)
    assert [(act.source, act.target) for act in acts] == [
        (M.DRAFT, M.SCHEDULED),
        (M.SCHEDULED, M.CONVENED),
        (M.CONVENED, M.POSTPONED),
    ]
    assert (acts[-1].actor, acts[-1].reason, acts[-1].day) == ("کارشناس", "سفر رئیس", MONDAY)


def test_cancelling_needs_a_reason(office: Office) -> None:
    meeting_id = office.planned()
    with refused("reason_missing", "reason"):
        move_meeting(office.context, meeting_id, M.CANCELLED)
    with refused("move_not_allowed", source=M.DRAFT, target=M.HELD):
        move_meeting(office.context, meeting_id, M.HELD)


# ---- the session


def test_a_session_begins_now_or_at_the_time_given_and_makes_the_draft(office: Office) -> None:
    meeting_id = office.convened()
    begin_session(office.context, meeting_id)
    assert meeting(office, meeting_id).began_at == "10:00"
    (version,) = office.where("versions", meeting_id=meeting_id)
    assert (version.version, version.state, version.kept_at, version.originals) == (
        1,
        MinutesState.DRAFT,
        "دبیرخانه",
        2,
    )
    assert len(office.where("attendance", minutes_version_id=version.id)) == 8


def test_no_session_before_its_day(office: Office) -> None:
    meeting_id = office.convened(date(2023, 5, 8))
    with refused("session_before_its_day", ""):
        begin_session(office.context, meeting_id)
    assert office.where("versions", meeting_id=meeting_id) == ()


def test_a_session_ends_when_every_seat_is_marked(office: Office) -> None:
    meeting_id = office.in_session()
    office.mark(meeting_id, *range(7))
    with refused("attendance_incomplete", "attendance", count=1, name="شخص 8"):
        end_session(office.context, meeting_id)
    office.mark(meeting_id, 7)
    office.clock.forward(hours=2)
    end_session(office.context, meeting_id)
    assert (meeting(office, meeting_id).state, meeting(office, meeting_id).ended_at) == (M.HELD, "12:00")


def test_without_quorum_it_is_not_held(office: Office) -> None:
    meeting_id = office.in_session()
    office.mark_all(meeting_id, present=(0, 1, 2, 3))
    with refused("quorum_party_missing", "attendance", party_id=office.parties[1], party="مرکز ملی"):
        end_session(office.context, meeting_id, ended_at="11:00")
    end_session(office.context, meeting_id, inquorate=True, ended_at="11:00")
    assert meeting(office, meeting_id).state is M.INQUORATE


def test_with_quorum_it_is_not_inquorate(office: Office) -> None:
    meeting_id = office.in_session()
    office.mark_all(meeting_id)
    with refused("quorum_is_met", "attendance"):
        end_session(office.context, meeting_id, inquorate=True, ended_at="11:00")


def test_the_end_is_not_before_the_beginning(office: Office) -> None:
    meeting_id = office.in_session()
    office.mark_all(meeting_id)
    with refused("session_ends_before_begin", "ended_at", began_at="10:05"):
        end_session(office.context, meeting_id, ended_at="9")


def test_the_end_stops_the_running_item(office: Office) -> None:
    meeting_id = office.in_session()
    office.mark_all(meeting_id)
    item_id = office.items(meeting_id)[1]
    start_item(office.context, item_id)
    office.clock.forward(minutes=9)
    end_session(office.context, meeting_id)
    item = office.get("agenda", item_id)
    assert (item.state, item.spent_seconds, item.started_at) == (AgendaState.DONE, 540, "")


def test_a_file_is_closed_on_signed_minutes_only(office: Office) -> None:
    meeting_id, version_id = office.written()
    with refused("close_without_signed_minutes", state=MinutesState.DRAFT):
        move_meeting(office.context, meeting_id, M.CLOSED)
    office.finalised(version_id)
    with refused("close_without_signed_minutes", state=MinutesState.FINAL):
        move_meeting(office.context, meeting_id, M.CLOSED)
    sign_all(office.context, version_id, office.clock.today(), asked=True)
    move_meeting(office.context, meeting_id, M.CLOSED)
    assert meeting(office, meeting_id).state is M.CLOSED


def test_a_held_meeting_without_minutes_is_not_closed(office: Office) -> None:
    meeting_id = office.planned()
    office.put("meetings", replace(meeting(office, meeting_id), state=M.HELD))
    with refused("close_without_signed_minutes", state=""):
        move_meeting(office.context, meeting_id, M.CLOSED)
