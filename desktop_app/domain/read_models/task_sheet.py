"""Read model of one task for the follow-up: what it belongs to, its state, and the actions that are allowed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.read_models.deadline_steps import DeadlineStep
from desktop_app.domain.read_models.register_sheet import PaperRef
from desktop_app.domain.rules.committee import Party
from desktop_app.domain.rules.members import Unit
from desktop_app.domain.rules.notices import CorrectedWords
from desktop_app.domain.rules.requests import Request
from desktop_app.domain.rules.resolutions import Course, Resolution
from desktop_app.domain.rules.task_acts import TaskAction
from desktop_app.domain.rules.tasks import Task, TaskAct, TaskRole, TaskState


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskEvent:
    """One line of a task's history: ``undone`` was taken back later, ``again`` told the unit of corrected words.

    ``documented``: a letter or a file stands behind it.
    """

    act: TaskAct
    undone: bool = False
    again: bool = False
    documented: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sibling:
    """Another unit with the same resolution."""

    task_id: int
    unit: str
    party_id: int
    role: TaskRole
    state: TaskState
    percent: int
    days_late: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskSheet:
    """One task; ``actions`` are what may be done now, ``earliest`` is the first day that a new fact may have."""

    task: Task
    unit: Unit
    party: Party
    resolution: Resolution
    text: str
    axis_code: str
    axis_title: str
    owner: str
    meeting_id: int
    meeting_number: int | None
    meeting_day: date | None
    adopted_on: date
    minutes_version_id: int
    course: Course
    steps: tuple[DeadlineStep, ...]
    resolution_due: date | None
    due: date | None
    days_late: int
    history: tuple[TaskEvent, ...]
    siblings: tuple[Sibling, ...]
    actions: tuple[TaskAction, ...]
    earliest: date
    today: date
    papers: tuple[PaperRef, ...] = ()
    """Letters that came in or went out about it."""
    requests: tuple[Request, ...] = ()
    """What its unit asks of the committee and waits for."""
    corrected: CorrectedWords | None = None
    """What its unit knows in words that a correction changed since."""
    guarded: str = ""
    """The class of the words of its resolution, where that is more than the usual one."""

    @property
    def own_due(self) -> bool:
        """Whether the unit has a day of its own."""
        return self.task.due is not None and self.task.due != self.resolution_due
