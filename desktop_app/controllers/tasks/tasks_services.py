"""Services of the page of the tasks («پیگیری»), bound to one open office."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.read_models.listing import ListQuery
from desktop_app.domain.read_models.rows import TaskRow, UnitCount
from desktop_app.domain.read_models.task_sheet import TaskSheet
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.rules.task_acts import News, Plan, TaskAction
from desktop_app.services import lists
from desktop_app.services.documents.press import Press
from desktop_app.services.follow_up import task_acts
from desktop_app.services.follow_up.task_acts import ManyTold
from desktop_app.services.follow_up.task_sheet import task_sheet
from desktop_app.services.outcome import Outcome
from desktop_app.services.ports import OpenWork


@dataclass(frozen=True, slots=True, kw_only=True)
class TasksServices:
    """One callable for each thing that the operator does or sees."""

    sheet: Callable[[int], TaskSheet]
    rows: Callable[[Sequence[int]], Sequence[TaskRow]]
    unit_counts: Callable[[ListQuery], Sequence[UnitCount]]
    progress: Callable[[int, int, News], Outcome]
    plan: Callable[[int, Plan, News], Outcome]
    move: Callable[[int, TaskAction, News], Outcome]
    take_back: Callable[[int], Outcome]
    accept: Callable[[Sequence[int], News], ManyTold]
    notify: Callable[[Sequence[int], Notice], ManyTold]
    today: Callable[[], date]


def tasks_services(read: OpenWork, write: OpenWork, clock: Clock, press: Press) -> TasksServices:
    """The services over an open office."""
    three = (write, clock, press)
    return TasksServices(
        sheet=partial(task_sheet, read, clock),
        rows=partial(lists.task_rows, read),
        unit_counts=partial(lists.task_unit_counts, read),
        progress=partial(task_acts.record_progress, *three),
        plan=partial(task_acts.tell_plan, *three),
        move=partial(task_acts.move_task, *three),
        take_back=partial(task_acts.take_back, write, clock),
        accept=partial(task_acts.accept_tasks, *three),
        notify=partial(task_acts.notify_tasks, *three),
        today=clock.today,
    )
