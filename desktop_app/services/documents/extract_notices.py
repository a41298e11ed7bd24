"""Notifications of a unit before its extract is made: letters, days, and the versions whose words they bore."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.rules.minutes import MinutesVersion
from desktop_app.domain.rules.notices import version_told
from desktop_app.domain.rules.tasks import Task, TaskAct, TaskState, standing, told_again
from desktop_app.storage.store.work import Work


@dataclass(frozen=True, slots=True)
class UnitNotice:
    """A letter that told a unit of its task, and the version of the minutes whose words it bore."""

    number: str
    day: date
    version: MinutesVersion


def unit_notices(work: Work, task: Task, adopting: Sequence[MinutesVersion]) -> tuple[UnitNotice, ...]:
    """The notifications of a task that hold, oldest first; none while its unit is unaware, as a new one is.

    ``adopting`` are the versions of the minutes that hold or held.
    """
    if task.state is TaskState.ASSIGNED:
        return ()
    acts = work.task_acts.where(task_id=task.id)
    again = told_again(acts)
    told = [act for act in standing(acts) if _tells_first(act) or act in again]
    found = [(act, version_told(adopting, act.day, act.at)) for act in told]
    return tuple(UnitNotice(act.told_by, act.day, version) for act, version in found if version is not None)


def _tells_first(act: TaskAct) -> bool:
    return act.source is TaskState.ASSIGNED and act.target is TaskState.NOTIFIED
