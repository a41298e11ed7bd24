"""The demo story («نمونه») as plain data, shifted in time, and the clock of its days.

The story lies in Jalali days of 1401 and 1402. It is moved by whole months, the greatest number that leaves no recorded
act after today; a day that falls on a closed day then goes on to the next working day. Texts name days and numbers by
tokens, ``{day:1402/02/20}``, ``{year:1402/02}`` and ``{resolution:3/2}``, so that they move along.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from desktop_app.domain.calendar.jalali import JalaliMonth, add_months, format_date, from_jalali, month_of
from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.text.digits import persian_digits

TEHRAN = timedelta(hours=3, minutes=30)
"""Ahead of UTC all year round since 1401/07."""


class StoryClock:
    """A :class:`~desktop_app.domain.calendar.clock.Clock` that is set for each act of the story.

    Every reading of the instant moves it on by a second, so that acts of one day keep their order; once the story
    has begun it never goes back.
    """

    def __init__(self, day: date) -> None:
        self._at = datetime.combine(day, time(8, 0))
        self._begun = False

    def set_clock(self, day: date, hour: str = "08:00") -> None:
        """Set the clock to a day and time ``HH:MM``; never backwards."""
        wanted = datetime.combine(day, time.fromisoformat(hour))
        self._at = max(self._at, wanted) if self._begun else wanted
        self._begun = True

    def today(self) -> date:
        """The current day of the story."""
        return self._at.date()

    def local_time(self) -> str:
        """The current time of the story."""
        return self._at.strftime("%H:%M")

    def instant(self) -> str:
        """The story's time in UTC, always from the time zone of Iran."""
        self._at += timedelta(seconds=1)
        return (self._at - TEHRAN).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True)
class StoryEvent:
    """An event of the story: its day and the act that records it."""

    day: date
    act: Callable[[], None]


_TOKEN = re.compile(r"\{(day|year|resolution):([^{}]+)\}")
Json = Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The three story files of ``resources/demo``."""

    committee: Json
    meetings: Json
    follow_up: Json


def jalali_day(text: str) -> date:
    """Parse a story day such as ``1401/09/14``."""
    year, month, day = (int(part) for part in text.split("/"))
    return from_jalali(year, month, day)


def last_recorded(story: Story) -> date:
    """The last day on which something happens in the story."""
    days = [jalali_day(meeting["day"]) for meeting in story.meetings if not meeting.get("live")]
    papers = [meeting.get("paper", {}) for meeting in story.meetings]
    papers += [meeting["amended"] for meeting in story.meetings if "amended" in meeting]
    days.extend(jalali_day(paper[act]) for paper in papers for act in ("day", "signed", "closed") if act in paper)
    for entry in story.follow_up:
        days.append(jalali_day(entry["notified"]))
        if "verified" in entry:
            days.append(jalali_day(entry["verified"]))
        for acts in (*entry.get("tasks", {}).values(), entry.get("all", [])):
            days.extend(jalali_day(act[0]) for act in acts)
    return max(days)


def months_to_shift(last: date, today: date) -> int:
    """The greatest number of months by which ``last`` can move without passing ``today``."""
    months = month_of(last).months_until(month_of(today))
    return months if add_months(last, months) <= today else months - 1


@dataclass(frozen=True, slots=True)
class DayMover:
    """Moves the story's days by ``months`` and to working days; ``today`` is the day of the live meeting."""

    months: int
    today: date
    calendar: WorkCalendar
    numbers: Mapping[str, str]

    def day(self, text: str) -> date:
        """Return a story day after the move; recorded days never pass today."""
        if text == "today":
            return self.calendar.working_day_from(self.today)
        moved = add_months(jalali_day(text), self.months)
        if self.months == 0 or self.calendar.is_working(moved):
            return moved
        onward = self.calendar.next_working_day(moved)
        return onward if moved > self.today or onward <= self.today else self.calendar.previous_working_day(moved)

    def exact(self, text: str) -> date:
        """Return a moved day that may be a closed one, such as the memorandum's signing day."""
        return add_months(jalali_day(text), self.months)

    def text(self, text: str) -> str:
        """Return the text with its tokens replaced."""
        return _TOKEN.sub(self._fill, text)

    def _fill(self, match: re.Match[str]) -> str:
        kind, value = match.group(1), match.group(2)
        fillers: Mapping[str, Callable[[str], str]] = {"day": self._day, "year": self._year, "resolution": self._number}
        return fillers[kind](value)

    def _day(self, value: str) -> str:
        return format_date(self.day(value))

    def _year(self, value: str) -> str:
        year, month = (int(part) for part in value.split("/"))
        return persian_digits(JalaliMonth(year, month).plus(self.months).year)

    def _number(self, value: str) -> str:
        return self.numbers[value]
