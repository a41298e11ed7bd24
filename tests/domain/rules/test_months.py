"""The month ledger: what becomes of a month, over leap years and the turn of the year; excuses; regularity."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from desktop_app.domain.calendar.jalali import JalaliMonth, from_jalali
from desktop_app.domain.rules.meetings import Meeting, MeetingKind, MeetingState
from desktop_app.domain.rules.months import MonthAct, MonthActKind, MonthLedger, MonthState, Regularity
from tests.refusing import refused

S, M = MonthState, MeetingState
SIGNED = from_jalali(1401, 8, 10)


def meeting(day: date | None, state: MeetingState = M.HELD, number: int = 1, **facts: object) -> Meeting:
    return Meeting(id=number, committee_id=1, number=number, state=state, day=day, **facts)  # type: ignore[arg-type]


def ledger(today: date, *meetings: Meeting, acts: Sequence[MonthAct] = (), **facts: object) -> MonthLedger:
    given = {"signed_on": SIGNED, **facts}
    return MonthLedger(today=today, meetings=meetings, acts=acts, **given)  # type: ignore[arg-type]


def act(
    month: JalaliMonth, kind: MonthActKind = MonthActKind.EXCUSED, place: int = 1, reason: str = "نوروز"
) -> MonthAct:
    return MonthAct(
        id=place,
        committee_id=1,
        year=month.year,
        month=month.month,
        kind=kind,
        day=SIGNED,
        at="2023-01-01T00:00:00Z",
        actor="",
        reason=reason,
    )


def test_the_demo_year_reads_as_in_the_picture() -> None:
    days = [(1401, 9, 14), (1401, 10, 12), (1401, 11, 10), (1401, 12, 8), (1402, 2, 11)]
    meetings = [meeting(from_jalali(*day), number=place) for place, day in enumerate(days, start=1)]
    coming = meeting(from_jalali(1402, 3, 8), M.CONVENED, 6)
    found = ledger(from_jalali(1402, 2, 23), *meetings, coming)
    states = [slot.state for slot in found.year(1402)]
    assert states == [S.MISSED, S.HELD, S.PLANNED, *[S.EXPECTED] * 9]
    assert [slot.state for slot in found.year(1401)] == [None] * 8 + [S.HELD] * 4
    assert found.regularity() == Regularity(held=5, missed=1)
    assert [slot.month.month for slot in found.year(1402) if slot.current] == [2]
    assert [slot.month for slot in found.past() if slot.unexplained] == [JalaliMonth(1402, 1)]


@pytest.mark.parametrize(
    ("year", "last"),
    [(1402, 29), (1403, 30), (1407, 29), (1408, 30)],  # the leap years lie five years apart here
)
def test_a_month_is_missed_the_day_after_it_ends_also_at_the_end_of_a_leap_year(year: int, last: int) -> None:
    esfand = JalaliMonth(year, 12)
    assert esfand.last_day == from_jalali(year, 12, last)
    assert ledger(esfand.last_day).slot(esfand).state is S.EXPECTED
    next_day = ledger(esfand.last_day + timedelta(days=1))
    assert next_day.slot(esfand).state is S.MISSED
    assert next_day.current == JalaliMonth(year + 1, 1)
    assert next_day.slot(next_day.current).state is S.EXPECTED


def test_it_begins_in_the_month_after_the_signing_or_with_an_earlier_meeting() -> None:
    today = from_jalali(1402, 1, 5)
    assert ledger(today).start == JalaliMonth(1401, 9)
    assert ledger(today, meeting(from_jalali(1401, 8, 25))).start == JalaliMonth(1401, 8)
    assert ledger(today, signed_on=from_jalali(1401, 12, 29)).start == JalaliMonth(1402, 1)
    unsigned = ledger(today, signed_on=None)
    assert unsigned.start is None
    assert [slot.state for slot in unsigned.year(1402)] == [None] * 12
    assert unsigned.past() == ()
    assert unsigned.regularity().percent is None
    assert ledger(today, meeting(from_jalali(1390, 1, 1), M.DRAFT)).start == JalaliMonth(1401, 9)


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (M.DRAFT, S.MISSED),
        (M.SCHEDULED, S.MISSED),
        (M.CONVENED, S.MISSED),
        (M.IN_SESSION, S.PLANNED),
        (M.HELD, S.HELD),
        (M.CLOSED, S.HELD),
        (M.POSTPONED, S.MISSED),
        (M.CANCELLED, S.MISSED),
    ],
)
def test_what_a_meeting_makes_of_a_month_that_is_over(state: MeetingState, expected: MonthState) -> None:
    found = ledger(from_jalali(1402, 1, 1), meeting(from_jalali(1401, 12, 28), state))
    assert found.slot(JalaliMonth(1401, 12)).state is expected


def test_without_quorum_a_month_is_not_held_also_when_the_file_is_closed() -> None:
    day = from_jalali(1401, 11, 10)
    for state in (M.INQUORATE, M.CLOSED):
        found = ledger(from_jalali(1402, 1, 1), meeting(day, state, 3), inquorate=frozenset({3}))
        assert found.slot(JalaliMonth(1401, 11)).state is S.MISSED
    again = meeting(from_jalali(1401, 11, 24), M.HELD, 4)
    found = ledger(from_jalali(1402, 1, 1), meeting(day, M.INQUORATE, 3), again, inquorate=frozenset({3}))
    slot = found.slot(JalaliMonth(1401, 11))
    assert (slot.state, slot.meeting, slot.count) == (S.HELD, again, 2)


def test_the_ordinary_meeting_stands_for_the_month() -> None:
    extra = meeting(from_jalali(1402, 2, 3), number=5, kind=MeetingKind.EXTRAORDINARY)
    own = meeting(from_jalali(1402, 2, 11), number=6)
    assert ledger(from_jalali(1402, 3, 1), extra, own).slot(JalaliMonth(1402, 2)).meeting == own


def test_from_day_20_an_uninvited_month_alarms() -> None:
    month = JalaliMonth(1402, 6)
    scheduled = meeting(from_jalali(1402, 6, 25), M.SCHEDULED)
    assert not ledger(from_jalali(1402, 6, 19)).slot(month).alarm
    assert ledger(from_jalali(1402, 6, 20)).slot(month).alarm
    assert ledger(from_jalali(1402, 6, 20), scheduled).slot(month).alarm
    for state in (M.CONVENED, M.HELD):
        assert not ledger(from_jalali(1402, 6, 20), meeting(from_jalali(1402, 6, 25), state)).slot(month).alarm
    assert not ledger(from_jalali(1402, 6, 20)).slot(JalaliMonth(1402, 7)).alarm


def test_an_excuse_explains_a_missed_month_and_may_be_taken_back() -> None:
    month, today = JalaliMonth(1402, 1), from_jalali(1402, 2, 1)
    excused = ledger(today, acts=[act(month)])
    slot = excused.slot(month)
    assert (slot.state, slot.reason, excused.is_excused(month)) == (S.EXCUSED, "نوروز", True)
    assert excused.regularity() == Regularity(missed=4, excused=1)
    back = act(month, MonthActKind.EXCUSE_TAKEN_BACK, 2)
    assert ledger(today, acts=[back, act(month)]).slot(month).state is S.MISSED, "the order is that of the acts"
    assert ledger(today, acts=[act(month), back, act(month, place=3, reason="سیل")]).slot(month).reason == "سیل"


def test_a_meeting_held_nevertheless_outweighs_the_excuse() -> None:
    month = JalaliMonth(1402, 1)
    found = ledger(from_jalali(1402, 2, 1), meeting(from_jalali(1402, 1, 20)), acts=[act(month)])
    assert (found.slot(month).state, found.slot(month).reason) == (S.HELD, "")


def test_only_a_missed_month_is_excused() -> None:
    found = ledger(from_jalali(1402, 2, 1), meeting(from_jalali(1401, 12, 8)), acts=[act(JalaliMonth(1402, 1))])
    found.require_may_excuse(JalaliMonth(1401, 11))
    for month, key in (
        (JalaliMonth(1402, 1), "month_excused_already"),
        (JalaliMonth(1401, 12), "month_was_held"),
        (JalaliMonth(1401, 8), "month_before_committee"),
        (JalaliMonth(1402, 2), "month_not_over"),
    ):
        with refused(key):
            found.require_may_excuse(month)
    found.require_excused(JalaliMonth(1402, 1))
    with refused("month_not_excused"):
        found.require_excused(JalaliMonth(1401, 11))


def test_regularity_in_percent() -> None:
    assert Regularity(5, 1, 0).percent == 83
    assert Regularity(5, 0, 1).percent == 83, "an excuse does not make a month a held one"


@pytest.mark.parametrize(
    ("begins", "counted"),
    [
        (None, None),
        (JalaliMonth(1401, 12), JalaliMonth(1401, 12)),
        # whoever tells a month from before the committee is counted from its first month all the same
        (JalaliMonth(1397, 1), JalaliMonth(1401, 9)),
    ],
)
def test_regularity_is_told_from_the_month_from_which_it_is_counted(
    begins: JalaliMonth | None, counted: JalaliMonth | None
) -> None:
    ledger = MonthLedger(today=date(2023, 5, 13), signed_on=date(2022, 11, 1), begins=begins)
    assert ledger.first_recorded_month == counted
