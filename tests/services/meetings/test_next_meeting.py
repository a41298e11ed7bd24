"""The meeting that follows: the planned one, or a draft at the agreed day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop_app.domain.outcome import Changed
from desktop_app.domain.read_models.meetings_sheet import MeetingPlan, NextDay, NextDayKind
from desktop_app.domain.rules.meetings import AgendaKind, MeetingState
from desktop_app.services.meetings.month_ledger import month_ledger, next_meeting, next_meeting_day
from desktop_app.services.meetings.scheduling import FirstTitles, schedule_meeting, scheduling_sheet
from desktop_app.services.minutes.minutes import save_closing
from tests.services.office_steps import Office, overtaken
from tests.services.prepared import open_draft

TITLES = FirstTitles("پیگیری", "آینده", str)
AGREED = date(2023, 5, 29)


def with_next_day(office: Office) -> int:
    meeting_id = office.convened()
    version = office.get("versions", open_draft(office.context, meeting_id).id)
    save_closing(office.context, replace(version, next_day=AGREED, next_starts_at="10:30"))
    return meeting_id


def test_a_draft_at_the_agreed_day_with_its_first_and_last_item(office: Office) -> None:
    meeting_id = with_next_day(office)
    made = next_meeting(office.context, meeting_id, TITLES)
    meeting = office.get("meetings", made.id)
    assert (meeting.day, meeting.starts_at, meeting.state) == (AGREED, "10:30", MeetingState.DRAFT)
    assert meeting.place == office.get("meetings", meeting_id).place
    assert meeting.number is None, "a number is given when the meeting is convened"
    kinds = [item.kind for item in office.where("agenda", meeting_id=made.id)]
    assert kinds == [AgendaKind.FOLLOW_UP, AgendaKind.NEXT_MEETING]
    assert made.changed & Changed.MEETINGS


def test_an_extraordinary_meeting_in_between_is_not_the_agreed_one(office: Office) -> None:
    meeting_id = with_next_day(office)
    between = office.convened(date(2023, 5, 8))
    assert next_meeting_day(office.context, meeting_id) == NextDay(AGREED, NextDayKind.AGREED)
    made = next_meeting(office.context, meeting_id, TITLES)
    assert made.id != between
    assert office.get("meetings", made.id).day == AGREED
    assert next_meeting_day(office.context, meeting_id) == NextDay(AGREED, NextDayKind.PLANNED)


def test_a_meeting_that_was_planned_just_before_is_not_planned_twice(office: Office) -> None:
    meeting_id = with_next_day(office)
    planned = []
    elsewhere = overtaken(office.context, lambda: planned.append(next_meeting(office.context, meeting_id, TITLES).id))
    made = next_meeting(elsewhere, meeting_id, TITLES)
    assert ([made.id], made.changed) == (planned, Changed.NOTHING)
    assert len(office.where("meetings", day=AGREED)) == 1


# ---- what a new meeting is offered


def agreeing(office: Office, day: date = AGREED) -> int:
    """A held meeting whose minutes name the next one."""
    meeting_id = office.held()
    version = office.get("versions", open_draft(office.context, meeting_id).id)
    save_closing(office.context, replace(version, next_day=day, next_starts_at="10:30"))
    return meeting_id


def test_a_new_meeting_begins_with_what_the_minutes_agreed_on(office: Office) -> None:
    agreeing(office)
    sheet = scheduling_sheet(office.context)
    assert sheet.plan == MeetingPlan(day=AGREED, starts_at="10:30", place="سالن جلسات")
    assert sheet.agreed is not None
    assert sheet.agreed.number == 1
    assert scheduling_sheet(office.context, (1402, 3)).plan.day == AGREED, "its own month offers it, too"
    other = scheduling_sheet(office.context, (1402, 4))
    assert (other.plan.day, other.agreed) == (date(2023, 7, 3), None), "another month has a day of its own"
    assert month_ledger(office.context).agreed == sheet.agreed


def test_an_extraordinary_meeting_leaves_the_agreement_and_an_ordinary_one_fulfils_it(office: Office) -> None:
    agreeing(office)
    office.convened(date(2023, 5, 8))
    assert scheduling_sheet(office.context).plan.day == AGREED
    plan = MeetingPlan(day=date(2023, 6, 5), starts_at="09:00", place="سالن")
    schedule_meeting(office.context, plan, TITLES)
    assert scheduling_sheet(office.context).agreed is None
    assert month_ledger(office.context).agreed is None


def test_an_agreed_day_that_is_over_is_offered_in_its_month_alone(office: Office) -> None:
    agreeing(office)
    office.clock.forward(days=40)
    assert scheduling_sheet(office.context).plan.day is None
    assert scheduling_sheet(office.context, (1402, 3)).plan.day == AGREED


def test_a_meeting_that_is_planned_already_is_taken(office: Office) -> None:
    meeting_id = with_next_day(office)
    first = next_meeting(office.context, meeting_id, TITLES)
    again = next_meeting(office.context, meeting_id, TITLES)
    assert again.id == first.id
    assert again.changed is Changed.NOTHING


def test_without_an_agreed_day_one_like_it_in_the_next_month_is_proposed(office: Office) -> None:
    meeting_id = office.convened()
    like_it = NextDay(AGREED, NextDayKind.PROPOSED)
    assert next_meeting_day(office.context, meeting_id) == like_it, "the second Monday again"
    made = next_meeting(office.context, meeting_id, TITLES)
    assert next_meeting_day(office.context, meeting_id) == NextDay(AGREED, NextDayKind.PLANNED)
    assert office.get("meetings", made.id).day == AGREED
    later = next_meeting(office.context, made.id, TITLES)
    assert later.id != made.id, "a draft does not follow itself"
