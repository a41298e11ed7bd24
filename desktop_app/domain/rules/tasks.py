"""Tasks (وظیفه): one row per resolution and unit; the same row is the alignment of that unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise

from desktop_app.domain.rules.states import StateMachine


class TaskState(StrEnum):
    """Stored states of a task; an extension is an event and no state."""

    ASSIGNED = "assigned"
    NOTIFIED = "notified"
    PLANNED = "planned"
    DOING = "doing"
    BLOCKED = "blocked"
    REPORTED = "reported"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    CANCELLED = "cancelled"


_T = TaskState
TASKS: StateMachine[TaskState] = StateMachine(
    "task",
    {
        _T.ASSIGNED: frozenset({_T.NOTIFIED, _T.CANCELLED}),
        _T.NOTIFIED: frozenset({_T.PLANNED, _T.DOING, _T.CANCELLED}),
        _T.PLANNED: frozenset({_T.DOING, _T.BLOCKED, _T.CANCELLED}),
        _T.DOING: frozenset({_T.BLOCKED, _T.REPORTED, _T.CANCELLED}),
        _T.BLOCKED: frozenset({_T.DOING, _T.CANCELLED}),
        _T.REPORTED: frozenset({_T.ACCEPTED, _T.RETURNED}),
        _T.RETURNED: frozenset({_T.DOING, _T.CANCELLED}),
        _T.ACCEPTED: frozenset({_T.RETURNED}),
        _T.CANCELLED: frozenset(),
    },
    reasoned=frozenset({_T.BLOCKED, _T.RETURNED, _T.CANCELLED}),
)
OPEN_TASKS = frozenset(TaskState) - {_T.ACCEPTED, _T.CANCELLED}


class TaskRole(StrEnum):
    """Whether the unit executes or cooperates."""

    EXECUTOR = "executor"
    COOPERATOR = "cooperator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Work of one unit for one resolution; an empty ``plan`` means that the unit has not aligned.

    ``due`` is the unit's own day, told with its plan; without one the deadline of the resolution holds.
    """

    id: int = 0
    uid: str
    resolution_id: int
    unit_id: int
    role: TaskRole
    state: TaskState = TaskState.ASSIGNED
    plan: str = ""
    due: date | None = None
    percent: int = 0
    resting: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskAct:
    """A change of a task, or with ``source`` = ``target`` a note: who, when, why.

    A note tells of progress; one that has neither words nor progress is a further notification, of corrected words
    (:func:`told_again`). ``day`` is the day of the fact; ``told_by`` says who told it and how (a call, a letter and its
    number). An act with ``undoes_id`` takes an earlier one back: neither of the two counts any more, and both stay to
    be read.
    """

    id: int = 0
    task_id: int
    source: TaskState
    target: TaskState
    percent: int
    day: date
    at: str
    actor: str
    reason: str = ""
    told_by: str = ""
    undoes_id: int | None = None


def is_told(task: Task) -> bool:
    """Whether the unit knows of its task and still has it."""
    return not task.resting and task.state not in {_T.ASSIGNED, _T.CANCELLED}


def standing(acts: Sequence[TaskAct]) -> tuple[TaskAct, ...]:
    """The acts that count: without those that were taken back, and without the taking back."""
    undone = {act.undoes_id for act in acts}
    return tuple(act for act in acts if act.undoes_id is None and act.id not in undone)


def told_again(acts: Sequence[TaskAct]) -> tuple[TaskAct, ...]:
    """Of a task's acts, oldest first, those that told its unit of corrected words; news of progress always say more."""
    pairs = pairwise(standing(acts))
    return tuple(act for before, act in pairs if _is_silent(act) and act.percent == before.percent)


def _is_silent(act: TaskAct) -> bool:
    return act.source is act.target and not act.reason


def of_work(acts: Sequence[TaskAct]) -> tuple[TaskAct, ...]:
    """The acts that count and tell of the work itself: a further notification moves nothing."""
    counted = standing(acts)
    silent = told_again(counted)
    return tuple(act for act in counted if act not in silent) if silent else counted


def percent_of(tasks: Sequence[Task]) -> int:
    """Mean progress of the tasks that are not cancelled, in whole percent."""
    counted = [task.percent for task in tasks if task.state is not TaskState.CANCELLED]
    return round(sum(counted) / len(counted)) if counted else 0


def as_of(task: Task, acts: Sequence[TaskAct], day: date) -> Task:
    """The task as it stood at the end of ``day``, by its acts (oldest first); resting is not dated."""
    counted = of_work(acts)
    past = [act for act in counted if act.day <= day]
    if past:
        return replace(task, state=past[-1].target, percent=past[-1].percent)
    return replace(task, state=counted[0].source, percent=0) if counted else task


def units_to_task(
    executor: int | None, cooperating: Sequence[int], all_units: Sequence[int] | None
) -> dict[int, TaskRole]:
    """Units that get a task, executor first; ``all_units`` is given when «همهٔ واحدها» cooperate."""
    chosen: dict[int, TaskRole] = {}
    if executor is not None:
        chosen[executor] = TaskRole.EXECUTOR
    for unit_id in (*cooperating, *(all_units or ())):
        chosen.setdefault(unit_id, TaskRole.COOPERATOR)
    return chosen
