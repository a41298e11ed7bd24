"""Read models of the follow-up: a resolution with its history, a task with its allowed actions.

The course of a deadline has a station for the adoption, the deadline as agreed, and every extension since.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.read_models.paper_sheets import PaperRef
from desktop_app.domain.rules.clauses import UpstreamDecision
from desktop_app.domain.rules.committee import Axis, Party, PartyCode
from desktop_app.domain.rules.deadlines import DeadlineKind
from desktop_app.domain.rules.members import Unit
from desktop_app.domain.rules.minutes import Clause
from desktop_app.domain.rules.notices import NO_LETTERS, CorrectedWords, NoticeLetters
from desktop_app.domain.rules.requests import Request
from desktop_app.domain.rules.resolution_actions import ResolutionAction
from desktop_app.domain.rules.resolutions import Course, Resolution, ResolutionActKind
from desktop_app.domain.rules.tasks import Task, TaskAct, TaskAction, TaskRole, TaskState


class StepKind(StrEnum):
    """The kind of a step in the history of a deadline."""

    ADOPTED = "adopted"
    FIRST = "first"
    EXTENDED = "extended"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineStep:
    """One step of a deadline: its day, the number of the extension (from 1), the granting meeting and the reason."""

    kind: StepKind
    day: date | None
    number: int = 0
    meeting_number: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskEvent:
    """One line of a task's history: ``undone`` was reversed later, ``again`` notified the unit of corrected words.

    ``documented``: a letter or a file stands behind it.
    """

    act: TaskAct
    undone: bool = False
    again: bool = False
    documented: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SiblingTask:
    """The task of another unit under the same resolution."""

    task_id: int
    unit: str
    party_id: int
    role: TaskRole
    state: TaskState
    percent: int
    days_late: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskSheet:
    """One task page; ``actions`` are allowed now, ``earliest`` is the first allowed day of a new entry."""

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
    siblings: tuple[SiblingTask, ...]
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
        """Whether the unit has its own deadline."""
        return self.task.due is not None and self.task.due != self.resolution_due


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A unit or a person, with the party; a person without a seat has none."""

    name: str
    party: PartyCode | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetTask:
    """The task of one unit, as the resolution page lists it."""

    id: int
    unit: str
    party: PartyCode
    role: TaskRole
    state: TaskState
    percent: int


class EventKind(StrEnum):
    """The subject of a line in the history."""

    ADOPTED = "adopted"
    ACT = "act"
    EXTENDED = "extended"
    DEADLINE = "deadline"
    TASK = "task"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionEvent:
    """One line of a resolution's history; ``at`` orders the lines, ``day`` is the day of the event.

    ``act`` is set for acts, ``task_state`` and ``unit`` for news of a unit, ``due`` for deadlines, ``other_number``
    where another resolution took the place. ``undone`` was taken back later, ``undoes`` takes back. ``again`` is a
    notification of words that were told before and corrected since.
    """

    kind: EventKind
    day: date
    at: str
    actor: str = ""
    reason: str = ""
    letter: str = ""
    act: ResolutionActKind | None = None
    task_state: TaskState | None = None
    note_only: bool = False
    unit: str = ""
    percent: int = 0
    units: int = 1
    """How many units the same news came from at the same moment."""
    due: date | None = None
    meeting_number: int | None = None
    other_number: str = ""
    other_id: int | None = None
    undone: bool = False
    undoes: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherResolution:
    """A later resolution that may replace this one."""

    id: int
    number: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantingMeeting:
    """A meeting that may have granted an extension."""

    id: int
    number: int
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionSheet:
    """The complete page of one resolution."""

    resolution: Resolution
    clause: Clause
    place: int
    """Its row among the resolutions of its minutes."""
    meeting_id: int
    meeting_number: int | None
    meeting_day: date | None
    minutes_version_id: int
    course: Course
    due: date | None
    due_kind: DeadlineKind
    days_late: int
    executor: Actor | None
    cooperating: tuple[Actor, ...]
    owner: Actor | None
    axis: Axis | None
    upstream: UpstreamDecision | None
    tasks: tuple[SheetTask, ...]
    steps: tuple[DeadlineStep, ...]
    history: tuple[ResolutionEvent, ...]
    actions: tuple[ResolutionAction, ...]
    undoes: str
    """What the undo would take back: the kind of an act, or «extended»; empty for none."""
    signed: bool
    taken_over: bool
    """Of a meeting from before the program was used: how it was adopted is not recorded."""
    today: date
    calendar: WorkCalendar
    meetings: tuple[GrantingMeeting, ...]
    papers: tuple[PaperRef, ...] = ()
    """Letters that came in or went out about it."""
    requests: tuple[Request, ...] = ()
    """Other deadlines that are asked for and wait for the committee."""
    corrected: CorrectedWords | None = None
    """What its units know in words that a correction changed since."""
    letters: NoticeLetters = NO_LETTERS
    """Those that went out about it while it waits to be notified."""
    guarded: str = ""
    """The class of its words, its own or that of its minutes, where that is more than the usual one."""

    @property
    def done_tasks(self) -> int:
        """Number of units that have finished their task."""
        return sum(task.state is TaskState.ACCEPTED for task in self.tasks)

    @property
    def live_tasks(self) -> tuple[SheetTask, ...]:
        """Tasks that were not cancelled."""
        return tuple(task for task in self.tasks if task.state is not TaskState.CANCELLED)
