"""Tasks (وظیفه): one row for each resolution and unit, which is also the unit's alignment; the effect of each act.

A task moves along :data:`~desktop_app.domain.rules.tasks.TASKS`. News of progress bring a unit that has been notified
to «doing» by themselves; a hundred percent is still no report; a report makes it a hundred, and a return restores what
was reported before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise

from desktop_app.domain.calendar.jalali import format_words
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.states import StateMachine


class TaskState(StrEnum):
    """Stored states of a task; an extension is an event, not a state."""

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
    """Role of the unit: executor or cooperating."""

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
    """A change of a task, or a note when ``source`` = ``target``: actor, time, reason.

    A note tells of progress; one that has neither words nor progress is a further notification, of corrected words
    (:func:`notified_again`). ``day`` is the day of the fact; ``told_by`` is its source (a call, or a letter and its
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


def is_notified(task: Task) -> bool:
    """Whether the unit was notified of its task and the task is not cancelled."""
    return not task.resting and task.state not in {_T.ASSIGNED, _T.CANCELLED}


def valid_task_acts(acts: Sequence[TaskAct]) -> tuple[TaskAct, ...]:
    """The valid acts: without undone ones, and without the undoing acts."""
    undone = {act.undoes_id for act in acts}
    return tuple(act for act in acts if act.undoes_id is None and act.id not in undone)


def notified_again(acts: Sequence[TaskAct]) -> tuple[TaskAct, ...]:
    """The acts (oldest first) that notified the unit of corrected words."""
    pairs = pairwise(valid_task_acts(acts))
    return tuple(act for before, act in pairs if _is_silent(act) and act.percent == before.percent)


def _is_silent(act: TaskAct) -> bool:
    return act.source is act.target and not act.reason


def acts_on_work(acts: Sequence[TaskAct]) -> tuple[TaskAct, ...]:
    """The valid acts about the work itself, without repeated notifications."""
    counted = valid_task_acts(acts)
    silent = notified_again(counted)
    return tuple(act for act in counted if act not in silent) if silent else counted


def percent_of(tasks: Sequence[Task]) -> int:
    """Mean progress of the tasks that are not cancelled, in whole percent."""
    counted = [task.percent for task in tasks if task.state is not TaskState.CANCELLED]
    return round(sum(counted) / len(counted)) if counted else 0


def unreported_tasks(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """Return the tasks whose units have not reported; tasks of a resolution that ended are left out."""
    done = {TaskState.REPORTED, TaskState.ACCEPTED, TaskState.CANCELLED}
    return tuple(task for task in tasks if not task.resting and task.state not in done)


def as_of(task: Task, acts: Sequence[TaskAct], day: date) -> Task:
    """The task as it was at the end of ``day``, by its acts (oldest first); ``resting`` has no date."""
    counted = acts_on_work(acts)
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


PLANNABLE = frozenset({_T.NOTIFIED, _T.PLANNED, _T.DOING, _T.BLOCKED, _T.RETURNED})
"""States in which a unit may tell its plan, or tell it anew."""
PROGRESSING = PLANNABLE
"""States in which news of progress are taken."""
_KEPT = frozenset({_T.ASSIGNED, _T.NOTIFIED, _T.CANCELLED})
"""Moves to these stay: a letter that was sent is not unsent, and a cancelling was asked about and has its reason."""
_TOLD_STATES = {
    _T.NOTIFIED: _T.DOING,
    _T.PLANNED: _T.DOING,
    _T.RETURNED: _T.DOING,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """News of a task: the day, the words, and its source (a call, or a letter and its number)."""

    day: date | None = None
    note: str = ""
    told_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A unit's plan and its end day; without a day the deadline of the resolution counts."""

    text: str
    due: date | None = None


class TaskAction(StrEnum):
    """The operator's actions on a task."""

    NOTIFY = "notify"
    PLAN = "plan"
    PROGRESS = "progress"
    START = "start"
    BLOCK = "block"
    RESUME = "resume"
    REPORT = "report"
    ACCEPT = "accept"
    RETURN = "return"
    CANCEL = "cancel"
    UNDO = "undo"


_TARGETS = {
    TaskAction.START: _T.DOING,
    TaskAction.BLOCK: _T.BLOCKED,
    TaskAction.RESUME: _T.DOING,
    TaskAction.REPORT: _T.REPORTED,
    TaskAction.ACCEPT: _T.ACCEPTED,
    TaskAction.RETURN: _T.RETURNED,
    TaskAction.CANCEL: _T.CANCELLED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskEntry:
    """Form values of a task action: its news, and where needed a percentage or a day."""

    action: TaskAction
    news: News
    percent: int = 0
    due: date | None = None


def target_of(action: TaskAction) -> TaskState:
    """The state that an action leads to."""
    return _TARGETS[action]


def actions_of(task: Task, acts: Sequence[TaskAct], *, live: bool, corrected: bool = False) -> tuple[TaskAction, ...]:
    """The actions allowed now, the likeliest first; ``live``: the resolution is in force and open.

    ``corrected`` says that its units were told of it in words that a correction changed since.
    """
    if task.resting or not live:
        return ()
    found = list(_ACTIONS[task.state])
    if corrected and is_notified(task):
        found.insert(2 if task.state is _T.REPORTED else 0, TaskAction.NOTIFY)
    if undoable(task, acts) is not None:
        found.append(TaskAction.UNDO)
    return tuple(found)


_A = TaskAction
_ACTIONS = {
    _T.ASSIGNED: (_A.NOTIFY, _A.CANCEL),
    _T.NOTIFIED: (_A.PROGRESS, _A.PLAN, _A.CANCEL),
    _T.PLANNED: (_A.PROGRESS, _A.PLAN, _A.BLOCK, _A.CANCEL),
    _T.DOING: (_A.PROGRESS, _A.REPORT, _A.PLAN, _A.BLOCK, _A.CANCEL),
    _T.BLOCKED: (_A.RESUME, _A.PROGRESS, _A.PLAN, _A.CANCEL),
    _T.REPORTED: (_A.ACCEPT, _A.RETURN),
    _T.RETURNED: (_A.PROGRESS, _A.RESUME, _A.PLAN, _A.CANCEL),
    _T.ACCEPTED: (_A.RETURN,),
    _T.CANCELLED: (),
}


def first_day(acts: Sequence[TaskAct], adopted_on: date) -> date:
    """The earliest allowed day of a new entry: not before the adoption or the last entry."""
    return max([adopted_on, *(act.day for act in acts_on_work(acts))])


def require_day(day: date | None, *, acts: Sequence[TaskAct], adopted_on: date, today: date) -> date:
    """Return the day of an entry; raises ``RuleBroken`` for a future day, or one before the last entry."""
    if day is None:
        raise RuleBroken("task_without_day", field="day")
    if day > today:
        raise RuleBroken("task_day_ahead", field="day", on=format_words(today))
    if day < adopted_on:
        raise RuleBroken("task_day_before_adoption", field="day", on=format_words(adopted_on))
    last = first_day(acts, adopted_on)
    if day < last:
        raise RuleBroken("task_day_before_last", field="day", on=format_words(last))
    return day


def progressed(task: Task, percent: int, news: News) -> Task:
    """Return the task with new progress; a blocked task stays blocked."""
    if task.state is _T.ASSIGNED:
        raise RuleBroken("task_not_notified")
    if task.state not in PROGRESSING:
        raise RuleBroken("task_takes_no_progress", state=task.state)
    if not 0 <= percent <= 100:
        raise RuleBroken("percent_out_of_range", field="percent", percent=percent)
    if percent == task.percent and not news.note.strip():
        raise RuleBroken("progress_says_nothing", field="note", percent=percent)
    return replace(task, percent=percent, state=_TOLD_STATES.get(task.state, task.state))


def planned(task: Task, plan: Plan, *, adopted_on: date, resolution_due: date | None) -> Task:
    """Return the task with its unit's plan, whose day must not be after the resolution's deadline."""
    if task.state is _T.ASSIGNED:
        raise RuleBroken("task_not_notified")
    if task.state not in PLANNABLE:
        raise RuleBroken("task_takes_no_plan", state=task.state)
    if not plan.text.strip():
        raise RuleBroken("plan_without_text", field="plan")
    if plan.due is not None and plan.due < adopted_on:
        raise RuleBroken("task_due_before_adoption", field="due", on=format_words(adopted_on))
    if plan.due is not None and resolution_due is not None and plan.due > resolution_due:
        raise RuleBroken("task_due_after_resolution", field="due", on=format_words(resolution_due))
    state = _T.PLANNED if task.state is _T.NOTIFIED else task.state
    return replace(task, state=state, plan=plan.text, due=plan.due)


def moved(task: Task, target: TaskState, reason: str, acts: Sequence[TaskAct]) -> Task:
    """Return the task in its next state; raises ``RuleBroken`` for a forbidden move or a missing reason."""
    if task.state is _T.ASSIGNED and target not in {_T.NOTIFIED, _T.CANCELLED}:
        raise RuleBroken("task_not_notified")
    TASKS.require(task.state, target, reason)
    return replace(task, state=target, percent=_percent_after(task, target, acts))


def _percent_after(task: Task, target: TaskState, acts: Sequence[TaskAct]) -> int:
    if target is _T.REPORTED:
        return 100
    if target is _T.RETURNED:
        told = acts_on_work(acts)
        reports = [place for place, act in enumerate(told) if act.target is _T.REPORTED]
        return told[reports[-1] - 1].percent if reports and reports[-1] else 0
    return task.percent


def undoable(task: Task, acts: Sequence[TaskAct]) -> TaskAct | None:
    """The last act if it can be undone; some moves and repeated plans cannot.

    A letter that told corrected words is not unsent either. ``acts`` are those of this task, oldest first.
    """
    told = valid_task_acts(acts)
    last = told[-1] if told and told[-1] not in notified_again(acts) else None
    return last if last is not None and can_undo(task, last) else None


def can_undo(task: Task, last: TaskAct) -> bool:
    """Whether the last valid act can be undone; ``task`` is the task after that act."""
    if last.target is not task.state or (last.source is not last.target and last.target in _KEPT):
        return False
    told_anew = last.source is last.target and bool(last.reason) and last.reason == task.plan
    return not told_anew


def undo_last_act(task: Task, acts: Sequence[TaskAct]) -> tuple[Task, TaskAct]:
    """Return the task before its last act, and that act; undoing a plan removes its day, too."""
    last = undoable(task, acts)
    if last is None:
        raise RuleBroken("task_act_stays")
    before = valid_task_acts(acts)[:-1]
    back = replace(task, state=last.source, percent=before[-1].percent if before else 0)
    if last.target is _T.PLANNED and last.source is not last.target:
        back = replace(back, plan="", due=None)
    return back, last
