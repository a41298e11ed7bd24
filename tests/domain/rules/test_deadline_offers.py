"""What a deadline on a closed day is offered instead."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.domain.calendar.jalali import from_jalali
from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.rules.deadlines import Deadline, DeadlineKind, DeadlineOffer, RelativeUnit, offers_instead

MEETING = from_jalali(1402, 2, 11)
WEEKEND = frozenset({3, 4})
CALENDAR = WorkCalendar(weekend=WEEKEND)


def plain(day: date) -> DeadlineOffer:
    return DeadlineOffer(Deadline(kind=DeadlineKind.DAY, day=day), day)


def test_a_thursday_offers_saturday_and_as_many_working_days() -> None:
    """21 Ordibehesht is ten days after the meeting and a Thursday."""
    saturday, counted = from_jalali(1402, 2, 23), from_jalali(1402, 2, 25)
    relative = Deadline(kind=DeadlineKind.RELATIVE, count=10, unit=RelativeUnit.WORKING_DAYS)
    offers = offers_instead(from_jalali(1402, 2, 21), MEETING, CALENDAR)
    assert offers == (plain(saturday), DeadlineOffer(relative, counted, 10))


@pytest.mark.parametrize("due", [from_jalali(1402, 3, 25), from_jalali(1402, 3, 26), from_jalali(1402, 12, 24)])
def test_a_day_weeks_away_offers_no_count_that_ends_weeks_later(due: date) -> None:
    """Forty-three days after the meeting are not forty-three working days, which end in the month after next."""
    following = CALENDAR.next_working_day(due)
    assert offers_instead(due, MEETING, CALENDAR) == (plain(following),)


def test_the_same_day_is_offered_once() -> None:
    """Three days after the meeting is a Thursday, three working days after it the Saturday."""
    offers = offers_instead(from_jalali(1402, 2, 14), MEETING, CALENDAR)
    assert offers == (plain(from_jalali(1402, 2, 16)),)


@pytest.mark.parametrize("due", [from_jalali(1402, 2, 20), MEETING, from_jalali(1402, 2, 7)])
def test_a_working_day_and_one_not_after_the_meeting_offer_nothing(due: date) -> None:
    assert offers_instead(due, MEETING, CALENDAR) == ()
