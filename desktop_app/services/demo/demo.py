"""Demo data («نمونه»): the demo story recorded in an empty data folder, act by act, in order of days.

Earlier years of monthly meetings can be added for lists and benchmarks; equal seeds give equal data. The memorandum is
then as much older, and the meetings of the story follow with the next numbers. The resolutions of the story have a
follow-up: notifications, progress of units, extensions, verified ends.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from desktop_app.domain.calendar.jalali import JalaliMonth
from desktop_app.domain.calendar.workdays import Holiday, WorkCalendar
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.rules.resolutions import ResolutionAct, ResolutionActKind
from desktop_app.domain.rules.tasks import News, Plan, Task, TaskAction, TaskState
from desktop_app.services.context import Context
from desktop_app.services.demo.demo_committee import put_story, settings_of
from desktop_app.services.demo.demo_letters import (
    ask_by_letter,
    closing,
    correction,
    nomination_letters,
    report_by_letter,
    signatures,
)
from desktop_app.services.demo.demo_meetings import StoryContext, convene, convening_day, hold_meeting, write_minutes
from desktop_app.services.demo.demo_story import DayMover, Story, StoryClock, StoryEvent, last_recorded, months_to_shift
from desktop_app.services.follow_up.notifying import notify
from desktop_app.services.follow_up.task_acts import move_task, record_progress, tell_plan
from desktop_app.services.follow_up.upstream import link_upstream
from desktop_app.storage.store.work import Work

Json = Any
FIRST = JalaliMonth(1401, 9)
OPEN_MONTHS = 6
"""Resolutions of so many of the generated months before the story are still open."""


def with_years(story: Story, variety: Json, *, years: int, scale: int, seed: int) -> Story:
    """Return the story with ``years`` × 12 earlier meetings; ``scale`` multiplies the resolutions of each."""
    chance = random.Random(seed)
    meetings: list[Json] = []
    follow_up: list[Json] = []
    for back in range(years * 12, 0, -1):
        told = _meeting(story, variety, chance, back, scale)
        meetings.append(told)
        follow_up.extend(_follow_up_of(told, variety, back))
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
    """Build the meeting of one generated month from a story meeting, with varied resolutions."""
    month = FIRST.plus(-back)
    told = copy.deepcopy(chance.choice(story.meetings[:4]))
    told |= {"number": f"before{back}", "day": _day(month, chance.randint(8, 20)), "absent": {}}
    told["paper"] = {"signed": _day(month, 22), "closed": _day(month, 25)}
    for once in ("next_day", "amended", "invitations"):
        told.pop(once, None)
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


def _follow_up_of(story: Json, variety: Json, back: int) -> list[Json]:
    """Build the follow-up of generated resolutions: old ones are verified, recent ones in progress."""
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


def story_events(stage: StoryContext, story: Json, paper: Json) -> Iterator[StoryEvent]:
    """Yield the story's events for one resolution after its meeting, day by day.

    ``paper`` tells the letter of the notification, and why it came before the last signature where it did.
    """
    key = story["resolution"]
    day = stage.mover.day(story["notified"])
    letter, early = stage.mover.text(paper.get("letter", "")), paper.get("early", "")
    yield StoryEvent(day, lambda: _notify(stage, key, Notice(day=day, letter_number=letter, reason=early)))
    if "answers" in story:
        yield StoryEvent(day, lambda: _link(stage, key, story["answers"]))
    yield from _task_events(stage, story)
    if "asks" in story:
        asked = story["asks"]
        yield StoryEvent(stage.mover.day(asked["letter"]["received"]), lambda: _ask(stage, key, asked))
    if "verified" in story:
        end = stage.mover.day(story["verified"])
        yield StoryEvent(end, lambda: _act(stage, key, ResolutionActKind.VERIFIED, end, story["why"]))


def _task_events(stage: StoryContext, story: Json) -> Iterator[StoryEvent]:
    for place, acts in story.get("tasks", {}).items():
        unit = stage.cast.units[int(place)]
        for act in acts:
            yield _task_event(stage, story["resolution"], unit, act)
    for act in story.get("all", ()):
        yield _event_of_all_units(stage, story["resolution"], act)


def _task_event(stage: StoryContext, key: str, unit_id: int, act: Json) -> StoryEvent:
    day = stage.mover.day(act[0])
    return StoryEvent(day, lambda: _progress(stage, key, unit_id, day, act))


def _event_of_all_units(stage: StoryContext, key: str, act: Json) -> StoryEvent:
    """Build one event of news for every unit with a task."""
    day = stage.mover.day(act[0])
    return StoryEvent(day, lambda: _progress_of_all(stage, key, day, act))


def _resolution_id(stage: StoryContext, work: Work, key: str) -> int:
    return work.resolutions.where(number=stage.mover.numbers[key])[0].id


def _act(stage: StoryContext, key: str, kind: ResolutionActKind, day: date, reason: str) -> None:
    stage.clock.set_clock(day, "09:00")
    with stage.context.write() as work:
        resolution_id = _resolution_id(stage, work, key)
        act = ResolutionAct(
            resolution_id=resolution_id,
            kind=kind,
            day=day,
            at=stage.clock.instant(),
            actor=work.actor(),
            reason=reason,
        )
        work.resolution_acts.add(act)
        work.audit(kind.value, "resolution", resolution_id, day=day)
        work.record(Outcome(changed=Changed.RESOLUTIONS, id=resolution_id))


def _notify(stage: StoryContext, key: str, notice: Notice) -> None:
    if notice.day is not None:
        stage.clock.set_clock(notice.day, "09:00")
    with stage.context.read() as work:
        resolution_id = _resolution_id(stage, work, key)
    notify(stage.context, resolution_id, notice)


def _link(stage: StoryContext, key: str, decision: str) -> None:
    with stage.context.read() as work:
        resolution_id = _resolution_id(stage, work, key)
    link_upstream(stage.context, stage.cast.upstream[decision], resolution_id)


def _ask(stage: StoryContext, key: str, story: Json) -> None:
    unit_id = stage.cast.units[story["letter"]["unit"]]
    task, unit = _task_of(stage, key, unit_id)
    ask_by_letter(stage, task.id, unit, story)


def _task_of(stage: StoryContext, key: str, unit_id: int) -> tuple[Task, str]:
    """Return the task of a unit, and the unit's name."""
    with stage.context.read() as work:
        task = work.tasks.where(resolution_id=_resolution_id(stage, work, key), unit_id=unit_id)[0]
        return task, work.units.get(unit_id).name


