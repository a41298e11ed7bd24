"""A new meeting with its first agenda items, and putting one off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop_app.domain.calendar.jalali import from_jalali
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.read_models.meetings_sheet import MeetingPlan, Postponement
from desktop_app.domain.rules.meetings import (
    AgendaKind,
    AgendaState,
    AttendanceState,
    Meeting,
    MeetingKind,
    MeetingState,
)
from desktop_app.domain.rules.minutes import MinutesActKind
from desktop_app.services.follow_up.deadline_course import planned_days
from desktop_app.services.meetings.meeting_facts import save_meeting
from desktop_app.services.meetings.meeting_sheet import meeting_sheet
from desktop_app.services.meetings.meetings import end_session, move_meeting
from desktop_app.services.meetings.month_ledger import excuse_month, take_back_excuse
from desktop_app.services.meetings.scheduling import (
    FirstTitles,
    judge_day,
    postpone_meeting,
    schedule_meeting,
    scheduling_sheet,
)
from tests.refusing import refused
from tests.services.office_steps import MONDAY, Office
from tests.services.records import Records

M, K = MeetingState, AgendaKind
TITLES = FirstTitles("گزارش پیگیری", "جلسهٔ آینده", lambda number: f"تأیید صورت‌جلسهٔ {number}")
JUNE = date(2023, 6, 12)


def schedule(office: Office, **facts: object) -> Outcome:
    plan = MeetingPlan(**{"day": JUNE, "starts_at": "10", "place": "سالن", **facts})  # type: ignore[arg-type]
    return schedule_meeting(office.context, plan, TITLES)


# ---- a new meeting


def test_a_new_meeting_is_scheduled_in_one_act_with_its_first_items(office: Office, records: Records) -> None:
    office.planned()
    before = records.commits
    made = schedule(office)
    assert records.commits == before + 1
    assert made.changed == Changed.MEETINGS
    found = office.get("meetings", made.id)
    assert (found.state, found.number, found.starts_at, found.place) == (M.SCHEDULED, None, "10:00", "سالن")
    items = office.where("agenda", meeting_id=made.id)
    assert [(item.kind, item.title, item.presenter) for item in items] == [
        (K.FOLLOW_UP, "گزارش پیگیری", "شخص 3"),
        (K.NEXT_MEETING, "جلسهٔ آینده", "شخص 1"),
    ]
    assert [act.target for act in office.where("meeting_acts", meeting_id=made.id)] == [M.SCHEDULED]


def test_the_first_meeting_of_a_committee_has_nothing_to_report_on(office: Office) -> None:
    office.move(office.planned(), M.CANCELLED, reason="کمیته هنوز کامل نیست")
    assert scheduling_sheet(office.context).first
    first = schedule(office)
    assert [item.kind for item in office.where("agenda", meeting_id=first.id)] == [K.NEXT_MEETING]
    assert not scheduling_sheet(office.context).first
    second = schedule(office, day=date(2023, 7, 10))
    assert [item.kind for item in office.where("agenda", meeting_id=second.id)] == [K.FOLLOW_UP, K.NEXT_MEETING]


def test_without_a_day_it_stays_a_draft(office: Office) -> None:
    made = schedule(office, day=None, place="")
    assert office.get("meetings", made.id).state is M.DRAFT
    assert office.where("meeting_acts", meeting_id=made.id) == ()


def test_the_minutes_before_are_an_item_until_they_are_confirmed(office: Office) -> None:
    _, version_id = office.written(1)
    office.finalised(version_id)
    made = schedule(office)
    kinds = [item.kind for item in office.where("agenda", meeting_id=made.id)]
    assert kinds == [K.FOLLOW_UP, K.PREVIOUS_MINUTES, K.NEXT_MEETING]
    sheet = meeting_sheet(office.context, made.id)
    assert (sheet.follow_up.open, len(sheet.earlier)) == (1, 1), "the first item brings every open resolution"
    first = office.where("minutes_acts", minutes_version_id=version_id)[0]
    office.add("minutes_acts", replace(first, id=0, kind=MinutesActKind.CONFIRMED, meeting_id=made.id))
    later = schedule(office, day=date(2023, 7, 10))
    assert K.PREVIOUS_MINUTES not in [item.kind for item in office.where("agenda", meeting_id=later.id)]


def test_parked_items_are_taken_up_between_the_first_and_the_last(office: Office) -> None:
    office.planned()
    first, second = office.parked("الف"), office.parked("ب")
    made = schedule(office, taken=(second, first))
    items = office.where("agenda", meeting_id=made.id)
    assert [item.title for item in items] == ["گزارش پیگیری", "ب", "الف", "جلسهٔ آینده"]
    assert {item.state for item in items} == {AgendaState.WAITING}
    with refused("agenda_item_not_parked"):
        schedule(office, day=date(2023, 7, 10), taken=(first,))


def test_a_second_ordinary_meeting_of_a_month_is_refused_and_writes_nothing(office: Office, records: Records) -> None:
    schedule(office)
    before = records.commits
    with refused("month_has_ordinary_meeting", "kind"):
        schedule(office, day=date(2023, 6, 19))
    assert records.commits == before
    schedule(office, day=date(2023, 6, 19), kind=MeetingKind.EXTRAORDINARY)


def test_an_excused_month_takes_no_meeting_until_the_excuse_is_taken_back(office: Office) -> None:
    excuse_month(office.context, 1402, 1, "نوروز")
    day = from_jalali(1402, 1, 21)
    with refused("month_is_excused", "day"):
        schedule(office, day=day)
    take_back_excuse(office.context, 1402, 1)
    schedule(office, day=day)


def test_a_day_is_judged_before_anything_is_written(office: Office) -> None:
    office.convened()
    found = judge_day(office.context, MeetingKind.ORDINARY, MONDAY, "10:00")
    assert [one.key for one in found][:2] == ["month_has_ordinary_meeting", "hour_is_taken"]
    own = office.where("meetings")[0].id
    assert all(one.broken is None for one in judge_day(office.context, MeetingKind.ORDINARY, MONDAY, "10:00", own))
    assert judge_day(office.context, MeetingKind.ORDINARY, None) == ()


def test_the_form_begins_with_the_last_place_and_hour_and_a_proposed_day(office: Office) -> None:
    assert scheduling_sheet(office.context).plan == MeetingPlan()
    office.held()
    office.parked()
    sheet = scheduling_sheet(office.context, (1402, 3))
    assert (sheet.plan.place, sheet.plan.starts_at, len(sheet.parked)) == ("سالن جلسات", "10:00", 1)
    assert sheet.plan.day == from_jalali(1402, 3, 8), "a second Monday, as the last one"


# ---- a change of facts


def test_the_same_rules_guard_a_change_of_day_and_a_draft_that_is_scheduled(office: Office) -> None:
    office.convened()
    other = schedule(office).id
    with refused("month_has_ordinary_meeting", "kind"):
        save_meeting(office.context, replace(office.get("meetings", other), day=date(2023, 5, 8)))
    draft = schedule(office, day=None).id
    save_meeting(office.context, replace(office.get("meetings", draft), day=None, place="مرکز"))
    office.put("meetings", replace(office.get("meetings", draft), day=date(2023, 6, 19)))
    with refused("month_has_ordinary_meeting", "kind"):
        move_meeting(office.context, draft, M.SCHEDULED)


def test_a_clash_that_was_there_before_does_not_bar_other_changes(office: Office) -> None:
    office.convened()
    old = schedule(office).id
    office.put("meetings", replace(office.get("meetings", old), day=date(2023, 5, 8)))
    save_meeting(office.context, replace(office.get("meetings", old), starts_at="11:30"))
    assert office.get("meetings", old).starts_at == "11:30"


# ---- putting off


def test_putting_off_needs_a_reason(office: Office) -> None:
    meeting_id = office.convened()
    with refused("reason_missing", "reason"):
        postpone_meeting(office.context, meeting_id, Postponement(reason=" ", day=JUNE))
    assert office.get("meetings", meeting_id).state is M.CONVENED


def test_put_off_without_a_day_it_waits_for_one(office: Office) -> None:
    meeting_id = office.convened()
    postpone_meeting(office.context, meeting_id, Postponement(reason="نبود رئیس"))
    found = office.get("meetings", meeting_id)
    assert (found.state, found.day, found.number) == (M.POSTPONED, MONDAY, 1)


def test_put_off_to_a_day_it_is_scheduled_again_and_keeps_its_number(office: Office) -> None:
    meeting_id = office.convened()
    office.mark(meeting_id, 0, state=AttendanceState.EXCUSED)
    plan = Postponement(reason="نبود رئیس", day=JUNE, starts_at="۹:۳۰")
    postpone_meeting(office.context, meeting_id, plan)
    found = office.get("meetings", meeting_id)
    assert (found.state, found.day, found.starts_at, found.number) == (M.SCHEDULED, JUNE, "09:30", 1)
    acts = office.where("meeting_acts", meeting_id=meeting_id)[-2:]
    assert [(act.target, act.reason) for act in acts] == [(M.POSTPONED, "نبود رئیس"), (M.SCHEDULED, "")]
    states = {row.state for row in office.where("attendance")}
    assert states == {AttendanceState.UNMARKED}, "an excuse was about the other day"


def test_the_same_day_and_a_clash_are_refused_and_nothing_is_written(office: Office) -> None:
    office.convened()
    other = schedule(office).id
    for day, key, field in (
        (JUNE, "postponed_to_the_same_day", "day"),
        (date(2023, 5, 8), "month_has_ordinary_meeting", "kind"),
    ):
        with refused(key, field):
            postpone_meeting(office.context, other, Postponement(reason="نبود", day=day))
    assert office.get("meetings", other).state is M.SCHEDULED
    held = office.get("meetings", 1)
    with refused("move_not_allowed"):
        office.put("meetings", replace(held, state=M.HELD))
        postpone_meeting(office.context, 1, Postponement(reason="نبود"))


# ---- how it ended


def test_how_a_session_ended_is_put_right_by_its_attendance(office: Office) -> None:
    meeting_id = office.inquorate()
    with refused("quorum_party_missing", "attendance"):
        move_meeting(office.context, meeting_id, M.HELD, "شمارش دوباره")
    office.mark(meeting_id, 4, 5)
    with refused("reason_missing", "reason"):
        move_meeting(office.context, meeting_id, M.HELD)
    move_meeting(office.context, meeting_id, M.HELD, "شمارش دوباره")
    found = office.get("meetings", meeting_id)
    assert (found.state, found.ended_at) == (M.HELD, "11:00")
    with refused("quorum_is_met"):
        move_meeting(office.context, meeting_id, M.INQUORATE, "اشتباه")
    office.mark(meeting_id, 4, 5, state=AttendanceState.ABSENT)
    move_meeting(office.context, meeting_id, M.INQUORATE, "اشتباه")


@pytest.mark.parametrize("target", [M.HELD, M.INQUORATE])
def test_final_minutes_hold_how_it_ended(office: Office, target: MeetingState) -> None:
    if target is M.HELD:
        meeting_id = office.inquorate()
        version_id = office.draft(meeting_id)
    else:
        meeting_id, version_id = office.written(1)
    office.finalised(version_id)
    with refused("minutes_frozen"):
        move_meeting(office.context, meeting_id, target, "دیر شد")
    with refused("move_not_allowed"):
        end_session(office.context, office.planned())


def test_the_days_ahead_stand_in_order_however_the_meetings_were_entered() -> None:
    held, called_off = M.HELD, M.CANCELLED
    told = [(MONDAY + timedelta(days=14), held), (MONDAY, held), (None, held), (MONDAY + timedelta(days=7), called_off)]
    meetings = [Meeting(committee_id=1, day=day, state=state) for day, state in told]
    assert planned_days(meetings) == (MONDAY, MONDAY + timedelta(days=14))
