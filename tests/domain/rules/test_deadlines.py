"""Deadlines: sound when agreed, computed to a day, late only while open."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.rules.deadlines import (
    Deadline,
    DeadlineKind,
    RelativeBase,
    RelativeUnit,
    days_late,
    due_day,
    due_in_force,
    next_after,
    require_sound,
)
from tests.refusing import refused

K = DeadlineKind
MEETING = date(2023, 5, 1)  # 11 Ordibehesht 1402, a Monday
NEXT = date(2023, 6, 5)
CALENDAR = WorkCalendar()


def due(deadline: Deadline, *, notified_on: date | None = None, next_meeting: date | None = None) -> date | None:
    return due_day(deadline, meeting_day=MEETING, notified_on=notified_on, next_meeting=next_meeting, calendar=CALENDAR)


def relative(count: int, unit: RelativeUnit, base: RelativeBase = RelativeBase.MEETING) -> Deadline:
    return Deadline(kind=K.RELATIVE, count=count, unit=unit, base=base)


def test_a_day_and_a_review_day_stand_as_they_are() -> None:
    assert due(Deadline(kind=K.DAY, day=NEXT)) == NEXT
    assert due(Deadline(kind=K.CONTINUOUS, day=NEXT)) == NEXT


def test_no_deadline_has_no_day() -> None:
    assert due(Deadline()) is None


def test_the_next_meeting_gives_its_day_once_it_has_one() -> None:
    assert due(Deadline(kind=K.NEXT_MEETING)) is None
    assert due(Deadline(kind=K.NEXT_MEETING), next_meeting=NEXT) == NEXT


def test_days_count_from_the_meeting() -> None:
    assert due(relative(14, RelativeUnit.DAYS)) == date(2023, 5, 15)


def test_ten_working_days_after_the_meeting_of_the_story() -> None:
    """`committee.md` (f): ten working days after 1402/02/11 are 1402/02/25."""
    assert due(relative(10, RelativeUnit.WORKING_DAYS)) == date(2023, 5, 15)


def test_a_count_from_notification_waits_for_it() -> None:
    deadline = relative(7, RelativeUnit.DAYS, RelativeBase.NOTIFICATION)
    assert due(deadline) is None
    assert due(deadline, notified_on=date(2023, 5, 8)) == date(2023, 5, 15)


@pytest.mark.parametrize("kind", [K.DAY, K.CONTINUOUS])
def test_a_dated_deadline_needs_its_day_not_before_the_meeting(kind: DeadlineKind) -> None:
    require_sound(Deadline(kind=kind, day=MEETING), MEETING)
    with refused("deadline_without_day", "deadline"):
        require_sound(Deadline(kind=kind), MEETING)
    with refused("deadline_before_meeting", "deadline", meeting_day=MEETING):
        require_sound(Deadline(kind=kind, day=date(2023, 4, 30)), MEETING)


@pytest.mark.parametrize("count", [0, -3])
def test_a_relative_deadline_needs_a_count(count: int) -> None:
    with refused("deadline_without_count", "deadline"):
        require_sound(relative(count, RelativeUnit.DAYS), MEETING)


def test_the_other_kinds_are_sound_as_they_are() -> None:
    for deadline in (Deadline(), Deadline(kind=K.NEXT_MEETING), relative(1, RelativeUnit.DAYS)):
        require_sound(deadline, MEETING)


@pytest.mark.parametrize(
    ("day", "today", "open_", "late"),
    [
        (NEXT, NEXT, True, 0),
        (NEXT, date(2023, 6, 6), True, 1),
        (NEXT, date(2023, 6, 6), False, 0),
        (NEXT, MEETING, True, 0),
        (None, NEXT, True, 0),
    ],
)
def test_late_is_computed(day: date | None, today: date, open_: bool, late: int) -> None:
    assert days_late(day, today, open_=open_) == late


def test_by_the_next_meeting_learns_its_day_when_one_is_planned() -> None:
    assert next_after(MEETING, [MEETING, NEXT, date(2023, 7, 3)]) == NEXT
    assert next_after(NEXT, [MEETING]) is None
    assert due_in_force(K.NEXT_MEETING, None, NEXT) == NEXT
    assert due_in_force(K.NEXT_MEETING, None, None) is None
    # a day that was recorded, at finalising or by an extension, stands
    assert due_in_force(K.NEXT_MEETING, MEETING, NEXT) == MEETING
    assert due_in_force(K.RELATIVE, None, NEXT) is None


def test_the_next_meeting_is_found_without_looking_at_each() -> None:
    """Asked for every resolution of ten years: what it costs must not grow with the meetings that are passed over."""

    class Counted(date):
        compared = 0

        def __lt__(self, other: date) -> bool:
            Counted.compared += 1
            return super().__lt__(other)

        def __gt__(self, other: date) -> bool:
            Counted.compared += 1
            return super().__gt__(other)

    days = [Counted.fromordinal(MEETING.toordinal() + 30 * step) for step in range(1000)]
    assert next_after(days[700], days) == days[701]
    assert Counted.compared < 20
