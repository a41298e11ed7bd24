"""The rule by which the demo story moves: as many whole months as leave no recorded act after today."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta

import pytest

from desktop_app.domain.calendar.jalali import add_months, from_jalali, to_jalali
from desktop_app.domain.calendar.workdays import WorkCalendar, calendar_from
from desktop_app.services.demo.demo import with_years
from desktop_app.services.demo.demo_story import DayMover, Story, jalali_day, last_recorded, months_to_shift
from tests.conftest import ROOT
from tests.whole import Share

CHANCE = random.Random(1402)
FIRST = date(2020, 1, 1)
TODAYS = [FIRST + timedelta(days=CHANCE.randrange(7000)) for _ in range(400)]
FEW = 60
"""So many random days fall into long and short months, on feasts and into leap years; ``--whole`` takes all."""


def _read(name: str) -> object:
    return json.loads((ROOT / "resources" / "demo" / f"{name}.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def story() -> Story:
    return Story(committee=_read("committee"), meetings=_read("meetings"), follow_up=_read("follow_up"))


@pytest.fixture(scope="module")
def calendar() -> WorkCalendar:
    files = sorted((ROOT / "resources" / "holidays").glob("*.json"))
    return calendar_from(json.loads(file.read_text(encoding="utf-8")) for file in files)


def _mover(story: Story, calendar: WorkCalendar, today: date) -> DayMover:
    return DayMover(months_to_shift(last_recorded(story), today), today, calendar, {})


def _recorded(story: Story) -> list[str]:
    """Every day on which the story records something, as told."""
    days = [meeting["day"] for meeting in story.meetings if not meeting.get("live")]
    papers = [meeting.get("paper", {}) for meeting in story.meetings]
    papers += [meeting["amended"] for meeting in story.meetings if "amended" in meeting]
    days += [paper[act] for paper in papers for act in ("day", "signed", "closed") if act in paper]
    for entry in story.follow_up:
        days += [entry["notified"], *([entry["verified"]] if "verified" in entry else [])]
        days += [act[0] for acts in (*entry.get("tasks", {}).values(), entry.get("all", [])) for act in acts]
    return days


@pytest.fixture
def todays(share: Share) -> list[date]:
    return TODAYS[: share(FEW, len(TODAYS))]


def test_the_shift_is_the_greatest_that_leaves_nothing_after_today(story: Story) -> None:
    last = last_recorded(story)
    assert last == from_jalali(1402, 2, 17)
    for today in TODAYS:
        months = months_to_shift(last, today)
        assert add_months(last, months) <= today < add_months(last, months + 1), today


@pytest.mark.parametrize("months", range(-30, 60))
def test_on_the_very_day_of_the_last_act_it_is_reached(story: Story, months: int) -> None:
    last = last_recorded(story)
    day = add_months(last, months)
    assert months_to_shift(last, day) == months
    assert months_to_shift(last, day - timedelta(days=1)) == months - 1


def test_recorded_days_are_working_days_up_to_today(story: Story, calendar: WorkCalendar, todays: list[date]) -> None:
    told = _recorded(story)
    for today in todays:
        mover = _mover(story, calendar, today)
        for text in told:
            moved = mover.day(text)
            assert moved <= today, (today, text)
            assert mover.months == 0 or calendar.is_working(moved), (today, text)


def test_what_came_first_never_comes_later(story: Story, calendar: WorkCalendar, todays: list[date]) -> None:
    told = sorted(set(_recorded(story)), key=jalali_day)
    for today in todays:
        mover = _mover(story, calendar, today)
        moved = [mover.day(text) for text in told]
        assert moved == sorted(moved), today


def test_days_and_years_inside_texts_move_along(story: Story, calendar: WorkCalendar) -> None:
    mover = DayMover(12, from_jalali(1403, 2, 23), calendar, {"3/2": "۱۴۰۲/۳/۲"})
    text = mover.text("تمدید {resolution:3/2} تا {day:1402/02/20}، نامهٔ ۴۱۲/ص/{year:1402/02}")
    assert text == "تمدید ۱۴۰۲/۳/۲ تا ۱۴۰۳/۰۲/۲۲، نامهٔ ۴۱۲/ص/۱۴۰۳"


def test_the_live_meeting_is_today_or_the_next_working_day(calendar: WorkCalendar) -> None:
    friday = date(2023, 5, 12)
    assert DayMover(0, friday, calendar, {}).day("today") == date(2023, 5, 13)
    assert DayMover(0, date(2023, 5, 13), calendar, {}).day("today") == date(2023, 5, 13)


def test_a_day_that_a_month_lacks_becomes_its_last() -> None:
    assert to_jalali(add_months(from_jalali(1402, 6, 31), 1)).day == 30


def test_earlier_years_change_with_the_seed_alone(story: Story) -> None:
    variety = _read("variety")
    one, same, other = (with_years(story, variety, years=1, scale=1, seed=seed) for seed in (1, 1, 2))
    assert one == same
    assert one != other
    assert len(one.meetings) == len(story.meetings) + 12
    assert with_years(story, variety, years=0, scale=3, seed=9) == story
