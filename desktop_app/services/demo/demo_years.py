"""More of the demo story: earlier years of monthly meetings, for lists and benchmarks. Same seed, same data.

The memorandum then is as much older, and the meetings of the story itself follow with the next numbers.
"""

from __future__ import annotations

import copy
import random
from dataclasses import replace
from typing import Any

from desktop_app.domain.calendar.jalali import JalaliMonth
from desktop_app.services.demo.demo_story import Story

Json = Any
FIRST = JalaliMonth(1401, 9)
OPEN_MONTHS = 6
"""Resolutions of so many of the generated months before the story are still open."""


def with_years(story: Story, variety: Json, *, years: int, scale: int, seed: int) -> Story:
    """The story with ``years`` × 12 meetings before it; ``scale`` multiplies the resolutions of each."""
    chance = random.Random(seed)
    meetings: list[Json] = []
    follow_up: list[Json] = []
    for back in range(years * 12, 0, -1):
        told = _meeting(story, variety, chance, back, scale)
        meetings.append(told)
        follow_up.extend(_what_became(told, variety, back))
    committee = copy.deepcopy(story.committee)
    committee["memorandum"]["signed_on"] = _back(committee["memorandum"]["signed_on"], years)
    for seat in committee["seats"]:
        seat["letter_day"] = _back(seat["letter_day"], years)
    return replace(
        story,
        committee=committee,
        meetings=[*meetings, *story.meetings],
        follow_up=[*follow_up, *story.follow_up],
    )


def _back(day: str, years: int) -> str:
    year, rest = day.split("/", 1)
    return f"{int(year) - years}/{rest}"


def _day(month: JalaliMonth, day: int) -> str:
    return f"{month.year}/{month.month:02}/{day:02}"


def _meeting(story: Story, variety: Json, chance: random.Random, back: int, scale: int) -> Json:
    """A meeting of one generated month: the frame of a meeting of the story, with its resolutions varied."""
    month = FIRST.plus(-back)
    told = copy.deepcopy(chance.choice(story.meetings[:4]))
    told |= {"number": f"before{back}", "day": _day(month, chance.randint(8, 20)), "absent": {}}
    told["paper"] = {"signed": _day(month, 22), "closed": _day(month, 25)}
    for told_once in ("next_day", "amended", "invitations"):
        told.pop(told_once, None)
    for item in told["agenda"]:
        item["clauses"] = [
            _varied(clause, variety, chance, month) for clause in item.get("clauses", []) for _ in range(scale)
        ]
    return told


def _varied(clause: Json, variety: Json, chance: random.Random, month: JalaliMonth) -> Json:
    if "kind" not in clause:
        return dict(clause)
    county = chance.choice(variety["counties"])
    later = month.plus(chance.randint(1, 4))
    return clause | {
        "text": f"{clause['text']} ({county})",
        "deadline": {"kind": "day", "day": _day(later, chance.randint(1, 29))},
    }


def _what_became(story: Json, variety: Json, back: int) -> list[Json]:
    """Resolutions of long ago were done and verified; those of the last generated months are under way."""
    month = FIRST.plus(-back)
    notified = _day(month, 24)
    rows = sum("kind" in clause for item in story["agenda"] for clause in item["clauses"])
    found = []
    for row in range(1, rows + 1):
        entry: Json = {"resolution": f"{story['number']}/{row}", "notified": notified}
        if back > OPEN_MONTHS:
            entry["all"] = [[_day(month.plus(2), 5), "accepted", 100, variety["done"]]]
            entry |= {"verified": _day(month.plus(2), 15), "why": variety["why"]}
        found.append(entry)
    return found
