"""Rules of meetings: guards of convening and of the session, numbers, the agenda's order, the attendance list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop_app.domain.rules.attendance import (
    SeatMark,
    attending_rows,
    presiding_seat,
    row_of,
    seated_person,
    secretary_seat,
    signers_by_rule,
    with_mark,
)
from desktop_app.domain.rules.meetings import (
    AgendaItem,
    Attendance,
    AttendanceState,
    Meeting,
    MeetingState,
    next_number,
    reorder,
    require_attendance_complete,
    require_can_begin,
    require_can_convene,
    require_open,
    require_times,
    unmarked,
)
from desktop_app.domain.rules.members import SeatHolder, SeatRole
from tests.refusing import refused

DAY = date(2023, 5, 1)
MEETING = Meeting(id=1, committee_id=1, day=DAY, place="سالن")
CALLED = replace(MEETING, starts_at="10:00")
S = AttendanceState


def item(item_id: int) -> AgendaItem:
    return AgendaItem(id=item_id, committee_id=1, meeting_id=1, ordinal=item_id, title="بند")


def seat(seat_id: int, state: AttendanceState = S.PRESENT, party_id: int = 1, **words: Any) -> Attendance:
    return Attendance(
        minutes_version_id=1,
        seat_id=seat_id,
        party_id=party_id,
        ordinal=seat_id,
        name=f"شخص {seat_id}",
        post=f"سمت {seat_id}",
        state=state,
        **words,
    )


def test_convening_needs_day_hour_place_an_item_and_a_seat_of_each_party() -> None:
    require_can_convene(CALLED, [item(1)], ())
    with refused("meeting_without_day", "day"):
        require_can_convene(replace(CALLED, day=None), [item(1)], ())
    with refused("meeting_without_hour", "starts_at"):
        require_can_convene(replace(CALLED, starts_at=""), [item(1)], ())
    with refused("meeting_without_place", "place"):
        require_can_convene(replace(CALLED, place="  "), [item(1)], ())
    with refused("agenda_empty", "agenda"):
        require_can_convene(CALLED, [], ())
    with refused("party_without_seat", party="مرکز"):
        require_can_convene(CALLED, [item(1)], ("مرکز",))


def test_numbers_run_through_the_life_of_the_committee() -> None:
    assert next_number([]) == 1
    assert next_number([None, None]) == 1
    assert next_number([2, None, 7, 3]) == 8


def test_a_session_begins_on_its_day_or_later() -> None:
    require_can_begin(MEETING, DAY)
    require_can_begin(MEETING, date(2023, 5, 9))
    with refused("session_before_its_day", "", day="دوشنبه ۱۱ اردیبهشت ۱۴۰۲"):
        require_can_begin(MEETING, date(2023, 4, 30))
    with refused("meeting_without_day", "day"):
        require_can_begin(replace(MEETING, day=None), DAY)


def test_a_session_ends_after_it_began() -> None:
    require_times(MEETING)
    require_times(replace(MEETING, began_at="10:00"))
    require_times(replace(MEETING, began_at="10:00", ended_at="10:00"))
    with refused("session_ends_before_begin", "ended_at", began_at="10:00"):
        require_times(replace(MEETING, began_at="10:00", ended_at="09:59"))
    with refused("session_without_begin", "began_at"):
        require_times(replace(MEETING, ended_at="12:00"))


@pytest.mark.parametrize("state", list(MeetingState))
def test_a_shut_meeting_stays_as_it_is(state: MeetingState) -> None:
    meeting = replace(MEETING, state=state)
    if state in {MeetingState.CANCELLED, MeetingState.CLOSED}:
        with refused("meeting_shut", state=state):
            require_open(meeting)
    else:
        require_open(meeting)


def test_every_seat_is_marked_before_a_session_ends() -> None:
    rows = [seat(1), seat(2, S.ABSENT), seat(3, S.UNMARKED), seat(4, S.UNMARKED)]
    assert [row.seat_id for row in unmarked(rows)] == [3, 4]
    with refused("attendance_incomplete", "attendance", count=2, name="شخص 3"):
        require_attendance_complete(rows)
    require_attendance_complete(rows[:2])


def test_a_substitute_has_a_name() -> None:
    with refused("substitute_without_name", "attendance", name="شخص 1"):
        require_attendance_complete([seat(1, S.SUBSTITUTE, substitute_name=" ")])
    require_attendance_complete([seat(1, S.SUBSTITUTE, substitute_name="کیوان")])


@pytest.mark.parametrize(
    ("moved", "step", "order"),
    [
        (2, 1, (1, 3, 2)),
        (2, -1, (2, 1, 3)),
        (1, -1, (1, 2, 3)),
        (3, 5, (1, 2, 3)),
        (1, 9, (2, 3, 1)),
        (2, 0, (1, 2, 3)),
    ],
)
def test_moving_an_agenda_item(moved: int, step: int, order: tuple[int, ...]) -> None:
    assert reorder([item(1), item(2), item(3)], moved, step) == order


def test_an_item_of_another_agenda_is_refused() -> None:
    with refused("agenda_item_unknown", item_id=9):
        reorder([item(1)], 9, 1)


# ---- marks

HOLDER = SeatHolder(
    seat_id=1,
    party_id=1,
    role=SeatRole.MEMBER,
    title="عضو",
    ordinal=3,
    person_id=1,
    name="آرش",
    letter_number="۲۱۷/ص",
    letter_day=DAY,
)


def test_a_row_begins_unmarked_with_the_letter_of_the_nomination() -> None:
    row = row_of(HOLDER, 7)
    assert (row.minutes_version_id, row.name, row.post, row.state) == (7, "آرش", "عضو", S.UNMARKED)
    assert (row.letter_number, row.letter_day) == ("۲۱۷/ص", DAY)


def test_a_substitute_brings_a_letter_and_takes_it_away_again() -> None:
    row = row_of(HOLDER, 7)
    mark = SeatMark(state=S.SUBSTITUTE, substitute_name=" کیوان ", letter_number="۴۱۲/ص", letter_day=date(2023, 4, 30))
    found = with_mark(row, mark, HOLDER)
    assert (found.substitute_name, found.letter_number, found.letter_day) == ("کیوان", "۴۱۲/ص", date(2023, 4, 30))
    assert seated_person(found) == "کیوان"
    back = with_mark(found, SeatMark(state=S.PRESENT), HOLDER)
    assert (back.substitute_name, back.letter_number, back.letter_day) == ("", "۲۱۷/ص", DAY)
    assert seated_person(back) == "آرش"
    assert with_mark(found, SeatMark(state=S.ABSENT), None).letter_number == "۴۱۲/ص"


def test_a_substitute_without_a_name_is_refused_at_once() -> None:
    with refused("substitute_without_name", "substitute_name", name="آرش"):
        with_mark(row_of(HOLDER, 7), SeatMark(state=S.SUBSTITUTE, substitute_name=" "), HOLDER)


def test_only_who_attended_has_times() -> None:
    times: dict[str, Any] = {"arrived_at": "10:18", "left_at": "11:00"}
    there = with_mark(row_of(HOLDER, 7), SeatMark(state=S.VIDEO, **times), HOLDER)
    assert (there.arrived_at, there.left_at) == ("10:18", "11:00")
    for state in (S.ABSENT, S.EXCUSED, S.UNMARKED):
        away = with_mark(there, SeatMark(state=state, **times), HOLDER)
        assert (away.arrived_at, away.left_at) == ("", "")
    with refused("left_before_arrival", "left_at", arrived_at="10:18"):
        with_mark(there, SeatMark(state=S.PRESENT, arrived_at="10:18", left_at="10:00"), HOLDER)


# ---- who presides and who signs

ROLES = {1: SeatRole.SECRETARY, 2: SeatRole.MEMBER, 3: SeatRole.DEPUTY, 4: SeatRole.CHAIR, 5: SeatRole.DEPUTY}


def test_the_chair_presides_else_a_deputy_else_nobody() -> None:
    rows = [seat(number) for number in (1, 2, 3, 4, 5)]
    assert presiding_seat(rows, ROLES) == rows[3]
    rows[3] = seat(4, S.EXCUSED)
    assert presiding_seat(rows, ROLES) == rows[2]
    assert presiding_seat(rows[:2], ROLES) is None
    assert secretary_seat(rows, ROLES) == rows[0]
    assert secretary_seat(rows[1:], ROLES) is None


def test_who_attended_signs_chair_first_and_secretary_last() -> None:
    rows = [
        seat(1),
        seat(2, S.SUBSTITUTE, substitute_name="کیوان"),
        seat(3, S.EXCUSED),
        seat(4, S.VIDEO),
        seat(5, S.PRESENT, party_id=2),
        seat(6, S.ABSENT, party_id=2),
    ]
    signers = signers_by_rule(rows, ROLES, 7)
    assert [signer.name for signer in signers] == ["شخص 4", "کیوان", "شخص 5", "شخص 1"]
    assert [signer.ordinal for signer in signers] == [1, 2, 3, 4]
    assert signers[1].substitute_for == "شخص 2"
    assert signers[1].post == "سمت 2"
    assert {signer.minutes_version_id for signer in signers} == {7}
    assert [row.seat_id for row in attending_rows(rows)] == [1, 2, 4, 5]
