"""Follow-up of the demo story's resolutions: notifications, progress of units, extensions, verified ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.rules.resolution_actions import Extension
from desktop_app.domain.rules.resolutions import ResolutionAct, ResolutionActKind
from desktop_app.domain.rules.task_acts import News, Plan, TaskAction
from desktop_app.domain.rules.tasks import Task, TaskState
from desktop_app.services.context import Context
from desktop_app.services.demo.demo_letters import ask_by_letter, report_by_letter
from desktop_app.services.demo.demo_meetings import Stage
from desktop_app.services.demo.happening import Happening
from desktop_app.services.follow_up.notifying import notify
from desktop_app.services.follow_up.resolution_acts import extend as extend_deadline
from desktop_app.services.follow_up.task_acts import move_task, record_progress, tell_plan
from desktop_app.services.registers.requests import open_requests
from desktop_app.storage.store.work import Work

Json = Any


def happenings(stage: Stage, story: Json, paper: Json) -> Iterator[Happening]:
    """Everything that the story tells of one resolution after its meeting, day by day.

    ``paper`` tells the letter of the notification, and why it came before the last signature where it did.
    """
    key = story["resolution"]
    day = stage.mover.day(story["notified"])
    letter, early = stage.mover.text(paper.get("letter", "")), paper.get("early", "")
    yield Happening(day, lambda: _notify(stage, key, Notice(day=day, letter_number=letter, reason=early)))
    yield from _task_happenings(stage, story)
    asked = story.get("extended", {})
    if "letter" in asked:
        yield Happening(stage.mover.day(asked["letter"]["received"]), lambda: _ask(stage, key, asked))
    if "verified" in story:
        end = stage.mover.day(story["verified"])
        yield Happening(end, lambda: _act(stage, key, ResolutionActKind.VERIFIED, end, story["why"]))


def _task_happenings(stage: Stage, story: Json) -> Iterator[Happening]:
    for place, acts in story.get("tasks", {}).items():
        unit = stage.cast.units[int(place)]
        for act in acts:
            yield _task_happening(stage, story["resolution"], unit, act)
    for act in story.get("all", ()):
        yield _everyones_happening(stage, story["resolution"], act)


def _task_happening(stage: Stage, key: str, unit_id: int, act: Json) -> Happening:
    day = stage.mover.day(act[0])
    return Happening(day, lambda: _progress(stage, key, unit_id, day, act))


def _everyones_happening(stage: Stage, key: str, act: Json) -> Happening:
    """The same news of every unit that has a task."""
    day = stage.mover.day(act[0])
    return Happening(day, lambda: _progress_of_all(stage, key, day, act))


def extend(stage: Stage, story: Json, granted_by: int) -> None:
    """Record the extension that a later meeting granted; the first deadline stays as it was."""
    stage.clock.stand_at(stage.clock.today(), "13:00")
    with stage.context.read() as work:
        resolution_id = _resolution_id(stage, work, story["resolution"])
        asked = tuple(one.id for one in open_requests(work, resolution_id))
    day, why = stage.mover.day(story["extended"]["to"]), story["extended"]["why"]
    extension = Extension(due=day, reason=why, meeting_id=granted_by, request_ids=asked)
    extend_deadline(stage.context, resolution_id, extension)


def _resolution_id(stage: Stage, work: Work, key: str) -> int:
    return work.resolutions.where(number=stage.mover.numbers[key])[0].id


def _act(stage: Stage, key: str, kind: ResolutionActKind, day: date, reason: str) -> None:
    stage.clock.stand_at(day, "09:00")
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


def _notify(stage: Stage, key: str, notice: Notice) -> None:
    if notice.day is not None:
        stage.clock.stand_at(notice.day, "09:00")
    with stage.context.read() as work:
        resolution_id = _resolution_id(stage, work, key)
    notify(stage.context, resolution_id, notice)


def _ask(stage: Stage, key: str, story: Json) -> None:
    unit_id = stage.cast.units[story["letter"]["unit"]]
    task, unit = _task_of(stage, key, unit_id)
    ask_by_letter(stage, task.id, unit, story)


def _task_of(stage: Stage, key: str, unit_id: int) -> tuple[Task, str]:
    """The task of a unit, and what the unit is called."""
    with stage.context.read() as work:
        task = work.tasks.where(resolution_id=_resolution_id(stage, work, key), unit_id=unit_id)[0]
        return task, work.units.get(unit_id).name


def _progress(stage: Stage, key: str, unit_id: int, day: date, story: Json) -> None:
    """Let a unit tell its news: ``[day, state, percent, words]``, where the story knows it by whom, and its letter."""
    stage.clock.stand_at(day, "09:15")
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
    """Work comes before its report, also where the story tells only of the report."""
    if task.state in {TaskState.NOTIFIED, TaskState.PLANNED}:
        record_progress(context, task.id, 100, News(day=news.day))
    move_task(context, task.id, TaskAction.REPORT, news)


def _progress_of_all(stage: Stage, key: str, day: date, story: Json) -> None:
    with stage.context.read() as work:
        tasks = work.tasks.where(resolution_id=_resolution_id(stage, work, key))
    for task in tasks:
        _progress(stage, key, task.unit_id, day, story)
