"""Bulk reader of adopted resolutions as of the end of a day, for registers and reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from desktop_app.domain.rules.deadlines import days_late, due_in_force, next_after
from desktop_app.domain.rules.meetings import Meeting
from desktop_app.domain.rules.minutes import Clause
from desktop_app.domain.rules.resolutions import (
    OWED_TASKS,
    Course,
    DeadlineEvent,
    Resolution,
    ResolutionAct,
    ResolutionActKind,
    course,
    valid_acts,
)
from desktop_app.domain.rules.tasks import Task, TaskAct, TaskState, as_of, valid_task_acts
from desktop_app.services.follow_up.deadline_course import deadlines_on, planned_days
from desktop_app.services.versions.versions import wordings
from desktop_app.storage.store.work import Work

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskOnDay:
    """A task as of a day; ``due`` is the unit's own day or the resolution's, ``late`` counts days past it."""

    task: Task
    due: date | None
    late: int

    @property
    def aligned(self) -> bool:
        """Whether the unit has sent its plan, or has finished without one."""
        return bool(self.task.plan) or self.task.state not in OWED_TASKS


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionOnDay:
    """A resolution as of a day: wording in force, valid acts and deadlines, tasks not cancelled."""

    resolution: Resolution
    clause: Clause
    meeting: Meeting
    acts: tuple[ResolutionAct, ...]
    deadlines: tuple[DeadlineEvent, ...]
    tasks: tuple[TaskOnDay, ...]
    course: Course
    due: date | None
    late: int
    news: str

    @property
    def closed_on(self) -> date | None:
        """The day of closing, None while open."""
        return self.acts[-1].day if self.acts and not self.course.is_open else None


def resolutions_on(
    work: Work, committee_id: int, day: date, *, keep: Callable[[Meeting], bool] | None = None
) -> tuple[ResolutionOnDay, ...]:
    """The adopted resolutions of the meetings up to ``day``, by number.

    ``keep`` chooses the meetings. What was recorded for a later day than ``day`` does not count; a plan is not dated,
    and a correction of minutes holds from the day of their meeting.
    """
    every = work.meetings.where(committee_id=committee_id)
    meetings = {one.id: one for one in every if one.day is not None and one.day <= day and (keep is None or keep(one))}
    adopted = [one for one in work.resolutions.where(meeting_id=list(meetings)) if one.adopted_on is not None]
    reader = _Reader(work, day, planned_days(every), [one.id for one in adopted])
    found = [reader.standing(one, meetings[one.meeting_id]) for one in adopted if one.id in reader.clauses]
    return tuple(sorted(found, key=lambda one: (one.meeting.number or 0, one.resolution.row or 0)))


def grouped(rows: Iterable[Row], key: str) -> dict[int, tuple[Row, ...]]:
    """Group rows by one of their fields, in order."""
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(getattr(row, key), []).append(row)
    return {group: tuple(members) for group, members in found.items()}


class _Reader:
    """Reader of all records of some resolutions, grouped once."""

    def __init__(self, work: Work, day: date, planned: tuple[date, ...], ids: Sequence[int]) -> None:
        tasks = work.tasks.where(resolution_id=ids)
        self._day, self._planned = day, planned
        self.clauses = wordings(work, ids)
        self._acts = grouped(work.resolution_acts.where(resolution_id=ids), "resolution_id")
        self._deadlines = grouped(work.deadline_events.where(resolution_id=ids), "resolution_id")
        self._tasks = grouped(tasks, "resolution_id")
        self._task_acts = grouped(work.task_acts.where(task_id=[one.id for one in tasks]), "task_id")

    def standing(self, resolution: Resolution, meeting: Meeting) -> ResolutionOnDay:
        """Return one resolution as of the end of the day."""
        clause = self.clauses[resolution.id]
        acts = self._known_acts(resolution.id)
        deadlines = deadlines_on(self._deadlines.get(resolution.id, ()), self._day)
        recorded = deadlines[-1].due if deadlines else None
        due = due_in_force(clause.deadline.kind, recorded, next_after(meeting.day or self._day, self._planned))
        every = [self._at_the_time(task) for task in self._tasks.get(resolution.id, ()) if not task.resting]
        now = course(adopted=True, acts=acts, tasks=every)
        live = [one for one in every if one.state is not TaskState.CANCELLED]
        return ResolutionOnDay(
            resolution=resolution,
            clause=clause,
            meeting=meeting,
            acts=acts,
            deadlines=deadlines,
            tasks=tuple(self._task(task, due, owed=now.is_open) for task in live),
            course=now,
            due=due,
            late=days_late(due, self._day, open_=now.awaits_units),
            news=self._news(acts, every),
        )

    def _known_acts(self, resolution_id: int) -> tuple[ResolutionAct, ...]:
        """The acts valid on the day; a correction counts from its meeting on, also for what it removed."""
        every = self._acts.get(resolution_id, ())
        known = valid_acts([act for act in every if act.day <= self._day])
        later = [act for act in valid_acts(every) if act.day > self._day]
        return (*known, *(act for act in later if act.kind is ResolutionActKind.REJECTED))

    def _at_the_time(self, task: Task) -> Task:
        return as_of(task, self._task_acts.get(task.id, ()), self._day)

    def _task(self, task: Task, due: date | None, *, owed: bool) -> TaskOnDay:
        mine = task.due or due
        late = days_late(mine, self._day, open_=owed and task.state in OWED_TASKS)
        return TaskOnDay(task=task, due=mine, late=late)

    def _news(self, acts: Sequence[ResolutionAct], tasks: Sequence[Task]) -> str:
        """The words of the newest act that has words."""
        said = [(act.day, act.at, act.reason) for act in acts if act.reason]
        for task in tasks:
            told: tuple[TaskAct, ...] = valid_task_acts(self._task_acts.get(task.id, ()))
            said += [(act.day, act.at, act.reason) for act in told if act.reason and act.day <= self._day]
        return max(said)[2] if said else ""
