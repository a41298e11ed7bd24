"""Past meetings and resolutions of a committee that is taken over, entered shortly, without their course."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.deadlines import Deadline
from desktop_app.domain.rules.minutes import ACTION_KINDS, ClauseKind
from desktop_app.domain.rules.resolutions import ResolutionActKind
from desktop_app.domain.rules.tasks import TaskState


class PastState(StrEnum):
    """Where a past resolution stands; how it came there was not recorded here."""

    ADOPTED = "adopted"
    NOTIFIED = "notified"
    DOING = "doing"
    BLOCKED = "blocked"
    REPORTED = "reported"
    DONE = "done"
    REVOKED = "revoked"


ENDED: Final = frozenset({PastState.DONE, PastState.REVOKED})
TASK_OF: Final = {
    PastState.ADOPTED: TaskState.ASSIGNED,
    PastState.NOTIFIED: TaskState.NOTIFIED,
    PastState.DOING: TaskState.DOING,
    PastState.BLOCKED: TaskState.BLOCKED,
    PastState.REPORTED: TaskState.ACCEPTED,
    PastState.DONE: TaskState.ACCEPTED,
    PastState.REVOKED: TaskState.CANCELLED,
}
"""In which state the tasks of its units are.

A resolution is «اعلام انجام» only once nobody owes work for it, and then waits for the office to end it.
"""
FINISHED: Final = frozenset({TaskState.ACCEPTED})
"""States of a task whose work is a hundred percent."""
ACTS_OF: Final = {
    PastState.ADOPTED: (),
    PastState.DONE: (ResolutionActKind.NOTIFIED, ResolutionActKind.VERIFIED),
    PastState.REVOKED: (ResolutionActKind.REVOKED,),
}
"""The acts that are recorded of it; of every other state that its units were told."""


def acts_of(state: PastState) -> tuple[ResolutionActKind, ...]:
    """The acts that are recorded of a resolution in this state."""
    return ACTS_OF.get(state, (ResolutionActKind.NOTIFIED,))


@dataclass(frozen=True, slots=True, kw_only=True)
class PastMeeting:
    """A past meeting: number, day, and what else is known of it; ``sheet`` and ``row`` are empty for a form."""

    number: int
    day: date
    place: str = ""
    subject: str = ""
    sheet: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PastResolution:
    """A past resolution with its old number as typed; ``state_day`` is that of its state, where it is known."""

    number: str
    meeting: int
    day: date
    text: str
    kind: ClauseKind = ClauseKind.DECISION
    axis_id: int | None = None
    executor: int | None = None
    cooperating: tuple[int, ...] = ()
    owner: int | None = None
    deadline: Deadline = field(default_factory=Deadline)
    state: PastState = PastState.NOTIFIED
    state_day: date | None = None
    note: str = ""
    sheet: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class RowFault:
    """What is wrong in one row of a sheet; the refusal's field is the key of the column."""

    sheet: str
    row: int
    broken: RuleBroken


def resolution_faults(one: PastResolution, today: date) -> tuple[RuleBroken, ...]:
    """What a past resolution lacks or cannot be: an open one needs a unit that does it."""
    found = []
    if one.state not in ENDED and one.kind in ACTION_KINDS and one.executor is None:
        found.append(RuleBroken("past_executor_missing", field="executor"))
    if one.deadline.day is not None and one.deadline.day < one.day:
        found.append(RuleBroken("past_due_before_meeting", field="due"))
    if one.state_day is not None and not one.day <= one.state_day <= today:
        found.append(RuleBroken("past_state_day_wrong", field="state_day"))
    return tuple(found)
