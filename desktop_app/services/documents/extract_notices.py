"""Notification of a unit before its extract is made: the letter, its day, and the version whose words it bore."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.rules.in_force import in_force
from desktop_app.domain.rules.minutes import MinutesVersion
from desktop_app.domain.rules.tasks import Task, TaskAct, TaskState, standing
from desktop_app.services.ports import Work


@dataclass(frozen=True, slots=True)
class UnitNotice:
    """The letter that told a unit of its task, and the version of the minutes whose words it bore."""

    number: str
    day: date
    version: MinutesVersion


def unit_notice(work: Work, task: Task, adopting: Iterable[MinutesVersion]) -> UnitNotice | None:
    """The notification of a task that holds; None while its unit is unaware, as one that a correction brought in is.

    ``adopting`` are the versions of the minutes that hold or held.
    """
    if task.state is TaskState.ASSIGNED:
        return None
    told = [act for act in standing(work.task_acts.where(task_id=task.id)) if _tells(act)]
    if not told:
        return None
    act = told[-1]
    version = in_force(one for one in adopting if _was_final(one, act))
    return UnitNotice(act.told_by, act.day, version) if version is not None else None


def _tells(act: TaskAct) -> bool:
    return act.source is TaskState.ASSIGNED and act.target is TaskState.NOTIFIED


def _was_final(version: MinutesVersion, act: TaskAct) -> bool:
    """Whether a version was final already, both on the day of the letter and when the letter was recorded."""
    if not version.finalised_at or version.finalised_at > act.at:
        return False
    day, _ = local_moment(version.finalised_at)
    return day <= act.day
