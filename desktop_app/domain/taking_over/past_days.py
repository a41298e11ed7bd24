"""Doubts about the day of a past meeting: before the memorandum was signed, or not in the order of the numbers.

A doubt refuses nothing: a committee may have met before the signing, and numbers may have been given later. It is told
before the meeting is recorded, because the day of a past meeting stays once it has resolutions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from desktop_app.domain.calendar.jalali import format_words
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.taking_over.past_records import PastMeeting


def day_doubts(number: int, day: date, signed_on: date | None, days: Mapping[int, date]) -> tuple[RuleBroken, ...]:
    """What is odd about the day of one meeting; ``days`` are those of the other meetings by their numbers."""
    found = []
    if signed_on is not None and day < signed_on:
        found.append(RuleBroken("past_day_before_signing", field="day", day=format_words(signed_on)))
    before = max((one for one in days if one < number), default=0)
    after = min((one for one in days if one > number), default=0)
    if before and days[before] > day:
        found.append(RuleBroken("past_day_before_earlier", field="day", number=before, day=format_words(days[before])))
    if after and days[after] < day:
        found.append(RuleBroken("past_day_after_later", field="day", number=after, day=format_words(days[after])))
    return tuple(found)


def doubts_of_all(
    fresh: Sequence[PastMeeting], signed_on: date | None, recorded: Mapping[int, date]
) -> tuple[tuple[PastMeeting, RuleBroken], ...]:
    """The same of many that come together; of two of them that contradict each other the later number is named."""
    days = {**recorded, **{one.number: one.day for one in fresh}}
    coming = {one.number for one in fresh}
    return tuple(
        (one, doubt)
        for one in fresh
        for doubt in day_doubts(one.number, one.day, signed_on, days)
        if doubt.key != "past_day_after_later" or doubt.facts["number"] not in coming
    )
