"""Marks of seats, and guests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.rules.attendance import SeatMark
from desktop_app.domain.rules.meetings import ATTENDANCE_OPEN, GUESTS_OPEN, Attendance, AttendanceState, MeetingState
from desktop_app.domain.rules.minutes import MinutesActKind, MinutesState
from desktop_app.services.documents.invitation_document import invitees
from desktop_app.services.meetings.meeting_facts import save_meeting
from desktop_app.services.minutes.attendance import add_guest, mark_attendance, mark_late, remove_guest, save_guest
from desktop_app.services.minutes.minutes import to_review
from desktop_app.storage.store.work import Work
from tests.refusing import refused
from tests.services.office_steps import Office, context_of

S = AttendanceState


def row(office: Office, meeting_id: int, place: int) -> Attendance:
    version = office.where("versions", meeting_id=meeting_id)[-1]
    found: Attendance = office.where("attendance", minutes_version_id=version.id, seat_id=office.seats[place])[0]
    return found


def test_the_first_mark_makes_the_draft_with_every_filled_seat(office: Office) -> None:
    meeting_id = office.convened()
    assert office.where("versions", meeting_id=meeting_id) == ()
    office.mark(meeting_id, 4, state=S.EXCUSED)
    (version,) = office.where("versions", meeting_id=meeting_id)
    rows = office.where("attendance", minutes_version_id=version.id)
    assert [one.seat_id for one in rows] == office.seats
    assert [one.state for one in rows].count(S.UNMARKED) == 7
    assert rows[4].state is S.EXCUSED
    assert [act.kind for act in office.where("minutes_acts")] == [MinutesActKind.OPENED]
    office.mark(meeting_id, 5)
    assert len(office.where("versions", meeting_id=meeting_id)) == 1


@pytest.mark.parametrize("state", list(MeetingState))
def test_when_attendance_may_be_marked(office: Office, state: MeetingState) -> None:
    meeting_id = office.planned()
    office.put("meetings", replace(office.get("meetings", meeting_id), state=state))
    if state in ATTENDANCE_OPEN:
        office.mark(meeting_id, 0)
        assert row(office, meeting_id, 0).state is S.PRESENT
    else:
        with refused("attendance_not_open", "attendance", state=state):
            office.mark(meeting_id, 0)


@pytest.mark.parametrize("state", list(MeetingState))
def test_when_guests_may_be_added(office: Office, state: MeetingState) -> None:
    """From the scheduling on: they are invited with the members."""
    meeting_id = office.planned()
    office.put("meetings", replace(office.get("meetings", meeting_id), state=state))
    if state in GUESTS_OPEN:
        add_guest(office.context, meeting_id, name="فرزاد کلاردشتی")
        assert [one.name for one in invitees(office.context, meeting_id)][-1] == "فرزاد کلاردشتی"
    else:
        with refused("guests_not_open", "attendance", state=state):
            add_guest(office.context, meeting_id, name="فرزاد کلاردشتی")


def test_guests_of_a_scheduled_meeting_stay_when_its_day_changes(office: Office) -> None:
    meeting_id = office.planned()
    office.move(meeting_id, MeetingState.SCHEDULED)
    add_guest(office.context, meeting_id, name="فرزاد کلاردشتی")
    save_meeting(office.context, replace(office.get("meetings", meeting_id), day=date(2023, 5, 8)))
    office.move(meeting_id, MeetingState.CONVENED)
    assert [one.name for one in invitees(office.context, meeting_id)][-1] == "فرزاد کلاردشتی"


def test_a_substitute_with_letter(office: Office) -> None:
    meeting_id = office.in_session()
    mark = SeatMark(state=S.SUBSTITUTE, substitute_name="كيوان", letter_number="۴۱۲/ص", arrived_at="۱۰:۲۵")
    mark_attendance(office.context, meeting_id, office.seats[3], mark)
    found = row(office, meeting_id, 3)
    assert (found.substitute_name, found.letter_number, found.arrived_at) == ("کیوان", "۴۱۲/ص", "10:25")
    office.mark(meeting_id, 3)
    assert (row(office, meeting_id, 3).substitute_name, row(office, meeting_id, 3).letter_number) == ("", "4/ص")


def test_late_is_present_with_the_time_of_now(office: Office) -> None:
    meeting_id = office.in_session()
    office.clock.forward(minutes=18)
    mark_late(office.context, meeting_id, office.seats[6])
    assert (row(office, meeting_id, 6).state, row(office, meeting_id, 6).arrived_at) == (S.PRESENT, "10:18")


def test_late_is_one_unit_of_work(office: Office) -> None:
    meeting_id, opened = office.in_session(), 0

    @contextmanager
    def counted() -> Iterator[Work]:
        nonlocal opened
        opened += 1
        with office.open_work() as work:
            yield work

    mark_late(context_of(counted, office.clock, office.paper), meeting_id, office.seats[6])
    assert opened == 1


def test_a_seat_that_nobody_holds_is_not_marked(office: Office) -> None:
    meeting_id = office.in_session()
    with refused("seat_not_filled", "attendance", seat_id=999):
        mark_attendance(office.context, meeting_id, 999, SeatMark(state=S.PRESENT))


def test_bad_words_of_a_mark_are_refused_beside_their_field(office: Office) -> None:
    meeting_id = office.in_session()
    with refused("glyph_missing", "substitute_name"):
        office.mark(meeting_id, 0, state=S.SUBSTITUTE, substitute_name="کیوان☎")
    with refused("time_not_understood", "left_at"):
        office.mark(meeting_id, 0, left_at="۹۹")
    with refused("substitute_without_name", "substitute_name"):
        office.mark(meeting_id, 0, state=S.SUBSTITUTE)


def test_marks_of_frozen_minutes_stay(office: Office) -> None:
    meeting_id, version_id = office.written()
    office.finalised(version_id)
    with refused("minutes_frozen", state=MinutesState.FINAL):
        office.mark(meeting_id, 0, state=S.ABSENT)


def test_a_correction_during_review_is_an_event(office: Office) -> None:
    meeting_id, version_id = office.written()
    to_review(office.context, version_id)
    office.mark(meeting_id, 7, state=S.VIDEO)
    acts = office.where("minutes_acts", minutes_version_id=version_id, kind=MinutesActKind.CORRECTED)
    assert [act.reason for act in acts] == ["attendance"]


# ---- guests


def test_guests_come_in_order_change_and_go(office: Office) -> None:
    meeting_id = office.in_session()
    first = add_guest(office.context, meeting_id, name="فرزاد", post="کارشناس").id
    second = add_guest(office.context, meeting_id, name="رویا").id
    guests = office.where("guests")
    assert [(guest.name, guest.ordinal) for guest in guests] == [("فرزاد", 1), ("رویا", 2)]
    save_guest(office.context, replace(guests[1], name="رویا هزارجریبی", arrived_at="10.30", ordinal=9))
    changed = office.get("guests", second)
    assert (changed.name, changed.arrived_at, changed.ordinal) == ("رویا هزارجریبی", "10:30", 2)
    remove_guest(office.context, first)
    assert [guest.id for guest in office.where("guests")] == [second]


def test_a_guest_has_a_name(office: Office) -> None:
    meeting_id = office.in_session()
    with refused("guest_without_name", "name"):
        add_guest(office.context, meeting_id, name=" ")


def test_guests_of_frozen_minutes_stay(office: Office) -> None:
    meeting_id, version_id = office.written(1)
    guest_id = add_guest(office.context, meeting_id, name="فرزاد").id
    office.finalised(version_id)
    with refused("minutes_frozen"):
        remove_guest(office.context, guest_id)
    with refused("minutes_frozen"):
        save_guest(office.context, office.get("guests", guest_id))
