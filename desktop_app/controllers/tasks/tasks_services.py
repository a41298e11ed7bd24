"""Services of the page of the tasks («پیگیری»), bound to one open office."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from desktop_app.domain.read_models.listing import ListQuery
from desktop_app.domain.read_models.rows import TaskRow, UnitCount
from desktop_app.domain.read_models.task_sheet import TaskSheet
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.rules.task_acts import News, Plan, TaskDeed
from desktop_app.services import lists
from desktop_app.services.context import Context
from desktop_app.services.follow_up import task_acts
from desktop_app.services.follow_up.task_acts import ManyTold
from desktop_app.services.follow_up.task_sheet import task_sheet
from desktop_app.services.outcome import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class TasksServices:
    """One callable for each thing that the operator does or sees."""

    sheet: Callable[[int], TaskSheet]
    rows: Callable[[Sequence[int]], Sequence[TaskRow]]
    unit_counts: Callable[[ListQuery], Sequence[UnitCount]]
    progress: Callable[[int, int, News], Outcome]
    plan: Callable[[int, Plan, News], Outcome]
    move: Callable[[int, TaskDeed, News], Outcome]
    take_back: Callable[[int], Outcome]
    accept: Callable[[Sequence[int], News], ManyTold]
    notify: Callable[[Sequence[int], Notice], ManyTold]
    today: Callable[[], date]


def tasks_services(context: Context) -> TasksServices:
    """The services over an open office."""
    return TasksServices(
        sheet=partial(task_sheet, context),
        rows=partial(lists.task_rows, context),
        unit_counts=partial(lists.task_unit_counts, context),
        progress=partial(task_acts.record_progress, context),
        plan=partial(task_acts.tell_plan, context),
        move=partial(task_acts.move_task, context),
        take_back=partial(task_acts.take_back, context),
        accept=partial(task_acts.accept_tasks, context),
        notify=partial(task_acts.notify_tasks, context),
        today=context.clock.today,
    )
