"""The meeting that follows: the planned one, or a draft at the agreed day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop_app.domain.meetings import AgendaKind, MeetingState
from desktop_app.services.minutes import open_draft, save_closing
from desktop_app.services.next_meeting import FirstItems, next_meeting, next_meeting_day
from desktop_app.services.ports import Changed
from tests.services.office import Office

TITLES = FirstItems("پیگیری", "آینده")
AGREED = date(2023, 5, 29)


def with_next_day(office: Office) -> int:
    meeting_id = office.convened()
    version = office.get("versions", open_draft(*office.two, meeting_id).id)
    save_closing(*office.three, replace(version, next_day=AGREED, next_starts_at="10:30"))
    return meeting_id


def test_a_draft_at_the_agreed_day_with_its_first_and_last_item(office: Office) -> None:
    meeting_id = with_next_day(office)
    made = next_meeting(*office.three, meeting_id, TITLES)
    meeting = office.get("meetings", made.id)
    assert (meeting.day, meeting.starts_at, meeting.state) == (AGREED, "10:30", MeetingState.DRAFT)
    assert meeting.place == office.get("meetings", meeting_id).place
    assert meeting.number is None, "a number is given when the meeting is convened"
    kinds = [item.kind for item in office.where("agenda", meeting_id=made.id)]
    assert kinds == [AgendaKind.FOLLOW_UP, AgendaKind.NEXT_MEETING]
    assert made.changed & Changed.MEETINGS


def test_a_meeting_that_is_planned_already_is_taken(office: Office) -> None:
    meeting_id = with_next_day(office)
    first = next_meeting(*office.three, meeting_id, TITLES)
    again = next_meeting(*office.three, meeting_id, TITLES)
    assert again.id == first.id
    assert again.changed is Changed.NOTHING


def test_without_an_agreed_day_one_like_it_in_the_next_month_is_proposed(office: Office) -> None:
    meeting_id = office.convened()
    assert next_meeting_day(*office.two, meeting_id) == AGREED, "the second Monday again"
    made = next_meeting(*office.three, meeting_id, TITLES)
    assert office.get("meetings", made.id).day == AGREED
    later = next_meeting(*office.three, made.id, TITLES)
    assert later.id != made.id, "a draft does not follow itself"
