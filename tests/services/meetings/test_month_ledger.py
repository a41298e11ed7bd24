"""The month ledger as a sheet, and the excuses of its months."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.calendar.jalali import JalaliMonth, from_jalali
from desktop_app.domain.outcome import Changed
from desktop_app.domain.rules.meetings import MeetingState
from desktop_app.domain.rules.months import MonthActKind, MonthState, Regularity
from desktop_app.services.meetings.month_ledger import (
    excuse_month,
    excuse_months,
    ledger_years,
    month_ledger,
    take_back_excuse,
    take_back_excuses,
)
from tests.refusing import refused
from tests.services.office_steps import Office
from tests.services.records import Records

S, M = MonthState, MeetingState


def test_the_current_year_shows_and_others_may_be_asked_for(office: Office) -> None:
    office.held()
    sheet = month_ledger(office.context)
    assert (sheet.year, len(sheet.slots), sheet.has_earlier, sheet.has_later) == (1402, 12, True, True)
    assert sheet.slots[1].state is S.HELD
    assert sheet.current == sheet.slots[1]
    earlier = month_ledger(office.context, 1401)
    assert [slot.state for slot in earlier.slots] == [None] * 8 + [S.MISSED] * 4
    assert (earlier.has_earlier, earlier.has_later) == (False, True)
    assert earlier.current == sheet.current, "what needs a person does not depend on the year that shows"
    assert sheet.regularity == Regularity(held=1, missed=5)
    assert len(sheet.unexplained) == 5
    with refused("year_out_of_range"):
        month_ledger(office.context, 1700)


def test_without_a_committee_the_ledger_is_empty(unfounded: Records) -> None:
    nowhere = Office(unfounded.open_work, unfounded.clock)
    sheet = month_ledger(nowhere.context)
    assert (sheet.current, sheet.meeting_count, sheet.unexplained) == (None, 0, ())
    assert ledger_years(nowhere.context) == ()
    with refused("committee_missing"):
        take_back_excuse(nowhere.context, 1402, 1)


def test_what_needs_a_person_a_day_that_passed_and_the_next_meeting(office: Office) -> None:
    late = office.convened()
    ahead = office.convened(date(2023, 6, 12))
    office.clock.forward(days=3)
    sheet = month_ledger(office.context)
    assert [one.id for one in sheet.overdue] == [late]
    assert sheet.upcoming is not None
    assert (sheet.upcoming.id, sheet.meeting_count) == (ahead, 2)


def test_a_closed_meeting_without_quorum_leaves_its_month_missed(office: Office) -> None:
    meeting_id = office.inquorate()
    office.put("meetings", _closed(office, meeting_id))
    office.clock.forward(days=40)
    assert month_ledger(office.context).slots[1].state is S.MISSED


def _closed(office: Office, meeting_id: int) -> object:
    from dataclasses import replace

    return replace(office.get("meetings", meeting_id), state=M.CLOSED)


def test_a_missed_month_is_excused_with_who_when_and_why(office: Office, records: Records) -> None:
    outcome = excuse_month(office.context, 1402, 1, " تعطیلات نوروز ")
    assert outcome.changed == Changed.MEETINGS
    (act,) = office.where("month_acts")
    assert (act.kind, act.year, act.month, act.reason, act.actor) == (
        MonthActKind.EXCUSED,
        1402,
        1,
        "تعطیلات نوروز",
        "کارشناس",
    )
    assert act.day == office.clock.today()
    assert records.audit[-1][:2] == ("excused", "month")
    slot = month_ledger(office.context).slots[0]
    assert (slot.state, slot.reason) == (S.EXCUSED, "تعطیلات نوروز")
    take_back_excuse(office.context, 1402, 1)
    assert month_ledger(office.context).slots[0].state is S.MISSED
    assert len(office.where("month_acts")) == 2, "both stay to be read"


def test_what_is_refused_writes_nothing(office: Office, records: Records) -> None:
    before = records.commits
    with refused("excuse_without_reason", "reason"):
        excuse_month(office.context, 1402, 1, "  \n")
    with refused("month_not_over"):
        excuse_month(office.context, 1402, 2, "تعطیل")
    with refused("month_not_in_year"):
        excuse_month(office.context, 1402, 13, "تعطیل")
    with refused("text_too_long", "reason"):
        excuse_month(office.context, 1402, 1, "ن" * 50_001)
    with refused("month_not_excused"):
        take_back_excuse(office.context, 1402, 1)
    assert records.commits == before
    excuse_month(office.context, 1402, 1, "ن" * 50_000)


def test_the_years_of_the_ledger(office: Office) -> None:
    office.planned(from_jalali(1404, 1, 20))
    assert ledger_years(office.context) == (1404, 1402, 1401)
    assert month_ledger(office.context, 1403).has_later
    assert not month_ledger(office.context, 1404).has_later
    assert JalaliMonth(1402, 1) in {slot.month for slot in month_ledger(office.context).unexplained}


def test_many_months_are_excused_for_one_reason_in_one_act(office: Office, records: Records) -> None:
    missed = [slot.month for slot in month_ledger(office.context, 1401).unexplained]
    assert len(missed) > 2
    commits = records.commits
    excuse_months(office.context, missed, "انتظار برای معرفی نمایندگان")
    assert records.commits == commits + 1
    assert month_ledger(office.context, 1401).unexplained == ()
    with refused("month_excused_already"):
        excuse_months(office.context, missed[:2], "باز")
    take_back_excuses(office.context, missed)
    assert [slot.month for slot in month_ledger(office.context, 1401).unexplained] == missed
    with refused("month_not_over"):
        excuse_months(office.context, [*missed, JalaliMonth(1402, 2)], "همه یا هیچ")
    assert [slot.month for slot in month_ledger(office.context, 1401).unexplained] == missed