def _progress(stage: StoryContext, key: str, unit_id: int, day: date, story: Json) -> None:
    """Record a unit's news: ``[day, state, percent, words]``, with its source and letter where given."""
    stage.clock.set_clock(day, "09:15")
    task, unit = _task_of(stage, key, unit_id)
    news = News(day=day, note=story[3], told_by=story[4] if len(story) > 4 else "")
    context = stage.context
    target = TaskState(story[1])
    if target is TaskState.PLANNED:
        tell_plan(context, task.id, Plan(text=story[3]), News(day=day, told_by=news.told_by))
    elif target is TaskState.BLOCKED:
        move_task(context, task.id, TaskAction.BLOCK, news)
    elif len(story) > 5:
        report_by_letter(stage, task.id, unit, story[2], news, story[5])
    elif target is TaskState.DOING:
        record_progress(context, task.id, story[2], news)
    else:
        _report(context, task, news)
        if target is TaskState.ACCEPTED:
            move_task(context, task.id, TaskAction.ACCEPT, News(day=day))


def _report(context: Context, task: Task, news: News) -> None:
    """Record work before its report, also when the story has only the report."""
    if task.state in {TaskState.NOTIFIED, TaskState.PLANNED}:
        record_progress(context, task.id, 100, News(day=news.day))
    move_task(context, task.id, TaskAction.REPORT, news)


def _progress_of_all(stage: StoryContext, key: str, day: date, story: Json) -> None:
    with stage.context.read() as work:
        tasks = work.tasks.where(resolution_id=_resolution_id(stage, work, key))
    for task in tasks:
        _progress(stage, key, task.unit_id, day, story)


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoMade:
    """Number of meetings and resolutions in the demo data."""

    meetings: int
    resolutions: int


def make_demo(
    context: Context,
    clock: StoryClock,
    story: Story,
    *,
    today: date,
    holidays: Iterable[Holiday],
) -> DemoMade:
    """Fill an empty data folder; ``RuleBroken("demo_not_empty")`` when it holds a committee already.

    ``clock`` must be the context's own.
    """
    known = tuple(holidays)
    calendar = WorkCalendar(
        holidays={one.day: one.name for one in known}, estimates=frozenset(one.day for one in known if one.estimated)
    )
    numbers: dict[str, str] = {}
    months = months_to_shift(last_recorded(story), today)
    mover = DayMover(months, today, calendar, numbers)
    stage = _open_stage(context, clock, story, mover)
    _run_story(stage, story, numbers)
    with context.read() as work:
        return DemoMade(meetings=len(work.meetings.where()), resolutions=len(work.resolutions.where()))


def _open_stage(context: Context, clock: StoryClock, story: Story, mover: DayMover) -> StoryContext:
    clock.set_clock(mover.exact(story.committee["memorandum"]["signed_on"]))
    with context.write() as work:
        if work.committees.where():
            raise RuleBroken("demo_not_empty")
        work.put_settings(settings_of(story.committee))
        work.put_holidays(dict(mover.calendar.holidays), mover.calendar.estimates)
        cast = put_story(work, story.committee, mover)
        work.put_founding_draft("")
        work.audit("demo", "committee", cast.committee_id, months=mover.months)
        work.record(Outcome(changed=Changed.SETTINGS, id=cast.committee_id))
    return StoryContext(context=context, clock=clock, cast=cast, mover=mover)


def _run_story(stage: StoryContext, story: Story, numbers: dict[str, str]) -> None:
    """Run the meetings and later events in order of days; a meeting comes last on its day."""
    waiting = list(nomination_letters(stage, story.committee))
    for told in story.meetings:
        waiting = _run_until(waiting, until=convening_day(stage, told))
        meeting_id = convene(stage, told)
        waiting = _run_until(waiting, until=stage.mover.day(told["day"]))
        if told.get("live"):
            continue
        hold_meeting(stage, meeting_id, told)
        write_minutes(stage, meeting_id, told)
        _learn_numbers(stage, meeting_id, told["number"], numbers)
        waiting.extend(signatures(stage, meeting_id, told))
        for entry in story.follow_up:
            if entry["resolution"].startswith(f"{told['number']}/"):
                waiting.extend(story_events(stage, entry, told.get("paper", {})))
        waiting.extend(closing(stage, meeting_id, told))
        waiting.extend(correction(stage, meeting_id, told))
    _run_until(waiting, until=stage.mover.today)


def _run_until(waiting: list[StoryEvent], until: date) -> list[StoryEvent]:
    ordered = sorted(waiting, key=lambda one: one.day)
    for one in ordered:
        if one.day <= until:
            one.act()
    return [one for one in ordered if one.day > until]


def _learn_numbers(stage: StoryContext, meeting_id: int, told_number: int, numbers: dict[str, str]) -> None:
    with stage.context.read() as work:
        for resolution in work.resolutions.where(meeting_id=meeting_id):
            numbers[f"{told_number}/{resolution.row}"] = resolution.number
