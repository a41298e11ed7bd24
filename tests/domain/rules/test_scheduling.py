"""What a day means for a meeting: what stands in the way, and what is only said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.calendar.jalali import JalaliMonth, from_jalali
from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.read_models.sheets import Level
from desktop_app.domain.rules.meetings import Meeting, MeetingKind, MeetingState
from desktop_app.domain.rules.months import OfficeDays, day_findings, proposed_day, require_day
from tests.refusing import refused

M = MeetingState
CALENDAR = WorkCalendar(
    holidays={from_jalali(1402, 3, 14): "رحلت امام خمینی", from_jalali(1402, 3, 15): "قیام ۱۵ خرداد"},
    estimates=frozenset({from_jalali(1402, 3, 15)}),
    years=frozenset({1402}),
)
DAYS = OfficeDays(today=from_jalali(1402, 2, 23), calendar=CALENDAR, opens_at="08:00", closes_at="16:00")
PLAN = Meeting(committee_id=1, day=from_jalali(1402, 3, 8), starts_at="10:00")
FIFTH = Meeting(id=5, committee_id=1, number=5, state=M.HELD, day=from_jalali(1402, 3, 22), starts_at="10:00")


def keys(meeting: Meeting, days: OfficeDays = DAYS) -> list[str]:
    return [one.key for one in day_findings(meeting, days)]


def with_meeting(**facts: object) -> OfficeDays:
    return replace(DAYS, meetings=[replace(FIFTH, **facts)])  # type: ignore[arg-type]


def test_a_plain_working_day_needs_no_words_and_no_day_is_no_question() -> None:
    assert keys(PLAN) == []
    assert keys(replace(PLAN, day=None)) == []


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ((1402, 3, 13), ["holiday_eve"]),
        ((1402, 3, 14), ["official_holiday"]),
        ((1402, 3, 11), ["weekend"]),
        ((1402, 3, 10), []),  # before a plain weekend is no holiday eve
        ((1402, 2, 10), ["past_day"]),
        ((1403, 1, 20), ["holidays_unknown"]),
    ],
)
def test_what_the_calendar_says_of_a_day(day: tuple[int, int, int], expected: list[str]) -> None:
    assert keys(replace(PLAN, day=from_jalali(*day))) == expected
    require_day(replace(PLAN, day=from_jalali(*day)), DAYS)


def test_an_estimated_holiday_says_so_and_names_the_next_working_day() -> None:
    (found,) = day_findings(replace(PLAN, day=from_jalali(1402, 3, 15)), DAYS)
    facts = dict(found.facts)
    assert (facts["name"], facts["estimated"], facts["following"]) == ("قیام ۱۵ خرداد", True, "سه‌شنبه ۱۶ خرداد")


def test_a_second_ordinary_meeting_in_a_month_is_refused_and_an_extraordinary_one_is_not() -> None:
    days = with_meeting()
    with refused("month_has_ordinary_meeting", "kind", number=5):
        require_day(PLAN, days)
    require_day(replace(PLAN, kind=MeetingKind.EXTRAORDINARY), days)
    require_day(replace(PLAN, day=from_jalali(1402, 4, 8)), days)


@pytest.mark.parametrize(
    "facts",
    [
        {"state": M.CANCELLED},
        {"state": M.POSTPONED},
        {"kind": MeetingKind.EXTRAORDINARY},
        {"day": None, "state": M.DRAFT},
    ],
)
def test_what_does_not_hold_the_month(facts: dict[str, object]) -> None:
    require_day(PLAN, with_meeting(**facts))


def test_a_meeting_without_quorum_is_called_again_in_its_month() -> None:
    require_day(PLAN, replace(with_meeting(state=M.CLOSED), inquorate=frozenset({5})))


def test_a_draft_is_only_told_or_two_drafts_would_bar_each_other() -> None:
    assert keys(PLAN, with_meeting(state=M.DRAFT)) == ["month_has_draft"]


def test_the_meeting_itself_is_no_clash() -> None:
    require_day(replace(FIFTH, state=M.SCHEDULED), with_meeting())


def test_another_meeting_on_the_day_is_told_and_refused_at_the_same_hour() -> None:
    extra = replace(PLAN, kind=MeetingKind.EXTRAORDINARY, day=FIFTH.day)
    with refused("hour_is_taken", "starts_at", number=5):
        require_day(extra, with_meeting())
    assert keys(replace(extra, starts_at="12:00"), with_meeting()) == ["same_day"]


def test_an_excused_month_takes_no_meeting() -> None:
    closed = replace(DAYS, excused=frozenset({JalaliMonth(1402, 3)}))
    with refused("month_is_excused", "day"):
        require_day(replace(PLAN, kind=MeetingKind.EXTRAORDINARY), closed)


def test_an_hour_outside_the_working_hours_is_told() -> None:
    found = [keys(replace(PLAN, starts_at=at)) for at in ("07:59", "08:00", "15:59", "16:00", "")]
    assert found == [["outside_hours"], [], [], ["outside_hours"], []]


def test_what_stands_in_the_way_comes_first() -> None:
    levels = [
        one.level
        for one in day_findings(replace(PLAN, day=from_jalali(1402, 2, 10)), with_meeting(day=from_jalali(1402, 2, 11)))
    ]
    assert levels == [Level.STOP, Level.WARN]


def test_a_proposed_day_has_the_habit_of_the_last_meeting_and_is_a_working_day_of_the_month() -> None:
    second_monday = from_jalali(1402, 2, 11)
    assert proposed_day(JalaliMonth(1402, 4), second_monday, DAYS) == from_jalali(1402, 4, 12)
    assert proposed_day(JalaliMonth(1402, 4), None, DAYS) == from_jalali(1402, 4, 3)
    assert proposed_day(JalaliMonth(1402, 2), second_monday, DAYS) == DAYS.today
    fifth_friday: date = from_jalali(1402, 2, 29)
    assert proposed_day(JalaliMonth(1402, 12), fifth_friday, DAYS).month == 3
