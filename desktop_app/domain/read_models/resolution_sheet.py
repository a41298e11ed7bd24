"""Read model of one resolution: its text, its state, the course of its deadline, and its history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.read_models.deadline_steps import DeadlineStep
from desktop_app.domain.read_models.register_sheet import PaperRef
from desktop_app.domain.rules.committee import Axis, PartyCode
from desktop_app.domain.rules.deadlines import DeadlineKind
from desktop_app.domain.rules.minutes import Clause
from desktop_app.domain.rules.notices import NO_LETTERS, CorrectedWords, NoticeLetters
from desktop_app.domain.rules.requests import Request
from desktop_app.domain.rules.resolution_actions import ResolutionAction
from desktop_app.domain.rules.resolutions import Course, Resolution, ResolutionActKind
from desktop_app.domain.rules.tasks import TaskRole, TaskState
from desktop_app.domain.rules.upstream import UpstreamDecision


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A unit or a person with the party it belongs to; a person who holds no seat has none."""

    name: str
    party: PartyCode | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetTask:
    """The task of one unit, as the detail counts it."""

    id: int
    unit: str
    party: PartyCode
    role: TaskRole
    state: TaskState
    percent: int


class EventKind(StrEnum):
    """What a line of the history is about."""

    ADOPTED = "adopted"
    ACT = "act"
    EXTENDED = "extended"
    DEADLINE = "deadline"
    TASK = "task"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionEvent:
    """One line of the history; ``at`` orders it, ``day`` is the day of the fact.

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
    """A resolution that may take the place of this one."""

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
    """One resolution, read at once."""

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
    """Of a meeting from before the records, of which nobody told how it was adopted."""
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
        """How many units have nothing left to do."""
        return sum(task.state is TaskState.ACCEPTED for task in self.tasks)

    @property
    def live_tasks(self) -> tuple[SheetTask, ...]:
        """Tasks that were not cancelled."""
        return tuple(task for task in self.tasks if task.state is not TaskState.CANCELLED)
